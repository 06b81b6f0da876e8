"""An appointment is cancelled: the caller's own, after a second proof, with a recap and a yes (specification 4.1).

Walked by `pipeline.stages.flow`. Inside the cancellation window (`ore_disdetta`) it is refused with a way to a person.
"""

from dataclasses import replace

from pipeline.flows import outcome, what
from pipeline.flows.choosing import choose, options_of
from pipeline.flows.memo import note, noted
from pipeline.flows.own import entitled, fits, upcoming
from pipeline.model.business import Booking
from pipeline.model.meanings import AllCancelled, CancelDone, RecapCancel, RecapCancelAll, TooLate
from pipeline.model.session import Planned, Slots, When
from pipeline.model.turn import Action, Turn
from pipeline.ports import World
from pipeline.rules.cancelling import too_late


def advance(turn: Turn, world: World) -> Turn:
    """The cancellation's next question, its recap, or its rows."""
    turn = entitled(turn, world)
    if turn.settled or turn.slots.cliente_id is None:
        return turn
    every = _every_one(turn, world)
    if every:
        return _all(turn, world, every)
    turn, booking = choose(turn, world)
    if booking is None:
        return turn
    if too_late(booking, turn.settings.ore_disdetta, turn.now):
        return outcome.onward(turn.saying(TooLate(turn.settings.ore_disdetta, turn.settings.telefono)))
    if what.remaining(turn, booking) not in ((), tuple(s.servizio_id for s in booking.services)):
        # "Tolga la barba": the rest of the visit stays, so it changes.
        return turn.with_dialogue(flow="modifica")
    return _cancel(turn, world, booking) if turn.agreed else _recap(turn, booking)


def _every_one(turn: Turn, world: World) -> tuple[Booking, ...]:
    """The appointments meant by "tutti e due"; none when a single one is."""
    if noted(turn, "tutti") is None or turn.slots.appuntamento_id is not None:
        return ()
    mine, wanted = upcoming(turn, world), turn.slots
    meant = tuple(b for b in mine if fits(b, wanted.quando, wanted.servizi))
    if not meant and "prenotazione" in turn.dialogue.queue:
        meant = tuple(b for b in mine if fits(b, wanted.quando, ()))  # the service named is the one of the new appointment
    whole = tuple(b for b in meant if {s.servizio_id for s in b.services}.issuperset(turn.slots.servizi))
    # "La piega e la manicure" of one visit are that visit; of two, both.
    return () if len(turn.slots.servizi) > 1 and len(whole) == 1 else meant if len(meant) > 1 else ()


def _all(turn: Turn, world: World, every: tuple[Booking, ...]) -> Turn:
    """All of them in one recap and one transaction; those inside the window are left out, and said."""
    due = tuple(b for b in every if not too_late(b, turn.settings.ore_disdetta, turn.now))
    if len(due) < len(every) and not turn.agreed:
        turn = turn.saying(TooLate(turn.settings.ore_disdetta, turn.settings.telefono))
    if not due:
        return outcome.onward(turn)
    if len(due) == 1:
        booking = due[0]
        return _recap(note(turn.with_slots(appuntamento_id=booking.id), "tutti", None), booking)
    stand = " ".join(f"{b.id}@{b.inizio:%Y-%m-%dT%H:%M}" for b in due)
    moments = tuple(b.inizio for b in due)
    if not turn.agreed or noted(turn, "letto") != stand:
        again = turn.dialogue.step == "conferma"
        listed = options_of(due, turn)
        return note(replace(turn, agreed=False), "letto", stand).asking("conferma", RecapCancelAll(moments, again), listed)
    for booking in due:
        turn = _given_up(turn, world, booking)
    turn = replace(turn, actions=(*turn.actions, *(_action(b) for b in due[:-1])))
    rebook, wanted = turn.dialogue.queue[:1] == ("prenotazione",), turn.slots
    turn = outcome.finished(turn, AllCancelled(moments), _action(due[-1]))
    return turn.with_slots(quando=wanted.nuovo, servizi=wanted.servizi) if rebook and wanted.nuovo != When() else turn


def _action(booking: Booking) -> Action:
    return Action("appuntamento_cancellato", booking.ids, booking.confirmation_code)


def _again(booking: Booking) -> Planned:
    """The booking that would bring this appointment back."""
    when = When(data=booking.inizio.date(), ora=booking.inizio.time())
    who = (booking.operatore_id,) if booking.operatore_id is not None else ()
    slots = Slots(servizi=tuple(s.servizio_id for s in booking.services), quando=when, operatori_in_ordine=who, note=booking.note)
    return Planned("prenotazione", slots)


def _given_up(turn: Turn, world: World, booking: Booking) -> Turn:
    """With the writes that free this appointment, tell the client, and offer its time to who waits."""
    client = world.reads.client(booking.cliente_id)
    return outcome.as_read(turn, booking).writing(
        outcome.cancelled_rows(booking),
        *outcome.told(turn, world, "booking_cancellation", client, booking),
        *outcome.freed(turn, world, booking),
    )


def _recap(turn: Turn, booking: Booking) -> Turn:
    again = turn.dialogue.step == "conferma"
    names = tuple(s.nome for s in booking.services)
    return turn.asking("conferma", RecapCancel(names, booking.inizio.date(), booking.inizio.time(), again))


def _cancel(turn: Turn, world: World, booking: Booking) -> Turn:
    turn = _given_up(turn, world, booking)
    rebook = turn.dialogue.queue[:1] == ("prenotazione",)
    wanted, own = turn.slots, tuple(s.servizio_id for s in booking.services)
    services = tuple(i for i in wanted.servizi if i not in own) or own
    done = CancelDone(booking.inizio.date(), booking.inizio.time())
    turn = outcome.finished(turn, done, _action(booking), _again(booking))
    # "Disdica quello e mi prenda venerdì": the new one is the same visit on the day that was said.
    if not rebook or wanted.nuovo == When():
        return turn
    operators = {"operatori_in_ordine": wanted.operatori_in_ordine, "operatore_qualsiasi": wanted.operatore_qualsiasi}
    return turn.with_slots(quando=wanted.nuovo, servizi=services, **operators)
