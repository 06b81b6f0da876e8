"""The whole program in memory: real lines, real turns, a real file; only the voice is a stand-in."""

import queue
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
import pytest

from rpc.output import Output
from rpc.server import Server
from sidecar import wiring
from sidecar.clock import FrozenClock
from sidecar.config import Config
from sidecar.host import Process
from tests.sidecar.worlds import SlowVoice

MORNING = datetime(2026, 3, 10, 9, 0)


class Program:
    """A server over a demo business; every result is held against its model."""

    def __init__(self, folder: Path) -> None:
        self.voice = SlowVoice()
        self._unfinished = b""
        self.config = Config(
            folder / "shop.db", folder / "data", folder / "faq.md", db_explicit=True, llm="off", embeddings="off", now=MORNING
        )
        self.clock = FrozenClock(MORNING)
        self.host = Process(self.config, self.clock, build=self._build)
        self._in: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._out: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        output = Output(self._write, lambda: True, failed=lambda: None)
        self.server = Server(self._in.get, output, self.host, check=True)
        self.codes: queue.SimpleQueue[int] = queue.SimpleQueue()
        threading.Thread(target=self.server.read_all, daemon=True).start()
        threading.Thread(target=lambda: self.codes.put(self.server.wait()), daemon=True).start()

    def send(self, *messages: Any) -> None:
        self._in.put(b"".join(orjson.dumps(message) + b"\n" for message in messages))

    def next(self) -> Any:
        return orjson.loads(self._out.get(timeout=60))

    def call(self, method: str, **params: Any) -> Any:
        """The answer, notifications before it left out."""
        self.send(ask("call", method, **params))
        while True:
            message = self.next()
            if message.get("id") == "call":
                return message

    def end(self) -> int:
        self._in.put(b"")
        code = self.codes.get(timeout=60)
        self.host.close()
        return code

    def _build(self) -> wiring.Parts:
        built = wiring.build(self.config, self.clock)
        built.store.fill_demo(self.clock.now())
        return replace(built, world=replace(built.world, voice=self.voice))

    def _write(self, data: bytes | memoryview) -> int:
        *lines, self._unfinished = (self._unfinished + bytes(data)).split(b"\n")
        for line in lines:
            self._out.put(line)
        return len(data)


def ask(identifier: Any, method: str, **params: Any) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": identifier, "method": method, "params": params}


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    running = Program(tmp_path)
    yield running
    running.voice.go_on.set()
    assert running.end() == 0


def test_a_new_turn_abandons_the_sound_of_the_last_which_goes_out_at_once(program: Program) -> None:
    program.send(ask(1, "voice.greet", session_id="s"))
    assert program.voice.begun.wait(60)
    program.send(ask(2, "voice.process", session_id="s", text="buongiorno", tts=False))
    first, second = program.next(), program.next()
    assert (first["id"], second["id"]) == (1, 2)
    assert first["result"]["audio_path"] is None
    assert first["result"]["tts_engine"] == "none"
    assert first["result"]["degraded"] == ["tts_cancelled"]
    assert first["result"]["text"]
    assert second["result"]["session_id"] == "s"


