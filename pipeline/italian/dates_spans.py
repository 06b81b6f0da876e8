"""Stretches of days: weeks, week-ends, months, their edges, and days counted from today ("fra una quindicina di giorni").

Called by `dates` and `dates_weekdays`; calls anchors and the calendar arithmetic. It must never know of weekdays.
"""

import datetime as dt

from pipeline.italian.dates_anchors import named_day
from pipeline.italian.dates_words import ARTICLES, DAY, LATER, NEXT, OF, PAST, WEEK, WEEKDAYS, DateFound, Kind, plus, week_of
from pipeline.italian.numbers import COLLECTIVES
from pipeline.italian.scene import Scene
from pipeline.italian.words import Span

_NEXT_WEEK = (
    ("settimana", "dopo", "la", "prossima", 2), ("settimana", "che", "viene", 1), ("settimana", "che", "entra", 1),
    ("settimana", "che", "arriva", 1),
    ("quest'", "altra", "settimana", 1), ("quell'", "altra", "settimana", 1), ("l'", "altra", "settimana", 1), ("altra", "settimana", 1),
    ("questa", "settimana", 0), ("settimana", "in", "corso", 0), ("settimana", "corrente", 0), ("settimana", "prossima", "ventura", 1),
    ("sta", "settimana", 0),
)  # fmt: skip
_DAYS = {"giorno": 1, "giorni": 1, "giornate": 1, "settimana": 7, "settimane": 7, "settimanella": 7}
_MONTHS = frozenset({"mese", "mesi", "mesetto", "mesetti", "mesata"})
_BEGINS = frozenset({"comincia", "inizia", "parte", "va", "comprende"})
_MORE = 10


def stretch(span: tuple[int, int], first: dt.date | None, last: dt.date | None, kind: Kind = "stretch") -> DateFound:
    """A stretch of days as found."""
    return DateFound(Span(*span), first, last, kind)


def week_named(scene: Scene, index: int) -> tuple[dt.date | None, int]:
    """The Monday of the week named from this word on and where its words end; (None, index) when none is."""
    this = week_of(scene.today)
    for *phrase, ahead in _NEXT_WEEK:
        if scene.matches(index, tuple(str(word) for word in phrase)):
            return this + WEEK * int(ahead), index + len(phrase)
    norm, following = scene.at(index), scene.at(index + 1)
    if norm in NEXT and following == "settimana":
        after = index + 3 if scene.at(index + 2) in ("ventura", "entrante") else index + 2
        return this + WEEK, after
    if norm == "settimana" and (following in NEXT or following in LATER):
        return this + WEEK, index + 2
    if (norm in PAST and following == "settimana") or (norm == "settimana" and following in PAST):
        return this - WEEK, index + 2
    if norm in ("tra", "fra"):
        return _weeks_on(scene, index, this)
    if norm in ("prossima", "altra") and index and scene.at(index - 1) in ("della", "dell'"):
        return this + WEEK, index + 1
    return _week_of_a_day(scene, index) if norm == "settimana" else (None, index)


def _weeks_on(scene: Scene, index: int, this: dt.date) -> tuple[dt.date | None, int]:
    number = scene.number(index + 1)
    if number is None or scene.at(number.span.end) not in ("settimana", "settimane") or number.value > _MORE:
        return None, index
    return this + WEEK * number.value, number.span.end + 1


def _week_of_a_day(scene: Scene, index: int) -> tuple[dt.date | None, int]:
    """ "la settimana del 13 aprile", "di Pasqua", "dopo Ferragosto", "prima di Natale"."""
    side = scene.at(index + 1)
    if side == "che" and scene.at(index + 2) in _BEGINS:
        anchor = named_day(scene, scene.skip(index + 3, ARTICLES | set(WEEKDAYS)))
        return (week_of(anchor.first), anchor.span.end) if anchor and anchor.first else (None, index)
    if side not in OF and side not in ("dopo", "prima"):
        return None, index
    anchor = named_day(scene, scene.skip(index + 2, OF | ARTICLES - {"le"}))
    if anchor is None or anchor.first is None:
        return (week_of(scene.today) + WEEK, index + 2) if side == "dopo" else (None, index)
    monday = week_of(anchor.first)
    return plus(monday, {"dopo": 7, "prima": -7}.get(side, 0)), anchor.span.end


