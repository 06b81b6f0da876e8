"""A server in memory for the tests of the protocol: lines in, lines out, and doors that open when a test says so."""

import queue
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import SimpleNamespace
from typing import Any, cast

import orjson
import pytest

from pipeline.model.business import Settings
from pipeline.model.turn import Ask, Reply
from pipeline.ports import World
from rpc.call import Token
from rpc.output import Output
from rpc.server import Server

PATIENCE_S = 20.0
"""How long a test waits before it gives up: nothing here takes a noticeable part of it."""


class HandClock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 12, 9, 0)
        self.seconds = 1000.0

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return self.seconds


@dataclass
class FakeHost:
    """A process without engines; `settings` and `clock` are what the limits see."""

    settings: Settings = field(default_factory=Settings)
    clock: HandClock = field(default_factory=HandClock)
    frozen: bool = False
    moved: list[str] = field(default_factory=list[str])
    clients: list[Mapping[str, Any]] = field(default_factory=list[Mapping[str, Any]])
    tokens: list[Token] = field(default_factory=list[Token])
    first_answers: int = 0

    def server(self) -> Mapping[str, Any]:
        return {"name": "fluxion-sidecar", "version": "1.0.0", "commit": "abc", "pid": 1}

    def capabilities(self) -> Mapping[str, Any]:
        return {"tts": "off", "llm": "off", "embeddings": "off", "languages": ["it"], "limits": {}}

    def meet(self, client: Mapping[str, Any]) -> None:
        self.clients.append(client)

    def health(self, probe: bool, queues: Mapping[str, int]) -> Mapping[str, Any]:
        return {"probe": probe, "queues": queues}

    def world(self, token: Token) -> World:
        self.tokens.append(token)
        reads = SimpleNamespace(settings=lambda: self.settings)
        return cast("World", SimpleNamespace(reads=reads, clock=self.clock, token=token))

    def move_clock(self, now: str) -> bool:
        self.moved.append(now)
        return now != "past"

    def answered(self) -> None:
        self.first_answers += 1


class Wire:
    """A running server; `send` lines to it, take what it says one message at a time."""

    def __init__(self, host: FakeHost | None = None) -> None:
        self.host = host or FakeHost()
        self.stalled = threading.Event()
        self._unfinished = b""
        self._in: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self.out: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self.output = Output(self._write, lambda: not self.stalled.is_set(), failed=lambda: self.server.stop())
        self.server = Server(self._in.get, self.output, self.host)
        self._codes: queue.SimpleQueue[int] = queue.SimpleQueue()
        threading.Thread(target=self.server.read_all, daemon=True).start()
        threading.Thread(target=lambda: self._codes.put(self.server.wait()), daemon=True).start()

    def send(self, *messages: Any) -> None:
        """Each message as one line, all in one chunk; bytes go as they are."""
        lines = [message if isinstance(message, bytes) else orjson.dumps(message) for message in messages]
        self._in.put(b"".join(line + b"\n" for line in lines))

    def raw(self, chunk: bytes) -> None:
        """A chunk as it is, without line end."""
        self._in.put(chunk)

    def end(self) -> None:
        """The end of input."""
        self._in.put(b"")

    def code(self) -> int:
        """The exit code, once the server has ended."""
        return self._codes.get(timeout=PATIENCE_S)

    def next(self) -> Any:
        """The next message out."""
        return orjson.loads(self.next_line())

    def next_line(self) -> bytes:
        """The next line out, without its line end."""
        return self.out.get(timeout=PATIENCE_S)

    def take(self, count: int) -> list[Any]:
        """The next messages out."""
        return [self.next() for _ in range(count)]

    def rest(self) -> list[Any]:
        """Everything that is out already."""
        found: list[Any] = []
        while not self.out.empty():
            found.append(orjson.loads(self.out.get()))
        return found

    def _write(self, data: bytes | memoryview) -> int:
        *lines, self._unfinished = (self._unfinished + bytes(data)).split(b"\n")
        for line in lines:
            self.out.put(line)
        return len(data)


def request(identifier: Any, method: str, params: Any = None) -> dict[str, Any]:
    """A request as a client writes it."""
    message = {"jsonrpc": "2.0", "id": identifier, "method": method}
    return message if params is None else {**message, "params": params}


def notification(method: str, params: Any = None) -> dict[str, Any]:
    """A notification as a client writes it."""
    message: dict[str, Any] = {"jsonrpc": "2.0", "method": method}
    return message if params is None else {**message, "params": params}


def said(text: str, session: str | None = None, **more: Any) -> dict[str, Any]:
    """Params of a turn."""
    return {"text": text, **({} if session is None else {"session_id": session}), **more}


def turn(identifier: Any, text: str, session: str | None = "s") -> dict[str, Any]:
    """A turn as a client writes it."""
    return request(identifier, "voice.process", said(text, session))


def reply(ask: Ask, **more: Any) -> Reply:
    """The answer of a turn that only repeats what it was asked."""
    return Reply(session_id=ask.session_id or f"new-{ask.text}", text=ask.text or "", speech="", step="ascolto", **more)


class Door:
    """Stands in for a function of the pipeline: whoever comes waits until its text is let through."""

    def __init__(self) -> None:
        self.entered: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.finished: list[str] = []
        self._gates: dict[str, threading.Event] = {}
        self._lock = threading.Lock()

    def gate(self, text: str) -> threading.Event:
        with self._lock:
            return self._gates.setdefault(text, threading.Event())

    def let(self, *texts: str) -> None:
        """Those may go on."""
        for text in texts:
            self.gate(text).set()

    def arrived(self) -> str:
        """Who came next."""
        return self.entered.get(timeout=PATIENCE_S)

    def take(self, ask: Ask, world: Any) -> Reply:
        """In the place of `pipeline.turn.take`."""
        text = ask.text or ""
        self.entered.put(text)
        self.gate(text).wait(PATIENCE_S)
        self.finished.append(text)
        return reply(ask)


def stand_in(monkeypatch: pytest.MonkeyPatch, place: str, function: Callable[..., Any]) -> None:
    """Replaces a function of the pipeline by its dotted name."""
    monkeypatch.setattr(place, function)
