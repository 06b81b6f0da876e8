"""The erasure of one client: future appointments cancelled, own rows emptied, and every other text searched for the person.

Called by `store.archive`. What must stay for the accounts stays, and points to a client without a name (docs/contract, `gdpr.erase`).
"""

import sys
from collections.abc import Collection, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pipeline.model.business import FREE_STATES, Id
from pipeline.model.errors import NotFound
from store import backup, mentions, seeker, session_names, sweep
from store.bookings import spelled
from store.calls import Call, all_calls, beside
from store.connection import Connection
from store.door import Door
from store.lettering import likeness
from store.person import Known, Person, Words, person_of
from store.phonetics import tokens
from store.pii import LentPeople, clear
from store.privacy import TABLES
from store.retention import REDACTED
from store.schema import Schema, columns_of, inspect
from store.seeker import Seeker, Sessions
from store.values import day, stamp

SWITCH_S, USUAL_SWITCH_S = 0.0001, 0.005
"""How long a thread computes before another may, during an erasure and otherwise (the interpreter's own default)."""


def run(
    door: Door, cliente_id: Id, now: datetime, lent: LentPeople, folders: tuple[Path | None, Path | None], everyday: Collection[str]
) -> Mapping[str, int]:
    """Erases the client; counts by kind. `everyday`: words, folded, that name nobody by themselves. Raises NotFound, Unavailable."""
    with _swiftly():
        with door.snapshot() as conn:
            before = _whose(conn, cliente_id, lent, everyday)
            before.texts(conn)
        with door.writing() as conn:
            found = _whose(conn, cliente_id, lent, everyday, before)
            counts = _emptied(conn, found, now)
            counts["texts"] = mentions.take_out(conn, found.texts(conn))
            session_names.of_person(conn, found.schema, found.seeker)
            mentions.forget_samples(conn)
            sweep.remember(conn, rebuild=True)
    counts["backup"] = backup.drop(door.path)
    counts["audio"] = sum(sweep.drop_recordings(folder) for folder in {folder for folder in folders if folder is not None})
    sweep.clean(door)
    return counts


@contextmanager
def _swiftly() -> Generator[None]:
    """Every row that is read lets other threads compute, and whoever is in a long computation keeps the reader waiting for this long:
    tens of thousands of rows would take most of a minute beside one busy call, and everybody's writes with them."""
    sys.setswitchinterval(SWITCH_S)
    try:
        yield
    finally:
        sys.setswitchinterval(USUAL_SWITCH_S)


@dataclass(frozen=True, slots=True)
class _Found:
    """Who it is, and what is theirs."""

    seeker: Seeker
    schema: Schema
    cliente_id: Id
    sessions: Sessions
    theirs: Sequence[Call]
    """The person's own calls."""
    unclaimed: Collection[str]
    """Sessions that are theirs and say so nowhere."""
    calls: Sequence[Call]

    def texts(self, conn: Connection) -> mentions.Texts:
        """Every text that names them, as the file is now."""
        return mentions.search(conn, self.schema, self.seeker, self.cliente_id, self.sessions)


def _whose(conn: Connection, cliente_id: Id, lent: LentPeople, everyday: Collection[str], before: _Found | None = None) -> _Found:
    """Searches the calls. The file is searched twice: at first beside the callers, then, with the write lock held, for what was written
    since; `before` is what was found the first time."""
    schema = inspect(conn)  # another program may have made tables since the file was opened
    person, stored_id = _identify(conn, cliente_id, lent, everyday)
    known = before.seeker if before is not None and before.seeker.person == person else Seeker(person)
    calls = all_calls(conn, schema, before.calls if before is not None else ())
    theirs, sessions = seeker.sort(known, calls, str(stored_id))
    unclaimed = seeker.unclaimed(conn, schema, known, theirs, sessions)
    return _Found(known, schema, stored_id, sessions, theirs, unclaimed, calls)


def _emptied(conn: Connection, found: _Found, now: datetime) -> dict[str, int]:
    """Cancels what lies ahead and empties the person's own rows; counts by kind."""
    mine = [(found.cliente_id, session_id) for session_id in found.unclaimed]
    conn.many(found.schema.sql("UPDATE {voice_sessions} SET cliente_id = ? WHERE id = ?"), mine)
    counts = {"appointments_cancelled": _cancel_future(conn, found.cliente_id, now)}
    return counts | _empty_own_rows(conn, found, now)


def _identify(conn: Connection, cliente_id: Id, lent: LentPeople, everyday: Collection[str]) -> tuple[Person, Id]:
    columns = tuple(columns_of(conn, "clienti"))  # without those another program computes: they cannot be emptied and need not be
    asked = ", ".join(f'"{name}"' for name in columns)
    found = conn.row(f"SELECT {asked} FROM clienti WHERE id = ?", (cliente_id,))
    if found is None:
        raise NotFound("cliente_id")
    row = {name: clear(cell) if isinstance(cell, str) else cell for name, cell in zip(columns, found, strict=True)}
    borrowed = lent.get(row["id"])
    known = Known(
        row["nome"] or (borrowed.nome if borrowed else ""),
        row["cognome"] or (borrowed.cognome if borrowed else ""),
        row.get("soprannome") or "",
        tuple(str(row[name]) for name in ("email", "pec", "codice_fiscale", "partita_iva") if row.get(name)),
        tuple(number for number in (row["telefono"] or "", borrowed.telefono if borrowed else "") if number),
        day(row["data_nascita"]) or (borrowed.data_nascita if borrowed else None),
    )
    return _person(conn, known, row["id"], everyday), row["id"]


