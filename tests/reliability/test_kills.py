"""A program killed without warning at the numbered points of a turn: all of the turn or nothing of it, and the caller goes on."""

from pathlib import Path

import pytest

from tests.reliability import kills
from tests.reliability.business import CALLS

YES = {"booking": 1, "registration": 6, "cancellation": 2, "question in the middle": 3, "move": 3}
"""The turn of each call in which the rows are written."""


def test_a_seeded_sample_of_all_points_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    tally = kills.run(tmp_path, 40, seed=20260310)
    assert tally.faults == []
    assert tally.kills == tally.before + tally.after == 40


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_a_kill_around_the_commit_of_the_yes_leaves_a_whole_turn(tmp_path: Path, call: kills.Call) -> None:
    turn = YES[call.name]
    points = kills.undisturbed(call, tmp_path).points[turn]
    tally = kills.Tally()
    for point in range(points - 3, points + 1):
        kills.carry_out(kills.Kill(call, turn, point), tmp_path, tally)
    assert tally.faults == []
    assert tally.before > 0
    assert tally.after > 0


def test_every_call_has_the_points_of_its_questions_and_of_its_statements(tmp_path: Path) -> None:
    assert all(min(kills.undisturbed(call, tmp_path).points) > 20 for call in CALLS)
