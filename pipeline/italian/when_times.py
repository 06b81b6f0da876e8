"""Which of the times said is meant, read in the opening hours of the day: windows, bounds, alternatives, the later of two.

Called by `when`; calls the links, the candidates and the opening hours. It must never decide about days.
"""

import datetime as dt
from dataclasses import dataclass, field, replace

from pipeline.italian import times_hours, times_windows
from pipeline.italian.dates_words import AT, OF
from pipeline.italian.scene import Scene
from pipeline.italian.times_hours import Opening
from pipeline.italian.times_windows import Window
from pipeline.italian.times_words import TimeFound, clock_time
from pipeline.italian.when_days import is_or, words_between
from pipeline.italian.when_links import Link, at_opening, is_moving, link, refused_after, refused_before
from pipeline.italian.when_places import Piece
from pipeline.italian.when_work import OTHER_SIDE, off_work, part_given_up

_HALF_A_DAY = 12 * 60
_TO = frozenset({"alle", "all'", "ale", "le", "alla", ""})


@dataclass(frozen=True, slots=True)
class TimePiece:
    """A time with what bends it; `until` is the other end of a window said as two clocks."""

    found: TimeFound
    link: Link
    joined: bool = False
    until: TimeFound | None = None
    leaving: bool = False
    """Whether it says by when the caller must be gone."""


@dataclass(slots=True)
class Times:
    """What the times of the utterance come to."""

    time: dt.time | None = None
    window: Window | None = None
    others: list[dt.time] = field(default_factory=list[dt.time])
    choices: tuple[dt.time, ...] = ()
    approximate: bool = False
    day: dt.date | None = None
    done_by: dt.time | None = None
    refused: Window | None = None
    chosen: list[TimePiece] = field(default_factory=list[TimePiece])


def pieces(
    scene: Scene, found: list[TimeFound], held: set[int], off: frozenset[int] = frozenset(), leaving: frozenset[int] = frozenset()
) -> list[TimePiece]:
    """The candidates with their links; two clocks that make a window are one piece.

    `held`: positions of days, `off`: of parts not free, `leaving`: of clocks by which the caller must be gone.
    """
    linked = [(time, link(scene, time.span.start, time.span.end, time.det if time.is_clock else None)) for time in found]
    linked = [(time, replace(ties, bend="not") if time.span.start in off else ties) for time, ties in linked]
    linked = part_given_up(scene, linked)
    inside = held | {position for time in found if time.part for position in range(time.span.start, time.span.end)}
    result: list[TimePiece] = []
    index = 0
    while index < len(linked):
        time, ties = linked[index]
        if time.span.start in leaving and ties.bend in ("", "around", "before", "until"):
            result.append(TimePiece(time, replace(ties, bend="until"), leaving=True))
            index += 1
            continue
        gap = words_between(scene, linked[index - 1][1].end, ties.start, held) if index else []
        moved = ties.bend == "from" and is_moving(scene) and not held & set(range(max(ties.start - 2, 0), ties.start))
        joined = bool(index) and is_or(scene, gap, linked[index - 1][1], ties)
        ties = off_work(scene, time, ties, len(linked), linked[index - 1][1].end if index and linked[index - 1][0].is_clock else 0)
        other = _other_end(scene, linked, index, inside)
        if other is not None and moved:
            result.append(TimePiece(time, replace(ties, bend="not"), joined))
            index += 1
            continue
        if other is not None:
            two, after = linked[other]
            result.append(TimePiece(time, replace(ties, end=after.end), joined, two))
            result.extend(TimePiece(part, part_link, True) for part, part_link in linked[index + 1 : other])
            index = other + 1
            continue
        if not joined and _stands_now(scene, time, ties, result):
            ties = replace(ties, bend="not")
        result.append(TimePiece(time, ties, joined))
        index += 1
    return result


def _stands_now(scene: Scene, time: TimeFound, ties: Link, before: list[TimePiece]) -> bool:
    """ "Sposti alle cinque la piega delle tre": behind the hour to move to, the one the visit has now."""
    aimed = any(_is_a_point(each) and each.found.det in AT for each in before)
    return aimed and time.is_clock and ties.bend == "" and time.det in OF and is_moving(scene)


def _other_end(scene: Scene, linked: list[tuple[TimeFound, Link]], index: int, inside: set[int]) -> int | None:
    """The position of the clock that closes the window opened here ("dalle 3 ... alle 5", "tra le 9 e le 11"); None = no window."""
    time, ties = linked[index]
    if not time.is_clock or ties.bend not in ("from", "between"):
        return None
    for position in range(index + 1, min(index + 3, len(linked))):
        two, after = linked[position]
        if not two.is_clock:
            continue
        gap = [word for word in words_between(scene, ties.end, after.start, inside) if word not in ("di", "del", "della", "fino", "anche")]
        if gap[:1] in (["che"], ["quando"]):
            gap = gap[-1:]  # "Fra le otto, che porto la bimba a scuola, e le undici"
        closes = after.bend in ("", "until", "around") and two.det in _TO
        if ties.bend == "between":
            return position if gap in (["e"], ["ed"], []) and closes else None
        return position if (not gap and closes and two.det != "") or scene.before(two.span.start).strip() == "-" else None
    return None


