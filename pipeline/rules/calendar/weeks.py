"""What repeats every week: the firm's openings, each operator's own hours, the blocked stretches, the grid of proposals.

Called by `agenda`; calls `masks`. It knows no appointments and no "now". Rules: contract section 4, "Open = ...".
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pipeline.model.business import Id
from pipeline.model.calendar import Block, Calendar, Hours
from pipeline.rules.calendar.masks import intervals, stretch


@dataclass(frozen=True)
class Weekday:
    """One day of the week; everything here is a mask of minutes but `openings`, (start, end) pairs."""

    open: int
    openings: tuple[tuple[int, int], ...]
    grid: int
    own: dict[Id, int]
    """Hours of the operators who have rows of their own for this weekday, never outside the firm's."""


class Week:
    """The seven weekdays of a calendar and its blocked stretches."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self._days: dict[int, Weekday] = {}

    def weekday(self, number: int) -> Weekday:
        """The hours of a weekday, 0 = Monday."""
        known = self._days.get(number)
        if known is None:
            known = self._days[number] = self._read(number)
        return known

    def blocked(self, day: date) -> dict[Id | None, int]:
        """The blocked minutes of that very day; None = everybody."""
        found: dict[Id | None, int] = defaultdict(int)
        for block in self._always:
            found[block.operatore_id] |= stretch(block.start, block.end)
        for block in self._weekly.get(day.weekday(), ()):
            found[block.operatore_id] |= stretch(block.start, block.end)
        for block in self._dated.get(day, ()):
            found[block.operatore_id] |= stretch(block.start, block.end)
        return found

    @cached_property
    def _always(self) -> tuple[Block, ...]:
        return tuple(block for block in self._calendar.blocks if block.day is None and block.weekday is None)

    @cached_property
    def _weekly(self) -> dict[int, list[Block]]:
        found: dict[int, list[Block]] = defaultdict(list)
        for block in self._calendar.blocks:
            if block.day is None and block.weekday is not None:
                found[block.weekday].append(block)
        return found

    @cached_property
    def _dated(self) -> dict[date, list[Block]]:
        found: dict[date, list[Block]] = defaultdict(list)
        for block in self._calendar.blocks:
            if block.day is not None:
                found[block.day].append(block)
        return found

    def _read(self, number: int) -> Weekday:
        rows = [row for row in self._calendar.hours if row.weekday == number]
        firm_work, firm_pause = _worked([row for row in rows if row.operatore_id is None])
        firm = firm_work & ~firm_pause
        own: dict[Id, int] = {}
        for operatore_id in {row.operatore_id for row in rows}:
            if operatore_id is not None:
                work, pause = _worked([row for row in rows if row.operatore_id == operatore_id])
                # Whoever only has a break of his own works the firm's hours but for it.
                own[operatore_id] = (work or firm) & ~pause & firm
        openings = intervals(firm)
        step = max(self._calendar.slot_minutes, 1)
        grid = sum(1 << minute for start, end in openings for minute in range(start, end, step))
        return Weekday(firm, openings, grid, own)


def _worked(rows: list[Hours]) -> tuple[int, int]:
    """(work, break) of these rows as masks."""
    work = pause = 0
    for row in rows:
        if row.pausa:
            pause |= stretch(row.start, row.end)
        else:
            work |= stretch(row.start, row.end)
    return work, pause
