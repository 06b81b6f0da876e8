"""What the pipeline may ask of the outside, as roles. `World` is all of them in one frozen value.

Implemented by `store` (Reads, Ledger), `sidecar` (Clock, Ids) and `sidecar/engines` (Model, Recall, Voice, Listener); by fakes in tests.
Everything is synchronous and may block; whoever implements a role keeps the deadline it was given.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal, Protocol

from pipeline.model.business import Booking, Client, Id, Lexicon, Operator, Service, Settings
from pipeline.model.calendar import Calendar, Refusal
from pipeline.model.session import Session
from pipeline.model.writes import Committed, Message, WaitlistEntry, Write

Row = Mapping[str, Any]
"""A wire-shaped row (plain JSON values) for the methods that only list."""


@dataclass(frozen=True, slots=True)
class People:
    """Clients that a name or number may mean: `exact` first; `close` by Italian phonetic key and distance, best first."""

    exact: tuple[Client, ...] = ()
    close: tuple[Client, ...] = ()


class Reads(Protocol):
    """Questions to the database. All raise Unavailable("database") when the file cannot be read; none ever writes.

    Client lookups raise PiiEncrypted where names are encrypted and no decrypted index was given. Deleted rows never come back.
    """

    def settings(self) -> Settings: ...
    def last_settings(self) -> Settings:
        """The settings as last read, from memory (the defaults before the first read); never raises."""
        ...

    def last_lexicon(self) -> Lexicon:
        """The words as last read, from memory; never raises."""
        ...

    def lexicon(self) -> Lexicon:
        """Services, operators and hours as the parser needs them; the same object while the file has not changed."""
        ...

    def services(self) -> tuple[Service, ...]: ...
    def operators(self) -> tuple[Operator, ...]: ...
    def session(self, session_id: str) -> Session | None: ...
    def answer(self, request_id: str) -> bytes | None:
        """The stored answer of a request that was already carried out."""
        ...

    def client(self, cliente_id: Id) -> Client | None: ...
    def clients_by_phone(self, telefono: str) -> tuple[Client, ...]:
        """Compared in E.164, whatever the stored form."""
        ...

    def clients_by_name(self, nome: str | None, cognome: str | None) -> People: ...
    def booking(self, appuntamento_id: Id) -> Booking | None:
        """The whole visit that any of its row ids names."""
        ...

    def bookings_of(self, cliente_id: Id, since: datetime | None = None, limit: int = 50) -> tuple[Booking, ...]:
        """Live bookings of a client that begin at `since` or later, soonest first; since None: all, newest first."""
        ...

    def calendar(self, first: date, last: date, now: datetime) -> Calendar:
        """Everything the rules need for these days, holds of unexpired sessions included."""
        ...

    def holidays(self, year: int) -> tuple[tuple[date, str], ...]: ...
    def waitlist(self, data: date | None = None, servizio_id: Id | None = None) -> tuple[WaitlistEntry, ...]:
        """Entries still WAITING and not expired, best first (VIP, HIGH, NORMAL, then first come)."""
        ...

    def categories(self, workspace_id: str = "default") -> tuple[str, ...]: ...
    def products(self, workspace_id: str = "default") -> tuple[Row, ...]:
        """Active ones in order: id, nome, descrizione, prezzo (Decimal or None), categoria."""
        ...

    def services_of(self, workspace_id: str) -> tuple[Service, ...]: ...
    def discount(self, cliente_id: Id, workspace_id: str = "default") -> Any:
        """Decimal percentage or None."""
        ...

    def cart(self, cliente_id: Id, workspace_id: str = "default") -> tuple[Row, ...]: ...
    def token(self, digest: str) -> Row | None: ...
    def live_token(self, cliente_id: Id, workspace_id: str, kind: str, now: datetime) -> Row | None: ...
    def messages(self) -> tuple[Message, ...]: ...
    def encrypted(self) -> bool:
        """Whether clients cannot be read by name in this file at this moment (contract -32006)."""
        ...


Recheck = Callable[[Reads], Refusal | None]
"""A pure judgement handed to the ledger: called inside BEGIN IMMEDIATE with Reads on that connection; a Refusal undoes the commit."""

Answer = Callable[[Committed], bytes]
"""Makes the stored answer of a request from what the commit made; kept in the same transaction."""


@dataclass
class RecheckFailed(Exception):
    """The recheck refused inside the transaction; nothing was written."""

    refusal: Refusal


@dataclass
class AlreadyDone(Exception):
    """Another commit has answered this request since it was asked for; nothing was written, `answer` is what it said."""

    answer: bytes


class Ledger(Protocol):
    """The one door through which anything is written: all the writes of a commit or none of them."""

    def commit(
        self,
        writes: Sequence[Write],
        at: datetime,
        recheck: Recheck | None = None,
        request_id: str | None = None,
        answer: Answer | None = None,
    ) -> Committed:
        """Carries out all writes in one BEGIN IMMEDIATE. Raises RecheckFailed, or Unavailable("database") after at most 2 s for a lock."""
        ...


class Clock(Protocol):
    """The one door for time."""

    def now(self) -> datetime:
        """Local wall-clock time without zone, whole seconds; frozen under --now."""
        ...

    def monotonic(self) -> float:
        """Seconds for deadlines and durations; never frozen."""
        ...


class Ids(Protocol):
    """The one door for randomness."""

    def uuid(self) -> str: ...
    def code(self) -> str:
        """A confirmation code, short enough to be spelled on the phone."""
        ...


@dataclass(frozen=True, slots=True)
class Completion:
    """A model's answer with what it cost."""

    text: str
    model: str
    tokens: int = 0
    cost: str = "0"
    """Decimal euros as text."""


