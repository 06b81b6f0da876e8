"""The retention job: what is older than the period keeps its counts and ids and loses its person (specification 12.2, docs/contract).

Called by `store.archive`; one transaction, then the files beside the database. Can be run any number of times.
"""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

from store import backup, session_names, sweep
from store.connection import Connection
from store.door import Door
from store.schema import Schema
from store.values import stamp

REDACTED = "[REDACTED]"

_AUDIT = (
    "UPDATE {voice_audit_log} SET user_input = ?1, system_response = ?1, user_input_hash = NULL, slots_extracted = '{{}}',"
    " error_message = NULL, ip_address = NULL WHERE timestamp < ?2 AND (user_input IS NOT ?1 OR system_response IS NOT ?1"
    " OR user_input_hash IS NOT NULL OR slots_extracted IS NOT '{{}}' OR error_message IS NOT NULL OR ip_address IS NOT NULL)"
)
_SESSIONS = (
    "UPDATE {voice_sessions} SET slots = '{{}}', pending_disambiguation = NULL, pending_alternatives = NULL, history = '[]',"
    " dialogue = '{{}}', cliente_id = NULL WHERE updated_at < ?1 AND expires_at < ?2 AND (slots IS NOT '{{}}' OR history IS NOT '[]'"
    " OR dialogue IS NOT '{{}}' OR cliente_id IS NOT NULL OR pending_disambiguation IS NOT NULL OR pending_alternatives IS NOT NULL)"
)
_OUTBOX = (
    "UPDATE {whatsapp_outbox} SET recipient = NULL, params = '{{}}', error = NULL, cliente_id = NULL,"
    " status = CASE status WHEN 'pending' THEN 'failed' ELSE status END WHERE created_at < ?1"
    " AND (recipient IS NOT NULL OR params IS NOT '{{}}' OR error IS NOT NULL OR cliente_id IS NOT NULL)"
)


def run(door: Door, days: int, now: datetime, audio_dir: Path | None) -> Mapping[str, int]:
    """Redacts what is older than `days`; counts by kind. Raises Unavailable."""
    with door.writing() as conn:
        counts = redact(conn, door.schema, stamp(now - timedelta(days=days)), now)
        sweep.remember(conn, rebuild=False)
        old_backup = backup.drop if sum(counts.values()) else None
        counts["backup"] = old_backup(door.path) if old_backup else backup.drop_if_old(conn, door.path, now)
    counts["audio"] = sweep.drop_recordings(audio_dir, older_than_s=3600)
    sweep.clean(door)
    return counts


_TOKEN = re.compile(rb"(token=)[^\s\"'<>)\]\\]+")
_MASKED = "token=…"


def forget_links(door: Door, before: datetime) -> int:
    """Takes the tokens out of the stored answers of earlier than that: they open nothing any more. How many answers changed."""
    sql = "SELECT rowid, CAST(answer AS BLOB) FROM sidecar_answers WHERE created_at < ? AND instr(answer, CAST('token=' AS BLOB)) > 0"
    with door.reading() as conn:
        told = conn.rows(sql, (stamp(before),))
    masked = [(_TOKEN.sub(_MASKED.encode(), answer), row) for row, answer in told]
    changed = [(answer, row, told[at][1]) for at, (answer, row) in enumerate(masked) if answer != told[at][1]]
    if changed:
        with door.writing() as conn:
            conn.many("UPDATE sidecar_answers SET answer = ? WHERE rowid = ? AND CAST(answer AS BLOB) = ?", changed)
            sweep.remember(conn, rebuild=False)
        sweep.clean(door)
    return len(changed)


def redact(conn: Connection, schema: Schema, cutoff: str, now: datetime) -> dict[str, int]:
    """The rows of the job; `cutoff` as the database writes times."""

    def run(sql: str, *values: str) -> int:
        return conn.run(schema.sql(sql).replace("{{}}", "{}"), values)

    counts = {
        "audit": run(_AUDIT, REDACTED, cutoff),
        "sessions": run(_SESSIONS, cutoff, stamp(now)),
        "messages": run(_OUTBOX, cutoff),
        "links": run("DELETE FROM {secure_tokens} WHERE expires_at < ?", cutoff),
        "answers": run("DELETE FROM sidecar_answers WHERE created_at < ?", cutoff),
        "handoffs": run("UPDATE sidecar_handoffs SET summary = NULL WHERE created_at < ? AND summary IS NOT NULL", cutoff),
        "unanswered": run(
            "UPDATE sidecar_unanswered SET question = ?1, session_id = NULL WHERE created_at < ?2 AND question IS NOT ?1", REDACTED, cutoff
        ),
        "keys": run("DELETE FROM sidecar_hash_keys WHERE period < ?", cutoff[:10]),
    }
    session_names.of_numbers(conn, schema, cutoff, stamp(now))
    run("DELETE FROM sidecar_holds WHERE expires_at < ?", stamp(now))
    run("UPDATE {waitlist} SET status = 'EXPIRED' WHERE status = 'WAITING' AND expires_at < ?", stamp(now))
    return counts
