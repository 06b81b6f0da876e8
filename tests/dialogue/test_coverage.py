"""The golden dialogues reach every step, every question of every flow, and every command."""

from typing import get_args

import pytest

from pipeline.flows.table import QUESTIONS
from pipeline.model.parse import Command, Step
from tests.dialogue.__main__ import played
from tests.dialogue.script import dialogues
from tests.dialogue.stage import Reached

NEVER: frozenset[tuple[str, str]] = frozenset({("modifica", "ora")})
"""A move keeps the hour that is not named, so that its question about the hour is only asked when two readings of one are fair."""


@pytest.fixture(scope="module")
def reached(tmp_path_factory: pytest.TempPathFactory) -> Reached:
    folder, total = tmp_path_factory.mktemp("coverage"), Reached()
    for number, dialogue in enumerate(dialogues()):
        total.add(played(dialogue, folder / str(number), folder / "templates")[2])
    return total


def test_every_step_of_the_contract_is_reached(reached: Reached) -> None:
    assert set(get_args(Step)) - set(reached.steps) == set()


def test_every_question_of_every_flow_is_asked(reached: Reached) -> None:
    asked = {(flow, step) for flow, steps in QUESTIONS.items() for step in steps}
    assert asked - set(reached.questions) - NEVER == set()


def test_every_special_command_is_given(reached: Reached) -> None:
    assert set(get_args(Command)) - set(reached.commands) == set()


def test_there_are_at_least_two_hundred_dialogues_of_twenty_kinds() -> None:
    found = dialogues()
    assert len(found) >= 200
    assert len({dialogue.kind for dialogue in found}) >= 20
