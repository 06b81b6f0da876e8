"""When a time is free, minute by minute and by trying everything: docs/contract section 4 read aloud, slow on purpose.

Shares no code with `pipeline.rules.calendar`: the tests hold one against the other on invented calendars.
"""

from datetime import date, datetime, timedelta
from itertools import product

from pipeline.model.business import Id, Operator, Service
from pipeline.model.calendar import Calendar, SlotRequest

Minute = int
DAY = 1440


def reason_or_operator(calendar: Calendar, request: SlotRequest) -> tuple[str | None, Id | None]:
    """(reason, None) when refused, (None, who takes it) when free."""
    start = request.time.hour * 60 + request.time.minute
    reason = _firm_reason(calendar, request, start) or _distance_reason(calendar, request)
    if reason:
        return reason, None
    served, taken = minutes_of(request.services, start)
    if not calendar.operators:
        return _one_place(calendar, request, taken), None
    wanted = [one for one in calendar.operators if request.operatore_id in (None, one.id)]
    capable = [one for one in wanted if all(_does(one, service.id) for service in request.services)]
    if not capable:
        return ("operatore_assente" if not wanted else "operatore_non_fa_servizio"), None
    present = [one for one in capable if served <= _at_work(calendar, one, request.day)]
    if not present:
        return "operatore_assente", None
    takers = [one for one in present if _takes(calendar, request, one, taken)]
    if not takers:
        return "conflitto", None
    place = {one.id: number for number, one in enumerate(calendar.operators)}
    return None, min(takers, key=lambda one: (_booked(calendar, request, one), place[one.id])).id


def minutes_of(services: tuple[Service, ...], start: Minute) -> tuple[set[Minute], set[Minute]]:
    """(the minutes of service, the minutes taken: services and every buffer after them)."""
    served: set[Minute] = set()
    taken: set[Minute] = set()
    at = start
    for service in services:
        served |= set(range(at, at + service.durata))
        taken |= set(range(at, at + service.durata + service.buffer))
        at += service.durata + service.buffer
    return served, taken


def firm_minutes(calendar: Calendar, day: date) -> set[Minute]:
    """The union of lavoro minus the union of pausa."""
    work: set[Minute] = set()
    pause: set[Minute] = set()
    for row in calendar.hours:
        if row.weekday == day.weekday() and row.operatore_id is None:
            (pause if row.pausa else work).update(range(row.start, row.end))
    return work - pause


def grid(calendar: Calendar, day: date) -> list[Minute]:
    """The starts of proposals, counted from the beginning of each opening."""
    open_at = firm_minutes(calendar, day)
    starts: list[Minute] = []
    opening = 0
    for minute in sorted(open_at):
        if minute - 1 not in open_at:
            opening = minute
        if (minute - opening) % calendar.slot_minutes == 0:
            starts.append(minute)
    return starts


def _firm_reason(calendar: Calendar, request: SlotRequest, start: Minute) -> str | None:
    if any(day == request.day for day, _ in calendar.holidays):
        return "festivo"
    open_at = firm_minutes(calendar, request.day)
    if not open_at:
        return "giorno_chiuso"
    if start < min(open_at):
        return "prima_apertura"
    served, _ = minutes_of(request.services, start)
    if max(served) > max(open_at):
        return "dopo_chiusura"
    return None if served <= open_at - _blocked(calendar, None, request.day) else "pausa"


def _distance_reason(calendar: Calendar, request: SlotRequest) -> str | None:
    begin = datetime.combine(request.day, request.time)
    if begin - calendar.now < timedelta(minutes=calendar.min_notice):
        return "anticipo_minimo"
    return "anticipo_massimo" if (request.day - calendar.now.date()).days > calendar.max_days else None


def _blocked(calendar: Calendar, operatore_id: Id | None, day: date) -> set[Minute]:
    found: set[Minute] = set()
    for block in calendar.blocks:
        today = block.day == day if block.day is not None else block.weekday in (None, day.weekday())
        if today and block.operatore_id == operatore_id:
            found |= set(range(block.start, block.end))
    return found


