"""A clock for measurements: frozen calendar, running seconds."""

import time
from datetime import datetime


class StillClock:
    """The `Clock` of pipeline.ports with a calendar that stands still."""

    def now(self) -> datetime:
        return datetime(2026, 3, 2, 9, 0)

    def monotonic(self) -> float:
        return time.monotonic()
