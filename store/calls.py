"""Whose words stand in the audit: a session id may be a telephone line that many callers use one after the other.

Used by `store.erasure` and `store.export`. A call begins where the caller was told that a machine speaks (`disclosed`). It is tied to every
client who was identified in it, the last of them its owner; the last call of a session may also be known by the session's own row.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import orjson

from pipeline.model.business import Id
from store.connection import Connection
from store.lettering import likeness
from store.schema import Schema

_SESSIONS = "SELECT id, cliente_id FROM {voice_sessions} WHERE id != 'rpc'"
_COLUMNS = "id, session_id, timestamp, slots_extracted, action_result, user_input, system_response"
_TURNS = f"SELECT {_COLUMNS} FROM {{voice_audit_log}} WHERE session_id != 'rpc'"


@dataclass(slots=True)
class Call:
    """The audit rows of one call, what was said in them, and who it is tied to; `last`: the session's own row is this call's."""

    session_id: str
    rows: list[int] = field(default_factory=list[int])
    texts: list[str] = field(default_factory=list[str])
    said: list[str] = field(default_factory=list[str])
    """What the caller said, turn by turn."""
    clients: list[str] = field(default_factory=list[str])
    names: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    """First name and surname, folded, under which the caller was put down."""
    last: bool = False
    began: str = ""
    ended: str = ""
    """The moments of its first and its last turn."""

    @property
    def owner(self) -> str | None:
        """The client who was identified last."""
        return self.clients[-1] if self.clients else None

    def tie(self, cliente_id: Any) -> None:
        """The client is who speaks from here on."""
        if cliente_id is not None:
            self.clients = [*(each for each in self.clients if each != str(cliente_id)), str(cliente_id)]


def all_calls(conn: Connection, schema: Schema, before: Sequence[Call] = ()) -> list[Call]:
    """Every call of the audit, those of a session in order; `before`: what was read earlier, only what was written since is added."""
    calls = [*before]
    ends = {call.session_id: call for call in calls}
    last = max((row for call in calls for row in call.rows), default=0)
    for row, session_id, at, slots, result, *said in conn.iterate(schema.sql(_TURNS + " AND id > ? ORDER BY id"), (last,)):
        if session_id not in ends or "disclosed" in str(result or ""):
            ends[session_id] = Call(session_id, began=str(at or ""))
            calls.append(ends[session_id])
        call = ends[session_id]
        known = _slots(slots)
        call.rows.append(row)
        call.ended = str(at or "")
        call.texts += [str(text) for text in (*said, slots) if text]
        call.said += [str(said[0])] if said[0] else []
        call.tie(known.get("cliente_id"))
        call.names.add((likeness(str(known.get("cliente_nome") or "")), likeness(str(known.get("cognome") or ""))))
    for call in calls:
        call.last = False
    for session_id, cliente_id in conn.rows(schema.sql(_SESSIONS)):
        if session_id in ends:
            ends[session_id].last = True
            ends[session_id].tie(cliente_id)
    return calls


def calls_of(conn: Connection, schema: Schema, cliente_id: Id, name: tuple[str, str] | None) -> list[Call]:
    """The calls that this client made: those tied to the client, and those tied to nobody whose caller was put down under this name, folded
    (None where others are called so, too)."""
    return [
        call
        for call in all_calls(conn, schema)
        if call.owner == str(cliente_id) or (not call.clients and name is not None and name in call.names)
    ]


def beside(conn: Connection, schema: Schema, table: str, theirs: Sequence[Call], cliente_id: Id) -> list[int]:
    """The rows of a table of sessions that were written in these calls, or, where the audit knows nothing of the session, in a session of
    the client: a line that many callers use has the rows of all of them."""
    rows = conn.rows(schema.sql(f"SELECT rowid, session_id, created_at FROM {table}"))
    mine = {row[0] for row in conn.rows(schema.sql("SELECT id FROM {voice_sessions} WHERE cliente_id = ?"), (cliente_id,))}
    heard = {row[0] for row in conn.rows(schema.sql("SELECT DISTINCT session_id FROM {voice_audit_log}"))}
    spans: dict[str, list[tuple[str, str]]] = {}
    for call in theirs:
        spans.setdefault(call.session_id, []).append((call.began, call.ended))
    return [
        row
        for row, session, at in rows
        if (session in mine and session not in heard) or any(began <= str(at) <= ended for began, ended in spans.get(session, ()))
    ]


def _slots(text: Any) -> dict[str, Any]:
    try:
        known: Any = orjson.loads(text or "{}")
    except orjson.JSONDecodeError:
        return {}
    return cast("dict[str, Any]", known) if isinstance(known, dict) else {}
