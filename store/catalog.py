"""The small tables of a business as one value: services, operators, hours, holidays, blocks, settings.

Used by `store.reads`. Kept per connection while `PRAGMA data_version` stands still, so that a change by the desktop app is seen by the
next question; two readings that are equal give the same object, so that a vocabulary compiled from it is compiled once.
"""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from itertools import pairwise

import orjson

from pipeline.model.business import Gender, Id, Lexicon, Operator, Service, Settings
from pipeline.model.calendar import Block, Hours
from store.connection import Connection
from store.door import Door
from store.festivi import HolidayRow
from store.namesakes import told_apart
from store.pii import is_cipher
from store.schema import Schema
from store.settings import read_settings
from store.values import clock_of, day, flag, minute, minutes, money, whole, words


@dataclass(frozen=True)
class Catalog:
    """Everything that seldom changes, as read at one moment."""

    settings: Settings
    services: tuple[Service, ...]
    """Active ones of the workspace `default`, in the business's order."""
    by_workspace: tuple[tuple[str, Service], ...]
    buffers: tuple[tuple[Id, int, int], ...]
    """(service id, duration, buffer) of every service, the inactive ones included: old rows still need them."""
    operators: tuple[Operator, ...]
    hours: tuple[Hours, ...]
    blocks: tuple[Block, ...]
    holidays: tuple[HolidayRow, ...]
    products: tuple[str, ...]
    patrono: tuple[int, int] | None
    marked_encrypted: bool

    @property
    def timing(self) -> Mapping[Id, tuple[int, int]]:
        """Service id to (duration, buffer) in minutes."""
        return {row[0]: (row[1], row[2]) for row in self.buffers}


