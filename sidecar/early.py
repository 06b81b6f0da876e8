"""Signals from the first instant of the process: one that is told to end while it starts ends as one that serves.

Called by `sidecar.__main__` and `sidecar.cli` before anything else is imported; `sidecar.lifecycle` takes over when there is work that
must be answered. Imports nothing of ours. Nothing has been read yet: there is nothing to answer and nothing to close.
"""

import os
import signal
from types import FrameType


def listen() -> None:
    """From now on SIGTERM ends the process with exit code 0, and SIGINT does nothing unless a person sits at the input."""
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _end)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler and not _typed_at():
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def give_back() -> None:
    """The signals as every program has them: for commands that people run."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _end(number: int, frame: FrameType | None) -> None:
    del number, frame
    os._exit(0)


def _typed_at() -> bool:
    try:
        return os.isatty(0)
    except OSError:
        return False
