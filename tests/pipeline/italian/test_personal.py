"""What callers say to a question about themselves instead of an answer is told apart from answers, and from yes and no."""

import pytest

from pipeline.italian.parse import parse
from pipeline.model.parse import Flag, Step
from tests.pipeline.italian.readings import context

ASIDES: list[tuple[str, Step, Flag]] = [
    ("perché?", "telefono", "asks_why"),
    ("e a cosa vi serve?", "data_nascita", "asks_why"),
    ("scusi, è obbligatorio?", "cliente", "asks_why"),
    ("e se non ve lo do?", "telefono", "asks_why"),
    ("sono fatti miei", "disambiguazione", "unwilling"),
    ("non glielo voglio dire", "telefono", "unwilling"),
    ("gliel'ho già dato", "telefono", "told_already"),
    ("l'ho detto prima", "cognome", "told_already"),
    ("ma io sono già registrata", "registrazione", "known_client"),
    ("vengo sempre da voi", "registrazione", "known_client"),
]


@pytest.mark.parametrize(("text", "step", "flag"), ASIDES)
def test_an_aside_is_neither_yes_nor_a_name_nor_a_request(text: str, step: Step, flag: Flag) -> None:
    found = parse(text, context(step=step))
    assert flag in found.flags
    assert (found.yes_no is True, found.name, set(found.requests) - {"nega"}) == (False, None, set())


@pytest.mark.parametrize("text", ["348 1234567, perché?", "alle 11, perché poi lavoro", "quanto costa la piega?", "perché no", "sì"])
def test_what_holds_an_answer_or_another_question_is_no_aside(text: str) -> None:
    assert not parse(text, context(step="telefono")).flags & {"asks_why", "unwilling", "told_already", "known_client"}


@pytest.mark.parametrize(("text", "step"), [("perché?", "data"), ("ma sono già cliente", "ascolto")])
def test_asides_are_read_where_a_person_is_asked_about_himself(text: str, step: Step) -> None:
    assert not parse(text, context(step=step)).flags & {"asks_why", "known_client"}


def test_already_is_a_yes_when_it_stands_alone() -> None:
    assert [parse(text, context(step="conferma")).yes_no for text in ("già", "ve l'ho già detto")] == [True, None]
