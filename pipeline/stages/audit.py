"""The record of the turn: history, counters, and one row of `voice_audit_log` (specification 12.1). Runs in CLOSE, always."""

import json
from dataclasses import replace

from pipeline.knowledge.links import without_secrets
from pipeline.model.meanings import Greeted
from pipeline.model.session import Exchange, Said, Session
from pipeline.model.turn import Turn
from pipeline.model.writes import AuditTurn, CountCall
from pipeline.ports import World
from pipeline.rules import shapes
from pipeline.stages.newcomer import PLACE, nameless

HISTORY = 10
"""Turns of the conversation that are kept (a model is shown no more)."""


def audit(turn: Turn, world: World) -> Turn:
    """The turn with its exchange in the history, its statistics and its audit row."""
    said = turn.dialogue.said
    text = without_secrets(said.text if said else "")
    spoken = without_secrets(turn.ask.text) if turn.ask.text is not None else None
    known = {name: value for name, value in shapes.slots(turn.slots, turn.lexicon.services).items() if value != PLACE}
    exchange = Exchange(spoken or "", text, turn.parse.intent, tuple(action.type for action in turn.actions))
    history = (*turn.session.history, exchange)[-HISTORY:]
    session = replace(turn.session, history=history, total_turns=turn.session.total_turns + 1)
    session = replace(session, completed=turn.dialogue.step == "chiusa")
    turn = replace(turn, session=session)
    ended = int((turn.now - session.created_at).total_seconds()) if session.completed else 0
    count = CountCall(
        turn.now.date(), turni=1, completate=int(session.completed), secondi=ended, token_modello=turn.tokens, costo_modello=turn.cost
    )
    row = AuditTurn(
        session.id,
        turn.now,
        user_input=spoken,
        intent=turn.parse.intent,
        confidence=turn.parse.confidence,
        special_command=turn.parse.command,
        slots=without_secrets(json.dumps(known, ensure_ascii=False)),
        response=text,
        action=",".join(action.type for action in turn.actions) or None,
        result=",".join(word for word in ("disclosed" if _disclosed(turn) else "", "committed" if turn.actions else "") if word) or None,
        error=",".join(turn.degraded) or None,
    )
    return turn.writing(count, row)


def _disclosed(turn: Turn) -> bool:
    """Whether the caller was told in this turn that a machine speaks: the log keeps that when the words are gone."""
    return any(isinstance(meaning, Greeted) for meaning in turn.said)


def kept(session: Session) -> Session:
    """The session as its row holds it: no link that opens somebody's page, no id that is not in the file."""
    said = session.dialogue.said
    if said is not None:
        masked = Said(without_secrets(said.text), without_secrets(said.speech))
        session = replace(session, dialogue=replace(session.dialogue, said=masked))
    return nameless(session)
