"""Everyday words next to a word of the tables stay what they are; slips are still put right."""

import pytest

from pipeline.italian import cues
from pipeline.italian.ordinary import OWN_WORDS


@pytest.mark.parametrize("word", sorted(OWN_WORDS))
def test_a_word_of_its_own_is_left_alone(word: str) -> None:
    assert cues.mend(f" {word}") == f" {word}"


@pytest.mark.parametrize(("bent", "meant"), [("prentare", "prenotare"), ("cancelare", "cancellare")])
def test_a_slip_is_put_right(bent: str, meant: str) -> None:
    assert cues.mend(f" {bent}") == f" {meant}"
