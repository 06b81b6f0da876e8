"""Each reason of docs/contract section 4 at its boundary, and the order in which they are tried."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from pipeline.model.business import Operator, Service
from pipeline.model.calendar import Absence, Block, Busy, Calendar, Hold, Hours, Refusal, Slot, SlotRequest
from pipeline.rules.calendar import explain, judge, still_free
from tests.fakes.book import Book
from tests.fakes.memory import world_of
from tests.pipeline.rules.calendars import ADA, COLOUR, CUT, MONDAY, NOW, SERVICES, WASH, WEEK, asking, busy, calendar

SUNDAY = MONDAY + timedelta(days=6)
TUESDAY = MONDAY + timedelta(days=1)


def reason(given: Calendar, request: SlotRequest) -> str | None:
    """The reason code, None when the time is free."""
    verdict = judge(given, request)
    return verdict.reason if isinstance(verdict, Refusal) else None


def taker(given: Calendar, request: SlotRequest) -> object:
    """Who takes it."""
    verdict = judge(given, request)
    assert isinstance(verdict, Slot)
    return verdict.operatore_id


@pytest.mark.parametrize(
    ("at", "service", "expected"),
    [
        (time(8, 59), CUT, "prima_apertura"),
        (time(9, 0), CUT, None),
        (time(12, 30), CUT, None),
        (time(12, 31), CUT, "pausa"),
        (time(13, 30), CUT, "pausa"),
        (time(13, 59), CUT, "pausa"),
        (time(14, 0), CUT, None),
        (time(18, 30), CUT, None),
        (time(18, 31), CUT, "dopo_chiusura"),
        (time(19, 0), CUT, "dopo_chiusura"),
        (time(18, 0), COLOUR, None),
        (time(12, 0), COLOUR, None),
    ],
)
def test_hours_and_breaks_count_for_the_service_and_not_for_its_buffer(at: time, service: Service, expected: str | None) -> None:
    assert reason(calendar(), asking(at, service, day=TUESDAY)) == expected


def test_the_details_of_a_refusal_name_the_numbers_behind_it() -> None:
    given = calendar(holidays=((TUESDAY, "Festa del patrono"),))
    assert judge(given, asking(time(10), day=TUESDAY)) == Refusal("festivo", (("nome", "Festa del patrono"),))
    assert judge(given, asking(time(10), day=SUNDAY)) == Refusal("giorno_chiuso", (("giorno", "6"),))
    assert judge(given, asking(time(8))) == Refusal("prima_apertura", (("apre", "09:00"), ("chiude", "19:00")))
    assert judge(given, asking(time(18, 45))) == Refusal("dopo_chiusura", (("apre", "09:00"), ("chiude", "19:00"), ("fine", "19:15")))
    assert judge(given, asking(time(12, 45))) == Refusal("pausa", (("dalle", "13:00"), ("alle", "14:00")))
    assert judge(given, asking(time(9), day=date(2026, 6, 8))) == Refusal("anticipo_massimo", (("giorni", "90"), ("ultimo", "2026-06-07")))


def test_exactly_an_hour_ahead_is_allowed_and_a_minute_less_is_not() -> None:
    assert reason(calendar(now=datetime(2026, 3, 9, 9, 0)), asking(time(10))) is None
    assert reason(calendar(now=datetime(2026, 3, 9, 9, 1)), asking(time(10))) == "anticipo_minimo"
    assert reason(calendar(now=datetime(2026, 3, 9, 15, 0)), asking(time(10))) == "anticipo_minimo"


def test_the_ninetieth_day_is_allowed_and_the_day_after_is_not() -> None:
    friday = calendar(now=datetime(2026, 3, 12, 8, 0))
    assert reason(friday, asking(time(10), day=date(2026, 6, 10))) is None
    assert reason(friday, asking(time(10), day=date(2026, 6, 11))) == "anticipo_massimo"


def test_reasons_are_tried_in_the_order_of_the_contract() -> None:
    """One request to which everything applies; what applies is taken away one by one."""
    away = (Absence("ciro", MONDAY, MONDAY),)
    given = calendar(
        now=datetime(2026, 3, 9, 18, 0),
        max_days=-1,
        holidays=((MONDAY, "Festa"),),
        hours=(),
        absences=away,
        busy=(busy(0, 1440, "ciro", service=COLOUR),),
    )
    asked = asking(time(8), CUT, operatore_id="ciro")
    assert reason(given, asked) == "festivo"
    given = replace(given, holidays=())
    assert reason(given, asked) == "giorno_chiuso"
    given = replace(given, hours=WEEK)
    assert reason(given, asked) == "prima_apertura"
    assert reason(given, replace(asked, time=time(19))) == "dopo_chiusura"
    asked = replace(asked, time=time(13))
    assert reason(given, asked) == "pausa"
    asked = replace(asked, time=time(10))
    assert reason(given, asked) == "anticipo_minimo"
    given = replace(given, now=NOW)
    assert reason(given, asked) == "anticipo_massimo"
    given = replace(given, max_days=90)
    assert reason(given, asked) == "operatore_non_fa_servizio"
    asked = replace(asked, services=(COLOUR,))
    assert reason(given, asked) == "operatore_assente"
    given = replace(given, absences=())
    assert reason(given, asked) == "conflitto"
    assert reason(replace(given, busy=()), asked) is None


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(540, 600, None), (570, 601, "conflitto"), (610, 620, "conflitto"), (629, 700, "conflitto"), (630, 700, None)],
)
def test_adjacent_appointments_do_not_touch_and_a_shared_minute_does(start: int, end: int, expected: str | None) -> None:
    assert reason(calendar(busy=(busy(start, end),)), asking(time(10), operatore_id="ada")) == expected


def test_a_buffer_never_runs_into_another_appointment() -> None:
    after = calendar(busy=(busy(11 * 60 + 10, 12 * 60),))
    assert reason(after, asking(time(10), COLOUR, operatore_id="ada")) == "conflitto"
    assert reason(after, asking(time(9, 55), COLOUR, operatore_id="ada")) is None


def test_the_rows_in_the_way_are_named() -> None:
    given = calendar(operators=(ADA,), busy=(busy(600, 630, row_id=7), busy(600, 630, None, row_id=8), busy(700, 730, row_id=9)))
    assert judge(given, asking(time(10))) == Refusal("conflitto", (), (7, 8))


def test_two_services_are_one_block_with_the_buffer_between_them() -> None:
    given = calendar(busy=(busy(10 * 60 + 30, 11 * 60, "ada"),), operators=(ADA,))
    assert reason(given, asking(time(9), COLOUR, CUT)) == "conflitto"
    assert judge(replace(given, busy=(busy(645, 700, "ada"),)), asking(time(9), COLOUR, CUT)) == Slot(MONDAY, time(9), time(10, 45), "ada")


def test_only_one_who_does_every_service_takes_a_visit() -> None:
    assert taker(calendar(), asking(time(10), CUT, COLOUR)) == "ada"
    assert reason(calendar(busy=(busy(600, 660, "ada"),)), asking(time(10), CUT, COLOUR)) == "conflitto"
    assert reason(calendar(operators=(Operator("x", "X", services=frozenset({"cut"})),)), asking(time(10), COLOUR)) == (
        "operatore_non_fa_servizio"
    )


def test_whoever_has_fewest_booked_minutes_that_day_takes_it_then_the_first_of_the_business() -> None:
    assert taker(calendar(), asking(time(10))) == "ada"
    assert taker(calendar(busy=(busy(900, 960, "ada"), busy(900, 930, "bea"))), asking(time(10))) == "bea"
    assert taker(calendar(busy=(busy(900, 960, "ada"), busy(900, 960, "bea"))), asking(time(10))) == "ada"
    assert taker(calendar(busy=(busy(900, 960, "ada", day=TUESDAY),)), asking(time(10))) == "ada"


def test_the_most_informative_reason_is_given_when_operators_differ() -> None:
    given = calendar(absences=(Absence("ada", MONDAY, MONDAY),), busy=(busy(600, 660, "bea"),))
    assert reason(given, asking(time(10))) == "conflitto"
    assert reason(replace(given, absences=(*given.absences, Absence("bea", MONDAY, MONDAY))), asking(time(10))) == "operatore_assente"


def test_an_operator_s_own_hours_replace_the_firm_s_of_that_weekday_and_never_reach_outside() -> None:
    given = calendar(hours=(*WEEK, Hours(0, 480, 720, operatore_id="ada")))
    assert reason(given, asking(time(8, 30), operatore_id="ada")) == "prima_apertura"
    assert reason(given, asking(time(11, 30), operatore_id="ada")) is None
    assert reason(given, asking(time(11, 31), operatore_id="ada")) == "operatore_assente"
    assert reason(given, asking(time(15), operatore_id="ada", day=TUESDAY)) is None


def test_an_operator_with_only_a_break_of_his_own_works_the_firm_s_hours_but_for_it() -> None:
    given = calendar(hours=(*WEEK, Hours(0, 600, 630, pausa=True, operatore_id="ada")))
    assert reason(given, asking(time(10), operatore_id="ada")) == "operatore_assente"
    assert reason(given, asking(time(9, 30), operatore_id="ada")) is None


def test_a_blocked_stretch_is_a_break_for_everybody_and_an_absence_for_one() -> None:
    everybody = calendar(blocks=(Block(600, 660, weekday=0),))
    assert judge(everybody, asking(time(10))) == Refusal("pausa", (("dalle", "10:00"), ("alle", "11:00")))
    assert reason(everybody, asking(time(10), day=TUESDAY)) is None
    one = calendar(blocks=(Block(600, 660, "ada", day=MONDAY),))
    assert reason(one, asking(time(10), operatore_id="ada")) == "operatore_assente"
    assert taker(one, asking(time(10))) == "bea"


def test_an_absence_includes_both_its_days() -> None:
    given = calendar(absences=(Absence("ada", MONDAY, TUESDAY),))
    days = [MONDAY, TUESDAY, TUESDAY + timedelta(days=1)]
    assert [reason(given, asking(time(10), operatore_id="ada", day=day)) for day in days] == ["operatore_assente"] * 2 + [None]


def test_a_business_without_operators_has_room_for_one() -> None:
    given = calendar(operators=(), busy=(busy(600, 630, None),))
    assert reason(given, asking(time(10))) == "conflitto"
    assert judge(given, asking(time(10, 30))) == Slot(MONDAY, time(10, 30), time(11), None)
    assert reason(calendar(operators=(), busy=(busy(600, 630, "gone"),)), asking(time(10))) == "conflitto"


def test_an_appointment_without_operator_takes_one_of_those_who_can_do_it() -> None:
    colour = busy(600, 675, None, service=COLOUR)
    assert taker(calendar(busy=(colour,)), asking(time(10))) == "ada"
    assert reason(calendar(busy=(colour,)), asking(time(10), COLOUR)) is None
    two = calendar(busy=(colour, replace(colour, row_id=1)))
    assert reason(two, asking(time(10), COLOUR)) == "conflitto"
    assert taker(two, asking(time(10))) == "bea"
    assert reason(two, asking(time(10), operatore_id="ada")) == "conflitto"


def test_an_appointment_without_operator_is_served_from_start_to_end_by_one() -> None:
    """Ada is taken later, so that only Bea can serve the whole unassigned hour: Bea is not free for another."""
    given = calendar(operators=(ADA, Operator("bea", "Bea")), busy=(busy(600, 660, None, row_id=1), busy(630, 660, "ada", row_id=2)))
    assert reason(given, asking(time(10), operatore_id="bea")) == "conflitto"
    assert taker(given, asking(time(10))) == "ada"


def test_what_is_overbooked_elsewhere_does_not_close_the_hours_around_it() -> None:
    rows = (busy(540, 620, None, row_id=1), busy(600, 640, None, row_id=2), busy(600, 640, None, row_id=3), busy(630, 700, None, row_id=4))
    given = calendar(operators=(ADA, Operator("bea", "Bea")), busy=rows)
    assert reason(given, asking(time(11))) is None
    assert reason(given, asking(time(10))) == "conflitto"


def test_a_held_slot_stops_other_calls_and_never_the_desk_or_its_own_call() -> None:
    given = calendar(operators=(ADA,), holds=(Hold("call", MONDAY, 600, 630, ("cut",), "ada"),))
    assert reason(given, asking(time(10), session_id="other")) == "conflitto"
    assert reason(given, asking(time(10), session_id="call")) is None
    assert reason(given, asking(time(10))) is None
    assert reason(replace(given, operators=()), asking(time(10), session_id="other")) == "conflitto"


def test_a_moved_appointment_never_stands_in_its_own_way() -> None:
    given = calendar(operators=(ADA,), busy=(busy(600, 660, row_id=5),))
    assert reason(given, asking(time(10, 15))) == "conflitto"
    assert reason(given, asking(time(10, 15), exclude=(5,))) is None


def test_the_night_before_counts_where_it_reaches_into_the_day() -> None:
    given = calendar(hours=(Hours(1, 0, 600),), operators=(ADA,), busy=(Busy(1, MONDAY, 1400, 1460, "cut", "ada"),))
    assert reason(given, asking(time(0, 10), day=TUESDAY)) == "conflitto"
    assert reason(given, asking(time(0, 20), day=TUESDAY)) is None


def test_an_operator_who_is_not_there_is_absent() -> None:
    assert reason(calendar(), asking(time(10), operatore_id="nobody")) == "operatore_assente"


def test_a_calendar_that_does_not_cover_the_day_is_an_error_and_never_free() -> None:
    with pytest.raises(ValueError, match="does not cover"):
        judge(calendar(), asking(time(10), day=date(2027, 1, 1)))


def test_the_same_judgement_is_asked_inside_the_transaction() -> None:
    world, memory = world_of(Book(services=SERVICES, operators=(ADA,), hours=WEEK), NOW)
    recheck = still_free(asking(time(10), operatore_id="ada"), NOW)
    assert recheck(memory) is None
    assert still_free(asking(time(8)), NOW)(world.reads) == Refusal("prima_apertura", (("apre", "09:00"), ("chiude", "19:00")))


def test_an_explanation_names_rule_rows_and_numbers() -> None:
    request = asking(time(10), WASH)
    free = explain(request, judge(calendar(), request))
    asked = {"data": "2026-03-09", "ora": "10:00", "servizi": ["wash"], "durata_minuti": 20, "occupato_minuti": 30}
    assert free == ({"rule": "libero", "rows": [], "values": {**asked, "operatore_id": "ada", "ora_fine": "10:20"}},)
    refused = explain(request, Refusal("conflitto", (("operatore_id", "ada"),), (4,)))
    assert refused == ({"rule": "conflitto", "rows": [4], "values": {**asked, "operatore_id": "ada"}},)
    numbered = explain(asking(time(10), WASH, operatore_id=7), Refusal("conflitto", (("operatore_id", "7"),), (4,)))
    assert numbered[0]["values"]["operatore_id"] == 7
