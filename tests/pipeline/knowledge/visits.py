"""Appointments of the invented client, for the questions about one's own."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from pipeline.model.business import BookedService, Booking, Id


def booking(day: date, hour: int, operatore_id: Id | None = 1) -> Booking:
    """A Piega of the invented client."""
    start = datetime.combine(day, time(hour))
    return Booking(
        90, (90,), 7, (BookedService(2, "Piega", 30, Decimal("20")),), start, start + timedelta(minutes=30), "confermato", operatore_id
    )
