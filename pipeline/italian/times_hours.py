"""Bare hours read in opening hours: "alle tre" is 15:00 in a shop open 9-19 (contract section 3).

Called by `when_times`; calls nothing of ours but the tables. It must never know in which words an hour was said.
"""

import datetime as dt
from dataclasses import dataclass

from pipeline.italian.times_words import Part, TimeFound
from pipeline.model.parse import Context

Openings = tuple[tuple[int, int], ...]
_USUAL: Openings = ((8 * 60, 20 * 60),)
_HALF = 12 * 60
_NIGHT = 5 * 60
_DAYBREAK = 6 * 60 + 30
"""Nobody means an earlier minute without saying that it is night."""


@dataclass(frozen=True, slots=True)
class Opening:
    """When the business is open on the day meant; `past` = minutes already gone of that day."""

    hours: Openings
    past: int = -1
    week: tuple[int, int] | None = None
    """From when to when it is open on any day: an hour outside this day's is likelier one of another day's than none at all."""

    @property
    def first(self) -> int:
        """The minute it opens."""
        return min(opens for opens, _ in self.hours)

    @property
    def last(self) -> int:
        """The minute it closes."""
        return max(closes for _, closes in self.hours)


def opening(context: Context, day: dt.date | None) -> Opening:
    """The opening hours of the day; without one, or when it is closed, the week's widest."""
    week: list[Openings] = [tuple((_minutes(opens), _minutes(closes)) for opens, closes in each) for each in context.lexicon.hours]
    past = context.now.hour * 60 + context.now.minute if day == context.now.date() else -1
    if day is not None and week[day.weekday()]:
        return Opening(week[day.weekday()], past, _widest(week))
    widest = _widest(week)
    return Opening(_USUAL if widest is None else (widest,), past)


def _widest(week: list[Openings]) -> tuple[int, int] | None:
    every = [span for each in week for span in each]
    return (min(span[0] for span in every), max(span[1] for span in every)) if every else None


def _minutes(time: dt.time) -> int:
    return time.hour * 60 + time.minute


def readings(time: TimeFound, open_: Opening, bound: bool = False) -> tuple[int, ...]:
    """The fair readings of a clock in minutes, best first; more than one = to be asked. `bound`: it may be the closing time."""
    minutes = time.minutes
    if minutes is None:
        return ()
    if time.literal and not (time.part == "notte" and minutes == _HALF):
        return (minutes,)
    if time.part is not None:
        meant = in_part(minutes, time.part)
        later = meant + _HALF
        if time.part == "mattina" and meant < _NIGHT and _score(meant, open_, bound)[0] == _OUTSIDE < _score(later, open_, bound)[0]:
            return (later,)
        return (meant,)
    if minutes >= _HALF:
        return (minutes,)
    later = minutes + _HALF
    if minutes <= open_.past < later and _score(later, open_, bound)[0] > _OUTSIDE:
        return (later,)
    candidates = (minutes, later)
    scored = sorted(candidates, key=lambda each: _score(each, open_, bound), reverse=True)
    best = _score(scored[0], open_, bound)[0]
    return tuple(each for each in scored if best == _INSIDE and _score(each, open_, bound)[0] == best) or (scored[0],)


_INSIDE, _BETWEEN, _OUTSIDE = 3, 2, 0


def _score(minutes: int, open_: Opening, bound: bool) -> tuple[int, int]:
    for opens, closes in open_.hours:
        if opens <= minutes < closes or (bound and minutes == closes):
            return _INSIDE, -minutes
    first, last = open_.hours[0][0], open_.hours[-1][1]
    if first <= minutes <= last:
        return _BETWEEN, -minutes
    strange = open_.week is not None and not open_.week[0] <= minutes <= open_.week[1]
    return _OUTSIDE, -min(abs(minutes - first), abs(minutes - last)) - (_HALF if minutes < _DAYBREAK or strange else 0)


def in_part(minutes: int, part: Part) -> int:
    """An hour of the clock face in the part of the day said with it."""
    hour = minutes // 60
    if part == "pomeriggio":
        return minutes + _HALF if hour < 11 else minutes
    if part == "sera":
        return minutes + _HALF if 3 < hour < 12 else minutes - _HALF if hour == 12 else minutes
    if part == "notte":
        return minutes + _HALF if 7 < hour < 12 else minutes - _HALF if hour == 12 else minutes
    return minutes


def pair(one: TimeFound, two: TimeFound, open_: Opening) -> tuple[int, int]:
    """The readings of the two ends of a window: the second after the first, inside opening hours where possible."""
    part = one.part or two.part
    firsts, seconds = _both(one, part), _both(two, part)
    if part is not None and one.minutes is not None and two.minutes is not None and not (one.literal or two.literal):
        firsts = (in_part(one.minutes, one.part or part),)
    return max(
        ((first, second) for first in firsts for second in seconds),
        key=lambda ends: (
            ends[1] > ends[0],
            _score(ends[0], open_, False)[0] + _score(ends[1], open_, True)[0],
            -(ends[1] - ends[0]),
            -ends[0],
        ),
    )


def _both(time: TimeFound, part: Part | None) -> tuple[int, ...]:
    minutes = time.minutes or 0
    if time.literal or minutes >= _HALF:
        return (minutes,)
    if time.part is not None and part is not None:
        return (in_part(minutes, time.part), minutes)
    return (minutes, minutes + _HALF)
