"""Sessions that a host called by the caller's number: their ids are personal data, too, and get another name.

Used by `store.erasure` and `store.retention` inside their transactions.
"""

from collections.abc import Sequence
from typing import Any

from store.connection import Connection
from store.privacy import TABLES
from store.schema import Schema
from store.seeker import Seeker

DIGITS = 9
"""An id with so many figures in a row may be a telephone number."""


def renamed(conn: Connection, schema: Schema, sessions: Sequence[tuple[Any, ...]]) -> int:
    """Gives these sessions (id, something unique) another name wherever they stand; how many there were."""
    pairs = [(f"cancellata-{unique}", session_id) for session_id, unique in sessions]
    conn.many(schema.sql("UPDATE {voice_sessions} SET id = ? WHERE id = ?"), pairs)
    for name in (name for name, table in TABLES.items() if table.session == "session_id" and schema.has(name)):
        conn.many(f'UPDATE "{schema.name(name)}" SET session_id = ? WHERE session_id = ?', pairs)
    return len(pairs)


def of_numbers(conn: Connection, schema: Schema, cutoff: str, now: str) -> int:
    """Renames the sessions of before `cutoff` that may be called by a number."""
    old = "SELECT id, lower(hex(randomblob(8))) FROM {voice_sessions} WHERE updated_at < ? AND expires_at < ? AND id GLOB ?"
    return renamed(conn, schema, conn.rows(schema.sql(old), (cutoff, now, f"*{'[0-9]' * DIGITS}*")))


def of_person(conn: Connection, schema: Schema, seeker: Seeker) -> int:
    """Some hosts call a session by the caller's number: those of this person get another name. How many were renamed."""
    told = conn.rows(schema.sql("SELECT id, lower(hex(randomblob(8))) FROM {voice_sessions}"))
    count = renamed(conn, schema, [row for row in told if seeker.found_in(str(row[0]))])
    requests = [(key,) for (key,) in conn.rows("SELECT request_id FROM sidecar_answers") if seeker.found_in(str(key))]
    conn.many("DELETE FROM sidecar_answers WHERE request_id = ?", requests)
    return count
