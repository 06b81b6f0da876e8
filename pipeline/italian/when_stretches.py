"""Stretches of days: from one day to another, the side of a day that is meant, what two stretches share.

Called by `when_days`; calls the calendar arithmetic. It must never know in which words a stretch was said.
"""

import datetime as dt

from pipeline.italian.dates_words import DateFound, make, next_weekday, plus
from pipeline.italian.when_links import Bend

Interval = tuple[dt.date | None, dt.date | None]


def spanned(one: DateFound, two: DateFound) -> DateFound:
    """From the first to the last; a first day without month takes the last one's, a last day lies after the first."""
    first, last = one.first, two.last
    if one.kind == "number" and two.kind == "date" and two.first and one.first:
        same = make(two.first.year, two.first.month, one.first.day)
        first = same if same and same <= two.first else first
    if first and last and last < first:
        if two.kind == "weekday":
            last = next_weekday(first, last.weekday())
        elif two.kind == "number":
            ahead = [make(first.year + (first.month == 12), first.month % 12 + 1, last.day), make(first.year, first.month, last.day)]
            last = next((day for day in reversed(ahead) if day and day >= first), last)
    return DateFound(one.span, first, last, "stretch", problem=one.problem or two.problem)


def bent(found: DateFound, bend: Bend) -> Interval:
    """A stretch, or the side of a day that is meant ("dopo Pasqua" from the day after, "prima di venerdì" to the day before)."""
    first, last = found.first, found.last
    match bend:
        case "after":
            return (plus(last, 1) if last else first, None)
        case "from":
            return (first, None)
        case "until":
            return (None, last)
        case "before":
            return (None, plus(first, -1) if first else last)
        case _:
            return (first, last)


def overlap(one: Interval, two: Interval) -> bool:
    return not ((one[1] and two[0] and two[0] > one[1]) or (two[1] and one[0] and one[0] > two[1]))


def meet(one: Interval, two: Interval) -> Interval:
    firsts = [day for day in (one[0], two[0]) if day]
    lasts = [day for day in (one[1], two[1]) if day]
    return (max(firsts) if firsts else None, min(lasts) if lasts else None)
