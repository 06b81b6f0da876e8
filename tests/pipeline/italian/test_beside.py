"""A day or an hour said beside another one: corrected, offered, or the one an appointment is moved away from."""

import datetime as dt

import pytest

from pipeline.italian.parse import parse
from pipeline.model.parse import Step
from tests.pipeline.italian.readings import context


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("una piega venerdì della prossima settimana anzi giovedì", "2026-03-12"),
        ("una piega la settimana prossima, mercoledì anzi no venerdì", "2026-03-13"),
        ("una piega il 10 settembre, anzi facciamo il 9", "2026-09-09"),
        ("una piega sabato 4 aprile, no scusi, venerdì", "2026-04-03"),
        ("il 31 agosto, anzi il primo", "2026-09-01"),
        ("il primo maggio no è festa, il 2", "2026-05-02"),
        ("venerdì 3 aprile, anzi il giorno dopo", "2026-04-04"),
        ("martedì anzi giovedì", "2026-03-12"),
        ("il 25 anzi il 26", "2026-03-26"),
    ],
)
def test_a_corrected_day_lies_near_the_one_it_replaces(text: str, day: str) -> None:
    assert parse(text, context("data")).date == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day", "other"),
    [
        ("il 3 settembre o il 5", "2026-09-03", "2026-09-05"),
        ("il 28 maggio o il 4", "2026-05-28", "2026-06-04"),
        ("a Natale o il 27", "2026-12-25", "2026-12-27"),
        ("venerdì 3 aprile o sabato", "2026-04-03", "2026-04-04"),
        ("martedì o giovedì", "2026-03-10", "2026-03-12"),
    ],
)
def test_an_alternative_lies_near_the_day_before_it(text: str, day: str, other: str) -> None:
    said = parse(text, context("data"))
    assert (said.date, said.alternatives[0][0]) == (dt.date.fromisoformat(day), dt.date.fromisoformat(other))


def test_a_number_put_against_a_day_of_the_proposal_lies_in_its_month() -> None:
    moment = context("conferma")
    said = parse("no, meglio il 5", type(moment)(now=moment.now, lexicon=moment.lexicon, step="conferma", date=dt.date(2026, 9, 3)))
    assert said.date == dt.date(2026, 9, 5)


@pytest.mark.parametrize(
    ("text", "day", "time"),
    [
        ("sposto a sabato la piega di venerdì", "2026-03-07", None),
        ("sposti al 5 la piega del 3 settembre", "2026-09-05", None),
        ("sposterei a martedì l'appuntamento che ho giovedì", "2026-03-10", None),
        ("vorrei spostare alle cinque l'appuntamento delle tre di domani", "2026-03-06", "17:00"),
        ("spostare a venerdì alle cinque la piega di giovedì alle tre", "2026-03-06", "17:00"),
        ("sposti la piega dal 3 settembre al 5", "2026-09-05", None),
    ],
)
def test_what_an_appointment_moves_away_from_is_no_new_day(text: str, day: str, time: str | None) -> None:
    said = parse(text, context())
    assert (said.date, said.time) == (dt.date.fromisoformat(day), dt.time.fromisoformat(time) if time else None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("sabato mattina, dopo la messa", "2026-03-07"),
        ("la settimana prossima ho gli esami, martedì di quella dopo", "2026-03-17"),
        ("settimana prossima no, quella dopo martedì", "2026-03-17"),
        ("il 31 ottobre che poi è ponte, no è sabato, allora il 30", "2026-10-30"),
    ],
)
def test_what_stands_around_a_day_leaves_it_where_it_is(text: str, day: str) -> None:
    assert parse(text, context("data")).date == dt.date.fromisoformat(day)


@pytest.mark.parametrize("text", ["venerdì 13 ottobre 1972, pensi un po'", "era un lunedì, il 4 maggio 1959"])
def test_the_weekday_of_a_birth_is_no_day_to_come_on(text: str) -> None:
    step: Step = "data_nascita"
    said = parse(text, context(step))
    assert said.date is None
    assert said.data_nascita is not None


def test_somebody_looked_after_in_the_morning_leaves_the_afternoon() -> None:
    said = parse("qualunque giorno ma di pomeriggio, la mattina accudisco mia madre", context("data"))
    assert said.time_interval == (dt.time(12), dt.time(18))


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("quella dell'influenza è una dose sola o sono due?", "ora"),
        ("la pillola me la dava da 20 milligrammi", "ora"),
        ("in largo otto marzo non si trova un buco", "ora"),
        ("la targa, effe zeta due otto nove kappa elle", "data"),
        ("il ticket è di 36 euro e 15", "data"),
        ("siamo in due, io e mia sorella Sera", "data"),
        ("oggi come oggi un taglio costa troppo", None),
        ("alle Tre Marie fanno ancora la granita?", "altro"),
        ("mi conoscono come Venerdì", "cliente"),
        ("Natale. Mi chiamo Natale.", "data"),
        ("colore, il sette punto tre", "servizi"),
        ("il mio cane Venerdì pesa trentadue chili", None),
        ("stiamo in via Cinque Maggio trentuno", "data"),
        ("aveva detto ventidue o trentadue euro?", "ora"),
        ("il citofono è il due o il tre?", "altro"),
        ("si entra dal numero sette o dal nove?", "altro"),
    ],
)
def test_a_number_or_a_name_beside_the_question_is_no_moment(text: str, step: Step | None) -> None:
    said = parse(text, context(step))
    assert (said.date, said.time, said.date_interval, said.time_interval, said.weekdays_excluded) == (None, None, None, None, ())


@pytest.mark.parametrize(
    ("text", "hour"),
    [("15", "15:00"), ("facciamo 15 e 30", "15:30"), ("quindici", "15:00"), ("meglio 11", "11:00"), ("11 o 12", "11:00")],
)
def test_a_bare_number_answers_the_question_for_the_hour(text: str, hour: str) -> None:
    assert parse(text, context("ora")).time == dt.time.fromisoformat(hour)
