"""Months and counted days: "ad aprile", "verso fine mese", "i primi di maggio", "fra un mese", "entro due settimane", "le feste".

Called by `dates`; calls spans and the calendar arithmetic. It must never know of weekdays or clocks.
"""

import datetime as dt

from pipeline.italian import dates_spans
from pipeline.italian.dates_numbers import year_after
from pipeline.italian.dates_spans import stretch
from pipeline.italian.dates_words import (
    MONTHS,
    NEXT,
    OF,
    THIS,
    DateFound,
    add_months,
    make,
    month_bounds,
    next_month_named,
    plus,
)
from pipeline.italian.numbers import ORDINALS
from pipeline.italian.scene import Scene
from pipeline.italian.words import Span

_LICENCE = frozenset({"a", "ad", "in", "per", "entro", "di", "da", "d'", "fino", "verso", "tutto", "dopo", "prima"})
_EDGES = {"inizio": "inizio", "inizi": "inizio", "primi": "inizio", "meta": "meta", "fine": "fine", "ultimi": "fine"}
_SHORTEST = 28
_COMING = (("che", "viene"), ("che", "verra"), ("che", "entra"))


def month(scene: Scene, index: int) -> DateFound | None:
    """A month by its name with an edge or a word that makes it one ("ad aprile"); a mere "Marzo" may be a surname."""
    edge, start = _edge_before(scene, index)
    answer = scene.context.step == "data"
    following = scene.at(index + 1)
    answer = answer or scene.at(index - 1) in ("tra", "fra") or _beside_a_month(scene, index)
    if not (edge or answer or scene.at(index - 1) in _LICENCE or following in NEXT or scene.at(index - 1) in NEXT):
        return None
    if _is_a_surname(scene, index):
        return None
    number = MONTHS[scene.at(index)]
    end = index + 2 if following in NEXT else index + 1
    year, end = year_after(scene, end)
    bounds = month_bounds(year, number) if year else next_month_named(scene.today, number)
    counted_days = scene.number(start + 1) if edge else None
    if counted_days is not None and scene.at(counted_days.span.end) == "giorni" and counted_days.value < _SHORTEST:
        # "I primi dieci giorni di settembre", "gli ultimi cinque giorni di maggio".
        days = counted_days.value - 1
        first, last = (bounds[0], plus(bounds[0], days)) if edge == "inizio" else (plus(bounds[1], -days), bounds[1])
        return stretch((start, end), max(first, scene.today), last)
    return _edged(scene, (start, end), bounds, edge)


def _beside_a_month(scene: Scene, index: int) -> bool:
    """ "maggio o giugno", "tra aprile e maggio"."""
    after = scene.at(index + 1) in ("o", "oppure") and scene.at(index + 2) in MONTHS
    return after or (scene.at(index - 1) in ("o", "e", "oppure") and scene.at(index - 2) in MONTHS)


def _is_a_surname(scene: Scene, index: int) -> bool:
    if index == 0 or not scene.words[index].surface[0].isupper():
        return False
    previous = scene.words[index - 1].surface
    return previous in ("Di", "De", "Da", "Del") and index > 1


def _edge_before(scene: Scene, index: int) -> tuple[str, int]:
    cursor = index - 1
    if scene.at(cursor) == "mese" or (scene.at(cursor) in OF and scene.at(cursor - 1) == "mese"):
        cursor -= 1
    while scene.at(cursor) in OF or scene.at(cursor) in ("giorni", "mese") or (scene.at(cursor + 1) == "giorni" and scene.number(cursor)):
        cursor -= 1
    edge = _EDGES.get(scene.at(cursor), "")
    return (edge, cursor) if edge and cursor >= 0 else ("", index)


def _edged(scene: Scene, span: tuple[int, int], bounds: tuple[dt.date, dt.date], edge: str) -> DateFound:
    first, last = bounds
    half = scene.at(span[0] - 1) if edge == "meta" else ""
    if half in ("prima", "seconda"):
        # "La seconda metà di maggio" is a half, "metà maggio" its middle.
        first, last = (first, plus(first, 14)) if half == "prima" else (plus(first, 15), last)
    elif edge == "inizio":
        last = plus(first, 9)
    elif edge == "meta":
        first, last = plus(first, 10), plus(first, 19)
    elif edge == "fine":
        first = plus(first, 20)
    if last < scene.today:
        return DateFound(Span(*span), None, None, "month", problem="past")
    return stretch(span, max(first, scene.today), last, "stretch" if edge else "month")


def this_month(scene: Scene, index: int) -> DateFound | None:
    """ "il mese prossimo", "verso fine mese", "ai primi del mese", "l'ultimo giorno del mese"; "un mese" is none."""
    following = scene.at(index + 1)
    if following == "di" and scene.at(index + 2) in MONTHS:
        return None
    edge, start = _edge_before(scene, index)
    ahead = (
        scene.at(index - 1) in NEXT
        or following in NEXT
        or (scene.matches(index + 1, ("dopo",)) and scene.at(index + 2) in ("", "va", "o", "se"))
    )
    coming = next((len(words) for words in _COMING if scene.matches(index + 1, words)), 0)
    end = index + 1 + (coming or (1 if following in NEXT or (ahead and following == "dopo") else 0))
    base = add_months(scene.today.replace(day=1), 1 if ahead or coming else 0)
    if not (edge or ahead or coming or scene.at(index - 1) in THIS or _ends_with_it(scene, index)):
        return None
    bounds = month_bounds(base.year, base.month)
    if edge in ("inizio", "meta") and not ahead and plus(bounds[0], {"inizio": 9, "meta": 19}[edge]) < scene.today:
        base = add_months(base, 1)
        bounds = month_bounds(base.year, base.month)
    if not edge and not ahead and scene.at(index - 1) in THIS:
        start = index - 1
    return _edged(scene, (start, end), bounds, edge)