def _person(conn: Connection, known: Known, cliente_id: Id, everyday: Collection[str]) -> Person:
    """The person's patterns, in the light of who else is in the file."""
    others = conn.rows("SELECT nome, cognome FROM clienti WHERE id != ? AND deleted_at IS NULL", (cliente_id,))
    staff = conn.rows("SELECT nome, cognome FROM operatori")
    taken = {part for each in others for part in tokens(clear(each[0]))} | {likeness(clear(each[0])) for each in (*others, *staff)}
    # "Quanto costa la piega?" names no Martina Costa, and no word of the price list names anybody.
    listed = frozenset(part for each in conn.rows("SELECT nome FROM servizi") for part in tokens(str(each[0] or "")))
    same = [likeness(clear(each[0])) for each in others if known.cognome and likeness(clear(each[1])) == likeness(known.cognome)]
    alone = not same and likeness(known.cognome) not in {likeness(clear(each[1])) for each in staff}
    words = Words(frozenset(everyday), listed)
    return person_of(known, alone=alone, homonym=likeness(known.nome) in same, first_alone=likeness(known.nome) not in taken, words=words)


def _cancel_future(conn: Connection, cliente_id: Id, now: datetime) -> int:
    states = ", ".join(f"'{state}'" for state in sorted(FREE_STATES))
    return conn.run(
        "UPDATE appuntamenti SET stato = ?, updated_at = ? WHERE cliente_id = ? AND data_ora_inizio >= ? AND deleted_at IS NULL"
        f" AND lower(COALESCE(stato, '')) NOT IN ({states})",
        (spelled(conn, "cancellato"), stamp(now), cliente_id, stamp(now)),
    )


_REDACT = (
    "UPDATE {voice_audit_log} SET user_input = ?1, system_response = ?1, user_input_hash = NULL, slots_extracted = NULL,"
    " error_message = NULL, ip_address = NULL WHERE id = ?2"
)


def _empty_own_rows(conn: Connection, found: _Found, now: datetime) -> dict[str, int]:
    schema, cliente_id = found.schema, found.cliente_id

    def run(sql: str, *values: Any) -> int:
        return conn.run(schema.sql(sql), values or (cliente_id,))

    def _each(sql: str, table: str) -> int:
        rows = beside(conn, schema, table, found.theirs, cliente_id)
        conn.many(sql, [(row,) for row in rows])
        return len(rows)

    audit = [row for call in found.theirs for row in call.rows]
    conn.many(schema.sql(_REDACT), [(REDACTED, row) for row in audit])
    sessions = "SELECT id FROM {voice_sessions} WHERE cliente_id = ?"
    counts = {
        "audit": len(audit),
        "handoffs": _each("UPDATE sidecar_handoffs SET summary = NULL WHERE rowid = ?", "sidecar_handoffs"),
        "questions": _each("DELETE FROM sidecar_unanswered WHERE rowid = ?", "sidecar_unanswered"),
        "messages": run(
            "DELETE FROM {whatsapp_outbox} WHERE cliente_id = ?1 OR appuntamento_id IN (SELECT id FROM appuntamenti WHERE cliente_id = ?1)"
        ),
        "links": run("DELETE FROM {secure_tokens} WHERE cliente_id = ?"),
        "waitlist": run("UPDATE {waitlist} SET status = 'EXPIRED' WHERE cliente_id = ? AND status IN ('WAITING', 'NOTIFIED')"),
        "cart": run("DELETE FROM carrello WHERE cliente_id = ?") if schema.has("carrello") else 0,
    }
    run(f"DELETE FROM sidecar_holds WHERE session_id IN ({sessions})")
    counts["sessions"] = run(
        "UPDATE {voice_sessions} SET slots = NULL, pending_disambiguation = NULL, pending_alternatives = NULL, history = '[]',"
        " dialogue = NULL, cliente_id = NULL, completed = 1, expires_at = updated_at WHERE cliente_id = ?"
    )
    notes = [name for name in TABLES["appuntamenti"].of("personal") if schema.has("appuntamenti", name)]
    counts["appointments"] = run(f"UPDATE appuntamenti SET {', '.join(f'{name} = NULL' for name in notes)} WHERE cliente_id = ?")
    counts["client"] = _empty_client(conn, cliente_id, now)
    return counts


def _empty_client(conn: Connection, cliente_id: Id, now: datetime) -> int:
    """Leaves a client without a name: what the register calls personal, and what it does not know, is emptied."""
    plain = set(TABLES["clienti"].of("plain"))
    cells: dict[str, Any] = {}
    for _, name, kind, required, *_ in conn.rows('PRAGMA table_info("clienti")'):
        if str(name).lower() not in plain:
            cells[str(name).lower()] = None if not required else "" if "INT" not in str(kind).upper() else 0
    cells |= {"deleted_at": stamp(now), "updated_at": stamp(now), "is_vip": 0, "sconto_percentuale": None, "operatore_preferito_id": None,
              "voice_consent": 0, "voice_consent_at": None, "consenso_whatsapp": 0}  # fmt: skip
    written = ", ".join(f'"{name}" = ?' for name in cells)
    return conn.run(f"UPDATE clienti SET {written} WHERE id = ?", (*cells.values(), cliente_id))
