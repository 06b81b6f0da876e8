"""What must still be true inside the write transaction: judgements handed to the ledger (`pipeline.ports.Recheck`).

Called by the turn's flows and by the desk; calls only the Reads it is given. What was decided on rows that have changed since is decided
again, never written over: the desktop app writes the same file at the same time.
"""

from collections.abc import Sequence

from pipeline.model.business import Booking
from pipeline.model.calendar import Refusal
from pipeline.model.writes import MarkWaitlist, Write
from pipeline.ports import Reads, Recheck

STALE = Refusal("conflitto")
"""What a recheck answers when the rows it was decided on are no longer as they were."""


def all_of(*rechecks: Recheck | None) -> Recheck:
    """One recheck that refuses when any of these does."""

    def recheck(reads: Reads) -> Refusal | None:
        return next((refusal for one in rechecks if one is not None and (refusal := one(reads)) is not None), None)

    return recheck


def unchanged(booking: Booking) -> Recheck:
    """Refuses when the visit is no longer as it was read."""

    def recheck(reads: Reads) -> Refusal | None:
        return None if reads.booking(booking.id) == booking else STALE

    return recheck


def still_waiting(writes: Sequence[Write]) -> Recheck:
    """Refuses when an entry that is about to be told was told by somebody else in the meantime."""
    marked = {str(write.waitlist_id) for write in writes if isinstance(write, MarkWaitlist)}

    def recheck(reads: Reads) -> Refusal | None:
        if not marked:
            return None
        return None if marked <= {str(entry.id) for entry in reads.waitlist()} else STALE

    return recheck
