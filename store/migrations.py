"""Brings a file to the newest version: append-only steps, each recorded in the transaction that carried it out.

Called by `store.door` when a file is opened and by nothing else. A file of our own making and one the desktop app made take the same
path: step 1 makes what is missing, and nothing that is there is renamed, dropped or rewritten.

1. A step that was released is never edited; a change is a new step.
2. Every upgrade of a file that held something is preceded by a backup (`store.backup`).
3. A file with tables, but none of the business, is somebody else's: it is left alone.
"""

import re
from collections.abc import Callable
from datetime import datetime

from store import backup, tables
from store.connection import Connection
from store.schema import OURS, Schema, columns_of, indexed, inspect, real_names

_REFERENCE = re.compile(r" REFERENCES (?:clienti|servizi|operatori)\(id\)")


class ForeignFile(Exception):
    """The file is a database, but not one of a FLUXION business."""


class LostPart(Exception):
    """The file was in use here before and lacks a table or column of the business now; the text names it."""


def split_columns(body: str) -> dict[str, str]:
    """Column name to its definition, from the inside of a CREATE TABLE; table constraints are left out."""
    parts: list[str] = []
    depth, start = 0, 0
    for at, letter in enumerate(body):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            parts.append(body[start:at])
            start = at + 1
    parts.append(body[start:])
    cleaned = (" ".join(part.split()) for part in parts)
    return {part.split()[0]: part for part in cleaned if not part.startswith("PRIMARY KEY")}


def _addable(definition: str) -> str:
    """A column definition that ALTER TABLE accepts: no key, no uniqueness, no NOT NULL without a default."""
    for word in ("PRIMARY KEY AUTOINCREMENT", "PRIMARY KEY", "UNIQUE", "DEFERRABLE INITIALLY DEFERRED"):
        definition = definition.replace(word, "")
    return definition if "DEFAULT" in definition else definition.replace("NOT NULL", "")


def _wanted(desktop: bool) -> dict[str, str]:
    business = {name: body for name, body in tables.BUSINESS.items() if not (desktop and name in tables.ABSENT_IN_DESKTOP)}
    return {**business, **tables.OURS, **tables.PRIVATE}


def _bodies(conn: Connection, schema: Schema) -> dict[str, str]:
    """Real table name to the inside of its CREATE TABLE, in the types of this file."""
    found = columns_of(conn, "clienti")
    ref = "TEXT" if found and "INT" not in found.get("id", "TEXT") else "INTEGER"
    names = real_names(schema.tables)
    fill = {"{ref}": ref, **{"{" + name + "}": names[name] for name in OURS}}
    bodies: dict[str, str] = {}
    for name, body in _wanted(schema.kind == "desktop").items():
        for mark, word in fill.items():
            body = body.replace(mark, word)
        if schema.kind == "desktop":
            # A reference of ours would forbid the app to delete its own rows.
            body = _REFERENCE.sub("", body)
        bodies[names.get(name, name)] = body
    return bodies


def missing(conn: Connection, schema: Schema) -> tuple[str, ...]:
    """The statements that give the file every table and column it lacks."""
    statements: list[str] = []
    for name, body in _bodies(conn, schema).items():
        there = schema.tables.get(name)
        if there is None:
            statements.append(f"CREATE TABLE {name} ({body})")
        else:
            statements += [
                f"ALTER TABLE {name} ADD COLUMN {_addable(column)}"
                for column_name, column in split_columns(body).items()
                if column_name not in there and column_name != "id"
            ]
    return tuple(statements)


def _make_indexes(conn: Connection) -> None:
    schema = inspect(conn)
    for logical, columns in tables.INDEXES:
        table = schema.name(logical)
        nocase = (logical, columns) in tables.NOCASE_INDEX
        if table in schema.tables and (nocase or not indexed(conn, table, columns)):
            inside = ", ".join(f"{column} COLLATE NOCASE" if nocase else column for column in columns)
            label = f"sidecar_ix_{logical}_{'_'.join(columns)}"
            conn.run(f"CREATE INDEX IF NOT EXISTS {label} ON {table} ({inside})")


