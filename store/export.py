"""Everything held about one client, as JSON values (docs/contract, `gdpr.export`).

Called by `store.archive`. Walks the register of personal data, so that a table that is added there is exported, too.
"""

import os
from pathlib import Path
from typing import Any

import orjson

from pipeline.model.business import Id
from pipeline.model.errors import NotFound
from store import calls
from store.connection import Connection
from store.pii import LentPeople, is_cipher
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
    sessions = schema.sql("SELECT id FROM {voice_sessions} WHERE cliente_id = ?")
    for name, table in TABLES.items():
        if name == "clienti" or not schema.has(name):
            continue
        if table.client is not None:
            found[name] = _rows(conn, schema, name, f"{table.client} = ?", (client["id"],))
        elif name == "voice_audit_log":
            rows = orjson.dumps(calls.rows_of(conn, schema, client["id"])).decode()
            found[name] = _rows(conn, schema, name, "id IN (SELECT value FROM json_each(?))", (rows,))
        elif table.session is not None:
            found[name] = _rows(conn, schema, name, f"{table.session} IN ({sessions})", (client["id"],))
    return found | _others(conn, schema, client["id"])


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
