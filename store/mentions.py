"""Every text of the file that may name somebody, searched for one person and written back without them.

Called by `store.erasure` inside its transaction, once the person's own rows are empty. Which columns may name somebody stands in
`store.privacy`.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from pipeline.model.business import Id
from store.connection import Connection
from store.person import Person
from store.privacy import DESKTOP_WAITLIST, STAFF, TABLES
from store.schema import Schema

SPOKEN = ("voice_sessions", "voice_audit_log", "whatsapp_outbox", "sidecar_handoffs", "sidecar_unanswered")
"""Tables of what was said in calls and messages: a first name that only one client has is enough there."""
_SESSION = re.compile(r'"session_id":\s*("(?:[^"\\]|\\.)*")')


@dataclass(frozen=True, slots=True)
class Sessions:
    """Ids of sessions: those that were the person's own, and those of somebody else with the same first name."""

    own: Collection[str]
    others: Collection[str]


def take_out(conn: Connection, schema: Schema, person: Person, cliente_id: Id, sessions: Sessions) -> int:
    """Takes the person out of every remaining text, whatever table it stands in; how many rows changed."""
    changed = _forget_answers(conn, person, cliente_id, sessions)
    kinds = {str(row[1]): (str(row[2]), bool(row[4])) for row in conn.rows("PRAGMA table_list") if row[0] == "main"}
    for table in sorted(schema.tables.keys() - STAFF - {"sidecar_answers"}):
        if kinds.get(table) == ("table", False):
            changed += _search_table(conn, schema, table, person, sessions.others)
    return changed


def forget_samples(conn: Connection) -> None:
    """Whoever ran ANALYZE left samples of names and numbers in the planner's statistics."""
    if conn.value("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat4'"):
        conn.run("DELETE FROM sqlite_stat4")


def _forget_answers(conn: Connection, person: Person, cliente_id: Id, sessions: Sessions) -> int:
    """The stored answers that name the person, their row, or one of their calls."""
    mark = re.escape(str(cliente_id))
    about = re.compile(rf'"cliente_id":\s*"?{mark}"?\s*[,}}]')
    gone: list[tuple[int]] = []
    for rowid, cell in conn.rows("SELECT rowid, CAST(answer AS TEXT) FROM sidecar_answers"):
        text = str(cell)
        told = _SESSION.search(text)
        session = orjson.loads(told[1]) if told else None
        if about.search(text) or session in sessions.own or person.found_in(text, spoken=session not in sessions.others):
            gone.append((rowid,))
    conn.many("DELETE FROM sidecar_answers WHERE rowid = ?", gone)
    return len(gone)


def _wordy(schema: Schema, table: str) -> list[str]:
    """The columns of a table in which somebody may be named: those the register calls so, and those it does not know."""
    logical = next((name for name, real in schema.names.items() if real == table), table)
    known = DESKTOP_WAITLIST if logical == table == "waitlist" and schema.name("waitlist") != table else TABLES.get(logical)
    spared = set(known.of("plain", "link")) if known is not None else {"id", "cliente_id"}
    own_name = {"nome", "cognome", "telefono", "email", "soprannome"} if table == "clienti" else set[str]()
    return sorted(schema.tables[table] - spared - own_name)


def _search_table(conn: Connection, schema: Schema, table: str, person: Person, others: Collection[str]) -> int:
    columns, told = _wordy(schema, table), table in {schema.name(name) for name in SPOKEN}
    if not columns:
        return 0
    whose = {schema.name("voice_sessions"): "id", "sidecar_handoffs": "session_id", "sidecar_unanswered": "session_id"}
    whose |= {schema.name("voice_audit_log"): "session_id"}
    listed = ", ".join([whose.get(table, "NULL"), *(f'"{name}"' for name in columns)])
    filled = " OR ".join(f"\"{name}\" > ''" for name in columns)
    hits: list[tuple[int, dict[str, str]]] = []
    for rowid, session, *cells in conn.iterate(f'SELECT rowid, {listed} FROM "{table}" WHERE {filled}'):
        changed = _without(person, dict(zip(columns, cells, strict=True)), told and session not in others)
        if changed:
            hits.append((rowid, changed))
    if table == schema.name("whatsapp_outbox"):
        # A message to this person says more than the words that were found.
        conn.many(f"DELETE FROM {table} WHERE rowid = ?", [(rowid,) for rowid, _ in hits])
        return len(hits)
    for rowid, changed in hits:
        assigned = ", ".join(f'"{name}" = ?' for name in changed)
        conn.run(f'UPDATE "{table}" SET {assigned} WHERE rowid = ?', (*changed.values(), rowid))
    return len(hits)


def _without(person: Person, cells: Mapping[str, Any], spoken: bool) -> dict[str, str]:
    """The cells that name the person, as they are without."""
    named = {name: cell for name, cell in cells.items() if isinstance(cell, str) and person.found_in(cell, spoken)}
    return {name: person.out_of(cell, spoken) for name, cell in named.items()}
