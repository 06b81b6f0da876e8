"""What the owner set: name, hours, holidays.

Named by `rpc.methods.METHODS`; carried out by `pipeline.desk.settings`. It knows the shapes, not the rules.
"""

from typing import Annotated

from pydantic import Field

from rpc.methods.fields import NoParams, Params, Result, WireDate, WireTime

__all__ = ["NoParams"]


class NameResult(Result):
    """The name of the business."""

    nome_attivita: str


class Day(Result):
    """One day of the week; `giorno` 0 = lunedì; `fasce` are the open stretches, breaks taken out."""

    giorno: int
    aperto: bool
    apertura: WireTime | None
    chiusura: WireTime | None
    pausa_inizio: WireTime | None
    pausa_fine: WireTime | None
    fasce: list[list[WireTime]]


class HoursResult(Result):
    """Seven days, Monday first."""

    orari: list[Day]


class HolidaysParams(Params):
    """Params of `settings.giorni_festivi`."""

    year: Annotated[int, Field(ge=1900, le=2200)] | None = None


class Holiday(Result):
    """A day on which the business is closed."""

    data: WireDate
    nome: str


class HolidaysResult(Result):
    """The holidays of a year by date."""

    festivi: list[Holiday]
