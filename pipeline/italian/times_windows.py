"""Stretches of a day from one wall-clock time to another, either end open (None).

Called by `when_times`; calls nobody. It must never know in which words a stretch was said.
"""

import datetime as dt

Window = tuple[dt.time | None, dt.time | None]
_NEAR = 60
"""Minutes: "in mattinata o nel primo pomeriggio" is one stretch in spite of the hour between."""


def touch(one: Window, two: Window) -> bool:
    """Whether two windows make one stretch: they meet, or lie less than an hour apart."""
    if one[0] is None or one[1] is None or two[0] is None or two[1] is None:
        return False
    later, sooner = max(one[0], two[0]), min(one[1], two[1])
    return later <= sooner or later.hour * 60 + later.minute - sooner.hour * 60 - sooner.minute <= _NEAR


def meet(one: Window, two: Window) -> Window | None:
    """What two windows have in common, None when it is nothing."""
    first, last = greatest(one[0], two[0]), least(one[1], two[1])
    return None if first and last and first >= last else (first, last)


def least(one: dt.time | None, two: dt.time | None) -> dt.time | None:
    """The earlier of two times; an open one (None) does not count."""
    return min(one, two) if one and two else one or two


def greatest(one: dt.time | None, two: dt.time | None) -> dt.time | None:
    """The later of two times; an open one (None) does not count."""
    return max(one, two) if one and two else one or two
