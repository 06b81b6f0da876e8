"""What is meant, before any wording: past participles for what happened, requests for what is asked.

Settled by the stages and flows, turned into words by `pipeline.phrases`. A Meaning holds values, never a sentence.
"""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Literal

from pipeline.model.calendar import Refusal
from pipeline.model.parse import Intent, Step
from pipeline.model.session import OfferedSlot

# --- opening and closing -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Greeted:
    """The greeting of specification 15.1; it says that the caller speaks with a machine."""

    hour: int
    business: str
    custom: str | None = None
    brief: bool = False


@dataclass(frozen=True, slots=True)
class AskMore:
    """Whether there is something else (step `altro`)."""


@dataclass(frozen=True, slots=True)
class AskWish:
    """What the caller wants (step `ascolto`)."""


@dataclass(frozen=True, slots=True)
class Goodbye:
    """The call ends."""

    thanks: bool = False


# --- who -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AskName:
    """Name and surname, or the first name alone when the surname is known."""

    first_only: bool = False


@dataclass(frozen=True, slots=True)
class AskSurname:
    nome: str


@dataclass(frozen=True, slots=True)
class ClientHint:
    """What may be shown of a homonym: the year of birth and the last two digits, no more."""

    n: int
    nome: str
    year: int | None = None
    digits: str | None = None


@dataclass(frozen=True, slots=True)
class AskWhichClient:
    hints: tuple[ClientHint, ...]
    again: bool = False


@dataclass(frozen=True, slots=True)
class AskSamePerson:
    """A client whose name is near to what was heard: is that you?"""

    nome: str


@dataclass(frozen=True, slots=True)
class AskProof:
    """Birth date or the last digits of the telephone, before somebody's own data is touched."""

    again: bool = False


@dataclass(frozen=True, slots=True)
class AskRegister:
    nome: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class AskPhone:
    problem: Literal["incomplete", "invalid", "taken"] | None = None


@dataclass(frozen=True, slots=True)
class ConfirmPhone:
    telefono: str
    caller_id: bool = False


@dataclass(frozen=True, slots=True)
class AskBirth:
    again: bool = False


@dataclass(frozen=True, slots=True)
class AskConsent:
    text: str | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Registered:
    nome: str


@dataclass(frozen=True, slots=True)
class ConsentRefused:
    """No client row without consent; a person can help."""

    telefono: str | None = None


# --- what, when, with whom -----------------------------------------------------------------------------------------


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
    choices: tuple[date, ...]
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class DayProblem:
    """A day that is none, or is over."""

    problem: Literal["past", "impossible"]


@dataclass(frozen=True, slots=True)
class AskTime:
    day: date | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class AskWhichTime:
    choices: tuple[time, ...]


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
    day: date
    time: time | None = None
    operator: str | None = None


@dataclass(frozen=True, slots=True)
class OfferSlots:
    """Up to three free times; `operators` beside each, None where it need not be said."""

    slots: tuple[OfferedSlot, ...]
    operators: tuple[str | None, ...] = ()
    again: bool = False


@dataclass(frozen=True, slots=True)
class AskOtherTime:
    """Nothing is free there: another day or time?"""

    day: date | None = None


@dataclass(frozen=True, slots=True)
class OfferWaitlist:
    day: date
    again: bool = False


# --- recap and outcome ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Recap:
    """Everything that will be written, from the ids that will be stored."""

    cliente: str
    services: tuple[str, ...]
    day: date
    time: time
    operator: str | None
    price: Decimal | None
    note: str | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class RecapMove:
    services: tuple[str, ...]
    old_day: date
    old_time: time
    day: date
    time: time
    operator: str | None
    again: bool = False
    cliente: str | None = None


@dataclass(frozen=True, slots=True)
class RecapCancel:
    services: tuple[str, ...]
    day: date
    time: time
    again: bool = False


@dataclass(frozen=True, slots=True)
class RecapWaitlist:
    service: str
    day: date
    time: time | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class AskWhatToChange:
    again: bool = False


@dataclass(frozen=True, slots=True)
class AskNewTime:
    """To when the booking moves (or what else changes)."""

    services: tuple[str, ...]
    day: date
    time: time
    again: bool = False


@dataclass(frozen=True, slots=True)
class Booked:
    day: date
    time: time
    operator: str | None
    code: str
    message: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    day: date
    time: time
    operator: str | None
    code: str


@dataclass(frozen=True, slots=True)
class CancelDone:
    day: date
    time: time


@dataclass(frozen=True, slots=True)
class Waitlisted:
    day: date
    position: int
    already: bool = False


