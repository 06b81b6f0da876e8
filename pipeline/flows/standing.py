"""Words that could begin a new visit and speak of one that stands: "giovedì preferirei Davide", "giovedì faccio solo la barba".

Called by the stage of intents, before a request begins. Only whose own telephone is calling is known well enough to look: to anybody else
the difference would tell what is booked.
"""

from dataclasses import replace

from pipeline.italian.phonetic import alike
from pipeline.model.business import Booking
from pipeline.model.parse import Parse
from pipeline.model.turn import Turn
from pipeline.ports import World


def of_one_that_stands(turn: Turn, world: World) -> Turn:
    """The turn with a change as its request, where the caller has a visit on that day of which these words are a part."""
    parse = turn.parse
    if turn.dialogue.flow is not None or turn.dialogue.uncertain is not None or not _a_part(parse):
        return turn
    if not any(_touched(parse, booking) for booking in _of_that_day(turn, world)):
        return turn
    return replace(turn, parse=replace(parse, intent="modifica", requests=("modifica",), confidence=max(parse.confidence, 0.9), topic=None))


def _a_part(parse: Parse) -> bool:
    """Whether only who does it is said, or only which part of it is wanted: no hour, no whole wish."""
    if parse.date is None or parse.time is not None or parse.for_other is not None or parse.then is not None:
        return False
    if parse.intent in ("cancella", "info", "waitlist", "operatore", "fuori_tema") or "add_service" in parse.flags:
        return False
    services = bool(parse.services or parse.services_ambiguous)
    return parse.services_only or bool(parse.services_out) if services else bool(parse.operators)


def _of_that_day(turn: Turn, world: World) -> tuple[Booking, ...]:
    telefono, said = turn.dialogue.caller_phone, turn.parse.name
    owners = world.reads.clients_by_phone(telefono) if telefono else ()
    if len(owners) != 1 or (said is not None and said.nome is not None and not alike(said.nome, owners[0].nome)):
        return ()
    return tuple(b for b in world.reads.bookings_of(owners[0].id, since=turn.now) if b.live and b.inizio.date() == turn.parse.date)


def _touched(parse: Parse, booking: Booking) -> bool:
    held = {service.servizio_id for service in booking.services}
    named = {*parse.services, *parse.services_out, *(one for family in parse.services_ambiguous for one in family)}
    if named:
        return len(held) > 1 and not held.isdisjoint(named)
    return booking.operatore_id not in parse.operators
