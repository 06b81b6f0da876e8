"""Where requests wait and run: lanes that keep an order, side by side on threads that are made when needed.

Used by `rpc.server`. It knows pieces of work by the key of their lane and nothing of what they do. Safe for threads.

Laws: 1. A lane runs its work in the order it came, `width` at a time. 2. Whatever waits is bounded: `put` says no rather than keep
more. 3. `put` never waits for a thread to start.
"""

import _thread  # threading.Thread.start() waits for the new thread: the reader must not
import logging
import queue
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

Work = Callable[[], None]

_log = logging.getLogger("fluxion.rpc")


class Pool:
    """Threads made on demand, at most `limit`; they are kept, and end with the process."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._waiting: queue.SimpleQueue[Work] = queue.SimpleQueue()
        self._threads = 0
        self._spare = 0
        """Threads that wait or will soon, less the work that waits for one; below zero all are busy."""

    def run(self, work: Work) -> None:
        """Has the work done on a thread of its own or, when all are busy, as soon as one is free."""
        with self._lock:
            if self._spare > 0 or self._threads >= self._limit:
                self._spare -= 1
            else:
                self._threads += 1
                _thread.start_new_thread(self._serve, (work,))
                return
        self._waiting.put(work)

    def _serve(self, work: Work) -> None:
        while True:
            try:
                work()
            except Exception as error:  # noqa: BLE001 - a thread of the pool must survive whatever its work does
                _log.error("a piece of work failed", extra={"cause": [type(error).__name__]})
            with self._lock:
                self._spare += 1
            work = self._waiting.get()


class Gate:
    """Lets a few threads through at once, in the order they came. More would only take the interpreter, or a lock, from each other."""

    def __init__(self, width: int) -> None:
        self._lock = threading.Lock()
        self._free = width
        self._waiting: deque[threading.Lock | Work] = deque()

    def enter(self, timeout_s: float = -1.0, first: bool = False) -> bool:
        """Waits for a place, at most so long (below zero: for ever); whether there was one. `first`: ahead of those who wait."""
        with self._lock:
            if self._free > 0:
                self._free -= 1
                return True
            turn = threading.Lock()
            turn.acquire()
            (self._waiting.appendleft if first else self._waiting.append)(turn)
        if turn.acquire(timeout=timeout_s):
            return True
        with self._lock:
            if turn in self._waiting:
                self._waiting.remove(turn)
                return False
        # The place was handed over after the time had run out and before anybody could tell.
        return True

    def admit(self, start: Work) -> None:
        """Calls `start` once there is a place, in the order of arrival and without a thread that waits; what it begins must leave."""
        with self._lock:
            if self._free <= 0:
                self._waiting.append(start)
                return
            self._free -= 1
        start()

    @property
    def queue(self) -> int:
        """How many wait."""
        return len(self._waiting)

    def leave(self) -> None:
        """Hands the place to the one who waits longest."""
        with self._lock:
            if not self._waiting:
                self._free += 1
                return
            following = self._waiting.popleft()
        if callable(following):
            following()
        else:
            following.release()


@dataclass(slots=True)
class _Lane:
    width: int
    depth: int
    waiting: deque[tuple[Work, Gate | None]] = field(default_factory=deque[tuple[Work, Gate | None]])
    running: int = 0


class Lanes:
    """All lanes of a server, made with their first piece of work and gone after the last."""

    def __init__(self, pool: Pool, total: int) -> None:
        self._pool = pool
        self._total = total
        self._lock = threading.Lock()
        self._lanes: dict[str, _Lane] = {}
        self._count = 0

    def put(self, key: str, work: Work, width: int, depth: int, gate: Gate | None = None) -> bool:
        """Whether the work was taken: its lane holds less than `depth` waiting pieces and all lanes together less than `total`.

        With a `gate` it gets a thread only once it has a place there, and leaves it at its end.
        """
        with self._lock:
            if self._count >= self._total:
                return False
            lane = self._lanes.get(key)
            if lane is None:
                lane = self._lanes[key] = _Lane(width, depth)
            if lane.running < lane.width:
                lane.running += 1
                self._count += 1
            elif len(lane.waiting) < lane.depth:
                lane.waiting.append((work, gate))
                self._count += 1
                return True
            else:
                return False
        self._begin(key, lane, work, gate)
        return True

    def _begin(self, key: str, lane: _Lane, work: Work, gate: Gate | None) -> None:
        def start() -> None:
            self._pool.run(lambda: self._serve(key, lane, work, gate))

        if gate is None:
            start()
        else:
            gate.admit(start)

    def _serve(self, key: str, lane: _Lane, work: Work, gate: Gate | None) -> None:
        try:
            work()
        finally:
            if gate is not None:
                gate.leave()
            with self._lock:
                self._count -= 1
                following = lane.waiting.popleft() if lane.waiting else None
                if following is None:
                    lane.running -= 1
                    if lane.running == 0:
                        del self._lanes[key]
            if following is not None:
                # Through the pool again, so that a long lane does not keep a thread from the others.
                self._begin(key, lane, *following)

    def depths(self) -> dict[str, int]:
        """How much waits or runs, by the kind of lane (the part of the key before a colon)."""
        with self._lock:
            counts: dict[str, int] = {}
            for key, lane in self._lanes.items():
                kind = key.partition(":")[0]
                counts[kind] = counts.get(kind, 0) + lane.running + len(lane.waiting)
            return counts
