"""Invented calendars for the tests of the rules: one to read, and a strategy that makes strange ones."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from pipeline.model.business import Operator, Service
from pipeline.model.calendar import Absence, Block, Busy, Calendar, Hold, Hours, SlotRequest

MONDAY = date(2026, 3, 9)
NOW = datetime(2026, 3, 9, 8, 0)
CUT = Service("cut", "Taglio", 30)
COLOUR = Service("colour", "Colore", 60, buffer=15)
WASH = Service("wash", "Piega", 20, buffer=10)
SERVICES = (CUT, COLOUR, WASH)
ADA = Operator("ada", "Ada", genere="F")
BEA = Operator("bea", "Bea", genere="F", services=frozenset({"cut", "wash"}))
CIRO = Operator("ciro", "Ciro", genere="M", services=frozenset({"colour"}))
WEEK = tuple(
    Hours(weekday, start, end, pausa)
    for weekday in range(5)
    for start, end, pausa in ((540, 780, False), (780, 1140, False), (780, 840, True))
)
"""Monday to Friday 9-13 and 14-19."""


def calendar(**changed: Any) -> Calendar:
    """A salon with Ada (everything), Bea (cut, wash) and Ciro (colour), on an empty week from Monday 9 March 2026 at 8."""
    usual = Calendar(
        now=NOW,
        first=MONDAY - timedelta(days=1),
        last=MONDAY + timedelta(days=120),
        slot_minutes=30,
        min_notice=60,
        max_days=90,
        hours=WEEK,
        operators=(ADA, BEA, CIRO),
        services=SERVICES,
    )
    return replace(usual, **changed)


def busy(
    start: int, end: int, operatore_id: str | None = "ada", day: date = MONDAY, service: Service = CUT, row_id: int | None = None
) -> Busy:
    """A row from minute to minute."""
    return Busy(row_id if row_id is not None else start, day, start, end, service.id, operatore_id)


def asking(at: time, *services: Service, day: date = MONDAY, **more: Any) -> SlotRequest:
    """A request for these services (a cut when none is named)."""
    return SlotRequest(services or (CUT,), day, at, **more)


_five = st.integers(96, 240).map(lambda n: n * 5)
_days = st.integers(0, 2).map(lambda n: MONDAY + timedelta(days=n))


@st.composite
def services_of_a_business(draw: st.DrawFn) -> tuple[Service, ...]:
    """Three services, some with a buffer."""
    return tuple(
        Service(name, name, draw(st.sampled_from((15, 30, 45, 75))), draw(st.sampled_from((0, 0, 5, 20)))) for name in ("a", "b", "c")
    )


@st.composite
def hours_of_a_business(draw: st.DrawFn, operators: tuple[Operator, ...]) -> tuple[Hours, ...]:
    """Openings and breaks of three weekdays, sometimes of an operator's own."""
    rows: list[Hours] = []
    for weekday in range(3):
        for _ in range(draw(st.integers(0, 2))):
            start = draw(_five)
            rows.append(Hours(weekday, start, start + draw(st.sampled_from((60, 180, 300)))))
        if draw(st.booleans()):
            start = draw(_five)
            rows.append(Hours(weekday, start, start + draw(st.sampled_from((15, 60))), pausa=True))
        if operators and draw(st.booleans()):
            start = draw(_five)
            own = draw(st.sampled_from(operators)).id
            rows.append(Hours(weekday, start, start + draw(st.sampled_from((45, 240))), draw(st.booleans()), own))
    return tuple(rows)


