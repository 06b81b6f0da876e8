"""The diary as it will stand when this turn is committed: what one request has taken is not offered by the next of the same breath.

Called by the stage that walks the flows. Nothing is written here; the rows are judged once more inside the transaction.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, cast

from pipeline.model.business import Id
from pipeline.model.calendar import Busy, Calendar
from pipeline.model.turn import Turn
from pipeline.model.writes import BookSlot, CancelBooking, ChangeBooking, PricedRow
from pipeline.ports import Reads, World


def with_what_was_done(turn: Turn, world: World) -> World:
    """The world whose calendar holds the bookings of this turn's writes too."""
    done = tuple(write for write in turn.writes if isinstance(write, BookSlot | ChangeBooking | CancelBooking))
    return replace(world, reads=cast("Reads", _Ahead(world.reads, done))) if done else world


class _Ahead:
    """Reads with the calendar of a moment later; everything else is asked of the file."""

    def __init__(self, reads: Reads, done: tuple[BookSlot | ChangeBooking | CancelBooking, ...]) -> None:
        self._reads, self._done = reads, done

    def calendar(self, first: date, last: date, now: datetime) -> Calendar:
        calendar = self._reads.calendar(first, last, now)
        gone = {row for write in self._done if not isinstance(write, BookSlot) for row in write.ids}
        taken = [
            _busy(calendar, row, write.operatore_id) for write in self._done if not isinstance(write, CancelBooking) for row in write.rows
        ]
        stays = tuple(busy for busy in calendar.busy if busy.row_id not in gone)
        return replace(calendar, busy=(*stays, *(busy for busy in taken if first <= busy.day <= last)))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._reads, name)


def _busy(calendar: Calendar, priced: PricedRow, operatore_id: Id | None) -> Busy:
    row = priced.row
    buffer = next((service.buffer for service in calendar.services if service.id == row.servizio_id), 0)
    day = row.inizio.date()
    start = row.inizio.hour * 60 + row.inizio.minute
    end = start + (row.fine - row.inizio) // timedelta(minutes=1)
    return Busy("questo turno", day, start, max(end, start + row.durata + buffer), row.servizio_id, operatore_id)
