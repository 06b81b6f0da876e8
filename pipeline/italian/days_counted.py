"""Days counted from one the sentence has named: "domani sono fuori, al giorno dopo", "non questa settimana, la prossima".

Called by `when` after the candidates; calls the shared pieces of dates. It must never choose between days.
"""

import datetime as dt
from dataclasses import replace

from pipeline.italian.dates_words import ARTICLES, LATER, OF, WEEK, WEEKDAYS, DateFound, add_months, next_weekday, plus, week_of
from pipeline.italian.numbers import COLLECTIVES
from pipeline.italian.scene import Scene
from pipeline.italian.times_words import PARTS
from pipeline.italian.when_verbs import EVENTS
from pipeline.italian.words import Span

_AFTER = LATER | {"dopo", "appresso"}
_BEFORE = frozenset({"prima", "precedente"})
_A_MONTH = 30
_UNITS = {
    "mese": _A_MONTH,
    "mesi": _A_MONTH,
    "giorno": 1,
    "giorni": 1,
    "mattina": 1,
    "mattino": 1,
    "pomeriggio": 1,
    "sera": 1,
    "settimana": 7,
    "settimane": 7,
}
_OTHER_WEEK = (
    ("quella", "dopo", "ancora"), ("quella", "che", "viene", "dopo"),
    ("la", "prossima"), ("quella", "dopo"), ("quella", "prossima"), ("quella", "successiva"), ("quella", "seguente"), ("l'", "altra"),
    ("la", "successiva"), ("la", "seguente"), ("alla", "prossima"), ("a", "quella", "dopo"), ("quell'", "altra"), ("nella", "prossima"),
    ("quella", "che", "viene"), ("della", "prossima"), ("per", "la", "prossima"), ("in", "quella", "dopo"), ("alla", "successiva"),
)  # fmt: skip
_BEHIND_A_WEEK = OF | {"il", "al", "alle", "magari", "se", "va", "andrebbe", "verso", "mattina", *WEEKDAYS}
_MOST = 60
_RETURNS = frozenset({"torno", "torniamo", "rientro", "rientriamo", "ritorno", "torna", "rientra"})
_ASIDE = 3
_OF_THAT = frozenset({"di", "del", "dello", "dell'", "della", "dei", "degli", "delle"})
_OR = frozenset({"o", "oppure", "od", "altrimenti"})


def counted(scene: Scene, days: list[DateFound]) -> tuple[list[DateFound], frozenset[int]]:
    """The days with those counted from another one among them, and where the days begin that were only counted from."""
    bases: set[int] = set()
    result = _in_a_week(scene, days)
    for index in range(len(scene.words)):
        found = _from_event(scene, index, result) or _from_a_day(scene, index, result) or _week_after(scene, index, result)
        if found is None:
            continue
        day, base = found
        result = [each for each in result if not each.span.overlaps(day.span)]
        result = sorted([*result, day], key=lambda each: each.span.start)
        if not _OR & {scene.at(place) for place in range(base.span.end, day.span.start)}:
            bases.add(base.span.start)
    return result, frozenset(bases)


def before_event(days: list[DateFound], events: list[DateFound]) -> list[DateFound]:
    """ "Domenica dieci è la festa, per il sabato": a weekday with its article is the last before the event that was told of."""
    event = max((each.first for each in events if each.first), default=None)
    return days if event is None else [_just_before(day, event) for day in days]


def after_return(scene: Scene, days: list[DateFound], events: list[DateFound]) -> list[DateFound]:
    """ "Lunedì parto e torno venerdì, per cui sabato": a weekday wished beside a return is the first one after it."""
    back: dt.date | None = None
    gone: dt.date | None = None
    for event in events:
        words = {scene.at(place) for place in range(event.span.start - 3, event.span.start)}
        if words & _RETURNS and event.first is not None and not event.also:
            late = event.weekday is not None and not event.fixed and gone is not None and gone > event.first
            back = next_weekday(gone, event.weekday) if late and gone and event.weekday is not None else event.first
        gone = event.first or gone
    return days if back is None else [_from_on(day, back) for day in days]


def _from_on(day: DateFound, back: dt.date) -> DateFound:
    loose = day.kind == "weekday" and not day.fixed and day.weekday is not None
    if not loose or day.weekday is None or day.first is None or day.first > back:
        return day
    first = next_weekday(back, day.weekday)
    return replace(day, first=first, last=first, also=(), choices=())


