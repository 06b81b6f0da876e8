"""Understanding alone: what an utterance says, with nothing changed by it.

Named by `rpc.methods.METHODS`; carried out by `pipeline.desk.understanding`. It knows the shapes, not the rules.
"""

from typing import Literal

from pydantic import Field

from rpc.methods.fields import Params, Result, Text, WireDate, WireId, WireTime, Word

Step = Literal[
    "ascolto", "cliente", "cognome", "disambiguazione", "registrazione", "telefono", "telefono_conferma",
    "data_nascita", "consenso", "servizi", "data", "ora", "operatore", "alternative", "waitlist", "appuntamento",
    "conferma", "altro", "handoff", "chiusa",
]  # fmt: skip


class ParseParams(Params):
    """Params of `nlu.parse`; `step` is the question the text answers."""

    text: Text
    step: Step | None = None
    session_id: Word | None = None
    language: Text | None = None


class Correction(Result):
    """The caller corrects one slot."""

    slot: str
    value: str


class DateInterval(Result):
    """Days, both ends included; null = open."""

    first: WireDate | None = Field(alias="from")
    last: WireDate | None = Field(alias="to")


class TimeInterval(Result):
    """Times of day, both ends included; null = open."""

    first: WireTime | None = Field(alias="from")
    last: WireTime | None = Field(alias="to")


class Moment(Result):
    """A day, a time, or both."""

    date: WireDate | None
    time: WireTime | None


class PersonName(Result):
    """A person's name as said."""

    nome: str | None
    cognome: str | None


class Parse(Result):
    """What was understood (docs/contract section 3, Parse)."""

    language: str
    intent: str | None
    confidence: float
    command: Literal["annulla", "indietro", "aiuto", "ripeti", "umano", None]
    correction: Correction | None
    date: WireDate | None
    time: WireTime | None
    date_interval: DateInterval | None
    time_interval: TimeInterval | None
    alternatives: list[Moment]
    weekdays_excluded: list[int]
    approximate: bool
    earliest: bool
    conflict: str | None
    services: list[WireId]
    services_ambiguous: list[list[WireId]]
    services_unknown: list[str]
    operators: list[WireId]
    any_operator: bool
    operator_gender: Literal["M", "F", None]
    name: PersonName | None
    telefono: str | None
    data_nascita: WireDate | None
    yes_no: bool | None
    ordinal: int | None
    notes: str | None
