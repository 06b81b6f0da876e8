"""Claims the standard streams for the protocol: whatever prints later, Python or C, prints to stderr.

Called by `sidecar.lifecycle` before anything heavy is imported (onnxruntime, espeak-ng and others write to C stdout). Calls nothing
of ours. It knows descriptors, no lines.
"""

import os
import select
import sys
from collections.abc import Callable
from dataclasses import dataclass

_READ = 1 << 16


@dataclass(frozen=True, slots=True)
class Streams:
    """Private copies of what were fd 0 and fd 1; `tty` = a person sits at the input."""

    input: int
    output: int
    tty: bool

    def read(self) -> bytes:
        """What is there, b"" at the end of input."""
        return os.read(self.input, _READ)

    def write(self, data: bytes | memoryview) -> int:
        """Writes some of it and says how much."""
        return os.write(self.output, data)

    def writable(self) -> Callable[[], bool]:
        """A question whether a short write would not wait; always no where that cannot be asked (Windows)."""
        if not hasattr(select, "poll"):
            return lambda: False
        poll = select.poll()
        poll.register(self.output, select.POLLOUT)
        return lambda: bool(poll.poll(0))


def claim() -> Streams:
    """Takes fd 0 and 1 away from everybody else; a stream that was closed at start is empty, or swallows."""
    _open_missing()
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (0, 1):
            msvcrt.setmode(descriptor, os.O_BINARY)
    streams = Streams(os.dup(0), os.dup(1), os.isatty(0))
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0, inheritable=False)
    os.close(null)
    # Inheritable: what a child prints must not end up in the protocol either.
    os.dup2(2, 1, inheritable=True)
    sys.stdin = None
    if sys.stderr is None:
        # A windowed program on Windows has none: what is printed is lost rather than raised.
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - lives as long as the process
    sys.stdout = sys.stderr
    return streams


def _open_missing() -> None:
    """Opens what was closed at start, so that no file of ours gets the number 0, 1 or 2."""
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            opened = os.open(os.devnull, os.O_RDONLY if descriptor == 0 else os.O_WRONLY)
            if opened != descriptor:
                os.dup2(opened, descriptor)
                os.close(opened)
