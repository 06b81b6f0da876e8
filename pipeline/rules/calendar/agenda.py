"""A calendar read once and laid out by day: who is at work when, who is taken when, who still waits for an operator.

Called by `judging` and `searching`, so that both answer from the same picture; calls `weeks` and `places`. It knows no
notice, no horizon and no words. Rules: contract section 4, "When is a time free".
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.model.business import Id, Operator, Service
from pipeline.model.calendar import Absence, Busy, Calendar, Hold
from pipeline.rules.calendar.masks import ALL, DAY, runs, stretch
from pipeline.rules.calendar.places import Places, Unplaced
from pipeline.rules.calendar.visits import Visit
from pipeline.rules.calendar.weeks import Week, Weekday

Place = Id | None
"""Who takes a visit: an operator's id, or None for the one place of a business without operators."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A stretch that is no row of its own day: a hold, or what reaches in from the night before or after."""

    start: int
    end: int
    services: tuple[Id, ...]
    operatore_id: Id | None
    row_id: Id | None


class Agenda:
    """The days of one calendar without the rows of `exclude`, seen by one session (None = the desk, whom no hold stops)."""

    def __init__(self, calendar: Calendar, exclude: tuple[Id, ...] = (), session_id: str | None = None) -> None:
        self.calendar = calendar
        self.week = Week(calendar)
        self.operators: dict[Id, Operator] = {operator.id: operator for operator in calendar.operators}
        self.services: dict[Id, Service] = {service.id: service for service in calendar.services}
        self.holidays = dict(calendar.holidays)
        self._rows = _by_day(calendar.busy, frozenset(exclude))
        self._holds: dict[date, list[Hold]] = defaultdict(list)
        if session_id is not None:
            for hold in calendar.holds:
                if hold.session_id != session_id:
                    self._holds[hold.day].append(hold)
        self._who: dict[tuple[Id, ...], tuple[Id, ...]] = {}
        self._absences: dict[Id, list[Absence]] = defaultdict(list)
        for absence in calendar.absences:
            self._absences[absence.operatore_id].append(absence)

    def who_does(self, services: tuple[Id, ...]) -> tuple[Id, ...]:
        """The operators who do every one of these services."""
        found = self._who.get(services)
        if found is None:
            found = tuple(number for number, operator in self.operators.items() if all(operator.does(one) for one in services))
            self._who[services] = found
        return found

    def absent(self, operatore_id: Id, day: date) -> bool:
        """Whether an approved absence covers the day."""
        return any(absence.first <= day <= absence.last for absence in self._absences.get(operatore_id, ()))

    def closed(self, day: date) -> bool:
        """Whether the firm does not open at all that day: a holiday, or a weekday without hours."""
        return day in self.holidays or not self.week.weekday(day.weekday()).open

    def day(self, day: date, visit: Visit) -> "Day":
        """One day laid out for a visit; rows and holds of the nights before and after count where they reach into it."""
        openings = self.week.weekday(day.weekday()).openings
        return Day(self, day, self._taken(day, openings[-1][1] + visit.occupied if openings else DAY))

    def _taken(self, day: date, reach: int) -> list[Busy | Taken]:
        taken: list[Busy | Taken] = list(self._rows.get(day, ()))
        for offset in (-DAY, DAY) if reach > DAY else (-DAY,):
            for row in self._rows.get(day + timedelta(minutes=offset), ()):
                if row.end + offset > 0 and row.start + offset < reach:
                    services = (row.servizio_id,)
                    taken.append(Taken(row.start + offset, row.end + offset, services, row.operatore_id, row.row_id))
        for offset in (-DAY, 0, DAY) if self._holds else ():
            for hold in self._holds.get(day + timedelta(minutes=offset), ()):
                if hold.end + offset > 0 and hold.start + offset < reach:
                    taken.append(Taken(hold.start + offset, hold.end + offset, hold.services, hold.operatore_id, None))
        return taken


