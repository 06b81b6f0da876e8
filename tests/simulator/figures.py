"""Counts and intervals of simulated calls: success by kind, pass^k, turns beside the scripted minimum.

Called by the runner and the tests.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.simulator.calls import Outcome
from tests.simulator.goals import Goal

Z = 1.959964
"""Of a 95 % interval."""


def wilson(right: int, count: int) -> tuple[float, float]:
    """The 95 % interval of a rate by Wilson's score; (0, 1) without any trial."""
    if count == 0:
        return 0.0, 1.0
    rate, square = right / count, Z * Z
    middle = (rate + square / (2 * count)) / (1 + square / count)
    half = Z * math.sqrt(rate * (1 - rate) / count + square / (4 * count * count)) / (1 + square / count)
    return max(0.0, middle - half), min(1.0, middle + half)


def fewest(goal: Goal) -> int:
    """The turns a script would need that says everything at once and makes no mistakes."""
    kind = goal.kind
    turns = {
        "wrong_number": 1,
        "person_wanted": 1,
        "taken": 3,
        "part_of_day": 3,
        "waiting_list": 3,
        "two_requests": 3,
        "consent_refused": 6,
    }
    if kind in turns:
        return turns[kind]
    if goal.person.id is None:
        return 6 if goal.caller_id else 7
    more = int(goal.person.homonyms > 1) + int(kind == "second_thoughts")
    more += int(goal.tasks[0].visit is not None and goal.caller_id is None)
    more += len(goal.twists & {"digress", "silence", "gibberish", "repeat", "late_slip"})
    return 2 + more


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one kind of call on one kind of line."""

    kind: str
    calls: int
    right: int
    every: float
    """The share of goals that succeeded every time they were played."""
    turns: float
    fewest: float

    def __str__(self) -> str:
        low, high = wilson(self.right, self.calls)
        rate = 100 * self.right / self.calls if self.calls else 0.0
        return (
            f"{self.kind:18} {self.right:5}/{self.calls:<5} {rate:6.1f} %  [{100 * low:5.1f}, {100 * high:5.1f}]"
            f"  pass^k {100 * self.every:6.1f} %  turns {self.turns:4.1f} (script {self.fewest:3.1f})"
        )


def summed(kind: str, outcomes: Sequence[Outcome]) -> Line:
    """The figures of these calls."""
    tries: dict[tuple[str, int], list[bool]] = defaultdict(list)
    for each in outcomes:
        tries[each.goal.kind, each.goal.number].append(each.success)
    won = [each for each in outcomes if each.success]
    every = sum(all(each) for each in tries.values()) / len(tries) if tries else 0.0
    mean = max(len(won), 1)
    return Line(kind, len(outcomes), len(won), every, sum(each.turns for each in won) / mean, sum(fewest(each.goal) for each in won) / mean)


def by_kind(outcomes: Iterable[Outcome]) -> list[Line]:
    """A line a kind, and one for all."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for each in outcomes:
        groups[each.goal.kind].append(each)
    everything = [each for group in groups.values() for each in group]
    return [*(summed(kind, group) for kind, group in groups.items()), summed("all", everything)]
