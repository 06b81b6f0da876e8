"""An appointment as it stands: its services with the minutes and the prices they were booked with.

Called by the moving flow and by the desk; calls nothing but the model. What the desk set for one visit outlives a change of its hour.
"""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.business import BookedService, Booking, Service
from pipeline.model.writes import PricedRow
from pipeline.rules.pricing import keep_prices


def as_booked(booking: Booking, offered: Sequence[Service]) -> tuple[Service, ...]:
    """The booking's services with the minutes they were booked with, also when they are no longer offered."""
    known = {str(service.id): service for service in offered}
    return tuple(
        replace(known.get(str(row.servizio_id), Service(row.servizio_id, row.nome, row.durata)), durata=row.durata)
        for row in booking.services
    )


def prices_kept(rows: Sequence[PricedRow], booked: Sequence[BookedService]) -> tuple[PricedRow, ...]:
    """The rows with what was agreed for every service that stays; those added now cost what they cost now."""
    agreed = {str(row.servizio_id): row for row in booked}
    return tuple(
        keep_prices((priced,), (old,))[0] if (old := agreed.get(str(priced.row.servizio_id))) is not None else priced for priced in rows
    )
