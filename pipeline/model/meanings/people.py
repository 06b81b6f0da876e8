"""Meanings about who calls: opening, identification, registration."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Greeted:
    """The greeting of specification 15.1; it says that the caller speaks with a machine."""

    hour: int
    business: str
    custom: str | None = None
    brief: bool = False
    answered: bool = False
    """What follows says that a machine speaks: the greeting alone goes before it."""


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


@dataclass(frozen=True, slots=True)
class AskName:
    """Name and surname, or the first name alone when the surname is known; `whose`: of the one whose appointment it is."""

    first_only: bool = False
    whose: bool = False


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
    tries: int = 0


@dataclass(frozen=True, slots=True)
class AskSamePerson:
    """A client whose name is near to what was heard: is that you?"""

    nome: str


Wanted = Literal["both", "birth", "phone", "day", "digits", "code"]
"""What proves a caller: his birth date, his telephone, either, the rest of the half that told him apart, or the code of a booking."""


@dataclass(frozen=True, slots=True)
class AskProof:
    """Birth date or the last digits of the telephone, before somebody's own data is touched; `again`: what was told does not match."""

    again: bool = False
    tries: int = 0
    wanted: Wanted = "both"
    plain: bool = False
    """Asked once more though nothing was wrong: no proof was told."""
    of: str | None = None
    """Whose, when the appointment is not the caller's own."""


About = Literal["nome", "registrazione", "telefono", "data_nascita", "consenso", "omonimi", "prova"]


@dataclass(frozen=True, slots=True)
class WhyAsked:
    """What a question about the person is good for: said to who asks why, or would rather not answer."""

    about: About
    again: bool = False
    """Asked a second time: what cannot be done without it."""


@dataclass(frozen=True, slots=True)
class ProofRefused:
    """Who will not prove who he is: nothing of his is read out or changed. `reads`: his appointments were to be read out."""

    reads: bool = False


@dataclass(frozen=True, slots=True)
class MissedBefore:
    """The caller has said it already: an apology, then the question once more."""


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


BirthPart = Literal["all", "day", "year"]


@dataclass(frozen=True, slots=True)
class AskBirth:
    """Optional; `missing`: the part that is still to be said."""

    again: bool = False
    missing: BirthPart | None = None


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


@dataclass(frozen=True, slots=True)
class ClientNotFound:
    """Nobody of that name has anything here: the name is asked again."""

    nome: str
