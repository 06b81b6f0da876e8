"""health.check and initialize: what the process says of itself, whatever state its parts are in."""

import threading
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from rpc.dispatch import resolve
from rpc.methods import METHODS
from sidecar.clock import FrozenClock, SystemClock
from sidecar.config import Config
from sidecar.engines.breaker import Breaker
from sidecar.host import Process
from tests.sidecar.worlds import NOON, FakeReads, HandClock, parts, token, world


def config(**more: Any) -> Config:
    return Config(Path("/shop/db"), Path("/shop/data"), Path("/shop/faq"), **more)


def engine(state: str, detail: str = "", **more: Any) -> Any:
    return SimpleNamespace(state=lambda: (state, detail), **more)


def host(database: Any = None, settings: Config | None = None, **engines: Any) -> Process:
    archive = SimpleNamespace(health=lambda: ("ok", "own") if database is None else database)
    made = parts(world(reads=FakeReads(), clock=HandClock(), archive=archive), **engines)
    return Process(settings or config(), SystemClock(), build=lambda: made)


def test_all_is_well_when_every_component_is_ok_or_off() -> None:
    recall = engine("ok", "27 entries", embeddings_state=lambda: ("off", "no model"))
    answer = host(tts=engine("ok"), llm=engine("off"), faq=recall).health(False, {"session": 2})
    assert answer["status"] == "ok"
    assert {name: part["state"] for name, part in answer["components"].items()} == {
        "database": "ok",
        "faq": "ok",
        "tts": "ok",
        "embeddings": "off",
        "llm": "off",
        "whatsapp": "ok",
    }
    assert answer["queues"] == {"session": 2, "outbox": 0}
    resolve(METHODS["health.check"]).result.model_validate(answer)


def test_one_component_that_is_worse_makes_the_whole_degraded() -> None:
    assert host(tts=engine("degraded", "silent")).health(False, {})["status"] == "degraded"
    assert host(database=("error", "missing")).health(False, {})["status"] == "degraded"


def test_a_component_that_cannot_even_be_asked_is_in_error() -> None:
    def broken() -> tuple[str, str]:
        raise RuntimeError("no")

    answer = host(llm=SimpleNamespace(state=broken)).health(False, {})
    assert answer["components"]["llm"] == {"state": "error", "detail": "cannot be asked"}


def test_embeddings_that_are_switched_off_are_off() -> None:
    recall = engine("ok", embeddings_state=lambda: ("ok", "e5"))
    assert host(settings=config(embeddings="off"), faq=recall).health(False, {})["components"]["embeddings"]["state"] == "off"
    assert host(faq=recall).health(False, {})["components"]["embeddings"] == {"state": "ok", "detail": "e5"}


def test_breakers_are_listed_by_name_however_an_engine_lists_them() -> None:
    clock = HandClock()
    answer = host(tts=engine("ok", breakers=lambda: {"tts_piper": "open"}), llm=engine("ok", breakers=lambda: (Breaker("groq", clock),)))
    assert answer.health(False, {})["breakers"] == {"tts_piper": "open", "groq": "closed"}


def test_a_probe_exercises_the_engines_and_a_failing_one_does_no_harm() -> None:
    probed: list[str] = []

    def broken() -> None:
        probed.append("llm")
        raise RuntimeError

    made = host(tts=engine("ok", probe=lambda: probed.append("tts")), llm=engine("off", probe=broken))
    assert made.health(False, {})["status"] == "ok"
    assert probed == []
    assert made.health(True, {})["status"] == "ok"
    assert probed == ["tts", "llm"]


def test_the_world_is_built_once_and_knows_whether_a_person_is_at_hand() -> None:
    built: list[int] = []
    inner = parts(world(reads=FakeReads(), clock=HandClock()))

    def build() -> Any:
        built.append(1)
        return inner

    made = Process(config(), SystemClock(), build=build)
    assert built == []
    threads = [threading.Thread(target=made.parts) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert built == [1]
    bound = made.world(token()[0])
    assert not bound.person_at_hand()
    made.meet({"handoff": True})
    assert bound.person_at_hand()
    made.close()


def test_capabilities_tell_the_configuration() -> None:
    assert host(settings=config(groq_api_key="k")).capabilities()["llm"] == "groq"
    assert host(settings=config(openrouter_api_key="k")).capabilities()["llm"] == "openrouter"
    assert host().capabilities()["llm"] == "off"
    assert host(settings=config(llm="off", groq_api_key="k", tts="espeak")).capabilities()["llm"] == "off"
    assert set(host().server()) == {"name", "version", "commit", "pid"}


def test_only_a_frozen_calendar_can_be_moved() -> None:
    frozen = Process(config(), FrozenClock(NOON))
    assert frozen.frozen
    assert frozen.move_clock("2026-03-12T13:00:00")
    assert not frozen.move_clock("2026-03-12T12:30:00")
    assert not frozen.move_clock("later")
    assert not frozen.move_clock("2026-03-12T14:00:00Z")
    assert not Process(config(), SystemClock()).move_clock("2026-03-12T13:00:00")
