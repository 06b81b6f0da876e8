"""Three figures in a row, and an hour outside the day's opening: what is no day to come on, and which half of the day is meant."""

import datetime as dt
from dataclasses import replace

import pytest

from pipeline.italian.parse import parse
from pipeline.model.parse import Context
from tests.eval.cases import lexicon

NOW = dt.datetime(2026, 3, 10, 9, 15)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12 12 88", None),
        ("il 12 3 88", None),
        ("12/12/88", None),
        ("dodici dodici ottantotto", None),
        ("12 3 26", "2026-03-12"),
        ("17 03 26", "2026-03-17"),
        ("12 03 alle 15", "2026-03-12"),
    ],
)
def test_figures_of_a_birth_are_no_day_to_come_on(text: str, day: str | None) -> None:
    found = parse(text, Context(now=NOW, lexicon=lexicon("dentista"), step="data"))
    assert found.date == (dt.date.fromisoformat(day) if day else None)
    assert found.alternatives == ()


@pytest.mark.parametrize(("text", "hour"), [("lunedì alle 10", "10:00"), ("lunedì alle 7", "19:00"), ("lunedì alle 11 e mezza", "11:30")])
def test_an_hour_outside_the_day_is_one_of_another_day_rather_than_none(text: str, hour: str) -> None:
    """Open from 9 to 19.30, on Mondays only in the afternoon: who says ten has not understood that, and means no ten at night."""
    late, whole = (dt.time(15, 30), dt.time(19, 30)), (dt.time(9), dt.time(19, 30))
    shop = replace(lexicon("palestra"), hours=((late,), *((whole,) for _ in range(5)), ()))
    assert parse(text, Context(now=NOW, lexicon=shop, step="ora")).time == dt.time.fromisoformat(hour)
