"""Calling functions about time: opening hours of the week, of a day, of this moment, of one person; holidays.

Listed in `functions`. Call `world.reads` (lexicon, calendar, holidays). The hours come from the rows of `orari_lavoro` alone,
whatever a text elsewhere says. Sources are named `database:` and the table.
"""

from dataclasses import replace
from datetime import date, timedelta

from pipeline.knowledge.dates import (
    HABITS,
    Range,
    day_words,
    hour,
    intersected,
    minutes_of,
    on_day,
    ranges_words,
    subtracted,
    week_rows,
)
from pipeline.knowledge.draft import Value, words
from pipeline.knowledge.question import Finding
from pipeline.knowledge.scope import Scope
from pipeline.knowledge.texts import template
from pipeline.model.business import Operator
from pipeline.model.calendar import Calendar

_HOURS = "database:orari_lavoro"
_SPOKEN = 5
"""Holidays that are read aloud: the next ones; the eye gets the year."""
_HOLIDAYS = "database:giorni_festivi"


def opening_hours(scope: Scope) -> Finding | None:
    """Hours of the firm or of one person: for a day, for a weekday, for now, or for the week; None where no hours are stored."""
    reading = scope.reading
    if not any(scope.lexicon.hours):
        return None
    people = [person for person in scope.lexicon.operators if person.id in reading.operators]
    if people:
        return _person_hours(scope, people[0])
    if reading.now:
        return _right_now(scope)
    if reading.weekday is not None:
        return _weekday(scope, reading.weekday)
    if reading.day is not None:
        return _one_day(scope, reading.day)
    rows = week_rows([_firm(scope, weekday) for weekday in range(7)], scope.language)
    return Finding(template("hours_week", scope.language), _HOURS, {"rows": list_value(rows)})


def holidays(scope: Scope) -> Finding | None:
    """The closing days ahead, or what happens on the day that was named."""
    if scope.reading.day is not None:
        return _one_day(scope, scope.reading.day)
    today = scope.today
    ahead = [
        (day, name)
        for year in (today.year, today.year + 1)
        for day, name in scope.world.reads.holidays(year)
        if today <= day <= today + timedelta(days=365)
    ]
    if not ahead:
        return Finding(template("no_holidays", scope.language), _HOLIDAYS)
    rows = [f"{day_words(day, scope.language, today)}: {name}" for day, name in sorted(ahead)]
    shown = list_value(rows)
    return Finding(template("holidays", scope.language), _HOLIDAYS, {"rows": replace(shown, spoken="; ".join(rows[:_SPOKEN]))})


def list_value(rows: list[str]) -> Value:
    """Rows for the eye, one a line; for the ear one sentence of them."""
    return Value("\n".join(f"- {row}" for row in rows), "; ".join(rows), "list")


def _firm(scope: Scope, weekday: int) -> list[Range]:
    return [(minutes_of(start), minutes_of(end)) for start, end in scope.lexicon.hours[weekday]]


def _one_day(scope: Scope, day: date) -> Finding:
    said = on_day(day, scope.language, scope.today)
    holiday = _holiday(scope, day)
    if holiday is not None:
        return Finding(template("hours_holiday", scope.language), _HOLIDAYS, {"day": words(said), "holiday": words(holiday)})
    return _open_or_closed(scope, said, _firm(scope, day.weekday()))


def _weekday(scope: Scope, weekday: int) -> Finding:
    """The habit; where the next such day is a holiday, that day is told instead, for that is what the caller will meet."""
    coming = scope.today + timedelta(days=(weekday - scope.today.weekday() - 1) % 7 + 1)
    if _holiday(scope, coming) is not None:
        return _one_day(scope, coming)
    return _open_or_closed(scope, HABITS[scope.language][weekday], _firm(scope, weekday))


def _open_or_closed(scope: Scope, said: str, ranges: list[Range]) -> Finding:
    if not ranges:
        return Finding(template("hours_day_closed", scope.language), _HOURS, {"day": words(said)})
    slots = {"day": words(said), "ranges": words(ranges_words(ranges, scope.language))}
    return Finding(template("hours_day", scope.language), _HOURS, slots)


def _right_now(scope: Scope) -> Finding:
    now = minutes_of(scope.now.time())
    if _holiday(scope, scope.today) is None:
        for start, end in _firm(scope, scope.today.weekday()):
            if start <= now < end:
                return Finding(template("hours_now", scope.language), _HOURS, {"time": words(hour(end))})
    today = _one_day(scope, scope.today)
    return Finding(f"{template('hours_now_closed', scope.language)} {today.template}", today.source, today.slots)


def _holiday(scope: Scope, day: date) -> str | None:
    return next((name for holiday, name in scope.world.reads.holidays(day.year) if holiday == day), None)


def _person_hours(scope: Scope, person: Operator) -> Finding:
    reading = scope.reading
    name = words(f"{person.nome} {person.cognome}".strip())
    if reading.weekday is None and reading.day is None:
        calendar = scope.world.reads.calendar(scope.today, scope.today, scope.now)
        week = [_person_day(scope, calendar, person, weekday) for weekday in range(7)]
        slots = {"person": name, "rows": list_value(week_rows(week, scope.language))}
        return Finding(template("person_week", scope.language), _HOURS, slots)
    habit = reading.weekday
    day = reading.day or scope.today + timedelta(days=((habit or 0) - scope.today.weekday() - 1) % 7 + 1)
    calendar = scope.world.reads.calendar(day, day, scope.now)
    said = HABITS[scope.language][habit] if habit is not None else on_day(day, scope.language, scope.today)
    away = any(absence.operatore_id == person.id and absence.first <= day <= absence.last for absence in calendar.absences)
    shut = away or any(holiday == day for holiday, _ in calendar.holidays)
    ranges = [] if shut else _person_day(scope, calendar, person, day.weekday(), day)
    if not ranges:
        said = on_day(day, scope.language, scope.today) if away else said
        return Finding(template("person_away", scope.language), _HOURS, {"day": words(said), "person": name})
    slots = {"day": words(said), "person": name, "ranges": words(ranges_words(ranges, scope.language))}
    return Finding(template("person_hours", scope.language), _HOURS, slots)


def _person_day(scope: Scope, calendar: Calendar, person: Operator, weekday: int, day: date | None = None) -> list[Range]:
    """A person's own rows replace the firm's for that weekday, never outside them (contract section 4); blocks come off."""
    firm = _firm(scope, weekday)
    own = [row for row in calendar.hours if row.operatore_id == person.id and row.weekday == weekday]
    works = [(row.start, row.end) for row in own if not row.pausa]
    base = intersected(works, firm) if works else firm
    pauses = [(row.start, row.end) for row in own if row.pausa]
    blocks = [
        (block.start, block.end)
        for block in calendar.blocks
        if block.operatore_id in (None, person.id) and (block.day == day if block.day is not None else block.weekday in (None, weekday))
    ]
    return subtracted(base, [*pauses, *blocks])
