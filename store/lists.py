"""The lists a turn may ask for: waiting list, outbox, categories, products, cart, link tokens.

Used by `store.reads`. Rows of the formatter come in wire shape.
"""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, cast

import orjson

from pipeline.model.business import Id
from pipeline.model.writes import Message, WaitlistEntry
from store.connection import Connection, Row
from store.pii import LentPeople
from store.schema import Schema
from store.values import clock, day, flag, moment, money, stamp, whole, words

AUDIT_COLUMNS = (
    "id", "session_id", "timestamp", "user_input", "detected_intent", "intent_confidence", "special_command", "slots_extracted",
    "system_response", "action_taken", "action_result", "error_message", "latency_ms",
)  # fmt: skip
STATS_COLUMNS = (
    "data", "chiamate_totali", "chiamate_completate", "chiamate_abbandonate", "appuntamenti_creati", "durata_media_secondi", "handoff",
    "turni", "token_modello", "costo_modello",
)  # fmt: skip

_WAITING = (
    "SELECT id, cliente_id, servizio_id, data_preferita, ora_preferita, operatore_preferito_id, priorita, priorita_score, status,"
    " created_at, expires_at FROM {waitlist}"
)


def waiting(
    conn: Connection, schema: Schema, now: datetime, on: date | None = None, servizio_id: Id | None = None
) -> tuple[WaitlistEntry, ...]:
    """Entries still WAITING and not expired: VIP, HIGH, NORMAL, then first come (specification 7.2)."""
    where, values = ["status = 'WAITING'", "(expires_at IS NULL OR expires_at > ?)"], list[Any]([stamp(now)])
    if servizio_id is not None:
        where.append("servizio_id = ?")
        values.append(servizio_id)
    if on is not None:
        where.append("data_preferita = ?")
        values.append(on.isoformat())
    sql = f"{_WAITING} WHERE {' AND '.join(where)} ORDER BY priorita_score DESC, created_at, id"
    return tuple(entry for row in conn.rows(schema.sql(sql), values) if (entry := entry_of(row)) is not None)


def entry_of(row: Row) -> WaitlistEntry | None:
    """An entry of the waiting list; None where its day cannot be read."""
    on = day(row[3])
    if on is None:
        return None
    created = moment(row[9]) or datetime.combine(on, datetime.min.time())
    priority = str(row[6] or "NORMAL").upper()
    return WaitlistEntry(
        id=row[0],
        cliente_id=row[1],
        servizio_id=row[2],
        data_preferita=on,
        ora_preferita=clock(row[4]),
        operatore_preferito_id=row[5],
        priorita="VIP" if priority == "VIP" else "HIGH" if priority == "HIGH" else "NORMAL",
        priorita_score=whole(row[7]) or 0,
        status="WAITING",
        created_at=created,
        expires_at=moment(row[10]) or datetime.max,
    )


def messages(conn: Connection, schema: Schema, lent: LentPeople) -> tuple[Message, ...]:
    """Messages the host has not acknowledged, oldest first, without those to a client who took the consent back or is not there any more.

    In an encrypted file name and number come from the lent people; whose number is not known yet is not written to.
    """
    rows = conn.rows(
        schema.sql(
            "SELECT o.message_id, o.recipient, o.template, o.params, o.appuntamento_id, o.cliente_id, o.attempts, o.created_at,"
            " c.consenso_whatsapp FROM {whatsapp_outbox} o LEFT JOIN clienti c ON c.id = o.cliente_id"
            " WHERE o.status = 'pending' AND c.deleted_at IS NULL ORDER BY o.created_at, o.rowid"
        )
    )
    found = (_message(row, lent) for row in rows if flag(row[8], True))
    return tuple(message for message in found if message.to)


def _message(row: Row, lent: LentPeople) -> Message:
    person = lent.get(row[5]) if row[5] is not None else None
    filled = {name: str(value) for name, value in _members(row[3]).items()}
    if person is not None and not filled.get("nome") and "nome" in filled:
        filled["nome"] = person.nome
    return Message(
        message_id=row[0],
        to=row[1] or (person.telefono if person else ""),
        template=row[2],
        params=tuple(filled.items()),
        appuntamento_id=row[4],
        cliente_id=row[5],
        attempts=whole(row[6]) or 0,
        created_at=moment(row[7]) or datetime.min,
    )


