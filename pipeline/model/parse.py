"""What was understood of one utterance, and what the reader of it is told beforehand.

Made by `pipeline.italian` (and by the readers of the other languages), read by the stages. A Parse states what was said,
never what should be done about it. Every field empty = nothing of the kind was said.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from pipeline.model.business import Gender, Id, Lexicon

Intent = Literal["prenotazione", "cancella", "modifica", "info", "saluto", "conferma", "nega", "operatore", "waitlist", "fuori_tema"]
Command = Literal["annulla", "indietro", "aiuto", "ripeti", "umano"]
Step = Literal[
    "ascolto", "cliente", "cognome", "disambiguazione", "registrazione", "telefono", "telefono_conferma",
    "data_nascita", "consenso", "servizi", "data", "ora", "operatore", "alternative", "waitlist", "appuntamento",
    "conferma", "altro", "handoff", "chiusa",
]  # fmt: skip
Flag = Literal[
    "thanks", "goodbye", "greeting", "frustrated", "abuse", "emergency", "wrong_number", "clinical", "other_person",
    "attack", "another_trade", "refuse_all", "same_operator", "add_service", "own_appointment", "cannot_come",
    "waiting_for_place", "late", "dont_know", "no_matter", "asks_when", "asks_why", "unwilling", "told_already", "known_client",
    "not_me", "whom_reached", "partly", "asks_on",
]  # fmt: skip
Topic = Literal[
    "orari", "prezzi", "servizi", "categorie", "prodotti", "operatori", "chi_fa", "durata", "mio_appuntamento",
    "disponibilita", "indirizzo", "telefono", "sconto", "carrello", "link", "festivi", "chi_sei", "come_stai", "altro",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as said, capitalised; either part may be missing."""

    nome: str | None = None
    cognome: str | None = None


@dataclass(frozen=True, slots=True)
class PartialBirth:
    """What was said of a birth date: any part alone is allowed (year 1985, 15 March, the 15th)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """The caller corrects one slot ("anzi no, venerdì"): slot is a name of contract `slots`, value its new wire value."""

    slot: str
    value: str


@dataclass(frozen=True, slots=True)
class Shift:
    """A move counted from where the appointment stands: later or earlier, by minutes or days; neither said = anything on that side.

    `later` None: a length alone ("no, un'ora"), on the side that was said before.
    """

    later: bool | None
    minutes: int | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Parse:
    """One utterance understood (contract section 3, Parse); fields below the blank line are not on the wire."""

    text: str
    language: str = "it"
    intent: Intent | None = None
    confidence: float = 0.0
    command: Command | None = None
    correction: Correction | None = None
    date: dt.date | None = None
    time: dt.time | None = None
    date_interval: tuple[dt.date | None, dt.date | None] | None = None
    time_interval: tuple[dt.time | None, dt.time | None] | None = None
    alternatives: tuple[tuple[dt.date | None, dt.time | None], ...] = ()
    weekdays_excluded: tuple[int, ...] = ()
    approximate: bool = False
    earliest: bool = False
    conflict: str | None = None
    services: tuple[Id, ...] = ()
    services_ambiguous: tuple[tuple[Id, ...], ...] = ()
    services_unknown: tuple[str, ...] = ()
    operators: tuple[Id, ...] = ()
    any_operator: bool = False
    operator_gender: Gender | None = None
    name: Name | None = None
    telefono: str | None = None
    data_nascita: dt.date | None = None
    yes_no: bool | None = None
    ordinal: int | None = None
    notes: str | None = None

    requests: tuple[Intent, ...] = ()
    """Every request of the utterance in the order said, the main one first ("disdica quello e mi prenda venerdì")."""
    then: "Parse | None" = None
    """The second request of the utterance, understood by itself; this one is the first."""
    moved_from: tuple[dt.date | None, dt.time | None] | None = None
    """The time of the existing appointment, when one is to be changed or cancelled for another ("quello di giovedì a venerdì")."""
    kept: "tuple[Parse, ...]" = ()
    """Which appointments stay as they are when others are given up or moved ("tutti tranne quello di venerdì")."""
    days_given_up: tuple[dt.date, ...] = ()
    """All the days that were said to hold an appointment now."""
    aimed: bool = False
    """Whether a day or hour was said as the one to move to ("a venerdì"): it does not tell where the appointment is now."""
    done_by: dt.time | None = None
    """By when the caller must be gone ("alle cinque devo scappare"): the visit ends, not begins, before it."""
    shift: Shift | None = None
    """How far from where it stands the appointment is wanted ("di un'ora", "il giorno dopo", "più tardi")."""
    date_choices: tuple[dt.date, ...] = ()
    """Fair readings of an ambiguous day that must be asked ("sabato 15" when the 15th is a Sunday: both); empty = settled."""
    time_choices: tuple[dt.time, ...] = ()
    """Fair readings of an ambiguous hour ("alle sette" in a gym open 6-23): ask when not empty and `time` is None."""
    date_problem: Literal["past", "impossible"] | None = None
    """Why a day that was said is none ("31 aprile", "ieri")."""
    services_out: tuple[Id, ...] = ()
    """Services said not to be wanted any more ("senza la barba", "al posto della piega"); some stand in `services` too."""
    services_only: bool = False
    """Whether nothing but the services named is wanted ("solo il taglio")."""
    services_swap: bool = False
    """Whether one service is wanted in the place of another."""
    operators_unknown: tuple[str, ...] = ()
    services_rejected: tuple[Id, ...] = ()
    """Services named as not wanted ("tolga la manicure", "non voglio la tinta"): none of them is in `services`."""
    phone_ending: str | None = None
    """The last digits of a number, said as such ("finisce con 67", "le ultime due sono 90")."""
    phone_problem: Literal["incomplete", "invalid"] | None = None
    """Digits that were meant as a telephone number and are none."""
    phone_beginning: str | None = None
    """The first digits of a number that was read back ("comincia con 347")."""
    phone_digits: str | None = None
    """The digits of what is no whole number, as heard."""
    birth: PartialBirth | None = None
    for_other: str | None = None
    """Whom the booking is for when it is not the caller ("mio padre", "mia figlia Giulia" gives "mia figlia Giulia")."""
    other_name: Name | None = None
    """That person's name, when said ("per mia figlia Giulia")."""
    topic: Topic | None = None
    """What an informative question is about."""
    question: bool = False
    asides: "tuple[Parse, ...]" = ()
    """Questions said in the same breath as the request, or as the first question; each is a Parse of its own clause."""
    flags: frozenset[Flag] = frozenset()

    @property
    def moved_to(self) -> dt.date | None:
        """The new day counted from the one the visit is said to stand on ("rimandare di due settimane quello del 18"); None otherwise."""
        shift, day = self.shift, self.moved_from[0] if self.moved_from is not None else None
        if day is None or shift is None or not shift.days or shift.later is None:
            return None
        return day + dt.timedelta(days=shift.days if shift.later else -shift.days)


@dataclass(frozen=True, slots=True)
class Context:
    """What the reader may know of the moment: `step` the open question, `flow` the running request, `options` how many were listed."""

    now: dt.datetime
    lexicon: Lexicon
    step: Step | None = None
    flow: Intent | None = None
    options: int = 0
    language: str | None = None
    date: dt.date | None = None
    """The day already chosen in this dialogue: a bare hour is read in its opening hours."""
