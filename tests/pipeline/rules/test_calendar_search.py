"""What is proposed: the grid, the window, the alternatives in their order, and the rows that will be written."""

from datetime import date, datetime, time, timedelta

import pytest

from pipeline.model.business import Service
from pipeline.model.calendar import Block, Hours, PlannedRow, Slot, Window
from pipeline.rules.calendar import alternatives, bare, duration, free_slots, grid, judge, occupied, plan, span
from tests.pipeline.rules.calendars import ADA, COLOUR, CUT, MONDAY, WASH, WEEK, asking, busy, calendar

TUESDAY = MONDAY + timedelta(days=1)
FULL = busy(0, 1440, "ada")


def starts(slots: tuple[Slot, ...]) -> list[str]:
    """Day of the month and hour of each."""
    return [f"{slot.day.day} {slot.start:%H:%M}" for slot in slots]


def test_proposals_start_on_the_grid_counted_from_each_opening() -> None:
    hours = (Hours(1, 555, 660), Hours(1, 860, 930))
    assert grid(calendar(hours=hours), TUESDAY) == (
        time(9, 15),
        time(9, 45),
        time(10, 15),
        time(10, 45),
        time(14, 20),
        time(14, 50),
        time(15, 20),
    )
    found = free_slots(calendar(hours=hours), (CUT,), Window(TUESDAY, TUESDAY))
    assert starts(found) == ["10 09:15", "10 09:45", "10 10:15", "10 14:20", "10 14:50"]


def test_a_window_narrows_days_hours_and_weekdays() -> None:
    window = Window(MONDAY, MONDAY + timedelta(days=3), time(18), time(18, 30), (1, 2))
    assert starts(free_slots(calendar(), (CUT,), window)) == ["9 18:00", "9 18:30", "12 18:00", "12 18:30"]
    assert starts(free_slots(calendar(), (CUT,), window, limit=1)) == ["9 18:00"]


def test_nothing_is_proposed_before_the_notice_or_beyond_the_horizon() -> None:
    late = calendar(now=datetime(2026, 3, 9, 17, 1), max_days=1)
    found = free_slots(late, (CUT,), Window(MONDAY, MONDAY + timedelta(days=9), time(18)))
    assert starts(found) == ["9 18:30", "10 18:00", "10 18:30"]


def test_a_search_can_ask_for_an_operator_a_gender_or_some_operators() -> None:
    window = Window(MONDAY, MONDAY, time(10), time(10))
    assert [slot.operatore_id for slot in free_slots(calendar(), (COLOUR,), window, operatore_id="ciro")] == ["ciro"]
    assert [slot.operatore_id for slot in free_slots(calendar(), (COLOUR,), window, genere="M")] == ["ciro"]
    assert [slot.operatore_id for slot in free_slots(calendar(), (CUT,), window, operators=("ciro", "bea"))] == ["bea"]
    assert free_slots(calendar(), (CUT,), window, genere="M") == ()
    assert free_slots(calendar(operators=()), (CUT,), window, genere="F") == ()


def test_alternatives_are_the_nearest_before_and_after_and_one_in_another_part_of_the_day() -> None:
    given = calendar(operators=(ADA,), busy=(busy(600, 660),))
    assert starts(alternatives(given, asking(time(10)))) == ["9 09:30", "9 11:00", "9 12:00"]
    assert starts(alternatives(given, asking(time(10, 15)), limit=2)) == ["9 09:30", "9 11:00"]


def test_the_third_alternative_prefers_a_part_of_the_day_not_offered_yet() -> None:
    given = calendar(operators=(ADA,), busy=(busy(540, 780), busy(900, 960)))
    assert starts(alternatives(given, asking(time(10)))) == ["9 14:00", "9 18:00", "10 10:00"]


def test_a_full_day_offers_the_same_hour_on_the_following_open_days() -> None:
    given = calendar(operators=(ADA,), busy=(FULL, busy(600, 660, day=TUESDAY)))
    assert starts(alternatives(given, asking(time(10)))) == ["10 09:30", "11 10:00", "12 10:00"]


