"""Days and hours that only tell or explain ("domani sono a Padova", "a Capodanno ho promesso", "è da voi da martedì"): no wish.

Called by `when`; calls the scene and the links. The nearest verb decides: one of wishing makes a moment a wish, one of being busy
or of what happened makes it a tale. It must never know what a day or an hour is worth.

Laws: 1. what is told of the past is dropped; 2. what only keeps the caller busy is dropped where something else is wished.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.italian.dates_words import OF, DateFound
from pipeline.italian.scene import Scene
from pipeline.italian.times_words import TimeFound
from pipeline.italian.when_links import Link, link, refused_after, refused_before
from pipeline.italian.when_verbs import BOUNDS, FREE_AFTER, HAPPENED, SINCE, STATES, WISHES, Voice, is_event, voice
from pipeline.italian.when_work import frees

_REACH = 8
_RANGE = 2
"""Words from one end of a range to the other ("tra il venti dicembre e il dieci gennaio")."""
_LONG_AGO = dt.timedelta(days=730)
_WEATHER = frozenset({"piove", "nevica", "freddo", "caldo", "nebbia"})
_FAR, _TALE = dt.timedelta(days=150), 5
_ONCE_DONE = frozenset({"quando", "appena", "finche"})
_THEN = frozenset({"prima", "dopo", "poi"})
_UNTIL = frozenset({"a", "al", "all'"})
_CONCLUDES = frozenset({"quindi", "percio", "dunque", "pertanto"})
_LONG_AHEAD = dt.timedelta(days=300)


@dataclass(frozen=True, slots=True)
class Told:
    """Positions where a moment begins that is only told: `past` always dropped, `busy` where something else is `wished`."""

    past: frozenset[int]
    busy: frozenset[int]
    wished: frozenset[int]


def told(scene: Scene, days: Sequence[DateFound], times: Sequence[TimeFound]) -> Told:
    """Which of the days and hours stand in a clause that tells a story or gives a reason."""
    found: list[tuple[DateFound | TimeFound, Voice]] = []
    everything = sorted([*days, *times], key=lambda each: each.span.start)
    covered = {position for each in everything for position in range(each.span.start, each.span.end)}
    if len(scene.words) > len(covered):
        for each in everything:
            found.append((each, _voice(scene, each, found, covered)))
    found = _concluded(scene, found)
    found = _named_again(found)
    return Told(
        frozenset(each.span.start for each, said in found if said == "past"),
        frozenset(each.span.start for each, said in found if said == "busy"),
        frozenset(each.span.start for each, said in found if said in ("", "wish")),
    )


Found = list[tuple[DateFound | TimeFound, Voice]]


def _concluded(scene: Scene, found: Found) -> Found:
    """ "Lo lascio a scuola alle otto, perciò dalle nove": before the word that concludes stand the reasons, not the wish."""
    places = [place for place in range(1, len(scene.words)) if scene.at(place) in _CONCLUDES or scene.matches(place, ("per", "cui"))]
    if not places:
        return found
    last = places[-1]
    sorts = {_sort(each) for each, said in found if each.span.start > last and said in ("", "wish")}
    result: Found = []
    reasoned = False
    for each, said in found:
        before = each.span.end <= last and said in ("", "wish") and not frees(scene, each.span.start)
        if _sort(each) == "day":
            reasoned = before and "day" in sorts
        # An hour goes with the day it was said after.
        result.append((each, "busy" if before and (_sort(each) in sorts or reasoned) else said))
    return result


def _named_again(found: Found) -> Found:
    """ "Dovrei venire lunedì, solo che lunedì ho gli esami: mercoledì": a day that turns out to be taken was no wish before."""
    days = [(each, said) for each, said in found if isinstance(each, DateFound) and each.is_day and each.first is not None]
    wished = [each.first for each, said in days if said in ("", "wish")]
    taken = {each.first: each.span.start for each, said in days if said in ("busy", "off")}
    if not taken or all(day in taken for day in wished):
        return found
    return [(each, "busy" if _until_taken(each, said, taken) else said) for each, said in found]


def _until_taken(each: DateFound | TimeFound, said: Voice, taken: dict[dt.date | None, int]) -> bool:
    return isinstance(each, DateFound) and each.is_day and said in ("", "wish") and each.span.start < taken.get(each.first, -1)


def _sort(each: DateFound | TimeFound) -> str:
    return "day" if isinstance(each, DateFound) else "clock" if each.is_clock else "part"


def _voice(scene: Scene, each: DateFound | TimeFound, before: Found, covered: set[int]) -> Voice:
    if isinstance(each, DateFound) and each.first is not None and scene.today - each.first > _LONG_AGO:
        return "past"  # "la macchina è del 12 marzo 2015"
    clock = isinstance(each, TimeFound) and each.is_clock
    ties = link(scene, each.span.start, each.span.end, each.det if isinstance(each, TimeFound) and clock else None)
    if ties.bend == "from":
        return _from_then(scene, each, ties, covered) if isinstance(each, DateFound) else ""
    if ties.bend in ("not", "except") or refused_after(scene, each.span.end) or refused_before(scene, ties.start):
        return "off"
    if ties.bend not in ("", "around", "before"):
        return ""
    if before and before[-1][1] in ("busy", "off") and _as_before(scene, ties.end, covered):
        return before[-1][1]
    if isinstance(each, DateFound) and _is_the_feast(scene, each, before):
        return "busy"
    if _explains(scene, ties.start, each, before):
        return "busy"
    if isinstance(each, DateFound) and (_told_of_a_feast(scene, each, ties.start) or _of_the_weather(scene, each)):
        return "past"
    left = _left(scene, ties, each, before, covered)
    if left or ties.bend == "before":
        return "" if left == "wish" else left
    return _right(scene, ties.end, covered) or _long_ahead(scene, each, before)


def _from_then(scene: Scene, day: DateFound, ties: Link, covered: set[int]) -> Voice:
    """What becomes of "da lunedì": how long something has lasted, where an absence begins, or from when on somebody can come."""
    told = day.first is not None and (day.first - scene.today > _LONG_AHEAD or day.first < scene.today)
    if told or _since(scene, ties.start, ties.end, ties.det):
        return "past"
    if scene.at(day.span.end) in _UNTIL and _before(scene, ties.start, covered, False) == "busy":
        return "busy"  # "sono in trasferta da domani a venerdì"
    return _right(scene, ties.end, covered)


def _told_of_a_feast(scene: Scene, each: DateFound, start: int) -> bool:
    """ "L'ho preso a Natale", said in March: what somebody has done at a feast far ahead was done at the last one."""
    if each.kind != "feast" or each.first is None or each.first - scene.today < _FAR:
        return False
    return any(
        scene.at(place) in ("ho", "abbiamo", "ha", "hanno") and scene.at(place + 1).endswith(("to", "so", "ta", "sa", "rto"))
        for place in range(max(start - _TALE, 0), start)
    )


def _of_the_weather(scene: Scene, each: DateFound) -> bool:
    """ "Fa freddo oggi"."""
    around = {scene.at(place) for place in (*range(max(each.span.start - 2, 0), each.span.start), each.span.end, each.span.end + 1)}
    return each.first == scene.today and bool(around & _WEATHER)


def _long_ahead(scene: Scene, each: DateFound | TimeFound, before: Found) -> Voice:
    """Without its year a day so far ahead is the one that has just been ("il vaccino è del venti dicembre", said in January)."""
    far = isinstance(each, DateFound) and is_far(scene, each)
    ranged = bool(before) and each.span.start - before[-1][0].span.end <= _RANGE
    return "busy" if far and not ranged else ""


def is_far(scene: Scene, day: DateFound) -> bool:
    """Whether a day by number lies so far ahead that the last such day may be meant."""
    return day.kind == "date" and day.first is not None and day.first - scene.today > _LONG_AHEAD


def _explains(scene: Scene, start: int, each: DateFound | TimeFound, before: Found) -> bool:
    """ "Dopo pranzo, che la mattina lavoro": a reason that names another moment of the same sort."""
    said = scene.at(start - 1)
    earlier = any(isinstance(other, type(each)) and heard in ("", "wish") for other, heard in before)
    earlier = earlier or "aprite" in {scene.at(place) for place in range(start - 1)}
    verb = scene.words[start - 1].surface.lower() in ("è", "e'", "é") if start else False
    if said == "e" and isinstance(each, DateFound) and (verb or scene.at(start - 2) in ("perche", "siccome", "no")):
        return True
    if said == "che":
        given = scene.at(start - 2) in ("visto", "dato")
        if any(scene.at(place) == "sia" for place in range(max(start - 6, 0), start)):
            return False
        return earlier and (given or (scene.breaks(start - 1) or (bool(before) and before[-1][0].span.end >= start - 2)))
    return earlier and said in ("perche", "siccome", "poiche")


_TOLD = 6
"""How many words away a state is told of a day."""


def _since(scene: Scene, start: int, end: int, det: str) -> bool:
    """ "È da voi da martedì", "ha la febbre da sabato": how long something has lasted, not from when somebody can come."""
    if det not in SINCE or scene.at(end) in FREE_AFTER:
        return False
    if scene.at(end) == "che" and scene.at(end + 1) not in ("viene", "verra", "entra", "arriva"):
        return True
    if scene.matches(start - 2, ("da", "voi")) or (scene.at(start - 1) in ("e", "sono") and scene.at(end) == "che"):
        return True
    told = next((said for said in _back(scene, start) if said in STATES | WISHES), None)
    if told is not None:
        return told in STATES  # "zoppica da lunedì vorrei una visita": what stands before the day is told of it
    behind = set(_on(scene, end))
    return bool(behind & STATES) and not behind & WISHES


def _back(scene: Scene, start: int) -> Iterator[str]:
    """The words before a place, backwards, up to the beginning of its clause."""
    for place in range(start - 1, max(start - _TOLD, 0) - 1, -1):
        if scene.breaks(place + 1):
            return
        yield scene.at(place)


def _on(scene: Scene, end: int) -> Iterator[str]:
    for place in range(end, end + _TOLD - 1):
        if scene.breaks(place):
            return
        yield scene.at(place)


def _left(scene: Scene, ties: Link, each: DateFound | TimeFound, before: Found, covered: set[int]) -> Voice:
    """What the nearest verb before a moment, in its own clause, makes of it; "la piega di lunedì" stands by itself."""
    start = ties.start
    if scene.breaks(start) or (ties.det in OF and not scene.at(start - 1)):
        return ""
    if before:
        other, heard = before[-1]
        gap = [scene.at(place) for place in range(other.span.end, start)]
        same = isinstance(other, type(each))
        ranged = same and not gap and ties.det in _UNTIL
        if (same and gap in (["e"], ["o"], ["ed"])) or ranged or (not same and not gap):
            return heard if heard in ("busy", "past") else _before(scene, start, covered, False)
        return _before(scene, start, covered, same, _verb_behind(scene, other, heard, covered) if same else -1)
    return _before(scene, start, covered, False)


def _verb_behind(scene: Scene, other: DateFound | TimeFound, heard: Voice, covered: set[int]) -> int:
    """Where the verb stands that the moment before has for its own, behind it ("domani è festa, lunedì"); -1 when there is none."""
    if heard not in ("busy", "past") or _before(scene, other.span.start, covered, False):
        return -1
    return next((place for place in range(other.span.end, other.span.end + _REACH) if voice(scene, place)), -1)


def _before(scene: Scene, start: int, covered: set[int], used: bool, spent: int = -1) -> Voice:
    """The verb before; one that has its moment already (`used`, or standing at `spent`) says nothing of the next."""
    passed = False
    for place in range(start - 1, max(start - 1 - _REACH, -1), -1):
        if place + 1 in scene.resumed:
            return "wish"  # "l'otto è festa, allora il nove"
        if place in covered:
            passed = True
        norm = scene.at(place)
        if not norm and place not in covered:
            return ""  # a service or a name stands between: the verb is of another clause
        verb = norm == "e" and (place - 1 in covered or is_event(scene, place) or scene.at(place + 1) in HAPPENED)
        stops = norm in BOUNDS and not verb
        if stops:
            return ""
        if norm in WISHES:
            return "wish"
        said = voice(scene, place)
        if said:
            return "" if (used and passed) or place == spent else said
        if scene.breaks(place):
            return ""
    return ""


def _right(scene: Scene, end: int, covered: set[int]) -> Voice:
    """What the first verb after a moment, in its own clause, makes of it."""
    for place in range(end, end + _REACH):
        norm = scene.at(place)
        if norm in _ONCE_DONE or (norm in _THEN and voice(scene, place + 1)):
            return ""  # "A settembre quando ho finito la stagione" looks ahead; "venerdì, prima sono al congresso" begins anew
        if scene.breaks(place) or (norm in BOUNDS and not (norm == "e" and (covered & {place + 1, place + 2} or is_event(scene, place)))):
            return ""
        if place in covered:
            continue
        if norm in WISHES:
            return ""
        said = voice(scene, place)
        if said:
            return "" if said == "wish" else said
        needed = norm in ("serve", "servono") and scene.at(place - 1) in ("mi", "ci") and place - 1 > end
        if needed and scene.at(place + 1) not in ("un", "una", "er", "uno"):
            return "busy"
    return ""


def _as_before(scene: Scene, end: int, covered: set[int]) -> bool:
    """ "Lunedì lavoro, martedì pure": what was said of the day before holds for this one."""
    ends = end + 1 >= len(scene.words) or scene.breaks(end + 1) or bool(covered & {end + 1, end + 2})
    return scene.at(end) in ("pure", "idem", "anche", "uguale", "nemmeno", "neanche", "neppure") and ends


def _is_the_feast(scene: Scene, each: DateFound, before: Found) -> bool:
    """ "Mercoledì è la Befana": the feast only tells which day that is."""
    other = before[-1][0] if before else None
    if not isinstance(other, DateFound) or each.kind != "feast" or other.first != each.first:
        return False
    gap = [scene.at(place) for place in range(other.span.end, each.span.start)]
    return gap[:1] in (["e"], ["sarebbe"]) and len(gap) <= len(("e", "la"))
