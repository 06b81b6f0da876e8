"""Services that are turned down while they are being booked: "tolga la manicure", "la tinta no, solo la piega".

Called by the stage that fills slots and by `requests`. It must never touch an appointment that stands.
"""

from dataclasses import replace

from pipeline.model.business import Id
from pipeline.model.session import Slots, When
from pipeline.model.turn import Turn


def turns_down(turn: Turn) -> bool:
    """Whether this utterance turns down a service that is being booked."""
    wanted = {one for visit in (turn.slots, *turn.dialogue.later) for one in _named(visit)}
    return not wanted.isdisjoint(_rejected(turn))


def without_turned_down(turn: Turn) -> Turn:
    """The wish without them; the first of the visits still to come takes the place of one that is empty."""
    if not turns_down(turn):
        return turn
    rejected = _rejected(turn)
    # What two visits hold is turned down of the one that is being arranged.
    elsewhere = rejected - _named(turn.slots)
    running = _without(turn.slots, rejected)
    kept = tuple(_without(visit, elsewhere) for visit in turn.dialogue.later if not _named(visit) or _named(visit) - elsewhere)
    if not _named(running) and kept:
        running, kept = _in_place_of(running, kept[0]), kept[1:]
    return turn.with_dialogue(slots=running, later=kept)


def _rejected(turn: Turn) -> set[Id]:
    """ "La manicure no, solo la piega": where the piega is all of this visit, the caller's own next ones are turned down with it."""
    rejected, running = set(turn.parse.services_rejected), set(turn.slots.servizi)
    if turn.parse.services_only and running and set(turn.parse.services) == running:
        own = (visit for visit in turn.dialogue.later if visit.nome is None and visit.per_altri == turn.slots.per_altri)
        rejected |= {one for visit in own for one in _named(visit)} - running
    return rejected


def _named(visit: Slots) -> set[Id]:
    return {*visit.servizi, *(one for family in visit.servizi_in_dubbio for one in family)}


def _without(visit: Slots, rejected: set[Id]) -> Slots:
    doubt = tuple(family for family in visit.servizi_in_dubbio if not rejected.issuperset(family))
    return replace(visit, servizi=tuple(one for one in visit.servizi if one not in rejected), servizi_in_dubbio=doubt)


def _in_place_of(empty: Slots, following: Slots) -> Slots:
    """The next visit on its own time, or on that of the one given up."""
    if following.nome is None:
        following = replace(following, cliente_id=empty.cliente_id, nome=empty.nome, cognome=empty.cognome)
    following = replace(following, telefono=empty.telefono, data_nascita=empty.data_nascita)
    return following if following.quando != When() else replace(following, quando=empty.quando)
