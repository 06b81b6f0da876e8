"""A caller on a fresh copy of the demo business, and what the call has changed in the file."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import apsw
import pytest

from pipeline.model.turn import Reply
from sidecar.clock import FrozenClock
from store import Store, open_store
from tests.dialogue.books import difference, open_books
from tests.dialogue.phone import NOW, Line
from tests.reliability.business import FILE, lay


class Caller(Line):
    """A call whose rows are judged at its end; several may share one store."""

    def __init__(self, folder: Path, telefono: str | None = None, now: datetime = NOW, store: Store | None = None) -> None:
        shared = store is not None
        path = folder / FILE if shared else lay(folder)
        super().__init__(folder, now, telefono, store or open_store(path, clock=FrozenClock(now), create=False, data_dir=folder))
        self.path = path
        self.start = open_books(path)

    def says(self, *words: str) -> Reply:
        """Turns one after the other; the last answer."""
        return [self.say(each) for each in words][-1]

    def changed(self) -> list[str]:
        """The business rows that are new or different since the call began, in names."""
        return difference(self.start, open_books(self.path))

    def desk(self, sql: str, *values: Any) -> None:
        """Somebody at the desk writes to the same file; that is no part of what the call changed."""
        before = open_books(self.path)
        connection: Any = apsw.Connection(str(self.path))
        try:
            connection.execute(sql, values)
        finally:
            connection.close()
        self.start.adopt(before, open_books(self.path))


Dial = Callable[..., Caller]


@pytest.fixture
def dial(tmp_path: Path) -> Iterator[Dial]:
    """Opens calls, each on a file of its own unless it is given the store of another."""
    calls: list[Caller] = []

    def start(telefono: str | None = None, now: datetime = NOW, beside: Caller | None = None) -> Caller:
        folder = beside.folder if beside is not None else tmp_path / str(len(calls))
        calls.append(Caller(folder, telefono, now, beside.store if beside is not None else None))
        return calls[-1]

    yield start
    for store in {id(call.store): call.store for call in calls}.values():
        store.close()


@pytest.fixture
def caller(dial: Dial) -> Caller:
    """One call from an unknown number."""
    return dial()
