"""What follows the last question of a flow: the slot is held, the rows are written, the next request begins.

Called by the booking, moving, cancelling and waiting list flows. A recap is read from what will be stored; nothing is said in
the past tense here that is not in `writes` of the same turn, and the words are spoken only after the commit.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from pipeline.flows.goal import Goal
from pipeline.model.business import Booking, Client, Id
from pipeline.model.calendar import Slot
from pipeline.model.meanings import AskMore, Meaning, NextVisit
from pipeline.model.parse import Intent
from pipeline.model.session import Planned, Slots, When
from pipeline.model.turn import Action, Turn
from pipeline.model.writes import BookSlot, CancelBooking, HoldSlot, MarkWaitlist, PricedRow, QueueMessage, ReleaseHold, Template
from pipeline.ports import World
from pipeline.rules.calendar import occupied, plan, still_free
from pipeline.rules.messages import message
from pipeline.rules.pricing import price_rows
from pipeline.rules.rechecks import unchanged
from pipeline.rules.shifting import settled
from pipeline.rules.waiting import offers


def hold(turn: Turn, goal: Goal, slot: Slot) -> Turn:
    """The slot of the recap is this session's until the session expires: other callers are not offered it."""
    start, end = occupied(goal.services, slot.start)
    services = tuple(service.id for service in goal.services)
    return turn.writing(HoldSlot(turn.session.id, slot.day, start, end, services, slot.operatore_id, turn.session.expires_at))


def priced(turn: Turn, world: World, goal: Goal, slot: Slot) -> tuple[PricedRow, ...]:
    """The rows that will stand in `appuntamenti`, with today's prices and the client's discount."""
    rows = plan(goal.services, datetime.combine(slot.day, slot.start))
    client = world.reads.client(turn.slots.cliente_id) if turn.slots.cliente_id is not None else None
    return price_rows(rows, goal.services, client.sconto if client else None)


def rechecked(turn: Turn, goal: Goal, slot: Slot) -> Turn:
    """The turn asks to be judged once more inside the write transaction."""
    request = goal.request(turn, slot.day, slot.start, slot.operatore_id)
    return replace(turn, rechecks=(*turn.rechecks, still_free(request, turn.now)))


def as_read(turn: Turn, booking: Booking) -> Turn:
    """The turn is decided anew when the desktop app changes this booking before the commit."""
    return replace(turn, rechecks=(*turn.rechecks, unchanged(booking)))


def finished(turn: Turn, meaning: Meaning, action: Action, undo: Planned | None = None) -> Turn:
    """The request is done: its outcome is said, its hold ends, and the next one waiting begins. `undo` would take it back."""
    turn = replace(turn.writing(ReleaseHold(turn.session.id)).saying(meaning), actions=(*turn.actions, action), agreed=False)
    return onward(turn.with_dialogue(last_action=action.type, undo=undo))


def onward(turn: Turn) -> Turn:
    """Ready for the next request: the queue's first, or the question whether there is something else."""
    slots, queue, later = turn.dialogue.slots, turn.dialogue.queue, turn.dialogue.later
    kept = Slots(cliente_id=slots.cliente_id, nome=slots.nome, cognome=slots.cognome)
    following = _following(turn, later[0]) if later else kept
    turn = turn.with_dialogue(flow=None, slots=following, options=(), trail=(), tries=0, memo=(), refused_slots=(), later=later[1:])
    if later:
        names = tuple(s.nome for s in turn.lexicon.services if s.id in following.servizi)
        return turn.saying(NextVisit(names)).with_dialogue(flow="prenotazione", step="ascolto")
    if queue:
        return _next(turn.with_dialogue(flow=queue[0], queue=queue[1:], step="ascolto"), queue[0])
    return turn.asking("altro", AskMore())


def _following(turn: Turn, visit: Slots) -> Slots:
    """The next visit of the same call: on the day just booked where no other was said, after it, or beside it for another person."""
    slots, when = turn.slots, visit.quando
    if visit.nome is None:
        visit = replace(visit, cliente_id=slots.cliente_id, nome=slots.nome, cognome=slots.cognome)
    visit = replace(visit, nome=visit.nome or None)  # "anche per me": who that is, is asked
    booked = next((write.rows for write in turn.writes if isinstance(write, BookSlot)), ())
    if not booked:
        return visit
    start, end = booked[0].row.inizio, booked[-1].row.fine
    when = settled(when, start)
    if when.data is None and when.da_data is None and not when.candidati and not when.prima_possibile:
        when = replace(when, data=start.date())
    if when.data == start.date() and when.ora is None and not when.candidati:
        at = end.time() if visit.per_altri == slots.per_altri and visit.nome == slots.nome else start.time()
        fits = (when.da_ora is None or when.da_ora <= at) and (when.a_ora is None or at < when.a_ora)
        when = When(data=when.data, ora=at) if fits else when
    return replace(visit, quando=when)


def _next(turn: Turn, flow: Intent) -> Turn:
    """The next request with what was said of it at the beginning; the caller is the same."""
    plan = next((plan for plan in turn.dialogue.planned if plan.flow == flow), None)
    if plan is None:
        return turn
    who = turn.slots
    turn = turn.with_dialogue(planned=tuple(other for other in turn.dialogue.planned if other is not plan), memo=plan.memo)
    return turn.with_dialogue(slots=replace(plan.slots, cliente_id=who.cliente_id, nome=who.nome, cognome=who.cognome))


def told(
    turn: Turn,
    world: World,
    template: Template,
    client: Client | None,
    booking: Booking | None,
    *,
    rows: tuple[PricedRow, ...] = (),
    operatore_id: Id | None = None,
    code: str | None = None,
) -> tuple[QueueMessage, ...]:
    """The WhatsApp message of this template, none for a landline or a client who does not want any."""
    made = message(template, client, booking, turn.lexicon, world.ids.uuid(), rows=rows, operatore_id=operatore_id, code=code)
    return (made,) if made is not None else ()


def freed(
    turn: Turn, world: World, booking: Booking, rows: tuple[PricedRow, ...] = (), operatore_id: Id | None = None
) -> tuple[MarkWaitlist | QueueMessage, ...]:
    """What the waiting list is offered when this booking's time becomes free, as writes of the same transaction."""
    day = booking.inizio.date()
    calendar = world.reads.calendar(day - timedelta(days=1), day + timedelta(days=1), turn.now)
    return offers(world, calendar, booking, turn.lexicon, rows=rows, operatore_id=operatore_id)


def cancelled_rows(booking: Booking, reason: str | None = None) -> CancelBooking:
    """The write that frees every row of a booking."""
    return CancelBooking(booking.ids, reason)
