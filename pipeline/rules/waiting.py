"""The waiting list: who comes first, and whom a time that became free is offered to.

Called by the flows of cancelling, moving and waiting, and by the desk; calls the calendar rule and `messages`. Rules:
specification 7, contract section 3, `waitlist.*`. Entries come best first (VIP 100, HIGH 50, NORMAL 0, then first come).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from pipeline.model.business import Booking, Client, Id, Lexicon
from pipeline.model.calendar import Busy, Calendar, Slot, SlotRequest, Window
from pipeline.model.errors import PiiEncrypted
from pipeline.model.writes import MarkWaitlist, PricedRow, Priority, QueueMessage, WaitlistEntry
from pipeline.ports import Reads, World
from pipeline.rules.calendar import free_slots, judge, minute_of, occupied
from pipeline.rules.messages import address, operator_name, params, service_names

SCORES: dict[Priority, int] = {"VIP": 100, "HIGH": 50, "NORMAL": 0}


@dataclass(frozen=True, slots=True)
class Freed:
    """What a cancellation or move gives back: the day, its minutes, the services and whose client it was."""

    day: date
    start: int
    end: int
    services: frozenset[str]
    cliente_id: Id


def already_waiting(entries: Sequence[WaitlistEntry], cliente_id: Id) -> bool:
    """Whether this client already stands on the list of that day and service."""
    return any(str(entry.cliente_id) == str(cliente_id) for entry in entries)


def position(entries: Sequence[WaitlistEntry], cliente_id: Id, priorita: Priority = "NORMAL") -> int:
    """The rank from 1 among those waiting for that day and service; whoever is not on it yet comes after his equals."""
    for place, entry in enumerate(entries, start=1):
        if str(entry.cliente_id) == str(cliente_id):
            return place
    return 1 + sum(entry.priorita_score >= SCORES[priorita] for entry in entries)


def fitting(calendar: Calendar, entry: WaitlistEntry, freed: Freed | None = None) -> Slot | None:
    """The time this entry could have now: at the hour it names, else that day, in what was freed first; None for no room."""
    service = next((one for one in calendar.services if str(one.id) == str(entry.servizio_id)), None)
    if service is None or not calendar.first <= entry.data_preferita <= calendar.last:
        return None
    if entry.ora_preferita is not None:
        verdict = judge(calendar, SlotRequest((service,), entry.data_preferita, entry.ora_preferita, entry.operatore_preferito_id))
        return verdict if isinstance(verdict, Slot) else None
    day = Window(entry.data_preferita, entry.data_preferita)
    found = free_slots(calendar, (service,), day, operatore_id=entry.operatore_preferito_id)
    if freed is not None:
        inside = (slot for slot in found if minute_of(slot.start) < freed.end and freed.start < occupied((service,), slot.start)[1])
        return next(inside, found[0] if found else None)
    return found[0] if found else None


def first_fit(
    reads: Reads, calendar: Calendar, day: date, servizio_id: Id | None = None, freed: Freed | None = None
) -> tuple[WaitlistEntry, Slot, Client | None] | None:
    """The first entry waiting for that day that fits what is free, the time it gets and its client; None when nobody fits.

    After a cancellation only entries for its services are asked, and nobody is offered the time he gave up himself.
    """
    for entry in reads.waitlist(day, servizio_id):
        if freed is not None and (str(entry.servizio_id) not in freed.services or str(entry.cliente_id) == str(freed.cliente_id)):
            continue
        slot = fitting(calendar, entry, freed)
        if slot is not None:
            return entry, slot, _known(reads, entry.cliente_id)
    return None


def offer(found: tuple[WaitlistEntry, Slot, Client | None], lexicon: Lexicon, message_id: str) -> tuple[MarkWaitlist | QueueMessage, ...]:
    """The entry becomes NOTIFIED and its client is told, if he may be."""
    entry, slot, client = found
    to = address(client)
    marked = MarkWaitlist(entry.id, "NOTIFIED")
    if client is None or to is None:
        return (marked,)
    start = datetime.combine(slot.day, slot.start)
    # The operator is named only to whoever asked for one: at the call another may take it.
    operator = operator_name(lexicon, entry.operatore_preferito_id)
    values = params(client.nome, start, service_names(lexicon, (entry.servizio_id,)), operator, "")
    return marked, QueueMessage(message_id, to, "waitlist_offer", values, cliente_id=client.id)


def offers(
    world: World,
    calendar: Calendar,
    booking: Booking,
    lexicon: Lexicon,
    *,
    rows: Sequence[PricedRow] = (),
    operatore_id: Id | None = None,
) -> tuple[MarkWaitlist | QueueMessage, ...]:
    """What the waiting list is offered once this booking is cancelled, or moved to `rows` with `operatore_id`.

    `calendar`: the booking's day as it stands before the write. Writes of the same transaction; empty when nobody fits.
    """
    freed = _freed(booking)
    changed = after(calendar, booking, rows, operatore_id)
    found = first_fit(world.reads, changed, freed.day, freed=freed)
    return offer(found, lexicon, world.ids.uuid()) if found else ()


def after(calendar: Calendar, booking: Booking, rows: Sequence[PricedRow] = (), operatore_id: Id | None = None) -> Calendar:
    """The calendar as it will be without the booking's rows and with these in their place."""
    gone = {str(row_id) for row_id in booking.ids}
    kept = tuple(row for row in calendar.busy if str(row.row_id) not in gone)
    buffers = {str(service.id): service.buffer for service in calendar.services}
    new = tuple(
        Busy(
            booking.id,
            priced.row.inizio.date(),
            minute_of(priced.row.inizio.time()),
            minute_of(priced.row.inizio.time()) + priced.row.durata + buffers.get(str(priced.row.servizio_id), 0),
            priced.row.servizio_id,
            operatore_id,
        )
        for priced in rows
    )
    return replace(calendar, busy=kept + new)


def _freed(booking: Booking) -> Freed:
    midnight = datetime.combine(booking.inizio.date(), datetime.min.time())
    start, end = ((moment - midnight) // timedelta(minutes=1) for moment in (booking.inizio, booking.fine))
    services = frozenset(str(service.servizio_id) for service in booking.services)
    return Freed(booking.inizio.date(), start, end, services, booking.cliente_id)


def _known(reads: Reads, cliente_id: Id) -> Client | None:
    try:
        return reads.client(cliente_id)
    except PiiEncrypted:
        return None  # the place on the list stands; only the message cannot be addressed
