"""The rule that judges a time and the one that searches agree with a slow reading of the contract, minute by minute."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.model.calendar import Busy, Calendar, Refusal, Slot, SlotRequest, Window
from pipeline.rules.calendar import alternatives, clock, free_slots, judge, minute_of, occupied
from tests.pipeline.rules import oracle
from tests.pipeline.rules.calendars import MONDAY, crowded_calendars, crowded_requests, strange_calendars, strange_requests

many = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
some = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def answer(calendar: Calendar, request: SlotRequest) -> tuple[str | None, object]:
    """The verdict in the oracle's words."""
    verdict = judge(calendar, request)
    return (verdict.reason, None) if isinstance(verdict, Refusal) else (None, verdict.operatore_id)


@many
@given(st.data(), strange_calendars())
def test_a_time_is_judged_as_the_contract_reads_minute_by_minute(data: st.DataObject, calendar: Calendar) -> None:
    for _ in range(6):
        request = data.draw(strange_requests(calendar))
        assert answer(calendar, request) == oracle.reason_or_operator(calendar, request)


@many
@given(st.data(), crowded_calendars())
def test_a_crowded_day_is_judged_as_the_contract_reads_minute_by_minute(data: st.DataObject, calendar: Calendar) -> None:
    for _ in range(6):
        request = data.draw(crowded_requests(calendar))
        assert answer(calendar, request) == oracle.reason_or_operator(calendar, request)


@some
@given(st.data(), st.one_of(strange_calendars(), crowded_calendars()))
def test_the_free_starts_are_exactly_those_of_the_grid_that_the_oracle_finds_free(data: st.DataObject, calendar: Calendar) -> None:
    asked = data.draw(strange_requests(calendar))
    found = free_slots(
        calendar,
        asked.services,
        Window(MONDAY, MONDAY + timedelta(days=2)),
        operatore_id=asked.operatore_id,
        exclude=asked.exclude,
        session_id=asked.session_id,
    )
    expected: list[tuple[object, ...]] = []
    for number in range(3):
        day = MONDAY + timedelta(days=number)
        for minute in oracle.grid(calendar, day):
            reason, operator = oracle.reason_or_operator(calendar, replace(asked, day=day, time=clock(minute)))
            expected += [(day, minute, operator)] if reason is None else []
    assert [(slot.day, minute_of(slot.start), slot.operatore_id) for slot in found] == expected


@some
@given(st.data(), st.one_of(strange_calendars(), crowded_calendars()))
def test_every_alternative_can_be_booked_and_keeps_the_operator_asked_for(data: st.DataObject, calendar: Calendar) -> None:
    request = data.draw(strange_requests(calendar))
    offered = alternatives(calendar, request)
    assert len(offered) == len(set(offered)) <= 3
    for slot in offered:
        again = replace(request, day=slot.day, time=slot.start)
        assert judge(calendar, again) == slot
        assert request.operatore_id in (None, slot.operatore_id)


@some
@given(st.data(), st.one_of(strange_calendars(), crowded_calendars()))
def test_booking_takes_the_time_and_cancelling_gives_back_exactly_what_was_free(data: st.DataObject, calendar: Calendar) -> None:
    asked = replace(data.draw(strange_requests(calendar)), exclude=())
    window = Window(MONDAY, MONDAY + timedelta(days=3))
    before = free_slots(calendar, asked.services, window)
    booked = replace(calendar, busy=(*calendar.busy, *(row_of(slot, asked, number) for number, slot in enumerate(before[:1], start=100))))
    during = free_slots(booked, asked.services, window)
    after = free_slots(booked, asked.services, window, exclude=(100,))
    assert after == before
    assert {(slot.day, slot.start) for slot in during} <= {(slot.day, slot.start) for slot in before}
    assert set(before[:1]).isdisjoint(during)


def row_of(slot: Slot, request: SlotRequest, number: int) -> Busy:
    """The busy row of a visit that was just booked."""
    start, end = occupied(request.services, slot.start)
    return Busy(number, slot.day, start, end, request.services[0].id, slot.operatore_id)
