"""Days and times understood: the tables of expressions, what is none, the conventions, and any text at all."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.italian import dates, feasts, phones, when
from pipeline.italian.words import Span, tokenize
from pipeline.model.parse import Step
from tests.pipeline.italian.readings import DOCTOR, GYM, context, lines, table, understood

STEPS: list[Step | None] = [None, "data", "ora", "telefono", "data_nascita", "disambiguazione", "cliente", "alternative"]
VOCABULARY = [
    "lunedì", "venerdì", "24", "il", "le", "alle", "dalle", "9", "15", "30", ":", "/", ".", ",", "e", "o", "no", "non", "tra", "fra",
    "due", "tre", "settimana", "prossima", "mese", "marzo", "aprile", "dopo", "prima", "di", "a", "otto", "mezza", "quarto", "un",
    "meno", "mattina", "sera", "entro", "ultimo", "primo", "giorno", "Pasqua", "fine", "tranne", "oggi", "domani", "ore", "h", "verso",
    "posso", "da", "in", "poi", "che", "viene",
]  # fmt: skip
SPOKEN = st.lists(st.sampled_from(VOCABULARY), max_size=40).map(" ".join)


@pytest.mark.parametrize(("text", "expected"), table("days"))
def test_a_day_is_understood_as_it_is_said(text: str, expected: str) -> None:
    assert understood(text, context()) == expected


@pytest.mark.parametrize(("text", "expected"), table("times"))
def test_an_hour_is_understood_as_it_is_said(text: str, expected: str) -> None:
    assert understood(text, context()) == expected


@pytest.mark.parametrize(("text", "expected"), table("calls"))
def test_what_callers_say_around_it_changes_nothing(text: str, expected: str) -> None:
    assert understood(text, context()) == expected


@pytest.mark.parametrize(("text", "expected"), table("stories"))
def test_a_day_that_only_tells_or_explains_is_no_wish(text: str, expected: str) -> None:
    assert understood(text, context()) == expected


@pytest.mark.parametrize(("text", "expected"), table("doctor"))
def test_a_surgery_with_a_lunch_break_understands_its_callers(text: str, expected: str) -> None:
    assert understood(text, context(now=dt.datetime(2026, 11, 16, 15, 10), week=DOCTOR)) == expected


@pytest.mark.parametrize(("text", "expected"), table("hour_asked"))
def test_a_bare_number_is_an_hour_where_the_hour_was_asked(text: str, expected: str) -> None:
    assert understood(text, context("ora")) == expected


@pytest.mark.parametrize(("text", "expected"), table("day_asked"))
def test_a_bare_number_is_a_day_where_the_day_was_asked(text: str, expected: str) -> None:
    assert understood(text, context("data")) == expected


@pytest.mark.parametrize("text", lines("nothing"))
def test_nothing_is_found_where_no_day_is_said(text: str) -> None:
    moment = context()
    blocked = (*_spans_of_others(text),)
    assert when.read(tokenize(text), moment, blocked) == when.WhenFound()


def _spans_of_others(text: str) -> tuple[Span, ...]:
    """What the readers of telephone numbers and birth dates keep for themselves."""
    words = tokenize(text)
    phone, birth = phones.read(words, context()), dates.birth(words, context())
    return (*(phone.spans if phone else ()), *((birth.span,) if birth else ()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("alle sette", "chiedi 07:00 19:00"),
        ("domani alle otto", "2026-03-06; chiedi 08:00 20:00"),
        ("alle sette di sera", "19:00"),
        ("domani mattina alle sette", "2026-03-06; 07:00"),
        ("alle undici", "11:00"),
        ("dopo le sei", "ore 18:00 _"),
        ("sabato alle 5", "2026-03-07; 17:00"),
        ("oggi alle otto", "2026-03-05; 20:00"),
    ],
)
def test_an_hour_that_may_be_either_half_of_the_day_is_asked(text: str, expected: str) -> None:
    assert understood(text, context(week=GYM)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("un massaggio cinque sensi", "-"),
        ("il trucco sera per venerdì", "2026-03-06"),
        ("il massaggio cinque sensi alle cinque", "17:00"),
        ("per il santo patrono", "2026-12-07"),
    ],
)
def test_the_words_of_the_business_are_known(text: str, expected: str) -> None:
    assert understood(text, context()) == expected


def test_the_days_said_are_kept_in_the_order_of_speech() -> None:
    found = when.read(tokenize("venerdì alle 10 anzi no sabato alle 11"), context())
    assert [day.first for day in found.dates] == [dt.date(2026, 3, 6), dt.date(2026, 3, 7)]
    assert [time.minutes for time in found.times] == [600, 660]
    assert (found.date, found.time) == (dt.date(2026, 3, 7), dt.time(11))


def test_every_word_taken_is_named() -> None:
    words = tokenize("vorrei la piega non prima di giovedì 12 alle tre e mezza con Anna")
    taken = {position for span in when.read(words, context()).spans for position in range(span.start, span.end)}
    assert [word.norm for place, word in enumerate(words) if place not in taken] == ["vorrei", "la", "piega", "con", "anna"]


def test_words_that_are_taken_are_not_read() -> None:
    assert when.read(tokenize("venerdì alle 10"), context(), [Span(0, 3)]) == when.WhenFound()


@given(st.dates(dt.date(2024, 1, 1), dt.date(2040, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_the_next_one_after_today(today: dt.date, weekday: int) -> None:
    name = ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica")[weekday]
    found = when.read(tokenize(name), context(now=dt.datetime.combine(today, dt.time(9))))
    assert found.date is not None
    assert (found.date.weekday(), 1 <= (found.date - today).days <= 7) == (weekday, True)
    assert found.alternatives == (((today, None),) if today.weekday() == weekday else ())


@given(st.dates(dt.date(2024, 1, 1), dt.date(2040, 12, 31)), st.integers(1, 31))
def test_a_bare_day_is_the_next_one_not_past(today: dt.date, day: int) -> None:
    found = when.read(tokenize(f"il {day}"), context(now=dt.datetime.combine(today, dt.time(9))))
    assert found.date is not None
    assert (found.date.day, found.date >= today, (found.date - today).days < 62) == (day, True, True)


@given(st.times(min_value=dt.time(0), max_value=dt.time(23, 59)))
def test_a_clock_in_figures_is_read_to_the_minute(time: dt.time) -> None:
    found = when.read(tokenize(f"alle {time.hour:02}:{time.minute:02}"), context("ora"))
    assert found.time in (time.replace(second=0, microsecond=0), time.replace(hour=(time.hour + 12) % 24, second=0, microsecond=0))


@pytest.mark.parametrize(("year", "month", "day"), [(2024, 3, 31), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25), (2019, 4, 21)])
def test_easter_falls_where_the_church_says(year: int, month: int, day: int) -> None:
    assert feasts.easter(year) == dt.date(year, month, day)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=2000), st.sampled_from(STEPS))
def test_any_text_at_all_is_read_without_a_fault(text: str, step: Step | None) -> None:
    assert understood(text, context(step)) != ""


@settings(max_examples=300, deadline=None)
@given(SPOKEN, st.sampled_from(STEPS), st.datetimes(dt.datetime(1, 1, 2), dt.datetime(9990, 1, 1)))
def test_words_of_days_and_hours_in_any_order_are_read_without_a_fault(text: str, step: Step | None, now: dt.datetime) -> None:
    words = tokenize(text)
    found = when.read(words, context(step, now=now))
    assert all(0 <= span.start < span.end <= len(words) for span in found.spans)