class CatalogCache:
    """Hands out the catalogue and the lexicon; the same objects while the file says the same."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._lock = threading.Lock()
        self._last: tuple[Catalog, Lexicon] | None = None

    def get(self, conn: Connection) -> tuple[Catalog, Lexicon]:
        """The catalogue and lexicon as the file stands on this connection."""
        key = (conn.data_version(), self._door.epoch)
        if conn.cached is not None and conn.cached_key == key:
            return conn.cached
        catalog = read_catalog(conn, self._door.schema)
        with self._lock:
            last = self._last
            if last is None or last[0] != catalog:
                lexicon = lexicon_of(catalog)
                last = (catalog, last[1] if last is not None and last[1] == lexicon else lexicon)
                self._last = last
        conn.cached, conn.cached_key = last, key
        return last

    @property
    def last(self) -> tuple[Catalog, Lexicon] | None:
        """What was read last, for words when the file is gone."""
        return self._last


def read_catalog(conn: Connection, schema: Schema) -> Catalog:
    """Reads all the small tables."""
    settings = read_settings(conn, schema)
    rows = conn.rows(
        "SELECT id, nome, durata_minuti, buffer_minuti, prezzo, categoria, sinonimi, descrizione, ordine, attivo, workspace_id"
        " FROM servizi ORDER BY COALESCE(ordine, 0), rowid"
    )
    active = tuple((str(row[10] or "default"), _service(row)) for row in rows if flag(row[9], True) and words(row[1]))
    return Catalog(
        settings=settings,
        services=tuple(service for workspace, service in active if workspace == "default"),
        by_workspace=active,
        buffers=tuple((row[0], max(minutes(row[2]) or 0, 0), max(minutes(row[3]) or 0, 0)) for row in rows),
        operators=_operators(conn),
        hours=_hours(conn),
        blocks=_blocks(conn),
        holidays=_holidays(conn),
        products=_products(conn, schema),
        patrono=_patron(conn, settings.comune_patrono),
        marked_encrypted=_marked(conn, schema),
    )


def _service(row: tuple[object, ...]) -> Service:
    return Service(
        id=row[0],  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] -- an id is whatever the file says
        nome=words(row[1]) or "",
        durata=max(0, minutes(row[2]) or 0) or 30,
        buffer=max(minutes(row[3]) or 0, 0),
        prezzo=money(row[4]),
        categoria=words(row[5]),
        sinonimi=_synonyms(row[6]),
        descrizione=words(row[7]),
        ordine=whole(row[8]) or 0,
    )


def _synonyms(cell: object) -> tuple[str, ...]:
    text = words(cell) or ""
    try:
        found = orjson.loads(text) if text.startswith("[") else text.replace(";", ",").split(",")
    except orjson.JSONDecodeError:
        found = []
    return tuple(clean for item in found if (clean := words(item)))


def _operators(conn: Connection) -> tuple[Operator, ...]:
    skills: dict[Id, set[Id]] = {}
    for operator_id, service_id in conn.rows("SELECT operatore_id, servizio_id FROM operatori_servizi"):
        skills.setdefault(operator_id, set()).add(service_id)
    operators: list[Operator] = []
    for row in conn.rows("SELECT id, nome, cognome, genere, attivo FROM operatori ORDER BY rowid"):
        if flag(row[4], True):
            # Whoever has no name that can be said is told apart by a number.
            name = f"Operatore {len(operators) + 1}" if is_cipher(row[1]) or not words(row[1]) else words(row[1]) or ""
            surname = "" if is_cipher(row[2]) else words(row[2]) or ""
            done = skills.get(row[0])
            operators.append(Operator(row[0], name, surname, _gender(row[3]), None if done is None else frozenset(done)))
    return tuple(operators)


def _gender(cell: object) -> Gender | None:
    letter = (words(cell) or "")[:1].upper()
    return "M" if letter == "M" else "F" if letter == "F" else None


def _hours(conn: Connection) -> tuple[Hours, ...]:
    found: list[Hours] = []
    for weekday, start, end, kind, operator_id in conn.rows(
        "SELECT giorno_settimana, ora_inizio, ora_fine, tipo, operatore_id FROM orari_lavoro ORDER BY rowid"
    ):
        first, last, number = minute(start), minute(end), whole(weekday)
        if first is None or last is None or number is None:
            continue
        pause = (words(kind) or "lavoro").lower() == "pausa"
        for later, since, until in _days_of(first, last):
            found.append(Hours((number - 1 + later) % 7, since, until, pause, operator_id))
    return tuple(found)


SMALL_HOURS = 360
"""Who ends by six in the morning ends on the next day; a later end before its beginning is a slip of the pen, and nothing."""


def _days_of(first: int, last: int) -> tuple[tuple[int, int, int], ...]:
    """(days later, from, to) of hours that may run past midnight: "20:00-02:00" are two stretches, "15:00-00:00" one."""
    if first < last:
        return ((0, first, last),)
    if last > SMALL_HOURS or first == last:
        return ()
    return ((0, first, 1440), (1, 0, last)) if last else ((0, first, 1440),)


def _blocks(conn: Connection) -> tuple[Block, ...]:
    found: list[Block] = []
    for operator_id, weekday, on, start, end, active in conn.rows(
        "SELECT operatore_id, giorno_settimana, data_specifica, ora_inizio, ora_fine, attivo FROM blocchi_orario ORDER BY rowid"
    ):
        if flag(active, True):
            first, last = minute(start), minute(end)
            found.append(Block(first or 0, 1440 if last is None else last, operator_id, whole(weekday), day(on)))
    return tuple(found)


def _holidays(conn: Connection) -> tuple[HolidayRow, ...]:
    rows = conn.rows("SELECT data, descrizione, ricorrente FROM giorni_festivi ORDER BY data")
    return tuple(
        HolidayRow(on, words(name) or "Festivo", flag(again, False))
        for cell, name, again in rows
        if (on := day(cell) or day(f"2000-{cell}"))
    )


def _products(conn: Connection, schema: Schema) -> tuple[str, ...]:
    if not schema.has("prodotti"):
        return ()
    rows = conn.rows(
        "SELECT nome FROM prodotti WHERE COALESCE(attivo, 1) != 0 AND COALESCE(workspace_id, 'default') = 'default' ORDER BY rowid"
    )
    return tuple(name for row in rows if (name := words(row[0])))


def _patron(conn: Connection, town: str | None) -> tuple[int, int] | None:
    if town is None:
        return None
    known = conn.value("SELECT valore FROM sidecar_facts WHERE chiave = ?", (f"patrono:{town.lower()}",))
    found = day(f"2000-{known}") if known else None
    return (found.month, found.day) if found else None


def _marked(conn: Connection, schema: Schema) -> bool:
    """Whether names are encrypted here: the app's marker says so, or the oldest or newest clients show it (files can be mixed)."""
    for order in ("", " DESC"):
        rows = conn.rows(f"SELECT nome, cognome, telefono FROM clienti ORDER BY rowid{order} LIMIT 20")
        if any(is_cipher(cell) for row in rows for cell in row):
            return True
    if not schema.has("encryption_migration_state"):
        return False
    rows = conn.rows("SELECT * FROM encryption_migration_state")
    return any("encrypt_clienti_pii_v1" in cells and "done" in cells for cells in ([str(cell).lower() for cell in row] for row in rows))


def lexicon_of(catalog: Catalog) -> Lexicon:
    """The words of the business for the parser."""
    return Lexicon(
        services=told_apart(catalog.services),
        operators=catalog.operators,
        hours=tuple(_open_spans(catalog.hours, weekday) for weekday in range(7)),
        patrono=catalog.patrono,
        settore=catalog.settings.settore,
        max_anticipo_giorni=catalog.settings.max_anticipo_giorni,
        products=catalog.products,
    )


def _open_spans(hours: tuple[Hours, ...], weekday: int) -> tuple[tuple[time, time], ...]:
    """The firm's opening spans of a weekday: the union of work minus the union of breaks."""
    firm = [row for row in hours if row.operatore_id is None and row.weekday == weekday]
    cuts = sorted({edge for row in firm for edge in (row.start, row.end)})
    spans: list[tuple[int, int]] = []
    for start, end in pairwise(cuts):
        covering = [row for row in firm if row.start <= start and row.end >= end]
        if covering and not any(row.pausa for row in covering):
            if spans and spans[-1][1] == start:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
    return tuple((clock_of(start), clock_of(end)) for start, end in spans)
