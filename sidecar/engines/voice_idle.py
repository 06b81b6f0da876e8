"""What the voice does while nobody waits for it: fixed phrases spoken ahead, old files swept.

Made by `voice`; its one thread starts with the first spoken turn and sleeps whenever a caller is being served.
"""

import threading
from collections import deque
from collections.abc import Callable

from pipeline.ports import Clock

_QUIET_S = 0.3
_SWEEP_S = 300.0
_STEP_S = 0.1
_REST_S = 1.0


class Idle:
    """A queue of (text, language) to be spoken ahead by `say`, and `sweep` every few minutes."""

    def __init__(self, clock: Clock, say: Callable[[str, str], None], sweep: Callable[[], object]) -> None:
        self._clock = clock
        self._say = say
        self._sweep = sweep
        self._queue: deque[tuple[str, str]] = deque()
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._serving = 0
        self._served_at = 0.0
        self._swept_at: float | None = None

    def add(self, text: str, language: str) -> None:
        """Puts a phrase at the end of the queue, once."""
        with self._lock:
            if (text, language) not in self._queue:
                self._queue.append((text, language))

    def begin(self) -> None:
        """A caller is being served: nothing starts meanwhile; the first call starts the thread."""
        with self._lock:
            self._serving += 1
            if self._thread is None and not self._stop.is_set():
                self._thread = threading.Thread(target=self._run, name="voice-idle", daemon=True)
                self._thread.start()

    def end(self) -> None:
        """The caller has been served."""
        with self._lock:
            self._serving -= 1
            self._served_at = self._clock.monotonic()

    @property
    def begun(self) -> bool:
        """Whether a caller was ever served."""
        return self._thread is not None

    def close(self) -> None:
        """Stops the thread."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(2.0)

    def pending(self) -> int:
        """How many phrases wait."""
        with self._lock:
            return len(self._queue)

    def _run(self) -> None:
        while not self._stop.wait(_STEP_S if self._queue else _REST_S):
            with self._lock:
                now = self._clock.monotonic()
                quiet = self._serving == 0 and now - self._served_at >= _QUIET_S
                task = self._queue.popleft() if quiet and self._queue else None
                due = quiet and task is None and (self._swept_at is None or now - self._swept_at >= _SWEEP_S)
                self._swept_at = now if due else self._swept_at
            if task is not None:
                self._say(*task)
            elif due:
                self._sweep()
