"""Every text of the file that may name somebody, searched for one person and written back without them.

Called by `store.erasure` inside its transaction, once the person's own rows are empty. Which columns may name somebody stands in
`store.privacy`.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from secrets import token_hex
from typing import Any

import orjson

from pipeline.model.business import Id
from store.codec import encode
from store.connection import Connection, Refused, SqliteError, describe
from store.faults import log
from store.lettering import likeness
from store.naming import is_name_column
from store.person import ANYWHERE, REDACTED, Heard
from store.privacy import DESKTOP_WAITLIST, STAFF, TABLES
from store.schema import Schema
from store.seeker import Seeker, Sessions

SPOKEN = ("voice_sessions", "voice_audit_log", "whatsapp_outbox", "sidecar_handoffs", "sidecar_unanswered")
"""Tables of what was said in calls and messages: a first name that only one client has is enough there."""
GIVEN, FAMILY = (
    frozenset({"nome", "name", "first_name", "firstname", "given_name"}),
    frozenset({"cognome", "surname", "last_name", "lastname"}),
)
"""Columns of a first name, and of a surname."""
_BARE = re.compile(rf"([:\[,]\s*){re.escape(REDACTED)}(?=\s*[,}}\]])")
_SESSION = re.compile(r'"session_id":\s*("(?:[^"\\]|\\.)*")')


@dataclass(frozen=True, slots=True)
class Hit:
    """One row that names the person: its table, the columns by which it is found again with their values, and its cells without them."""

    table: str
    key: tuple[str, ...]
    values: tuple[Any, ...]
    cells: Mapping[str, str | bytes | int | None]
    whole: bool = False
    """The row goes: it is a message to the person, which says more than the words that were found."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What names the person: stored answers by their rows, and rows of every other table."""

    answers: list[tuple[int]]
    hits: list[Hit]


def search(conn: Connection, schema: Schema, seeker: Seeker, cliente_id: Id, sessions: Sessions) -> Texts:
    """Everything but the person's own client row that names them, whatever table it stands in."""
    hits: list[Hit] = []
    for table, key in _keys(conn, full_text_indexes(conn)).items():
        if table in schema.tables and table not in STAFF and table != "sidecar_answers":
            hits += _Search(conn, schema, seeker, str(cliente_id), sessions).through(table, key)
    return Texts(_answers(conn, seeker, cliente_id, sessions), hits)


def take_out(conn: Connection, texts: Texts) -> int:
    """Takes the person out of what was found in this transaction; how many rows changed."""
    conn.many("DELETE FROM sidecar_answers WHERE rowid = ?", texts.answers)
    for hit in texts.hits:
        if hit.whole or not _rewritten(conn, hit):
            conn.run(f'DELETE FROM "{hit.table}" WHERE {_place(hit)}', hit.values)
    for name in full_text_indexes(conn):
        _merge(conn, name)
    return len(texts.answers) + len(texts.hits)


def _place(hit: Hit) -> str:
    return " AND ".join(f'"{name}" = ?' for name in hit.key)


def _rewritten(conn: Connection, hit: Hit) -> bool:
    """Writes the cells as they are without the person. Tables of other programs have rules of their own: what must be unique gets a
    mark, what allows no such text is emptied; False where nothing is allowed."""
    assigned = ", ".join(f'"{name}" = ?' for name in hit.cells)
    marked = [f"{cell} {token_hex(4)}" if isinstance(cell, str) else cell for cell in hit.cells.values()]
    for cells in ([*hit.cells.values()], marked, [None] * len(marked)):
        try:
            conn.run(f'UPDATE "{hit.table}" SET {assigned} WHERE {_place(hit)}', (*cells, *hit.values))
        except Refused:
            continue  # the next way may be allowed
        return True
    return False


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