def of_the_day(scene: Scene, said: list[TimePiece], days: list[Piece], chosen: list[Piece]) -> list[TimePiece]:
    """The times without those of a day left behind ("ho appuntamento mercoledì alle 9, c'è posto venerdì?") or excluded."""
    meant = {piece.link.start for piece in chosen}
    first = min((piece.link.start for piece in chosen), default=0)
    has_one = is_moving(scene) or any(word.norm in ("ho", "avevo", "avevamo", "avrei") for word in scene.words)
    kept: list[TimePiece] = []
    reached = 0
    for time in said:
        while reached < len(days) and days[reached].link.start < time.link.start:
            reached += 1
        last = days[reached - 1] if reached else None
        old = last is not None and last.found.is_day and last.link.start not in meant
        excluded = old and last is not None and last.link.bend == "except" and last.link.end == time.link.start
        given_up = old and last is not None and last.link.bend == "origin" and any(_is_a_point(other) for other in kept)
        no = scene.at(time.found.span.end) == "no" or refused_after(scene, time.found.span.end)
        turned_down = old and bool(chosen) and no
        if not (excluded or given_up or turned_down or (old and has_one and time.link.start < first)):
            kept.append(time)
    return kept


def decide(scene: Scene, said: list[TimePiece], day: dt.date | None) -> Times:
    """The one meaning of all the times of an utterance, bare hours read in the opening hours of `day`."""
    result = Times()
    open_ = times_hours.opening(scene.context, day or scene.context.date)
    meant = [piece for piece in said if piece.link.bend not in ("not", "except") and not _refused(scene, piece, said)]
    clocks = [piece for piece in meant if _is_a_point(piece)]
    windows = [piece for piece in meant if not _is_a_point(piece)]
    gone = next((piece for piece in meant if piece.leaving), None)
    result.done_by = clock_time(_bound(gone, open_)) if gone is not None else None
    if clocks:
        _choose_clock(clocks, windows, open_, result)
    else:
        _choose_window(windows, said, open_, result)
    if not meant:
        _refused_parts(said, result)
    if not said:
        _at_opening(scene, open_, result)
    return result


def _is_a_point(piece: TimePiece) -> bool:
    return piece.found.is_clock and piece.until is None and piece.link.bend in ("", "around")


def _refused(scene: Scene, piece: TimePiece, said: list[TimePiece]) -> bool:
    """Whether the caller cannot then; a clock refused before it is named counts only where another time follows."""
    if piece.found.is_clock and piece.link.bend in OTHER_SIDE.values() and scene.at(piece.link.start) in ("prima", "dopo"):
        return False
    # "Non posso alle tre" turns three down where an hour was asked for or offered.
    last = piece is said[-1] and scene.context.step not in ("ora", "alternative")
    point = piece.found.part is not None or (_is_a_point(piece) and not last)
    before = point and refused_before(scene, piece.link.start) and not scene.breaks(piece.link.start)
    return refused_after(scene, piece.found.span.end) or before or _was_fixed(scene, piece, said)


def _was_fixed(scene: Scene, piece: TimePiece, said: list[TimePiece]) -> bool:
    """ "Dovevo venire alle quattro, invece posso solo dopo le sei": the hour that was agreed, beside a bound said later."""
    words = {scene.at(index) for index in range(max(piece.link.start - 3, 0), piece.link.start)}
    later = any(other.found.is_clock and not _is_a_point(other) and other.link.start > piece.link.start for other in said)
    return _is_a_point(piece) and later and bool(words & {"dovevo", "avevo", "avevamo", "dovevamo"})


def _choose_clock(clocks: list[TimePiece], windows: list[TimePiece], open_: Opening, result: Times) -> None:
    group: list[TimePiece] = []
    for piece in clocks:
        group = [*group, piece] if piece.joined and group else [piece]
    readings = _within(times_hours.readings(group[0].found, open_), windows, open_)
    result.chosen = group
    result.approximate = any(piece.found.approximate or piece.link.bend == "around" for piece in group)
    result.day = group[0].found.day
    if len(readings) > 1:
        result.choices = tuple(time for time in (clock_time(each) for each in sorted(readings)) if time)
    else:
        result.time = clock_time(next(iter(readings), None))
    for piece in group[1:]:
        time = clock_time(times_hours.readings(piece.found, open_)[0])
        if time and time != result.time and time not in result.others:
            result.others.append(time)


