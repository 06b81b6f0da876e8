"""Carries out the writes on `appuntamenti`: new visits, changed in place, cancelled. Rows are never deleted (contract section 4).

Called by `store.ledger` inside its transaction. Whether a time is free was judged before; here it is only written.
"""

import re
from collections.abc import Sequence
from typing import Any

from pipeline.model.business import Id
from pipeline.model.errors import NotFound
from pipeline.model.writes import BookSlot, CancelBooking, ChangeBooking, PricedRow
from store.bookings import spelled
from store.draft import Draft
from store.kept import WrittenVisit
from store.values import stamp

NOTE_LIMIT = 500
_GROUP = re.compile(r"gruppo:[0-9A-Fa-f]+")


def book(draft: Draft, write: BookSlot) -> None:
    """Inserts one row a service, all with one operator and code."""
    state = spelled(draft.conn, "confermato")
    shared: dict[str, Any] = {
        "cliente_id": draft.client(write.cliente_id),
        "operatore_id": write.operatore_id,
        "confirmation_code": write.code,
        "note": draft.note(write.note),
        "fonte_prenotazione": write.fonte,
        "workspace_id": write.workspace_id,
        "stato": state,
        "created_at": draft.now,
        "updated_at": draft.now,
    }
    ids = tuple(draft.insert("appuntamenti", {**shared, **_cells(row)}) for row in write.rows)
    draft.bookings.append(ids)
    _mean(draft, ids, write.rows, shared["cliente_id"], write.operatore_id)


def _mean(draft: Draft, ids: Sequence[Id], rows: Sequence[PricedRow], client: Id, operator: Id | None) -> None:
    """What these rows are to be when the commit ends, whatever other programs' triggers do to them."""
    draft.visits += [
        WrittenVisit(row_id, client, priced.row.servizio_id, operator, priced.row.inizio) for row_id, priced in zip(ids, rows, strict=True)
    ]


def _cells(priced: PricedRow) -> dict[str, Any]:
    row = priced.row
    return {
        "servizio_id": row.servizio_id,
        "data_ora_inizio": stamp(row.inizio),
        "data_ora_fine": stamp(row.fine),
        "durata_minuti": row.durata,
        "prezzo": float(priced.prezzo),
        "sconto_percentuale": float(priced.sconto),
        "prezzo_finale": float(priced.prezzo_finale),
    }


def change(draft: Draft, write: ChangeBooking) -> None:
    """The booking's rows become these: old ids kept in order, further rows added, surplus rows cancelled and taken out of the visit."""
    stored = [_stored(draft, row_id) for row_id in write.ids]
    said = draft.note(write.note)
    state = spelled(draft.conn, "confermato")
    ids: list[Id] = []
    for at, priced in enumerate(write.rows):
        cells = {**_cells(priced), "operatore_id": write.operatore_id, "confirmation_code": write.code, "updated_at": draft.now}
        if at < len(stored):
            row_id, note, _ = stored[at]
            names = ", ".join(f"{name} = ?" for name in cells)
            draft.run(f"UPDATE appuntamenti SET {names}, note = ? WHERE id = ?", (*cells.values(), _kept_mark(note, said), row_id))
            ids.append(row_id)
        else:
            _, note, source = stored[0]
            added = {"cliente_id": write.cliente_id, "stato": state, "fonte_prenotazione": source, "created_at": draft.now}
            ids.append(draft.insert("appuntamenti", {**cells, **added, "note": _kept_mark(note, said)}))
    for row_id, _, _ in stored[len(write.rows) :]:
        draft.run(
            "UPDATE appuntamenti SET stato = ?, deleted_at = ?, updated_at = ? WHERE id = ?",
            (spelled(draft.conn, "cancellato"), draft.now, draft.now, row_id),
        )
    draft.bookings.append(tuple(ids))
    _mean(draft, ids, write.rows, write.cliente_id, write.operatore_id)


def _stored(draft: Draft, row_id: Id) -> tuple[Id, str | None, str | None]:
    row = draft.conn.row("SELECT id, note, fonte_prenotazione FROM appuntamenti WHERE id = ?", (row_id,))
    if row is None:
        raise NotFound("id")
    return row[0], row[1], row[2]


def _kept_mark(old: str | None, new: str | None) -> str | None:
    """The new note (None leaves the old one) with the desktop app's group mark of the old."""
    if new is None:
        return old
    mark = _GROUP.search(old or "")
    return f"{new} {mark[0]}" if mark and mark[0] not in new else new


def cancel(draft: Draft, write: CancelBooking) -> None:
    """Every row of the booking becomes cancelled; a reason is added to its note."""
    state = spelled(draft.conn, "cancellato")
    for row_id in write.ids:
        note = _stored(draft, row_id)[1]
        reason = draft.note(write.reason)
        if reason:
            note = f"{note} - {reason}" if note else reason
        draft.run(
            "UPDATE appuntamenti SET stato = ?, note = ?, updated_at = ? WHERE id = ?",
            (state, note[:NOTE_LIMIT] if note else note, draft.now, row_id),
        )
        draft.visits.append(WrittenVisit(row_id))
