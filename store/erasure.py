"""The erasure of one client: future appointments cancelled, own rows emptied, and every other text searched for the person.

Called by `store.archive`. What must stay for the accounts stays, and points to a client without a name (docs/contract, `gdpr.erase`).
"""

import sys
from collections.abc import Collection, Generator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from pipeline.model.business import FREE_STATES, Id
from pipeline.model.errors import NotFound
from store import backup, mentions, sweep
from store.bookings import spelled
from store.calls import Call, all_calls
from store.connection import Connection
from store.door import Door
from store.person import Known, Person, person_of
from store.phonetics import fold, tokens
from store.pii import LentPeople, clear
from store.privacy import TABLES
from store.retention import REDACTED
from store.schema import Schema, inspect
from store.values import day, stamp

SWITCH_S, USUAL_SWITCH_S = 0.0001, 0.005
"""How long a thread computes before another may, during an erasure and otherwise (the interpreter's own default)."""


def run(
    door: Door, cliente_id: Id, now: datetime, lent: LentPeople, folders: tuple[Path | None, Path | None], everyday: Collection[str]
) -> Mapping[str, int]:
    """Erases the client; counts by kind. `everyday`: words, folded, that name nobody by themselves. Raises NotFound, Unavailable."""
    with _swiftly(), door.writing() as conn:
        schema = inspect(conn)  # another program may have made tables since the file was opened
        person, stored_id = _identify(conn, cliente_id, lent, everyday)
        calls = all_calls(conn, schema)
        theirs = [call for call in calls if str(stored_id) in call.clients or (not call.clients and _names(call, person))]
        for session_id in _unclaimed(conn, schema, person, calls, theirs):
            conn.run(schema.sql("UPDATE {voice_sessions} SET cliente_id = ? WHERE id = ?"), (stored_id, session_id))
        counts = {"appointments_cancelled": _cancel_future(conn, stored_id, now)}
        counts |= _empty_own_rows(conn, schema, stored_id, now, [row for call in theirs for row in call.rows])
        others = {call.session_id for call in calls if _is_anothers(call, person)}
        sessions = mentions.Sessions({call.session_id for call in theirs}, others)
        counts["texts"] = mentions.take_out(conn, schema, person, stored_id, sessions)
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


def _identify(conn: Connection, cliente_id: Id, lent: LentPeople, everyday: Collection[str]) -> tuple[Person, Id]:
    columns = [str(row[1]) for row in conn.rows('PRAGMA table_info("clienti")')]
    found = conn.row("SELECT * FROM clienti WHERE id = ?", (cliente_id,))
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
    others = conn.rows("SELECT nome, cognome FROM clienti WHERE id != ? AND deleted_at IS NULL", (row["id"],))
    taken = {part for each in others for part in tokens(clear(each[0]))} | {fold(clear(each[0])) for each in others}
    taken |= {fold(str(each[0] or "")) for each in conn.rows("SELECT nome FROM operatori")}
    # "Quanto costa la piega?" names no Martina Costa, and no word of the price list names anybody.
    common = {*everyday, *(part for each in conn.rows("SELECT nome FROM servizi") for part in tokens(str(each[0] or "")))}
    same = [fold(clear(each[0])) for each in others if known.cognome and fold(clear(each[1])) == fold(known.cognome)]
    alone, first_alone = not same and fold(known.cognome) not in common, fold(known.nome) not in taken | common
    return person_of(known, alone=alone, homonym=fold(known.nome) in same, first_alone=first_alone), row["id"]


def _names(call: Call, person: Person) -> bool:
    """Whether a call that was tied to nobody was this person's: they are named in it."""
    return any(person.found_in(text, spoken=not _is_anothers(call, person)) for text in call.texts)


def _is_anothers(call: Call, person: Person) -> bool:
    """Whether the caller has the same first name and gave another surname: then the first name is not this person's."""
    return any(nome == person.given and cognome not in ("", person.surname) for nome, cognome in call.names)


def _unclaimed(conn: Connection, schema: Schema, person: Person, calls: Sequence[Call], theirs: Sequence[Call]) -> set[str]:
    """Sessions that are tied to no client and are this one's, to be emptied whole: by their last call, or by what they remember."""
    others = {call.session_id for call in calls if call.last and _is_anothers(call, person)}
    ours = {call.session_id for call in theirs if call.last}
    columns = "id, slots, history, dialogue, pending_disambiguation"
    rows = conn.rows(schema.sql(f"SELECT {columns} FROM {{voice_sessions}} WHERE cliente_id IS NULL AND id != 'rpc'"))
    return {
        str(row[0])
        for row in rows
        if row[0] in ours or any(cell and person.found_in(str(cell), spoken=row[0] not in others) for cell in row[1:])
    }


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


def _empty_own_rows(conn: Connection, schema: Schema, cliente_id: Id, now: datetime, audit: Sequence[int]) -> dict[str, int]:
    def run(sql: str, *values: Any) -> int:
        return conn.run(schema.sql(sql), values or (cliente_id,))

    conn.many(schema.sql(_REDACT), [(REDACTED, row) for row in audit])
    sessions = "SELECT id FROM {voice_sessions} WHERE cliente_id = ?"
    counts = {
        "audit": len(audit),
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
