"""Everything held about one client, as JSON values (docs/contract, `gdpr.export`).

Called by `store.archive`. Walks the register of personal data, so that a table that is added there is exported, too.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson

from pipeline.model.business import Id
from pipeline.model.errors import NotFound
from store import calls
from store.codec import encode
from store.connection import Connection
from store.lettering import likeness
from store.person import national
from store.pii import LentPeople, clear, is_cipher
from store.privacy import TABLES
from store.schema import Schema

_HIDDEN = frozenset({"digest", "nonce", "user_input_hash", "answer", "secret"})
"""Keys and keyed hashes say nothing about the person and are not given away."""


def everything(conn: Connection, schema: Schema, cliente_id: Id, lent: LentPeople) -> dict[str, Any]:
    """{cliente, and a list of rows for each table that names the client or one of the client's sessions}; raises NotFound."""
    own = _rows(conn, schema, "clienti", "id = ?", (cliente_id,))
    if not own:
        raise NotFound("cliente_id")
    client = own[0]
    known = lent.get(client["id"])
    if known is not None:
        birth = known.data_nascita.isoformat() if known.data_nascita else None
        client |= {"nome": known.nome, "cognome": known.cognome, "telefono": known.telefono, "data_nascita": birth}
    found: dict[str, Any] = {"cliente": client}
    theirs = calls.calls_of(conn, schema, client["id"], _only_name(conn, client))
    for name, table in TABLES.items():
        if name == "clienti" or not schema.has(name):
            continue
        if table.client is not None:
            found[name] = _rows(conn, schema, name, f"{table.client} = ?", (client["id"],))
        elif name == "voice_audit_log":
            found[name] = _at(conn, schema, name, [row for call in theirs for row in call.rows])
        elif schema.has(name, "created_at") and table.session is not None:
            found[name] = _at(conn, schema, name, calls.beside(conn, schema, name, theirs, client["id"]))
        elif table.session is not None:
            sessions = schema.sql("SELECT id FROM {voice_sessions} WHERE cliente_id = ?")
            found[name] = _rows(conn, schema, name, f"{table.session} IN ({sessions})", (client["id"],))
    untied = [call.session_id for call in theirs if call.last and not call.clients]
    found["voice_sessions"] += _rows(conn, schema, "voice_sessions", "id IN (SELECT value FROM json_each(?))", (encode(untied),))
    found["whatsapp_outbox"] += _at(conn, schema, "whatsapp_outbox", _by_number(conn, schema, client))
    return found | _others(conn, schema, client["id"])


def _only_name(conn: Connection, client: Mapping[str, Any]) -> tuple[str, str] | None:
    """First name and surname, folded; None where another client has the same, or where they are encrypted."""
    name = (likeness(clear(client.get("nome"))), likeness(clear(client.get("cognome"))))
    others = conn.rows("SELECT nome, cognome FROM clienti WHERE id != ? AND deleted_at IS NULL", (client["id"],))
    return name if all(name) and name not in {(likeness(clear(first)), likeness(clear(last))) for first, last in others} else None


def _by_number(conn: Connection, schema: Schema, client: Mapping[str, Any]) -> list[int]:
    """The messages to the client's number that name no client."""
    number = national(clear(client.get("telefono")))
    rows = conn.rows(schema.sql("SELECT rowid, recipient FROM {whatsapp_outbox} WHERE cliente_id IS NULL AND recipient > ''"))
    return [row for row, recipient in rows if number and national(str(recipient)) == number]


def _at(conn: Connection, schema: Schema, table: str, rows: Sequence[int]) -> list[dict[str, Any]]:
    return _rows(conn, schema, table, "rowid IN (SELECT value FROM json_each(?))", (encode(rows),))


def keep(folder: Path, data: bytes, name: str) -> str:
    """Writes the export into that folder, for this user's eyes; its absolute path. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder.absolute() / f"{name}.json"
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
    return str(path)


def _others(conn: Connection, schema: Schema, cliente_id: Id) -> dict[str, Any]:
    """Rows of tables that are not ours and name the client."""
    ours = {schema.name(name) for name in TABLES}
    return {
        table: _rows(conn, schema, table, "cliente_id = ?", (cliente_id,))
        for table, columns in schema.tables.items()
        if table not in ours and "cliente_id" in columns
    }


def _rows(conn: Connection, schema: Schema, table: str, where: str, values: tuple[Any, ...]) -> list[dict[str, Any]]:
    name = schema.name(table)
    columns = sorted(schema.tables[name] - _HIDDEN)
    listed = ", ".join(f'"{column}"' for column in columns)
    rows = conn.rows(f'SELECT {listed} FROM "{name}" WHERE {where}', values)
    return [{column: _plain(cell) for column, cell in zip(columns, row, strict=True)} for row in rows]


def _plain(cell: Any) -> Any:
    """A JSON value; text that is JSON is opened, what cannot be read is left out."""
    if isinstance(cell, bytes) or is_cipher(cell):
        return None
    if isinstance(cell, str) and cell[:1] in ("{", "["):
        try:
            return orjson.loads(cell)
        except orjson.JSONDecodeError:
            return cell
    return cell
