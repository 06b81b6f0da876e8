"""The Turn of the contract, section 3, from a closed turn and what its commit made. Wire shapes only; decides nothing."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from pipeline.model.turn import Action, Reply, Turn
from pipeline.model.writes import Committed
from pipeline.rules import shapes


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
        slots=shapes.slots(turn.slots, turn.lexicon.services),
        options=tuple(shapes.options(dialogue.options)),
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


def stored(reply: Reply) -> bytes:
    """The reply as it is kept for a repeated request id; sound is made anew."""
    return json.dumps(asdict(reply), ensure_ascii=False).encode()


def from_stored(data: bytes) -> Reply:
    """The reply of a request that was carried out before."""
    fields = json.loads(data)
    for name in ("options", "actions", "degraded"):
        fields[name] = tuple(fields[name])
    return Reply(**fields)
