"""The promises of the FAQ search on the counted half, and that the questions are what they say."""

from pathlib import Path

import pytest

from sidecar.engines.faq_file import read
from tests.retrieval.figures import BUSINESSES, DATA, Outcome, Share, outcomes, questions


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> list[Outcome]:
    return outcomes(questions("counted"), tmp_path_factory.mktemp("counted"))


def of(found: list[Outcome], kind: str) -> list[Outcome]:
    return [one for one in found if one.question.kind == kind]


def test_near_paraphrases_find_their_entry_nine_times_of_ten(counted: list[Outcome]) -> None:
    rows = of(counted, "near")
    assert sum(one.rank == 1 for one in rows) >= 0.9 * len(rows)


def test_at_most_two_in_a_hundred_unanswerable_questions_get_an_answer(counted: list[Outcome]) -> None:
    rows = of(counted, "unanswerable")
    assert sum(one.answered for one in rows) <= 0.02 * len(rows)


def test_there_are_enough_questions_and_no_question_is_in_both_halves() -> None:
    halves = {half: questions(half) for half in ("tuning", "counted")}
    asked = [(one.business, one.query.casefold()) for half in halves.values() for one in half]
    kinds = [one.kind for half in halves.values() for one in half]
    assert len(asked) == len(set(asked))
    assert kinds.count("near") >= 200
    assert kinds.count("far") >= 120
    assert [sum(one.kind == "unanswerable" for one in half) >= 140 for half in halves.values()] == [True, True]


def test_every_expected_answer_is_an_entry_of_its_business() -> None:
    entries = {business: {entry.question for entry in read(Path(DATA / f"{business}.md")).entries} for business in BUSINESSES}
    asked = [one for half in ("tuning", "counted") for one in questions(half)]
    assert [one for one in asked if one.expected is not None and one.expected not in entries[one.business]] == []
    assert [25 <= len(found) <= 40 for found in entries.values()] == [True] * 5


def test_wilson_intervals_are_the_textbook_ones() -> None:
    assert Share(0, 0).interval == (0.0, 1.0)
    assert Share(8, 10).interval == pytest.approx((0.4902, 0.9433), abs=1e-4)
