"""Meanings about what will be written (recaps) and what was written."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True, slots=True)
class Recap:
    """Everything that will be written, from the ids that will be stored."""

    cliente: str
    services: tuple[str, ...]
    day: dt.date
    time: dt.time
    operator: str | None
    price: Decimal | None
    note: str | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class RecapMove:
    services: tuple[str, ...]
    old_day: dt.date
    old_time: dt.time
    day: dt.date
    time: dt.time
    operator: str | None
    again: bool = False
    cliente: str | None = None


@dataclass(frozen=True, slots=True)
class RecapCancel:
    services: tuple[str, ...]
    day: dt.date
    time: dt.time
    again: bool = False


@dataclass(frozen=True, slots=True)
class RecapCancelAll:
    """Several appointments are to be cancelled together."""

    moments: tuple[dt.datetime, ...]
    again: bool = False


@dataclass(frozen=True, slots=True)
class RecapWaitlist:
    service: str
    day: dt.date
    time: dt.time | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class AskWhatToChange:
    again: bool = False


@dataclass(frozen=True, slots=True)
class AskNewTime:
    """To when the booking moves (or what else changes)."""

    services: tuple[str, ...]
    day: dt.date
    time: dt.time
    again: bool = False


@dataclass(frozen=True, slots=True)
class Booked:
    day: dt.date
    time: dt.time
    operator: str | None
    code: str
    message: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    day: dt.date
    time: dt.time
    operator: str | None
    code: str


@dataclass(frozen=True, slots=True)
class CancelDone:
    day: dt.date
    time: dt.time


@dataclass(frozen=True, slots=True)
class AllCancelled:
    moments: tuple[dt.datetime, ...]


@dataclass(frozen=True, slots=True)
class Waitlisted:
    day: dt.date
    position: int
    already: bool = False


@dataclass(frozen=True, slots=True)
class BookingHint:
    n: int
    services: tuple[str, ...]
    day: dt.date
    time: dt.time
    operator: str | None = None


@dataclass(frozen=True, slots=True)
class AskWhichBooking:
    bookings: tuple[BookingHint, ...]
    again: bool = False


@dataclass(frozen=True, slots=True)
class NoBookings:
    """The caller has no appointment ahead (or none that fits what was said)."""

    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class OwnBookings:
    """The caller's own appointments, read out."""

    bookings: tuple[BookingHint, ...]


@dataclass(frozen=True, slots=True)
class RecapLate:
    """Shall it be written that the caller comes later?"""

    day: dt.date
    time: dt.time
    minutes: int = 0
    again: bool = False


@dataclass(frozen=True, slots=True)
class LateNoted:
    """That the caller comes later stands beside the appointment, which stays where it is; `minutes` 0 = he did not say how many."""

    day: dt.date
    time: dt.time
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class TooLate:
    """Inside the cancellation window of `ore_disdetta`."""

    hours: int
    telefono: str | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """The new value of a corrected slot, said back at once."""

    slot: Literal["data", "ora", "servizi", "operatore", "cliente", "telefono", "altro"]
    day: dt.date | None = None
    time: dt.time | None = None
    names: tuple[str, ...] = ()
