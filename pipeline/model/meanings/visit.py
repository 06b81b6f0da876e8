"""Meanings about the visit wanted: what, when, with whom."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from pipeline.model.calendar import Refusal
from pipeline.model.session import OfferedSlot


@dataclass(frozen=True, slots=True)
class AskService:
    examples: tuple[str, ...] = ()
    again: bool = False


@dataclass(frozen=True, slots=True)
class AskWhichService:
    names: tuple[str, ...]
    again: bool = False


@dataclass(frozen=True, slots=True)
class ServiceUnknown:
    """Things asked for that the business does not do."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskDay:
    again: bool = False


@dataclass(frozen=True, slots=True)
class AskWhichDay:
    choices: tuple[dt.date, ...]
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class DayProblem:
    """A day that is none, or is over."""

    problem: Literal["past", "impossible"]


@dataclass(frozen=True, slots=True)
class AskTime:
    day: dt.date | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class AskWhichTime:
    choices: tuple[dt.time, ...]


@dataclass(frozen=True, slots=True)
class AskOperator:
    """Which operator; `without` is one who was asked for and does not do the service."""

    names: tuple[str, ...]
    without: str | None = None
    service: str | None = None


@dataclass(frozen=True, slots=True)
class OperatorUnknown:
    name: str


@dataclass(frozen=True, slots=True)
class NotFree:
    """Why the time asked for is not to be had, in one clause."""

    refusal: Refusal
    day: dt.date
    time: dt.time | None = None
    operator: str | None = None
    unnamed: bool = False
    """The day was reckoned ("una settimana dopo"): nobody has named it yet."""


@dataclass(frozen=True, slots=True)
class EndsTooLate:
    """The time asked for is free, but the visit would end after the caller must be gone."""

    start: dt.time
    end: dt.time


@dataclass(frozen=True, slots=True)
class OfferSlots:
    """Up to three free times; `operators` beside each, None where it need not be said."""

    slots: tuple[OfferedSlot, ...]
    operators: tuple[str | None, ...] = ()
    again: bool = False
    said_day: dt.date | None = None
    """The day that was named a moment ago: not said twice."""


@dataclass(frozen=True, slots=True)
class AskOtherTime:
    """Nothing is free there: another day or time?"""

    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class OfferWaitlist:
    day: dt.date
    again: bool = False


@dataclass(frozen=True, slots=True)
class SlotFree:
    """The time that was asked about has room; said before a name was given."""

    day: dt.date
    time: dt.time


@dataclass(frozen=True, slots=True)
class OneAtATime:
    """So many appointments were asked for at once, None = again and again: they are arranged one after the other."""

    count: int | None = None


@dataclass(frozen=True, slots=True)
class NextVisit:
    """The next of several appointments begins; `names` of its services, as far as they are known."""

    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ServicesSplit:
    """Nobody does all of these: they become two appointments, one after the other."""

    first: tuple[str, ...]
    later: tuple[str, ...]
