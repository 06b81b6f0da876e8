"""What a measurement gives: figures with what they must hold, and curves for the plots. Called by every part and by the report."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Figure:
    """One number. `limit` is what it must not pass (`at_least` turns the sense); None = told for comparison only."""

    name: str
    value: float
    unit: str
    limit: float | None = None
    at_least: bool = False
    note: str = ""

    @property
    def held(self) -> bool | None:
        """Whether it is within its limit; None where it has none."""
        if self.limit is None:
            return None
        return self.value >= self.limit if self.at_least else self.value <= self.limit


@dataclass(frozen=True, slots=True)
class Curve:
    """Values over something, for a plot."""

    name: str
    label: str
    unit: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the specification's section 18, in milliseconds, beside ours at the 99th percentile (of few: at worst)."""

    name: str
    target: float
    critical: float
    ours: float


@dataclass(slots=True)
class Findings:
    """What one part found."""

    figures: list[Figure] = field(default_factory=list[Figure])
    curves: list[Curve] = field(default_factory=list[Curve])
    rows: list[Row] = field(default_factory=list[Row])
    failed: str = ""
    """Why it came to no end, where the program did not do what was to be measured."""

    def add(self, name: str, value: float, unit: str, limit: float | None = None, *, at_least: bool = False, note: str = "") -> None:
        """One more figure."""
        self.figures.append(Figure(name, value, unit, limit, at_least, note))

    def times(self, name: str, seconds: Sequence[float], median: float | None = None, high: float | None = None, note: str = "") -> None:
        """Median and 99th percentile of some times, in milliseconds, with their limits."""
        self.add(f"{name}, median", 1000 * quantile(seconds, 0.5), "ms", median, note=note)
        if len(seconds) >= FEW:
            self.add(f"{name}, 99th percentile", 1000 * quantile(seconds, 0.99), "ms", high)


FEW = 100
"""Below so many values a 99th percentile says nothing."""


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which that share lies (nearest rank)."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, max(0, math.ceil(share * len(ranked)) - 1))]
