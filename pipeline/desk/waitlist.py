"""The waiting list: `waitlist.*` (specification 7).

VIP 100, HIGH 50 (set by the desk only), NORMAL 0, then first come; an entry waits 30 days. Nobody waits twice for the same.
"""

from datetime import date, datetime, time

from pipeline.desk.deeds import Deed, Shape, carry_out, find_operator, find_service
from pipeline.desk.places import days_around
from pipeline.model.business import Id
from pipeline.model.calendar import Refusal
from pipeline.model.errors import NotFound, Refused
from pipeline.model.writes import AddToWaitlist, Committed, MarkWaitlist, Priority, QueueMessage, WaitlistEntry
from pipeline.ports import Reads, Recheck, World
from pipeline.rules import shapes
from pipeline.rules.rechecks import STALE, still_waiting
from pipeline.rules.waiting import already_waiting, first_fit, offer, position


def add(
    world: World,
    *,
    cliente_id: Id,
    servizio_id: Id,
    data_preferita: date,
    ora_preferita: time | None = None,
    operatore_preferito_id: Id | None = None,
    priorita: Priority | None = None,
    request_id: str | None = None,
) -> Shape:
    """The entry and its rank; whoever waits for that day and service already keeps his place. Raises NotFound, Refused for a past day."""

    def decide(now: datetime) -> Deed:
        client = world.reads.client(cliente_id)
        if client is None:
            raise NotFound("cliente_id")
        service = find_service(world, servizio_id)
        operator = find_operator(world, operatore_preferito_id, "operatore_preferito_id")
        if data_preferita < now.date():
            raise Refused("anticipo_minimo", "the day has passed")
        subject: Shape = {"cliente_id": client.id, "servizio_id": service.id}
        waiting = world.reads.waitlist(data_preferita, service.id)
        if already_waiting(waiting, client.id):
            return Deed((), lambda made: _placed(world, data_preferita, service.id, client.id), subject=subject)
        rank: Priority = priorita or ("VIP" if client.is_vip else "NORMAL")
        operatore_id = operator.id if operator else None
        write = AddToWaitlist(client.id, service.id, data_preferita, ora_preferita, operatore_id, rank)
        alone: Recheck = lambda reads: _alone(reads, data_preferita, service.id, client.id)  # noqa: E731 - it closes over this decision
        return Deed((write,), lambda made: _placed(world, data_preferita, service.id, client.id), alone, subject)

    return carry_out(world, "waitlist.add", request_id, decide)


def list_entries(world: World, *, data: date | None = None, servizio_id: Id | None = None) -> Shape:
    """Those who wait, best first."""
    return {"waitlist": [shapes.waiting(entry) for entry in world.reads.waitlist(data, servizio_id)]}


def notify(world: World, *, data: date, servizio_id: Id | None = None) -> Shape:
    """The first entry that fits what is free that day, now NOTIFIED and its message queued; notified None when nobody fits."""
    service = find_service(world, servizio_id) if servizio_id is not None else None
    message_id = world.ids.uuid()

    def decide(now: datetime) -> Deed:
        calendar = days_around(world, data, now)
        found = first_fit(world.reads, calendar, data, service.id if service else None)
        if found is None:
            return Deed((), lambda made: {"notified": None})
        entry, slot, _ = found
        writes = offer(found, world.reads.lexicon(), message_id)

        def answer(made: Committed) -> Shape:
            shape = shapes.waiting(entry) | {"status": "NOTIFIED", "slot": shapes.slot(slot), "message_id": _queued(writes)}
            return {"notified": shape, **shape}

        return Deed(writes, answer, still_waiting(writes), {"waitlist_id": entry.id})

    return carry_out(world, "waitlist.notify", None, decide)


def _alone(reads: Reads, day: date, servizio_id: Id, cliente_id: Id) -> Refusal | None:
    return STALE if already_waiting(reads.waitlist(day, servizio_id), cliente_id) else None


def _placed(world: World, day: date, servizio_id: Id, cliente_id: Id) -> Shape:
    entries = world.reads.waitlist(day, servizio_id)
    entry = _own(entries, cliente_id)
    return {"waitlist_id": entry.id, "position": position(entries, cliente_id), "priorita": entry.priorita}


def _own(entries: tuple[WaitlistEntry, ...], cliente_id: Id) -> WaitlistEntry:
    for entry in entries:
        if str(entry.cliente_id) == str(cliente_id):
            return entry
    raise NotFound("cliente_id")


def _queued(writes: tuple[MarkWaitlist | QueueMessage, ...]) -> str | None:
    return next((write.message_id for write in writes if isinstance(write, QueueMessage)), None)
