"""Opening a turn: the state is read once, the time is stamped once (specification 11).

Called by `pipeline.turn`. A session lives ten minutes from its last turn; an expired or closed one starts afresh under the same
id and says so (`session_expired`). Asks the reads and the clock; decides nothing about the conversation.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from pipeline.model.parse import Parse
from pipeline.model.session import Dialogue, Session
from pipeline.model.turn import Ask, Turn
from pipeline.model.writes import CountCall, ReleaseHold
from pipeline.ports import World

LANGUAGES = ("it", "en", "es", "pt")


def open_turn(ask: Ask, world: World) -> Turn:
    """The turn as it begins: the stored session or a new one, today's settings and words. Raises Unavailable("database")."""
    now = world.clock.now()
    settings = world.reads.settings()
    stored = world.reads.session(ask.session_id) if ask.session_id else None
    stale = stored is not None and (stored.completed or stored.expires_at <= now)
    expires = now + timedelta(minutes=settings.sessione_ttl_minuti)
    if stored is None or stale:
        session = _new(ask, world, now, expires, settings.lingua)
    else:
        session = replace(stored, updated_at=now, expires_at=expires)
    turn = Turn(ask, now, settings, world.reads.lexicon(), session, Parse(ask.text or ""), session.dialogue, fresh=stored is None or stale)
    turn = _addressed(turn, ask)
    if turn.fresh:
        turn = turn.writing(CountCall(now.date(), chiamate=1))
    if stale and stored is not None:
        turn = replace(turn, degraded=("session_expired",)).writing(ReleaseHold(session.id))
        if not stored.completed:
            turn = turn.writing(CountCall(now.date(), abbandonate=1))
    return turn


def _new(ask: Ask, world: World, now: datetime, expires: datetime, language: str) -> Session:
    dialogue = Dialogue(caller_phone=ask.telefono, language=language if language in LANGUAGES else "it")
    return Session(ask.session_id or world.ids.uuid(), now, now, expires, dialogue=dialogue)


def _addressed(turn: Turn, ask: Ask) -> Turn:
    """Caller id and language as the host gives them; the register of the call is chosen once."""
    dialogue = turn.dialogue
    if ask.telefono and dialogue.caller_phone is None:
        turn = turn.with_dialogue(caller_phone=ask.telefono)
    if dialogue.tono is None:
        turn = turn.with_dialogue(tono=turn.settings.tono)
    if ask.language and ask.language != dialogue.language:
        if ask.language in LANGUAGES:
            return turn.with_dialogue(language=ask.language)
        return replace(turn, degraded=(*turn.degraded, "language"))
    return turn


def fresh_session(turn: Turn) -> Session:
    """The same call with nothing known but who it may be: "ricominciamo"."""
    kept = turn.dialogue
    dialogue = Dialogue(
        caller_phone=kept.caller_phone, language=kept.language, tono=kept.tono, greeted=kept.greeted, proof=kept.proof, said=kept.said
    )
    return replace(turn.session, dialogue=dialogue)
