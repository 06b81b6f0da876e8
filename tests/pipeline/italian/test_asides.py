"""Questions beside a request, and requests beside a question, in one breath."""

from datetime import date, datetime, time

import pytest

from pipeline.italian.parse import parse
from pipeline.model.parse import Context, Intent, Parse, Step
from tests.eval.cases import lexicon

NOW = datetime(2026, 3, 10, 9, 15)
THURSDAY = date(2026, 3, 12)


def heard(text: str, step: Step | None = "ascolto", flow: Intent | None = None) -> Parse:
    return parse(text, Context(NOW, lexicon("salone"), step, flow))


@pytest.mark.parametrize(
    ("text", "intent", "topics"),
    [
        ("vorrei prenotare una piega, avete il parcheggio?", "prenotazione", ["altro"]),
        ("vorrei prenotare il colore, chi lo fa?", "prenotazione", ["chi_fa"]),
        ("mi prenota una piega per domani? e dove siete di preciso?", "prenotazione", ["indirizzo"]),
        ("quanto costa la piega? vorrei prenotarla per giovedì", "prenotazione", ["prezzi"]),
        ("posso prenotare una piega per mia figlia? quanto costa?", "prenotazione", ["prezzi"]),
        ("vorrei disdire il mio appuntamento ma a che ora chiudete oggi?", "cancella", ["orari"]),
        ("quanto costano i colpi di sole e quanto durano?", "info", ["prezzi", "durata"]),
        ("quanto costa un taglio donna e una piega?", "info", []),
        ("la domenica fino a che ora siete aperti?", "info", []),
        ("vorrei una piega giovedì e sabato un colore", "prenotazione", []),
    ],
)
def test_what_is_asked_beside_is_a_question_of_its_own(text: str, intent: Intent, topics: list[str]) -> None:
    found = heard(text)
    assert (found.intent, [aside.topic for aside in found.asides]) == (intent, topics)


def test_the_question_takes_its_service_from_the_request() -> None:
    assert heard("vorrei prenotare il colore, chi lo fa?").asides[0].services == (5,)


def test_the_day_of_the_request_is_not_the_day_of_the_question() -> None:
    found = heard("devo spostare la piega a giovedì, a che ora chiudete venerdì?")
    assert (found.date, found.asides[0].date) == (THURSDAY, date(2026, 3, 13))


def test_an_hour_and_a_question_are_both_heard_in_a_booking() -> None:
    found = heard("alle quattro, ma a che ora chiudete il sabato?", "ora", "prenotazione")
    assert (found.time, found.date, [aside.topic for aside in found.asides]) == (time(16), None, ["orari"])


def test_half_past_is_no_second_clause() -> None:
    assert heard("lunedì alle sette e mezza aprite già? allora alle otto", "data").time == time(8)
