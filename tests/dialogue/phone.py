"""A telephone line to the assistant for tests: the real pipeline on a real file, everything optional switched off.

`Line(path)` opens a fresh demo business at a frozen instant; `say` is one turn; `rows` reads what stands in the file.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import apsw

from pipeline import turn
from pipeline.model.errors import Unavailable
from pipeline.model.turn import Ask, Reply
from pipeline.ports import FaqHit, Sound, World
from sidecar.clock import FrozenClock
from sidecar.ids import SeededIds
from store import Store, open_store

NOW = datetime(2026, 3, 10, 9, 0)
"""A Tuesday morning."""


class NoModel:
    """No language model is configured."""

    def available(self) -> bool:
        return False

    def complete(self, *args: Any, **kwargs: Any) -> Any:
        raise Unavailable("llm", "off")


class NoVoice:
    """Sound is off."""

    def speak(self, speech: str, language: str, cancelled: Callable[[], bool] | None = None) -> Sound:
        return Sound(None, "none")


class NoFaq:
    """An empty FAQ."""

    def search(self, query: str, top_k: int = 3, language: str | None = None) -> tuple[FaqHit, ...]:
        return ()

    def agent_prompt(self) -> str | None:
        return None

    def reload(self) -> tuple[int, str]:
        return 0, "lexical"

    def entries(self) -> int:
        return 0


class PlainSigner:
    """Links signed with a secret that is none: enough where nobody attacks."""

    def sign(self, payload: Mapping[str, str]) -> str:
        return json.dumps(dict(payload), sort_keys=True)

    def unsign(self, token: str) -> Mapping[str, str] | None:
        return json.loads(token)

    def digest(self, text: str) -> str:
        return text


class Line:
    """One call; several lines may share a store."""

    def __init__(self, folder: Path, now: datetime = NOW, telefono: str | None = None, store: Store | None = None) -> None:
        self.folder = folder
        self.clock = FrozenClock(now)
        self.telefono = telefono
        self.session: str | None = None
        self.errors: list[BaseException] = []
        self.store = store or fresh_store(folder, self.clock)
        self.world = self._world()
        self.last: Reply | None = None

    def rewire(self, store: Store, author: str = "tests") -> None:
        """The same call goes on with another store, as after a restart of the process (another author)."""
        self.store = store
        self.world = self._world(author)

    def ledger(self, ledger: Any) -> None:
        """Another ledger from here on: one that fails, for instance."""
        self.world = replace(self.world, ledger=ledger)

    def _world(self, author: str = "tests") -> World:
        return World(
            reads=self.store.reads,
            ledger=self.store.ledger,
            clock=self.clock,
            ids=SeededIds(self.clock.now().isoformat(), self.store.knows),
            model=NoModel(),
            recall=NoFaq(),
            voice=NoVoice(),
            signer=PlainSigner(),
            archive=self.store.archive,
            author=author,
            report=self.errors.append,
        )

    def say(self, text: str | None, fails: bool = False, **ask: Any) -> Reply:
        """One turn; `None` asks for the greeting. An error that was only answered politely fails the test, unless one is expected."""
        self.last = turn.take(Ask(text, self.session, self.telefono, tts=False, **ask), self.world)
        self.session = self.last.session_id
        if self.errors and not fails:
            raise self.errors[0]
        return self.last

    def wait(self, minutes: int) -> None:
        """The calendar moves on."""
        self.clock.move(self.clock.now() + timedelta(minutes=minutes))

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Rows of the file as any other program sees them."""
        connection: Any = apsw.Connection(str(self.folder / "fluxion.db"))
        try:
            return list(connection.execute(sql, values))
        finally:
            connection.close()


def fresh_store(folder: Path, clock: FrozenClock) -> Store:
    """A new file with the demo business."""
    folder.mkdir(parents=True, exist_ok=True)
    store = open_store(folder / "fluxion.db", clock=clock, create=True, data_dir=folder)
    store.fill_demo(clock.now())
    return store