def _members(cell: Any) -> Mapping[str, Any]:
    """The members of a JSON object; none where the cell holds something else."""
    try:
        found: Any = orjson.loads(cell or "{}")
    except orjson.JSONDecodeError:
        return {}
    return cast("Mapping[str, Any]", found) if isinstance(found, dict) else {}


def categories(conn: Connection, schema: Schema, workspace_id: str) -> tuple[str, ...]:
    """Active categories in order; where the file has no such table, those of its services."""
    if schema.has("categorie"):
        sql = (
            "SELECT nome FROM categorie WHERE COALESCE(workspace_id, 'default') = ? AND COALESCE(attiva, 1) != 0"
            " ORDER BY COALESCE(ordine, 0), nome, id"
        )
    else:
        sql = (
            "SELECT categoria FROM servizi WHERE COALESCE(workspace_id, 'default') = ? AND COALESCE(attivo, 1) != 0"
            " GROUP BY categoria ORDER BY min(COALESCE(ordine, 0)), min(rowid)"
        )
    return tuple(name for row in conn.rows(sql, (workspace_id,)) if (name := words(row[0])))


def products(conn: Connection, schema: Schema, workspace_id: str) -> tuple[dict[str, Any], ...]:
    """Active products in the order of their categories; none in a file without that table."""
    if not schema.has("prodotti"):
        return ()
    rows = conn.rows(
        "SELECT p.id, p.nome, p.descrizione, p.prezzo, c.nome FROM prodotti p LEFT JOIN categorie c ON c.id = p.categoria_id"
        " WHERE COALESCE(p.workspace_id, 'default') = ? AND COALESCE(p.attivo, 1) != 0 ORDER BY COALESCE(c.ordine, 0), p.id",
        (workspace_id,),
    )
    return tuple(
        {"id": row[0], "nome": row[1], "descrizione": words(row[2]), "prezzo": money(row[3]), "categoria": words(row[4])} for row in rows
    )


def discount(conn: Connection, cliente_id: Id, workspace_id: str) -> Decimal | None:
    """The client's percentage; None when there is none."""
    cell = conn.value(
        "SELECT sconto_percentuale FROM clienti WHERE id = ? AND COALESCE(workspace_id, 'default') = ? AND deleted_at IS NULL",
        (cliente_id, workspace_id),
    )
    percentage = money(cell)
    return percentage if percentage is not None and percentage > 0 else None


def cart(conn: Connection, schema: Schema, cliente_id: Id, workspace_id: str) -> tuple[dict[str, Any], ...]:
    """Products put aside: prodotto_id, nome, prezzo, quantita, in the order they were."""
    if not schema.has("carrello"):
        return ()
    rows = conn.rows(
        "SELECT c.prodotto_id, p.nome, p.prezzo, c.quantita FROM carrello c JOIN prodotti p ON p.id = c.prodotto_id"
        " WHERE c.cliente_id = ? AND COALESCE(c.workspace_id, 'default') = ? AND c.quantita > 0 ORDER BY c.id",
        (cliente_id, workspace_id),
    )
    return tuple({"prodotto_id": row[0], "nome": row[1], "prezzo": money(row[2]), "quantita": whole(row[3]) or 1} for row in rows)


_TOKEN = "SELECT digest, cliente_id, workspace_id, kind, nonce, created_at, expires_at, revoked_at FROM {secure_tokens}"


def token(conn: Connection, schema: Schema, digest: str) -> dict[str, Any] | None:
    """The record of a link, expired or not; times are datetimes."""
    return _token(conn.row(schema.sql(f"{_TOKEN} WHERE digest = ?"), (digest,)))


def live_token(conn: Connection, schema: Schema, cliente_id: Id, workspace_id: str, kind: str, now: datetime) -> dict[str, Any] | None:
    """The client's newest link record of that kind that is neither expired nor revoked."""
    sql = (
        f"{_TOKEN} WHERE cliente_id = ? AND kind = ? AND workspace_id = ? AND expires_at > ? AND revoked_at IS NULL"
        " ORDER BY expires_at DESC LIMIT 1"
    )
    return _token(conn.row(schema.sql(sql), (cliente_id, kind, workspace_id, stamp(now))))


def _token(row: Row | None) -> dict[str, Any] | None:
    if row is None:
        return None
    names = ("digest", "cliente_id", "workspace_id", "kind", "nonce", "created_at", "expires_at", "revoked_at")
    found = dict(zip(names, row, strict=True))
    return {**found, "created_at": moment(row[5]), "expires_at": moment(row[6]), "revoked_at": moment(row[7])}
