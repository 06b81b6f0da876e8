"""Appointments: is it free, and the four things that can happen to one.

Named by `rpc.methods.METHODS`; carried out by `pipeline.desk.bookings`. It knows the shapes, not the rules.
"""

from pydantic import Field, ValidationInfo, field_validator

from rpc.methods.fields import (
    Date,
    Id,
    Limit,
    Minutes,
    Note,
    Offset,
    Params,
    Result,
    Services,
    Time,
    WireDate,
    WireId,
    WireTime,
    Word,
    exactly_one,
)


class FreeParams(Params):
    """Params of `appuntamenti.disponibilita`: services or a bare duration."""

    data: Date
    ora: Time | None = None
    durata_minuti: Minutes | None = None
    servizi: Services | None = Field(default=None, validate_default=True)
    operatore_id: Id | None = None
    escludi_id: Id | None = None

    @field_validator("servizi")
    @classmethod
    def _something_to_place(cls, servizi: Services | None, info: ValidationInfo) -> Services | None:
        exactly_one(servizi, "durata_minuti", info)
        return servizi


class FreeSlot(Result):
    """A time that is free."""

    data: WireDate
    ora: WireTime
    ora_fine: WireTime
    operatore_id: WireId | None


class FreeResult(Result):
    """`reason` is a reason code of docs/contract section 4; `slots` where no `ora` was asked for."""

    available: bool
    reason: str | None = None
    operatore_id: WireId | None = None
    slots: list[FreeSlot] | None = None
    alternatives: list[FreeSlot]


class AppointmentCreateParams(Params):
    """Params of `appuntamenti.create`."""

    cliente_id: Id
    servizi: Services
    data: Date
    ora: Time
    operatore_id: Id | None = None
    note: Note | None = None
    request_id: Word | None = None


class AppointmentUpdateParams(Params):
    """Params of `appuntamenti.update`; what is absent stays."""

    id: Id
    data: Date | None = None
    ora: Time | None = None
    operatore_id: Id | None = None
    servizi: Services | None = None
    note: Note | None = None
    request_id: Word | None = None


class AppointmentDeleteParams(Params):
    """Params of `appuntamenti.delete`."""

    id: Id
    reason: Note | None = None
    request_id: Word | None = None


class AppointmentListParams(Params):
    """Params of `appuntamenti.list`; `from` and `to` are both included."""

    cliente_id: Id | None = None
    first: Date | None = Field(default=None, alias="from")
    last: Date | None = Field(default=None, alias="to")
    stato: Word | None = None
    limit: Limit | None = None
    offset: Offset | None = None


class AppointmentService(Result):
    """One service of a visit."""

    servizio_id: WireId
    nome: str
    durata_minuti: int
    prezzo: float | None


class Appointment(Result):
    """One visit: `id` is its first row, any of `ids` names the whole."""

    id: WireId
    ids: list[WireId]
    confirmation_code: str | None
    cliente_id: WireId
    servizi: list[AppointmentService]
    operatore_id: WireId | None
    data: WireDate
    ora: WireTime
    ora_fine: WireTime
    durata_minuti: int
    prezzo: float | None
    stato: str
    note: str | None
    whatsapp_confirmed: bool


class AppointmentListResult(Result):
    """A page of visits by time."""

    appuntamenti: list[Appointment]
    more: bool
