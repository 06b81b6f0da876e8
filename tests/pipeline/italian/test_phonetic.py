"""Names that sound alike have one key, names that do not have two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.italian.phonetic import alike, key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chiara", "Kiara"),
        ("Bellini", "Belini"),
        ("Jessica", "Gessica"),
        ("Niccolò", "Nicolo"),
        ("D'Angelo", "Dangelo"),
        ("Iacopo", "Jacopo"),
        ("Hassan", "Assan"),
        ("Pasquale", "Pascuale"),
        ("Philip", "Filip"),
    ],
)
def test_spellings_an_italian_reads_alike_have_one_key(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Russo", "Rosso"), ("Rossi", "Rosso"), ("Ricci", "Richi"), ("Gigli", "Gighi"), ("Marco", "Mario")]
)
def test_a_heard_difference_gives_another_key(one: str, other: str) -> None:
    assert not alike(one, other)


@given(st.text())
def test_any_text_has_a_key_of_plain_letters(text: str) -> None:
    assert key(text) == "" or key(text).isalpha()


def test_words_without_latin_letters_sound_like_nothing() -> None:
    assert not alike("王", "李")
