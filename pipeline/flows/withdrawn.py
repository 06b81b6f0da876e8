"""Services that are turned down while they are being booked: "tolga la manicure", "la tinta no, solo la piega".

Called by the stage that fills slots and by `requests`. It must never touch an appointment that stands.
"""

from pipeline.flows.memo import note, noted
from pipeline.model.business import Id
from pipeline.model.turn import Turn


def _later(turn: Turn) -> tuple[Id, ...]:
    """The services left for a second appointment of this call."""
    waiting = (noted(turn, "poi") or "").split()
    return tuple(service.id for service in turn.lexicon.services if str(service.id) in waiting)


def turns_down(turn: Turn) -> bool:
    """Whether this utterance turns down a service that is being booked."""
    wanted = {*turn.slots.servizi, *_later(turn), *(one for family in turn.slots.servizi_in_dubbio for one in family)}
    return not wanted.isdisjoint(turn.parse.services_rejected)


def without_turned_down(turn: Turn) -> Turn:
    """The wish without them; what was left for a second appointment takes the place of a first that is empty."""
    if not turns_down(turn):
        return turn
    rejected = set(turn.parse.services_rejected)
    now = tuple(one for one in turn.slots.servizi if one not in rejected)
    later = tuple(one for one in _later(turn) if one not in rejected)
    if not now:
        now, later = later, ()
    doubt = tuple(family for family in turn.slots.servizi_in_dubbio if not rejected.issuperset(family))
    return note(turn.with_slots(servizi=now, servizi_in_dubbio=doubt), "poi", " ".join(str(one) for one in later) or None)
