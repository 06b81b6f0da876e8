"""Carries out the writes of the outbox and of the waiting list (specification 7 and 10).

Called by `store.ledger` inside its transaction.
"""

from datetime import timedelta

import orjson

from pipeline.model.errors import NotFound
from pipeline.model.writes import AckMessage, AddToWaitlist, MarkWaitlist, QueueMessage
from store.draft import Draft
from store.values import stamp
from store.veil import veiled_message

WAIT_DAYS = 30
SCORES = {"VIP": 100, "HIGH": 50, "NORMAL": 0}


def queue(draft: Draft, write: QueueMessage) -> None:
    """A message to be told to the host; a message_id is queued once."""
    message = veiled_message(write) if draft.hidden and write.cliente_id is not None else write
    booking = draft.bookings[-1][0] if message.of_booking and draft.bookings else message.appuntamento_id
    client = draft.clients[-1] if message.cliente_id is None and message.of_booking and draft.clients else message.cliente_id
    made = draft.run(
        "INSERT OR IGNORE INTO {whatsapp_outbox} (message_id, recipient, template, params, cliente_id, appuntamento_id, status,"
        " created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, 'pending', ?, ?)",
        (
            message.message_id, message.to, message.template, orjson.dumps(dict(message.params)).decode(), client, booking,
            draft.now, draft.now,
        ),
    )  # fmt: skip
    if made:
        draft.messages.append(message.message_id)


def acknowledge(draft: Draft, write: AckMessage) -> None:
    """The host's word on a message; `sent` is noted on every row of its appointment."""
    sql = draft.schema.sql("SELECT appuntamento_id FROM {whatsapp_outbox} WHERE message_id = ?")
    row = draft.conn.row(sql, (write.message_id,))
    if row is None:
        raise NotFound("message_id")
    draft.run(
        "UPDATE {whatsapp_outbox} SET status = ?, error = ?, updated_at = ? WHERE message_id = ? AND status != 'sent'",
        (write.status, write.error, draft.now, write.message_id),
    )
    if write.status == "sent" and row[0] is not None:
        code = draft.conn.value("SELECT confirmation_code FROM appuntamenti WHERE id = ?", (row[0],))
        which = ("confirmation_code", code) if code else ("id", row[0])
        draft.run(f"UPDATE appuntamenti SET whatsapp_confirmed = 1, whatsapp_confirmed_at = ? WHERE {which[0]} = ?", (draft.now, which[1]))


def wait(draft: Draft, write: AddToWaitlist) -> None:
    """A WAITING entry for 30 days; who waits for the same already keeps the place in the queue."""
    client, day = draft.client(write.cliente_id), write.data_preferita.isoformat()
    sql = draft.schema.sql(
        "SELECT id FROM {waitlist} WHERE status = 'WAITING' AND servizio_id = ? AND data_preferita = ? AND cliente_id = ?"
        " AND expires_at > ? AND ora_preferita IS ? AND operatore_preferito_id IS ?"
    )
    hour = write.ora_preferita.strftime("%H:%M") if write.ora_preferita else None
    there = draft.conn.value(sql, (write.servizio_id, day, client, draft.now, hour, write.operatore_preferito_id))
    if there is not None:
        draft.waitlist.append(there)
        return
    draft.waitlist.append(
        draft.insert(
            "waitlist",
            {
                "cliente_id": client,
                "servizio_id": write.servizio_id,
                "data_preferita": day,
                "ora_preferita": hour,
                "operatore_preferito_id": write.operatore_preferito_id,
                "priorita": write.priorita,
                "priorita_score": SCORES[write.priorita],
                "status": "WAITING",
                "created_at": draft.now,
                "expires_at": stamp(draft.at + timedelta(days=WAIT_DAYS)),
            },
        )
    )


def mark(draft: Draft, write: MarkWaitlist) -> None:
    """An entry of the waiting list changes its state."""
    if not draft.run("UPDATE {waitlist} SET status = ? WHERE id = ?", (write.status, write.waitlist_id)):
        raise NotFound("waitlist_id")