def _at_work(calendar: Calendar, operator: Operator, day: date) -> set[Minute]:
    if any(one.operatore_id == operator.id and one.first <= day <= one.last for one in calendar.absences):
        return set()
    firm = firm_minutes(calendar, day)
    rows = [row for row in calendar.hours if row.weekday == day.weekday() and row.operatore_id == operator.id]
    own = {minute for row in rows if not row.pausa for minute in range(row.start, row.end)}
    pause = {minute for row in rows if row.pausa for minute in range(row.start, row.end)}
    hours = (own if any(not row.pausa for row in rows) else firm) - pause
    return hours & firm - _blocked(calendar, None, day) - _blocked(calendar, operator.id, day)


def _does(operator: Operator, servizio_id: Id) -> bool:
    return operator.services is None or servizio_id in operator.services


Appointment = tuple[frozenset[Minute], tuple[Id, ...], Id | None]


def _appointments(calendar: Calendar, request: SlotRequest) -> list[Appointment]:
    """(minutes from the midnight of the day asked for, services, operator) of all that is taken."""
    found: list[Appointment] = []
    for row in calendar.busy:
        shift = (row.day - request.day).days * DAY
        if row.row_id not in request.exclude and -1 <= (row.day - request.day).days <= 1:
            found.append((frozenset(range(row.start + shift, row.end + shift)), (row.servizio_id,), row.operatore_id))
    for hold in calendar.holds:
        if request.session_id is not None and hold.session_id != request.session_id and hold.day == request.day:
            found.append((frozenset(range(hold.start, hold.end)), hold.services, hold.operatore_id))
    return found


def _one_place(calendar: Calendar, request: SlotRequest, taken: set[Minute]) -> str | None:
    if request.operatore_id is not None:
        return "operatore_assente"
    return "conflitto" if any(taken & minutes for minutes, _, _ in _appointments(calendar, request)) else None


def _takes(calendar: Calendar, request: SlotRequest, operator: Operator, taken: set[Minute]) -> bool:
    everything = _appointments(calendar, request)
    if any(who == operator.id and minutes & taken for minutes, _, who in everything):
        return False
    nobodys = [one for one in everything if one[2] is None]
    near = [one for one in nobodys if one[0] & taken]
    if not near:
        return True
    linked = _linked(nobodys, near)
    choices = {id(one): _able(calendar, request, one, everything) for one in linked}
    whole = linked if _served(linked, choices, (), None) else near
    return _served(whole, choices, near, operator.id)


def _linked(nobodys: list[Appointment], near: list[Appointment]) -> list[Appointment]:
    """All that a chain of overlaps links to those near the visit."""
    linked = list(near)
    while True:
        more = [one for one in nobodys if one not in linked and any(one[0] & other[0] for other in linked)]
        if not more:
            return [one for one in nobodys if one in linked]
        linked += more


def _able(calendar: Calendar, request: SlotRequest, one: Appointment, everything: list[Appointment]) -> list[Id]:
    minutes, services, _ = one
    buffers = {service.id: service.buffer for service in calendar.services}
    served = frozenset(sorted(minutes)[: max(len(minutes) - buffers.get(services[-1], 0), 1)])
    open_at = firm_minutes(calendar, request.day) - _blocked(calendar, None, request.day)
    return [
        operator.id
        for operator in calendar.operators
        if all(_does(operator, service) for service in services)
        and not any(absence.operatore_id == operator.id and absence.first <= request.day <= absence.last for absence in calendar.absences)
        and served & open_at <= _at_work(calendar, operator, request.day)
        and not any(who == operator.id and minutes & other for other, _, who in everything)
    ]


def _served(those: list[Appointment], choices: dict[int, list[Id]], barred: list[Appointment] | tuple[()], operator: Id | None) -> bool:
    """Whether some assignment gives everyone an operator of his own; `operator` is not for those barred."""
    for assignment in product(*(choices[id(one)] for one in those)):
        pairs = list(zip(those, assignment, strict=True))
        if any(who == operator and one in barred for one, who in pairs):
            continue
        if all(one is other or who != whose or not one[0] & other[0] for one, who in pairs for other, whose in pairs):
            return True
    return False


def _booked(calendar: Calendar, request: SlotRequest, operator: Operator) -> int:
    return sum(
        row.end - row.start
        for row in calendar.busy
        if row.day == request.day and row.operatore_id == operator.id and row.row_id not in request.exclude
    )
