"""An appointment changes: its day, hour, operator or services, in place (specification 4.1).

Walked by `pipeline.stages.flow`. The appointment itself does not count as busy; the old time is freed in the transaction that
takes the new one. What was not said stays as it is: a new hour keeps the day, a new day keeps the hour.
"""

from dataclasses import replace
from datetime import time

from pipeline.flows import availability, outcome, what
from pipeline.flows.choosing import choose
from pipeline.flows.memo import noted
from pipeline.flows.own import entitled
from pipeline.model.business import Booking, Id
from pipeline.model.calendar import Slot
from pipeline.model.meanings import AskNewTime, Moved, RecapMove, TooLate
from pipeline.model.session import When
from pipeline.model.turn import Action, Turn
from pipeline.model.writes import ChangeBooking
from pipeline.ports import World
from pipeline.rules.cancelling import too_late


def advance(turn: Turn, world: World) -> Turn:
    """The change's next question, its recap, or its rows."""
    turn = entitled(turn, world)
    if turn.settled or turn.slots.cliente_id is None:
        return turn
    turn, booking = choose(turn, world)
    if booking is None:
        return turn
    if too_late(booking, turn.settings.ore_disdetta, turn.now):
        return outcome.onward(turn.saying(TooLate(turn.settings.ore_disdetta, turn.settings.telefono)))
    turn = _services_known(turn)
    if turn.settled:
        return turn
    if not _changes(turn):
        names = tuple(s.nome for s in booking.services)
        again = turn.dialogue.step == "data"
        return turn.asking("data", AskNewTime(names, booking.inizio.date(), booking.inizio.time(), again))
    goal = _goal(turn, world, booking)
    turn, slot = availability.place(turn, world, goal)
    if slot is None:
        return turn
    return _move(turn, world, booking, goal, slot) if turn.agreed else _recap(turn, booking, goal, slot)


def _services_known(turn: Turn) -> Turn:
    doubt = turn.slots.servizi_in_dubbio
    return what.which_service(turn, doubt[0]) if doubt else turn


def _changes(turn: Turn) -> bool:
    slots = turn.slots
    named = slots.operatori_in_ordine or slots.operatore_qualsiasi or slots.operatore_genere or slots.operatore_abituale
    return bool(slots.nuovo != When() or slots.nuovi_servizi or named)


def _goal(turn: Turn, world: World, booking: Booking) -> availability.Goal:
    when = turn.slots.nuovo
    searching = when.da_ora or when.a_ora or when.prima_possibile
    if when.data is None and not (when.da_data or when.a_data or when.prima_possibile):
        when = replace(when, data=booking.inizio.date())
    if when.ora is None and not searching and when.data is not None:
        when = replace(when, ora=time(booking.inizio.hour, booking.inizio.minute))
    ids = _services(turn, booking)
    return availability.Goal(what.chosen(turn, ids), when, _operators(turn, world, booking, ids), booking.ids)


def _services(turn: Turn, booking: Booking) -> tuple[Id, ...]:
    """What the visit will hold: its own services, others in their place, or others after them."""
    own, new = tuple(s.servizio_id for s in booking.services), turn.slots.nuovi_servizi
    return tuple(dict.fromkeys((*own, *new))) if noted(turn, "aggiunge") == "si" else new or own


def _operators(turn: Turn, world: World, booking: Booking, ids: tuple[Id, ...]) -> tuple[Id | None, ...]:
    slots = turn.slots
    if slots.operatori_in_ordine or slots.operatore_qualsiasi or slots.operatore_genere or slots.operatore_abituale:
        return what.preferences(turn.with_slots(servizi=ids), world)
    if booking.operatore_id is None:
        return (None,)
    return (booking.operatore_id,)


def _recap(turn: Turn, booking: Booking, goal: availability.Goal, slot: Slot) -> Turn:
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


def _move(turn: Turn, world: World, booking: Booking, goal: availability.Goal, slot: Slot) -> Turn:
    rows = outcome.priced(turn, world, goal, slot)
    code = booking.confirmation_code or world.ids.code()
    write = ChangeBooking(booking.ids, booking.cliente_id, rows, slot.operatore_id, code, booking.note)
    client = world.reads.client(booking.cliente_id)
    messages = outcome.told(turn, world, "booking_change", client, booking, rows=rows, operatore_id=slot.operatore_id, code=code)
    turn = outcome.as_read(outcome.rechecked(turn, goal, slot), booking).writing(
        write, *messages, *outcome.freed(turn, world, booking, rows, slot.operatore_id)
    )
    moved = Moved(slot.day, slot.start, what.operator_name(turn, slot.operatore_id), code)
    return outcome.finished(turn, moved, Action("appuntamento_modificato", booking.ids, code))
