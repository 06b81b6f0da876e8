"""Fakes of the roles of `pipeline.ports`, as far as the process itself uses them."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import SimpleNamespace
from typing import Any, cast

from pipeline.model.business import Settings
from pipeline.model.errors import Unavailable
from pipeline.model.writes import Committed, Message, QueueMessage, Write
from pipeline.ports import Answer, Recheck, Sound, World
from rpc import wire
from rpc.call import Token
from sidecar.wiring import Parts

NOON = datetime(2026, 3, 12, 12, 0)


class HandClock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.time = NOON
        self.seconds = 1000.0

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return self.seconds


@dataclass
class FakeReads:
    """Holds the outbox; `gone` = the file cannot be read."""

    outbox: list[Message] = field(default_factory=list[Message])
    gone: bool = False

    def messages(self) -> tuple[Message, ...]:
        if self.gone:
            raise Unavailable("database")
        return tuple(self.outbox)

    def settings(self) -> Settings:
        return Settings(audit_giorni=30)


@dataclass
class FakeLedger:
    """Writes messages into the outbox; `suppressed` ones are not stored."""

    reads: FakeReads
    suppressed: frozenset[str] = frozenset()
    commits: list[tuple[Write, ...]] = field(default_factory=list[tuple[Write, ...]])

    def commit(
        self,
        writes: Sequence[Write],
        at: datetime,
        recheck: Recheck | None = None,
        request_id: str | None = None,
        answer: Answer | None = None,
    ) -> Committed:
        self.commits.append(tuple(writes))
        queued = [write for write in writes if isinstance(write, QueueMessage) and write.message_id not in self.suppressed]
        self.reads.outbox += [message(write.message_id) for write in queued]
        return Committed(messages=tuple(write.message_id for write in queued))


class SlowVoice:
    """Speaks when it is let, and remembers whether it was told that nobody listens."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.go_on = threading.Event()
        self.unwanted: list[bool] = []

    def speak(self, speech: str, language: str, cancelled: Callable[[], bool] | None = None) -> Sound:
        self.begun.set()
        self.go_on.wait(20)
        self.unwanted.append(cancelled is not None and cancelled())
        return Sound("/audio/x.wav", "espeak", 100, 22050)


def message(identifier: str) -> Message:
    """A message as the file holds it."""
    return Message(identifier, "3331112223", "booking_confirmation", (("nome", "Ada"),), 7, 1, 0, NOON)


def queued(identifier: str) -> QueueMessage:
    """The write that makes such a message."""
    return QueueMessage(identifier, "3331112223", "booking_confirmation", (("nome", "Ada"),), of_booking=True)


def world(**roles: Any) -> World:
    """A World of these roles; the others are not there."""
    names = ("reads", "ledger", "clock", "ids", "model", "recall", "voice", "signer", "archive")
    return World(
        **{name: roles.get(name, cast("Any", SimpleNamespace())) for name in names}, **{n: r for n, r in roles.items() if n not in names}
    )


def parts(made: World, **engines: Any) -> Parts:
    """What `sidecar.wiring` would have built."""

    def renew(year: int) -> int:
        return 0

    store = SimpleNamespace(close=lambda: None, warm_up=lambda: None, renew_holidays=renew)
    return Parts(made, cast("Any", store), engines)


def token() -> tuple[Token, list[tuple[bytes | None, list[bytes]]]]:
    """A request of its own, and what it is answered."""
    delivered: list[tuple[bytes | None, list[bytes]]] = []
    return Token(wire.Request(1, "voice.process", {}), lambda body, notices: delivered.append((body, notices))), delivered
