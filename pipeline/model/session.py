"""The state of one conversation: what is known, what is open, what was said last.

Read once when a turn opens and written once when it closes (`voice_sessions`). Everything here survives a restart, so it
holds plain values only: the store serialises `Dialogue` as JSON by its fields and reads it back the same way. New fields
need a default, so that a session written by an older program is still understood.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Literal

from pipeline.model.business import Gender, Id
from pipeline.model.parse import Intent, Step

OptionKind = Literal["cliente", "slot", "servizio", "operatore", "appuntamento"]
Proof = Literal["none", "caller_id", "named", "second"]
HandoffState = Literal["none", "offered", "requested", "accepted", "unavailable"]


@dataclass(frozen=True, slots=True)
class OfferedSlot:
    """A free time that was read out."""

    data: date
    ora: time
    operatore_id: Id | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One numbered choice read to the caller; `id` names a row, `slot` a time."""

    n: int
    kind: OptionKind
    label: str
    id: Id | None = None
    slot: OfferedSlot | None = None


@dataclass(frozen=True, slots=True)
class When:
    """What is known of the time wanted. `data` and `ora` are settled; the rest narrows the search for proposals."""

    data: date | None = None
    ora: time | None = None
    da_data: date | None = None
    a_data: date | None = None
    da_ora: time | None = None
    a_ora: time | None = None
    fine_entro: time | None = None
    """By when the caller must be gone: a visit ends, not begins, before it."""
    giorni_esclusi: tuple[int, ...] = ()
    prima_possibile: bool = False
    approssimata: bool = False
    candidati: tuple[tuple[date | None, time | None], ...] = ()
    """Times said as alternatives ("lunedì o martedì", "alle 9 oppure alle 11"), best liked first."""
    verso: Literal["dopo", "prima"] | None = None
    """Counted from where the appointment stands, which is not known yet: this way, so far (neither said = anything on that side)."""
    di_minuti: int | None = None
    di_giorni: int | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """An appointment that stays when others are given up or moved, as it was named."""

    quando: When = field(default_factory=When)
    servizi: tuple[Id, ...] = ()
    appuntamento_id: Id | None = None
    anche_dopo: bool = False
    """Named by its weekday alone: it may be one of a later week."""


@dataclass(frozen=True, slots=True)
class Slots:
    """The slots of the specification, section 4.1, as far as known. Nothing here is a guess."""

    cliente_id: Id | None = None
    nome: str | None = None
    """Of a visit to come: None = who this one is for, "" = somebody who is still to be asked for his name."""
    cognome: str | None = None
    telefono: str | None = None
    data_nascita: date | None = None
    nascita_rifiutata: bool = False
    servizi: tuple[Id, ...] = ()
    servizi_in_dubbio: tuple[tuple[Id, ...], ...] = ()
    quando: When = field(default_factory=When)
    operatore_id: Id | None = None
    operatori_in_ordine: tuple[Id, ...] = ()
    operatore_genere: Gender | None = None
    operatore_qualsiasi: bool = False
    operatore_abituale: bool = False
    note: str | None = None
    per_altri: str | None = None
    appuntamento_id: Id | None = None
    nuovo: When = field(default_factory=When)
    nuovi_servizi: tuple[Id, ...] = ()
    """The whole list of services a changed booking will hold; empty = unchanged."""
    nuovo_operatore_id: Id | None = None
    servizi_tolti: tuple[Id, ...] = ()
    """What a visit shall hold no longer, as far as it does."""
    servizi_soli: tuple[Id, ...] = ()
    """All that a visit shall hold of its own; empty = everything."""
    tenuti: tuple[Kept, ...] = ()
    """Which of the caller's appointments are not meant."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A request said together with the running one, with what was said of it."""

    flow: Intent
    slots: Slots
    memo: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Exchange:
    """One turn of the history: what was said and answered."""

    user: str
    assistant: str
    intent: Intent | None = None
    actions: tuple[str, ...] = ()
    """What the turn did, to be told again when it is repeated after a crash."""


@dataclass(frozen=True, slots=True)
class Said:
    """The last answer, kept for "ripeti"."""

    text: str
    speech: str


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Where the conversation stands. `flow` is the running request (`current_intent`), `step` the open question."""

    flow: Intent | None = None
    step: Step = "ascolto"
    slots: Slots = field(default_factory=Slots)
    options: tuple[Option, ...] = ()
    queue: tuple[Intent, ...] = ()
    """Requests said together with the running one, still to be served."""
    planned: tuple[Planned, ...] = ()
    """What was said of them."""
    undo: Planned | None = None
    """What would put things back as they were before the last outcome."""
    later: tuple[Slots, ...] = ()
    """Further visits said together with the one being arranged, in the order said; served one at a time."""
    trail: tuple[Step, ...] = ()
    """Questions answered, in order: "indietro" undoes the last."""
    caller_phone: str | None = None
    proof: Proof = "none"
    tries: int = 0
    """Failed tries at the open question (disambiguation, proof, telephone)."""
    uncertain: Intent | None = None
    """The intent of the question "Ho capito che vuole ...?" while it is open."""
    refused_slots: tuple[OfferedSlot, ...] = ()
    language: str = "it"
    tono: Literal["lei", "tu"] | None = None
    greeted: bool = False
    said: Said | None = None
    handoff: HandoffState = "none"
    handoff_reason: str | None = None
    last_action: str | None = None
    last_booking: Id | None = None
    made: tuple[Id, ...] = ()
    """First rows of the appointments this call made or changed, in order: the caller's own without another proof."""
    author: str | None = None
    """The process that wrote this, to tell a turn repeated after a crash from a new one."""
    memo: tuple[tuple[str, str], ...] = ()
    """Small facts of a step that belong to no slot."""


@dataclass(frozen=True, slots=True)
class Session:
    """A row of `voice_sessions`; `expires_at` moves with every turn (specification 11.2)."""

    id: str
    created_at: datetime
    updated_at: datetime
    expires_at: datetime
    cliente_id: Id | None = None
    total_turns: int = 0
    failed_count: int = 0
    completed: bool = False
    handoff_requested: bool = False
    dialogue: Dialogue = field(default_factory=Dialogue)
    history: tuple[Exchange, ...] = ()