def beside_event(scene: Scene, days: list[DateFound], busy: frozenset[int]) -> list[DateFound]:
    """ "Giovedì parto per la Puglia, la revisione va fatta prima": the days on that side of the one that is taken."""
    side = scene.at(len(scene.words) - 1)
    day = days[0] if len(days) == 1 else None
    asked = scene.context.step in (None, "data") and side in ("prima", "dopo")
    if (
        day is None
        or day.first is None
        or not asked
        or not day.is_day
        or day.span.start not in busy
        or day.span.end >= len(scene.words) - 1
    ):
        return days
    first, last = (None, plus(day.first, -1)) if side == "prima" else (plus(day.first, 1), None)
    return [DateFound(day.span, first, last, "stretch")]


def _just_before(day: DateFound, event: dt.date) -> DateFound:
    loose = day.kind == "weekday" and day.habitual and not day.fixed and not day.choices and day.weekday is not None
    if not loose or day.first is None or day.weekday is None or day.first >= event:
        return day
    last = event - dt.timedelta(days=(event.weekday() - day.weekday - 1) % 7 + 1)
    return replace(day, first=max(last, day.first), last=max(last, day.first))


def _in_a_week(scene: Scene, days: list[DateFound]) -> list[DateFound]:
    """ "Tra due settimane, di martedì", "giovedì no, quello della settimana prossima": weekday and week said apart."""
    result: list[DateFound] = []
    for day in days:
        before = result[-1] if result else None
        gap = [scene.at(place) for place in range(before.span.end, day.span.start)] if before else []
        named = next((number for each in reversed(result) if (number := _weekday_named(scene, each)) is not None), None)
        weeks_on = before is not None and before.kind == "relative" and scene.at(before.span.end - 1).startswith("settiman")
        if before is not None and weeks_on and day.weekday is not None and not day.fixed and set(gap) <= {"di", "il", "un"}:
            result[-1] = _placed(scene, before, day.weekday, Span(before.span.start, day.span.end))
        elif named is not None and day.kind == "week" and {"quello", "quella"} & set(gap[-2:]) and scene.at(day.span.start - 1) in OF:
            result.append(_placed(scene, day, named, day.span))
        elif _that_week(day, result, gap):
            monday = week_of(day.first or scene.today)
            result.append(replace(day, kind="week", first=max(monday, scene.today), last=plus(monday, 6), weekday=None))
        else:
            result.append(day)
    return result


def _that_week(day: DateFound, before: list[DateFound], gap: list[str]) -> bool:
    """ "La settimana prossima siete in ferie, quella del dieci": a week named by a day of it."""
    named = any(each.kind == "week" for each in before) and day.kind in ("number", "date", "feast")
    return named and gap[-2:-1] == ["quella"] and gap[-1] in OF


def _weekday_named(scene: Scene, day: DateFound) -> int | None:
    named = WEEKDAYS.get(scene.at(day.span.start))
    return named if named is not None else day.weekday


def _placed(scene: Scene, week: DateFound, weekday: int, span: Span) -> DateFound:
    first = plus(week_of(week.first or scene.today), weekday)
    return DateFound(span, first, first, "date", problem="past" if first < scene.today else None)


def _from_a_day(scene: Scene, index: int, days: list[DateFound]) -> tuple[DateFound, DateFound] | None:
    """ "Il giorno dopo", "due giorni prima", "la mattina dopo", "la settimana successiva", after a day that was named."""
    unit, side = _UNITS.get(scene.at(index), 0), scene.at(index + 1)
    if not unit or side not in _AFTER | _BEFORE or scene.at(index - 1) in ("qualche", "pochi", "alcuni"):
        return None
    base = _named_before(index, days)
    if base is None or base.first is None or _holds_more(index, days) or not _ends_here(scene, index + 2):
        return None
    count, start = _count_before(scene, index)
    if count is None and scene.at(index) in ("giorni", "settimane", "mesi", "mese"):
        return None
    first = _on_from(base.first, unit, (count or 1) * (1 if side in _AFTER else -1))
    if scene.at(index) == "settimana" and count is None and base.weekday is None:
        monday = week_of(first)
        return DateFound(Span(start, index + 2), monday, plus(monday, 6), "week"), base
    part = scene.at(index) in ("mattina", "mattino", "pomeriggio", "sera")
    span = Span(index + 1, index + 2) if part else Span(start, index + 2)
    return DateFound(span, first, first, "date", problem="past" if first < scene.today else None), base


