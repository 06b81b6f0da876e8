"""How much one caller, and all callers together, may ask: turns a minute of a session, sessions at once.

Used by `rpc.dispatch`; the numbers are the business's settings (docs/contract section 4). Turns are counted on the monotonic clock;
a session counts as open until it is closed, or its time to live is over on either clock. Safe for threads.
"""

import threading
from collections import deque
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from rpc.errors import Faulty, rate_limited

if TYPE_CHECKING:
    from pipeline.model.business import Settings
    from pipeline.ports import Clock

_MINUTE = 60.0
_SETTINGS_AGE_S = 1.0


@dataclass(slots=True)
class _Session:
    turns: deque[float] = field(default_factory=deque[float])
    ends_at: datetime = datetime.max
    ends_monotonic: float = float("inf")

    def over(self, now: datetime, monotonic: float) -> bool:
        return now >= self.ends_at or monotonic >= self.ends_monotonic


class Limits:
    """Counts turns and sessions of this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sessions: dict[str, _Session] = {}
        self._opening = 0
        self._settings: tuple[float, Settings] | None = None

    def settings(self, read: "Callable[[], Settings]", clock: "Clock") -> "Settings":
        """The settings, at most a second old; raises what `read` raises."""
        kept = self._settings
        monotonic = clock.monotonic()
        if kept is not None and monotonic - kept[0] < _SETTINGS_AGE_S:
            return kept[1]
        settings = read()
        self._settings = (monotonic, settings)
        return settings

    @contextmanager
    def turn(self, session_id: str | None, settings: "Settings", clock: "Clock") -> Generator[Callable[[str, bool], None]]:
        """Lets one turn through, or raises -32004. The turn reports its session, and whether it is closed, when it is done."""
        now, monotonic = clock.now(), clock.monotonic()
        with self._lock:
            session = self._sessions.get(session_id) if session_id is not None else None
            fresh = session is None or session.over(now, monotonic)
            if fresh:
                self._make_room(settings.limite_sessioni, now, monotonic)
                self._opening += 1
            if session is not None:
                _count(session.turns, settings.limite_turni_minuto, monotonic)
        try:
            yield lambda session_id, closed: self._done(session_id, closed, monotonic, settings, clock)
        finally:
            if fresh:
                with self._lock:
                    self._opening -= 1

    def forget(self, session_id: str) -> None:
        """The session no longer counts as open; its turns still do."""
        with self._lock:
            session = self._sessions.get(session_id)
            if session is not None:
                session.ends_monotonic = 0.0

    def _done(self, session_id: str, closed: bool, began: float, settings: "Settings", clock: "Clock") -> None:
        with self._lock:
            session = self._sessions.get(session_id)
            if session is None:
                session = self._sessions[session_id] = _Session(deque([began]))
            minutes = settings.sessione_ttl_minuti
            session.ends_at = clock.now() + timedelta(minutes=minutes)
            session.ends_monotonic = 0.0 if closed else clock.monotonic() + minutes * _MINUTE

    def _make_room(self, limit: int, now: datetime, monotonic: float) -> None:
        # A session that is over is kept for a minute: its turns still count against a flood under the same id.
        for identifier in [i for i, s in self._sessions.items() if s.over(now, monotonic) and _quiet(s, monotonic)]:
            del self._sessions[identifier]
        live = [s for s in self._sessions.values() if not s.over(now, monotonic)]
        if limit and len(live) + self._opening >= limit:
            wait = min((s.ends_monotonic - monotonic for s in live), default=1.0)
            raise Faulty(rate_limited(int(min(wait, 3600.0) * 1000), "too many conversations at once"))


def _quiet(session: _Session, monotonic: float) -> bool:
    return not session.turns or monotonic - session.turns[-1] >= _MINUTE


def _count(turns: deque[float], limit: int, monotonic: float) -> None:
    while turns and monotonic - turns[0] >= _MINUTE:
        turns.popleft()
    if limit and len(turns) >= limit:
        raise Faulty(rate_limited(int((_MINUTE - (monotonic - turns[0])) * 1000) + 1, "too many turns a minute in this session"))
    if limit:
        turns.append(monotonic)
