"""Rows of `voice_sessions` as sessions, and back (specification 11.1, 11.2).

Used by `store.reads` and `store.ledger`. The specification's columns are filled truthfully for whoever reads the table; the conversation
itself is the column `dialogue`, which alone is read back.
"""

from datetime import date
from typing import Any

import orjson

from pipeline.model.session import Dialogue, Exchange, Option, Session, When
from store import codec
from store.connection import Connection
from store.schema import Schema
from store.values import flag, moment, stamp, whole

COLUMNS = (
    "id, cliente_id, current_intent, current_step, slots, pending_disambiguation, pending_alternatives, history,"
    " failed_understanding_count, total_turns, created_at, updated_at, expires_at, handoff_requested, completed, dialogue"
)


def session_of(row: tuple[Any, ...]) -> Session | None:
    """The session of a row of COLUMNS; None where its times cannot be read."""
    created, updated, expires = moment(row[10]), moment(row[11]), moment(row[12])
    if updated is None or expires is None:
        return None
    return Session(
        id=row[0],
        created_at=created or updated,
        updated_at=updated,
        expires_at=expires,
        cliente_id=row[1],
        total_turns=whole(row[9]) or 0,
        failed_count=whole(row[8]) or 0,
        completed=flag(row[14], False),
        handoff_requested=flag(row[13], False),
        dialogue=codec.decode(Dialogue, row[15], Dialogue()),
        history=codec.decode_list(Exchange, row[7]),
    )


def load(conn: Connection, schema: Schema, session_id: str) -> Session | None:
    """The stored session, expired or not."""
    row = conn.row(schema.sql(f"SELECT {COLUMNS} FROM {{voice_sessions}} WHERE id = ?"), (session_id,))
    return None if row is None else session_of(row)


def save(conn: Connection, schema: Schema, session: Session) -> None:
    """Inserts or replaces the session's row."""
    dialogue = session.dialogue
    values = (
        session.id, session.cliente_id, dialogue.flow, dialogue.step, _slots(dialogue), _options(dialogue.options, "cliente"),
        _options(dialogue.options, "slot"), codec.encode(session.history), session.failed_count, session.total_turns,
        stamp(session.created_at), stamp(session.updated_at), stamp(session.expires_at), int(session.handoff_requested),
        int(session.completed), codec.encode(dialogue),
    )  # fmt: skip
    names = COLUMNS.split(", ")
    updates = ", ".join(f"{name} = excluded.{name}" for name in names if name not in ("id", "created_at"))
    marks = ", ".join("?" * len(names))
    conn.run(schema.sql(f"INSERT INTO {{voice_sessions}} ({COLUMNS}) VALUES ({marks}) ON CONFLICT(id) DO UPDATE SET {updates}"), values)


def ensure(conn: Connection, schema: Schema, session_id: str, at: str) -> None:
    """A closed row for a session that nobody saved, so that an audit row can point to it."""
    conn.run(
        schema.sql("INSERT OR IGNORE INTO {voice_sessions} (id, created_at, updated_at, expires_at, completed) VALUES (?1, ?2, ?2, ?2, 1)"),
        (session_id, at),
    )


def _slots(dialogue: Dialogue) -> str:
    """What is known, under the specification's names (4.1); what is unknown is absent."""
    slots = dialogue.slots
    known: dict[str, Any] = {
        "cliente_id": slots.cliente_id,
        "cliente_nome": slots.nome,
        "cognome": slots.cognome,
        "telefono": slots.telefono,
        "data_nascita": slots.data_nascita,
        "servizi": list(slots.servizi) or None,
        **_when(slots.quando, "data", "ora"),
        "operatore_id": slots.operatore_id,
        "note": slots.note,
        "appuntamento_id": slots.appuntamento_id,
        **_when(slots.nuovo, "nuova_data", "nuova_ora"),
    }
    return orjson.dumps({name: value for name, value in known.items() if value is not None}).decode()


def _when(when: When, data: str, ora: str) -> dict[str, Any]:
    day: date | None = when.data
    return {data: day, ora: when.ora.strftime("%H:%M") if when.ora else None}


def _options(options: tuple[Option, ...], kind: str) -> str | None:
    listed = [option for option in options if option.kind == kind]
    return codec.encode(listed) if listed else None
