"""Reads the cells of a file that several programs write: dates, times, flags, money, each tolerant of how they were written.

Used by the modules that read rows. Knows no table. A cell that cannot be read is None, never an error and never a guess.
"""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2})|$)(?:.*?\b([ap])\.?m\b)?", re.IGNORECASE)
_AMOUNT = re.compile(r"(?:€|eur|euro)?\s*([+-]?[\d.,]+(?:e[+-]?\d+)?)\s*(?:€|eur|euro)?", re.IGNORECASE)
_LENGTH = re.compile(r"(?:(\d{1,3})\s*(?:h|or[ae]|:)\s*(?:e\s*)?)?(?:(\d{1,5})\s*(?:m|min|minut[io]|'|\.)*)?", re.IGNORECASE)
LONGEST_CELL = 40
"""A number written in more characters is none: what would be counted with it takes minutes."""
MAGNITUDE = 12
"""Amounts have at most so many digits before and after the point."""
LONGEST_MINUTES = 31 * 1440
"""Nothing in a business lasts longer."""
_MOMENT = re.compile(r"([\d/.-]{8,10}?)(?:[T ,]+(\d{1,2}[:.]\d{2}).*)?$", re.DOTALL)
_YEAR_FIRST = re.compile(r"(\d{4})[/.-]?(\d{1,2})[/.-]?(\d{1,2})")
_ITALIAN_DAY = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")


@lru_cache(maxsize=4096)
def day(cell: Any) -> date | None:
    """A day written YYYY-MM-DD (with or without a time after it), YYYY/M/D or DD/MM/YYYY."""
    text = told(cell)
    italian = _ITALIAN_DAY.match(text)
    try:
        if italian:
            return date(int(italian[3]), int(italian[2]), int(italian[1]))
        other = _YEAR_FIRST.fullmatch(text)
        if other:
            return date(int(other[1]), int(other[2]), int(other[3]))
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def moment(cell: Any) -> datetime | None:
    """Local wall-clock text with "T" or a blank between day and time, the day in any order; fractions and zones are not read."""
    text = cell if type(cell) is str else told(cell)
    try:
        found = datetime.fromisoformat(text[:19])
        return found if found.tzinfo is None else found.replace(tzinfo=None)
    except ValueError:
        found = _MOMENT.match(text.strip())
        on, at = (day(found[1]), minute(found[2] or "00:00")) if found else (None, None)
        return None if on is None or at is None else later(datetime.combine(on, time()), at)


def told(cell: Any) -> str:
    """The cell as text without blanks around it; bytes are text of another program."""
    if isinstance(cell, bytes):
        return cell.decode(errors="replace").strip()
    return str(cell if cell is not None else "").strip()


@lru_cache(maxsize=4096)
def minute(cell: Any) -> int | None:
    """Minutes since midnight of "HH:MM", "9" or "7:30 PM" (24:00 allowed)."""
    found = _CLOCK.match(told(cell))
    if found is None:
        return None
    hours, past = int(found[1]), int(found[2] or 0)
    if found[3]:
        hours = hours % 12 + (12 if found[3].lower() == "p" else 0) if 1 <= hours <= 12 else hours
    total = hours * 60 + past
    return total if past < 60 and total <= 1440 else None


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
    """An amount or percentage, whatever the cell's type: also "€ 20", "20,00 euro" and "1.200,50"."""
    if cell is None or cell == "":
        return None
    written = str(cell) if type(cell) in (int, float) else _amount_in(told(cell))
    if not written:
        return None
    try:
        value = Decimal(written)
    except InvalidOperation:
        return None
    return value if value.is_finite() and -MAGNITUDE <= value.adjusted() < MAGNITUDE else None


def _amount_in(text: str) -> str:
    """The number without its currency; of points and commas the last kind stands before the cents."""
    found = _AMOUNT.fullmatch(text) if len(text) <= LONGEST_CELL else None
    if found is None:
        return ""
    text = found[1]
    if "." in text and "," in text:
        text = text.replace("." if text.rindex(",") > text.rindex(".") else ",", "")
    return text.replace(",", ".")


def whole(cell: Any) -> int | None:
    """A whole number, whatever the cell's type."""
    amount = money(cell)
    return None if amount is None else int(amount)


def minutes(cell: Any) -> int | None:
    """How long something lasts: 45, "45", "45 min", "1h", "1h30", "1:30"; None for what is no length and for more than a month."""
    total = cell if type(cell) is int else whole(cell)
    if total is None:
        found = _LENGTH.fullmatch(told(cell)[:LONGEST_CELL])
        if found is None or not (found[1] or found[2]):
            return None
        total = int(found[1] or 0) * 60 + int(found[2] or 0)
    return total if abs(total) <= LONGEST_MINUTES else None


def later(at: datetime, lasts: int) -> datetime:
    """That many minutes after; the end of time where there is no such moment."""
    try:
        return at + timedelta(minutes=lasts)
    except OverflowError:
        return datetime.max


def words(cell: Any) -> str | None:
    """Text without blanks around it; None when there is none."""
    return told(cell) or None


def stamp(at: datetime) -> str:
    """How every time is written: YYYY-MM-DDTHH:MM:SS."""
    return at.replace(microsecond=0, tzinfo=None).isoformat()
