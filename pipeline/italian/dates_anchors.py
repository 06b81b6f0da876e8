"""Days counted from another day: "il giorno dopo Ferragosto", "due giorni prima di Natale", "il giorno dopo" in a running dialogue.

Called by `dates`, `dates_weekdays` and `dates_spans`; calls feasts and days by number. It must never know of weekdays.
"""

import datetime as dt

from pipeline.italian import dates_numbers, feasts
from pipeline.italian.dates_words import ARTICLES, LATER, OF, DateFound, plus
from pipeline.italian.scene import Scene
from pipeline.italian.words import Span

_MOST_WEEKS = 13
_MOST_DAYS = 90
_ANY = frozenset({"qualunque", "qualsiasi", "ogni", "un", "altro", "nessun", "primo"})
_A_FEW = frozenset({"qualche", "pochi", "alcuni"})
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
    norm, side = scene.at(index), scene.at(index + 1)
    if norm in ("settimana", "settimane"):
        return _weeks_from(scene, index)
    if norm == "indomani":
        return _from_context(scene, index, index + 1, 1)
    if norm == "giorno" and side in LATER:
        return _from_context(scene, index, index + 2, 1)
    if norm == "giorno" and scene.at(index - 1) in _ANY and not scene.breaks(index + 2):
        # "Qualunque giorno dopo il venti" is no "giorno dopo".
        return None
    few = scene.at(index - 1) in _A_FEW
    number = scene.number(index - 1) if norm == "giorni" and not few else None
    counted = number is not None and 0 < number.value < _MOST_DAYS
    if side not in ("dopo", "prima") or not (counted or few or norm in ("giorno", "di", "sera")):
        return None
    start = index - 1 if counted else index
    days = (number.value if counted and number is not None else 1) * (1 if side == "dopo" else -1)
    anchor = None if scene.breaks(index + 2) else named_day(scene, scene.skip(index + 2, OF | ARTICLES - {"le"}))
    if anchor is None or anchor.first is None:
        return None if few else _from_context(scene, start, index + 2, days)
    return _a_few(scene, index, anchor, days) if few else dates_numbers.dated(scene, (start, anchor.span.end), plus(anchor.first, days))


def _a_few(scene: Scene, index: int, anchor: DateFound, days: int) -> DateFound | None:
    """ "Qualche giorno prima di Natale": no later than the day before."""
    if anchor.first is None:
        return None
    first, last = (plus(anchor.first, 1), None) if days > 0 else (None, plus(anchor.first, -1))
    return DateFound(Span(index - 1, anchor.span.end), first, last, "stretch")


def _weeks_from(scene: Scene, index: int) -> DateFound | None:
    """ "Una settimana dopo Pasqua", "due settimane prima di Natale": to the day."""
    number, side = scene.number(index - 1), scene.at(index + 1)
    if number is None or side not in ("dopo", "prima") or not 0 < number.value < _MOST_WEEKS:
        return None
    anchor = named_day(scene, scene.skip(index + 2, OF | ARTICLES - {"le"}))
    if anchor is None or anchor.first is None:
        return None
    days = 7 * number.value if side == "dopo" else -7 * number.value
    return dates_numbers.dated(scene, (index - 1, anchor.span.end), plus(anchor.first, days))


def _from_context(scene: Scene, start: int, end: int, days: int) -> DateFound | None:
    """Counted from the day chosen before in the dialogue; without one, or when something else follows, nothing."""
    base: dt.date | None = scene.context.date
    follows = scene.at(end)
    if base is None or (follows in ("di", "il", "la", "del", "le", "che", "pranzo", "cena") and not scene.breaks(end)):
        return None
    return dates_numbers.dated(scene, (start, end), plus(base, days), "relative")