def _on_from(day: dt.date, unit: int, count: int) -> dt.date:
    return add_months(day, count) if unit == _A_MONTH else plus(day, unit * count)


def _from_event(scene: Scene, index: int, days: list[DateFound]) -> tuple[DateFound, DateFound] | None:
    """ "Il giorno prima del matrimonio, che è il 25 aprile": counted from an event whose day is said right behind it."""
    unit, side = _UNITS.get(scene.at(index), 0), scene.at(index + 1)
    if not unit or side not in _AFTER | _BEFORE or scene.at(index + 2) not in OF | ARTICLES or scene.at(index + 3) not in EVENTS:
        return None
    base = next((day for day in days if index + 3 < day.span.start <= index + 4 + _ASIDE and day.is_day and day.first), None)
    if base is None or base.first is None or base.choices or base.problem:
        return None
    count, start = _count_before(scene, index)
    first = _on_from(base.first, unit, (count or 1) * (1 if side in _AFTER else -1))
    return DateFound(Span(start, index + 2), first, first, "date", problem="past" if first < scene.today else None), base


def _count_before(scene: Scene, index: int) -> tuple[int | None, int]:
    """How many of a unit: "due giorni", "una settimana", "un paio di giorni"; None without a number."""
    if scene.at(index - 1) in OF and scene.at(index - 2) in COLLECTIVES and scene.at(index - 3) in ("un", "una"):
        return COLLECTIVES[scene.at(index - 2)], index - 3
    number = scene.number(index - 1)
    fits = number is not None and number.span.end == index and 0 < number.value < _MOST
    return (number.value, index - 1) if fits and number is not None else (None, index)


def _ends_here(scene: Scene, end: int) -> bool:
    """Whether nothing follows that the words belong to ("prima delle dieci", "dopo pranzo", "mattina dopo la messa")."""
    event = scene.at(end) in ARTICLES and scene.at(end - 1) in ("dopo", "prima") and scene.at(end + 1) not in PARTS
    if event or scene.at(end) in ("possibile", "pranzo", "cena", "che", "le", "mangiato", "il", "lavoro", "alle", "mezzogiorno"):
        return scene.breaks(end) or scene.at(end) == "alle"
    return scene.at(end) not in _OF_THAT or scene.breaks(end) or scene.at(end + 1) in PARTS


def _named_before(index: int, days: list[DateFound]) -> DateFound | None:
    before = [day for day in days if day.span.end <= index and day.is_day and day.first and not day.choices and not day.problem]
    return before[-1] if before else None


def _holds_more(index: int, days: list[DateFound]) -> bool:
    """Whether these words name a day already by what follows them ("il giorno dopo Pasqua")."""
    return any(day.span.start <= index and day.span.end > index + 2 for day in days)


def _week_after(scene: Scene, index: int, days: list[DateFound]) -> tuple[DateFound, DateFound] | None:
    """ "Non questa settimana, la prossima": the week after the one just named."""
    words = next((words for words in _OTHER_WEEK if scene.matches(index, words)), ())
    end = index + len(words)
    of_that = words and scene.at(index - 1) in OF and scene.at(index - 2) in WEEKDAYS
    apart = words and scene.breaks(index) and (scene.breaks(end) or scene.at(end) in _BEHIND_A_WEEK)
    reach = index if of_that or apart else 2
    base = next((day for day in days if day.kind == "week" and day.span.end <= index <= day.span.end + reach), None)
    if base is None or base.first is None or not words:
        return None
    follows = scene.at(end)
    if follows and not scene.breaks(end) and follows not in _BEHIND_A_WEEK:
        return None
    monday = week_of(base.first) + WEEK
    if of_that:
        # "La settimana prossima ho gli esami, martedì di quella dopo".
        return _placed(scene, replace(base, first=monday), WEEKDAYS[scene.at(index - 2)], Span(index - 2, end)), base
    later = replace(base, span=Span(index, end), first=monday, last=monday + dt.timedelta(days=6), problem=None)
    return later, base
