"""A small pool of warm voice children: a free one is found, started or made free within the caller's time.

Made by `voice` (one pool an engine), built on `child_process`. A crashed child is replaced at the next job. Safe for threads.
"""

import threading
from collections.abc import Callable, Sequence

from pipeline.ports import Clock
from sidecar.engines.child_process import Child, Job

_POLL_S = 0.01
_PATIENCE_S = 0.25
"""How long a foreground job waits for a background one to give way before a further child is started."""
_GRACE_S = 5.0
"""How long an abandoned job may go on before its child is taken for hung and killed."""


class Pool:
    """At most `size` children; `argv` replaces the program's own command line in tests."""

    def __init__(self, clock: Clock, size: int = 2, argv: Sequence[str] | None = None) -> None:
        self._clock = clock
        self._size = size
        self._argv = argv
        self._changed = threading.Condition()
        self._children: list[Child] = []
        self._closed = False

    @property
    def pids(self) -> tuple[int, ...]:
        """The processes that are running."""
        with self._changed:
            return tuple(child.pid for child in self._children if child.alive)

    @property
    def busy(self) -> bool:
        """Whether a child is at work."""
        with self._changed:
            return any(child.job is not None for child in self._children)

    def warm(self) -> None:
        """Starts the first child if none runs. Raises OSError when it cannot be started."""
        with self._changed:
            self._forget_dead()
            if not self._children and not self._closed:
                self._children.append(Child(self._freed, self._argv))

    def run(self, job: Job, budget_s: float, cancelled: Callable[[], bool] | None) -> bool:
        """Carries the job out and waits for its end; False when the time ran out or the caller cancelled, then it is abandoned.

        Raises OSError when no child can be started.
        """
        deadline = self._clock.monotonic() + budget_s
        finished = self._attempt(job, deadline, cancelled)
        if finished and job.reply is None and not job.started:
            job.done.clear()
            finished = self._attempt(job, deadline, cancelled)
            if finished and job.reply is None and not job.started:
                job.finish()
        return finished

    def _attempt(self, job: Job, deadline: float, cancelled: Callable[[], bool] | None) -> bool:
        child = self._assign(job, deadline, cancelled)
        if child is None:
            job.abandoned, job.reply = True, {"ok": False, "cancelled": True}
            job.finish()
            return False
        while not job.done.wait(_POLL_S):
            if self._clock.monotonic() > deadline or (cancelled is not None and cancelled()):
                self._abandon(child, job)
                return job.done.is_set()
        return True

    def close(self) -> None:
        """Ends every child."""
        with self._changed:
            self._closed = True
            children, self._children = self._children, []
            self._changed.notify_all()
        for child in children:
            child.close()

    def _abandon(self, child: Child, job: Job) -> None:
        job.abandoned = True
        child.overdue_at = self._clock.monotonic() + _GRACE_S
        child.cancel(job)

    def _freed(self, _child: Child) -> None:
        with self._changed:
            self._changed.notify_all()

    def _forget_dead(self) -> None:
        self._children = [child for child in self._children if child.alive]

    def _assign(self, job: Job, deadline: float, cancelled: Callable[[], bool] | None) -> Child | None:
        since = self._clock.monotonic()
        with self._changed:
            while not self._closed:
                now = self._clock.monotonic()
                child = self._free() or self._grow(job, now - since)
                if child is not None and child.start(job):
                    return child
                if child is None:
                    self._make_way(job, now)
                    self._changed.wait(_POLL_S)
                if now > deadline or (cancelled is not None and cancelled()):
                    return None
        return None

    def _free(self) -> Child | None:
        self._forget_dead()
        return next((child for child in self._children if child.job is None), None)

    def _grow(self, job: Job, waited_s: float) -> Child | None:
        """A further child where there is room: for a background job never beside another, for the rest not before those give way."""
        if len(self._children) >= self._size or (job.background and self._children):
            return None
        yielding = any(child.job is not None and (child.job.background or child.job.abandoned) for child in self._children)
        if yielding and waited_s < _PATIENCE_S:
            return None
        child = Child(self._freed, self._argv)
        self._children.append(child)
        return child

    def _make_way(self, job: Job, now: float) -> None:
        for child in self._children:
            running = child.job
            if running is None:
                continue
            if child.overdue_at is not None and now > child.overdue_at:
                child.kill()
            elif running.background and not running.abandoned and not job.background:
                self._abandon(child, running)