def _answers(conn: Connection, seeker: Seeker, cliente_id: Id, sessions: Sessions) -> list[tuple[int]]:
    """The stored answers that name the person, their row, or one of their calls."""
    mark = re.escape(str(cliente_id))
    about = re.compile(rf'"cliente_id":\s*"?{mark}"?\s*[,}}]')
    gone: list[tuple[int]] = []
    for rowid, cell in conn.iterate("SELECT rowid, CAST(answer AS TEXT) FROM sidecar_answers"):
        text = str(cell)
        told = _SESSION.search(text)
        session = orjson.loads(told[1]) if told else None
        if about.search(text) or session in sessions.own or seeker.found_in(text, sessions.of(str(session))):
            gone.append((rowid,))
    return gone


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
    seeker: Seeker
    cliente_id: str
    sessions: Sessions

    def through(self, table: str, key: tuple[str, ...]) -> list[Hit]:
        """The rows of this table that name the person, which are found again by `key`."""
        columns = _wordy(self.schema, table)
        if not columns:
            return []
        keys, listed = (", ".join(f'"{name}"' for name in names) for names in (key, columns))
        numbers = ", ".join(map(str, sorted(self._numbers())))
        filled = " OR ".join(f'"{name}" > \'\' OR "{name}" IN ({numbers})' for name in columns)
        sql = f'SELECT {self._whose(table)}, {keys}, {listed} FROM "{table}" WHERE ({filled})'
        audit = table == self.schema.name("voice_audit_log")
        last = self.conn.value(f'SELECT max(rowid) FROM "{table}"') if audit else None
        values = (self.seeker.turns[0], encode(self.seeker.turns[1])) if audit else ()
        sql += " AND (rowid > ? OR rowid IN (SELECT value FROM json_each(?)))" if audit else ""
        hits: list[Hit] = []
        spoken = table in {self.schema.name(name) for name in SPOKEN}
        for client, session, *row in self.conn.iterate(sql, values):
            heard = self.sessions.of(str(session)) if spoken else ANYWHERE
            if str(client) == self.cliente_id:
                heard = Heard(spoken=True, told=True)
            cells = dict(zip(columns, row[len(key) :], strict=True))
            changed = self._without(cells, heard)
            if changed:
                message = table == self.schema.name("whatsapp_outbox") and self._is_to(client, cells.get("recipient"))
                hits.append(Hit(table, key, tuple(row[: len(key)]), changed, message))
        if audit:
            self.seeker.turns = (last or 0, tuple(hit.values[0] for hit in hits))
        return hits

    def _numbers(self) -> frozenset[int]:
        """The telephone numbers as another program may store them: as numbers."""
        return frozenset(int(front + number) for number in self.seeker.person.numbers for front in ("", "39"))

    def _is_to(self, client: Any, recipient: Any) -> bool:
        """Whether a message that names the person is to nobody else."""
        return client is None or str(client) == self.cliente_id or self.seeker.is_certain(str(recipient or ""))

    def _whose(self, table: str) -> str:
        """The columns that say whose row it is: the client's and the session's."""
        there = self.schema.tables[table]
        session = "id" if table == self.schema.name("voice_sessions") else "session_id" if "session_id" in there else "NULL"
        return f"{'cliente_id' if 'cliente_id' in there else 'NULL'}, {session}"

    def _without(self, cells: Mapping[str, Any], heard: Heard) -> dict[str, str | bytes | int | None]:
        """The cells that name the person, as they are without; in a row with their number or address a first name is theirs, too."""
        texts = {name: text for name, cell in cells.items() if (text := text_of(cell)) is not None}
        if any(self.seeker.is_certain(text) for text in texts.values()):
            heard = replace(heard, spoken=True, told=True)
        as_numbers = [name for name, cell in cells.items() if isinstance(cell, int) and cell in self._numbers()]
        if as_numbers:
            heard = replace(heard, spoken=True, told=True)
        full_name, heard = self._in_columns(texts, heard)
        changed: dict[str, str | bytes | int | None] = {**dict.fromkeys(full_name, REDACTED), **dict.fromkeys(as_numbers, 0)}
        for name, text in texts.items():
            if name in changed:
                continue
            here = replace(heard, column=name) if is_name_column(name) else heard
            if self.seeker.found_in(text, here):
                without = _still_json(text, self.seeker.person.out_of(text, here))
                changed[name] = without.encode() if isinstance(cells[name], bytes) else without
        if "user_input" in changed and "user_input_hash" in cells:
            changed["user_input_hash"] = None  # of the words as they were
        return changed

    def _in_columns(self, texts: Mapping[str, str], heard: Heard) -> tuple[tuple[str, ...], Heard]:
        """(the columns with first name and surname of the person, how the row is heard): beside another first name it is another's."""
        person = self.seeker.person
        given = {name: likeness(text) for name, text in texts.items() if name.lower() in GIVEN}
        last = {name: likeness(text) for name, text in texts.items() if name.lower() in FAMILY}
        if person.homonym or person.surname not in last.values() or not given:
            return (), heard
        if person.given not in given.values():
            return (), replace(heard, surname=False)
        return tuple(name for name, text in (given | last).items() if text in (person.given, person.surname)), heard


def _still_json(text: str, without: str) -> str:
    """What was taken out of a JSON text where no string stood (a telephone as a number) becomes one."""
    if text[:1] not in ("{", "["):
        return without
    try:
        orjson.loads(text)
    except orjson.JSONDecodeError:
        return without
    return _BARE.sub(rf'\1"{REDACTED}"', without)


def text_of(cell: Any) -> str | None:
    """The text of a cell: text, or bytes that are one (JSON and words that another program stored so)."""
    if isinstance(cell, str):
        return cell
    if not isinstance(cell, bytes) or b"\0" in cell:
        return None
    try:
        return cell.decode()
    except UnicodeDecodeError:
        return None
