"""Telephone numbers as they are spoken, and their endings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.italian import phones
from pipeline.italian.words import tokenize
from tests.pipeline.italian.readings import context, table, understood

DIGIT_WORDS = ("zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove")


@pytest.mark.parametrize(("text", "expected"), table("phones"))
def test_a_number_is_heard_where_one_was_asked_for(text: str, expected: str) -> None:
    assert understood(text, context("telefono")) == expected


@pytest.mark.parametrize(("text", "expected"), table("unasked"))
def test_a_number_is_heard_where_none_was_asked_for(text: str, expected: str) -> None:
    assert understood(text, context()) == expected


@given(st.integers(0, 9_999_999))
def test_a_mobile_spoken_digit_by_digit_is_that_mobile(rest: int) -> None:
    number = f"328{rest:07}"
    found = phones.read(tokenize(" ".join(DIGIT_WORDS[int(digit)] for digit in number)), context("telefono"))
    assert found is not None
    assert found.number == number


@given(
    st.integers(0, 9_999_999),
    st.sampled_from(["328 {0} {1} {2}", "+39 328{0}.{1}.{2}", "0039328 {0}-{1} {2}", "il mio è 328{0}{1}{2} grazie"]),
)
def test_a_mobile_in_figures_is_read_however_it_is_grouped(rest: int, shape: str) -> None:
    digits = f"{rest:07}"
    found = phones.read(tokenize(shape.format(digits[:3], digits[3:5], digits[5:])), context("telefono"))
    assert found is not None
    assert found.number == f"328{digits}"


def test_the_words_of_a_number_are_named() -> None:
    found = phones.read(tokenize("mi chiami al 328 4567890 dopo le 15"), context())
    assert found is not None
    assert [(span.start, span.end) for span in found.spans] == [(3, 5)]


@pytest.mark.parametrize(
    "text", ["venerdì 13 marzo 2026 alle 10", "24 03 2026", "15/03/1985", "alle 15 e 30", "siamo in tre", "ho due figli di 3 e 5 anni"]
)
def test_days_hours_and_quantities_are_no_numbers(text: str) -> None:
    assert phones.read(tokenize(text), context()) is None


@given(st.text(max_size=2000))
def test_any_text_at_all_is_searched_without_a_fault(text: str) -> None:
    found = phones.read(tokenize(text), context("telefono"))
    assert found is None or found.number or found.problem or found.ending


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("no le ultime due cifre sono 68, quindi 3495510768", "3495510768"),
        ("no, finisce con 54, glielo ridico: 3287716054", "3287716054"),
        ("no finisce con 54 glielo ridico 3287716054", "3287716054"),
        ("no no l'ultimo è un sei, tre quattro sette otto otto uno due tre quattro sei", "3478812346"),
    ],
)
def test_a_number_said_whole_beside_its_ending_is_the_number(text: str, number: str) -> None:
    found = phones.read(tokenize(text), context("telefono_conferma"))
    assert found is not None
    assert found.number == number