def test_a_cancelled_turn_whose_sound_is_being_made_gives_its_real_answer(program: Program) -> None:
    program.send(ask(1, "voice.greet", session_id="s"))
    assert program.voice.begun.wait(60)
    program.send({"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 1}})
    answer = program.next()
    assert (answer["id"], answer["result"]["audio_path"]) == (1, None)


def test_a_turn_of_another_session_leaves_the_sound_alone(program: Program) -> None:
    program.send(ask(1, "voice.greet", session_id="s"))
    assert program.voice.begun.wait(60)
    program.send(ask(2, "voice.process", session_id="other", text="buongiorno", tts=False))
    assert program.next()["id"] == 2
    program.voice.go_on.set()
    answer = program.next()
    assert (answer["id"], answer["result"]["degraded"], answer["result"]["tts_engine"]) == (1, [], "espeak")


def test_a_call_books_and_the_host_is_told_after_the_answer(program: Program) -> None:
    wish = "buongiorno, sono Anna De Luca, vorrei una piega con Sara giovedì pomeriggio alle quattro"
    assert program.call("voice.process", session_id="s", text=wish, tts=False)["result"]["step"] == "conferma"
    booked = program.call("voice.process", session_id="s", text="sì", tts=False)["result"]
    assert booked["action"]["type"] == "appuntamento_creato"
    told = program.next()
    assert told["method"] == "whatsapp.send_template"
    assert told["params"]["template"] == "booking_confirmation"
    assert told["params"]["appuntamento_id"] == booked["action"]["id"]
    assert program.call("whatsapp.ack", message_id=told["params"]["message_id"], status="sent")["result"] == {}
    assert program.call("whatsapp.pending")["result"] == {"messages": []}
    listed = program.call("appuntamenti.list", **{"from": "2026-03-12", "to": "2026-03-12", "limit": 100})["result"]["appuntamenti"]
    assert [visit["whatsapp_confirmed"] for visit in listed if visit["id"] == booked["action"]["id"]] == [True]


def test_every_method_that_only_reads_answers_in_its_promised_shape(program: Program) -> None:
    program.call("voice.greet", session_id="s", tts=False)
    reading: list[tuple[str, dict[str, Any]]] = [
        ("health.check", {}),
        ("rpc.discover", {}),
        ("session.get", {"session_id": "s"}),
        ("nlu.parse", {"text": "domani alle dieci"}),
        ("clienti.search", {"nome": "Anna De Luca"}),
        ("appuntamenti.list", {}),
        ("servizi.list", {}),
        ("operatori.list", {"servizio_id": 4}),
        ("waitlist.list", {}),
        ("settings.nome_attivita", {}),
        ("settings.orari_lavoro", {}),
        ("settings.giorni_festivi", {"year": 2026}),
        ("whatsapp.pending", {}),
        ("faq.search", {"query": "orari"}),
        ("faq.answer", {"query": "quanto costa il taglio?"}),
        ("faq.unanswered", {}),
        ("audit.list", {}),
        ("stats.get", {}),
        ("gdpr.export", {"cliente_id": 1}),
        ("faq.reload", {}),
        ("appuntamenti.disponibilita", {"data": "2026-03-12", "servizi": [4]}),
        ("gdpr.anonymize", {"days": 30}),
        ("appuntamenti.disponibilita", {"data": "2026-03-12", "durata_minuti": 30, "ora": "10:00"}),
    ]
    failed = {method: answer["error"] for method, params in reading if "error" in (answer := program.call(method, **params))}
    assert failed == {}


def test_every_method_that_writes_answers_in_its_promised_shape(program: Program) -> None:
    client = program.call("clienti.create", nome="Ilaria", cognome="Provenzani", telefono="3401239876", request_id="c")["result"]
    place = {"cliente_id": client["id"], "servizi": [4], "data": "2026-03-19"}
    free = program.call("appuntamenti.disponibilita", data="2026-03-19", servizi=[4])["result"]["slots"]
    visit = program.call("appuntamenti.create", **place, ora=free[0]["ora"], request_id="a")["result"]
    writing: list[tuple[str, dict[str, Any]]] = [
        ("appuntamenti.update", {"id": visit["id"], "ora": free[-1]["ora"]}),
        ("appuntamenti.delete", {"id": visit["id"], "reason": "prova"}),
        ("waitlist.add", {"cliente_id": client["id"], "servizio_id": 4, "data_preferita": "2026-03-19"}),
        ("waitlist.notify", {"data": "2026-03-19"}),
        ("waitlist.notify", {"data": "2026-03-20"}),
        ("whatsapp.send_template", {"to": "3401239876", "template": "booking_change", "params": {"nome": "Ilaria"}}),
        ("voice.greet", {"session_id": "s", "tts": False}),
        ("handoff.update", {"session_id": "s", "status": "unavailable"}),
        ("voice.reset", {"session_id": "s"}),
        (
            "formatter.format",
            {
                "response": "ciao",
                "language": "it",
                "customer_id": client["id"],
                "workspace_id": "default",
                "original_question": "chi sei?",
            },
        ),
        ("gdpr.erase", {"cliente_id": client["id"]}),
    ]
    failed = {method: answer["error"] for method, params in writing if "error" in (answer := program.call(method, **params))}
    assert failed == {}


def test_a_request_that_is_repeated_gets_its_first_answer(program: Program) -> None:
    wish = {"nome": "Ilaria", "cognome": "Provenzani", "telefono": "3401239876", "request_id": "once"}
    first = program.call("clienti.create", **wish)["result"]
    assert program.call("clienti.create", **wish)["result"] == first
    assert program.call("clienti.search", telefono="3401239876")["result"]["count"] == 1


def test_the_same_instant_gives_the_same_identifiers_on_a_fresh_file(tmp_path: Path) -> None:
    first, second = Program(tmp_path / "a"), Program(tmp_path / "b")
    names = [program.call("voice.greet", tts=False)["result"]["session_id"] for program in (first, second)]
    assert names[0] == names[1]
    assert first.call("voice.greet", tts=False)["result"]["session_id"] != names[0]
    assert [first.end(), second.end()] == [0, 0]


def test_the_host_moves_the_calendar_and_the_session_expires(program: Program) -> None:
    program.call("voice.greet", session_id="s", tts=False)
    program.send({"jsonrpc": "2.0", "method": "$/now", "params": {"now": "2026-03-10T10:00:00"}})
    turn = program.call("voice.process", session_id="s", text="buongiorno", tts=False)["result"]
    assert "session_expired" in turn["degraded"]


def test_a_hundred_callers_at_once_are_all_answered(program: Program) -> None:
    program.send(*(ask(i, "voice.process", session_id=f"s{i}", text="vorrei una piega domani", tts=False) for i in range(100)))
    answers = [program.next() for _ in range(100)]
    assert {answer["id"] for answer in answers} == set(range(100))
    assert [answer for answer in answers if "error" in answer or answer["result"]["degraded"]] == []
