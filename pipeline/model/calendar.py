"""The calendar as values: what the store read, what is asked of it, what the rules answer.

Minutes count from the local midnight of `day`; an `end` beyond 1440 runs into the next day. The arithmetic is in
`pipeline.rules`; the rows come from the store. Rule of freedom: contract section 4, "When is a time free".
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from pipeline.model.business import Id, Operator, Service

Reason = Literal[
    "festivo", "giorno_chiuso", "prima_apertura", "dopo_chiusura", "pausa", "anticipo_minimo", "anticipo_massimo",
    "operatore_non_fa_servizio", "operatore_assente", "conflitto",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hours:
    """A row of opening hours; `weekday` 0 = Monday here whatever the table counts from; operatore_id None = the firm."""

    weekday: int
    start: int
    end: int
    pausa: bool = False
    operatore_id: Id | None = None


@dataclass(frozen=True, slots=True)
class Absence:
    """An approved absence of an operator, both days included."""

    operatore_id: Id
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Block:
    """A blocked stretch; operatore_id None = everybody; weekday and day both None = every day."""

    start: int
    end: int
    operatore_id: Id | None = None
    weekday: int | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Busy:
    """A live appointment row: busy from start to the later of its end and start + duration + buffer of its service."""

    row_id: Id
    day: date
    start: int
    end: int
    servizio_id: Id
    operatore_id: Id | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    """A slot being confirmed in a call: blocks proposals of other sessions, never the desk (contract section 4)."""

    session_id: str
    day: date
    start: int
    end: int
    services: tuple[Id, ...] = ()
    operatore_id: Id | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """Everything needed to judge any slot from `first` to `last` (both included) at the instant `now`."""

    now: datetime
    first: date
    last: date
    slot_minutes: int
    min_notice: int
    """Minutes."""
    max_days: int
    hours: tuple[Hours, ...] = ()
    operators: tuple[Operator, ...] = ()
    """Active ones, in the business's order."""
    services: tuple[Service, ...] = ()
    holidays: tuple[tuple[date, str], ...] = ()
    absences: tuple[Absence, ...] = ()
    blocks: tuple[Block, ...] = ()
    busy: tuple[Busy, ...] = ()
    holds: tuple[Hold, ...] = ()


@dataclass(frozen=True, slots=True)
class SlotRequest:
    """A visit to be placed: these services one after the other, at this minute, perhaps with this operator."""

    services: tuple[Service, ...]
    day: date
    time: time
    operatore_id: Id | None = None
    exclude: tuple[Id, ...] = ()
    """Rows of the booking that is being moved: they do not count as busy."""
    session_id: str | None = None
    """Holds of this session do not count; None (the desk) = no hold counts."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A time that is free: `operatore_id` is who takes it (None only in a business without operators)."""

    day: date
    start: time
    end: time
    operatore_id: Id | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a time is not free. `detail`: the numbers behind it for words and `explain` (holiday's name, opening "09:00", ...)."""

    reason: Reason
    detail: tuple[tuple[str, str], ...] = ()
    rows: tuple[Id, ...] = ()
    """The appointment rows in the way, for `explain`."""


Verdict = Slot | Refusal


@dataclass(frozen=True, slots=True)
class Window:
    """Where to look for free slots; bounds included; a start may equal `latest`. Weekdays: 0 = Monday."""

    first: date
    last: date
    earliest: time | None = None
    latest: time | None = None
    weekdays_excluded: tuple[int, ...] = ()
    done_by: time | None = None
    """The wall-clock time by which the visit has ended."""


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row of `appuntamenti` to be written: `fine` without trailing buffer (contract section 4)."""

    servizio_id: Id
    inizio: datetime
    fine: datetime
    durata: int
