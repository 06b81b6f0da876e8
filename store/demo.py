"""Fills a database of our own making with the demo business, relative to the day it is given.

Called by `init-db --demo`, `demo`, `replay` and the tests through `Store.fill_demo`. Deterministic: the same day gives the same rows.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import orjson

from store import demo_data as data
from store import festivi
from store.connection import Connection
from store.schema import Schema
from store.values import stamp

THURSDAY = 3
_SERVICE = {row[0]: (at, row[2], row[3], row[4]) for at, row in enumerate(data.SERVICES, 1)}
_OPERATOR = {row[0]: at for at, row in enumerate(data.OPERATORS, 1)}


def fill(conn: Connection, schema: Schema, now: datetime) -> bool:
    """Inserts the whole business; False (and nothing done) where there are services, clients or hours already."""
    if any(conn.value(f"SELECT 1 FROM {table} LIMIT 1") for table in ("servizi", "clienti", "orari_lavoro", "operatori")):
        return False
    _settings_and_goods(conn)
    _staff(conn)
    _clients(conn, now)
    festivi.renew(conn, schema, now.year)
    _appointments(conn, now)
    return True


def _settings_and_goods(conn: Connection) -> None:
    conn.many("INSERT OR REPLACE INTO impostazioni (chiave, valore) VALUES (?, ?)", data.SETTINGS)
    conn.many("INSERT INTO categorie (id, nome, ordine) VALUES (?, ?, ?)", [(at, name, at) for at, name in enumerate(data.CATEGORIES, 1)])
    conn.many(
        "INSERT INTO servizi (id, nome, categoria, prezzo, durata_minuti, buffer_minuti, sinonimi, descrizione, ordine)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (at, name, group, price, minutes, buffer, orjson.dumps(synonyms).decode(), about, at)
            for at, (name, group, price, minutes, buffer, synonyms, about) in enumerate(data.SERVICES, 1)
        ],
    )
    group_id = {name: at for at, name in enumerate(data.CATEGORIES, 1)}
    conn.many(
        "INSERT INTO prodotti (categoria_id, nome, descrizione, prezzo) VALUES (?, ?, ?, ?)",
        [(group_id[group], name, about, price) for group, name, about, price in data.PRODUCTS],
    )


def _staff(conn: Connection) -> None:
    for name, surname, gender, skills in data.OPERATORS:
        operator = _OPERATOR[name]
        conn.run("INSERT INTO operatori (id, nome, cognome, genere) VALUES (?, ?, ?, ?)", (operator, name, surname, gender))
        conn.many(
            "INSERT INTO operatori_servizi (operatore_id, servizio_id) VALUES (?, ?)", [(operator, _SERVICE[each][0]) for each in skills]
        )
    conn.many("INSERT INTO orari_lavoro (giorno_settimana, ora_inizio, ora_fine, tipo) VALUES (?, ?, ?, ?)", data.HOURS)


def _clients(conn: Connection, now: datetime) -> None:
    since = stamp(now - timedelta(days=200))
    for name, surname, nickname, phone, birth, vip in data.CLIENTS:
        conn.run(
            "INSERT INTO clienti (nome, cognome, soprannome, telefono, data_nascita, is_vip, sconto_percentuale, consenso_whatsapp,"
            " voice_consent, voice_consent_at, voice_consent_version, created_at, updated_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, 1, 1, ?, '1', ?, ?)",
            (name, surname, nickname, phone, birth, vip, 10 if vip else None, since, since, since),
        )


def _appointments(conn: Connection, now: datetime) -> None:
    thursday = next_weekday(now.date(), THURSDAY)
    closed = {on for year in (now.year - 1, now.year, now.year + 1) for on, _ in festivi.national(year)}
    for back, at, client, service, operator in data.PAST:
        on = thursday - timedelta(days=back)
        if on not in closed and on < now.date():
            _visit(conn, datetime.combine(on, _time(at)), (service,), (client, operator, None, "completato"), now)
    for week in (0, 7):
        for weekday, at, client, services, operator, code in data.AHEAD:
            on = next_weekday(now.date(), weekday) + timedelta(days=week)
            if on not in closed:
                whose = (client, operator, code if week == 0 else code[::-1], "confermato")
                _visit(conn, datetime.combine(on, _time(at)), services, whose, now)


def next_weekday(today: date, weekday: int) -> date:
    """The next such weekday after today (0 = Monday)."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _time(text: str) -> time:
    return datetime.strptime(text, "%H:%M").time()


def _visit(conn: Connection, start: datetime, services: tuple[str, ...], whose: tuple[int, str, str | None, str], now: datetime) -> None:
    client, operator, code, state = whose
    for service, begins, ends in _rows(start, services):
        service_id, price, minutes, _ = _SERVICE[service]
        conn.run(
            "INSERT INTO appuntamenti (cliente_id, servizio_id, operatore_id, data_ora_inizio, data_ora_fine, durata_minuti, stato, prezzo,"
            " sconto_percentuale, prezzo_finale, fonte_prenotazione, confirmation_code, created_at, updated_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, 'manuale', ?, ?, ?)",
            (
                client, service_id, _OPERATOR[operator], stamp(begins), stamp(ends), minutes, state, price, price, code,
                stamp(min(start, now) - timedelta(days=3)), stamp(min(start, now) - timedelta(days=3)),
            ),
        )  # fmt: skip


def _rows(start: datetime, services: tuple[str, ...]) -> Iterator[tuple[str, datetime, datetime]]:
    for service in services:
        _, _, minutes, buffer = _SERVICE[service]
        end = start + timedelta(minutes=minutes)
        yield service, start, end
        start = end + timedelta(minutes=buffer)
