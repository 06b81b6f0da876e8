"""Days said in two pieces that are one ("il lunedì di Pasquetta"), and those named by another: "questo giovedì e il prossimo".

Called by `when` between the candidates and the choice; calls the shared pieces of dates. It must never choose between days.
"""

import datetime as dt
from dataclasses import replace

from pipeline.italian.dates_words import OF, DateFound
from pipeline.italian.scene import Scene
from pipeline.italian.words import Span

_NEXT_ONE = (("quello", "dopo"), ("quella", "dopo"), ("quello", "successivo"), ("quella", "successiva"), ("quello", "seguente"))
_NEXT = (*_NEXT_ONE, ("il", "prossimo"), ("la", "prossima"), ("quello", "prossimo"), ("il", "successivo"), ("il", "seguente"))
_JOINS = frozenset({"e", "ed", "ne", "che", "anche", "sia", "neanche", "nemmeno"})
_GOES_ON = frozenset({"non", "li", "le", "lo", "la", "mi", "posso", "riesco", "vengo", "per", "alle", "sono"})
_WEEK = dt.timedelta(days=7)


def joined(scene: Scene, days: list[DateFound]) -> list[DateFound]:
    """The days with a weekday before its feast taken into it, and a weekday refused for the one after it moved there."""
    return _of_feasts(scene, _and_the_next(scene, _the_one_after(scene, _without_its_name(scene, days))))


def _and_the_next(scene: Scene, days: list[DateFound]) -> list[DateFound]:
    """ "Né questo giovedì né il prossimo": the second is named by its weekday alone, which was said with the first."""
    for place, day in enumerate(days):
        start = day.span.end
        while scene.at(start) in _JOINS:
            start += 1
        following = next((words for words in _NEXT if scene.matches(start, words)), None)
        if following is None or start == day.span.end or day.first is None or day.first != day.last or not _weekday_said(scene, day):
            continue
        end = start + len(following)
        if end >= len(scene.words) or scene.words[end].breaks or scene.at(end) in _GOES_ON:
            later = day.first + _WEEK
            return [*days[: place + 1], DateFound(Span(start, end), later, later, day.kind), *days[place + 1 :]]
    return days


def _without_its_name(scene: Scene, days: list[DateFound]) -> list[DateFound]:
    """ "San Valentino no, che è domenica": the weekday only says on which one the day named before falls."""
    kept: list[DateFound] = []
    for day in days:
        loose = day.kind == "weekday" and not day.fixed and _says_which(scene, day.span.start)
        if not (loose and any(other.first is not None and other.first.weekday() == day.weekday for other in kept if _is_dated(other))):
            kept.append(day)
    return kept


def _is_dated(day: DateFound) -> bool:
    return day.is_day and day.kind != "weekday"


def _says_which(scene: Scene, start: int) -> bool:
    """Whether "che è", "siccome è", "cade di" stands before the weekday."""
    if scene.at(start - 1) in OF:
        return scene.at(start - 2) in ("cade", "cadeva")
    return scene.at(start - 1) in ("e", "cade") and scene.at(start - 2) in ("che", "perche", "siccome", "dato", "visto", "poiche")


def _of_feasts(scene: Scene, days: list[DateFound]) -> list[DateFound]:
    kept: list[DateFound] = []
    for place, day in enumerate(days):
        following = days[place + 1] if place + 1 < len(days) else None
        if following is not None and _belongs(scene, day, following):
            days[place + 1] = replace(following, span=Span(day.span.start, following.span.end))
        else:
            kept.append(day)
    return kept


def _belongs(scene: Scene, day: DateFound, feast: DateFound) -> bool:
    """Whether a bare weekday is only the one the day after "di" falls on."""
    gap = [scene.at(index) for index in range(day.span.end, feast.span.start)]
    linked = (len(gap) == 1 and gap[0] in OF) or (not gap and scene.at(feast.span.start) in OF)
    named = feast.weekday is None and feast.is_day and feast.first is not None
    return linked and named and day.weekday is not None and feast.first is not None and feast.first.weekday() == day.weekday


def _the_one_after(scene: Scene, days: list[DateFound]) -> list[DateFound]:
    if not days or len({day.first for day in days}) != 1 or (days[0].weekday is None and not _weekday_said(scene, days[0])):
        return days
    day = replace(days[0], span=Span(days[0].span.start, days[-1].span.end))
    for index in range(day.span.end, len(scene.words) - 1):
        if scene.at(index - 1) in _JOINS:
            continue  # "né giovedì né quello dopo" names both
        if any(scene.matches(index, words) for words in _NEXT_ONE) and day.first is not None and day.first == day.last:
            # The words up to the weekday turn down the first one.
            start = index if scene.at(day.span.start - 1) == "non" else day.span.start
            later = day.first + _WEEK
            return [DateFound(Span(start, index + 2), later, later, day.kind)]
    return days


def _weekday_said(scene: Scene, day: DateFound) -> bool:
    return day.first is not None and any(scene.at(index).endswith("di") for index in range(day.span.start, day.span.end))
