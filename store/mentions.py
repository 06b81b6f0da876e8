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
from store.connection import Connection, SqliteError, describe
from store.faults import log
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
    indexes = full_text_indexes(conn)
    for table, key in _keys(conn, indexes).items():
        if table in schema.tables and table not in STAFF and table != "sidecar_answers":
            changed += _Search(conn, schema, person, str(cliente_id), sessions.others).through(table, key)
    for name in indexes:
        _merge(conn, name)
    return changed


def full_text_indexes(conn: Connection) -> tuple[str, ...]:
    """The full-text indexes of whoever made the file."""
    found = conn.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts%' ORDER BY name")
    return tuple(str(row[0]) for row in found)


def _keys(conn: Connection, indexes: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Tables that hold rows of their own, and full-text indexes, each with the columns by which a row of it is found again."""
    keys: dict[str, tuple[str, ...]] = {}
    for _, name, kind, _, without_rowid, *_ in conn.rows("SELECT * FROM pragma_table_list WHERE schema = 'main' ORDER BY name"):
        if kind == "table" and without_rowid:
            keys[name] = tuple(str(row[1]) for row in conn.rows(f'PRAGMA table_info("{name}")') if row[5])
        elif kind == "table" or name in indexes:
            keys[name] = ("rowid",)
    return keys


def _merge(conn: Connection, index: str) -> None:
    """Leaves in an index only what is in the rows now: what was taken out lives on in its pages until they are merged."""
    for command in ("rebuild", "optimize"):
        try:
            conn.run(f'INSERT INTO "{index}" ("{index}") VALUES (?)', (command,))
        except SqliteError as error:
            log.info("database: an index was not merged, %s", describe(error))
        else:
            return


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


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for one person."""

    conn: Connection
    schema: Schema
    person: Person
    cliente_id: str
    others: Collection[str]

    def through(self, table: str, key: tuple[str, ...]) -> int:
        """Takes the person out of the rows of this table, which are found again by `key`; how many changed."""
        columns = _wordy(self.schema, table)
        if not columns:
            return 0
        keys, listed = (", ".join(f'"{name}"' for name in names) for names in (key, columns))
        filled = " OR ".join(f"\"{name}\" > ''" for name in columns)
        sql = f'SELECT {self._whose(table)}, {keys}, {listed} FROM "{table}" WHERE {filled}'
        hits: list[tuple[dict[str, str], tuple[Any, ...]]] = []
        spoken = table in {self.schema.name(name) for name in SPOKEN}
        for client, session, *row in self.conn.iterate(sql):
            near = str(client) == self.cliente_id or (spoken and session not in self.others)
            changed = self._without(dict(zip(columns, row[len(key) :], strict=True)), near)
            if changed:
                hits.append((changed, tuple(row[: len(key)])))
        place = " AND ".join(f'"{name}" = ?' for name in key)
        for changed, values in hits:
            assigned = ", ".join(f'"{name}" = ?' for name in changed)
            if table == self.schema.name("whatsapp_outbox"):
                # A message to this person says more than the words that were found.
                self.conn.run(f"DELETE FROM {table} WHERE {place}", values)
            else:
                self.conn.run(f'UPDATE "{table}" SET {assigned} WHERE {place}', (*changed.values(), *values))
        return len(hits)

    def _whose(self, table: str) -> str:
        """The columns that say whose row it is: the client's and the session's."""
        there = self.schema.tables[table]
        session = "id" if table == self.schema.name("voice_sessions") else "session_id" if "session_id" in there else "NULL"
        return f"{'cliente_id' if 'cliente_id' in there else 'NULL'}, {session}"

    def _without(self, cells: Mapping[str, Any], near: bool) -> dict[str, str]:
        """The cells that name the person, as they are without; in a row with their number or address a first name is theirs, too."""
        texts = {name: cell for name, cell in cells.items() if isinstance(cell, str)}
        near = near or any(self.person.is_certain(cell) for cell in texts.values())
        named = {name: cell for name, cell in texts.items() if self.person.found_in(cell, near)}
        return {name: self.person.out_of(cell, near) for name, cell in named.items()}
