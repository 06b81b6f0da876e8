"""Minutes of a day as the bits of one integer: bit m is the minute from m to m + 1.

Called by the rest of `pipeline.rules.calendar`; calls nothing. It knows no hours, people or dates. A handful of integer
operations answers for every minute of a day at once, which is what keeps a search over months within milliseconds.
"""

from collections.abc import Iterator

DAY = 1440
WIDTH = 2 * DAY
"""A day and the night after it: a buffer may run past midnight."""
ALL = (1 << WIDTH) - 1


def stretch(start: int, end: int) -> int:
    """The minutes from start to end, end not included; empty when end does not come after start."""
    start = max(start, 0)
    return ((1 << (end - start)) - 1) << start if end > start else 0


def runs(mask: int, length: int) -> int:
    """The minutes at which at least `length` set minutes in a row begin."""
    done = 1
    while done * 2 <= length:
        mask &= mask >> done
        done *= 2
    return mask & (mask >> (length - done)) if length > done else mask


def positions(mask: int) -> Iterator[int]:
    """The set minutes, ascending."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def intervals(mask: int) -> tuple[tuple[int, int], ...]:
    """The maximal stretches of set minutes as (start, end) pairs, ascending."""
    found: list[tuple[int, int]] = []
    while mask:
        start = (mask & -mask).bit_length() - 1
        filled = (mask >> start) + 1
        end = start + (filled & -filled).bit_length() - 1
        found.append((start, end))
        mask = mask >> end << end
    return tuple(found)
