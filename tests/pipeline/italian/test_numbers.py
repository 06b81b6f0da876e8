"""Number words and figures as values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.italian import numbers
from pipeline.italian.words import Span, tokenize

UNITS = ("", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove")
TEENS = ("dieci", "undici", "dodici", "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove")
TENS = ("", "", "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta")


def spell(number: int) -> str:
    """A number below ten thousand as Italians write it in one word."""
    thousands, hundreds, rest = number // 1000, number // 100 % 10, number % 100
    tens = TENS[rest // 10][:-1] if rest % 10 in (1, 8) and rest >= 20 else TENS[rest // 10]
    small = UNITS[rest] if rest < 10 else TEENS[rest - 10] if rest < 20 else tens + UNITS[rest % 10]
    return ("mille" if thousands == 1 else f"{UNITS[thousands]}mila" if thousands else "") + (
        "cento" if hundreds == 1 else f"{UNITS[hundreds]}cento" if hundreds else ""
    ) + small  # fmt: skip


@given(st.integers(min_value=1, max_value=9999))
def test_every_number_word_has_its_value(number: int) -> None:
    assert numbers.value(spell(number)) == number


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("ventitre", 23),
        ("ventun", 21),
        ("millenovecentottantacinque", 1985),
        ("centotto", 108),
        ("0030", 30),
        ("mila", None),
        ("centro", None),
        ("", None),
    ],
)
def test_elided_and_cut_number_words_are_read(word: str, expected: int | None) -> None:
    assert numbers.value(word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("due mila ventisei", [(2026, Span(0, 3))]),
        ("trecento ventotto persone", [(328, Span(0, 2))]),
        ("un taglio per due", [(2, Span(3, 4))]),
        ("tre otto 12", [(3, Span(0, 1)), (8, Span(1, 2)), (12, Span(2, 3))]),
        ("cento, venti", [(100, Span(0, 1)), (20, Span(1, 2))]),
    ],
)
def test_numbers_are_found_with_the_words_they_took(text: str, expected: list[tuple[int, Span]]) -> None:
    assert [(found.value, found.span) for found in numbers.read(tokenize(text))] == expected


@given(st.text(alphabet="centomiladuerqaspv ", max_size=400))
def test_no_run_of_syllables_breaks_the_reader(text: str) -> None:
    assert all(found.value >= 0 for found in numbers.read(tokenize(text)))
