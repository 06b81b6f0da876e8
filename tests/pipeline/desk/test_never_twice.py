"""Whatever is asked of the desk in whatever order, nobody is in two places at once and what was cancelled is free again."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.desk import bookings, waitlist
from pipeline.model.calendar import Calendar
from pipeline.model.errors import Conflict, InvalidField, NotFound, Refused
from pipeline.ports import World
from tests.pipeline.desk.business import DAY, NOW, salon

REFUSALS = (Conflict, NotFound, Refused)


@dataclass(frozen=True)
class Act:
    """One thing asked of the desk."""

    kind: str
    client: int
    services: tuple[int, ...]
    day: date
    at: time
    operator: int | None
    number: int


acts = st.builds(
    Act,
    kind=st.sampled_from(("create", "create", "create", "update", "services", "delete", "wait")),
    client=st.integers(1, 4),
    services=st.lists(st.integers(1, 3), min_size=1, max_size=3).map(tuple),
    day=st.integers(0, 1).map(lambda n: DAY + timedelta(days=n)),
    at=st.integers(108, 228).map(lambda n: time(n * 5 // 60, n * 5 % 60)),
    operator=st.sampled_from((None, 1, 2)),
    number=st.integers(1, 12),
)


def carried_out(world: World, act: Act) -> dict[str, Any] | None:
    """The answer, or None where a rule said no."""
    try:
        match act.kind:
            case "create":
                return bookings.create(
                    world, cliente_id=act.client, servizi=list(act.services), data=act.day, ora=act.at, operatore_id=act.operator
                )
            case "update":
                return bookings.update(world, id=act.number, data=act.day, ora=act.at, operatore_id=act.operator)
            case "services":
                return bookings.update(world, id=act.number, servizi=list(act.services))
            case "wait":
                return waitlist.add(world, cliente_id=act.client, servizio_id=act.services[0], data_preferita=act.day)
            case _:
                return bookings.delete(world, id=act.number)
    except REFUSALS:
        return None


def standing(world: World) -> Calendar:
    """The days of the tests as they are."""
    return world.reads.calendar(NOW.date(), DAY + timedelta(days=9), NOW)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(acts, min_size=3, max_size=25), st.booleans())
def test_nobody_is_ever_in_two_places_at_once(asked: list[Act], alone: bool) -> None:
    world, memory = salon(**({"operators": ()} if alone else {}))
    answers = [carried_out(world, act) for act in asked]
    rows = standing(world).busy
    together = [
        (one, other)
        for one, other in combinations(rows, 2)
        if one.day == other.day and one.operatore_id == other.operatore_id and one.start < other.end and other.start < one.end
    ]
    assert together == []
    assert len(memory.book.audit) == sum(answer is not None for answer in answers)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(acts, min_size=1, max_size=12), acts)
def test_booking_and_cancelling_gives_back_exactly_the_free_time(asked: list[Act], last: Act) -> None:
    world, _ = salon()
    for act in asked:
        carried_out(world, act)
    before = [bookings.disponibilita(world, data=last.day, servizi=[one])["slots"] for one in (1, 2, 3)]
    made = carried_out(world, Act("create", last.client, last.services, last.day, last.at, None, 1))
    carried_out(world, Act("delete", 1, (1,), last.day, last.at, None, made["id"] if made else -1))
    assert [bookings.disponibilita(world, data=last.day, servizi=[one])["slots"] for one in (1, 2, 3)] == before


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_refused_in_words(day: date) -> None:
    world, _ = salon()
    with pytest.raises(InvalidField):
        bookings.disponibilita(world, data=day, servizi=[1])
    with pytest.raises(InvalidField):
        waitlist.notify(world, data=day)