def _within(readings: tuple[int, ...], windows: list[TimePiece], open_: Opening) -> tuple[int, ...]:
    """Of two readings of an hour the one inside a stretch said beside it ("prima di andare al lavoro, alle sette")."""
    for piece in windows if readings else ():
        first, last = _bent(piece, open_)
        lower, upper = first or dt.time.min, last or dt.time.max
        inside = tuple(each for each in readings if lower <= (clock_time(each) or dt.time.max) <= upper)
        if len(readings) > 1 and piece.found.part is None and len(inside) == 1 and not piece.joined:
            return inside
        later = min(readings) + _HALF_A_DAY
        loose = piece.found.part is None and not piece.found.is_clock
        if not inside and loose and later < 2 * _HALF_A_DAY and lower <= (clock_time(later) or dt.time.min) <= upper:
            return (later,)  # "Dopo cena, tipo le nove"
    return readings


def _choose_window(windows: list[TimePiece], said: list[TimePiece], open_: Opening, result: Times) -> None:
    current: Window | None = None
    if any(piece.found.is_clock for piece in windows):
        windows = [piece for piece in windows if piece.found.is_clock or piece.found.part]
    for piece in windows:
        if piece.found.part and not piece.found.is_clock and _only_tells_which_half(piece, said):
            continue
        window = _bent(piece, open_)
        if current is None:
            current = window
        elif piece.joined and not piece.found.is_clock and times_windows.touch(current, window):
            current = (times_windows.least(current[0], window[0]), times_windows.greatest(current[1], window[1]))
        elif not (piece.joined and piece.until is not None):
            met = times_windows.meet(current, window)
            current = met if met is not None else window
        result.approximate = (
            result.approximate or piece.found.approximate or (piece.found.is_clock and piece.until is None and piece.link.bend == "around")
        )
    result.window = current
    result.chosen = windows


def _only_tells_which_half(piece: TimePiece, said: list[TimePiece]) -> bool:
    """ "dopo le sei di sera": the evening is the hour's, not a window of its own."""
    for other in said:
        ends = other.until or other.found
        near = piece.found.span.start - ends.span.end
        if other.found.is_clock and (0 <= near <= 2 and piece.link.start <= ends.span.end + 1):
            return True
        if other.found.is_clock and other.found.span.start < piece.found.span.start < ends.span.start:
            return True
    return False


def _bent(piece: TimePiece, open_: Opening) -> Window:
    found = piece.found
    if piece.until is not None:
        first, last = times_hours.pair(found, piece.until, open_)
        return (clock_time(first), clock_time(last))
    if found.is_clock:
        minutes = _bound(piece, open_)
        return (clock_time(minutes), None) if piece.link.bend in ("after", "from", "between") else (None, clock_time(minutes))
    match piece.link.bend:
        case "after":
            return (found.last, None) if found.part else (found.first, found.last)
        case "from":
            return (found.first, None)
        case "until":
            return (None, found.last)
        case "before":
            return (None, found.first) if found.part else (found.first, found.last)
        case _:
            return (found.first, found.last)


def _bound(piece: TimePiece, open_: Opening) -> int:
    """An open bound: of two fair readings "dopo le 8" is the later, "entro le 8" the earlier."""
    lower = piece.link.bend in ("after", "from", "between")
    readings = times_hours.readings(piece.found, open_, bound=not lower)
    if piece.leaving and piece.found.part is not None and readings[0] < open_.first:
        # "Giovedì mattina, ma alle cinque devo scappare": the morning is the visit's.
        readings = times_hours.readings(replace(piece.found, part=None), open_, bound=True)
    if lower and readings[0] >= open_.last and not piece.found.literal and piece.found.part is None and readings[0] >= _HALF_A_DAY:
        return readings[0] - _HALF_A_DAY  # "i ragazzi entrano alle otto, dopo": nobody comes from the closing on
    return max(readings) if lower else min(readings)


def _refused_parts(said: list[TimePiece], result: Times) -> None:
    """ "non di mattina" leaves the rest of the day, "non la sera" what comes before; what was refused may name a visit that stands."""
    for piece in said:
        if piece.found.part in ("mattina", "pomeriggio", "sera"):
            result.refused = (piece.found.first, piece.found.last)
        if piece.found.part == "mattina":
            result.window = (piece.found.last, None)
        elif piece.found.part == "sera":
            result.window = (None, piece.found.first)


def _at_opening(scene: Scene, open_: Opening, result: Times) -> None:
    """ "appena aprite" is the opening time."""
    for index in range(len(scene.words)):
        if at_opening(scene, index):
            question = scene.at(index) == "quando" and scene.context.step is None
            result.time = None if question else clock_time(open_.first)
            return
