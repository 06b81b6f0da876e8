"""Answers and names as callers really give them: each of these was once understood wrongly."""

import datetime as dt

import pytest

from pipeline.italian.parse import parse
from pipeline.model.parse import Context, Name, Parse, Step
from tests.eval.cases import lexicon

NOW = dt.datetime(2026, 3, 5, 9, 40)
THURSDAY, FRIDAY = dt.date(2026, 3, 12), dt.date(2026, 3, 6)


def heard(text: str, step: Step | None = None, business: str = "salone") -> Parse:
    return parse(text, Context(now=NOW, lexicon=lexicon(business), step=step, options=3 if step == "alternative" else 0))


def test_a_part_of_the_day_belongs_to_its_own_day() -> None:
    said = heard("giovedì alle tre o venerdì mattina")
    assert (said.date, said.time, said.alternatives[0][0]) == (THURSDAY, dt.time(15), FRIDAY)


def test_an_hour_before_opening_is_never_read_where_one_inside_exists() -> None:
    assert heard("venerdì mattina o sabato alle quattro").time == dt.time(16)


@pytest.mark.parametrize("text", ["no, nessuno va bene", "nessuna delle tre", "nessuna delle due grazie", "no nessuna di queste"])
def test_none_of_the_list_is_a_no_and_no_hour(text: str) -> None:
    said = heard(text, "alternative")
    assert (said.yes_no, said.time, "refuse_all" in said.flags) == (False, None, True)


def test_asking_for_something_later_refuses_nothing() -> None:
    assert heard("più tardi non c'è niente?", "alternative").yes_no is None


def test_a_second_request_after_and_is_kept() -> None:
    assert heard("disdica quello di giovedì e mi prenda venerdì alle 15").requests == ("cancella", "prenotazione")


def test_confirming_an_appointment_that_stands_books_nothing() -> None:
    assert heard("volevo confermare l'appuntamento di domani").intent == "info"


@pytest.mark.parametrize("text", ["quando volete", "per me è uguale", "quando vuole lei"])
def test_any_day_is_no_matter(text: str) -> None:
    assert "no_matter" in heard(text, "data").flags


def test_a_sentence_with_non_is_no_confession_of_not_knowing() -> None:
    assert "dont_know" not in heard("non prima delle 5", "ora").flags


def test_digits_alone_between_two_people_are_the_end_of_a_number() -> None:
    assert heard("cinquantaquattro zero uno", "disambiguazione").phone_ending == "5401"


@pytest.mark.parametrize("text", ["il solito", "la solita cosa", "aspetti che ci penso", "facciamo la piega grazie"])
def test_what_is_no_noun_of_a_trade_is_no_unknown_service(text: str) -> None:
    assert heard(text, "servizi").services_unknown == ()


def test_an_offer_of_a_person_is_taken_by_saying_yes_and_how() -> None:
    assert heard("sì grazie, mi faccia richiamare", "handoff").yes_no is True


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("segni Rossi Mario", Name("Mario", "Rossi")),
        ("vorrei cancellare l'appuntamento di mario rossi di domani", Name("Mario", "Rossi")),
        ("mi segni: Zampieri Ornella, venerdì alle 9", Name("Ornella", "Zampieri")),
        ("prenota un taglio a Carla Bonfiglioli per martedì", Name("Carla", "Bonfiglioli")),
        ("taglio e piega sabato, Lucia Ferrari", Name("Lucia", "Ferrari")),
    ],
)
def test_a_whole_name_needs_no_announcement(text: str, name: Name) -> None:
    assert heard(text).name == name


def test_a_daughter_is_not_the_stylist_of_her_name() -> None:
    said = heard("vorrei prenotare la piega per mia figlia Giulia")
    assert (said.other_name, said.operators) == (Name(nome="Giulia"), ())


@pytest.mark.parametrize("text", ["asdfgh qwerty", "xkcd brrr", "qwertyuiop"])
def test_gibberish_is_nobodys_name(text: str) -> None:
    assert heard(text, "cliente").name is None


@pytest.mark.parametrize("text", ["Krzysztof Nowak", "Nguyen Thi", "Pinuccia Lo Verde"])
def test_an_unusual_name_is_a_name(text: str) -> None:
    assert heard(text, "cliente").name is not None


def test_where_an_appointment_stands_is_told_only_of_one_that_stands() -> None:
    assert heard("vorrei prenotare per il giorno 20 di marzo").moved_from is None


@pytest.mark.parametrize(
    "text",
    ["il primo che capita", "alla prima occasione", "nel più breve tempo possibile", "la data più vicina", "appena si può"],
)
def test_the_first_there_is_is_asked_for_in_many_words(text: str) -> None:
    assert heard(text, "data").earliest


def test_a_weekday_is_taken_into_its_feast() -> None:
    assert heard("il lunedì di Pasquetta").date == dt.date(2026, 4, 6)


def test_the_one_after_the_refused_one_is_a_week_later() -> None:
    assert heard("lunedì, ma non questo, quello dopo").date == dt.date(2026, 3, 16)


@pytest.mark.parametrize("text", ["abito al 15 di via Dante", "il numero civico è il 7", "nessuna delle due"])
def test_numbers_of_houses_and_lists_are_no_days(text: str) -> None:
    said = heard(text)
    assert (said.date, said.time) == (None, None)
