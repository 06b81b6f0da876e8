"""An appointment is changed in place: `appuntamenti.update`. Only what was given changes.

Called as `pipeline.desk.bookings.update`; calls the same judgement as `create`. An appointment never stands in its own way, and its
operator is kept if that is still possible.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from pipeline.desk.deeds import Deed, Shape, carry_out, find_operator, find_services
from pipeline.desk.places import calendar_for, days_around, place
from pipeline.desk.visits import client_of, known
from pipeline.model.business import Booking, Client, Id, Service
from pipeline.model.calendar import Calendar, Slot, SlotRequest
from pipeline.model.errors import Conflict, Refused
from pipeline.model.writes import ChangeBooking, PricedRow, Write
from pipeline.ports import World
from pipeline.rules import shapes
from pipeline.rules.calendar import judge, plan, still_free
from pipeline.rules.cancelling import too_late
from pipeline.rules.messages import message
from pipeline.rules.pricing import keep_prices, price_rows
from pipeline.rules.rechecks import all_of, still_waiting, unchanged
from pipeline.rules.visits import as_booked
from pipeline.rules.waiting import offers


@dataclass(frozen=True, slots=True)
class Wish:
    """What was given of an update; None = stays."""

    data: date | None
    ora: time | None
    operatore_id: Id | None
    services: tuple[Service, ...] | None
    note: str | None


def update(
    world: World,
    *,
    id: Id,
    data: date | None = None,
    ora: time | None = None,
    operatore_id: Id | None = None,
    servizi: list[Id] | None = None,
    note: str | None = None,
    request_id: str | None = None,
) -> Shape:
    """The changed appointment. Raises NotFound, Conflict with alternatives, Refused with the reason."""
    ids = (world.ids.uuid(), world.ids.code())

    def decide(now: datetime) -> Deed:
        booking = known(world, id)
        if not booking.live:
            raise Conflict("the appointment is cancelled: book a new one")
        operator = find_operator(world, operatore_id)
        services = find_services(world, servizi) if servizi else None
        wish = Wish(data, ora, operator.id if operator else None, services, note)
        return _deed(world, booking, wish, ids, now)

    return carry_out(world, "appuntamenti.update", request_id, decide)


def _deed(world: World, booking: Booking, wish: Wish, ids: tuple[str, str], now: datetime) -> Deed:
    def answer(_: object) -> Shape:
        return shapes.appointment(known(world, booking.id))

    subject: Shape = {"id": booking.id}
    services = wish.services or as_booked(booking, world.reads.services())
    client = client_of(world, booking)
    code = booking.confirmation_code or ids[1]
    if not _moves(booking, wish):
        if wish.note is None or wish.note == booking.note:
            return Deed((), answer, subject=subject)
        rows = _priced(services, booking.inizio, booking, None, client)
        write = ChangeBooking(booking.ids, booking.cliente_id, rows, booking.operatore_id, code, wish.note)
        return Deed((write,), answer, unchanged(booking), subject)
    _refuse_when_late(world, booking, wish, now)
    request = _request(booking, wish, services)
    calendar = calendar_for(world, request, now)
    request, slot = _place(calendar, booking, wish, request)
    takes = slot.operatore_id if wish.operatore_id is not None or booking.operatore_id is not None else None
    rows = _priced(services, datetime.combine(slot.day, slot.start), booking, wish.services, client)
    write = ChangeBooking(booking.ids, booking.cliente_id, rows, takes, code, wish.note)
    lexicon = world.reads.lexicon()
    told = message("booking_change", client, booking, lexicon, ids[0], rows=rows, operatore_id=takes, code=code)
    freed = _freed(world, booking, rows, takes, now)
    writes: tuple[Write, ...] = (write, *([told] if told else []), *freed)
    recheck = all_of(unchanged(booking), still_free(request, now), still_waiting(freed))
    return Deed(writes, answer, recheck, subject)


def _moves(booking: Booking, wish: Wish) -> bool:
    """Whether anything changes that takes up time: day, hour, operator or services."""
    old = tuple(str(service.servizio_id) for service in booking.services)
    return (
        wish.data not in (None, booking.inizio.date())
        or wish.ora not in (None, booking.inizio.time())
        or (wish.operatore_id is not None and str(wish.operatore_id) != str(booking.operatore_id))
        or (wish.services is not None and tuple(str(service.id) for service in wish.services) != old)
    )


def _refuse_when_late(world: World, booking: Booking, wish: Wish, now: datetime) -> None:
    """Within `ore_disdetta` the old time is not given back; who serves it may still change."""
    window = world.reads.settings().ore_disdetta
    elsewhere = wish.data not in (None, booking.inizio.date()) or wish.ora not in (None, booking.inizio.time())
    if window > 0 and elsewhere and too_late(booking, window, now):
        raise Refused("ore_disdetta", f"less than {window} hours are left")


def _request(booking: Booking, wish: Wish, services: tuple[Service, ...]) -> SlotRequest:
    at = booking.inizio.time() if wish.ora is None else wish.ora
    wanted = booking.operatore_id if wish.operatore_id is None else wish.operatore_id
    return SlotRequest(services, wish.data or booking.inizio.date(), at, wanted, booking.ids)


def _place(calendar: Calendar, booking: Booking, wish: Wish, request: SlotRequest) -> tuple[SlotRequest, Slot]:
    """The slot with the operator that was asked for; else with the one it has, else with whoever can."""
    if wish.operatore_id is None and booking.operatore_id is not None and not isinstance(judge(calendar, request), Slot):
        request = replace(request, operatore_id=None)
    slot = place(calendar, request)
    return replace(request, operatore_id=slot.operatore_id), slot


def _priced(
    services: Sequence[Service], start: datetime, booking: Booking, chosen: tuple[Service, ...] | None, client: Client | None
) -> tuple[PricedRow, ...]:
    """Services that were chosen now cost what they cost now; those that stay keep the price they were booked at."""
    rows = price_rows(plan(services, start), services, client.sconto if client else None)
    return rows if chosen is not None else keep_prices(rows, booking.services)


def _freed(world: World, booking: Booking, rows: tuple[PricedRow, ...], takes: Id | None, now: datetime) -> tuple[Write, ...]:
    calendar = days_around(world, booking.inizio.date(), now)
    return offers(world, calendar, booking, world.reads.lexicon(), rows=rows, operatore_id=takes)
