"""Which tables and columns the open file has, as one value.

Made by `store.migrations` when a file is opened, asked by every module that writes SQL. A file of our own making and one the desktop app
made differ only here: in the names of a few tables, in the type of the ids, and in what is simply not there.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from store.connection import Connection

Kind = Literal["own", "desktop"]

OURS = ("waitlist", "voice_sessions", "voice_audit_log", "whatsapp_outbox", "secure_tokens", "schema_migrations")
"""Tables that keep their contract name unless the file holds another table of that name: then ours stands beside it as `sidecar_<name>`."""

SHAPE: Mapping[str, frozenset[str]] = {
    "waitlist": frozenset({"id", "cliente_id", "servizio_id", "data_preferita", "priorita", "status"}),
    "voice_sessions": frozenset({"id", "current_intent", "current_step", "slots", "history"}),
    "voice_audit_log": frozenset({"session_id", "timestamp", "user_input", "system_response"}),
    "whatsapp_outbox": frozenset({"message_id", "template", "params", "status"}),
    "secure_tokens": frozenset({"digest", "cliente_id", "kind", "expires_at"}),
    "schema_migrations": frozenset({"version", "applied_at"}),
}
"""The columns by which a table of that name is recognised as ours."""

_NAME = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Schema:
    """The open file: columns by table, real names of our tables, type of the ids, who made it."""

    tables: Mapping[str, frozenset[str]]
    names: Mapping[str, str]
    kind: Kind = "own"
    text_ids: frozenset[str] = frozenset()
    """Tables whose `id` is TEXT."""
    version: int = 0

    def has(self, table: str, column: str | None = None) -> bool:
        """Whether the file has that table (and that column of it)."""
        columns = self.tables.get(self.names.get(table, table))
        return columns is not None and (column is None or column in columns)

    def name(self, table: str) -> str:
        """The real name of one of our tables in this file."""
        return self.names.get(table, table)

    def sql(self, text: str) -> str:
        """The statement with `{waitlist}` and its like replaced by the real names."""
        return _NAME.sub(lambda match: self.names[match[1]], text)


def columns_of(conn: Connection, table: str) -> dict[str, str]:
    """Column names of a table, in lower case as SQLite compares them, with their declared types."""
    return {str(row[1]).lower(): str(row[2] or "").upper() for row in conn.rows(f'PRAGMA table_info("{table}")')}


def indexed(conn: Connection, table: str, columns: tuple[str, ...]) -> bool:
    """Whether some full index of the table begins with these columns."""
    for row in conn.rows(f'PRAGMA index_list("{table}")'):
        inside = tuple(str(part[2]) for part in conn.rows(f'PRAGMA index_info("{row[1]}")'))
        if not row[4] and inside[: len(columns)] == columns:
            return True
    return False


def real_names(tables: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Contract name to real name for each of our tables, given what the file holds."""
    names: dict[str, str] = {}
    for table in OURS:
        there = tables.get(table)
        names[table] = table if there is None or SHAPE[table] <= there else f"sidecar_{table}"
    return names


def inspect(conn: Connection) -> Schema:
    """Looks at the file as it is now."""
    tables: dict[str, frozenset[str]] = {}
    text: set[str] = set()
    for row in conn.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"):
        columns, name = columns_of(conn, str(row[0])), str(row[0]).lower()
        tables[name] = frozenset(columns)
        if "id" in columns and "INT" not in columns["id"]:
            text.add(name)
    names = real_names(tables)
    version, kind = 0, "own"
    if names["schema_migrations"] in tables:
        version = int(conn.value(f"SELECT max(version) FROM {names['schema_migrations']}") or 0)
    if "sidecar_facts" in tables:
        kind = conn.value("SELECT valore FROM sidecar_facts WHERE chiave = 'kind'") or "own"
    elif "clienti" in tables or "appuntamenti" in tables:
        kind = "desktop"
    return Schema(tables, names, "desktop" if kind == "desktop" else "own", frozenset(text), version)
