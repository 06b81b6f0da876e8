"""What the file made of the rows of a commit: a trigger of another program may drop, move or cancel them without a word.

Called by `store.ledger` as the last thing before COMMIT: what the caller is told was read, not only written. Never writes.
"""

from datetime import datetime
from typing import NamedTuple

from pipeline.model.business import FREE_STATES, Id
from store import faults
from store.connection import Connection
from store.values import moment


class WrittenVisit(NamedTuple):
    """A row of `appuntamenti` as this commit meant it; without `inizio` it was cancelled."""

    id: Id
    cliente_id: Id | None = None
    servizio_id: Id | None = None
    operatore_id: Id | None = None
    inizio: datetime | None = None


def prove(conn: Connection, visits: list[WrittenVisit], clients: list[Id]) -> None:
    """Raises Unavailable("database"), so that nothing is kept, when a row is not there as it was written."""
    for visit in {str(visit.id): visit for visit in visits}.values():
        row = conn.row(
            "SELECT cliente_id, servizio_id, operatore_id, data_ora_inizio, stato, deleted_at FROM appuntamenti WHERE id = ?", (visit.id,)
        )
        live = row is not None and row[5] is None and str(row[4] or "").lower() not in FREE_STATES
        if live != (visit.inizio is not None) or (live and not _as_meant(visit, row)):
            raise faults.unavailable(faults.UNKEPT)
    for cliente_id in clients:
        if conn.row("SELECT 1 FROM clienti WHERE id = ? AND deleted_at IS NULL", (cliente_id,)) is None:
            raise faults.unavailable(faults.UNKEPT)


def _as_meant(visit: WrittenVisit, row: tuple[object, ...] | None) -> bool:
    """Its people, service and beginning; who does it where somebody was named. Spellings of times and states may differ."""
    if row is None:
        return False
    same = all(str(cell) == str(told) for cell, told in zip(row, (visit.cliente_id, visit.servizio_id), strict=False))
    named = visit.operatore_id is None or str(row[2]) == str(visit.operatore_id)
    return same and named and moment(row[3]) == visit.inizio
