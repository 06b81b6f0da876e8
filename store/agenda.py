"""The calendar of some days as one value: hours, holidays, absences, blocks, busy rows, holds.

Used by `store.reads` for proposals and, inside the write transaction, for the commit. Contract section 4, "When is a time free".
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

import orjson

from pipeline.model.business import FREE_STATES, Id
from pipeline.model.calendar import Absence, Busy, Calendar, Hold
from store import festivi
from store.bookings import bounds
from store.catalog import Catalog
from store.connection import Connection
from store.spelled_days import elsewhere
from store.values import day, flag, minute, minutes, moment, stamp, told


def read_calendar(conn: Connection, catalog: Catalog, first: date, last: date, now: datetime, easter: bool) -> Calendar:
    """Everything the rules need to judge any slot from `first` to `last`, both included."""
    settings = catalog.settings
    return Calendar(
        now=now,
        first=first,
        last=last,
        slot_minutes=settings.durata_slot_minuti,
        min_notice=settings.min_anticipo_minuti,
        max_days=settings.max_anticipo_giorni,
        hours=catalog.hours,
        operators=catalog.operators,
        services=tuple(service for _, service in catalog.by_workspace),
        holidays=festivi.between(catalog.holidays, first, last, easter),
        absences=_absences(conn, first, last),
        blocks=catalog.blocks,
        busy=_busy(conn, catalog.timing, first, last),
        holds=_holds(conn, first, last, now),
    )


def _absences(conn: Connection, first: date, last: date) -> tuple[Absence, ...]:
    sql = "SELECT operatore_id, data_inizio, data_fine, approvata FROM operatori_assenze WHERE"
    rows = conn.rows(f"{sql} data_fine >= ? AND data_inizio < ?", bounds(first, last))
    rows += conn.rows(f"{sql} {elsewhere('data_fine', first.year, last.year)}")
    return tuple(
        Absence(operator_id, start, end)
        for operator_id, since, until, approved in dict.fromkeys(rows)
        if flag(approved, True) and (start := day(since)) and (end := day(until))
    )


def _busy(conn: Connection, timing: Mapping[Id, tuple[int, int]], first: date, last: date) -> tuple[Busy, ...]:
    eve = first - timedelta(days=1)
    rows = conn.rows(f"{_ROWS} data_ora_inizio >= ? AND data_ora_inizio < ?", bounds(eve, last))
    rows += [
        (row[0], at.isoformat(), told(row[2]), *row[3:])
        for row in conn.rows(f"{_ROWS} ({elsewhere('data_ora_inizio', eve.year, last.year)})")
        if (at := moment(row[1])) and eve <= at.date() <= last
    ]
    found: list[Busy] = []
    for row_id, begins, ends, length, service_id, operator_id, state in rows:
        on, start = day(begins[:10]), minute(begins[11:16])
        if on is None or start is None or (state is not None and told(state).lower() in FREE_STATES):
            continue
        usual, buffer = timing.get(service_id, (0, 0))
        end = start + (max(minutes(length) or 0, 0) or usual) + buffer
        if ends:
            end = max(end, _end(on, told(ends), start))
        if end <= start:
            end = start + UNKNOWN_MINUTES
        if on >= first or end > 1440:
            # Nobody asks for a minute past the night after the last day.
            found.append(Busy(row_id, on, start, min(end, ((last - on).days + 2) * 1440), service_id, operator_id))
    return tuple(found)


UNKNOWN_MINUTES = 30
"""What a row takes that says neither how long it lasts nor until when: as long as a service without a duration."""
_ROWS = (
    "SELECT id, data_ora_inizio, data_ora_fine, durata_minuti, servizio_id, operatore_id, stato FROM appuntamenti"
    " WHERE deleted_at IS NULL AND"
)


def _end(on: date, ends: str, start: int) -> int:
    """Minutes after the midnight of `on` at which the row says it ends; its start where that cannot be read."""
    until = moment(ends) if ends[:10] != on.isoformat() else None
    if until is not None:
        return (until.date() - on).days * 1440 + until.hour * 60 + until.minute
    last = minute(ends[11:16])
    return start if last is None or ends[:10] != on.isoformat() else last


def _holds(conn: Connection, first: date, last: date, now: datetime) -> tuple[Hold, ...]:
    rows = conn.rows(
        "SELECT session_id, day, start, fine, services, operatore_id FROM sidecar_holds WHERE day >= ? AND day < ? AND expires_at > ?",
        (*bounds(first, last), stamp(now)),
    )
    return tuple(
        Hold(session_id, on, start, end, tuple(orjson.loads(services or "[]")), operator_id)
        for session_id, cell, start, end, services, operator_id in rows
        if (on := day(cell))
    )
