"""The erasure of one client: future appointments cancelled, own rows emptied, and every other text searched for the person.

Called by `store.archive`. What must stay for the accounts stays, and points to a client without a name (docs/contract, `gdpr.erase`).
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from pipeline.model.business import FREE_STATES, Id
from pipeline.model.errors import NotFound
from store import backup, sweep
from store.bookings import spelled
from store.connection import Connection
from store.door import Door
from store.person import Person, person_of
from store.phonetics import fold, tokens
from store.pii import LentPeople, clear
from store.privacy import DESKTOP_WAITLIST, STAFF, TABLES
from store.retention import REDACTED
from store.schema import Schema
from store.values import stamp

SPOKEN = ("voice_sessions", "voice_audit_log", "whatsapp_outbox", "sidecar_handoffs", "sidecar_unanswered")
"""Tables of what was said in calls and messages: a first name that only one client has is enough there."""


def run(door: Door, cliente_id: Id, now: datetime, lent: LentPeople, folders: tuple[Path | None, Path | None]) -> Mapping[str, int]:
    """Erases the client; counts by kind. Raises NotFound, Unavailable."""
    with door.writing() as conn:
        schema = door.schema
        person, stored_id = _identify(conn, cliente_id, lent)
        _claim_sessions(conn, schema, person, stored_id)
        counts = {"appointments_cancelled": _cancel_future(conn, stored_id, now)}
        counts |= _empty_own_rows(conn, schema, stored_id, now)
        counts["texts"] = _search_texts(conn, schema, person, stored_id)
        _forget_samples(conn)
    counts["backup"] = backup.drop(door.path)
    counts["audio"] = sum(sweep.drop_recordings(folder) for folder in {folder for folder in folders if folder is not None})
    with door.reading() as conn:
        sweep.flush(conn)
        sweep.rebuild(conn)
        sweep.flush(conn)
    return counts


def _identify(conn: Connection, cliente_id: Id, lent: LentPeople) -> tuple[Person, Id]:
    row = conn.row("SELECT id, nome, cognome, telefono, email FROM clienti WHERE id = ?", (cliente_id,))
    if row is None:
        raise NotFound("cliente_id")
    known = lent.get(row[0])
    nome = clear(row[1]) or (known.nome if known else "")
    cognome = clear(row[2]) or (known.cognome if known else "")
    numbers = tuple(number for number in (clear(row[3]), known.telefono if known else "") if number)
    others = conn.rows("SELECT nome, cognome FROM clienti WHERE id != ? AND deleted_at IS NULL", (row[0],))
    taken = {part for each in others for part in tokens(clear(each[0]))} | {fold(clear(each[0])) for each in others}
    taken |= {fold(str(each[0] or "")) for each in conn.rows("SELECT nome FROM operatori")}
    same = [fold(clear(each[0])) for each in others if cognome and fold(clear(each[1])) == fold(cognome)]
    certain = (clear(row[4]),)
    first_alone = fold(nome) not in taken
    return person_of(nome, cognome, certain, numbers, alone=not same, homonym=fold(nome) in same, first_alone=first_alone), row[0]


def _claim_sessions(conn: Connection, schema: Schema, person: Person, cliente_id: Id) -> None:
    """Calls that were never tied to a client and name this one become this client's, to be emptied whole."""
    told = conn.rows(
        schema.sql(
            "SELECT s.id, s.slots, s.history, s.dialogue, s.pending_disambiguation, a.user_input, a.system_response, a.slots_extracted"
            " FROM {voice_sessions} s LEFT JOIN {voice_audit_log} a ON a.session_id = s.id WHERE s.cliente_id IS NULL AND s.id != 'rpc'"
        )
    )
    for session_id in {row[0] for row in told if any(cell and person.found_in(str(cell), spoken=True) for cell in row[1:])}:
        conn.run(schema.sql("UPDATE {voice_sessions} SET cliente_id = ? WHERE id = ?"), (cliente_id, session_id))


def _cancel_future(conn: Connection, cliente_id: Id, now: datetime) -> int:
    states = ", ".join(f"'{state}'" for state in sorted(FREE_STATES))
    return conn.run(
        "UPDATE appuntamenti SET stato = ?, updated_at = ? WHERE cliente_id = ? AND data_ora_inizio >= ? AND deleted_at IS NULL"
        f" AND lower(COALESCE(stato, '')) NOT IN ({states})",
        (spelled(conn, "cancellato"), stamp(now), cliente_id, stamp(now)),
    )


