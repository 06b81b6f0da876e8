"""One voice child seen from this process: started, asked, cancelled, killed.

Made by `child_pool`; talks `child_frames` with `voice_child`. It carries one job at a time and reports its end exactly once,
whatever happens: an answer, a crash, a kill. Knows nothing of engines or deadlines.
"""

import contextlib
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sidecar.engines.child_frames import Frame, frames, send

ROOT = Path(__file__).resolve().parents[2]
_END_S = 1.0


@dataclass(slots=True)
class Job:
    """One synthesis: `request` as `voice_child` reads it, `background` for what nobody waits for."""

    request: Frame
    background: bool = False
    abandoned: bool = False
    """Nobody waits any longer: a cancelled turn, a deadline."""
    started: bool = False
    """The child has begun: if it dies now, this text or its engine is to blame."""
    on_done: Callable[["Job"], None] | None = None
    reply: Frame | None = None
    """None while it runs, and after a crash."""
    done: threading.Event = field(default_factory=threading.Event)

    def finish(self) -> None:
        """Reports the end, once; `done` is set whatever the listener does."""
        try:
            if self.on_done is not None:
                self.on_done(self)
        finally:
            self.done.set()


def command() -> list[str]:
    """How this very program is started as a voice child, frozen or from source."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "voice-child"]
    return [sys.executable, "-m", "sidecar.engines.voice_child"]


class Child:
    """A running child process with at most one job."""

    def __init__(self, on_free: Callable[["Child"], None], argv: Sequence[str] | None = None) -> None:
        """Starts the process. Raises OSError when it cannot be started."""
        self._on_free = on_free
        self._lock = threading.Lock()
        self._job: Job | None = None
        self._number = 0
        self.alive = True
        self.overdue_at: float | None = None
        """When a job that nobody waits for any longer has had its time, on the monotonic clock."""
        import subprocess  # what never speaks does not load it

        self._gone_slowly = subprocess.TimeoutExpired
        self._process = subprocess.Popen(
            list(argv or command()),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            bufsize=0,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to, self._from = self._process.stdin, self._process.stdout
        self._reader = threading.Thread(target=self._read, name="voice-child", daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def job(self) -> Job | None:
        """What it is working on."""
        return self._job

    def start(self, job: Job) -> bool:
        """Gives it a job; False when it is dead, then the job has not begun."""
        with self._lock:
            if not self.alive or self._job is not None:
                return False
            self._number += 1
            self._job, self.overdue_at = job, None
            job.request["id"] = self._number
            self._send(job.request)
        return True

    def cancel(self, job: Job) -> None:
        """Asks it to stop that job soon; its end is reported all the same."""
        with self._lock:
            if self._job is job and self.alive:
                self._send({"cancel": job.request["id"]})

    def kill(self) -> None:
        """Ends the process now; a running job ends without a reply."""
        self._process.kill()

    def close(self) -> None:
        """Lets it end by itself, kills it after a second, and leaves no handle or thread behind."""
        with self._lock:
            self._close_input()
        try:
            self._process.wait(_END_S)
        except self._gone_slowly:
            self.kill()
            self._process.wait(_END_S)
        if threading.current_thread() is not self._reader:
            self._reader.join(_END_S)

    def _read(self) -> None:
        for frame in frames(self._from.fileno()):
            job = self._job
            if "id" in frame:
                self._finish(frame)
            elif job is not None and frame.get("started") == job.request["id"]:
                job.started = True
        with self._lock:
            self.alive = False
            self._close_input()
        self._process.kill()
        self._process.wait()
        self._from.close()
        self._finish(None)

    def _send(self, frame: Frame) -> None:
        """Under the lock: a descriptor closed meanwhile could already name another file."""
        try:
            send(self._to.fileno(), frame)
        except (OSError, ValueError):
            self.kill()

    def _close_input(self) -> None:
        with contextlib.suppress(OSError):  # a pipe whose reader died is closed all the same
            self._to.close()

    def _finish(self, reply: Frame | None) -> None:
        with self._lock:
            job, self._job = self._job, None
        if job is not None:
            job.reply = reply
            if reply is None and not job.started:
                job.done.set()  # it died before: the pool tries once more, nothing is reported yet
            else:
                job.finish()
        self._on_free(self)
