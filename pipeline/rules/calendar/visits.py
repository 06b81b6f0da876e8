"""A visit as minutes: its services one after the other, with the buffers between them.

Called by the rest of `pipeline.rules.calendar`, by the flows that write rows and by the desk; calls nothing but the model.
It knows no calendar. Rule: contract section 4, "The next row of a booking starts at ...".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from pipeline.model.business import Id, Service
from pipeline.model.calendar import PlannedRow


@dataclass(frozen=True, slots=True)
class Visit:
    """`rows`: (offset from the start, minutes) of each service; `length` without and `occupied` with the trailing buffer."""

    rows: tuple[tuple[int, int], ...]
    length: int
    occupied: int
    services: tuple[Id, ...]


_NO_SERVICE: Id = ""


def bare(minutes: int) -> Service:
    """A stretch of time that is no service of the list: every operator can take it."""
    return Service(_NO_SERVICE, "", minutes)


def visit_of(services: Sequence[Service]) -> Visit:
    """The minutes these services take in this order. Raises ValueError for none, or for one without a duration."""
    if not services or any(service.durata <= 0 for service in services):
        raise ValueError("a visit needs at least one service, each with a duration of at least a minute")
    rows: list[tuple[int, int]] = []
    offset = length = 0
    for service in services:
        rows.append((offset, service.durata))
        length = offset + service.durata
        offset = length + max(service.buffer, 0)
    return Visit(tuple(rows), length, offset, tuple(service.id for service in services if service.id != _NO_SERVICE))


def duration(services: Sequence[Service]) -> int:
    """The minutes from the first start to the last end, buffers between the services included, none after the last."""
    return visit_of(services).length


def occupied(services: Sequence[Service], at: time) -> tuple[int, int]:
    """(start, end) in minutes of the day for everything the visit keeps busy, trailing buffer included (what a hold must cover)."""
    start = minute_of(at)
    return start, start + visit_of(services).occupied


def plan(services: Sequence[Service], inizio: datetime) -> tuple[PlannedRow, ...]:
    """The rows of `appuntamenti` for these services from `inizio`; no row holds a trailing buffer."""
    visit = visit_of(services)
    return tuple(
        PlannedRow(service.id, inizio + timedelta(minutes=offset), inizio + timedelta(minutes=offset + durata), durata)
        for service, (offset, durata) in zip(services, visit.rows, strict=True)
    )


def minute_of(at: time) -> int:
    """The minute of the day; seconds are dropped."""
    return at.hour * 60 + at.minute


def clock(minute: int) -> time:
    """The time of day of a minute; what lies beyond midnight wraps around."""
    return _TIMES[minute % len(_TIMES)]


_TIMES = tuple(time(minute // 60, minute % 60) for minute in range(1440))