def _empty_own_rows(conn: Connection, schema: Schema, cliente_id: Id, now: datetime) -> dict[str, int]:
    def run(sql: str, *values: Any) -> int:
        return conn.run(schema.sql(sql), values or (cliente_id,))

    sessions = "SELECT id FROM {voice_sessions} WHERE cliente_id = ?"
    counts = {
        "audit": run(
            "UPDATE {voice_audit_log} SET user_input = ?2, system_response = ?2, user_input_hash = NULL, slots_extracted = NULL,"
            f" error_message = NULL, ip_address = NULL WHERE session_id IN ({sessions.replace('?', '?1')}) AND session_id != 'rpc'",
            cliente_id,
            REDACTED,
        ),
        "handoffs": run(f"UPDATE sidecar_handoffs SET summary = NULL WHERE session_id IN ({sessions})"),
        "questions": run(f"DELETE FROM sidecar_unanswered WHERE session_id IN ({sessions})"),
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
        if name not in plain:
            cells[name] = None if not required else "" if "INT" not in str(kind).upper() else 0
    cells |= {"deleted_at": stamp(now), "updated_at": stamp(now), "is_vip": 0, "sconto_percentuale": None, "operatore_preferito_id": None,
              "voice_consent": 0, "voice_consent_at": None, "consenso_whatsapp": 0}  # fmt: skip
    return conn.run(f"UPDATE clienti SET {', '.join(f'{name} = ?' for name in cells)} WHERE id = ?", (*cells.values(), cliente_id))


def _forget_samples(conn: Connection) -> None:
    """Whoever ran ANALYZE left samples of names and numbers in the planner's statistics."""
    if conn.value("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat4'"):
        conn.run("DELETE FROM sqlite_stat4")


def _search_texts(conn: Connection, schema: Schema, person: Person, cliente_id: Id) -> int:
    """Takes the person out of every remaining text, whatever table it stands in; how many rows changed."""
    answers = conn.rows("SELECT rowid, CAST(answer AS TEXT) FROM sidecar_answers")
    own = (f'"cliente_id":{cliente_id},', f'"cliente_id":{cliente_id}}}', f'"cliente_id":"{cliente_id}"')
    gone = [row[0] for row in answers if person.found_in(str(row[1]), spoken=True) or any(mark in str(row[1]) for mark in own)]
    for rowid in gone:
        conn.run("DELETE FROM sidecar_answers WHERE rowid = ?", (rowid,))
    changed = len(gone)
    kinds = {str(row[1]): (str(row[2]), bool(row[4])) for row in conn.rows("PRAGMA table_list") if row[0] == "main"}
    for table in sorted(schema.tables.keys() - STAFF - {"sidecar_answers"}):
        if kinds.get(table) == ("table", False):
            changed += _search_table(conn, schema, table, person)
    return changed


def _wordy(schema: Schema, table: str) -> list[str]:
    """The columns of a table in which somebody may be named: those the register calls so, and those it does not know."""
    logical = next((name for name, real in schema.names.items() if real == table), table)
    known = DESKTOP_WAITLIST if logical == table == "waitlist" and schema.name("waitlist") != table else TABLES.get(logical)
    spared = set(known.of("plain", "link")) if known is not None else {"id", "cliente_id"}
    own_name = {"nome", "cognome", "telefono", "email", "soprannome"} if table == "clienti" else set[str]()
    return sorted(schema.tables[table] - spared - own_name)


def _search_table(conn: Connection, schema: Schema, table: str, person: Person) -> int:
    columns, spoken = _wordy(schema, table), table in {schema.name(name) for name in SPOKEN}
    if not columns:
        return 0
    listed = ", ".join(f'"{name}"' for name in columns)
    filled = " OR ".join(f"\"{name}\" > ''" for name in columns)
    hits: list[tuple[int, dict[str, str]]] = []
    for row in conn.iterate(f'SELECT rowid, {listed} FROM "{table}" WHERE {filled}'):
        texts = {name: cell for name, cell in zip(columns, row[1:], strict=True) if isinstance(cell, str) and person.found_in(cell, spoken)}
        if texts:
            hits.append((row[0], {name: person.out_of(cell, spoken) for name, cell in texts.items()}))
    if table == schema.name("whatsapp_outbox"):
        # A message to this person says more than the words that were found.
        conn.many(f"DELETE FROM {table} WHERE rowid = ?", [(rowid,) for rowid, _ in hits])
        return len(hits)
    for rowid, cells in hits:
        assigned = ", ".join(f'"{name}" = ?' for name in cells)
        conn.run(f'UPDATE "{table}" SET {assigned} WHERE rowid = ?', (*cells.values(), rowid))
    return len(hits)
