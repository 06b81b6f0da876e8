"""The slots of a conversation in the wire shape of the contract, section 3. Read by the reply and by the audit row."""

from datetime import date, time
from typing import Any

from pipeline.model.business import Id
from pipeline.model.turn import Turn


def slots_shape(turn: Turn) -> dict[str, Any]:
    """Every slot that is known; absent = unknown."""
    slots = turn.slots
    full = " ".join(part for part in (slots.nome, slots.cognome) if part) if slots.cliente_id is not None else slots.nome
    values: dict[str, Any] = {
        "cliente_id": slots.cliente_id,
        "cliente_nome": full,
        "cognome": slots.cognome,
        "telefono": slots.telefono,
        "data_nascita": wire_day(slots.data_nascita),
        "servizi": _services(turn, slots.servizi or slots.nuovi_servizi),
        "data": wire_day(slots.quando.data),
        "ora": wire_hour(slots.quando.ora),
        "operatore_id": slots.operatore_id if slots.operatore_id is not None else next(iter(slots.operatori_in_ordine), None),
        "note": slots.note,
        "appuntamento_id": slots.appuntamento_id,
        "nuova_data": wire_day(slots.nuovo.data),
        "nuova_ora": wire_hour(slots.nuovo.ora),
    }
    return {name: value for name, value in values.items() if value not in (None, [], "")}


def _services(turn: Turn, ids: tuple[Id, ...]) -> list[dict[str, Any]]:
    by_id = {service.id: service for service in turn.lexicon.services}
    return [{"servizio_id": i, "nome": by_id[i].nome, "durata_minuti": by_id[i].durata} for i in ids if i in by_id]


def wire_day(day: date | None) -> str | None:
    """YYYY-MM-DD."""
    return day.isoformat() if day is not None else None


def wire_hour(at: time | None) -> str | None:
    """HH:MM."""
    return at.strftime("%H:%M") if at is not None else None
