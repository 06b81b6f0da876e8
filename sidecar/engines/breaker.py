"""A circuit breaker for an outside helper (specification 16.1): 3 failures open it, after 60 s one probe is let through.

Used by every engine in this folder; reported by `health.check`. Knows nothing of what it protects. Safe for threads.
"""

import threading
from typing import Literal

from pipeline.ports import Clock

State = Literal["closed", "open", "half_open"]


class Breaker:
    """Counts consecutive failures of one engine on the monotonic clock."""

    def __init__(self, name: str, clock: Clock, failures: int = 3, recovery_s: float = 60.0) -> None:
        self.name = name
        self._clock = clock
        self._limit = failures
        self._recovery_s = recovery_s
        self._lock = threading.Lock()
        self._failures = 0
        self._opened_at: float | None = None
        self._probing = False

    @property
    def state(self) -> State:
        """`closed`, `open`, or `half_open` once the recovery time has passed and a probe may go or is under way."""
        with self._lock:
            if self._opened_at is None:
                return "closed"
            return "half_open" if self._recovered() else "open"

    def peek(self) -> bool:
        """Whether a call would be let through now; takes no probe."""
        with self._lock:
            return self._opened_at is None or (self._recovered() and not self._probing)

    def allow(self) -> bool:
        """Whether a call may go through; in the half-open state only the first caller is told yes, until it reports."""
        with self._lock:
            if self._opened_at is None:
                return True
            if self._probing or not self._recovered():
                return False
            self._probing = True
            return True

    def success(self) -> None:
        """The call went well: closed again."""
        with self._lock:
            self._failures, self._opened_at, self._probing = 0, None, False

    def failure(self) -> None:
        """The call failed: the third in a row, or a failed probe, opens the breaker."""
        with self._lock:
            self._failures += 1
            if self._probing or self._failures >= self._limit:
                self._opened_at = self._clock.monotonic()
            self._probing = False

    def _recovered(self) -> bool:
        return self._opened_at is not None and self._clock.monotonic() - self._opened_at >= self._recovery_s
