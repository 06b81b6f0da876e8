"""What should change, as values: decided by the stages, carried out by `Ledger.commit` in one transaction.

Imperatives (`BookSlot`). All times are local wall-clock; the ledger stamps created_at and updated_at from `at`, handed to it.
A write knows no SQL and no id that is not there yet: whoever follows a `BookSlot` or `CreateClient` in the same commit
refers to it by leaving its own id None (the newest of that commit is meant).
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Literal

from pipeline.model.business import Id
from pipeline.model.calendar import PlannedRow
from pipeline.model.session import Session

Template = Literal["booking_confirmation", "booking_change", "booking_cancellation", "waitlist_offer"]
Priority = Literal["VIP", "HIGH", "NORMAL"]


@dataclass(frozen=True, slots=True)
class SaveSession:
    """Insert or replace the session's row."""

    session: Session


@dataclass(frozen=True, slots=True)
class AuditTurn:
    """One row of `voice_audit_log` (specification 12.1); `session_id` is "rpc" for the desktop's own methods."""

    session_id: str
    at: datetime
    user_input: str | None = None
    intent: str | None = None
    confidence: float | None = None
    special_command: str | None = None
    slots: str = "{}"
    """JSON."""
    response: str | None = None
    action: str | None = None
    result: str | None = None
    error: str | None = None
    latency_ms: int | None = None


@dataclass(frozen=True, slots=True)
class CreateClient:
    """A new row of `clienti`; telefono in national digits."""

    nome: str
    cognome: str
    telefono: str
    data_nascita: date | None = None
    email: str | None = None
    note: str | None = None
    voice_consent: bool = False
    voice_consent_version: str | None = None
    workspace_id: str = "default"


@dataclass(frozen=True, slots=True)
class RecordConsent:
    """An existing client's consent to the voice assistant, given or withdrawn."""

    cliente_id: Id
    given: bool
    version: str | None = None


@dataclass(frozen=True, slots=True)
class PricedRow:
    """A planned row with the money of its service at this moment."""

    row: PlannedRow
    prezzo: Decimal
    sconto: Decimal
    prezzo_finale: Decimal


@dataclass(frozen=True, slots=True)
class BookSlot:
    """New rows of `appuntamenti`, one a service, all with this operator and code. cliente_id None = the client created in this commit."""

    cliente_id: Id | None
    rows: tuple[PricedRow, ...]
    operatore_id: Id | None
    code: str
    note: str | None = None
    fonte: str = "voice"
    workspace_id: str = "default"


@dataclass(frozen=True, slots=True)
class ChangeBooking:
    """The booking's rows become these rows, in place: old ids are kept in order, further rows added, surplus rows cancelled."""

    ids: tuple[Id, ...]
    cliente_id: Id
    rows: tuple[PricedRow, ...]
    operatore_id: Id | None
    code: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class CancelBooking:
    """Every row of the booking becomes `cancellato` (in the file's own spelling); rows are never deleted."""

    ids: tuple[Id, ...]
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class AddToWaitlist:
    """A WAITING entry that expires after 30 days (specification 7)."""

    cliente_id: Id
    servizio_id: Id
    data_preferita: date
    ora_preferita: time | None = None
    operatore_preferito_id: Id | None = None
    priorita: Priority = "NORMAL"


@dataclass(frozen=True, slots=True)
class MarkWaitlist:
    """A waiting list entry changes its state."""

    waitlist_id: Id
    status: Literal["NOTIFIED", "BOOKED", "EXPIRED"]


@dataclass(frozen=True, slots=True)
class QueueMessage:
    """A row of the outbox. appuntamento_id None with `of_booking` = the booking made in this commit."""

    message_id: str
    to: str
    template: Template
    params: tuple[tuple[str, str], ...]
    cliente_id: Id | None = None
    appuntamento_id: Id | None = None
    of_booking: bool = False


@dataclass(frozen=True, slots=True)
class AckMessage:
    """The host's word on a message; `sent` sets whatsapp_confirmed(_at) on the appointment."""

    message_id: str
    status: Literal["sent", "failed"]
    error: str | None = None


@dataclass(frozen=True, slots=True)
class HoldSlot:
    """The slot being confirmed is this session's until `expires_at`; replaces an earlier hold of the session."""

    session_id: str
    day: date
    start: int
    end: int
    services: tuple[Id, ...]
    operatore_id: Id | None
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class ReleaseHold:
    """The session's hold ends."""

    session_id: str


@dataclass(frozen=True, slots=True)
class CountCall:
    """Adds to the day's row of `voice_agent_stats`."""

    day: date
    chiamate: int = 0
    completate: int = 0
    abbandonate: int = 0
    appuntamenti: int = 0
    secondi: int = 0
    """Length of a call that ended now: folded into durata_media_secondi."""
    handoff: int = 0
    turni: int = 0
    token_modello: int = 0
    costo_modello: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class RecordUnanswered:
    """A question nobody could answer, for the owner."""

    question: str
    language: str
    session_id: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class ChangeCart:
    """A product is put aside for pick-up (quantita > 0) or dropped (0)."""

    cliente_id: Id
    prodotto_id: Id
    quantita: int
    workspace_id: str = "default"


@dataclass(frozen=True, slots=True)
class StoreToken:
    """A signed link's record; `digest` identifies it, the link itself is never stored in the clear."""

    digest: str
    cliente_id: Id
    workspace_id: str
    kind: str
    expires_at: datetime
    nonce: str = ""


@dataclass(frozen=True, slots=True)
class RequestHandoff:
    """The wish for a person, to be told to the host after the answer (contract: `handoff.requested`)."""

    session_id: str
    reason: str
    summary: str


Write = (
    SaveSession | AuditTurn | CreateClient | RecordConsent | BookSlot | ChangeBooking | CancelBooking | AddToWaitlist
    | MarkWaitlist | QueueMessage | AckMessage | HoldSlot | ReleaseHold | CountCall | RecordUnanswered | ChangeCart
    | StoreToken | RequestHandoff
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Committed:
    """What one commit made, in the order of its writes; empty where it made none of the kind."""

    clients: tuple[Id, ...] = ()
    bookings: tuple[tuple[Id, ...], ...] = ()
    waitlist: tuple[Id, ...] = ()
    messages: tuple[str, ...] = ()
    """Messages to be notified to the host now."""


@dataclass(frozen=True, slots=True)
class WaitlistEntry:
    """A row of the waiting list."""

    id: Id
    cliente_id: Id
    servizio_id: Id
    data_preferita: date
    ora_preferita: time | None
    operatore_preferito_id: Id | None
    priorita: Priority
    priorita_score: int
    status: Literal["WAITING", "NOTIFIED", "BOOKED", "EXPIRED"]
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Message:
    """A row of the outbox that the host has not acknowledged."""

    message_id: str
    to: str
    template: Template
    params: tuple[tuple[str, str], ...]
    appuntamento_id: Id | None
    cliente_id: Id | None
    attempts: int
    created_at: datetime
