"""What follows an hour: "e mezza", "meno un quarto", ":30", "e zero cinque", and hours told backwards ("un quarto alle undici").

Called by `times`; calls numbers. It must never know of days or opening hours.
"""

from pipeline.italian.numbers import value
from pipeline.italian.scene import Scene
from pipeline.italian.times_words import TimeFound
from pipeline.italian.words import Span

_EXACT = (("in", "punto"), ("precise",), ("spaccate",), ("esatte",), ("zero", "zero"), ("00",), ("e", "zero", "zero"))
_VAGUE = (("e", "qualcosa"), ("e", "rotti"), ("e", "qualche", "minuto"), ("passate",), ("e", "passa"))
_AND_A_HALF = frozenset({"emmezza", "emezza", "emmezzo", "emezzo"})
_BACKWARDS = frozenset({"mancano", "mancan", "manca", "a", "per", "verso", "e", "", "facciamo", "sono", "meno"})


def minutes_after(scene: Scene, end: int, noon: bool = False, ends_range: bool = False) -> tuple[int, int, bool]:
    """Minutes to add to the hour that ends here (negative for "meno"), where they end, whether they are vague."""
    half = scene.at(end) == "mezza" and scene.at(end + 1) not in ("ora", "oretta", "giornata", "mattina") and not scene.breaks(end)
    if half or scene.at(end) in _AND_A_HALF:
        return 30, end + 1, False
    for phrase in _VAGUE:
        if scene.matches(end, phrase):
            return 0, end + len(phrase), True
    for phrase in _EXACT:
        if scene.matches(end, phrase) and not scene.breaks(end):
            return 0, end + len(phrase), False
    if not scene.at(end) or (scene.breaks(end) and scene.before(end).strip() not in (":", ".", ",")):
        return 0, end, False
    if scene.at(end) == "e" or (scene.at(end) == "i" and scene.at(end + 1) in ("mezza", "mezzo")):
        found = _spoken(scene, end + 1, ends_range)
        return (found[0], found[1], False) if found else (0, end, False)
    if scene.at(end) == "meno":
        found = _spoken(scene, end + 1, False)
        return (-found[0], found[1], False) if found else (0, end, False)
    return (0, end, False) if noon else _written(scene, end)


def _spoken(scene: Scene, index: int, ends_range: bool) -> tuple[int, int] | None:
    """ "mezza", "un quarto", "tre quarti", "venti", "05", "zero cinque": minutes after "e" or "meno"."""
    norm, following = scene.at(index), scene.at(index + 1)
    if norm in ("mezza", "mezzo", "mezz", "meza", "mezz'") and following not in ("ora", "oretta", "giornata"):
        return 30, index + 1
    if norm in ("un", "uno") and following in ("quarto", "cuarto"):
        return 15, index + 2
    if norm == "quarto":
        return 15, index + 1
    if norm in ("tre", "3") and following == "quarti":
        return 45, index + 2
    if norm == "zero" and value(following) is not None and (value(following) or 0) < 10:
        return value(following) or 0, index + 2
    number = scene.number(index)
    if number is None or norm in ("un", "una", "uno") or number.value > 59:
        return None
    end = number.span.end
    minutes = scene.at(end) in ("minuti", "minuto")
    if not minutes and number.value < 5 and not (number.digits and len(norm) == 2):
        return None
    if ends_range and not minutes and number.value <= 24 and scene.at(end) != "e":
        return None
    return number.value, end + (1 if minutes else 0)


def _written(scene: Scene, end: int) -> tuple[int, int, bool]:
    """ ":30", ".30", "h30", " 30", "nove trenta"."""
    mark = scene.before(end).strip()
    cursor = end + 1 if scene.at(end) == "h" else end
    norm = scene.at(cursor)
    if norm == "zero" and not mark and (value(scene.at(cursor + 1)) or 10) < 10:
        return value(scene.at(cursor + 1)) or 0, cursor + 2, False
    number = scene.number(cursor)
    if number is None or number.value > 59:
        return 0, end, False
    if number.digits:
        fits = len(norm) == 2 and (mark in (":", ".", ",", "") or cursor > end)
        if mark == "," and not scene.words[cursor].glued:
            return 0, end, False
        return (number.value, cursor + 1, False) if fits else (0, end, False)
    spoken = (
        not mark and number.value >= 10 and number.value % 5 == 0 and scene.at(number.span.end) not in ("alle", "minuti", "euro", "all'")
    )
    return (number.value, number.span.end, False) if spoken else (0, end, False)


def to_the_hour(scene: Scene, index: int) -> TimeFound | None:
    """ "un quarto alle undici", "mancano venti alle dieci", "dieci alle nove": counted back from the hour."""
    minutes, cursor = _count(scene, index)
    if not minutes or scene.at(cursor) not in ("alle", "all'", "ale"):
        return None
    hour = scene.number(cursor + 1)
    if hour is None or not 0 < hour.value <= 24:
        return None
    start = index - 1 if scene.at(index - 1) in ("mancano", "mancan", "manca", "a", "alle", "ai") else index
    return TimeFound(Span(start, hour.span.end), (hour.value * 60 - minutes) % (24 * 60), hour.value > 12, "alle")


def _count(scene: Scene, index: int) -> tuple[int, int]:
    if scene.matches(index, ("un", "quarto")):
        return 15, index + 2
    number = scene.number(index)
    if number is None or number.value not in (5, 10, 20, 25) or scene.at(index - 1) not in _BACKWARDS:
        return 0, index
    asked = scene.at(index - 1).startswith("manca") or (scene.context.step == "ora" and scene.at(index - 1) in ("", "a", "facciamo"))
    return (number.value, number.span.end + (scene.at(number.span.end) == "minuti")) if asked else (0, index)
