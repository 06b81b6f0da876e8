"""What every rule of the ear's number passes shares: the language's tables, today's date, and how a written number is read.

Used by `ear_numbers` and `ear_times`. Pure.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pipeline.phrases.spoken.lexicon import Lexicon
from pipeline.phrases.spoken.readings import Reading

NUMBER = r"\d+(?:[.,]\d+)*"
"""A written number, with whatever separators."""

_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


@dataclass(frozen=True, slots=True)
class Scene:
    """The language of a text with its tables, and the day on which it is said."""

    language: str
    words: Lexicon
    table: Reading
    today: date | None


Rule = Callable[[str, Scene], str]
"""A pass over the whole text."""


def value(written: str, scene: Scene) -> Decimal:
    """The number that was written, by the separators of the language: "1.250,50" is 1250.50 in Italian."""
    point, group = (".", ",") if scene.language == "en" else (",", ".")
    if _GROUPED.fullmatch(written) and point not in written:
        return Decimal(re.sub(r"\D", "", written))
    whole, _, fraction = written.replace(group, "" if point in written else point).partition(point)
    decimals = re.sub(r"\D", "", fraction)
    return Decimal(f"{whole}.{decimals or '0'}")


def plain(written: str, scene: Scene) -> bool:
    """Whether a written number is one value, not a chain such as a version or a list ("1.2.3")."""
    return written.count(".") + written.count(",") <= 1 or _GROUPED.match(written) is not None
