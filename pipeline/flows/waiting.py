"""A place on the waiting list (specification 7): for a day without room, or because the caller asks to be told.

Walked by `pipeline.stages.flow`, also when a booking found nothing that suits. Asked once, written at the yes; the position told is
the rank among those WAITING for that date and service. Nobody stands on the same list twice.
"""

from dataclasses import replace
from datetime import date

from pipeline.flows import outcome, what
from pipeline.flows.who import identify
from pipeline.model.meanings import AskDay, RecapWaitlist, Waitlisted
from pipeline.model.session import When
from pipeline.model.turn import Action, Turn
from pipeline.model.writes import AddToWaitlist, Priority
from pipeline.ports import World
from pipeline.rules.waiting import already_waiting, position


def advance(turn: Turn, world: World) -> Turn:
    """The waiting list's next question, its recap, or its row."""
    for question in (identify, what.services):
        turn = question(turn, world)
        if turn.settled:
            return turn
        if turn.slots.cliente_id is None:
            return turn
    day = turn.slots.quando.data or turn.slots.quando.da_data
    if day is None:
        return turn.asking("data", AskDay(again=turn.dialogue.step == "data"))
    service = what.chosen(turn)[0]
    if not turn.agreed:
        return turn.asking("conferma", RecapWaitlist(service.nome, day, turn.slots.quando.ora, again=turn.dialogue.step == "conferma"))
    client = world.reads.client(turn.slots.cliente_id)
    if client is None:
        return identify(turn.with_slots(cliente_id=None), world)
    entries = world.reads.waitlist(day, service.id)
    if already_waiting(entries, client.id):
        place = position(entries, client.id)
        return outcome.onward(turn.saying(Waitlisted(day, place, already=True)))
    priority: Priority = "VIP" if client.is_vip else "NORMAL"
    wanted = turn.slots.operatori_in_ordine
    entry = AddToWaitlist(client.id, service.id, day, turn.slots.quando.ora, wanted[0] if wanted else None, priority)
    place = position(entries, client.id, priority)
    return outcome.finished(turn.writing(entry), Waitlisted(day, place), Action("waitlist_aggiunto"))


def waited_for(turn: Turn) -> date | None:
    """The day a place on the list is offered for: the one wanted, of a new visit or of one that was to move."""
    when = turn.slots.nuovo if turn.dialogue.flow == "modifica" else turn.slots.quando
    return when.data or when.da_data


def accepted(turn: Turn, world: World) -> Turn:
    """The offered place is wanted: what was to be moved is kept as it is, and waits as the same visit on the other day."""
    if turn.dialogue.flow == "modifica":
        chosen = turn.slots.appuntamento_id
        booking = world.reads.booking(chosen) if chosen is not None else None
        services = tuple(s.servizio_id for s in booking.services) if booking is not None else turn.slots.servizi
        turn = turn.with_slots(servizi=services, quando=When(data=waited_for(turn), ora=turn.slots.nuovo.ora), appuntamento_id=None)
    return replace(turn.with_dialogue(flow="waitlist", step="ascolto"), agreed=True, understood=True)
