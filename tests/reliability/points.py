"""The numbered points of a turn: before and after everything it asks of the outside, and before every statement of SQL.

Used by the kill tests and the fault matrix. A point is counted through wrappers of the World's roles; the program is not edited.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pipeline.ports import World


class Counter:
    """Counts points; at the wanted one it does the deed (once)."""

    def __init__(self, wanted: int | None = None, deed: Callable[[], None] | None = None) -> None:
        self.passed = 0
        self.armed = False
        self._wanted, self._deed = wanted, deed

    def point(self, _: str = "") -> None:
        """One more point has been reached."""
        if not self.armed:
            return
        self.passed += 1
        if self.passed == self._wanted and self._deed is not None:
            self._deed()


class Watched:
    """A role of the World whose every call is two points: one before, one after."""

    def __init__(self, role: Any, counter: Counter) -> None:
        self._role, self._counter = role, counter

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._role, name)
        if not callable(found):
            return found

        def call(*args: Any, **kwargs: Any) -> Any:
            self._counter.point()
            made = found(*args, **kwargs)
            self._counter.point()
            return made

        return call


ROLES = ("reads", "ledger", "clock", "ids", "model", "recall", "voice", "signer")


def watched(counter: Counter) -> Callable[[World], World]:
    """A wrapper of the World for that counter."""

    def through(world: World) -> World:
        roles: dict[str, Any] = {name: Watched(getattr(world, name), counter) for name in ROLES}
        return replace(world, **roles)

    return through
