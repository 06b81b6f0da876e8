"""The program as its host meets it: streams, exit codes, signals, and a parent that dies."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.sidecar.children import PATIENCE_S, ROOT, arguments, environment, finish, hear, run, say, start

PING = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
PONG: dict[str, Any] = {"jsonrpc": "2.0", "id": 1, "result": {}}
SHUTDOWN = {"jsonrpc": "2.0", "id": 2, "method": "shutdown"}
EXIT = {"jsonrpc": "2.0", "method": "exit"}


def test_it_works_with_no_command_and_one_piped_line(tmp_path: Path) -> None:
    done = run(tmp_path, arguments(tmp_path), b'{"jsonrpc":"2.0","id":1,"method":"ping"}')
    assert done.returncode == 0
    assert done.stdout == b'{"jsonrpc":"2.0","id":1,"result":{}}\n'


def test_shutdown_and_exit_end_it_with_zero(tmp_path: Path) -> None:
    child = start(tmp_path, "serve")
    say(child, PING, SHUTDOWN, EXIT)
    assert [hear(child), hear(child)] == [PONG, {"jsonrpc": "2.0", "id": 2, "result": {}}]
    assert child.wait(PATIENCE_S) == 0
    finish(child)


def test_exit_alone_ends_it_with_one(tmp_path: Path) -> None:
    child = start(tmp_path)
    say(child, PING, EXIT)
    assert hear(child) == PONG
    assert child.wait(PATIENCE_S) == 1
    finish(child)


@pytest.mark.skipif(os.name != "posix", reason="a kill on Windows is never graceful")
def test_sigterm_ends_it_with_zero_and_sigint_does_nothing(tmp_path: Path) -> None:
    child = start(tmp_path)
    say(child, PING)
    assert hear(child) == PONG
    child.send_signal(signal.SIGINT)
    say(child, PING)
    assert hear(child) == PONG
    child.send_signal(signal.SIGTERM)
    assert child.wait(PATIENCE_S) == 0
    finish(child)


_HELD_WHILE_IMPORTING = """
import runpy, sys, time
class Hold:
    def find_spec(self, name, path=None, target=None):
        if name == "sidecar.cli":
            print("importing", flush=True)
            time.sleep(60)
