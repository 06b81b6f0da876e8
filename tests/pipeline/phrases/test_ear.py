"""Any text made for the ear: the alphabet of the contract for every string, and the readings people expect."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.phrases.ear import speech
from pipeline.phrases.spoken.lexicon import LANGUAGES

TODAY = date(2026, 3, 10)
READINGS: list[tuple[str, str, str]] = json.loads(Path(__file__).with_name("readings.json").read_text(encoding="utf-8"))
"""(language, what is written, what is said)."""
ALPHABET = set(" '-.,;:?!")
MESSY = st.text(alphabet=st.sampled_from("0123456789.,:;-/€%°n. alle dott ecc+@#*_~<>()'h\n|"), max_size=60)


def fit(text: str) -> bool:
    return all(character.isalpha() or character in ALPHABET for character in text)


@given(st.text(), st.sampled_from(LANGUAGES))
@example("½ ⅞ ① ⑳ Ⅷ ٣ ௧ ² x³ ㊿ \ud800 \x00 \u2028 🙂‍↔️ 1️⃣", "it")
@example("99/99/9999 25:61 1.2.3.4 +39 0 00 -- '' ‰ 10‰", "it")
def test_whatever_the_text_only_the_alphabet_of_the_contract_comes_out(text: str, language: str) -> None:
    assert fit(speech(text, language, TODAY))


@given(MESSY, st.sampled_from(LANGUAGES))
def test_figures_among_signs_never_survive(text: str, language: str) -> None:
    assert fit(speech(text, language))


@given(MESSY, st.sampled_from(LANGUAGES))
def test_pauses_stand_alone_and_words_are_single_spaced(text: str, language: str) -> None:
    said = speech(text, language)
    assert "  " not in said
    assert said == said.strip()
    assert not any(pair in said for pair in (" ,", " .", ",.", "..", ",,"))


@given(st.lists(st.sampled_from(["taglio", "Sara", "giovedì", "dodici", "l'una", "è", "Jean-Luc"]), min_size=1), st.sampled_from(LANGUAGES))
def test_text_fit_for_the_ear_comes_back_unchanged(words: list[str], language: str) -> None:
    text = " ".join(words) + "."
    assert speech(text, language) == text


@given(MESSY, st.sampled_from(LANGUAGES))
def test_what_came_out_once_comes_out_unchanged_again(text: str, language: str) -> None:
    once = speech(text, language, TODAY)
    assert speech(once, language, TODAY) == once


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_made_for_the_ear_stays_as_it_is(language: str) -> None:
    text = "Dott. Rossi, tel. 02 1234567, € 25,00, 12/03/2026 15:30, n. 5, 20%, info@salone.it, A7K9B2, ecc."
    once = speech(text, language, TODAY)
    assert speech(once, language, TODAY) == once


@pytest.mark.parametrize(("language", "text", "said"), READINGS)
def test_text_is_read_as_people_of_the_language_read_it(language: str, text: str, said: str) -> None:
    assert speech(text, language, TODAY) == said


def test_without_today_the_year_is_always_said() -> None:
    assert speech("il 12/03/2026", "it") == "il dodici marzo duemilaventisei"
