"""A moment asked for is no answer and no misunderstanding; what only sounds like one is."""

import pytest

from pipeline.italian.changes import another, direction, extreme
from pipeline.italian.pauses import asks_to_wait, is_back


@pytest.mark.parametrize(
    "text",
    [
        "un attimo",
        "no aspetti",
        "solo un secondo",
        "aspetti che guardo l'agenda",
        "mi faccia controllare",
        "resti in linea",
    ],
)
def test_a_moment_is_asked_for(text: str) -> None:
    assert asks_to_wait(text)


@pytest.mark.parametrize(
    "text",
    [
        "secondo me sì",
        "in un secondo momento",
        "ha un momento libero?",
        "posso aspettare",
        "quanto si aspetta?",
        "boh",
        "ehm",
        "ci penso e richiamo",
    ],
)
def test_these_ask_for_no_moment(text: str) -> None:
    assert not asks_to_wait(text)


def test_who_is_back_says_nothing_else() -> None:
    assert is_back("sì, eccomi")
    assert is_back("ok ci sono")
    assert not is_back("ci sono domani")


def test_finding_fault_with_an_hour_asks_for_the_other_side() -> None:
    assert [direction(text) for text in ("troppo presto", "è tardi per me", "più presto", "più tardi", "va bene")] == [
        "later", "earlier", "earlier", "later", None,
    ]  # fmt: skip
    assert [extreme(text) for text in ("quella più tardi", "la più presto", "più tardi", "il prima possibile")] == [
        "later", "earlier", None, None,
    ]  # fmt: skip


def test_what_else_is_looked_for() -> None:
    said = ("un altro giorno", "altri orari?", "ce n'è un'altra?", "con un'altra ragazza", "e con un altro?", "un'altra cosa", "la seconda")
    assert [another(text) for text in said] == ["data", "ora", "ora", "operatore", "operatore", None, None]
