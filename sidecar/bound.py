"""The World of one request: its commits, its sound and its waiting are tied to the token of that request.

Made by `sidecar.host` for every request; wraps what `sidecar.wiring` built, on the roles of `pipeline.ports`. It knows when effects
begin (docs/contract section 2, Cancel) and nothing of what they are, but for what the host must be told after the answer.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal

from pipeline.model.errors import Cancelled, Unavailable
from pipeline.model.writes import Committed, QueueMessage, RequestHandoff, Write
from pipeline.ports import Answer, Completion, Ledger, Listener, Model, Recheck, Sound, Voice, World
from rpc import errors
from rpc.call import Token
from rpc.lanes import Gate, Pool
from sidecar.outbox import Outbox

SPEAKERS = 4
"""Voices at once: the engines have their own, smaller, limits."""
LOCK_S = 2.0
"""How long a request waits for the other writers of this process (docs/contract section 3: a turn waits at most 2 s)."""
_log = logging.getLogger("fluxion.bound")

BRIEF_S = 0.1
"""How much of it it keeps others from computing."""
TTS_CANCELLED = Sound(None, "none", degraded=("tts_cancelled",))


@dataclass(frozen=True, slots=True)
class BoundLedger:
    """Commits only while the request is wanted; what it queued for the host follows its answer."""

    inner: Ledger
    outbox: Outbox
    writers: Gate
    token: Token

    def commit(
        self,
        writes: Sequence[Write],
        at: datetime,
        recheck: Recheck | None = None,
        request_id: str | None = None,
        answer: Answer | None = None,
    ) -> Committed:
        """As `pipeline.ports.Ledger.commit`; raises Cancelled where the request was given up before."""
        self.token.make_firm()
        self.outbox.expect(writes)

        def carry_out() -> Committed:
            try:
                return self.inner.commit(writes, at, recheck=recheck, request_id=request_id, answer=answer)
            finally:
                self.writers.leave()

        # One at a time within this process: SQLite's own waiting is unfair, and with many writers some never get their turn.
        if self.writers.enter(BRIEF_S):
            # Nobody computes in place of this commit: it would only wait longer for the interpreter, and a crowd would need a thread each.
            committed = carry_out()
        else:
            with self.token.waiting():
                if not self.writers.enter(LOCK_S - BRIEF_S):
                    raise Unavailable("database", "too many writers are waiting for the database")
                committed = carry_out()
        for params in self._queued(committed, writes):
            self.token.notify("whatsapp.send_template", params)
        for write in writes:
            if isinstance(write, RequestHandoff):
                self.token.notify("handoff.requested", {"session_id": write.session_id, "reason": write.reason, "summary": write.summary})
        return committed

    def _queued(self, committed: Committed, writes: Sequence[Write]) -> list[Mapping[str, Any]]:
        """The messages to be told after the answer. What is committed is done: a file that is gone a moment later costs no answer."""
        if not committed.messages and not any(isinstance(write, QueueMessage) for write in writes):
            return []
        try:
            return self.outbox.announce(committed.messages, writes)
        except Exception as error:  # noqa: BLE001 - whatever it is, the rows stand; the repetitions tell the message
            errors.note(error, self.token.request.method)
            return []


@dataclass(frozen=True, slots=True)
class BoundVoice:
    """Speaks on threads of its own, so that a sound nobody waits for any more is left at once."""

    inner: Voice
    speakers: Pool
    token: Token

    def speak(self, speech: str, language: str, cancelled: Callable[[], bool] | None = None) -> Sound:
        """As `pipeline.ports.Voice.speak`; `tts_cancelled` where a newer turn or a cancellation came between."""
        made: list[Sound] = []
        with self.token.speaking() as unwanted, self.token.waiting():

            def work() -> None:
                # Nobody waits any more where the turn was silenced while it stood in the queue.
                if not unwanted.is_set():
                    made.append(self._make(speech, language, unwanted.is_set))
                unwanted.set()

            self.speakers.run(work)
            # One event wakes for both ends: the sound is there, or nobody wants it.
            unwanted.wait()
        return made[0] if made else TTS_CANCELLED

    def _make(self, speech: str, language: str, unwanted: Callable[[], bool]) -> Sound:
        try:
            return self.inner.speak(speech, language, unwanted)
        except Exception as error:  # noqa: BLE001 - a failing voice costs the sound, never the turn
            errors.note(error, self.token.request.method)
            return Sound(None, "none", degraded=("tts",))


@dataclass(frozen=True, slots=True)
class BoundModel:
    """While the model thinks, other requests compute."""

    inner: Model
    token: Token

    def available(self) -> bool:
        """As `pipeline.ports.Model.available`."""
        return self.inner.available()

    def complete(
        self,
        system: str,
        user: str,
        *,
        purpose: Literal["classify", "answer"],
        temperature: float,
        deadline_s: float,
        schema: Mapping[str, Any] | None = None,
    ) -> Completion:
        """As `pipeline.ports.Model.complete`; raises Cancelled rather than ask for a request nobody waits for."""
        if self.token.settled:
            raise Cancelled
        with self.token.waiting():
            return self.inner.complete(system, user, purpose=purpose, temperature=temperature, deadline_s=deadline_s, schema=schema)


@dataclass(frozen=True, slots=True)
class BoundListener:
    """While speech is recognised, other requests compute."""

    inner: Listener
    token: Token

    def transcribe(self, audio: bytes, filename: str, language: str, vocabulary: str) -> tuple[str, str]:
        """As `pipeline.ports.Listener.transcribe`."""
        with self.token.waiting():
            return self.inner.transcribe(audio, filename, language, vocabulary)


@dataclass(frozen=True, slots=True)
class Shared:
    """What the requests of a process share: the messages under way, the queue of writers, the threads that speak."""

    outbox: Outbox
    writers: Gate = field(default_factory=lambda: Gate(1))
    speakers: Pool = field(default_factory=lambda: Pool(SPEAKERS))


def bind(world: World, token: Token, shared: Shared) -> World:
    """The World as this one request may use it."""

    def report(error: BaseException) -> None:
        if isinstance(error, Unavailable):
            _log.warning("a component failed a request", extra={"method": token.request.method, "component": error.component})
        else:
            errors.note(error, token.request.method)

    return replace(
        world,
        ledger=BoundLedger(world.ledger, shared.outbox, shared.writers, token),
        voice=BoundVoice(world.voice, shared.speakers, token),
        model=BoundModel(world.model, token),
        listener=None if world.listener is None else BoundListener(world.listener, token),
        cancelled=lambda: token.settled,
        report=report,
    )