def week(scene: Scene, index: int) -> DateFound | None:
    """A week, its beginning, middle or end: "la settimana prossima", "in settimana", "a inizio settimana prossima"."""
    edge, cursor = _edge(scene, index)
    monday, end = week_named(scene, cursor)
    if end == cursor + 1 and scene.at(cursor) != "settimana":
        return None
    if monday is None and scene.at(cursor) == "settimana" and (edge or scene.at(cursor - 1) in ("in", "la", "della")):
        monday, end = _this_week(scene, cursor, edge)
    if monday is None:
        return None
    counted = scene.number(index + 1) if edge else None
    first, last = {"inizio": (0, 2), "meta": (1, 3), "fine": (3, 5)}.get(edge, (0, 6))
    if counted is not None and 0 < counted.value <= last + 1 and edge == "inizio":
        # "I primi tre giorni della settimana prossima".
        last = counted.value - 1
    start, stop = plus(monday, first), plus(monday, last)
    if stop < scene.today:
        return DateFound(Span(index, end), None, None, "week", problem="past")
    begins = start if monday > scene.today else max(start, scene.today)
    return stretch((index, end), begins, stop, "stretch" if edge else "week")


def _this_week(scene: Scene, cursor: int, edge: str) -> tuple[dt.date | None, int]:
    """A week without any word for which: this one, or the next when that part of it is over; a mere "la settimana" is none."""
    named = edge or scene.at(cursor - 1) == "in" or scene.at(cursor - 2) in ("entro", "durante", "nella", "per")
    if not named or scene.at(cursor + 1) in ("bianca",):
        return None, cursor
    monday = week_of(scene.today)
    over = {"inizio": 1, "meta": 3, "fine": 5}.get(edge, 5)
    return (monday + WEEK if scene.today.weekday() > over else monday), cursor + 1


def _edge(scene: Scene, index: int) -> tuple[str, int]:
    """ "inizio", "meta" or "fine" if one of them opens here, and where what they are the edge of begins."""
    norm = scene.at(index)
    word = {"inizio": "inizio", "inizi": "inizio", "meta": "meta", "fine": "fine", "primi": "inizio", "ultimi": "fine", "fin": "fine"}.get(
        norm, ""
    )
    if not word:
        return "", index
    number = scene.number(index + 1)
    start = number.span.end if number is not None and scene.at(number.span.end) == "giorni" else index + 1
    cursor = scene.skip(start, OF | {"giorni", "la"})
    return word, cursor


def weekend(scene: Scene, index: int) -> DateFound | None:
    """A week-end; already in it, "questo" is today's."""
    start = index - 1 if scene.at(index - 1) in NEXT or scene.at(index - 1) == "questo" else index
    end = index + 1 if scene.at(index) in ("weekend", "wekend", "uichend") else index + 2 if _two_words(scene, index) else 0
    if not end:
        return None
    saturday = week_of(scene.today) + DAY * 5
    weekday = scene.today.weekday()
    named, after = week_named(scene, scene.skip(end, OF | {"la"}))
    if named is not None:
        return stretch((start, after), named + DAY * 5, named + DAY * 6, "weekend")
    if scene.at(end) in NEXT or scene.at(end) in LATER or (scene.at(end) == "dopo" and scene.at(end + 1) not in ("le", "pranzo", "il")):
        later = scene.at(end) not in NEXT
        end += 1
        saturday += WEEK if later or weekday >= 5 else DAY * 0
    elif start < index and scene.at(start) in NEXT and weekday >= 5:
        saturday += WEEK
    elif scene.matches(end, ("quello", "dopo")):
        saturday, end = saturday + WEEK, end + 2
    return stretch((start, end), max(saturday, scene.today), saturday + DAY, "weekend")


def _two_words(scene: Scene, index: int) -> bool:
    return scene.matches(index, ("week", "end")) or scene.matches(index, ("fine", "settimana"))


def amount(scene: Scene, index: int) -> tuple[dt.timedelta, int, bool, int] | None:
    """A count of days, weeks or months: (days, months, whether it is a rough one, where it ends)."""
    norm, rough = scene.at(index), False
    if norm in ("un", "una", "un'") and scene.at(index + 1) in COLLECTIVES:
        count, cursor, rough = COLLECTIVES[scene.at(index + 1)], index + 2, scene.at(index + 1) != "paio"
        cursor += scene.at(cursor) in ("di", "d'")
    elif norm in ("qualche", "pochi", "poche", "pochissimi"):
        count, cursor, rough = 3 if scene.at(index + 1).startswith("giorn") else 2, index + 1, True
    elif norm == "un'":
        count, cursor = 1, index + 1
    else:
        number = scene.number(index)
        if number is None or not 0 < number.value < 400:
            return None
        count, cursor = number.value, number.span.end
    unit = scene.at(cursor)
    if scene.at(cursor - 1) == "quindicina" and (not unit or scene.breaks(cursor)):
        return dt.timedelta(days=count), 0, rough, cursor
    half = scene.at(cursor + 1) == "e" and scene.at(cursor + 2) in ("mezzo", "mezza")
    end = cursor + (3 if half else 1)
    if unit in _DAYS:
        return dt.timedelta(days=count * _DAYS[unit] + (_DAYS[unit] // 2 if half else 0)), 0, rough, end
    if unit in _MONTHS:
        return dt.timedelta(days=15 if half else 0), count, rough or unit not in ("mese", "mesi"), end
    return None
