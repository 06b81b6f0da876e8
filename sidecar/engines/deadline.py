"""A call into a native library that may never come back: waited for so long and no longer.

Used by the engines whose libraries know no deadline of their own. A call that hangs keeps its thread, which nothing can end; while it
hangs no other is begun, so that a broken library costs one thread, not one a question. Safe for threads.
"""

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Late(TimeoutError):
    """The call did not come back in time, or an earlier one still has not."""


class Deadline:
    """Calls with a limit in seconds, all of one library."""

    def __init__(self, name: str, seconds: float) -> None:
        self._name = name
        self._seconds = seconds
        self._hanging: threading.Thread | None = None

    def call(self, work: Callable[[], T]) -> T:
        """What `work` returns or raises; Late when it takes too long or an earlier call still hangs."""
        hanging = self._hanging
        if hanging is not None and hanging.is_alive():
            raise Late(f"{self._name}: an earlier call still hangs")
        done: list[T] = []
        failed: list[BaseException] = []

        def run() -> None:
            try:
                done.append(work())
            except BaseException as error:  # noqa: BLE001 - handed to whoever waits for it
                failed.append(error)

        thread = threading.Thread(target=run, name=self._name, daemon=True)
        thread.start()
        thread.join(self._seconds)
        if failed:
            raise failed[0]
        if not done:
            self._hanging = thread
            raise Late(f"{self._name}: no answer within {self._seconds:g} s")
        return done[0]
