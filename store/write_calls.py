"""Carries out the writes of a conversation: session, audit, holds, handoff, unanswered questions, statistics.

Called by `store.ledger` inside its transaction (specification 7.1, 11.1, 12.1).
"""

import hashlib
from dataclasses import replace

from pipeline.model.session import Session
from pipeline.model.writes import AuditTurn, CountCall, HoldSlot, RecordUnanswered, ReleaseHold, RequestHandoff, SaveSession
from store import codec, sessions
from store.draft import Draft
from store.values import stamp
from store.veil import veiled_handoff, veiled_question, veiled_session, veiled_turn


def save(draft: Draft, write: SaveSession) -> Session:
    """Writes the session; the client and booking made in this commit become its own where it names none. The whole session."""
    session = completed(draft, write.session)
    sessions.save(draft.conn, draft.schema, veiled_session(session) if draft.hidden else session)
    return session


def completed(draft: Draft, session: Session) -> Session:
    """The session with the ids that only this commit could know."""
    dialogue = session.dialogue
    if draft.clients and session.cliente_id is None:
        newcomer = draft.clients[-1]
        slots = dialogue.slots if dialogue.slots.cliente_id is not None else replace(dialogue.slots, cliente_id=newcomer)
        dialogue = replace(dialogue, slots=slots)
        session = replace(session, cliente_id=newcomer, dialogue=dialogue)
    if draft.bookings:
        made = tuple(dict.fromkeys((*dialogue.made, *(ids[0] for ids in draft.bookings))))
        session = replace(session, dialogue=replace(dialogue, last_booking=draft.bookings[-1][0], made=made))
    return session


def audit(draft: Draft, write: AuditTurn) -> None:
    """One row of the audit log; who has no session row gets a closed one. The hash is keyed and its key dies with the retention."""
    turn = veiled_turn(write) if draft.hidden else write
    sessions.ensure(draft.conn, draft.schema, turn.session_id, draft.now)
    draft.run(
        "INSERT INTO {voice_audit_log} (session_id, timestamp, user_input, user_input_hash, detected_intent, intent_confidence,"
        " special_command, slots_extracted, system_response, action_taken, action_result, error_message, latency_ms)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            turn.session_id, stamp(turn.at), turn.user_input, _hash(draft, turn.user_input), turn.intent, turn.confidence,
            turn.special_command, turn.slots, turn.response, turn.action, turn.result, turn.error, turn.latency_ms,
        ),
    )  # fmt: skip


def _hash(draft: Draft, text: str | None) -> str | None:
    if text is None:
        return None
    period = draft.now[:10]
    draft.run("INSERT OR IGNORE INTO sidecar_hash_keys (period, secret) VALUES (?, randomblob(32))", (period,))
    secret: bytes = draft.conn.value("SELECT secret FROM sidecar_hash_keys WHERE period = ?", (period,))
    return hashlib.blake2b(text.encode("utf-8", "replace"), key=secret, digest_size=16).hexdigest()


def hold(draft: Draft, write: HoldSlot) -> None:
    """The slot is this session's until it expires; an earlier hold of the session ends."""
    draft.run(
        "INSERT OR REPLACE INTO sidecar_holds (session_id, day, start, fine, services, operatore_id, expires_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            write.session_id, write.day.isoformat(), write.start, write.end, codec.encode(write.services), write.operatore_id,
            stamp(write.expires_at),
        ),
    )  # fmt: skip


def release(draft: Draft, write: ReleaseHold) -> None:
    """The session's hold ends."""
    draft.run("DELETE FROM sidecar_holds WHERE session_id = ?", (write.session_id,))


def handoff(draft: Draft, write: RequestHandoff) -> None:
    """The wish for a person."""
    asked = veiled_handoff(write) if draft.hidden else write
    draft.insert_plain(
        "sidecar_handoffs",
        {"session_id": asked.session_id, "reason": asked.reason, "summary": asked.summary, "created_at": draft.now},
    )


def unanswered(draft: Draft, write: RecordUnanswered) -> None:
    """A question for the owner to answer in the FAQ file."""
    asked = veiled_question(write) if draft.hidden else write
    draft.insert_plain(
        "sidecar_unanswered",
        {"question": asked.question, "language": asked.language, "session_id": asked.session_id, "created_at": stamp(asked.at)},
    )


def count(draft: Draft, write: CountCall) -> None:
    """Adds to the day's row; the length of a call that ended is folded into the mean over the calls that ended."""
    day = write.day.isoformat()
    if draft.conn.value("SELECT 1 FROM voice_agent_stats WHERE data = ?", (day,)) is None:
        stamps = [name for name in ("created_at", "updated_at") if draft.schema.has("voice_agent_stats", name)]
        draft.insert("voice_agent_stats", {"data": day, **dict.fromkeys(stamps, draft.now)})
    ended = write.completate + write.abbandonate
    draft.run(
        "UPDATE voice_agent_stats SET durata_media_secondi = CASE WHEN ?1 = 0 THEN COALESCE(durata_media_secondi, 0) ELSE"
        " (COALESCE(durata_media_secondi, 0) * (COALESCE(chiamate_completate, 0) + COALESCE(chiamate_abbandonate, 0)) + ?2) * 1.0"
        " / (COALESCE(chiamate_completate, 0) + COALESCE(chiamate_abbandonate, 0) + ?1) END,"
        " chiamate_totali = COALESCE(chiamate_totali, 0) + ?3, chiamate_completate = COALESCE(chiamate_completate, 0) + ?4,"
        " chiamate_abbandonate = COALESCE(chiamate_abbandonate, 0) + ?5, appuntamenti_creati = COALESCE(appuntamenti_creati, 0) + ?6,"
        " handoff = COALESCE(handoff, 0) + ?7, turni = COALESCE(turni, 0) + ?8, token_modello = COALESCE(token_modello, 0) + ?9,"
        " costo_modello = COALESCE(costo_modello, 0) + ?10 WHERE data = ?11",
        (
            ended, write.secondi, write.chiamate, write.completate, write.abbandonate, write.appuntamenti, write.handoff, write.turni,
            write.token_modello, float(write.costo_modello), day,
        ),
    )  # fmt: skip
