"""Fillers, stutters and lost endings inside phrases of days and hours change nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.italian import when
from pipeline.italian.clearing import clear
from pipeline.italian.words import Span, tokenize
from tests.pipeline.italian.readings import context, table, understood

CLEAN = [
    text
    for text, _ in table("days") + table("times")
    if " " in text and "cioè" not in text and "non" not in text.split() and "no" not in text.split()
]


@pytest.mark.parametrize(
    ("noisy", "clean"),
    [
        ("alle cinque me meno cinque", "alle cinque meno cinque"),
        ("alle undici e ehm dieci", "alle undici e dieci"),
        ("dopo diciamo pranzo", "dopo pranzo"),
        ("al alle diciamo 20 e 30", "alle 20 e 30"),
        ("lunedi pr prossimo verso le eh 18", "lunedì prossimo verso le 18"),
        ("il venerd santo", "il venerdì santo"),
        ("il giorno diciamo prima della vigilia", "il giorno prima della vigilia"),
        ("dal 10 allora al 12 marzo", "dal 10 al 12 marzo"),
        ("la prossima settimana ma non diciamo martedi", "la prossima settimana ma non martedì"),
        ("il 4 cioè settembre", "il 4 settembre"),
    ],
)
def test_noise_inside_a_phrase_is_stepped_over(noisy: str, clean: str) -> None:
    assert understood(noisy, context()) == understood(clean, context())


@given(st.sampled_from(CLEAN), st.integers(0, 11), st.sampled_from(["ehm", "eh", "ecco", "diciamo", "uhm"]))
def test_a_filler_anywhere_changes_nothing(text: str, place: int, filler: str) -> None:
    words = text.split()
    at = place % len(words)
    assert understood(" ".join([*words[:at], filler, *words[at:]]), context()) == understood(text, context())


def test_a_correction_is_not_taken_for_a_filler() -> None:
    assert [word.norm for word in clear(tokenize("venerdì cioè sabato")).words] == ["venerdi", "cioe", "sabato"]


def test_the_words_taken_are_named_as_they_were_said() -> None:
    found = when.read(tokenize("senta ehm venerdì diciamo alle ehm dieci grazie"), context())
    assert found.spans == (Span(1, 2), Span(2, 4))
