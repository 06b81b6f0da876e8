"""What a simulated caller wants: the person, the tasks with their wishes, the manner of speaking and the turns of fate on the way.

Data only; made by `making`, pursued by `caller`, judged by `judging`.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Literal

from tests.simulator.diary import Visit

Style = Literal["plain", "terse", "rambling", "elderly", "hurried", "regional"]
STYLES: tuple[Style, ...] = ("plain", "terse", "rambling", "elderly", "hurried", "regional")
What = Literal["book", "cancel", "move", "add", "person", "wrong_number"]


@dataclass(frozen=True, slots=True)
class Person:
    """Who calls; `id` None for somebody the business does not know."""

    nome: str
    cognome: str
    telefono: str
    nascita: date | None
    id: Any = None
    homonyms: int = 1
    vip: bool = False

    @property
    def full(self) -> str:
        """Name and surname."""
        return f"{self.nome} {self.cognome}"


@dataclass(frozen=True, slots=True)
class Wish:
    """A visit as it is wanted; `at` None with a `part` of the day takes what is offered in it."""

    services: tuple[str, ...] = ()
    day: date | None = None
    at: time | None = None
    part: str | None = None
    operator: str | None = None
    second: str | None = None
    gender: str | None = None
    anyone: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One request: `wish` is what must stand in the file, `first` what is said before the caller thinks better of it."""

    what: What
    wish: Wish = field(default_factory=Wish)
    first: Wish | None = None
    visit: Visit | None = None
    offers: Literal["take", "refuse"] = "take"


@dataclass(frozen=True, slots=True)
class Goal:
    """A call as the caller means it to go."""

    kind: str
    number: int
    now: datetime
    person: Person
    tasks: tuple[Task, ...]
    caller_id: str | None = None
    style: Style = "plain"
    twists: frozenset[str] = frozenset()
    """digress, silence, gibberish, slip, late_slip, both, give_up, no_consent, no_birth, ambiguous, over, brief."""
    relative: str | None = None
    """ "mio padre": the visit is for somebody without a card of his own."""
    other: Person | None = None
    """A known client the visit is for."""

    @property
    def guest(self) -> Person:
        """On whose card the visit is written."""
        return self.other or self.person
