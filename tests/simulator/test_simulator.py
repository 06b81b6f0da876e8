"""A seeded sample of simulated calls with hard floors: nobody is told an untruth, nothing is written without a yes, nothing overlaps."""

import pytest

from tests.simulator.__main__ import played
from tests.simulator.calls import Exchange, Outcome
from tests.simulator.figures import wilson
from tests.simulator.making import KINDS

CALLS, SEED = 4 * len(KINDS), 5


@pytest.fixture(scope="module")
def exchange(tmp_path_factory: pytest.TempPathFactory) -> Exchange:
    """Calls on files of our own making."""
    return Exchange(tmp_path_factory.mktemp("calls"))


@pytest.fixture(scope="module")
def clean(exchange: Exchange) -> list[Outcome]:
    """Every kind of call on a clean line."""
    return played(exchange, list(KINDS), CALLS, SEED, noisy=False)


@pytest.fixture(scope="module")
def noisy(exchange: Exchange) -> list[Outcome]:
    """Every kind of call through noise."""
    return played(exchange, list(KINDS), CALLS, SEED, noisy=True)


def test_every_simulated_call_on_a_clean_line_leaves_the_right_rows(clean: list[Outcome]) -> None:
    assert [(each.why, each.heard) for each in clean if not each.success] == []


def test_nineteen_of_twenty_calls_through_noise_leave_the_right_rows(noisy: list[Outcome]) -> None:
    failed = [(each.why, each.heard) for each in noisy if not each.success]
    assert len(failed) <= 0.05 * len(noisy), failed


def test_no_caller_is_told_of_a_success_without_its_row(clean: list[Outcome], noisy: list[Outcome]) -> None:
    assert [(each.false_claims, each.heard) for each in (*clean, *noisy) if each.false_claims] == []


def test_nothing_is_written_without_a_yes_of_the_caller(clean: list[Outcome], noisy: list[Outcome]) -> None:
    assert [(each.unconfirmed, each.heard) for each in (*clean, *noisy) if each.unconfirmed] == []


def test_no_two_appointments_of_an_operator_overlap_after_any_call(clean: list[Outcome], noisy: list[Outcome]) -> None:
    assert [each.heard for each in (*clean, *noisy) if each.overlaps] == []


def test_every_kind_of_call_was_played(clean: list[Outcome]) -> None:
    assert {each.goal.kind for each in clean} == set(KINDS)


def test_the_same_seed_plays_the_same_calls(exchange: Exchange, clean: list[Outcome]) -> None:
    again = played(exchange, ["known", "cancel"], 8, SEED, noisy=False)
    assert [each.heard for each in again] == [each.heard for each in clean if each.goal.kind in ("known", "cancel")]


def test_the_interval_of_a_rate_is_wilsons() -> None:
    low, high = wilson(95, 100)
    assert (round(low, 3), round(high, 3)) == (0.888, 0.978)
    assert wilson(0, 0) == (0.0, 1.0)
