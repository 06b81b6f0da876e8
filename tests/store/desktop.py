"""Makes files as the desktop app makes them: TEXT ids, its own tables and columns, states in either spelling, perhaps encrypted.

Used by the tests and by whoever plays a transcript with `db=desktop`. The business is the demo business, so that one dialogue fits both
kinds of file. Written from the facts known of the app's schema; knows nothing of ours.
"""

import base64
import hashlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import apsw

from store import demo_data as data
from tests.store.desktop_schema import SCHEMA


def slug(prefix: str, name: str) -> str:
    """The kind of id the app gives its own rows."""
    return f"{prefix}-{name.lower().replace(' ', '-').replace(chr(39), '')}"


def cipher(text: str) -> str:
    """Something of the shape of an encrypted cell: Base64 of a nonce, as many bytes as the text, and a tag."""
    noise = hashlib.shake_256(text.encode()).digest(12 + len(text.encode()) + 16)
    return base64.b64encode(noise).decode()


def client_id(at: int) -> str:
    """The id of the client at that place of the demo's list, counted from 1: 32 hex digits."""
    return hashlib.blake2b(f"cliente {at}".encode(), digest_size=16).hexdigest()


def make_desktop_file(
    path: Path, now: datetime, *, capitalised: bool = True, encrypted: bool = False, mixed: bool = False, extra_appointments: int = 0
) -> Path:
    """A file of the desktop app with the demo business around `now`.

    `encrypted` hides the people, `mixed` leaves every second one readable; `extra_appointments` adds old rows of past years.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    conn: Any = apsw.Connection(str(path))
    conn.execute("PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON").fetchall()
    with conn:
        conn.execute(SCHEMA)
        _business(conn)
        _people(conn, encrypted or mixed, mixed)
        state = "Confermato" if capitalised else "confermato"
        for visit in _visits(now, state, capitalised):
            conn.execute(_INSERT, visit)
        conn.executemany(_INSERT, _old(extra_appointments, now, "Completato" if capitalised else "completato"))
        if encrypted or mixed:
            conn.execute("INSERT INTO encryption_migration_state VALUES ('encrypt_clienti_pii_v1', 'done', '2026-01-02T03:04:05')")
    conn.close(True)
    return path


_INSERT = (
    "INSERT INTO appuntamenti (id, cliente_id, servizio_id, operatore_id, data_ora_inizio, data_ora_fine, durata_minuti, stato, prezzo,"
    " prezzo_finale, note, fonte_prenotazione, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_SERVICE = {row[0]: row for row in data.SERVICES}


def _business(conn: Any) -> None:
    conn.executemany(
        "INSERT INTO impostazioni (chiave, valore, tipo) VALUES (?, ?, 'string')",
        [
            ("nome_attivita", "Salone Aurora"), ("telefono_attivita", "0255501234"), ("indirizzo_completo", "Via dei Tigli 12, Milano"),
            ("orario_apertura", "08:00"), ("orario_chiusura", "23:00"), ("giorni_lavorativi", '["lun","mar"]'),
            ("durata_slot_minuti", "30"),
            ("whatsapp_attivo", "true"), ("voice_agent_attivo", "true"), ("reminder_ore_prima", "24"),
        ],
    )  # fmt: skip
    conn.executemany(
        "INSERT INTO faq_settings (chiave, valore, categoria) VALUES (?, ?, 'generale')",
        [("ore_disdetta", "24"), ("metodi_pagamento", "contanti e carte"), ("info_parcheggio", "{{DA_CONFIGURARE}}")],
    )
    conn.execute("INSERT INTO voice_agent_config (id, attivo, numero_trasferimento) VALUES ('default', 1, '0255501234')")
    for at, (name, group, price, minutes, buffer, _, about) in enumerate(data.SERVICES, 1):
        conn.execute(
            "INSERT INTO servizi (id, nome, descrizione, categoria, prezzo, durata_minuti, buffer_minuti, ordine)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (slug("srv", name), name, about, group, price, minutes, buffer, at),
        )
    for name, surname, gender, skills in data.OPERATORS:
        conn.execute("INSERT INTO operatori (id, nome, cognome, genere) VALUES (?, ?, ?, ?)", (slug("op", name), name, surname, gender))
        conn.executemany(
            "INSERT INTO operatori_servizi (operatore_id, servizio_id) VALUES (?, ?)",
            [(slug("op", name), slug("srv", each)) for each in skills],
        )
    conn.executemany("INSERT INTO orari_lavoro (giorno_settimana, ora_inizio, ora_fine, tipo) VALUES (?, ?, ?, ?)", data.HOURS)
    conn.executemany(
        "INSERT INTO giorni_festivi (data, descrizione, ricorrente) VALUES (?, ?, 1)",
        [("2024-01-01", "Capodanno"), ("2024-04-25", "Liberazione"), ("2024-08-15", "Ferragosto"), ("2024-12-25", "Natale")],
    )


def _people(conn: Any, encrypted: bool, mixed: bool) -> None:
    for at, (name, surname, nickname, phone, birth, vip) in enumerate(data.CLIENTS, 1):
        hide = cipher if encrypted and not (mixed and at % 2 == 0) else str
        conn.execute(
            "INSERT INTO clienti (id, nome, cognome, soprannome, telefono, data_nascita, is_vip, consenso_whatsapp, created_at, updated_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, 1, '2025-06-01T10:00:00', '2025-06-01T10:00:00')",
            (client_id(at), hide(name), hide(surname), nickname, hide(phone), hide(birth), vip),
        )


def _visits(now: datetime, state: str, capitalised: bool) -> Iterator[tuple[Any, ...]]:
    thursday = _next(now.date(), 3)
    done = "Completato" if capitalised else "completato"
    for at, (back, hour, client, service, operator) in enumerate(data.PAST):
        yield from _rows(f"old{at}", thursday - timedelta(days=back), hour, (client, (service,), operator), done)
    for week in (0, 7):
        for at, (weekday, hour, client, services, operator, _) in enumerate(data.AHEAD):
            yield from _rows(f"new{week}{at}", _next(now.date(), weekday) + timedelta(days=week), hour, (client, services, operator), state)


def _rows(name: str, on: date, hour: str, what: tuple[int, tuple[str, ...], str], state: str) -> Iterator[tuple[Any, ...]]:
    client, services, operator = what
    start = datetime.combine(on, time.fromisoformat(hour))
    mark = f"gruppo:{hashlib.blake2b(name.encode(), digest_size=6).hexdigest()}" if len(services) > 1 else None
    for at, service in enumerate(services):
        _, _, price, minutes, buffer, _, _ = _SERVICE[service]
        end = start + timedelta(minutes=minutes)
        row_id = hashlib.blake2b(f"{name} {at}".encode(), digest_size=16).hexdigest()
        yield (
            row_id, client_id(client), slug("srv", service), slug("op", operator), start.isoformat(), end.isoformat(), minutes, state,
            price, price, mark, "manuale", "2026-01-01T09:00:00", "2026-01-01T09:00:00",
        )  # fmt: skip
        start = end + timedelta(minutes=buffer)


def _old(count: int, now: datetime, state: str) -> Iterator[tuple[Any, ...]]:
    first = datetime.combine(now.date() - timedelta(days=400), time(9))
    for at in range(count):
        start = first - timedelta(days=at // 80, minutes=-30 * (at % 16))
        _, _, price, minutes, _, _, _ = data.SERVICES[at % len(data.SERVICES)]
        yield (
            f"{at:032x}", client_id(1 + at % len(data.CLIENTS)), slug("srv", data.SERVICES[at % len(data.SERVICES)][0]),
            slug("op", data.OPERATORS[at % len(data.OPERATORS)][0]), start.isoformat(), (start + timedelta(minutes=minutes)).isoformat(),
            minutes, state, price, price, None, "manuale", "2025-01-01T09:00:00", "2025-01-01T09:00:00",
        )  # fmt: skip


def _next(today: date, weekday: int) -> date:
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
