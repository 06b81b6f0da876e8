"""The sidecar as a stranger sees it: a child process with pipes, and its database opened by a second program.

The acceptance tests call it; it calls the command line and sqlite3. It must never import what it checks.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Generator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
NOW = "2026-03-09T10:00:00"  # a Monday; the demo business is open from Tuesday to Saturday
PATIENCE_S = 20.0

Json = Any


def environment(**more: str) -> dict[str, str]:
    """Our own environment without anything that configures the program."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("FLUXION_", "GROQ_", "OPENROUTER_"))}  # noqa: TID251 - the child gets a clean copy
    return {**kept, "PYTHONDONTWRITEBYTECODE": "1", **more}


def run(*args: str, stdin: bytes = b"", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run one command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "sidecar", *args],
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        env=environment(**(env or {})),
        timeout=60,
        check=False,
    )


def line(method: str, number: Json = 1, **params: Json) -> bytes:
    """One request as it stands on the wire."""
    return json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": params}).encode() + b"\n"


class Refusal(Exception):
    """An error answer."""

    def __init__(self, error: Json) -> None:
        super().__init__(json.dumps(error))
        self.code: int = error["code"]
        self.message: str = error["message"]
        self.data: Json = error["data"]

    @property
    def bad_fields(self) -> set[str]:
        """The names of the fields of an invalid_params answer."""
        return {f["field"] for f in self.data["fields"]}


class Program:
    """One running `serve`; every line it writes is kept."""

    def __init__(self, *args: str, **env: str) -> None:
        self.child = subprocess.Popen(
            [sys.executable, "-m", "sidecar", *args],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            env=environment(**env),
        )
        self.lines: queue.Queue[Json] = queue.Queue()
        self.notifications: list[Json] = []
        self.early: dict[str, Json] = {}
        self.logs: list[str] = []
        self._count = 0
        self._readers = [threading.Thread(target=read, daemon=True) for read in (self._read_out, self._read_err)]
        for reader in self._readers:
            reader.start()

    def _read_out(self) -> None:
        assert self.child.stdout is not None
        for raw in self.child.stdout:
            self.lines.put(json.loads(raw))

    def _read_err(self) -> None:
        assert self.child.stderr is not None
        for raw in self.child.stderr:
            self.logs.append(raw.decode())

    def write(self, data: bytes) -> None:
        """Put raw bytes into the pipe."""
        assert self.child.stdin is not None
        self.child.stdin.write(data)
        self.child.stdin.flush()

    def next(self) -> Json:
        """The next line that is not a notification to the host."""
        while True:
            value: Json = self.lines.get(timeout=PATIENCE_S)
            if "method" in value:
                self.notifications.append(value)
                continue
            return value

    def answer(self, number: Json) -> Json:
        """The answer to one id, whatever else arrives before it."""
        key = json.dumps(number)
        while key not in self.early:
            value = self.next()
            self.early[json.dumps(value["id"])] = value
        return self.early.pop(key)

    def send(self, method: str, **params: Json) -> int:
        """Send a request without waiting; its id."""
        self._count += 1
        self.write(line(method, self._count, **params))
        return self._count

    def call(self, method: str, **params: Json) -> Json:
        """The result of a request; an error answer is raised as Refusal."""
        answer = self.answer(self.send(method, **params))
        if "error" in answer:
            raise Refusal(answer["error"])
        return answer["result"]

    def error(self, method: str, **params: Json) -> Refusal:
        """The error of a request that must not succeed."""
        answer = self.answer(self.send(method, **params))
        assert "error" in answer, answer
        return Refusal(answer["error"])

    def say(self, text: str, session: str | None = None, **params: Json) -> Json:
        """One spoken turn."""
        return self.call("voice.process", text=text, session_id=session, **params)

    def notify(self, method: str, **params: Json) -> None:
        """Send a notification."""
        self.write(json.dumps({"jsonrpc": "2.0", "method": method, "params": params}).encode() + b"\n")

    def told(self, method: str) -> list[Json]:
        """The params of every notification of this name that came before the answer to a ping sent now."""
        self.call("ping")
        return [n["params"] for n in self.notifications if n["method"] == method]

    def end(self) -> int:
        """Close stdin and wait; the exit code."""
        assert self.child.stdin is not None
        with contextlib.suppress(OSError):
            self.child.stdin.close()
        code = self.child.wait(PATIENCE_S)
        for reader in self._readers:
            reader.join(PATIENCE_S)
        for pipe in (self.child.stdout, self.child.stderr):
            assert pipe is not None
            pipe.close()
        return code


class Shop:
    """A database file and its data folder."""

    def __init__(self, folder: Path, *, demo: bool = True, now: str = NOW) -> None:
        self.now = now
        self.db = folder / "shop.db"
        self.data = folder / "data"
        self.args = ("--db", str(self.db), "--data-dir", str(self.data), "--now", now, "--tts", "off")
        if demo:
            done = run("init-db", "--demo", *self.args)
            assert done.returncode == 0, done.stderr

    @contextlib.contextmanager
    def serving(self, *more: str, **env: str) -> Generator[Program]:
        """A running server on this file."""
        program = Program("serve", *self.args, *more, **env)
        try:
            yield program
        finally:
            program.end()

    def rows(self, sql: str, *values: Json) -> list[tuple[Json, ...]]:
        """Read as a second program would."""
        with contextlib.closing(sqlite3.connect(self.db, timeout=30)) as connection:
            return connection.execute(sql, values).fetchall()

    def write(self, sql: str, *values: Json) -> None:
        """Write as a second program would."""
        with contextlib.closing(sqlite3.connect(self.db, timeout=30)) as connection:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(sql, values)
            connection.commit()
