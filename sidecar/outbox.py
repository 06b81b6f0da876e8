"""Messages for WhatsApp: told to the host after the answer that queued them, and again until it acknowledges them.

Used by `sidecar.bound` (after a commit) and `sidecar.jobs` (the repetitions); reads the database through `pipeline.ports.Reads`. It
sends nothing itself: the host does. Back-off runs on the monotonic clock (docs/contract section 2, Notifications). Safe for threads.
"""

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from pipeline.model.writes import Message, QueueMessage, Write
from pipeline.ports import Clock

PAUSES_S = (30.0, 120.0, 600.0)
"""Between one telling and the next; the last is repeated."""


class Unacknowledged(Protocol):
    """The part of `pipeline.ports.Reads` that is needed here."""

    def messages(self) -> tuple[Message, ...]:
        """Oldest first."""
        ...


@dataclass(slots=True)
class _Told:
    times: int
    due: float


class Outbox:
    """Which unacknowledged message is to be told when."""

    def __init__(self, reads: Unacknowledged, clock: Clock) -> None:
        self._reads = reads
        self._clock = clock
        self._lock = threading.Lock()
        self._told: dict[str, _Told] = {}
        self._expected: set[str] = set()
        self._pending = 0

    @property
    def pending(self) -> int:
        """Messages not acknowledged when they were last counted."""
        return self._pending

    @property
    def ignored(self) -> int:
        """Messages told at least three times without an answer."""
        with self._lock:
            return sum(told.times >= len(PAUSES_S) for told in self._told.values())

    def expect(self, writes: Sequence[Write]) -> None:
        """What a commit of this process is about to queue is told after its own answer, never by the repetitions in between."""
        ids = {write.message_id for write in writes if isinstance(write, QueueMessage)}
        with self._lock:
            self._expected |= ids

    def announce(self, ids: Sequence[str], writes: Sequence[Write]) -> list[Mapping[str, Any]]:
        """What to tell the host of the messages a commit queued; one that was suppressed is not in the file and not told."""
        wanted = {*ids, *(write.message_id for write in writes if isinstance(write, QueueMessage))}
        messages = self._reads.messages()
        with self._lock:
            self._pending = len(messages)
            self._expected -= wanted
            wanted -= self._told.keys()
        return self._tell(message for message in messages if message.message_id in wanted)

    def begin(self) -> list[Mapping[str, Any]]:
        """Everything unacknowledged from before this process began."""
        messages = self._reads.messages()
        with self._lock:
            unknown = [message for message in messages if message.message_id not in self._told and message.message_id not in self._expected]
            self._pending = len(messages)
        return self._tell(unknown)

    def due(self) -> list[Mapping[str, Any]]:
        """What is to be told again now; messages that another process queued are taken up here."""
        messages = self._reads.messages()
        now = self._clock.monotonic()
        with self._lock:
            self._pending = len(messages)
            here = {message.message_id for message in messages}
            for gone in self._told.keys() - here:
                del self._told[gone]
            for message in messages:
                self._told.setdefault(message.message_id, _Told(0, now + PAUSES_S[0]))
            late = [message for message in messages if self._told[message.message_id].due <= now]
        return self._tell(late)

    def _tell(self, messages: Iterable[Message]) -> list[Mapping[str, Any]]:
        now = self._clock.monotonic()
        told: list[Mapping[str, Any]] = []
        with self._lock:
            for message in messages:
                entry = self._told.setdefault(message.message_id, _Told(0, now))
                entry.due = now + PAUSES_S[min(entry.times, len(PAUSES_S) - 1)]
                entry.times += 1
                told.append(_params(message))
        return told


def _params(message: Message) -> Mapping[str, Any]:
    return {
        "message_id": message.message_id,
        "to": message.to,
        "template": message.template,
        "params": dict(message.params),
        "appuntamento_id": message.appuntamento_id,
    }
