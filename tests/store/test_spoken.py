"""Telephone numbers and days of birth as they are said, found in texts; and what only looks like them."""

from datetime import date

import pytest

from store.person import Known, Person, person_of
from store.spoken import places, words_of

NUMBER = "3475512889"


def ermenegilda() -> Person:
    """Somebody whose names nobody else has."""
    known = Known("Ermenegilda", "Fioravanzo", "Gilda", ("gilda@posta.example",), (NUMBER,), date(1971, 7, 1))
    return person_of(known, alone=True, homonym=False, first_alone=True)


@pytest.mark.parametrize(
    "said",
    [
        "tre quattro sette cinque cinque uno due otto otto nove",
        "trecentoquarantasette cinquecentocinquantuno due otto ottantanove",
        "trecento quarantasette, cinquantacinque, dodici, ottantotto, nove",
        "tre quattro sette, ehm, doppio cinque dodici doppio otto nove",
        "347 55 uno ventotto ottantanove",
        "three four seven double five one two eight eight nine",
        "tres cuatro siete cinco cinco uno dos ocho ocho nueve",
        "três quatro sete cinco cinco um dois oito oito nove",
    ],
)
def test_a_number_is_found_however_it_was_said(said: str) -> None:
    text = f"il mio numero è {said}, grazie"
    assert [text[start:end] for start, end in places(text, NUMBER)] == [said]


@pytest.mark.parametrize(
    "said", ["vengo alle tre e quattro", "tre quattro sette cinque cinque uno due", "347 551 288", "venti euro, due ore", ""]
)
def test_another_number_is_not_this_one(said: str) -> None:
    assert list(places(said, NUMBER)) == []


def test_the_years_and_days_of_a_birth_have_their_words() -> None:
    assert [words_of(number) for number in (1, 21, 28, 71, 1971, 2008, 1900)] == [
        "uno", "ventuno", "ventotto", "settantuno", "millenovecentosettantuno", "duemilaotto", "millenovecento",
    ]  # fmt: skip


@pytest.mark.parametrize("born", ["1971-07-01", "1/7/71", "01.07.1971", "1 luglio 1971", "primo luglio del settantuno", "1° luglio"])
def test_a_day_of_birth_goes_with_the_person_it_belongs_to(born: str) -> None:
    assert born not in ermenegilda().out_of(f"la Fioravanzo, nata il {born}, detta Gilda")
    assert ermenegilda().out_of(f"la Bianchi, nata il {born}") == f"la Bianchi, nata il {born}"


def test_a_nickname_goes_with_the_person_it_belongs_to() -> None:
    assert ermenegilda().out_of("Gilda Fioravanzo") == "[REDACTED] [REDACTED]"
    assert ermenegilda().out_of("la Gilda") == "la Gilda"
