"""Counts with their certainty: shares with 95 % Wilson intervals, confusion, F1 and calibration."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.italian.parse import parse
from tests.eval.cases import Case
from tests.eval.noise import noisy
from tests.eval.scoring import Wire, wire


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case, the text that was parsed, what the parser said on the wire, and how sure it was."""

    case: Case
    text: str
    said: Wire
    confidence: float


@dataclass(frozen=True, slots=True)
class Share:
    """So many right of so many."""

    right: int
    of: int

    @property
    def value(self) -> float:
        """The share, 1 when there was nothing to count."""
        return self.right / self.of if self.of else 1.0

    def interval(self) -> tuple[float, float]:
        """The 95 % Wilson interval."""
        if not self.of:
            return (0.0, 1.0)
        z = 1.959964
        middle = self.value + z * z / (2 * self.of)
        reach = z * math.sqrt(self.value * (1 - self.value) / self.of + z * z / (4 * self.of * self.of))
        return ((middle - reach) / (1 + z * z / self.of), (middle + reach) / (1 + z * z / self.of))

    def __str__(self) -> str:
        low, high = self.interval()
        return f"{self.value * 100:6.2f} %  {self.right:4d}/{self.of:<4d}  [{low * 100:5.1f}, {high * 100:5.1f}]"


def share(marks: Iterable[bool]) -> Share:
    """The share of true ones."""
    listed = list(marks)
    return Share(sum(listed), len(listed))


def run(cases: Iterable[Case], seed: int | None = None) -> list[Outcome]:
    """Every case parsed, through the noise channel when a seed is given."""
    outcomes: list[Outcome] = []
    for case in cases:
        text = case.text if seed is None else noisy(case, seed)
        said = parse(text, case.context())
        outcomes.append(Outcome(case, text, wire(said), said.confidence))
    return outcomes


def macro_f1(pairs: Iterable[tuple[str, str]]) -> float:
    """The mean F1 over the labels that occur, from (wanted, got) pairs."""
    listed = list(pairs)
    labels = {wanted for wanted, _ in listed}
    return sum(_f1(listed, label) for label in labels) / len(labels) if labels else 1.0


def _f1(pairs: list[tuple[str, str]], label: str) -> float:
    hits = sum(1 for wanted, got in pairs if wanted == got == label)
    given = sum(1 for _, got in pairs if got == label)
    wanted_count = sum(1 for wanted, _ in pairs if wanted == label)
    return 2 * hits / (given + wanted_count) if given + wanted_count else 1.0


def confusion(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str, int]]:
    """Every pair of unequal labels with its count, the most frequent first."""
    counts = Counter(pair for pair in pairs if pair[0] != pair[1])
    return [(wanted, got, count) for (wanted, got), count in counts.most_common()]
