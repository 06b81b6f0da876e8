"""The language model through the real SDK and a local server that speaks the providers' API, well and badly."""

import importlib
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from pipeline.model.errors import Unavailable
from pipeline.ports import Completion
from sidecar.config import Config
from sidecar.engines.llm import LanguageModel, Purpose, make_model
from tests.fakes.llm_server import KEY, Dies, Drips, Fails, LlmServer, Page, Says, Silence, Step

SCHEMA = {"type": "object", "properties": {"function": {"type": "string"}}, "required": ["function"], "additionalProperties": False}


class WallClock:
    """The real monotonic clock, moved forward by hand where a test needs it."""

    ahead = 0.0

    def now(self) -> datetime:
        return datetime(2026, 3, 12, 10, 30)

    def monotonic(self) -> float:
        return time.monotonic() + self.ahead


_MADE: list[LanguageModel] = []


def made_of(config: Config, clock: WallClock) -> LanguageModel:
    model = make_model(config, clock)
    _MADE.append(model)
    return model


def groq(server: LlmServer, key: str | None = KEY, clock: WallClock | None = None, **more: str) -> LanguageModel:
    config = replace(Config(Path("x"), Path("x"), Path("x"), llm="groq", groq_api_key=key, groq_base_url=server.url), **more)
    return made_of(config, clock or WallClock())


def router(server: LlmServer) -> LanguageModel:
    config = Config(
        db=Path("x"),
        data_dir=Path("x"),
        faq=Path("x"),
        openrouter_api_key=KEY,
        openrouter_base_url=f"{server.url}/api/v1",
        llm="openrouter",
    )
    return made_of(config, WallClock())


MAKERS = pytest.mark.parametrize("make", [groq, router])


def ask(model: LanguageModel, purpose: Purpose = "answer", deadline_s: float = 3.0) -> Completion:
    return model.complete("rules", "data", purpose=purpose, temperature=0.5, deadline_s=deadline_s)


@pytest.fixture(autouse=True)
def house() -> Iterator[None]:
    """The SDK takes longer to import than some of the deadlines here; connections are closed after each test."""
    importlib.import_module("groq")
    yield
    while _MADE:
        _MADE.pop().close()


@MAKERS
def test_an_answer_comes_with_what_it_took(make: Callable[[LlmServer], LanguageModel]) -> None:
    with LlmServer([Says("Buongiorno")]) as server:
        model = make(server)
        made = ask(model)
    assert (made.text, made.tokens) == ("Buongiorno", 150)
    assert float(made.cost) > 0
    assert (model.usage().calls, model.usage().failures, model.usage().tokens) == (1, 0, 150)


def test_groq_is_asked_as_its_models_want_it() -> None:
    with LlmServer([Says('{"function": "none"}')]) as server:
        groq(server).complete("rules", "data", purpose="classify", temperature=0.1, deadline_s=3.0, schema=SCHEMA)
        asked = server.asked[0]
    assert asked.path == "/openai/v1/chat/completions"
    assert asked.body["model"] == "openai/gpt-oss-20b"
    assert asked.body["temperature"] == 0.1
    assert asked.body["reasoning_effort"] == "low"
    assert asked.body["max_completion_tokens"] >= 1000
    assert asked.body["response_format"]["json_schema"]["strict"] is True
    assert asked.body["messages"] == [{"role": "system", "content": "rules"}, {"role": "user", "content": "data"}]


def test_openrouter_is_asked_as_its_models_want_it() -> None:
    with LlmServer([Says("ok", cost=0.0004)]) as server:
        made = ask(router(server))
        asked = server.asked[0]
    assert asked.path == "/api/v1/chat/completions"
    assert asked.body["model"] == "openai/gpt-oss-120b"
    assert asked.body["reasoning"] == {"effort": "low"}
    assert made.cost == "0.0004"


def test_configured_models_are_asked_and_one_that_does_not_reason_gets_no_effort() -> None:
    with LlmServer([Says("ok")]) as server:
        ask(groq(server, llm_model="moonshotai/kimi-k2-instruct"))
        body = server.asked[0].body
    assert body["model"] == "moonshotai/kimi-k2-instruct"
    assert "reasoning_effort" not in body


def test_the_address_may_already_hold_the_path_of_the_api() -> None:
    with LlmServer([Says("ok")]) as server:
        config = Config(
            db=Path("x"), data_dir=Path("x"), faq=Path("x"), groq_api_key=KEY, groq_base_url=f"{server.url}/openai/v1/", llm="auto"
        )
        assert ask(made_of(config, WallClock())).text == "ok"


@MAKERS
@pytest.mark.parametrize("step", [Fails(500), Fails(503), Page(), Dies(), Fails(429, retry_after="0")])
def test_a_passing_fault_is_tried_again_inside_the_deadline(make: Callable[[LlmServer], LanguageModel], step: Step) -> None:
    with LlmServer([step, Says("di nuovo qui")]) as server:
        assert ask(make(server)).text == "di nuovo qui"


