"""The one door for time: the system's clock, or a calendar that stands still under --now.

Made by `sidecar.wiring`, handed on as `pipeline.ports.Clock`. Calls nothing of ours. Durations are always real.
"""

import time
from datetime import datetime


class SystemClock:
    """Local wall-clock time."""

    def now(self) -> datetime:
        """Local time without zone, whole seconds."""
        return datetime.now().replace(microsecond=0)  # noqa: TID251 - this is the door

    def monotonic(self) -> float:
        """Seconds for durations."""
        return time.monotonic()


class FrozenClock:
    """A calendar that moves only when it is told to (`$/now`)."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        """The instant it stands at."""
        return self._now

    def move(self, now: datetime) -> bool:
        """Moves forward; False, and nothing happens, where `now` lies in the past."""
        if now < self._now:
            return False
        self._now = now
        return True

    def monotonic(self) -> float:
        """Seconds for durations; never frozen."""
        return time.monotonic()


def parse_instant(text: str) -> datetime:
    """A local instant from ISO 8601 text, whole seconds; ValueError where it is none, or names a zone."""
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is not None:
        raise ValueError("a local instant has no zone")
    return instant.replace(microsecond=0)


def make_clock(frozen_at: datetime | None) -> SystemClock | FrozenClock:
    """The system's clock, or the calendar that stands at this instant."""
    return SystemClock() if frozen_at is None else FrozenClock(frozen_at)