class Day:
    """One day of an agenda: masks of the minutes at which each place is open and is taken."""

    def __init__(self, agenda: Agenda, day: date, taken: list[Busy | Taken]) -> None:
        self.date = day
        self.agenda = agenda
        self.taken = taken
        self.weekday: Weekday = agenda.week.weekday(day.weekday())
        blocked = agenda.week.blocked(day)
        self.shut = blocked.get(None, 0)
        """Minutes blocked for everybody."""
        self._away = frozenset(number for number in agenda.operators if agenda.absent(number, day))
        self.open: dict[Place, int] = self._open(blocked)
        self.busy: dict[Place, int] = dict.fromkeys(self.open, 0)
        self.booked: dict[Place, int] = dict.fromkeys(self.open, 0)
        self._occupy()
        self.places = Places(self._unplaced(), {place: ALL & ~mask for place, mask in self.busy.items() if place is not None})

    def works(self, place: Place, visit: Visit) -> int:
        """The minutes at which the visit could begin as far as this place's hours go; buffers may run out of them."""
        return _within(self.open[place], visit)

    def fits(self, place: Place, visit: Visit) -> int:
        """The minutes at which the visit could begin here without touching what this place has taken on."""
        free = runs(ALL & ~self.busy[place], visit.occupied)
        return self.works(place, visit) & free

    def takes(self, place: Place, visit: Visit, start: int) -> bool:
        """Whether everybody still without an operator can be served too once this place takes the visit at `start`."""
        return place is None or self.places.spare(place, start, start + visit.occupied)

    def opens_for(self, visit: Visit) -> int:
        """The minutes at which the visit could begin as far as the firm's hours and blocked stretches go."""
        return _within(self.weekday.open & ~self.shut, visit)

    def order(self) -> list[Place]:
        """The places, fewest booked minutes first, then in the business's order."""
        return sorted(self.open, key=lambda place: self.booked[place])

    def _open(self, blocked: dict[Id | None, int]) -> dict[Place, int]:
        firm = self.weekday.open & ~self.shut
        if not self.agenda.operators:
            return {None: firm}
        own = self.weekday.own
        return {
            number: 0 if number in self._away else own.get(number, firm) & firm & ~blocked.get(number, 0)
            for number in self.agenda.operators
        }

    def _occupy(self) -> None:
        alone = not self.agenda.operators
        busy, booked = self.busy, self.booked
        for taken in self.taken:
            place = None if alone else taken.operatore_id
            if place in busy:
                start, end = taken.start, taken.end
                # Only this day's own appointments are its booked minutes: no hold, no row of the day before or after.
                if type(taken) is Busy:
                    booked[place] += end - start
                else:
                    start = max(start, 0)
                busy[place] |= ((1 << (end - start)) - 1) << start if end > start else 0

    def _unplaced(self) -> list[Unplaced]:
        if not self.agenda.operators:
            return []
        return [
            Unplaced(max(taken.start, 0), taken.end, self._able(taken))
            for taken in self.taken
            if taken.operatore_id is None and taken.start < DAY
        ]

    def _able(self, taken: Busy | Taken) -> frozenset[Id]:
        """Who could serve this appointment from its start to its end, where the firm is open at all."""
        services = (taken.servizio_id,) if isinstance(taken, Busy) else taken.services
        last = self.agenda.services.get(services[-1]) if services else None
        served = stretch(taken.start, max(taken.end - (last.buffer if last else 0), taken.start + 1)) & self.weekday.open & ~self.shut
        whole = stretch(taken.start, taken.end)
        return frozenset(
            number
            for number in self.agenda.who_does(services)
            if not self.busy[number] & whole and not served & ~self.open[number] and number not in self._away
        )


def _within(open_minutes: int, visit: Visit) -> int:
    starts = ALL
    for offset, durata in visit.rows:
        starts &= runs(open_minutes, durata) >> offset
    return starts


def _by_day(busy: tuple[Busy, ...], exclude: frozenset[Id]) -> dict[date, list[Busy]]:
    rows: dict[date, list[Busy]] = defaultdict(list)
    if exclude:
        busy = tuple(row for row in busy if row.row_id not in exclude)
    for row in busy:
        rows[row.day].append(row)
    return rows