FAULTS: list[Step] = [Fails(500), Page(), Dies(), Fails(400), Fails(401, "invalid_api_key"), Fails(404), Says(""), Silence(), Drips()]


@MAKERS
@pytest.mark.parametrize("step", FAULTS)
def test_every_fault_is_one_kind_of_error_that_tells_nothing(make: Callable[[LlmServer], LanguageModel], step: Step) -> None:
    with LlmServer([step]) as server, pytest.raises(Unavailable) as caught:
        ask(make(server), deadline_s=0.6)
    assert caught.value.component == "llm"
    assert KEY not in f"{caught.value!r} {caught.value.__cause__!r} {caught.value.__context__!r}"


@pytest.mark.parametrize("step", [Silence(), Drips()])
def test_a_server_that_stalls_or_drips_never_holds_the_caller_past_the_deadline(step: Step) -> None:
    with LlmServer([step]) as server:
        model = groq(server)
        with pytest.raises(Unavailable):
            ask(model, deadline_s=0.4)
        assert not server.closing.is_set()
    assert model.state() == ("degraded", "groq: the provider did not answer in time")


def test_a_wait_that_the_provider_asks_for_and_that_is_too_long_is_not_begun() -> None:
    with LlmServer([Fails(429, retry_after="120"), Says("mai")]) as server:
        with pytest.raises(Unavailable):
            ask(groq(server))
        assert len(server.asked) == 1


def test_a_refused_key_is_not_tried_again_and_is_said() -> None:
    with LlmServer([Says("mai")]) as server:
        model = groq(server, key="gsk_another")
        with pytest.raises(Unavailable):
            ask(model)
        assert len(server.asked) == 1
    assert model.state() == ("error", "groq: the key was refused")


@pytest.mark.parametrize("step", [Fails(404, "model_not_found"), Fails(400, "model_decommissioned")])
def test_a_retired_model_is_remembered_for_doctor_and_not_asked_again(step: Step) -> None:
    clock = WallClock()
    with LlmServer([step]) as server:
        model = groq(server, clock=clock)
        for _ in range(2):
            with pytest.raises(Unavailable):
                ask(model, "classify")
        assert len(server.asked) == 1
        assert model.state()[0] == "error"
        assert "openai/gpt-oss-20b" in model.state()[1]
        clock.ahead = 1200.0
        server.steps = [Says("tornato")]
        assert ask(model, "classify").text == "tornato"
    assert model.state()[0] == "ok"


def test_after_three_failures_nothing_is_sent_until_one_probe_may_go() -> None:
    clock = WallClock()
    with LlmServer([Fails(400)]) as server:
        model = groq(server, clock=clock)
        for _ in range(5):
            with pytest.raises(Unavailable):
                ask(model)
        assert len(server.asked) == 3
        assert not model.available()
        assert [(breaker.name, breaker.state) for breaker in model.breakers()] == [("llm_groq", "open")]
        clock.ahead = 61.0
        server.steps = [Says("guarito")]
        assert ask(model).text == "guarito"
    assert model.available()


def test_the_second_provider_answers_where_the_first_is_dead() -> None:
    with LlmServer([Says("da openrouter")]) as server:
        config = Config(
            db=Path("x"), data_dir=Path("x"), faq=Path("x"),
            groq_api_key=KEY, groq_base_url="http://127.0.0.1:9", openrouter_api_key=KEY, openrouter_base_url=server.url,
        )  # fmt: skip
        model = made_of(config, WallClock())
        assert ask(model).text == "da openrouter"


@pytest.mark.parametrize(
    ("options", "detail"),
    [
        ({}, "GROQ_API_KEY or OPENROUTER_API_KEY is not set"),
        ({"llm": "off", "groq_api_key": KEY}, "switched off"),
        ({"llm": "openrouter", "groq_api_key": KEY}, "OPENROUTER_API_KEY is not set"),
    ],
)
def test_without_its_key_the_model_is_off_and_says_which_is_missing(options: dict[str, str], detail: str) -> None:
    model = make_model(replace(Config(Path("x"), Path("x"), Path("x")), **options), WallClock())
    assert not model.available()
    assert model.state() == ("off", detail)
    with pytest.raises(Unavailable):
        ask(model)


def test_no_key_shows_in_any_representation() -> None:
    with LlmServer([Says("ok")]) as server:
        model = groq(server)
        ask(model)
        shown = f"{model!r} {model.__dict__!r} {model.state()} {model.usage()}"
    assert KEY not in shown


def test_the_probe_asks_both_models() -> None:
    with LlmServer([Says("ok")]) as server:
        groq(server).probe()
        assert [request.body["model"] for request in server.asked] == ["openai/gpt-oss-20b", "openai/gpt-oss-120b"]
