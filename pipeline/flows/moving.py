"""An appointment changes: its day, hour, operator or services, in place (specification 4.1).

Walked by `pipeline.stages.flow`. The appointment itself does not count as busy; the old time is freed in the transaction that
takes the new one. What was not said stays as it is: a new hour keeps the day, a new day keeps the hour.
"""

from dataclasses import replace
from datetime import time

from pipeline.flows import availability, outcome, what
from pipeline.flows.choosing import choose
from pipeline.flows.goal import Goal
from pipeline.flows.late import late_for
from pipeline.flows.memo import noted
from pipeline.flows.own import entitled
from pipeline.flows.together import one_after_the_other, rest_with_it
from pipeline.model.business import Booking, Id
from pipeline.model.calendar import Slot
from pipeline.model.meanings import AskNewTime, Moved, NotFree, RecapMove, TooLate
from pipeline.model.session import OfferedSlot, Planned, Slots, When
from pipeline.model.turn import Action, Turn
from pipeline.model.writes import ChangeBooking
from pipeline.ports import World
from pipeline.rules.cancelling import too_late
from pipeline.rules.shifting import settled
from pipeline.rules.visits import as_booked, prices_kept


def advance(turn: Turn, world: World) -> Turn:
    """The change's next question, its recap, or its rows."""
    turn = entitled(turn, world)
    if turn.settled or turn.slots.cliente_id is None:
        return turn
    if noted(turn, "ritardo") is not None:
        return late_for(turn, world)
    turn, booking = choose(one_after_the_other(turn, world), world)
    return turn if booking is None else _changed(turn, world, booking)


def _changed(turn: Turn, world: World, booking: Booking) -> Turn:
    if too_late(booking, turn.settings.ore_disdetta, turn.now) and not _keeps_its_time(turn):
        return outcome.onward(turn.saying(TooLate(turn.settings.ore_disdetta, turn.settings.telefono)))
    turn = _services_known(turn.with_slots(nuovo=settled(turn.slots.nuovo, booking.inizio)))
    if turn.settled:
        return turn
    if not what.remaining(turn, booking) and not turn.slots.nuovi_servizi:
        return turn.with_dialogue(flow="cancella")
    if not _changes(turn):
        return _to_when(turn, booking)
    goal = _goal(turn, world, booking)
    if _stands(goal, booking):
        return _to_when(turn.with_slots(nuovo=When()), booking)
    tried, slot = availability.place(turn, world, goal)
    if slot is None and tried.dialogue.step == "waitlist" and goal.operators == (booking.operatore_id,) and not _named(turn):
        # Whoever has it now is away that day: somebody else is proposed by name, not a place on a list.
        goal = replace(goal, operators=(None,))
        away = () if turn.agreed else tuple(m for m in tried.said if isinstance(m, NotFree) and m.operator)
        tried, slot = availability.place(replace(turn, said=(*turn.said, *away[-1:])), world, goal)
    if slot is None:
        return tried
    return _move(tried, world, booking, goal, slot) if tried.agreed else _recap(tried, booking, goal, slot)


def _keeps_its_time(turn: Turn) -> bool:
    """Whether only who serves it changes, or something is added: inside the window that takes no time back."""
    slots = turn.slots
    adds = bool(slots.nuovi_servizi) and noted(turn, "aggiunge") == "si"
    return slots.nuovo == When() and not slots.servizi_tolti and not slots.servizi_soli and (adds or _named(turn))


def _to_when(turn: Turn, booking: Booking) -> Turn:
    names = tuple(s.nome for s in booking.services)
    again = turn.dialogue.step == "data"
    return turn.asking("data", AskNewTime(names, booking.inizio.date(), booking.inizio.time(), again))


def _stands(goal: Goal, booking: Booking) -> bool:
    """Whether what is wanted is the appointment as it is: the day that was said told which one is meant."""
    when = (goal.when.data, goal.when.ora)
    same = tuple(s.id for s in goal.services) == tuple(s.servizio_id for s in booking.services)
    return same and when == (booking.inizio.date(), booking.inizio.time()) and goal.operators == (booking.operatore_id,)


def _services_known(turn: Turn) -> Turn:
    doubt = turn.slots.servizi_in_dubbio
    return what.which_service(turn, doubt[0]) if doubt else turn


