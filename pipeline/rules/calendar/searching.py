"""What is free: the starts of a window, and the alternatives to a time that is not to be had.

Called by stages and the desk (as `pipeline.rules.calendar.free_slots` and `alternatives`); calls `agenda`, so that every
start found here is one that `judge` accepts. It knows no words. Rules: contract section 4, "Proposals start on the grid"
and "Alternatives".
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta

from pipeline.model.business import Gender, Id, Service
from pipeline.model.calendar import Calendar, Slot, SlotRequest, Window
from pipeline.rules.calendar.agenda import Agenda, Day, Place
from pipeline.rules.calendar.judging import does_all
from pipeline.rules.calendar.masks import ALL, DAY, positions
from pipeline.rules.calendar.visits import Visit, clock, minute_of, visit_of

_PARTS = (720, 1080)
"""The minutes at which pomeriggio and sera begin (contract section 3, Conventions)."""


def free_slots(
    calendar: Calendar,
    services: Sequence[Service],
    window: Window,
    *,
    operatore_id: Id | None = None,
    genere: Gender | None = None,
    operators: Collection[Id] | None = None,
    exclude: tuple[Id, ...] = (),
    session_id: str | None = None,
    limit: int | None = None,
) -> tuple[Slot, ...]:
    """The free starts on the grid, soonest first, each with who takes it; at most `limit`.

    Narrowed to one operator, to a gender or to some operators. Days the calendar does not cover are not searched.
    """
    agenda = Agenda(calendar, exclude, session_id)
    visit = visit_of(services)
    able = _able(agenda, visit, operatore_id, genere, operators)
    found: list[Slot] = []
    for day in _days(calendar, window) if able else ():
        if agenda.closed(day):
            continue
        for slot in _slots(agenda.day(day, visit), visit, able, _bounds(calendar, window, day)):
            if window.done_by is not None and slot.end > window.done_by:
                continue
            found.append(slot)
            if len(found) == limit:
                return tuple(found)
    return tuple(found)


def grid(calendar: Calendar, day: date) -> tuple[time, ...]:
    """The starts that proposals of that day may have: counted from the beginning of each opening, free or not."""
    agenda = Agenda(calendar)
    return () if agenda.closed(day) else tuple(clock(minute) for minute in positions(agenda.week.weekday(day.weekday()).grid))


def alternatives(calendar: Calendar, request: SlotRequest, limit: int = 3) -> tuple[Slot, ...]:
    """Up to `limit` bookable times: nearest before, nearest after, another part of the day, then the following 7 calendar days."""
    same_day = _offers(calendar, request, request.day, request.day)
    start = minute_of(request.time)
    before = [slot for slot in same_day if minute_of(slot.start) < start][-1:]
    after = [slot for slot in same_day if minute_of(slot.start) > start][:1]
    found = before + after
    found += _elsewhere(same_day, start, found)
    if len(found) < limit:
        found += _following(calendar, request, limit - len(found))
    return tuple(found[:limit])


def _offers(calendar: Calendar, request: SlotRequest, first: date, last: date) -> list[Slot]:
    slots = free_slots(
        calendar,
        request.services,
        Window(first, last),
        operatore_id=request.operatore_id,
        exclude=request.exclude,
        session_id=request.session_id,
    )
    own = _own_time(calendar, request.exclude)
    return [slot for slot in slots if (slot.day, minute_of(slot.start), slot.operatore_id) != own]


def _own_time(calendar: Calendar, exclude: tuple[Id, ...]) -> tuple[date, int, Id | None] | None:
    """When the visit that is being moved stands now: offering it the time it has would be no alternative."""
    own = [(row.day, row.start, row.operatore_id) for row in calendar.busy if row.row_id in exclude]
    return min(own, key=lambda one: one[:2]) if own else None


def _elsewhere(slots: Iterable[Slot], start: int, found: list[Slot]) -> list[Slot]:
    """The nearest time in a part of the day that was not asked for; a part that is not yet offered goes first."""
    offered = {_part(slot) for slot in found}
    others = [slot for slot in slots if slot not in found and _part(slot) != _part_of(start)]
    others.sort(key=lambda slot: (_part(slot) in offered, abs(minute_of(slot.start) - start)))
    return others[:1]


def _following(calendar: Calendar, request: SlotRequest, count: int) -> list[Slot]:
    """The time nearest to the one asked for on each of the following days, soonest day first; then the second nearest, and so on."""
    start = minute_of(request.time)
    ranked: list[tuple[int, date, Slot]] = []
    per_day: dict[date, list[Slot]] = {}
    for slot in _offers(calendar, request, request.day + timedelta(days=1), request.day + timedelta(days=7)):
        per_day.setdefault(slot.day, []).append(slot)
    for day, slots in per_day.items():
        slots.sort(key=lambda slot: abs(minute_of(slot.start) - start))
        ranked += [(rank, day, slot) for rank, slot in enumerate(slots[:count])]
    ranked.sort(key=lambda one: one[:2])
    return sorted((slot for _, _, slot in ranked[:count]), key=lambda slot: (slot.day, slot.start))


def _part(slot: Slot) -> int:
    return _part_of(minute_of(slot.start))


def _part_of(minute: int) -> int:
    return sum(minute >= edge for edge in _PARTS)


def _able(
    agenda: Agenda, visit: Visit, operatore_id: Id | None, genere: Gender | None, operators: Collection[Id] | None
) -> frozenset[Place]:
    if not agenda.operators:
        return frozenset({None}) if operatore_id is None and genere is None and operators is None else frozenset()
    return frozenset(
        number
        for number, operator in agenda.operators.items()
        if operatore_id in (None, number)
        and genere in (None, operator.genere)
        and (operators is None or number in operators)
        and does_all(operator, visit.services)
    )


def _days(calendar: Calendar, window: Window) -> Iterator[date]:
    first = max(window.first, calendar.first, calendar.now.date())
    last = min(window.last, calendar.last, calendar.now.date() + timedelta(days=calendar.max_days))
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if day.weekday() not in window.weekdays_excluded:
            yield day


def _bounds(calendar: Calendar, window: Window, day: date) -> int:
    """The minutes of the day at which a visit may begin for the notice and the window."""
    earliest = minute_of(window.earliest) if window.earliest else 0
    latest = minute_of(window.latest) if window.latest is not None else DAY - 1
    ahead = calendar.now + timedelta(minutes=calendar.min_notice) - datetime.combine(day, time())
    earliest = max(earliest, -(-int(ahead.total_seconds()) // 60))
    return ((1 << (latest + 1)) - 1) >> earliest << earliest


def _slots(day: Day, visit: Visit, able: frozenset[Place], bounds: int) -> list[Slot]:
    left = day.weekday.grid & bounds & ALL
    taken_by: dict[int, Place] = {}
    for place in day.order():
        if not left:
            break
        if place in able:
            for start in positions(day.fits(place, visit) & left):
                if day.takes(place, visit, start):
                    taken_by[start] = place
                    left ^= 1 << start
    return [Slot(day.date, clock(start), clock(start + visit.length), taken_by[start]) for start in sorted(taken_by)]
