"""The few errors of the trade. "Not understood" and "no free slot" are Meanings, not errors.

Raised by the store and by `pipeline.desk`; `rpc.errors` is the one place where they become answers. Messages are sentences
for a developer: they name a field or a component, never personal data, SQL or a path.
"""

from dataclasses import dataclass

from pipeline.model.business import Id
from pipeline.model.calendar import Slot


class SidecarError(Exception):
    """Base of the errors that become an error answer of contract section 2."""


@dataclass
class NotFound(SidecarError):
    """-32001: an id that is not there; `what` is the parameter's name."""

    what: str


@dataclass
class Conflict(SidecarError):
    """-32002: the time is taken (`alternatives`) or the client exists (`cliente_id`)."""

    message: str
    alternatives: tuple[Slot, ...] = ()
    cliente_id: Id | None = None


@dataclass
class Refused(SidecarError):
    """-32003: a rule says no; `reason` is a reason code of contract section 4, `ore_disdetta`, `consenso` or `identita`."""

    reason: str
    message: str = ""
    alternatives: tuple[Slot, ...] = ()


@dataclass
class RateLimited(SidecarError):
    """-32004: too much at once."""

    retry_after_ms: int


@dataclass
class Unavailable(SidecarError):
    """-32005: a component is down (database, tts, stt, llm, ...); `message` names the way out, never a path."""

    component: str
    message: str = ""


class PiiEncrypted(SidecarError):
    """-32006: personal data in this file is encrypted and no decrypted index was given."""


@dataclass
class InvalidField(SidecarError):
    """-32602: a field that only the rules can find wrong (a telephone that is none, a blank customer_id)."""

    fields: tuple[tuple[str, str], ...]
    """(field, problem) pairs."""


class Cancelled(SidecarError):
    """-32800: the request was cancelled before it committed anything."""
