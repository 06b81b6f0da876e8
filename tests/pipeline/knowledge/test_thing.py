"""What is asked the price or the length of and is not sold is named as the caller named it; what is near is offered beside it."""

import pytest

from pipeline.knowledge.answers import answer
from pipeline.knowledge.question import Knowledge, Question
from pipeline.model.session import Exchange
from tests.pipeline.knowledge.invented import FakeModel, Stage


def put(text: str, language: str = "it", before: str | None = None) -> Knowledge:
    history = (Exchange(before, "Piega: € 20,00."),) if before is not None else ()
    return answer(Question(text, language=language, session_id="s1", history=history), Stage(model=FakeModel()).world)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("quanto costa la tac?", "Tra i servizi in elenco non trovo la tac."),
        ("quanto mi verrebbe a costare un tatuaggio al braccio?", "Tra i servizi in elenco non trovo un tatuaggio al braccio."),
        ("mi dice il prezzo della ceretta per favore", "Tra i servizi in elenco non trovo ceretta."),
        ("le extension quanto vengono?", "Tra i servizi in elenco non trovo le extension."),
        ("quanto dura la risonanza?", "Tra i servizi in elenco non trovo la risonanza."),
        ("quanto costa un taglio laser?", "Tra i servizi in elenco non trovo un taglio laser; c'è *Taglio Donna*."),
    ],
)
def test_what_is_not_sold_is_named_where_its_price_or_length_is_asked(text: str, expected: str) -> None:
    made = put(text)
    assert (made.display, made.abstained, len(made.writes)) == (expected, True, 1)


@pytest.mark.parametrize("text", ["quanto costa disdire?", "quanto costa spostare l'appuntamento?", "quanto costa la prima volta?"])
def test_what_is_done_around_a_visit_is_no_missing_service(text: str) -> None:
    assert put(text).display == "Non ho informazioni disponibili su questo argomento."


@pytest.mark.parametrize(("language", "text"), [("es", "¿cuánto cuesta el corte?"), ("en", "how much is a blow-dry?")])
def test_a_name_in_another_language_is_never_said_to_be_missing(language: str, text: str) -> None:
    assert "{" not in put(text, language).display
    assert "corte" not in put(text, language).display
    assert "blow-dry" not in put(text, language).display


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("e la ceretta?", "Tra i servizi in elenco non trovo la ceretta."),
        ("e invece per le extension?", "Tra i servizi in elenco non trovo le extension."),
        ("e il taglio donna?", "*Taglio Donna*: €35.00."),
    ],
)
def test_a_name_alone_goes_on_with_the_price_that_was_asked_before(text: str, expected: str) -> None:
    assert put(text, before="quanto costa la piega?").display == expected


def test_a_name_alone_goes_on_with_no_other_question() -> None:
    assert put("e la ceretta?", before="avete il parcheggio?").display == "Non ho informazioni disponibili su questo argomento."
