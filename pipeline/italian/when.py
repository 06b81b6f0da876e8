"""When: the day and the time an utterance means, with every candidate in the order said.

Called by the parser of Italian: `when.read(words, context)`. Calls dates and times for candidates, `when_days` and `when_times`
for the choice. Conventions: contract section 3. It must never know what is to be done about what was said.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from pipeline.italian import (
    dates,
    days_counted,
    days_joined,
    times,
    when_days,
    when_leaving,
    when_meant,
    when_shields,
    when_times,
)
from pipeline.italian.clearing import clear
from pipeline.italian.dates_words import DateFound
from pipeline.italian.scene import Scene
from pipeline.italian.times_words import TimeFound
from pipeline.italian.when_days import Days
from pipeline.italian.when_places import Piece
from pipeline.italian.when_times import TimePiece, Times
from pipeline.italian.words import Span, Word
from pipeline.model.parse import Context


@dataclass(frozen=True, slots=True)
class WhenFound:
    """Days and times understood (fields as in `Parse`); `spans`: all words taken; `dates`, `times`: candidates in order."""

    date: dt.date | None = None
    time: dt.time | None = None
    date_interval: tuple[dt.date | None, dt.date | None] | None = None
    time_interval: tuple[dt.time | None, dt.time | None] | None = None
    alternatives: tuple[tuple[dt.date | None, dt.time | None], ...] = ()
    weekdays_excluded: tuple[int, ...] = ()
    approximate: bool = False
    earliest: bool = False
    conflict: str | None = None
    date_choices: tuple[dt.date, ...] = ()
    time_choices: tuple[dt.time, ...] = ()
    date_problem: Literal["past", "impossible"] | None = None
    spans: tuple[Span, ...] = ()
    dates: tuple[DateFound, ...] = ()
    times: tuple[TimeFound, ...] = ()
    done_by: dt.time | None = None
    refused: tuple[dt.time | None, dt.time | None] | None = None
    """The part of the day that alone was said, and turned down: a visit that stands may lie in it."""


def read(words: tuple[Word, ...], context: Context, taken: Iterable[Span] = ()) -> WhenFound:
    """What the utterance says of day and time; words in `taken` (a telephone number, a birth date) are somebody else's."""
    cleared = clear(words)
    held = {position for span in taken for position in range(span.start, span.end)}
    blocked = {index for index, place in enumerate(cleared.places) if place in held}
    scene = Scene(cleared.words, context, frozenset(blocked | when_shields.shielded(cleared.words, context)), cleared.concluding(words))
    days, bases = days_counted.counted(scene, days_joined.joined(scene, dates.scan(scene)))
    bare = times.scan(scene, days)
    clocks = times.with_parts(bare, days)
    leaving = frozenset(clock.span.start for clock in clocks if when_leaving.must_leave(scene, clock))
    told = when_meant.without_told(scene, days, clocks, bases, leaving)
    if len(told.clocks) < len(clocks):
        # "Il turno di notte finisce alle sei, diciamo alle dieci": a part that is only told makes no hour a night's.
        left = {clock.span.start for clock in told.clocks}
        told = replace(told, clocks=times.with_parts([clock for clock in bare if clock.span.start in left], days))
    held_days = {position for day in days for position in range(day.span.start, day.span.end)}
    held_times = {position for time in clocks for position in range(time.span.start, time.span.end)}
    day_pieces = when_days.pieces(scene, told.days, held_times, told.habits, told.taken)
    chosen = when_days.decide(scene, day_pieces)
    time_pieces = when_times.pieces(scene, told.clocks, held_days, told.parts_off, leaving)
    meant = when_times.of_the_day(scene, time_pieces, day_pieces, chosen.chosen)
    hours = when_times.decide(scene, meant, chosen.date or (chosen.choices[0] if chosen.choices else None))
    earliest = when_shields.soonest(scene)
    spans = tuple(cleared.back(span) for span in _spans(day_pieces, time_pieces, earliest))
    said = (
        tuple(replace(day, span=cleared.back(day.span)) for day in days),
        tuple(replace(time, span=cleared.back(time.span)) for time in clocks),
    )
    return _found(scene, chosen, hours, bool(earliest), spans, said)


def _spans(days: list[Piece], clocks: list[TimePiece], earliest: tuple[Span, ...]) -> tuple[Span, ...]:
    places = {(piece.link.start, piece.link.end) for piece in (*days, *clocks)}
    places |= {(span.start, span.end) for span in earliest}
    return tuple(Span(*place) for place in sorted(places))


def _found(
    scene: Scene,
    days: Days,
    hours: Times,
    earliest: bool,
    spans: tuple[Span, ...],
    said: tuple[tuple[DateFound, ...], tuple[TimeFound, ...]],
) -> WhenFound:
    date = days.date
    if date is None and hours.day is not None and not days.choices and days.interval is None:
        date = hours.day
    pairs = _alternatives(scene, days, hours)
    gone = days.problem == "past" and date is None
    return WhenFound(
        date=date,
        time=hours.time,
        date_interval=days.interval,
        time_interval=None if gone else _window(days, hours),
        alternatives=pairs,
        weekdays_excluded=tuple(dict.fromkeys(days.excluded)),
        approximate=days.approximate or hours.approximate,
        earliest=earliest,
        conflict=days.conflict,
        date_choices=days.choices,
        time_choices=hours.choices,
        date_problem=days.problem,
        spans=spans,
        dates=said[0],
        times=said[1],
        done_by=hours.done_by,
        refused=hours.refused,
    )


def _alternatives(scene: Scene, days: Days, hours: Times) -> tuple[tuple[dt.date | None, dt.time | None], ...]:
    """Other days and times, each with the time or day it shares; said in pairs ("lunedì alle 10 o martedì alle 15") they stay pairs."""
    if days.others and len(days.others) == len(hours.others) and _interleaved(days.chosen, hours.chosen):
        return tuple(zip(days.others, hours.others, strict=True))
    shared = [(day, hours.time) for day in (*days.others, *_today(scene, days, hours))]
    return (*shared, *((days.date, time) for time in hours.others))


def _window(days: Days, hours: Times) -> tuple[dt.time | None, dt.time | None] | None:
    """The window of the first day where each day has its own ("lunedì mattina o martedì pomeriggio")."""
    if days.others and len(hours.chosen) == len(days.others) + 1 and _interleaved(days.chosen, hours.chosen):
        first = hours.chosen[0].found
        return (first.first, first.last) if first.part and not first.is_clock else hours.window
    return hours.window


def _interleaved(days: list[Piece], clocks: list[TimePiece]) -> bool:
    order = sorted([(piece.link.start, "d") for piece in days] + [(piece.link.start, "t") for piece in clocks])
    kinds = [kind for _, kind in order]
    return all(one != two for one, two in pairwise(kinds))


def _today(scene: Scene, days: Days, hours: Times) -> tuple[dt.date, ...]:
    """Today as an alternative to its own name in seven days, unless the hour said is already gone."""
    now = scene.context.now.time()
    if hours.time is not None and hours.time <= now:
        return ()
    if hours.window is not None and hours.window[1] is not None and hours.window[1] <= now:
        return ()
    return tuple(days.also)
