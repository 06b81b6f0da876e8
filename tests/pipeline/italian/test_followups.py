"""What points at the visit just booked, at regular visits, at free times and at the end of the call."""

import pytest

from pipeline.italian.followups import (
    Followup,
    adds,
    also,
    asks_what_was_said,
    followup,
    on_each,
    regularly,
    takes_leave_agreeing,
    takes_leave_greeting,
    whenever,
)


def test_how_the_next_visit_points_at_the_last() -> None:
    assert followup("e un'altra per mia sorella subito dopo") == Followup(again=True, after=True)
    assert followup("lo stesso giorno alla stessa ora") == Followup(same_day=True, same_hour=True)
    assert followup("un altro giorno") == Followup()
    assert adds("e poi una piega")
    assert also("anche la barba")
    assert not adds("la sposti anche lei alle 17")


@pytest.mark.parametrize("text", ["martedì e giovedì alle 18", "lunedì, mercoledì e venerdì alle 9", "il 24 e il 26 alle 10"])
def test_a_visit_is_wanted_on_each_of_the_days(text: str) -> None:
    assert on_each(text)


@pytest.mark.parametrize("text", ["posso martedì e giovedì", "martedì o giovedì", "tra martedì e giovedì", "mi va bene lunedì e martedì"])
def test_days_on_which_somebody_could_come_are_no_visits(text: str) -> None:
    assert not on_each(text)


def test_the_words_of_a_greeting_take_leave_at_the_end() -> None:
    assert takes_leave_greeting("ok ciao")
    assert takes_leave_greeting("buonasera")
    assert not takes_leave_greeting("pronto?")


@pytest.mark.parametrize("text", ["tutti i giovedì alle 18", "ogni due settimane", "una volta al mese", "tre volte a settimana"])
def test_a_regular_visit_is_wanted(text: str) -> None:
    assert regularly(text)


@pytest.mark.parametrize("text", ["posso tutti i giovedì", "sono libera ogni venerdì", "giovedì"])
def test_no_regular_visit_is_wanted(text: str) -> None:
    assert not regularly(text)


@pytest.mark.parametrize("text", ["quando avete posto?", "quando c'è posto", "quando potrei venire?", "quali orari sono liberi?"])
def test_free_times_are_asked_for(text: str) -> None:
    assert whenever(text)


@pytest.mark.parametrize("text", ["a che ora aprite?", "quando siete aperti?", "che orari fate?", "quando volete voi"])
def test_no_free_times_are_asked_for(text: str) -> None:
    assert not whenever(text)


def test_a_question_about_the_proposal_is_answered_by_reading_it_again() -> None:
    assert all(asks_what_was_said(text) for text in ("che giorno è?", "scusi, a che ora?", "con chi?"))
    assert not asks_what_was_said("che giorno avete libero dopo giovedì?") or whenever("che giorni avete liberi?")


def test_a_farewell_may_agree() -> None:
    assert takes_leave_agreeing("perfetto, ci vediamo sabato")
    assert not takes_leave_agreeing("ci devo pensare, arrivederci")
    assert not takes_leave_agreeing("a sabato allora")
