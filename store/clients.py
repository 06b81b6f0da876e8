"""Rows of `clienti` as Client values.

Used by `store.people`, `store.reads`, `store.archive`. A name that is encrypted comes from what the host lent, or is empty.
"""

from collections.abc import Iterable
from typing import Any

from pipeline.model.business import Client, Id
from store.connection import Connection
from store.pii import LentPeople, clear
from store.values import day, flag, money, words

COLUMNS = (
    "id, nome, cognome, telefono, soprannome, email, data_nascita, is_vip, sconto_percentuale, operatore_preferito_id,"
    " consenso_whatsapp, voice_consent, note, workspace_id"
)


def client_of(row: tuple[Any, ...], lent: LentPeople) -> Client:
    """The client of a row of COLUMNS."""
    known = lent.get(row[0])
    return Client(
        id=row[0],
        nome=clear(row[1]) or (known.nome if known else ""),
        cognome=clear(row[2]) or (known.cognome if known else ""),
        telefono=clear(row[3]) or (known.telefono if known else ""),
        soprannome=words(clear(row[4])),
        email=words(clear(row[5])) or (known.email if known else None),
        data_nascita=day(clear(row[6])) or (known.data_nascita if known else None),
        is_vip=flag(row[7], False),
        sconto=money(row[8]),
        operatore_preferito_id=row[9],
        consenso_whatsapp=flag(row[10], True),
        voice_consent=flag(row[11], False),
        note=words(clear(row[12])),
        workspace_id=words(row[13]) or "default",
    )


def by_id(conn: Connection, cliente_id: Id, lent: LentPeople) -> Client | None:
    """The client with that id who is not deleted."""
    row = conn.row(f"SELECT {COLUMNS} FROM clienti WHERE id = ? AND deleted_at IS NULL", (cliente_id,))
    return None if row is None else client_of(row, lent)


def by_ids(conn: Connection, ids: Iterable[Id], lent: LentPeople) -> tuple[Client, ...]:
    """Those of the ids that are there, in the order given."""
    found = (by_id(conn, cliente_id, lent) for cliente_id in ids)
    return tuple(client for client in found if client is not None)
