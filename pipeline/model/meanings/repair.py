"""Meanings of repair, refusal and everything beside the flows."""

from dataclasses import dataclass
from typing import Literal

from pipeline.model.parse import Intent, Step


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
    answered: bool = False
    """A question was answered first: what was understood needs no saying."""


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
    """A word of courtesy before the open question returns; "wait" stands alone: the caller asked for a moment."""

    kind: Literal["ok", "thanks", "sorry", "greeting", "wait"] = "ok"