def _changes(turn: Turn) -> bool:
    slots = turn.slots
    return bool(slots.nuovo != When() or slots.nuovi_servizi or slots.servizi_tolti or slots.servizi_soli or _named(turn))


def _named(turn: Turn) -> bool:
    """Whether anything was said about who is to do it."""
    slots = turn.slots
    return bool(slots.operatori_in_ordine or slots.operatore_qualsiasi or slots.operatore_genere or slots.operatore_abituale)


def _goal(turn: Turn, world: World, booking: Booking) -> Goal:
    when = turn.slots.nuovo
    searching = when.da_ora or when.a_ora or when.fine_entro or when.prima_possibile
    if when.data is None and not (when.da_data or when.a_data or when.prima_possibile):
        when = replace(when, data=booking.inizio.date())
    if when.ora is None and not searching and when.data is not None:
        when = replace(when, ora=time(booking.inizio.hour, booking.inizio.minute))
    ids = _services(turn, booking)
    held = {s.id: s for s in as_booked(booking, world.reads.services())}
    services = tuple(service for i in ids for service in ((held[i],) if i in held else what.chosen(turn, (i,))))
    stands = OfferedSlot(booking.inizio.date(), booking.inizio.time(), booking.operatore_id)
    return Goal(services, when, _operators(turn, world, booking, ids), booking.ids, stands)


def _services(turn: Turn, booking: Booking) -> tuple[Id, ...]:
    """What the visit will hold: its own services, without those taken out, with others in their place or after them."""
    new = tuple(i for i in turn.slots.nuovi_servizi if i not in {s.servizio_id for s in booking.services})
    own = what.remaining(turn, booking)
    if noted(turn, "aggiunge") == "si" or not new:
        return tuple(dict.fromkeys((*own, *new)))
    whole = tuple(s.servizio_id for s in booking.services)
    if own == whole or not own:
        return new
    at = next(place for place, one in enumerate(whole) if one not in own)
    return tuple(dict.fromkeys((*(i for i in whole[:at] if i in own), *new, *(i for i in whole[at:] if i in own))))


def _operators(turn: Turn, world: World, booking: Booking, ids: tuple[Id, ...]) -> tuple[Id | None, ...]:
    if _named(turn):
        return what.preferences(turn.with_slots(servizi=ids), world)
    if booking.operatore_id is None:
        return (None,)
    return (booking.operatore_id,)


def _recap(turn: Turn, booking: Booking, goal: Goal, slot: Slot) -> Turn:
    recap = RecapMove(
        services=tuple(service.nome for service in goal.services),
        old_day=booking.inizio.date(),
        old_time=booking.inizio.time(),
        day=slot.day,
        time=slot.start,
        operator=what.operator_name(turn, slot.operatore_id),
        again=turn.dialogue.step == "conferma" and not turn.changed,
    )
    return outcome.hold(turn, goal, slot).asking("conferma", recap)


def _move(turn: Turn, world: World, booking: Booking, goal: Goal, slot: Slot) -> Turn:
    rows = prices_kept(outcome.priced(turn, world, goal, slot), booking.services)
    code = booking.confirmation_code or world.ids.code()
    write = ChangeBooking(booking.ids, booking.cliente_id, rows, slot.operatore_id, code, booking.note)
    client = world.reads.client(booking.cliente_id)
    messages = outcome.told(turn, world, "booking_change", client, booking, rows=rows, operatore_id=slot.operatore_id, code=code)
    turn = outcome.as_read(outcome.rechecked(turn, goal, slot), booking).writing(
        write, *messages, *outcome.freed(turn, world, booking, rows, slot.operatore_id)
    )
    moved = Moved(slot.day, slot.start, what.operator_name(turn, slot.operatore_id), code)
    turn = rest_with_it(turn.with_dialogue(last_booking=booking.id), booking, slot.day)
    return outcome.finished(turn, moved, Action("appuntamento_modificato", booking.ids, code), _back(booking))


def _back(booking: Booking) -> Planned:
    """The change that puts this appointment back where it stood, with what it held."""
    same = tuple(s.servizio_id for s in booking.services)
    before = When(data=booking.inizio.date(), ora=booking.inizio.time())
    who = (booking.operatore_id,) if booking.operatore_id is not None else ()
    slots = Slots(appuntamento_id=booking.id, nuovo=before, nuovi_servizi=same, servizi_soli=same, operatori_in_ordine=who)
    return Planned("modifica", slots)
