"""The Turn of the contract, section 3, from a closed turn and what its commit made. Wire shapes only; decides nothing."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date, time
from typing import Any

from pipeline.model.business import Id
from pipeline.model.session import Option
from pipeline.model.turn import Action, Reply, Turn
from pipeline.model.writes import Committed


def reply_of(turn: Turn, committed: Committed, seconds: Mapping[str, float]) -> Reply:
    """What goes over the wire; ids of new rows are those of the commit, timings in milliseconds."""
    dialogue, said = turn.dialogue, turn.dialogue.said
    actions = tuple(_action(action) for action in _with_ids(turn.actions, committed))
    parse = turn.parse
    return Reply(
        session_id=turn.session.id,
        text=said.text if said else "",
        speech=said.speech if said else "",
        step=dialogue.step,
        language=dialogue.language,
        intent=parse.intent,
        confidence=round(parse.confidence, 3),
        slots=_slots(turn),
        options=tuple(_option(option) for option in dialogue.options),
        action=actions[-1] if actions else None,
        actions=actions,
        handoff=turn.session.handoff_requested,
        completed=dialogue.step == "chiusa",
        explanation=turn.explanation if turn.ask.explain else None,
        degraded=tuple(dict.fromkeys(turn.degraded)),
        timings_ms={"total": 0.0, "understand": 0.0, "decide": 0.0, "store": 0.0, "llm": 0.0, "tts": 0.0}
        | {name: round(value * 1000, 3) for name, value in seconds.items()},
    )


def _with_ids(actions: tuple[Action, ...], committed: Committed) -> tuple[Action, ...]:
    bookings, waitlist = list(committed.bookings), list(committed.waitlist)
    filled: list[Action] = []
    for action in actions:
        if action.type == "appuntamento_creato" and not action.ids and bookings:
            action = replace(action, ids=bookings.pop(0))
        elif action.type == "waitlist_aggiunto" and not action.ids and waitlist:
            action = replace(action, ids=(waitlist.pop(0),))
        filled.append(action)
    return tuple(filled)


def _action(action: Action) -> dict[str, Any]:
    shape: dict[str, Any] = {"type": action.type, "id": action.ids[0] if action.ids else None, "ids": list(action.ids)}
    if action.confirmation_code is not None:
        shape["confirmation_code"] = action.confirmation_code
    return shape


def _slots(turn: Turn) -> dict[str, Any]:
    slots = turn.slots
    full = " ".join(part for part in (slots.nome, slots.cognome) if part) if slots.cliente_id is not None else slots.nome
    values: dict[str, Any] = {
        "cliente_id": slots.cliente_id,
        "cliente_nome": full,
        "cognome": slots.cognome,
        "telefono": slots.telefono,
        "data_nascita": _day(slots.data_nascita),
        "servizi": _services(turn, slots.servizi or slots.nuovi_servizi),
        "data": _day(slots.quando.data),
        "ora": _hour(slots.quando.ora),
        "operatore_id": slots.operatore_id if slots.operatore_id is not None else next(iter(slots.operatori_in_ordine), None),
        "note": slots.note,
        "appuntamento_id": slots.appuntamento_id,
        "nuova_data": _day(slots.nuovo.data),
        "nuova_ora": _hour(slots.nuovo.ora),
    }
    return {name: value for name, value in values.items() if value not in (None, [], "")}


def _services(turn: Turn, ids: tuple[Id, ...]) -> list[dict[str, Any]]:
    by_id = {service.id: service for service in turn.lexicon.services}
    return [{"servizio_id": i, "nome": by_id[i].nome, "durata_minuti": by_id[i].durata} for i in ids if i in by_id]


def _option(option: Option) -> dict[str, Any]:
    value: Any = option.id
    if option.slot is not None:
        value = {"data": _day(option.slot.data), "ora": _hour(option.slot.ora), "operatore_id": option.slot.operatore_id}
    return {"n": option.n, "kind": option.kind, "label": option.label, "value": value}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _hour(at: time | None) -> str | None:
    return at.strftime("%H:%M") if at is not None else None


def stored(reply: Reply) -> bytes:
    """The reply as it is kept for a repeated request id; sound is made anew."""
    return json.dumps(asdict(reply), ensure_ascii=False).encode()


def from_stored(data: bytes) -> Reply:
    """The reply of a request that was carried out before."""
    fields = json.loads(data)
    for name in ("options", "actions", "degraded"):
        fields[name] = tuple(fields[name])
    return Reply(**fields)


def slots_shape(turn: Turn) -> dict[str, Any]:
    """The slots in wire shape, for the audit row."""
    return _slots(turn)
