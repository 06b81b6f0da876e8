"""Reads the cells of a file that several programs write: dates, times, flags, money, each tolerant of how they were written.

Used by the modules that read rows. Knows no table. A cell that cannot be read is None, never an error and never a guess.
"""

import re
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

_CLOCK = re.compile(r"^\s*(\d{1,2})[:.](\d{2})")
_ITALIAN_DAY = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")


@lru_cache(maxsize=4096)
def day(cell: Any) -> date | None:
    """A day written YYYY-MM-DD (with or without a time after it) or DD/MM/YYYY."""
    text = str(cell or "").strip()
    italian = _ITALIAN_DAY.match(text)
    try:
        if italian:
            return date(int(italian[3]), int(italian[2]), int(italian[1]))
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def moment(cell: Any) -> datetime | None:
    """Local wall-clock text with "T" or a blank between day and time; fractions and zones after the seconds are not read."""
    text = str(cell or "").strip()
    try:
        return datetime.fromisoformat(text[:19].replace(" ", "T"))
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def minute(cell: Any) -> int | None:
    """Minutes since midnight of "HH:MM" (24:00 allowed)."""
    found = _CLOCK.match(str(cell or ""))
    if found is None:
        return None
    hours, minutes = int(found[1]), int(found[2])
    total = hours * 60 + minutes
    return total if minutes < 60 and total <= 1440 else None


def clock(cell: Any) -> time | None:
    """A time of day; 24:00 is the last minute of the day."""
    total = minute(cell)
    return None if total is None else clock_of(total)


def clock_of(total: int) -> time:
    """The time of day that many minutes after midnight; what lies past the end is the last minute of the day."""
    return time(min(total, 1439) // 60, min(total, 1439) % 60)


def flag(cell: Any, unknown: bool) -> bool:
    """A yes or no written as number, word or not at all."""
    if cell is None or cell == "":
        return unknown
    return str(cell).strip().lower() not in ("0", "false", "no", "falso", "0.0")


def money(cell: Any) -> Decimal | None:
    """An amount or percentage, whatever the cell's type."""
    if cell is None or cell == "":
        return None
    try:
        value = Decimal(str(cell).replace(",", "."))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def whole(cell: Any) -> int | None:
    """A whole number, whatever the cell's type."""
    amount = money(cell)
    return None if amount is None else int(amount)


def words(cell: Any) -> str | None:
    """Text without blanks around it; None when there is none."""
    text = str(cell).strip() if cell is not None else ""
    return text or None


def stamp(at: datetime) -> str:
    """How every time is written: YYYY-MM-DDTHH:MM:SS."""
    return at.replace(microsecond=0, tzinfo=None).isoformat()
