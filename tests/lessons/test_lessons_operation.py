"""Operation: a program that unpacks itself and outlives the app, a stale process that answers, waiting for what is not there."""

import re
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.reliability.program import Program
from tests.sidecar.children import PATIENCE_S, ROOT, finish, hear, say, start

PING = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
HEALTH = {"jsonrpc": "2.0", "id": 2, "method": "health.check"}


def test_lesson_29_the_program_is_one_folder_and_unpacks_nothing() -> None:
    spec = (ROOT / "fluxion-sidecar.spec").read_text(encoding="utf-8")
    assert re.search(r"^COLLECT\(", spec, re.MULTILINE) is not None
    assert "exclude_binaries=True" in spec


def test_lesson_29_the_child_ends_with_the_app(tmp_path: Path) -> None:
    app = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE)
    child = start(tmp_path, "serve", "--parent-pid", str(app.pid))
    say(child, PING)
    assert hear(child)["id"] == 1
    app.kill()
    app.communicate()
    assert child.wait(PATIENCE_S) == 0
    finish(child)


def test_lesson_30_the_answer_says_which_program_and_process_gave_it(tmp_path: Path) -> None:
    children = [start(tmp_path / name) for name in ("one", "two") if not (tmp_path / name).mkdir()]
    answers: list[dict[str, Any]] = []
    for child in children:
        say(child, HEALTH)
        answers.append(hear(child)["result"])
    assert [answer["pid"] for answer in answers] == [child.pid for child in children]
    assert [re.fullmatch(r"\d+\.\d+\.\d+.*", answer["version"]) is None for answer in answers] == [False, False]
    for child in children:
        finish(child)


def test_lesson_31_nothing_optional_is_looked_for_on_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[object] = []

    def refuse(*args: object, **_: object) -> None:
        tried.append(args)
        raise OSError("no network in this test")

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("getaddrinfo", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)
    program = Program(tmp_path, llm="auto", embeddings="auto", tts="off")
    program.call("health.check", probe=True)
    program.call("faq.answer", query="avete il parcheggio?")
    program.say("what services do you have?")
    program.say("sono Anna De Luca, una piega con Sara giovedì alle 16")
    booked = program.say("sì")
    assert program.end() == 0
    assert (booked["action"]["type"], tried) == ("appuntamento_creato", [])
