"""The stream out: lines from many threads, written whole, in chunks, by whoever can do it without waiting.

Used by `rpc.server`. It knows bytes. Safe for threads.

Laws: 1. `send` never waits for the reader of the stream: what the pipe cannot take at once is left to a thread of its own.
2. Lines leave in the order they were sent. 3. After a failure nothing more is written, and it is said once.
"""

import threading
from collections.abc import Callable

Write = Callable[[bytes | memoryview], int]
"""Writes some of the bytes and says how many, as os.write does; OSError where nobody reads any more."""

_CHUNK = 1 << 16
_ATOMIC = 4096
"""What a pipe takes whole once it says that it is writable (POSIX PIPE_BUF on Linux; a quarter of a socket's buffer is more)."""


class Output:
    """Lines on their way out."""

    def __init__(self, write: Write, writable: Callable[[], bool], failed: Callable[[], None]) -> None:
        self._write = write
        self._writable = writable
        self._failed = failed
        self._lock = threading.Lock()
        self._ready = threading.Condition(self._lock)
        self._waiting: list[bytes] = []
        self._size = 0
        self._writing = False
        self._broken = self._closed = False
        self._thread: threading.Thread | None = None

    @property
    def backlog(self) -> int:
        """Bytes not written yet."""
        return self._size

    def send(self, data: bytes) -> None:
        """Whole lines, each with its line end, to be written after everything sent before."""
        with self._lock:
            if self._broken:
                return
            if self._writing or self._waiting or len(data) > _ATOMIC or not self._writable():
                self._waiting.append(data)
                self._size += len(data)
                if self._thread is None:
                    self._thread = threading.Thread(target=self._drain, name="output", daemon=True)
                    self._thread.start()
                self._ready.notify_all()
                return
            self._writing = True
        self._put(data)
        with self._lock:
            self._writing = False
            if self._waiting or self._closed:
                self._ready.notify_all()

    def close(self, timeout_s: float) -> bool:
        """Waits until everything is written, at most so long; whether it is."""
        with self._ready:
            self._closed = True
            return self._ready.wait_for(lambda: self._broken or not (self._waiting or self._writing), timeout_s)

    def _drain(self) -> None:
        while True:
            with self._ready:
                self._ready.wait_for(lambda: bool(self._waiting) and not self._writing)
                data = b"".join(self._waiting)
                self._waiting = []
                self._writing = True
            self._put(data)
            with self._ready:
                self._size -= len(data)
                self._writing = False
                self._ready.notify_all()

    def _put(self, data: bytes) -> None:
        try:
            # A short line goes out whole, as a rule.
            done = self._write(data) if len(data) <= _ATOMIC else 0
            if done == len(data):
                return
            view = memoryview(data)[done:]
            while view and not self._broken:
                view = view[self._write(view[:_CHUNK]) :]
        except OSError:
            with self._ready:
                self._broken = True
                self._waiting = []
                self._ready.notify_all()
            self._failed()