def _ends_with_it(scene: Scene, index: int) -> bool:
    return scene.at(index - 1) == "il" and scene.at(index - 2) in ("entro", "dentro")


def ordinal(scene: Scene, index: int) -> DateFound | None:
    """ "la prima settimana di aprile", "il primo giorno di settembre", "l'ultimo giorno del mese prossimo"."""
    nth, unit = ORDINALS.get(scene.at(index)), scene.at(index + 1)
    cursor = index + 2
    if nth == -1 and unit in OF and scene.at(index + 2) != "anno":
        # "L'ultimo del mese" is its last day.
        unit, cursor = "giorno", index + 1
    if nth is None or unit not in ("settimana", "giorno", "giorni") or scene.at(cursor) not in OF:
        return None
    bounds, end = _month_after(scene, cursor + 1)
    if bounds is None:
        return None
    first, last = bounds
    if unit == "settimana":
        begins = plus(first, 7 * (nth - 1)) if nth > 0 else plus(last, -6)
        return stretch((index, end), max(begins, scene.today), min(plus(begins, 6), last))
    day = make(first.year, first.month, nth) if nth > 0 else plus(last, nth + 1)
    return None if day is None else DateFound(Span(index, end), day, day, "date", problem="past" if day < scene.today else None)


def _month_after(scene: Scene, index: int) -> tuple[tuple[dt.date, dt.date] | None, int]:
    norm, following = scene.at(index), scene.at(index + 1)
    if norm in MONTHS:
        year, end = year_after(scene, index + 1)
        return (month_bounds(year, MONTHS[norm]) if year else next_month_named(scene.today, MONTHS[norm])), end
    if norm == "mese" or following == "mese":
        ahead = norm in NEXT or following in NEXT
        base = add_months(scene.today, 1 if ahead else 0)
        return month_bounds(base.year, base.month), index + (1 if norm == "mese" and following not in NEXT else 2)
    return None, index


def counted(scene: Scene, index: int) -> DateFound | None:
    """ "fra tre giorni", "tra un mese e mezzo", "entro due settimane", "nelle prossime due settimane", "due o tre giorni"."""
    opener = scene.at(index)
    cursor = index + 1
    if opener == "qui":
        # "Di qui a cinque giorni" is "fra cinque giorni".
        if scene.at(index - 1) not in ("di", "da") or scene.at(cursor) != "a":
            return None
        cursor += 1
    if opener == "entro" and scene.at(cursor) in ("e", "non", "le", "i"):
        cursor += 1
    found = dates_spans.amount(scene, cursor) or _either(scene, cursor)
    if found is None:
        return None
    days, months, rough, end = found
    day = add_months(scene.today, months)
    day = plus(day, days.days)
    if scene.at(end) == "fa":
        return None
    if opener in ("tra", "fra", "qui"):
        return DateFound(Span(index - (opener == "qui"), end), day, day, "relative", approximate=rough)
    if opener in ("entro", "prossime", "prossimi"):
        return stretch((index, end), None if opener == "entro" else scene.today, day)
    return None


def _either(scene: Scene, index: int) -> tuple[dt.timedelta, int, bool, int] | None:
    """ "due o tre giorni", "un giorno o due": the first count, roughly."""
    if scene.number(index) is None:
        return None
    if scene.at(index + 1) in ("o", "massimo") and scene.number(index + 2) is not None:
        found = dates_spans.amount(scene, index + 2)
        first = scene.number(index)
        if found is None or first is None:
            return None
        unit = scene.at(found[3] - 1)
        scale = 7 if unit.startswith("settiman") else 1
        return dt.timedelta(days=first.value * scale), 0, True, found[3]
    return None


def season(scene: Scene, index: int) -> DateFound | None:
    """ "le feste", "fine anno", "i prossimi giorni", "l'anno prossimo"."""
    today, norm = scene.today, scene.at(index)
    if norm == "feste" and scene.at(index - 1) in ("le", "delle", "alle", "natalizie"):
        year = today.year if today.month > 1 or today.day > 6 else today.year - 1
        return stretch((index, index + 1), max(dt.date(year, 12, 24), today), dt.date(year + 1, 1, 6))
    if norm == "giorni" and scene.at(index - 1) in NEXT:
        return stretch((index - 1, index + 1), plus(today, 1), plus(today, 7))
    if norm == "giorni" and scene.at(index - 1) == "questi":
        return stretch((index - 1, index + 1), today, plus(today, 6))
    if norm == "anno" and scene.at(index - 1) == "fine":
        return stretch((index - 1, index + 1), max(dt.date(today.year, 12, 20), today), dt.date(today.year, 12, 31))
    if norm == "anno" and (scene.at(index - 1) in NEXT or scene.at(index + 1) in NEXT | {"nuovo"}):
        ahead = today.year + 1
        start = index - 1 if scene.at(index - 1) in NEXT else index
        return stretch((start, index + 2 if start == index else index + 1), dt.date(ahead, 1, 1), dt.date(ahead, 12, 31))
    return None
