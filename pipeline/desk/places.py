"""Is there room: `appuntamenti.disponibilita`, and the judgement that the writing methods share.

Called by `bookings` and `changing`; calls the calendar rule, the same that a conversation is judged by. Held slots never stop
the desk (contract section 4).
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import get_args

from pipeline.desk.deeds import Shape, find_operator, find_services
from pipeline.model.business import Id, Service
from pipeline.model.calendar import Calendar, Reason, Refusal, Slot, SlotRequest, Window
from pipeline.model.errors import Conflict, InvalidField, NotFound, Refused
from pipeline.ports import World
from pipeline.rules import shapes
from pipeline.rules.calendar import alternatives, bare, free_slots, grid, judge, span

_ORDER: tuple[Reason, ...] = get_args(Reason)


def disponibilita(
    world: World,
    *,
    data: date,
    ora: time | None = None,
    servizi: list[Id] | None = None,
    durata_minuti: int | None = None,
    operatore_id: Id | None = None,
    escludi_id: Id | None = None,
) -> Shape:
    """Whether that time is free, or without `ora` which starts of the day are; with the reason and alternatives when not."""
    services = _services(world, servizi, durata_minuti)
    operator = find_operator(world, operatore_id)
    request = SlotRequest(services, data, ora or time(), operator.id if operator else None, _rows(world, escludi_id))
    calendar = calendar_for(world, request, world.clock.now())
    return _whole_day(calendar, request) if ora is None else _one_time(calendar, request)


def place(calendar: Calendar, request: SlotRequest) -> Slot:
    """The slot the request gets. Raises Conflict when the time is taken, Refused for every other reason; both with alternatives."""
    verdict = judge(calendar, request)
    if isinstance(verdict, Slot):
        return verdict
    offered = alternatives(calendar, request)
    if verdict.reason == "conflitto":
        raise Conflict("the time is taken", offered)
    raise Refused(verdict.reason, alternatives=offered)


def calendar_for(world: World, request: SlotRequest, now: datetime) -> Calendar:
    """The days that judging the request and looking for alternatives may touch. Raises InvalidField at the ends of the calendar."""
    try:
        first, last = span(request)
    except OverflowError as error:
        raise InvalidField((_NO_DAY,)) from error
    return world.reads.calendar(first, last, now)


def days_around(world: World, day: date, now: datetime) -> Calendar:
    """The day with the nights before and after it. Raises InvalidField at the ends of the calendar."""
    try:
        first, last = day - timedelta(days=1), day + timedelta(days=1)
    except OverflowError as error:
        raise InvalidField((_NO_DAY,)) from error
    return world.reads.calendar(first, last, now)


_NO_DAY = ("data", "is too far from today")


def _services(world: World, servizi: list[Id] | None, durata_minuti: int | None) -> tuple[Service, ...]:
    if servizi:
        return find_services(world, servizi)
    if not durata_minuti:
        raise InvalidField((("servizi", "must be given, or durata_minuti"),))
    return (bare(durata_minuti),)


def _rows(world: World, escludi_id: Id | None) -> tuple[Id, ...]:
    if escludi_id is None:
        return ()
    booking = world.reads.booking(escludi_id)
    if booking is None:
        raise NotFound("escludi_id")
    return booking.ids


def _one_time(calendar: Calendar, request: SlotRequest) -> Shape:
    verdict = judge(calendar, request)
    if isinstance(verdict, Slot):
        return {"available": True, "operatore_id": verdict.operatore_id, "alternatives": []}
    return _refused(calendar, request, verdict)


def _refused(calendar: Calendar, request: SlotRequest, refusal: Refusal) -> Shape:
    offered = [shapes.slot(slot) for slot in alternatives(calendar, request)]
    return {"available": False, "reason": refusal.reason, "alternatives": offered}


def _whole_day(calendar: Calendar, request: SlotRequest) -> Shape:
    found = free_slots(
        calendar, request.services, Window(request.day, request.day), operatore_id=request.operatore_id, exclude=request.exclude
    )
    if found:
        return {"available": True, "slots": [shapes.slot(slot) for slot in found], "alternatives": []}
    starts = grid(calendar, request.day)
    opening = replace(request, time=starts[0] if starts else time(9))
    return {**_refused(calendar, opening, _furthest(calendar, request, starts)), "slots": []}


def _furthest(calendar: Calendar, request: SlotRequest, starts: tuple[time, ...]) -> Refusal:
    """Why the day has no room: the reason of the start that came closest, in the order the reasons are tried."""
    verdicts = [judge(calendar, replace(request, time=start)) for start in starts or (time(9),)]
    refusals = [verdict for verdict in verdicts if isinstance(verdict, Refusal)]
    return max(refusals, key=lambda refusal: _ORDER.index(refusal.reason))
