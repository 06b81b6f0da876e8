"""The World of one request: cancelled before its commit it writes nothing, silenced it goes on without sound."""

import threading
from types import SimpleNamespace
from typing import Any

import orjson
import pytest

from pipeline.model.errors import Cancelled, Unavailable
from pipeline.model.writes import RequestHandoff
from pipeline.ports import Sound, World
from rpc.call import Token
from rpc.errors import CANCELLED, UNEXPECTED
from rpc.lanes import Gate
from sidecar.bound import TTS_CANCELLED, Shared, bind
from sidecar.outbox import Outbox
from tests.sidecar.worlds import NOON, FakeLedger, FakeReads, HandClock, SlowVoice, queued, token, world


def bound(**roles: Any) -> tuple[World, Token, list[tuple[bytes | None, list[bytes]]]]:
    clock = HandClock()
    reads = roles.setdefault("reads", FakeReads())
    roles.setdefault("ledger", FakeLedger(reads))
    request, delivered = token()
    return bind(world(clock=clock, **roles), request, Shared(Outbox(reads, clock))), request, delivered


def test_a_request_that_was_cancelled_writes_nothing() -> None:
    ledger = FakeLedger(FakeReads())
    made, request, _ = bound(ledger=ledger)
    assert not made.cancelled()
    assert request.give_up(CANCELLED)
    assert made.cancelled()
    with pytest.raises(Cancelled):
        made.ledger.commit((queued("m"),), NOON)
    assert ledger.commits == []


def test_a_request_that_has_committed_is_not_cancelled_any_more() -> None:
    made, request, delivered = bound()
    made.ledger.commit((), NOON)
    assert not request.give_up(CANCELLED)
    assert request.settle(b"{}")
    assert not request.settle(b"again")
    assert delivered == [(b"{}", [])]


def test_what_a_commit_queued_is_told_with_the_answer() -> None:
    made, request, delivered = bound()
    made.ledger.commit((queued("m1"), RequestHandoff("s", "richiesta", "Ada vuole una persona")), NOON)
    request.settle(b"{}")
    notices = [orjson.loads(line) for line in delivered[0][1]]
    assert [notice["method"] for notice in notices] == ["whatsapp.send_template", "handoff.requested"]
    assert notices[0]["params"] == {
        "message_id": "m1",
        "to": "3331112223",
        "template": "booking_confirmation",
        "params": {"nome": "Ada"},
        "appuntamento_id": 7,
    }
    assert notices[1]["params"] == {"session_id": "s", "reason": "richiesta", "summary": "Ada vuole una persona"}


@pytest.mark.parametrize("error", [Unavailable("database"), ValueError("a cell that cannot be read")])
def test_what_is_committed_is_answered_although_its_message_cannot_be_read(error: Exception) -> None:
    class Gone(FakeReads):
        def messages(self) -> Any:
            raise error

    made, _, _ = bound(reads=Gone())
    assert made.ledger.commit((queued("m1"),), NOON).messages == ("m1",)


def test_a_message_the_file_did_not_keep_is_not_told() -> None:
    reads = FakeReads()
    made, request, _ = bound(reads=reads, ledger=FakeLedger(reads, frozenset({"m1"})))
    made.ledger.commit((queued("m1"), queued("m2")), NOON)
    assert [orjson.loads(line)["params"]["message_id"] for line in request.notices] == ["m2"]


def test_sound_that_nobody_waits_for_is_left_at_once() -> None:
    voice = SlowVoice()
    made, request, _ = bound(voice=voice)
    heard: list[Sound] = []
    speaking = threading.Thread(target=lambda: heard.append(made.voice.speak("ciao", "it")))
    speaking.start()
    assert voice.begun.wait(20)
    request.hush()
    speaking.join(20)
    assert heard == [TTS_CANCELLED]
    voice.go_on.set()


def test_a_voice_learns_that_nobody_waits() -> None:
    voice, told = SlowVoice(), threading.Event()
    speak = voice.speak

    def watched(speech: str, language: str, cancelled: Any = None) -> Sound:
        sound = speak(speech, language, cancelled)
        told.set()
        return sound

    voice.speak = watched
    made, request, _ = bound(voice=voice)
    speaking = threading.Thread(target=lambda: made.voice.speak("ciao", "it"))
    speaking.start()
    assert voice.begun.wait(20)
    request.hush()
    speaking.join(20)
    voice.go_on.set()
    assert told.wait(20)
    assert voice.unwanted == [True]


def test_sound_that_is_waited_for_comes_back() -> None:
    voice = SlowVoice()
    voice.go_on.set()
    made, _, _ = bound(voice=voice)
    assert made.voice.speak("ciao", "it") == Sound("/audio/x.wav", "espeak", 100, 22050)
    assert voice.unwanted == [False]


def test_silencing_before_the_sound_begins_costs_nothing() -> None:
    voice = SlowVoice()
    voice.go_on.set()
    made, request, _ = bound(voice=voice)
    request.hush()
    assert made.voice.speak("ciao", "it").path == "/audio/x.wav"


def test_a_voice_that_raises_costs_only_the_sound() -> None:
    def raising(*_: Any) -> Sound:
        raise RuntimeError("broken")

    made, _, _ = bound(voice=SimpleNamespace(speak=raising))
    assert made.voice.speak("ciao", "it") == Sound(None, "none", degraded=("tts",))


def test_a_model_is_not_asked_for_a_request_nobody_waits_for() -> None:
    asked: list[str] = []
    model = SimpleNamespace(available=lambda: True, complete=lambda system, user, **_: asked.append(user))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
    made, request, _ = bound(model=model)
    assert made.model.available()
    request.give_up(CANCELLED)
    with pytest.raises(Cancelled):
        made.model.complete("s", "u", purpose="answer", temperature=0.5, deadline_s=1.0)
    assert asked == []


def test_others_compute_while_a_request_waits() -> None:
    gate = Gate(1)
    request = Token(token()[0].request, lambda body, notices: None, gate)
    entered = threading.Event()

    def enter() -> None:
        gate.enter()
        entered.set()
        gate.leave()

    gate.enter()
    other = threading.Thread(target=enter)
    other.start()
    with request.waiting():
        assert entered.wait(20)
    gate.leave()
    other.join(20)


def test_transcription_is_passed_on_and_its_absence_too() -> None:
    listener = SimpleNamespace(transcribe=lambda *given: (str(given[1]), "whisper"))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
    made, _, _ = bound(listener=listener)
    assert made.listener is not None
    assert made.listener.transcribe(b"", "a.wav", "it", "") == ("a.wav", "whisper")
    assert bound()[0].listener is None


def test_a_component_that_is_down_is_logged_by_name_and_the_unforeseen_is_counted(caplog: pytest.LogCaptureFixture) -> None:
    made, _, _ = bound()
    before = UNEXPECTED.counts().get("voice.process", 0)
    made.report(Unavailable("database", "gone"))
    assert UNEXPECTED.counts().get("voice.process", 0) == before
    made.report(ValueError("Ada"))
    assert UNEXPECTED.counts()["voice.process"] == before + 1
    assert [vars(record).get("component") for record in caplog.records] == ["database", None]