def test_few_open_days_offer_more_than_one_time_each() -> None:
    given = calendar(operators=(ADA,), hours=tuple(row for row in WEEK if row.weekday < 2), busy=(FULL,))
    assert starts(alternatives(given, asking(time(10)))) == ["10 09:30", "10 10:00", "16 10:00"]


def test_the_eighth_day_is_no_alternative() -> None:
    given = calendar(
        operators=(ADA,), hours=tuple(row for row in WEEK if row.weekday == 0), busy=(FULL, busy(0, 1440, day=MONDAY + timedelta(days=7)))
    )
    assert alternatives(given, asking(time(10))) == ()


def test_an_operator_who_was_asked_for_is_kept() -> None:
    given = calendar(busy=(busy(600, 660, "bea"),))
    found = alternatives(given, asking(time(10), operatore_id="bea"))
    assert [slot.operatore_id for slot in found] == ["bea"] * 3


def test_a_moved_visit_is_not_offered_the_time_it_has() -> None:
    given = calendar(operators=(ADA,), busy=(busy(600, 630, row_id=1), busy(630, 660, row_id=2)))
    assert starts(alternatives(given, asking(time(10, 30), exclude=(1,)))) == ["9 09:30", "9 11:00", "9 12:00"]


def test_rows_follow_each_other_after_the_buffer_and_hold_no_trailing_one() -> None:
    services = (COLOUR, WASH, CUT)
    start = datetime(2026, 3, 9, 10, 0)
    assert plan(services, start) == (
        PlannedRow("colour", start, datetime(2026, 3, 9, 11, 0), 60),
        PlannedRow("wash", datetime(2026, 3, 9, 11, 15), datetime(2026, 3, 9, 11, 35), 20),
        PlannedRow("cut", datetime(2026, 3, 9, 11, 45), datetime(2026, 3, 9, 12, 15), 30),
    )
    assert duration(services) == 135
    assert duration((WASH,)) == 20
    assert occupied((CUT, WASH), time(10)) == (600, 660)


@pytest.mark.parametrize("services", [(), (Service("x", "X", 0),)])
def test_a_visit_of_nothing_is_refused(services: tuple[Service, ...]) -> None:
    with pytest.raises(ValueError, match="at least one service"):
        plan(services, datetime(2026, 3, 9, 10, 0))


def test_a_bare_stretch_of_time_fits_whoever_is_free() -> None:
    given = calendar(busy=(busy(600, 660, "ada"), busy(600, 660, "bea")))
    assert judge(given, asking(time(10), bare(45))) == Slot(MONDAY, time(10), time(10, 45), "ciro")


def test_the_days_to_read_cover_the_alternatives_and_the_nights_around() -> None:
    assert span(asking(time(10))) == (date(2026, 3, 8), date(2026, 3, 17))


def test_every_proposal_of_a_quarter_is_one_the_judge_accepts() -> None:
    given = calendar(
        busy=tuple(
            busy(540 + 45 * (n % 11), 600 + 45 * (n % 11), ("ada", "bea", None)[n % 3], MONDAY + timedelta(days=n // 7), row_id=n)
            for n in range(400)
        )
    )
    found = free_slots(given, (CUT, WASH), Window(MONDAY, MONDAY + timedelta(days=90)))
    assert len(found) > 200
    assert [judge(given, asking(slot.start, CUT, WASH, day=slot.day)) for slot in found[::9]] == list(found[::9])


def test_hours_of_one_s_own_never_reach_into_a_stretch_blocked_for_everybody() -> None:
    hours = (*WEEK, Hours(0, 540, 720, operatore_id="ada"))
    given = calendar(operators=(ADA,), hours=hours, blocks=(Block(600, 690, weekday=0),))
    assert starts(free_slots(given, (CUT,), Window(MONDAY, MONDAY))) == ["9 09:00", "9 09:30", "9 11:30"]
