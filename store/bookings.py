"""Rows of `appuntamenti` as bookings: which rows are one visit, and reading them.

Used by `store.reads`, `store.archive` and the writes. One visit = the rows of one client with one `confirmation_code`, or with the mark
`gruppo:<hex>` the desktop app leaves in the note, or a single row. Rows a changed visit no longer needs are soft-deleted and never shown.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from pipeline.model.business import FREE_STATES, BookedService, Booking, Id
from store.connection import Connection, Row
from store.spelled_days import elsewhere
from store.values import flag, later, minutes, moment, money, words

COLUMNS = (
    "a.id, a.cliente_id, a.servizio_id, a.operatore_id, a.data_ora_inizio, a.data_ora_fine, a.durata_minuti, a.stato, a.prezzo_finale,"
    " a.prezzo, a.note, a.confirmation_code, a.whatsapp_confirmed, s.nome"
)
FROM = "appuntamenti a LEFT JOIN servizi s ON s.id = a.servizio_id"
_GROUP = re.compile(r"gruppo:([0-9A-Fa-f]+)")


def visit_key(row: Row) -> tuple[Any, ...]:
    """What the rows of one visit have in common."""
    if row[11]:
        return (str(row[1]), "code", row[11])
    mark = _GROUP.search(str(row[10] or ""))
    return (str(row[1]), "group", mark[1].lower()) if mark else (str(row[1]), "row", row[0])


def booking_of(rows: Sequence[Row]) -> Booking:
    """The visit made of these rows: the live ones, or all when none is live."""
    ordered = sorted(rows, key=lambda row: (str(row[4]).replace(" ", "T"), str(row[0])))
    live = [row for row in ordered if str(row[7] or "").lower() not in FREE_STATES]
    kept = live or ordered
    first = kept[0]
    notes = dict.fromkeys(note for row in kept if (note := words(_GROUP.sub("", str(row[10] or "")).strip(" ,;|-"))))
    return Booking(
        id=first[0],
        ids=tuple(row[0] for row in kept),
        cliente_id=first[1],
        services=tuple(BookedService(row[2], str(row[13] or ""), _length(row), _price(row)) for row in kept),
        inizio=_start(first),
        fine=max(_end(row) for row in kept),
        stato=str(first[7] or "confermato"),
        operatore_id=first[3],
        confirmation_code=first[11],
        note=" ".join(notes) or None,
        whatsapp_confirmed=flag(first[12], False),
    )


def _price(row: Row) -> Any:
    final = money(row[8])
    return money(row[9]) if final is None else final


def _start(row: Row) -> datetime:
    return moment(row[4]) or datetime.min


def _end(row: Row) -> datetime:
    return moment(row[5]) or later(_start(row), minutes(row[6]) or 0)


def _length(row: Row) -> int:
    written = minutes(row[6])
    return int((_end(row) - _start(row)).total_seconds() // 60) if written is None else written


def grouped(rows: Iterable[Row]) -> tuple[Booking, ...]:
    """The visits these rows make, in the order in which each begins to appear."""
    visits: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        if moment(row[4]) is not None:
            visits.setdefault(visit_key(row), []).append(row)
    return tuple(booking_of(rows) for rows in visits.values())


def by_id(conn: Connection, row_id: Id) -> Booking | None:
    """The whole visit that any of its row ids names."""
    row = conn.row(f"SELECT {COLUMNS}, a.deleted_at FROM {FROM} WHERE a.id = ?", (row_id,))
    if row is None or moment(row[4]) is None or (row[-1] is not None and not row[11]):
        return None
    found = booking_rows(conn, row)
    return booking_of(found) if found else None


def booking_rows(conn: Connection, row: Row) -> list[Row]:
    """All the rows of the visit to which this row belongs."""
    if row[11]:
        return conn.rows(
            f"SELECT {COLUMNS} FROM {FROM} WHERE a.confirmation_code = ? AND a.cliente_id = ? AND a.deleted_at IS NULL",
            (row[11], row[1]),
        )
    mark = _GROUP.search(str(row[10] or ""))
    if mark is None:
        return [row]
    start = _start(row)
    rows = conn.rows(
        f"SELECT {COLUMNS} FROM {FROM} WHERE a.cliente_id = ? AND a.data_ora_inizio >= ? AND a.data_ora_inizio < ?"
        " AND a.deleted_at IS NULL",
        (row[1], start.date().isoformat(), (start.date() + timedelta(days=1)).isoformat()),
    )
    return [each for each in rows if visit_key(each) == visit_key(row)]


def of_client(conn: Connection, cliente_id: Id, since: datetime | None, limit: int) -> tuple[Booking, ...]:
    """Live visits from `since` on, soonest first; since None: all visits, newest first."""
    if since is None:
        rows = conn.rows(
            f"SELECT {COLUMNS} FROM {FROM} WHERE a.cliente_id = ? AND a.deleted_at IS NULL ORDER BY a.data_ora_inizio DESC LIMIT ?",
            (cliente_id, limit * 12 + 12),
        )
        return tuple(sorted(grouped(rows), key=lambda booking: booking.inizio, reverse=True)[:limit])
    rows = conn.rows(
        f"SELECT {COLUMNS} FROM {FROM} WHERE a.cliente_id = ? AND a.data_ora_inizio >= ? AND a.deleted_at IS NULL"
        " ORDER BY a.data_ora_inizio LIMIT ?",
        (cliente_id, since.date().isoformat(), limit * 12 + 12),
    )
    odd = elsewhere("a.data_ora_inizio", since.year, since.year + 1)
    rows += conn.rows(f"SELECT {COLUMNS} FROM {FROM} WHERE a.cliente_id = ? AND a.deleted_at IS NULL AND ({odd})", (cliente_id,))
    found = (booking for booking in grouped(rows) if booking.live and booking.inizio >= since)
    return tuple(sorted(found, key=lambda booking: booking.inizio))[:limit]


def page(
    conn: Connection, cliente_id: Id | None, first: date | None, last: date | None, stato: str | None, limit: int, offset: int
) -> tuple[tuple[Booking, ...], bool]:
    """(visits by time, whether there are more); reads only as many rows as the page needs."""
    where, values = ["a.deleted_at IS NULL"], list[Any]()
    for condition, value in (
        ("a.cliente_id = ?", cliente_id),
        ("a.data_ora_inizio >= ?", first.isoformat() if first else None),
        ("a.data_ora_inizio < ?", (last + timedelta(days=1)).isoformat() if last else None),
        ("lower(a.stato) = ?", stato.lower() if stato else None),
    ):
        if value is not None:
            where.append(condition)
            values.append(value)
    sql = f"SELECT {COLUMNS} FROM {FROM} WHERE {' AND '.join(where)} ORDER BY a.data_ora_inizio, a.id"
    visits: dict[tuple[Any, ...], list[Row]] = {}
    end: str | None = None
    stream = conn.iterate(sql, values)
    for row in stream:
        if end is not None and str(row[4])[:10] > end:
            break
        if moment(row[4]) is not None:
            visits.setdefault(visit_key(row), []).append(row)
        if end is None and len(visits) > offset + limit:
            end = str(row[4])[:10]
    stream.close()
    found = tuple(booking_of(rows) for rows in visits.values())
    return found[offset : offset + limit], len(found) > offset + limit


def bounds(first: date, last: date) -> tuple[str, str]:
    """Text bounds of whole days that hold for "T" and for a blank between day and time."""
    return first.isoformat(), (last + timedelta(days=1)).isoformat()


def spelled(conn: Connection, state: str) -> str:
    """A state in the spelling most rows of the file use: `confermato`, or `Confermato` after the desktop app was at it."""
    last = int(conn.value("SELECT max(rowid) FROM appuntamenti") or 0)
    step = max(1, last // 60)
    found = [
        str(row[0])
        for at in range(min(200, last // step + 1))
        for row in conn.rows("SELECT stato FROM appuntamenti WHERE rowid > ? AND stato IS NOT NULL ORDER BY rowid LIMIT 1", (at * step,))
        if row[0]
    ]
    capital = sum(word[0].isupper() for word in found)
    return state.capitalize() if capital * 2 > len(found) else state
