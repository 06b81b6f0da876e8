"""A sample of simulated callers on a file of the desktop app's making."""

from pathlib import Path

import pytest

from tests.simulator.__main__ import played
from tests.simulator.calls import Exchange, Outcome
from tests.simulator.making import KINDS


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> list[Outcome]:
    """Every kind of call once, in four ways of putting it, on a clean line."""
    exchange = Exchange(Path(tmp_path_factory.mktemp("calls")), desktop=True)
    return played(exchange, list(KINDS), len(KINDS), seed=3, noisy=False)


def test_every_simulated_call_on_the_apps_file_leaves_the_right_rows(outcomes: list[Outcome]) -> None:
    assert [(each.why, each.heard) for each in outcomes if not each.success] == []


def test_nothing_untrue_unconfirmed_or_overlapping_happens_on_the_apps_file(outcomes: list[Outcome]) -> None:
    faults = [(each.false_claims, each.unconfirmed, each.overlaps) for each in outcomes]
    assert [fault for fault in faults if any(fault)] == []
