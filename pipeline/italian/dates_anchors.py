"""Days counted from another day: "il giorno dopo Ferragosto", "due giorni prima di Natale", "il giorno dopo" in a running dialogue.

Called by `dates`, `dates_weekdays` and `dates_spans`; calls feasts and days by number. It must never know of weekdays.
"""

import datetime as dt

from pipeline.italian import dates_numbers, feasts
from pipeline.italian.dates_words import ARTICLES, LATER, OF, DateFound, plus
from pipeline.italian.scene import Scene
from pipeline.italian.words import Span

_STEPS = {"oggi": 0, "domani": 1, "dopodomani": 2}


def named_day(scene: Scene, index: int) -> DateFound | None:
    """A feast, a day by number or "domani" standing here: something another day can be counted from."""
    if scene.at(index) in _STEPS:
        day = plus(scene.today, _STEPS[scene.at(index)])
        return DateFound(Span(index, index + 1), day, day, "relative")
    feast = feast_at(scene, index)
    if feast is not None:
        return feast
    if scene.number(index) is None and scene.at(index) != "primo":
        return None
    return dates_numbers.read(scene, index)


def feast_at(scene: Scene, index: int) -> DateFound | None:
    """The feast named at this word, in the year said after it or the next time it is kept."""
    feast = feasts.read(scene, index)
    if feast is None:
        return None
    rule, end = feast
    year, after = dates_numbers.year_after(scene, end)
    day = rule(year) if year else feasts.next_time(rule, scene.today)
    return dates_numbers.dated(scene, (index, after), day, "feast")


def read(scene: Scene, index: int) -> DateFound | None:
    """ "il giorno dopo Pasqua", "tre giorni prima di Natale", "l'indomani", "il giorno dopo"."""
    norm = scene.at(index)
    count = 1
    start = index
    if norm == "giorni":
        number = scene.number(index - 1)
        if number is None or not 0 < number.value < 90:
            return None
        count, start = number.value, index - 1
    elif norm == "indomani":
        return _from_context(scene, start, index + 1, 1)
    elif norm not in ("giorno", "di", "sera"):
        return None
    side = scene.at(index + 1)
    if side in LATER and norm == "giorno":
        return _from_context(scene, start, index + 2, 1)
    if side not in ("dopo", "prima"):
        return None
    days = count if side == "dopo" else -count
    anchor = named_day(scene, scene.skip(index + 2, OF | ARTICLES - {"le"}))
    if anchor is None or anchor.first is None:
        return _from_context(scene, start, index + 2, days)
    return dates_numbers.dated(scene, (start, anchor.span.end), plus(anchor.first, days))


def _from_context(scene: Scene, start: int, end: int, days: int) -> DateFound | None:
    """Counted from the day chosen before in the dialogue; without one, or when something else follows, nothing."""
    base: dt.date | None = scene.context.date
    follows = scene.at(end)
    if base is None or (follows in ("di", "il", "la", "del", "le", "che", "pranzo", "cena") and not scene.breaks(end)):
        return None
    return dates_numbers.dated(scene, (start, end), plus(base, days), "relative")
