"""One request on its way to its one answer: what the server, the dispatcher and the process share of it.

Made by `rpc.server` when a request is read; `sidecar.wiring` gives its World the means to notice a cancellation, a commit and a
speech that nobody waits for any more. It knows no method. Safe for threads.

Laws: 1. A token is settled once, whoever comes first; later answers are dropped. 2. Once it is firm (rows are being committed) it
can no longer be cancelled: its real answer goes out. 3. A cancelled token can no longer commit.
"""

import threading
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from rpc import wire
from rpc.errors import Fault
from rpc.lanes import Gate

if TYPE_CHECKING:
    # Types only: a ping is answered before the pipeline is loaded.
    from pipeline.ports import World

Deliver = Callable[[bytes | None, list[bytes]], None]
"""Takes the answer (None for a notification) and the notifications to the host that follow it."""


class Token:
    """One request, queued, running, firm or settled."""

    __slots__ = ("_deliver", "_firm", "_gate", "_lock", "_settled", "_speech", "notices", "request")

    def __init__(self, request: wire.Request, deliver: Deliver, gate: Gate | None = None) -> None:
        self.request = request
        self.notices: list[bytes] = []
        self._deliver = deliver
        self._gate = gate
        self._lock = threading.Lock()
        self._firm = self._settled = False
        self._speech: threading.Event | None = None

    @property
    def settled(self) -> bool:
        """Whether its answer has been given: whoever still works on it works for nothing."""
        return self._settled

    def make_firm(self) -> None:
        """From here on effects are real; raises Cancelled where the request was given up before."""
        with self._lock:
            if self._settled:
                from pipeline.model.errors import Cancelled

                raise Cancelled
            self._firm = True

    def settle(self, body: bytes | None) -> bool:
        """Delivers the answer unless there was one already."""
        with self._lock:
            if self._settled:
                return False
            self._settled = True
        self._deliver(body if self.request.answered else None, self.notices)
        return True

    def give_up(self, fault: Fault) -> bool:
        """Answers with this fault unless rows are being committed or the answer is out."""
        with self._lock:
            if self._firm or self._settled:
                return False
            self._settled = True
        self._deliver(fault.encode(self.request.id) if self.request.answered else None, [])
        return True

    def notify(self, method: str, params: Mapping[str, Any]) -> None:
        """A notification to the host, written after the answer of this request."""
        self.notices.append(wire.notification(method, params))

    @contextmanager
    def speaking(self) -> Generator[threading.Event]:
        """While the sound of the answer is being made: the event is set once nobody waits for it any more."""
        event = threading.Event()
        with self._lock:
            self._speech = event
            if self._settled:
                event.set()
        try:
            yield event
        finally:
            with self._lock:
                self._speech = None

    @contextmanager
    def waiting(self) -> Generator[None]:
        """While the request waits for something outside (a model, a voice, a lock), others compute in its place."""
        if self._gate is None:
            yield
            return
        self._gate.leave()
        try:
            yield
        finally:
            # Half of its work is done: it does not queue again behind those who have not begun.
            self._gate.enter(first=True)

    def hush(self) -> None:
        """Abandons the sound that is being made at this moment, if any (docs/contract section 2, Cancel)."""
        with self._lock:
            if self._speech is not None:
                self._speech.set()


class Host(Protocol):
    """What the methods of the protocol itself ask of the process around it; implemented by `sidecar.host`."""

    def server(self) -> Mapping[str, Any]:
        """name, version, commit and pid; quick, loads nothing."""
        ...

    def capabilities(self) -> Mapping[str, Any]:
        """tts, llm, embeddings, languages and limits; quick, loads nothing."""
        ...

    def meet(self, client: Mapping[str, Any]) -> None:
        """What the client says of itself in `initialize`: {name, version, handoff}."""
        ...

    def health(self, probe: bool, queues: Mapping[str, int]) -> Mapping[str, Any]:
        """The answer of `health.check`."""
        ...

    def world(self, token: Token) -> "World":
        """The World of one request: its cancellation, its commits and its sound are tied to the token."""
        ...

    def move_clock(self, now: str) -> bool:
        """Moves a frozen calendar forward; False where it is not frozen, `now` is no instant, or lies in the past."""
        ...

    @property
    def frozen(self) -> bool:
        """Whether the calendar is frozen (`--now`)."""
        ...

    def answered(self) -> None:
        """The first answer to more than a ping is out: what is slow to load may be loaded now."""
        ...


@dataclass(frozen=True, slots=True)
class Call:
    """What a handler gets beside its params."""

    world: "World"
    host: Host
    queues: Callable[[], Mapping[str, int]]
