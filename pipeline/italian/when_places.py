"""Days put where the others of the sentence place them: a weekday in the week said, a number in its month or after its bound.

Called by `when_days`; calls the arithmetic of stretches. It must never choose between days.
"""

import datetime as dt
from dataclasses import dataclass, replace

from pipeline.italian import when_stretches
from pipeline.italian.dates_words import DateFound, make, next_day_number, next_weekday, plus, week_of
from pipeline.italian.scene import Scene
from pipeline.italian.when_links import Link

_HALF_A_MONTH = 15


@dataclass(frozen=True, slots=True)
class Piece:
    """A day or stretch with what bends it; `joined` to the piece before as its alternative, or saying something new."""

    found: DateFound
    link: Link
    joined: bool = False


def in_their_week(scene: Scene, said: list[Piece]) -> list[Piece]:
    """Weekdays moved into the week said beside them, day numbers into the month; the week itself then says no more."""
    weeks = [piece for piece in said if piece.found.kind in ("week", "weekend") and piece.found.first and piece.link.bend in ("", "around")]
    stretches = [piece.found for piece in said if not piece.found.is_day and piece.link.bend in ("", "around", "between")]
    result: list[Piece] = []
    for place, piece in enumerate(said):
        found = piece.found
        following = said[place + 1] if place + 1 < len(said) and said[place + 1].joined else None
        if found.kind == "weekday" and not found.fixed and piece.link.bend == "":
            found = _from_then_on(found, said)
        if following and found.kind == "weekday" and not found.fixed and following.found.kind == "weekday" and following.found.fixed:
            # "Lunedì o martedì della settimana prossima": both lie in it.
            found = _weekday_in(scene, found, following.found)
        elif weeks and found.kind == "weekday" and not found.fixed and found.weekday is not None:
            found = _weekday_in(scene, found, weeks[-1].found)
        elif found.kind == "weekday" and (piece.joined or _given_up_for(said[place - 1 : place])) and piece.link.bend == "":
            found = beside(found, _dated(said[place - 1 : place]))
        elif found.kind == "number":
            found = _number_after(said[:place], found)
            found = beside(found, _dated(said[:place]) or _dated(said[place + 1 :], left=True) or scene.context.date)
            found = _number_in(scene, found, [*stretches, *([following.found] if following and following.found.kind == "date" else [])])
        result.append(replace(piece, found=found))
    return result


def beside(found: DateFound, anchor: dt.date | None) -> DateFound:
    """A bare number or weekday said after another day ("il 3 settembre o il 5"): near that day, never before its own next time.

    The number lies in that month, or in the next where the month is ending ("il 28 maggio o il 4"); the weekday in that week.
    """
    if anchor is None or found.first is None or found.first != found.last:
        return found
    day: dt.date | None = None
    if found.kind == "number":
        number = found.first.day
        turn = anchor.day - number > _HALF_A_MONTH
        day = next_day_number(anchor if turn else anchor.replace(day=1), number)
    elif found.kind == "weekday" and not found.fixed and found.weekday is not None:
        day = plus(week_of(anchor), found.weekday)
    if day is None or day <= found.first:
        return found
    return replace(found, first=day, last=day, kind="date" if found.kind == "number" else "weekday", also=(), choices=())


def _dated(said: list[Piece], left: bool = False) -> dt.date | None:
    """The last of these days that names its month or week; `left`: the first, and only one that is given up."""
    sure = [piece for piece in said if piece.found.is_day and (piece.found.kind in ("date", "feast") or _in_its_week(piece.found))]
    if left:
        sure = [piece for piece in sure if piece.link.bend in ("origin", "not")][:1]
    return sure[-1].found.first if sure else None


def _given_up_for(before: list[Piece]) -> bool:
    """ "Pasquetta no, il martedì": the weekday of that week."""
    return any(piece.link.bend == "not" and (piece.found.kind in ("feast", "date") or _in_its_week(piece.found)) for piece in before)


def _in_its_week(found: DateFound) -> bool:
    return found.kind == "weekday" and found.fixed


def _from_then_on(found: DateFound, said: list[Piece]) -> DateFound:
    """ "Dal nove in poi, il martedì", "dopo Pasqua, un giovedì": the first such weekday from then on."""
    bounds = [piece for piece in said if piece.link.bend in ("from", "after") and piece.found.kind not in ("weekday", "relative")]
    since = [when_stretches.bent(piece.found, piece.link.bend) for piece in bounds if piece.found.first is not None]
    first = next((begins for begins, ends in since if begins is not None and ends is None), None)
    if first is None or found.first is None or found.weekday is None:
        return found
    if found.first >= first:
        return replace(found, also=())
    day = next_weekday(plus(first, -1), found.weekday)
    return replace(found, first=day, last=day, also=())


def _number_after(before: list[Piece], found: DateFound) -> DateFound:
    """ "Fino al quindici novembre siamo via, il sedici": the first such day after the bound that was named."""
    bounds = [piece.found.last for piece in before if piece.link.bend in ("until", "after", "from") and piece.found.kind == "date"]
    bound = bounds[-1] if bounds else None
    if bound is None or found.first is None or found.first > bound:
        return found
    day = next_day_number(bound, found.first.day)
    return replace(found, first=day, last=day) if day else found


def _number_in(scene: Scene, found: DateFound, others: list[DateFound]) -> DateFound:
    """A bare day number in the stretch said beside it ("tra Natale e Capodanno, il 28") or the month of the next ("il 2 o il 3 aprile")."""
    for other in others:
        for month in (other.first, other.last):
            day = make(month.year, month.month, found.first.day) if month and found.first else None
            inside = day is not None and (other.is_day or ((other.first or day) <= day <= (other.last or day)))
            if day is not None and inside and day >= scene.today:
                return replace(found, first=day, last=day, kind="date")
    return found


def _weekday_in(scene: Scene, found: DateFound, week: DateFound) -> DateFound:
    monday = week_of(week.first or scene.today)
    day = plus(monday, found.weekday or 0)
    return replace(found, first=day, last=day, also=(), problem="past" if day < scene.today else None)
