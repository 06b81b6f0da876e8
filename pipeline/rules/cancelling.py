"""Until when a booking may be cancelled or moved: the setting `ore_disdetta`.

Called by the cancelling and moving flows and by the desk; calls nothing but the model.
"""

from datetime import datetime, timedelta

from pipeline.model.business import Booking


def too_late(booking: Booking, ore_disdetta: int, now: datetime) -> bool:
    """Whether less than `ore_disdetta` hours are left before the visit; exactly that many is in time. What has begun is too late."""
    return now > booking.inizio - timedelta(hours=max(ore_disdetta, 0))
