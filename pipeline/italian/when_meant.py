"""Which of the days and hours said may be meant: what only tells or explains is left out, what the caller is not free on is marked.

Called by `when` between the candidates and the choice; calls `when_clauses` for what a clause makes of a moment. It must never choose
between two moments that may both be meant.

Laws: 1. what is told of the past is dropped; 2. a reason is dropped where something else is wished; 3. a moment that alone answers the
open question with a reason is turned down; 4. by when somebody must be gone always counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.italian import days_counted, when_clauses, when_links, when_work
from pipeline.italian.dates_words import DateFound
from pipeline.italian.scene import Scene
from pipeline.italian.times_words import TimeFound
from pipeline.italian.when_verbs import engaged

_ASKING = frozenset({"siete", "chiudete", "lavorate", "aprite"})
"""In a question about the business a day is not the caller's."""
_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Meant:
    """The days and hours that may be meant; where parts of the day, habitual weekdays and days begin that are not free."""

    days: list[DateFound]
    clocks: list[TimeFound]
    parts_off: frozenset[int] = _NONE
    habits: frozenset[int] = _NONE
    taken: frozenset[int] = _NONE


@dataclass(frozen=True, slots=True)
class _Said:
    """All that was said, with the positions at which a moment begins that is past, a reason, or the hour to be gone by."""

    scene: Scene
    days: Sequence[DateFound]
    clocks: Sequence[TimeFound]
    past: frozenset[int]
    busy: frozenset[int]
    leaving: frozenset[int]
    wishes_day: bool
    wishes_hour: bool

    @property
    def wishes(self) -> bool:
        """Whether any moment is wished for."""
        return self.wishes_day or self.wishes_hour


def without_told(scene: Scene, days: list[DateFound], clocks: list[TimeFound], bases: frozenset[int], leaving: frozenset[int]) -> Meant:
    """The days and hours without those that only tell or explain; `bases`: days others were only counted from."""
    telling = when_clauses.told(scene, days, clocks)
    past = telling.past | bases
    if not past and not telling.busy:
        return Meant(days, clocks)
    wished = telling.wished - bases
    wishes_day = any(day.span.start in wished for day in days if not day.problem)
    wishes_hour = any(clock.span.start in wished for clock in clocks)
    said = _Said(scene, days, clocks, past, telling.busy, leaving, wishes_day, wishes_hour)
    return _meant(said)


def _meant(said: _Said) -> Meant:
    kept = [day for day in said.days if day.span.start not in said.past and not (said.wishes_day and day.span.start in said.busy)]
    events = [day for day in said.days if day not in kept and day.is_day and day.span.start in said.busy]
    clocks = _clocks(said, kept)
    counted = days_counted.after_return(said.scene, days_counted.before_event(kept, events), events)
    beside = days_counted.beside_event(said.scene, counted, said.busy)
    habits = _habits(said)
    taken = _NONE if habits or beside != counted else _taken(said)
    return Meant(beside, clocks, _parts_off(said, clocks), habits, taken)


def _clocks(said: _Said, kept: list[DateFound]) -> list[TimeFound]:
    """The hours left: none that is past, that goes with a day left out, or that is a reason beside another wish."""
    gone = {place for day in said.days if day not in kept for place in range(day.span.start - 1, day.span.end + 2)}
    opens = any(when_links.at_opening(said.scene, index) for index in range(len(said.scene.words)))
    clocks: list[TimeFound] = []
    for clock in said.clocks:
        start = clock.span.start
        adjoins = start in gone or clock.span.end - 1 in gone or _said_of(said, clock) not in (None, *kept)
        reason = start in said.busy and (said.wishes_hour or opens or adjoins or (clock.is_clock and (said.wishes or _is_alone(said))))
        if (start in said.leaving and not adjoins) or not (start in said.past or reason):
            clocks.append(clock)
    return clocks


def _is_alone(said: _Said) -> bool:
    """ "Alle quattro ho il dentista" answers the question for the hour with one that does not suit."""
    asked = len(said.clocks) == 1 and said.scene.context.step in ("ora", "alternative")
    asked = asked and engaged(said.scene, said.clocks[0].span.start, said.clocks[0].span.end, whole_day=False)
    return asked and when_work.side_alone(said.scene, said.clocks[0].span.end) is None


def _parts_off(said: _Said, clocks: list[TimeFound]) -> frozenset[int]:
    """The parts of the day that are only why another one is wished for ("il pomeriggio lavoro")."""
    parts = (clock for clock in clocks if clock.part and not clock.is_clock and clock.span.start in said.busy)
    return frozenset(part.span.start for part in parts if not _of_one_day(part, said.days))


def _habits(said: _Said) -> frozenset[int]:
    """The weekdays on which the caller is never free, where a day was asked for and only such were said ("il giovedì lavoro")."""
    every = all(day.habitual and day.kind == "weekday" and day.span.start in said.busy for day in said.days)
    asked = said.scene.context.step == "data" and not _asks(said)
    return frozenset(day.span.start for day in said.days) if every and asked else _NONE


def _taken(said: _Said) -> frozenset[int]:
    """ "Giovedì ho il dentista" answers the question for the day with one that does not suit."""
    asked = said.scene.context.step in ("data", "ora", "alternative") and not _asks(said)
    if len(said.days) != 1 or said.wishes or said.leaving or not asked:
        return _NONE
    return frozenset(day.span.start for day in said.days if engaged(said.scene, day.span.start, day.span.end, whole_day=True))


def _asks(said: _Said) -> bool:
    return any(word.norm in _ASKING or "?" in word.after for word in said.scene.words)


def _said_of(said: _Said, clock: TimeFound) -> DateFound | None:
    """The last day before an hour in the same clause ("sabato fate solo la mattina")."""
    before = [day for day in said.days if day.span.end <= clock.span.start]
    apart = not before or any(said.scene.breaks(place) for place in range(before[-1].span.end, clock.span.start + 1))
    return None if apart else before[-1]


def _of_one_day(part: TimeFound, days: Sequence[DateFound]) -> bool:
    """Whether a part of the day stands right beside a day ("domani mattina") or names one itself ("stamattina")."""
    return any(part.span.start <= day.span.end + 1 and day.span.start <= part.span.end + 1 for day in days)