def _first_tables(conn: Connection, schema: Schema, at: datetime) -> None:
    for statement in missing(conn, schema):
        conn.run(statement)
    _make_indexes(conn)
    conn.run("INSERT OR IGNORE INTO sidecar_facts (chiave, valore) VALUES ('kind', ?)", (schema.kind,))
    sessions = real_names(inspect(conn).tables)["voice_sessions"]
    conn.run(
        f"INSERT OR IGNORE INTO {sessions} (id, created_at, updated_at, expires_at, completed) VALUES ('rpc', ?, ?, ?, 1)",
        (at.isoformat(),) * 3,
    )


STEPS: tuple[tuple[int, str, Callable[[Connection, Schema, datetime], None]], ...] = ((1, "first tables", _first_tables),)
NEWEST = STEPS[-1][0]


def needs_work(conn: Connection, schema: Schema) -> bool:
    """Whether the file is older than this program, or has lost something of it."""
    if not schema.version:
        if schema.tables and not {"clienti", "appuntamenti", "servizi", "impostazioni"} & set(schema.tables):
            raise ForeignFile
        _refuse_unnumbered(conn)
        return True
    _refuse_unnumbered(conn)
    _refuse_lost(schema)
    return schema.version < NEWEST or bool(schema.version == NEWEST and missing(conn, schema))


def _refuse_unnumbered(conn: Connection) -> None:
    """Rows are read by their numbers, which a table made WITHOUT ROWID has not."""
    for row in conn.rows("PRAGMA table_list"):
        if row[0] == "main" and str(row[1]).lower() in tables.NEEDED and row[4]:
            raise LostPart(f"the row numbers of its table {row[1]} (made WITHOUT ROWID)")


def _refuse_lost(schema: Schema) -> None:
    for table, columns in tables.NEEDED.items():
        if table not in schema.tables:
            raise LostPart(f"its table {table}")
        for column in columns:
            if column not in schema.tables[table]:
                raise LostPart(f"the column {column} of its table {table}")


def strange(conn: Connection, schema: Schema) -> tuple[str, ...]:
    """What this program does not know about the file, in sentences for `doctor`."""
    said: list[str] = []
    if schema.version > NEWEST:
        said.append(f"the file was last used by a newer program (schema {schema.version}, known {NEWEST}); nothing of it is changed")
    for table in ("clienti", "appuntamenti"):
        known = set(split_columns(tables.BUSINESS[table]))
        for _, name, _, required, default, key in conn.rows(f'PRAGMA table_info("{table}")'):
            if required and default is None and not key and name not in known:
                said.append(f"new rows of {table} need a value for {name}, which is unknown here: they may be refused")
    return tuple(said)


def migrate(conn: Connection, path: str, at: datetime) -> tuple[Schema, bool]:
    """The file's schema once it is up to date, and whether it was changed; raises apsw errors and ForeignFile."""
    schema = inspect(conn)
    if not needs_work(conn, schema):
        return schema, False
    if schema.tables:
        conn.run("BEGIN IMMEDIATE")
        conn.rollback()
        backup.make(conn, path)
    conn.run("BEGIN IMMEDIATE")
    try:
        schema = inspect(conn)
        changed = needs_work(conn, schema)
        if changed:
            _carry_out(conn, schema, at)
        conn.run("COMMIT")
    finally:
        conn.rollback()
    return inspect(conn), changed


def _carry_out(conn: Connection, schema: Schema, at: datetime) -> None:
    had = bool(schema.tables)
    for version, _, step in STEPS:
        if version > schema.version or version == NEWEST:
            step(conn, schema, at)
    table = real_names(inspect(conn).tables)["schema_migrations"]
    for version, name, _ in STEPS:
        conn.run(f"INSERT OR IGNORE INTO {table} (version, nome, applied_at) VALUES (?, ?, ?)", (version, name, at.isoformat()))
    if had:
        backup.remember(conn, at)
