"""Appointments: `appuntamenti.*`. What a conversation can do, without the dialogue.

`update` is in `changing`, `disponibilita` in `places`. Every write carries its WhatsApp message, and whatever becomes free is
offered to the waiting list in the same commit.
"""

from datetime import date, datetime, time

from pipeline.desk.changing import update
from pipeline.desk.deeds import Deed, Shape, carry_out, find_operator, find_services
from pipeline.desk.places import calendar_for, days_around, disponibilita, place
from pipeline.desk.visits import client_of, known
from pipeline.model.business import Booking, Id
from pipeline.model.calendar import SlotRequest
from pipeline.model.errors import NotFound, Refused
from pipeline.model.writes import BookSlot, CancelBooking, Committed, Write
from pipeline.ports import World
from pipeline.rules import shapes
from pipeline.rules.calendar import plan, still_free
from pipeline.rules.cancelling import too_late
from pipeline.rules.messages import message
from pipeline.rules.pricing import price_rows
from pipeline.rules.rechecks import all_of, still_waiting, unchanged
from pipeline.rules.waiting import offers

__all__ = ["create", "delete", "disponibilita", "list_bookings", "update"]

DEFAULT_LIMIT = 100
SOURCE = "manuale"
"""fonte_prenotazione of what was booked at the desk."""


def create(
    world: World,
    *,
    cliente_id: Id,
    servizi: list[Id],
    data: date,
    ora: time,
    operatore_id: Id | None = None,
    note: str | None = None,
    request_id: str | None = None,
) -> Shape:
    """The new appointment. Raises NotFound, Conflict with alternatives when the time is taken, Refused with the reason."""
    message_id = world.ids.uuid()
    code = world.ids.code()

    def decide(now: datetime) -> Deed:
        client = world.reads.client(cliente_id)
        if client is None:
            raise NotFound("cliente_id")
        services = find_services(world, servizi)
        operator = find_operator(world, operatore_id)
        request = SlotRequest(services, data, ora, operator.id if operator else None)
        slot = place(calendar_for(world, request, now), request)
        rows = price_rows(plan(services, datetime.combine(slot.day, slot.start)), services, client.sconto)
        told = message(
            "booking_confirmation", client, None, world.reads.lexicon(), message_id, rows=rows, operatore_id=slot.operatore_id, code=code
        )
        writes: tuple[Write, ...] = (BookSlot(client.id, rows, slot.operatore_id, code, note or None, SOURCE), *([told] if told else []))
        chosen = SlotRequest(services, data, ora, slot.operatore_id)
        return Deed(writes, lambda made: _stored(world, made), still_free(chosen, now), {"cliente_id": client.id})

    return carry_out(world, "appuntamenti.create", request_id, decide)


def delete(world: World, *, id: Id, reason: str | None = None, request_id: str | None = None) -> Shape:
    """The appointment, now `cancellato`; one that already was stays as it is. Raises NotFound, Refused("ore_disdetta")."""
    ids = (world.ids.uuid(), world.ids.uuid())

    def decide(now: datetime) -> Deed:
        booking = known(world, id)
        if not booking.live:
            return Deed((), lambda made: shapes.appointment(booking), subject={"id": booking.id})
        window = world.reads.settings().ore_disdetta
        if window > 0 and too_late(booking, window, now):
            raise Refused("ore_disdetta", f"less than {window} hours are left")
        told = message("booking_cancellation", client_of(world, booking), booking, world.reads.lexicon(), ids[0])
        freed = freed_by(world, booking, now)
        writes: tuple[Write, ...] = (CancelBooking(booking.ids, reason), *([told] if told else []), *freed)
        recheck = all_of(unchanged(booking), still_waiting(freed))
        return Deed(writes, lambda made: shapes.appointment(known(world, booking.id)), recheck, {"id": booking.id})

    return carry_out(world, "appuntamenti.delete", request_id, decide)


def list_bookings(
    world: World,
    *,
    cliente_id: Id | None = None,
    first: date | None = None,
    last: date | None = None,
    stato: str | None = None,
    limit: int | None = None,
    offset: int | None = None,
) -> Shape:
    """A page of the appointments by time, both days included."""
    page, more = world.archive.bookings(cliente_id, first, last, stato, limit or DEFAULT_LIMIT, offset or 0)
    return {"appuntamenti": [shapes.appointment(booking) for booking in page], "more": more}


def freed_by(world: World, booking: Booking, now: datetime) -> tuple[Write, ...]:
    """What the waiting list is offered once the booking is gone."""
    calendar = days_around(world, booking.inizio.date(), now)
    return offers(world, calendar, booking, world.reads.lexicon())


def _stored(world: World, made: Committed) -> Shape:
    return shapes.appointment(known(world, made.bookings[0][0]))