sys.meta_path.insert(0, Hold())
sys.argv = ["sidecar", "serve"]
runpy.run_module("sidecar", run_name="__main__")
"""


@pytest.mark.skipif(os.name != "posix", reason="a kill on Windows is never graceful")
def test_sigterm_while_it_is_still_being_imported_ends_it_with_zero_too(tmp_path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", _HELD_WHILE_IMPORTING], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"importing\n"
    child.send_signal(signal.SIGINT)
    child.send_signal(signal.SIGTERM)
    assert child.wait(PATIENCE_S) == 0
    finish(child)


@pytest.mark.skipif(os.name != "posix", reason="a kill on Windows is never graceful")
def test_a_command_for_people_is_killed_as_any_other(tmp_path: Path) -> None:
    child = start(tmp_path, "chat")
    assert child.stdout is not None
    assert child.stdout.read(1)
    child.send_signal(signal.SIGTERM)
    assert child.wait(PATIENCE_S) != 0
    finish(child)


def test_it_ends_when_its_parent_is_gone(tmp_path: Path) -> None:
    parent = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE)
    child = start(tmp_path, "serve", "--parent-pid", str(parent.pid))
    say(child, PING)
    assert hear(child) == PONG
    parent.communicate()
    assert child.wait(PATIENCE_S) == 0
    finish(child)


def test_it_ends_at_once_when_its_parent_was_gone_before(tmp_path: Path) -> None:
    parent = subprocess.Popen([sys.executable, "-c", "pass"])
    parent.wait(PATIENCE_S)
    child = start(tmp_path, "serve", "--parent-pid", str(parent.pid))
    assert child.wait(PATIENCE_S) == 0
    finish(child)


def test_everything_read_before_the_end_of_input_is_answered(tmp_path: Path) -> None:
    lines = [{"jsonrpc": "2.0", "id": i, "method": "settings.nome_attivita"} for i in range(50)]
    done = run(tmp_path, arguments(tmp_path), b"\n".join(map(orjson.dumps, lines)))
    answers = [orjson.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [(answer["id"], answer["result"]["nome_attivita"]) for answer in answers] == [(i, "FLUXION") for i in range(50)]


def test_ten_thousand_pipelined_pings_come_back_in_order(tmp_path: Path) -> None:
    lines = b"".join(b'{"jsonrpc":"2.0","id":%d,"method":"ping"}\n' % i for i in range(10_000))
    done = run(tmp_path, arguments(tmp_path), lines)
    assert [orjson.loads(line)["id"] for line in done.stdout.splitlines()] == list(range(10_000))


def test_logs_are_json_lines_on_stderr(tmp_path: Path) -> None:
    child = start(tmp_path, "serve", "--log-level", "debug")
    say(child, {"jsonrpc": "2.0", "id": 1, "method": "settings.nome_attivita"})
    assert hear(child)["id"] == 1
    code, rest, logs = finish(child)
    assert (code, rest) == (0, b"")
    assert all(set(orjson.loads(line)) >= {"time", "level", "logger", "message"} for line in logs.splitlines())


@pytest.mark.parametrize(
    "given",
    [
        ["--tts", "loud"], ["--no-such-option"], ["nonsense"], ["serve", "extra"], ["--parent-pid", "x"], ["--parent-pid", "-3"],
        ["--now", "tomorrow"], ["--now", "2026-03-12T09:00:00Z"], ["models"], ["models", "pull"], ["replay"], ["anonymize", "--days", "-1"],
        ["anonymize", "--days", "x"], ["--log-level", "loud"], ["--db"], ["completion", "dos"],
    ],
)  # fmt: skip
def test_wrong_arguments_end_with_two_and_a_sentence(tmp_path: Path, given: list[str]) -> None:
    done = run(tmp_path, given)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"error:" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_wrong_variable_ends_with_two_and_keys_are_not_repeated(tmp_path: Path) -> None:
    done = run(tmp_path, [], environ=environment(FLUXION_TTS="loud", GROQ_API_KEY="gsk_verysecret"))
    assert done.returncode == 2
    assert b"FLUXION_TTS" in done.stderr
    assert b"verysecret" not in done.stderr


def test_an_unusable_database_does_not_keep_it_from_answering(tmp_path: Path) -> None:
    (tmp_path / "shop.db").mkdir()
    child = start(tmp_path)
    say(child, PING, {"jsonrpc": "2.0", "id": 2, "method": "servizi.list"})
    assert hear(child) == PONG
    assert hear(child)["error"]["code"] == -32005
    assert finish(child)[0] == 0


def test_the_default_file_is_not_created_by_serving(tmp_path: Path) -> None:
    environ = environment(XDG_DATA_HOME=str(tmp_path / "share"), APPDATA=str(tmp_path / "share"), HOME=str(tmp_path))
    line = b'{"jsonrpc":"2.0","id":1,"method":"servizi.list"}\n{"jsonrpc":"2.0","id":2,"method":"health.check"}\n'
    done = run(tmp_path, ["--tts", "off"], line, environ)
    answers = {answer["id"]: answer for answer in map(orjson.loads, done.stdout.splitlines())}
    assert answers[1]["error"]["data"] == {"name": "unavailable", "retryable": True, "component": "database"}
    assert answers[2]["result"]["components"]["database"]["state"] == "error"
    assert answers[2]["result"]["status"] == "degraded"
    assert list(tmp_path.rglob("fluxion.db")) == []


_STRAY = """
import ctypes, os, subprocess, sys
from sidecar import stdio
streams = stdio.claim()
print("stray from Python", flush=True)
sys.stdout.write("stray again\\n"); sys.stdout.flush()
os.write(1, b"stray from a descriptor\\n")
if os.name == "posix":
    libc = ctypes.CDLL(None); libc.puts(b"stray from C"); libc.fflush(None)
subprocess.run([sys.executable, "-c", "print('stray from a child')"])
streams.write(b"protocol:" + streams.read())
"""


def test_whatever_prints_lands_on_stderr(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _STRAY],
        input=b"line\n",
        capture_output=True,
        cwd=tmp_path,
        env=environment(),
        timeout=PATIENCE_S,
        check=True,
    )
    assert done.stdout == b"protocol:line\n"
    assert {b"stray from Python", b"stray again", b"stray from a descriptor", b"stray from a child"} <= set(done.stderr.splitlines())


_LAUNCH = (
    "import os, sys; [os.close(fd) for fd in map(int, sys.argv[1].split(','))]; os.execv(sys.executable, [sys.executable, *sys.argv[2:]])"
)


@pytest.mark.skipif(os.name != "posix", reason="descriptors are closed before exec")
@pytest.mark.parametrize("closed", ["0", "1", "2", "0,1,2"])
def test_a_stream_that_is_closed_at_start_does_no_harm(tmp_path: Path, closed: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LAUNCH, closed, "-m", "sidecar", *arguments(tmp_path)],
        input=b'{"jsonrpc":"2.0","id":1,"method":"ping"}\n',
        capture_output=True,
        cwd=tmp_path,
        env=environment(),
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0
    assert done.stdout in (b"", b'{"jsonrpc":"2.0","id":1,"result":{}}\n')


OPTIONAL = ("pydantic", "apsw", "numpy", "onnxruntime", "fastembed", "groq", "piper", "httpx", "rich", "psutil", "holidays", "store")


def test_nothing_optional_is_imported_before_the_first_ping(tmp_path: Path) -> None:
    program = (
        "import sys; from sidecar import cli, lifecycle, logs, host; import rpc.server; "
        f"print([name for name in sys.modules if name.split('.')[0] in {OPTIONAL}])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, cwd=ROOT, env=environment(), timeout=PATIENCE_S, check=True)
    assert done.stdout.strip() == b"[]"
