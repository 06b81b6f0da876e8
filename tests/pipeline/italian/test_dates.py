"""Dates of birth, whole and in part, and what they leave alone."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.italian import dates
from pipeline.italian.words import tokenize
from tests.pipeline.italian.readings import context, table, understood

MONTHS = ("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre")


@pytest.mark.parametrize(("text", "expected"), table("births"))
def test_a_date_of_birth_is_understood_where_it_was_asked(text: str, expected: str) -> None:
    assert understood(text, context("data_nascita")) == expected


@pytest.mark.parametrize(("text", "expected"), table("choice"))
def test_what_tells_two_people_apart_is_understood(text: str, expected: str) -> None:
    assert understood(text, context("disambiguazione", options=2)) == expected


@given(
    st.dates(dt.date(1930, 1, 1), dt.date(2025, 12, 31)),
    st.sampled_from(["{d} {m} {y}", "il {d} di {m} del {y}", "{d}/{n}/{y}", "nata il {d}-{n}-{y}", "{d} {n} {y}"]),
)
def test_a_date_of_birth_is_read_in_every_shape(born: dt.date, shape: str) -> None:
    said = shape.format(d=born.day, m=MONTHS[born.month - 1], n=born.month, y=born.year)
    found = dates.birth(tokenize(said), context("data_nascita"))
    assert found is not None
    assert found.date == born


@pytest.mark.parametrize("text", ["venerdì 13 marzo", "il 20 giugno alle 15", "ho un appuntamento il 3/4", "finisce con 85"])
def test_an_appointment_is_no_date_of_birth(text: str) -> None:
    assert dates.birth(tokenize(text), context()) is None


def test_a_date_of_birth_is_never_in_the_future() -> None:
    found = dates.birth(tokenize("nata il 3/4/2031"), context("data_nascita"))
    assert found is not None
    assert found.date is None