@dataclass(frozen=True, slots=True)
class BookingHint:
    n: int
    services: tuple[str, ...]
    day: date
    time: time


@dataclass(frozen=True, slots=True)
class AskWhichBooking:
    bookings: tuple[BookingHint, ...]
    again: bool = False


@dataclass(frozen=True, slots=True)
class NoBookings:
    """The caller has no appointment ahead (or none that fits what was said)."""

    day: date | None = None


@dataclass(frozen=True, slots=True)
class OwnBookings:
    """The caller's own appointments, read out."""

    bookings: tuple[BookingHint, ...]


@dataclass(frozen=True, slots=True)
class TooLate:
    """Inside the cancellation window of `ore_disdetta`."""

    hours: int
    telefono: str | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """The new value of a corrected slot, said back at once."""

    slot: Literal["data", "ora", "servizi", "operatore", "cliente", "telefono", "altro"]
    day: date | None = None
    time: time | None = None
    names: tuple[str, ...] = ()


# --- repair and the rest -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """`count` misunderstandings in a row: no two of the same words."""

    count: int
    step: Step = "ascolto"
    silence: bool = False


@dataclass(frozen=True, slots=True)
class AskUncertain:
    """Specification 2.3: between 0.5 and 0.8."""

    intent: Intent


@dataclass(frozen=True, slots=True)
class Dropped:
    """The running request was given up; nothing was written."""

    flow: Intent | None = None


@dataclass(frozen=True, slots=True)
class Helped:
    step: Step
    flow: Intent | None = None


@dataclass(frozen=True, slots=True)
class Repeated:
    """The last answer once more."""

    text: str
    speech: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A finished answer from what the business knows; already in the caller's language."""

    display: str
    speech: str


@dataclass(frozen=True, slots=True)
class OfferHandoff:
    reason: str = "not_understood"


@dataclass(frozen=True, slots=True)
class HandoffRecorded:
    """A person was asked for; said without promising anybody who has not accepted."""

    telefono: str | None = None


@dataclass(frozen=True, slots=True)
class HandoffState:
    """What the host did with the request."""

    state: Literal["accepted", "unavailable"]
    telefono: str | None = None


@dataclass(frozen=True, slots=True)
class HandoffDeclined:
    """The caller prefers to go on with the assistant."""


@dataclass(frozen=True, slots=True)
class OffTopic:
    kind: Literal["other_trade", "clinical", "wrong_number", "attack", "other_person", "abuse", "chat"]
    business: str = ""
    telefono: str | None = None


@dataclass(frozen=True, slots=True)
class Emergency:
    """112 first, at once."""


@dataclass(frozen=True, slots=True)
class DatabaseDown:
    telefono: str | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """Something broke inside; nothing was written, the open question stands."""


@dataclass(frozen=True, slots=True)
class PeopleUnreadable:
    """Personal data is encrypted in this file: the client cannot be found by name."""

    telefono: str | None = None


@dataclass(frozen=True, slots=True)
class NeedsModel:
    """A request in another language that needs a model to be understood."""

    telefono: str | None = None


@dataclass(frozen=True, slots=True)
class OutOfHours:
    """The voice agent is switched off at this hour (desktop `voice_agent_config`)."""

    telefono: str | None = None


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A word of courtesy before the open question returns."""

    kind: Literal["ok", "thanks", "sorry", "greeting"] = "ok"


Meaning = (
    Greeted | AskMore | AskWish | Goodbye | AskName | AskSurname | AskWhichClient | AskSamePerson | AskProof | AskRegister | AskPhone
    | ConfirmPhone | AskBirth | AskConsent | Registered | ConsentRefused | AskService | AskWhichService | ServiceUnknown | AskDay
    | AskWhichDay | DayProblem | AskTime | AskWhichTime | AskOperator | OperatorUnknown | NotFree | OfferSlots | AskOtherTime
    | OfferWaitlist | Recap | RecapMove | RecapCancel | RecapWaitlist | AskWhatToChange | AskNewTime | Booked | Moved | CancelDone
    | Waitlisted | AskWhichBooking | NoBookings | OwnBookings | TooLate | Corrected | NotUnderstood | AskUncertain | Dropped | Helped
    | Repeated | Answered | OfferHandoff | HandoffRecorded | HandoffState | HandoffDeclined | OffTopic | Emergency | DatabaseDown
    | Failed | PeopleUnreadable | NeedsModel | OutOfHours | Acknowledged
)  # fmt: skip