@st.composite
def strange_calendars(draw: st.DrawFn) -> Calendar:
    """Three days of a business with up to three operators, appointments of anybody and nobody, holds, absences and blocks."""
    services = draw(services_of_a_business())
    names = ("x", "y", "z")[: draw(st.integers(0, 3))]
    subsets = st.one_of(st.none(), st.sets(st.sampled_from(("a", "b", "c")), min_size=1).map(frozenset))
    operators = tuple(Operator(name, name, services=draw(subsets)) for name in names)
    anybody = st.sampled_from((*names, None, None)) if names else st.none()
    rows: list[Busy] = []
    for number in range(draw(st.integers(0, 7))):
        start, service = draw(_five), draw(st.sampled_from(services))
        end = start + service.durata + service.buffer
        rows.append(Busy(number, draw(_days), start, end, service.id, draw(anybody)))
    holds: list[Hold] = []
    for number in range(draw(st.integers(0, 1))):
        start = draw(_five)
        holds.append(Hold(f"call {number}", draw(_days), start, start + 45, (services[0].id,), draw(anybody)))
    who = st.sampled_from((*names, None)) if names else st.none()
    blocks = [
        Block(start := draw(_five), start + 30, draw(who), draw(st.sampled_from((None, 0, 1))), draw(st.one_of(st.none(), _days)))
        for _ in range(draw(st.integers(0, 1)))
    ]
    absences = [Absence(draw(st.sampled_from(names)), first := draw(_days), first) for _ in range(draw(st.integers(0, 1))) if names]
    return Calendar(
        now=datetime.combine(MONDAY, time(draw(st.integers(6, 12)), draw(st.sampled_from((0, 17, 30))))),
        first=MONDAY - timedelta(days=1),
        last=MONDAY + timedelta(days=4),
        slot_minutes=draw(st.sampled_from((15, 20, 30))),
        min_notice=draw(st.sampled_from((0, 60))),
        max_days=draw(st.sampled_from((1, 90))),
        hours=draw(hours_of_a_business(operators)),
        operators=operators,
        services=services,
        holidays=((MONDAY + timedelta(days=2), "Festa"),) if draw(st.booleans()) else (),
        absences=tuple(absences),
        blocks=tuple(blocks),
        busy=tuple(rows),
        holds=tuple(holds),
    )


@st.composite
def strange_requests(draw: st.DrawFn, given: Calendar) -> SlotRequest:
    """A visit of one or two services at any five minutes, with or without an operator, sometimes moving a row."""
    chosen = tuple(draw(st.lists(st.sampled_from(given.services), min_size=1, max_size=2)))
    minute = draw(_five)
    operator = draw(st.sampled_from((None, None, *(one.id for one in given.operators))))
    exclude = tuple(row.row_id for row in given.busy[:1]) if draw(st.booleans()) else ()
    session = draw(st.sampled_from((None, "mine")))
    return SlotRequest(chosen, draw(_days), time(minute // 60, minute % 60), operator, exclude, session)


@st.composite
def crowded_calendars(draw: st.DrawFn) -> Calendar:
    """One day, open from 8 to 20 with a break, where up to three operators and nobody share many short appointments."""
    services = draw(services_of_a_business())
    names = ("x", "y", "z")[: draw(st.integers(0, 3))]
    subsets = st.one_of(st.none(), st.none(), st.sets(st.sampled_from(("a", "b", "c")), min_size=2).map(frozenset))
    operators = tuple(Operator(name, name, services=draw(subsets)) for name in names)
    anybody = st.sampled_from((*names, None, None)) if names else st.none()
    rows: list[Busy] = []
    for number in range(draw(st.integers(2, 9))):
        start, service = draw(st.integers(108, 180)) * 5, draw(st.sampled_from(services))
        rows.append(Busy(number, MONDAY, start, start + service.durata + service.buffer, service.id, draw(anybody)))
    part_time = tuple(Hours(0, 540, draw(st.sampled_from((720, 780))), False, name) for name in names[:1] if draw(st.booleans()))
    return calendar(
        now=datetime.combine(MONDAY, time(5)),
        hours=(Hours(0, 480, 1200), Hours(0, 765, 780, pausa=True), *part_time),
        operators=operators,
        services=services,
        slot_minutes=draw(st.sampled_from((15, 30))),
        busy=tuple(rows),
        holds=(Hold("call", MONDAY, 600, 645, (services[0].id,), draw(anybody)),) if draw(st.booleans()) else (),
    )


@st.composite
def crowded_requests(draw: st.DrawFn, given: Calendar) -> SlotRequest:
    """A visit of one or two services in the crowded hours, with or without an operator."""
    chosen = tuple(draw(st.lists(st.sampled_from(given.services), min_size=1, max_size=2)))
    minute = draw(st.integers(105, 185)) * 5
    operator = draw(st.sampled_from((None, None, *(one.id for one in given.operators))))
    exclude = (draw(st.sampled_from(given.busy)).row_id,) if draw(st.booleans()) else ()
    return SlotRequest(chosen, MONDAY, time(minute // 60, minute % 60), operator, exclude, draw(st.sampled_from((None, "mine"))))
