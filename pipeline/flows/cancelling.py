"""An appointment is cancelled: the caller's own, after a second proof, with a recap and a yes (specification 4.1).

Walked by `pipeline.stages.flow`. Inside the cancellation window (`ore_disdetta`) it is refused with a way to a person.
"""

from pipeline.flows import outcome
from pipeline.flows.choosing import choose
from pipeline.flows.own import entitled
from pipeline.model.business import Booking
from pipeline.model.meanings import CancelDone, RecapCancel, TooLate
from pipeline.model.session import When
from pipeline.model.turn import Action, Turn
from pipeline.ports import World
from pipeline.rules.cancelling import too_late


def advance(turn: Turn, world: World) -> Turn:
    """The cancellation's next question, its recap, or its rows."""
    turn = entitled(turn, world)
    if turn.settled or turn.slots.cliente_id is None:
        return turn
    turn, booking = choose(turn, world)
    if booking is None:
        return turn
    if too_late(booking, turn.settings.ore_disdetta, turn.now):
        return outcome.onward(turn.saying(TooLate(turn.settings.ore_disdetta, turn.settings.telefono)))
    return _cancel(turn, world, booking) if turn.agreed else _recap(turn, booking)


def _recap(turn: Turn, booking: Booking) -> Turn:
    again = turn.dialogue.step == "conferma"
    names = tuple(s.nome for s in booking.services)
    return turn.asking("conferma", RecapCancel(names, booking.inizio.date(), booking.inizio.time(), again))


def _cancel(turn: Turn, world: World, booking: Booking) -> Turn:
    client = world.reads.client(booking.cliente_id)
    turn = outcome.as_read(turn, booking).writing(
        outcome.cancelled_rows(booking),
        *outcome.told(turn, world, "booking_cancellation", client, booking),
        *outcome.freed(turn, world, booking),
    )
    rebook = turn.dialogue.queue[:1] == ("prenotazione",)
    wanted, own = turn.slots, tuple(s.servizio_id for s in booking.services)
    services = tuple(i for i in wanted.servizi if i not in own) or own
    done = CancelDone(booking.inizio.date(), booking.inizio.time())
    turn = outcome.finished(turn, done, Action("appuntamento_cancellato", booking.ids, booking.confirmation_code))
    # "Disdica quello e mi prenda venerdì": the new one is the same visit on the day that was said.
    if not rebook or wanted.nuovo == When():
        return turn
    operators = {"operatori_in_ordine": wanted.operatori_in_ordine, "operatore_qualsiasi": wanted.operatore_qualsiasi}
    return turn.with_slots(quando=wanted.nuovo, servizi=services, **operators)
