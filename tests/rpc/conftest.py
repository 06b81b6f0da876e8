"""Fixtures of the tests of the protocol: a server in memory, and the doors behind which the pipeline would be."""

from collections.abc import Iterator
from typing import Any

import pytest

from pipeline.model.turn import Ask
from tests.rpc.wiring_fakes import Door, Wire, stand_in


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> Door:
    made = Door()
    stand_in(monkeypatch, "pipeline.turn.take", made.take)

    def desk(text: str) -> dict[str, Any]:
        made.take(Ask(text), None)
        return {"results": [], "nome_attivita": text}

    def settings(world: Any) -> dict[str, Any]:
        return desk("settings")

    def search(world: Any, query: str, top_k: int = 3) -> dict[str, Any]:
        return desk(query)

    def session(world: Any, session_id: str) -> dict[str, Any]:
        return desk(f"get {session_id}")

    stand_in(monkeypatch, "pipeline.desk.settings.nome_attivita", settings)
    stand_in(monkeypatch, "pipeline.desk.knowledge.faq_search", search)
    stand_in(monkeypatch, "pipeline.desk.sessions.get", session)
    return made


@pytest.fixture
def wire() -> Iterator[Wire]:
    running = Wire()
    yield running
    running.end()
    assert running.code() in (0, 1)
