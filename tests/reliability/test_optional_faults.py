"""The fault matrix of what is optional: component, failure, moment of the call. The booking completes whatever fails."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from sidecar.engines.embeddings import Embedder
from tests.fakes.llm_server import KEY, Dies, Drips, Fails, LlmServer, Page, Says, Silence, Step
from tests.reliability.business import BUSINESS, FILE, asked
from tests.reliability.conftest import Starter
from tests.reliability.faults import FAULTS, Switch, with_fault
from tests.reliability.program import Program
from tests.sidecar.engines.tiny_embed import build

WORDS = (
    "Buongiorno, sono Laura Gatti, vorrei una piega",
    "avete il parcheggio?",
    "mi manda il link dei miei ordini?",
    "giovedì alle 15 con Giulia",
    "sì",
    "no grazie",
)
BOOKED = ("Laura", "Gatti", "Piega", "Giulia", "2026-03-12T15:00:00", "confermato")
THROUGHOUT = range(len(WORDS))


def played(program: Program, switch: Switch, moment: range) -> list[dict[str, Any]]:
    """The call, with the fault there at that moment."""
    turns: list[dict[str, Any]] = []
    for number, words in enumerate(WORDS):
        switch.on = number in moment
        sent = program.send("voice.process", text=words, session_id="s", tts=True)
        turns.append(next_turn(program, sent))
    return turns


def next_turn(program: Program, sent: int) -> dict[str, Any]:
    answer = program.answer()
    assert answer["id"] == sent
    return answer["result"]


def bookings(path: Path) -> list[tuple[Any, ...]]:
    """The appointments that the demo business did not have."""
    return [row for row in asked(path, BUSINESS[0])[0] if row == BOOKED]


MOMENTS = {"throughout": THROUGHOUT, "at the question": range(1, 3), "at the wish": range(3, 4), "at the yes": range(4, 5)}
ENDING = {key: value for key, value in FAULTS.items() if key[1] != "hangs" or key[0] != "voice"}


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize(("component", "failure"), ENDING, ids=lambda value: value)
def test_the_booking_completes(start: Starter, component: str, failure: str, moment: str) -> None:
    switch = Switch()
    program = start(with_fault(component, failure, switch))
    turns = played(program, switch, MOMENTS[moment])
    assert bookings(program.path) == [BOOKED]
    assert [turn["step"] for turn in turns[3:]] == ["conferma", "altro", "chiusa"]
    assert turns[4]["text"].startswith("Ho prenotato per giovedì 12 marzo alle 15:00 con Giulia")
    assert turns[4]["action"]["type"] == "appuntamento_creato"
    assert "database" not in {name for turn in turns for name in turn["degraded"]}


@pytest.mark.parametrize("failure", ["fails", "is silent"])
def test_a_voice_that_fails_costs_the_sound_alone(start: Starter, failure: str) -> None:
    switch = Switch()
    turns = played(start(with_fault("voice", failure, switch)), switch, THROUGHOUT)
    assert {turn["audio_path"] for turn in turns} == {None}
    assert [turn["degraded"] for turn in turns] == [["tts"]] * len(turns)


def speaking(program: Program) -> bool:
    """Whether a sound is being made at this moment."""
    live = program.server._traffic._tokens()  # pyright: ignore[reportPrivateUsage] - the test must know that the turn has come to its voice
    return any(token._speech is not None for token in live)  # pyright: ignore[reportPrivateUsage] - as above


def wait_until(true: Callable[[], bool]) -> None:
    """Gives the other threads time until it is true."""
    pauses = iter(range(20_000))
    while not true() and next(pauses, None) is not None:
        threading.Event().wait(0.001)
    assert true()


def test_a_voice_that_hangs_is_left_by_the_next_turn_and_the_booking_completes(start: Starter) -> None:
    program = start(with_fault("voice", "hangs", Switch(on=True)))
    turns: list[dict[str, Any]] = []
    under_way: list[int] = []
    for words in WORDS:
        under_way.append(program.send("voice.process", text=words, session_id="s", tts=True))
        turns += [next_turn(program, sent) for sent in under_way[:-1]]
        del under_way[:-1]
        wait_until(lambda: speaking(program))
    program.send_lines(orjson.dumps({"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": under_way[0]}}) + b"\n")
    turns.append(next_turn(program, under_way[0]))
    assert turns[-1]["step"] == "chiusa"
    assert bookings(program.path) == [BOOKED]
    assert [turn["degraded"] for turn in turns] == [["tts_cancelled"]] * len(turns)


def test_a_folder_of_sounds_that_cannot_be_written_costs_the_sound_alone(start: Starter, tmp_path: Path) -> None:
    (tmp_path / "audio_output").write_bytes(b"in the way")
    turns = played(start(tts="espeak"), Switch(), THROUGHOUT)
    assert {(turn["audio_path"], tuple(turn["degraded"])) for turn in turns} == {(None, ("tts",))}
    assert bookings(tmp_path / FILE) == [BOOKED]


@pytest.mark.parametrize("step", [Silence(), Dies(), Page(), Fails(500), Fails(429), Drips(), Says("{}"), Says("Prenotato! € 1")], ids=repr)
def test_a_real_client_of_a_bad_provider_costs_no_booking(start: Starter, step: Step) -> None:
    with LlmServer([step]) as provider:
        program = start(llm="groq", groq_api_key=KEY, groq_base_url=provider.url)
        for words in (
            "Buongiorno, sono Laura Gatti, vorrei una piega",
            "fate prove gratuite per le spose?",
            "giovedì alle 15 con Giulia",
        ):
            program.say(words)
        assert program.say("sì")["action"]["type"] == "appuntamento_creato"
        assert provider.asked
    assert bookings(program.path) == [BOOKED]


def _hangs(*args: Any) -> Any:
    threading.Event().wait()


def _breaks(*args: Any) -> Any:
    raise RuntimeError("the library")


def _rubbish(self: Embedder, text: str) -> Any:
    return [float("nan")] * (self.dimension + 1)


@pytest.mark.parametrize("instead", [_hangs, _breaks, _rubbish])
def test_a_real_model_of_meaning_that_goes_wrong_costs_the_meaning_alone(
    start: Starter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, instead: Callable[..., Any]
) -> None:
    build(tmp_path / "models" / "tiny")
    (tmp_path / "faq_auto.md").write_text("### Avete il parcheggio?\nIl parcheggio coperto è in piazza.\n", encoding="utf-8")
    monkeypatch.setattr("sidecar.engines.dense.QUESTION_S", 0.1)
    program = start(embeddings="auto", embedding_model="tiny")
    program.call("faq.search", query="dove posso parcheggiare?")
    recall: Any = program.parts[0].world.recall
    assert recall.settle(60)
    monkeypatch.setattr(Embedder, "query", instead)
    turns = [program.say(words) for words in WORDS]
    assert "parcheggio coperto" in turns[1]["text"]
    assert bookings(program.path) == [BOOKED]
    health = program.call("health.check")["result"]["components"]
    assert health["embeddings"]["state"] == "degraded"
    assert health["faq"]["state"] == "ok"
