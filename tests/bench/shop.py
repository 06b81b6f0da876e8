"""Databases of a business with up to a million appointments, made once and copied for each use.

Called by the parts. The demo business, more operators, a thousand invented clients, and appointments of ten years past; the days ahead
are as full in each, and Sara is left free so that a booking turn finds its time.
"""

import shutil
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from sidecar.clock import FrozenClock
from store import open_store
from store.connection import Connection, open_connection

NOW = datetime(2026, 3, 2, 9, 0)
"""A Monday: every run sees the same calendar."""
_CALENDAR = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"
MONTHS = _CALENDAR.split()
OPERATORS = 10
CLIENTS = 1_000
AHEAD = 400
FULL = 3_600
"""Appointments ahead of a business that is busy all day: four a day for each operator."""
_PAST_DAYS = 3_650
_NAMES = "Ada Berta Carla Dora Elvira Flora Gemma Ida Lia Mina Nora Olga Pia Rita Sofia Tea Ugo Vito Zeno Aldo"
_FAMILIES = "Abate Bassi Conte Donati Errico Fabbri Grassi Innocenti Landi Mancini Negri Orlandi Parisi Quarta Riva Serra Testa"
_VERSION = "2"


def shop(folder: Path, appointments: int, unassigned: float = 0.0, ahead: int = AHEAD) -> Path:
    """A fresh copy in `folder` of the database with so many appointments, `ahead` of them to come, a share of these without operator."""
    kept = Path(tempfile.gettempdir()) / "fluxion-bench"
    kept.mkdir(exist_ok=True)
    made = kept / f"shop-{_VERSION}-{appointments}-{ahead}-{round(unassigned * 100)}.db"
    if not made.exists():
        work = made.with_suffix(".part")
        work.unlink(missing_ok=True)
        _make(work, appointments, unassigned, ahead)
        work.rename(made)
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(made, folder / "shop.db"))


def _make(path: Path, appointments: int, unassigned: float, ahead: int) -> None:
    demo(path)
    conn = open_connection(str(path))
    conn.run("PRAGMA synchronous = OFF")
    conn.run("BEGIN IMMEDIATE")
    conn.run("INSERT OR REPLACE INTO impostazioni (chiave, valore) VALUES ('limite_turni_minuto', '0')")
    conn.run("INSERT OR REPLACE INTO impostazioni (chiave, valore) VALUES ('limite_sessioni', '2000')")
    _people(conn)
    there = int(conn.value("SELECT count(*) FROM appuntamenti"))
    _appointments(conn, max(0, appointments - there), unassigned, ahead)
    conn.run("COMMIT")
    conn.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    conn.close()


def demo(path: Path) -> Path:
    """The demo business at that path, as `init-db --demo` makes it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    store = open_store(path, clock=FrozenClock(NOW), create=True)
    store.fill_demo(NOW)
    store.close()
    return path


def _people(conn: Connection) -> None:
    names, families = _NAMES.split(), _FAMILIES.split()
    staff = int(conn.value("SELECT count(*) FROM operatori"))
    for number in range(staff + 1, OPERATORS + 1):
        conn.run("INSERT INTO operatori (id, nome, cognome, genere) VALUES (?, ?, 'Prova', 'F')", (number, f"Nives{number}"))
        conn.run("INSERT INTO operatori_servizi (operatore_id, servizio_id) SELECT ?, id FROM servizi", (number,))
    clients = int(conn.value("SELECT count(*) FROM clienti"))
    conn.many(
        "INSERT INTO clienti (nome, cognome, telefono, voice_consent, consenso_whatsapp) VALUES (?, ?, ?, 1, 1)",
        [
            (names[at % len(names)], f"{families[at // 20 % len(families)]} {families[at // 340]}", f"34{at:08}")
            for at in range(CLIENTS - clients)
        ],
    )


def _appointments(conn: Connection, count: int, unassigned: float, wanted: int) -> None:
    ahead = min(wanted, count // 2)
    past = count - ahead
    per_day = max(1, -(-past // _PAST_DAYS))
    rows = [_row(NOW - timedelta(days=1 + at // per_day), at, 1 + at % OPERATORS, "completato") for at in range(past)]
    places = OPERATORS - 1
    rows += [
        _row(NOW + timedelta(days=1 + at % 88), at, None if at % 100 < 100 * unassigned else 2 + at // 88 % places, "confermato")
        for at in range(ahead)
    ]
    conn.many(
        "INSERT INTO appuntamenti (cliente_id, servizio_id, operatore_id, data_ora_inizio, data_ora_fine, durata_minuti, stato, prezzo,"
        " prezzo_finale, created_at, updated_at) VALUES (?, 4, ?, ?, ?, 30, ?, 20, 20, ?, ?)",
        rows,
    )


def _row(day: datetime, at: int, operator: int | None, state: str) -> tuple[int | str | None, ...]:
    start = day.replace(hour=9 + at // 7 % 9, minute=30 * (at // 3 % 2))
    stamp, end = start.isoformat(), (start + timedelta(minutes=30)).isoformat()
    return (1 + at % CLIENTS, operator, stamp, end, state, stamp, stamp)


def openings(count: int) -> list[str]:
    """Times at which Sara is free, in the words of a caller; each may be booked once."""
    found: list[str] = []
    for ahead in range(16, 88):
        day = NOW + timedelta(days=ahead)
        if 1 <= day.weekday() <= 4:
            found += [f"{day.day} {MONTHS[day.month - 1]} alle {hour}" for hour in (9, 10, 11, 12, 15, 16, 17, 18)]
    return found[:count]
