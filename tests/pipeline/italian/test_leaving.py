"""By when a caller must be gone, and the day or hour named only because it does not suit."""

import datetime as dt

import pytest

from pipeline.italian.parse import parse
from pipeline.model.parse import Step
from tests.pipeline.italian.readings import context


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("una piega domani, devo uscire entro le sei", "18:00"),
        ("una piega venerdì, però alle cinque devo andare a prendere i bimbi", "17:00"),
        ("una piega giovedì mattina, a mezzogiorno devo prendere il treno", "12:00"),
        ("una piega venerdì, alle sei devo già essere via", "18:00"),
        ("domani, alle tre devo essere in ufficio", "15:00"),
        ("domani, ho il treno alle sette", "19:00"),
        ("domani, mi passano a prendere alle sei", "18:00"),
        ("domani, alle due attacco a lavorare", "14:00"),
        ("giovedì pomeriggio, alle sei però devo essere al lavoro", "18:00"),
        ("domani va bene, a mezzogiorno però devo scappare", "12:00"),
        ("basta che per le quattro abbiate finito", "16:00"),
        ("deve essere pronta per le cinque", "17:00"),
        ("va bene ma me la ridate per le sei?", "18:00"),
        ("domani, e ripasso a prenderla alle sei", "18:00"),
        ("la macchina mi serve per le cinque", "17:00"),
        ("vorrei riaverla entro le 17", "17:00"),
        ("lunedì mattina, ma me la dovete ridare per le sei", "18:00"),
        ("riesce a riconsegnarmela per le cinque?", "17:00"),
    ],
)
def test_by_when_somebody_must_be_gone_is_no_hour_to_begin(text: str, hour: str) -> None:
    said = parse(text, context())
    assert (said.time, said.done_by) == (None, dt.time.fromisoformat(hour))


@pytest.mark.parametrize("text", ["giovedì mattina, ma alle cinque devo scappare", "venerdì mattina e ripasso a prenderla alle cinque"])
def test_the_part_of_the_day_is_the_visits_and_not_the_hour_to_be_gone(text: str) -> None:
    said = parse(text, context())
    assert (said.time_interval, said.done_by) == ((dt.time(6), dt.time(12)), dt.time(17))


def test_the_hour_wanted_stands_beside_the_one_to_be_gone_by() -> None:
    said = parse("una piega alle tre ma alle quattro devo scappare", context())
    assert (said.time, said.done_by) == (dt.time(15), dt.time(16))


@pytest.mark.parametrize("text", ["alle tre esco dal lavoro", "finisco di lavorare alle tre", "alle tre esco da scuola"])
def test_who_leaves_work_is_free_from_then_on(text: str) -> None:
    said = parse(text, context("ora"))
    assert (said.time_interval, said.done_by) == ((dt.time(15), None), None)


@pytest.mark.parametrize(
    "text", ["devo venire alle tre", "va bene alle tre", "alle tre", "mi serve per le tre", "mi serve una piega per le tre"]
)
def test_an_hour_to_come_at_stays_the_hour(text: str) -> None:
    assert parse(text, context("ora")).time == dt.time(15)


@pytest.mark.parametrize(
    ("text", "step"), [("alle quattro ho il dentista", "ora"), ("non posso alle tre", "ora"), ("alle cinque ho lezione", "ora")]
)
def test_an_hour_named_because_it_does_not_suit_is_none(text: str, step: Step) -> None:
    assert parse(text, context(step)).time is None


@pytest.mark.parametrize("text", ["giovedì lavoro", "giovedì ho il dentista", "giovedì parto"])
def test_a_day_named_because_it_does_not_suit_is_excluded(text: str) -> None:
    said = parse(text, context("data"))
    assert (said.date, said.weekdays_excluded) == (None, (3,))


def test_asking_whether_the_shop_is_open_turns_no_day_down() -> None:
    assert parse("ma il primo maggio siete aperti?", context("data")).date == dt.date(2026, 5, 1)


@pytest.mark.parametrize(
    "text",
    [
        "zoppica da lunedì vorrei una piega",
        "mi fa male da ieri, mi può vedere?",
        "ha la diarrea da sabato scorso, una piega",
        "vorrei una piega perché ho la tosse da martedì",
    ],
)
def test_since_when_it_lasts_is_no_day_to_come_on(text: str) -> None:
    said = parse(text, context())
    assert (said.date, said.date_interval, said.date_problem) == (None, None, None)


def test_from_when_somebody_is_free_stays_the_day() -> None:
    assert parse("sono libera da lunedì, per una piega", context()).date_interval is not None


@pytest.mark.parametrize(
    "text",
    [
        "vorrei una piega, sabato non posso, lunedì nemmeno, quando avete?",
        "sabato non posso, per la piega quando avete?",
        "vorrei prenotare una piega, sabato non riesco",
    ],
)
def test_a_day_that_does_not_suit_is_no_wish_for_a_new_visit(text: str) -> None:
    said = parse(text, context())
    assert (said.intent, said.date) == ("prenotazione", None)
    assert 5 in said.weekdays_excluded


def test_an_hour_of_a_day_that_does_not_suit_leaves_the_day() -> None:
    assert parse("vorrei una piega sabato, non posso prima delle dieci", context()).date is not None


@pytest.mark.parametrize(
    "text",
    [
        "giovedì non lavoro",
        "giovedì porto mia figlia",
        "giovedì ho la giornata libera",
        "giovedì sono in smart working",
        "giovedì ho un matrimonio",
        "giovedì è festa quindi sono libera",
        "giovedì Sara lavora?",
        "giovedì non ci sono mai problemi",
    ],
)
def test_a_day_that_may_be_wished_for_is_not_turned_down_by_what_is_told_of_it(text: str) -> None:
    said = parse(text, context("data"))
    assert (said.date, said.weekdays_excluded) == (dt.date(2026, 3, 12), ())


@pytest.mark.parametrize("text", ["domani mattina non posso venire, disdico", "domani mattina non riesco a venire, annulli la piega"])
def test_the_part_of_the_day_that_is_given_up_names_the_visit(text: str) -> None:
    said = parse(text, context())
    assert (said.intent, said.time_interval) == ("cancella", (dt.time(6), dt.time(12)))


def test_a_part_of_a_day_turned_down_says_nothing_of_the_day_wished_for() -> None:
    said = parse("domani pomeriggio purtroppo non posso, si può fare giovedì?", context())
    assert (said.date, said.time_interval) == (dt.date(2026, 3, 12), None)


@pytest.mark.parametrize("text", ["mercoledì pomeriggio no, facciamo giovedì", "mercoledì di pomeriggio no, preferirei giovedì"])
def test_the_part_of_a_day_refused_goes_with_it(text: str) -> None:
    said = parse(text, context("data"))
    assert (said.date, said.time_interval) == (dt.date(2026, 3, 12), None)


def test_the_other_days_are_meant_only_where_they_suit() -> None:
    assert parse("vorrei venire sabato, gli altri giorni la macchina la usa mia moglie", context()).date == dt.date(2026, 3, 7)


def test_an_hour_wanted_stands_before_when_work_ends() -> None:
    assert parse("alle quattro e mezza, finisco di lavorare alle quattro", context("ora")).time == dt.time(16, 30)


def test_what_if_a_visit_were_given_up_still_names_its_day() -> None:
    assert parse("se disdico domani pago qualcosa?", context()).date == dt.date(2026, 3, 6)
