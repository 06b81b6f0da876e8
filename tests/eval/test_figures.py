"""The figures of the tuning part and of a noisy sample must not fall."""

import datetime as dt
from typing import cast

import pytest

from pipeline.italian import cues, intents
from pipeline.model.parse import Flag, Step, Topic
from tests.eval.cases import DATA, Case, dateless, labelled
from tests.eval.counting import Share, run, share
from tests.eval.noise import noisy
from tests.eval.scoring import SLOTS, WHEN, right

SAMPLE = labelled("tuning")[::3]
NOW = dt.datetime(2026, 3, 5, 9, 40)


def _intents(cases: list[Case], seed: int | None = None) -> Share:
    return share(right(item.case, item.said, "intent") for item in run(cases, seed) if "intent" not in item.case.skip)


def _slots(cases: list[Case], seed: int | None = None) -> Share:
    return share(all(right(item.case, item.said, field) for field in SLOTS) for item in run(cases, seed))


def test_intents_of_clean_sentences_stay_above_97_percent() -> None:
    assert _intents(SAMPLE).value >= 0.97


def test_all_slots_of_clean_sentences_stay_above_97_percent() -> None:
    assert _slots(SAMPLE).value >= 0.97


def test_intents_of_single_sentences_stay_above_97_percent() -> None:
    lines = [line.split("|", 3) for line in (DATA / "intents.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    cases = [
        Case(
            text,
            "intent",
            business,
            NOW,
            cast(Step, step) if step != "-" else None,
            text,
            {"intent": intent if intent != "None" else None},
            frozenset(),
        )
        for intent, step, business, text in lines
    ]
    assert _intents(cases).value >= 0.97


@pytest.mark.parametrize("seed", [1, 2])
def test_intents_through_the_noise_channel_stay_above_93_percent(seed: int) -> None:
    assert _intents(SAMPLE, seed).value >= 0.93


@pytest.mark.parametrize("seed", [1, 2])
def test_slots_through_the_noise_channel_stay_above_86_percent(seed: int) -> None:
    assert _slots(SAMPLE, seed).value >= 0.86


def test_no_day_is_found_where_none_is_said() -> None:
    found = [item.case.id for item in run(dateless(counted=False)) if any(item.said[field] for field in WHEN)]
    assert found == []


def test_a_confidence_of_eight_tenths_is_right_four_times_in_five() -> None:
    sure = [
        item
        for item in run(labelled("tuning"), seed=3)
        if item.said["intent"] and item.confidence >= 0.8 and "intent" not in item.case.skip
    ]
    assert share(right(item.case, item.said, "intent") for item in sure).value >= 0.8


def test_the_noise_channel_repeats_itself_for_a_seed() -> None:
    assert [noisy(case, 7) for case in SAMPLE] == [noisy(case, 7) for case in SAMPLE]


def test_the_tables_name_only_flags_and_topics_of_the_model() -> None:
    rows = cues.rows()
    assert {row.flag for row in rows if row.flag} <= set(Flag.__args__)
    assert {row.topic for row in rows if row.topic} <= set(Topic.__args__)
    assert {row.kind for row in rows if ":" not in row.kind} <= {*intents.INTENTS, "saluto", "yes", "no", "flag"}
