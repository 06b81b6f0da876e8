"""Whose appointment is touched: one made in this very call is the caller's own, every other needs the second proof.

Called by the flows that cancel, move or read out an appointment, between the identification and the choice. That somebody made an
appointment a minute ago proves that this one is his, not who he is: nothing else of that client is told or changed.
"""

from dataclasses import replace

from pipeline.flows.memo import note, noted
from pipeline.flows.requests import begin
from pipeline.flows.staying import without_kept
from pipeline.flows.who import identify, prove, proved
from pipeline.italian.changes import another_of_mine, just_now, second_thought
from pipeline.italian.changes import undone as is_undone
from pipeline.model.business import Booking, Id
from pipeline.model.parse import Parse
from pipeline.model.session import When
from pipeline.model.turn import Turn
from pipeline.model.writes import CancelBooking, ChangeBooking
from pipeline.ports import World

BOOKED = ("appuntamento_creato", "appuntamento_modificato")
_SURE = 0.8


def entitled(turn: Turn, world: World) -> Turn:
    """The caller is known and may touch the appointment meant, or the next question about him is asked."""
    turn = identify(turn, world)
    if turn.settled or turn.slots.cliente_id is None:
        return turn
    turn = note(turn, "altro", "si") if another_of_mine(turn.parse.text) else turn
    return turn if proved(turn) or _made_here_is_meant(turn, world) else prove(turn, world)


def upcoming(turn: Turn, world: World) -> tuple[Booking, ...]:
    """The live appointments that have not begun and that the caller may mean, soonest first."""
    mine = without_kept(turn, _live(turn, world))
    made = () if proved(turn) or turn.dialogue.flow == "prenotazione" else _made_here(turn, mine)
    return made or mine


def just_made(turn: Turn, fitting: tuple[Booking, ...]) -> Booking | None:
    """ "Spostiamola alle 17" after a booking: the one this call has just made, unless another is spoken of."""
    points = turn.dialogue.flow in ("modifica", "cancella") or just_now(turn.parse.text)
    last = turn.dialogue.last_booking if points and noted(turn, "altro") is None else None
    return next((booking for booking in fitting if booking.id == last), None)


def reconsidered(turn: Turn, world: World) -> Turn | None:
    """ "No aspetti, meglio alle 11" after the booking: it is changed; None where nothing else is wanted of it."""
    parse, last = turn.parse, turn.dialogue.last_booking
    if last is None or turn.dialogue.last_action not in BOOKED or "thanks" in parse.flags:
        return None
    if not second_thought(parse.text, parse.yes_no is False):
        return None
    booking = world.reads.booking(last)
    if booking is None or not _other_than(booking, turn):
        return None
    named = replace(parse, intent="modifica", requests=("modifica",), yes_no=None)
    return begin(replace(turn, parse=named), ("modifica",))


def undone(turn: Turn) -> Turn | None:
    """ "Ho sbagliato, la rimetta" after a change or a cancellation: what puts it back is proposed; None where nothing is to be put back."""
    parse, plan = turn.parse, turn.dialogue.undo
    asks_more = parse.intent in ("prenotazione", "cancella", "modifica") and parse.confidence >= _SURE
    if plan is None or asks_more or not is_undone(parse.text):
        return None
    known = turn.slots
    turn = begin(replace(turn, parse=Parse("", parse.language)), (plan.flow,))
    return turn.with_dialogue(
        slots=replace(plan.slots, cliente_id=known.cliente_id, nome=known.nome, cognome=known.cognome), memo=plan.memo
    )


def _other_than(booking: Booking, turn: Turn) -> bool:
    parse = turn.parse
    day = parse.moved_from[0] if parse.moved_from is not None else None
    other_day = (day or parse.date) not in (None, booking.inizio.date())
    other_hour = parse.time is not None and parse.time != booking.inizio.time()
    other_hands = any(operator != booking.operatore_id for operator in parse.operators)
    return other_day or other_hour or other_hands or parse.time_interval is not None or parse.date_interval is not None


def _made_here_is_meant(turn: Turn, world: World) -> bool:
    """Whether the request is about an appointment of this call, and about none that the caller may only have heard of."""
    made = _made_here(turn, _live(turn, world))
    chosen = turn.slots.appuntamento_id
    if chosen is not None:
        return any(booking.id == chosen for booking in made)
    if noted(turn, "altro") is not None or noted(turn, "domanda") is not None:
        return False
    # An hour that no appointment has is the new one.
    said = replace(turn.slots.quando, ora=None) if turn.dialogue.flow == "modifica" else turn.slots.quando
    return any(fits(booking, said, turn.slots.servizi) for booking in made)


def _live(turn: Turn, world: World) -> tuple[Booking, ...]:
    """Without those this turn has dealt with already."""
    if turn.slots.cliente_id is None:
        return ()
    dealt = {i for write in turn.writes if isinstance(write, CancelBooking | ChangeBooking) for i in write.ids}
    return tuple(b for b in world.reads.bookings_of(turn.slots.cliente_id, since=turn.now) if dealt.isdisjoint(b.ids))


def _made_here(turn: Turn, mine: tuple[Booking, ...]) -> tuple[Booking, ...]:
    return tuple(booking for booking in mine if booking.id in turn.dialogue.made)


def fits(booking: Booking, when: When, services: tuple[Id, ...]) -> bool:
    """Whether an appointment has the day, the hour and one of the services that were said."""
    day, at = booking.inizio.date(), booking.inizio.time()
    if when.candidati and not any(one in (None, day) and hour in (None, at) for one, hour in when.candidati):
        return False
    if when.data is not None and when.data != day:
        return False
    if (when.da_data is not None and day < when.da_data) or (when.a_data is not None and day > when.a_data):
        return False
    if when.ora is not None and when.ora != at:
        return False
    if (when.da_ora is not None and at < when.da_ora) or (when.a_ora is not None and at > when.a_ora):
        return False
    return not services or bool(set(services) & {s.servizio_id for s in booking.services})