class Model(Protocol):
    """A language model. Raises Unavailable("llm") on any failure, time-out included; never blocks past `deadline_s`."""

    def available(self) -> bool:
        """Configured and its breaker not open; never touches the network."""
        ...

    def complete(
        self,
        system: str,
        user: str,
        *,
        purpose: Literal["classify", "answer"],
        temperature: float,
        deadline_s: float,
        schema: Mapping[str, Any] | None = None,
    ) -> Completion: ...


@dataclass(frozen=True, slots=True)
class FaqHit:
    """An FAQ entry near a question; score from 0 to 1, `sure` once it passes the threshold below which we abstain."""

    question: str
    answer: str
    score: float
    source: str
    language: str | None = None
    sure: bool = False


class Recall(Protocol):
    """Search in the business's FAQ. Works lexically with nothing on disk; never waits for a download or the network."""

    def search(self, query: str, top_k: int = 3, language: str | None = None) -> tuple[FaqHit, ...]: ...
    def agent_prompt(self) -> str | None:
        """The text of prompt_agent.md, None where there is none."""
        ...

    def entries(self) -> int:
        """How many entries the FAQ holds now."""
        ...

    def reload(self) -> tuple[int, str]:
        """Reads the file again; (entries, what searches it: "lexical" or "hybrid")."""
        ...


@dataclass(frozen=True, slots=True)
class Sound:
    """A finished WAV: absolute path, PCM 16 bit mono; engine "none" and path None when no engine could speak."""

    path: str | None
    engine: Literal["piper", "espeak", "none"]
    duration_ms: int = 0
    sample_rate: int = 0
    degraded: tuple[str, ...] = ()


class Voice(Protocol):
    """Text to speech. Never raises for a failing engine: the chain ends in Sound(None, "none")."""

    def speak(self, speech: str, language: str, cancelled: Callable[[], bool] | None = None) -> Sound: ...


class Listener(Protocol):
    """Speech to text. Raises Unavailable("stt") or InvalidField."""

    def transcribe(self, audio: bytes, filename: str, language: str, vocabulary: str) -> tuple[str, str]:
        """(text, engine)."""
        ...


class Archive(Protocol):
    """The files of the business that only the desktop's own methods open: lists, retention, export, erasure, health.

    Rows come back in wire shape. Raises Unavailable("database") as Reads does; the GDPR jobs commit by themselves. `keep_export` writes
    an export that is too large for an answer into a file, gives its absolute path, and is undone by the next erasure. `everyday`: folded
    words of the language, which name nobody by themselves where a client happens to be called so.
    """

    def search_clients(self, nome: str | None, telefono: str | None, query: str | None, limit: int) -> tuple[int, tuple[Client, ...]]:
        """(count of all matches, the first `limit`): exact first, then fuzzy; all None = every client by surname."""
        ...

    def bookings(
        self, cliente_id: Id | None, first: date | None, last: date | None, stato: str | None, limit: int, offset: int
    ) -> tuple[tuple[Booking, ...], bool]:
        """(page, more), by time; `stato` compared without case."""
        ...

    def services_of_operator(self) -> Mapping[Id, frozenset[Id] | None]: ...
    def audit(self, session_id: str | None, limit: int, offset: int) -> tuple[tuple[Row, ...], bool]: ...
    def stats(self, first: date | None, last: date | None, limit: int, offset: int) -> tuple[tuple[Row, ...], bool]: ...
    def unanswered(self, first: date | None, last: date | None) -> tuple[Row, ...]: ...
    def anonymize(self, days: int, now: datetime) -> Mapping[str, int]: ...
    def export(self, cliente_id: Id) -> Row: ...
    def keep_export(self, data: bytes, name: str) -> str: ...
    def erase(self, cliente_id: Id, now: datetime, everyday: Collection[str] = ()) -> Mapping[str, int]: ...
    def provide_index(self, people: Sequence[Client]) -> int: ...
    def health(self) -> tuple[Literal["ok", "error"], str]:
        """(state, detail), asked of the file now; never raises."""
        ...


class Signer(Protocol):
    """Signs link tokens with a secret of this installation (itsdangerous); knows no database."""

    def sign(self, payload: Mapping[str, str]) -> str: ...
    def unsign(self, token: str) -> Mapping[str, str] | None: ...
    def digest(self, text: str) -> str:
        """A keyed hash that cannot be tried out without the secret."""
        ...


@dataclass(frozen=True, slots=True)
class World:
    """Everything a turn may ask, in one value; `author` names this process for sessions written by another."""

    reads: Reads
    ledger: Ledger
    clock: Clock
    ids: Ids
    model: Model
    recall: Recall
    voice: Voice
    signer: Signer
    archive: Archive
    listener: Listener | None = None
    author: str = ""
    cancelled: Callable[[], bool] = field(default=lambda: False)
    report: Callable[[BaseException], None] = field(default=lambda error: None)
    """Where an error that was answered politely goes, to be logged with its cause and counted."""
    person_at_hand: Callable[[], bool] = field(default=lambda: False)
    """Whether the host said in `initialize` that a person there can take a call over (contract section 3, client.handoff)."""
