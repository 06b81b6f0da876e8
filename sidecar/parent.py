"""Notices that the process which started us is gone (`--parent-pid`): a sidecar never outlives its app.

Begun by `sidecar.lifecycle`. Calls nothing of ours. On Linux the kernel tells (pidfd); elsewhere psutil does, which tells a
process from a later one with the same number. `os.kill(pid, 0)` is no question on Windows: it ends the process.
"""

import os
import select
import threading
from collections.abc import Callable


def watch(pid: int, gone: Callable[[], None]) -> None:
    """Calls `gone` once, on a thread of its own, when that process has ended; at once where it has ended already."""
    threading.Thread(target=lambda: _wait(pid, gone), name="parent", daemon=True).start()


def _wait(pid: int, gone: Callable[[], None]) -> None:
    if not _wait_for_descriptor(pid):
        _wait_with_psutil(pid)
    gone()


def _wait_for_descriptor(pid: int) -> bool:
    """Whether the kernel could tell: it waits until the process has ended."""
    if not hasattr(os, "pidfd_open"):
        return False
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    try:
        select.select([descriptor], [], [])
    finally:
        os.close(descriptor)
    return True


def _wait_with_psutil(pid: int) -> None:
    import psutil

    try:
        psutil.Process(pid).wait()
    except psutil.NoSuchProcess:
        return
