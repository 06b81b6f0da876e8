"""Weekdays and all that is hung on them: "venerdì 24", "lunedì a otto", "sabato della settimana prossima", "il martedì dopo Pasqua".

Called by `dates`; calls the other dates rules and the calendar arithmetic. Conventions: contract section 3. It must never
know of opening hours.
"""

import datetime as dt
from dataclasses import replace

from pipeline.italian import dates_numbers, dates_spans, feasts
from pipeline.italian.dates_words import (
    ARTICLES,
    DAY,
    LATER,
    MONTHS,
    NEXT,
    OF,
    PAST,
    SHORT_WEEKDAYS,
    THIS,
    WEEK,
    WEEKDAYS,
    DateFound,
    add_months,
    make,
    month_bounds,
    next_weekday,
    plus,
)
from pipeline.italian.numbers import ORDINALS
from pipeline.italian.scene import Scene
from pipeline.italian.words import Span

_ASK_WITHIN = 2
"""Days: "X prossimo" nearer than this may mean the week after (contract section 3)."""
_SUNDAY = 6
_MATCH_WITHIN = 62
"""Days: "venerdì 24" is the next 24th that is a Friday if one comes this soon."""
_COMING = (("che", "viene"), ("che", "verra"), ("che", "arriva"), ("che", "entra"), ("venturo",), ("entrante",))
_THE_ONE_AFTER = (
    ("quello", "dopo"), ("quello", "successivo"), ("quello", "seguente"), ("quello", "prossimo"), ("quello", "dopo", "ancora"),
    ("quella", "dopo"), ("quell'", "altro"), ("l'", "altro", "ancora"), ("quello", "che", "viene", "dopo"),
)  # fmt: skip
_OPEN_AFTER = frozenset({"", "alle", "mattina", "pomeriggio", "sera", "va", "se", "o", "e", "grazie", "per", "con", "verso"})
_SEVEN = frozenset({"otto", "8"})
_FOURTEEN = frozenset({"quindici", "15"})


def weekday_at(scene: Scene, index: int) -> int | None:
    """The weekday named here; short forms only where a number follows or a day was asked for."""
    norm = scene.at(index)
    found = WEEKDAYS.get(norm)
    if found is None and norm in SHORT_WEEKDAYS:
        sure = scene.context.step == "data" or scene.number(index + 1) is not None
        return SHORT_WEEKDAYS[norm] if sure and scene.at(index - 1) not in ("mi", "chiamo", "sono") else None
    if found is not None and norm in ("lune", "marte", "giove", "saba", "vene") and scene.at(index + 1) == "di":
        return found
    return None if norm in ("marte", "giove", "saba", "vene", "lune") and scene.context.step != "data" else found


def read(scene: Scene, index: int) -> DateFound | None:
    """The day that a weekday and the words around it name."""
    weekday = weekday_at(scene, index)
    if weekday is None:
        return None
    end = index + (2 if scene.at(index) in ("lune", "marte", "giove", "vene") and scene.at(index + 1) == "di" else 1)
    for rule in (_of_month, _in_a_week, _past, _and_seven, _the_one_after, _next, _coming, _numbered, _after_day, _counted):
        found = rule(scene, index, end, weekday)
        if found is not None:
            return found
    return _plain(scene, index, end, weekday)


def plain_day(scene: Scene, span: Span, weekday: int) -> DateFound:
    """A weekday by itself: the next after today; today's own name leaves today as an alternative."""
    day = next_weekday(scene.today, weekday)
    also = (scene.today,) if weekday == scene.today.weekday() else ()
    return DateFound(span, day, day, "weekday", weekday=weekday, also=also, fixed=False)


def _plain(scene: Scene, index: int, end: int, weekday: int) -> DateFound:
    start = index - 1 if scene.at(index - 1) in THIS else index
    previous = scene.at(index - 1)
    habitual = previous in ("il", "la", "di", "i", "le", "del", "al", "nel", "tutti")
    found = replace(plain_day(scene, Span(start, end), weekday), habitual=habitual)
    return replace(found, also=()) if previous in ("il", "la", "i", "le") else found


def _fixed(start: int, end: int, day: dt.date, scene: Scene) -> DateFound:
    problem = "past" if day < scene.today else None
    return DateFound(Span(start, end), day, day, "weekday", problem=problem, weekday=day.weekday())


def _of_month(scene: Scene, index: int, end: int, weekday: int) -> DateFound | None:
    """ "il primo lunedì di giugno", "l'ultimo venerdì del mese prossimo"."""
    nth = ORDINALS.get(scene.at(index - 1))
    if nth is None or scene.at(end) not in OF:
        return None
    month, after = _month_meant(scene, end + 1)
    if month is None:
        return None
    day = nth_weekday(month, weekday, nth)
    if day is not None and day < scene.today and scene.at(end + 1) in MONTHS:
        day = nth_weekday(add_months(month, 12), weekday, nth)
    return dates_numbers.dated(scene, (index - 1, after), day)


def _month_meant(scene: Scene, index: int) -> tuple[dt.date | None, int]:
    """The first day of the month named here, and where its words end."""
    first = scene.today.replace(day=1)
    norm, following = scene.at(index), scene.at(index + 1)
    if norm in MONTHS:
        year, after = dates_numbers.year_after(scene, index + 1)
        named = make(year or scene.today.year, MONTHS[norm], 1)
        if named is not None and year is None and named < first:
            named = add_months(named, 12)
        return named, after
    if norm == "anno":
        # "La prima domenica dell'anno" is one of January, "l'ultima" one of December.
        last = scene.at(index - 3) in ("ultimo", "ultima")
        return dt.date(scene.today.year + (not last), 12 if last else 1, 1), index + 1 + (following == "nuovo")
    if norm in ("mese", "questo", "prossimo"):
        ahead = 1 if following in NEXT or norm in NEXT or following == "dopo" else 0
        longer = norm != "mese" or following in NEXT or following == "dopo"
        return add_months(first, ahead), index + (2 if longer else 1)
    return None, index


def nth_weekday(month: dt.date, weekday: int, nth: int) -> dt.date | None:
    """The nth such weekday of a month, counted from its end when negative; None when it has not so many."""
    first, last = month_bounds(month.year, month.month)
    if nth > 0:
        day = first + DAY * ((weekday - first.weekday()) % 7 + 7 * (nth - 1))
    else:
        day = last - DAY * ((last.weekday() - weekday) % 7 + 7 * (-nth - 1))
    return day if day.month == month.month else None


def _in_a_week(scene: Scene, index: int, end: int, weekday: int) -> DateFound | None:
    """ "venerdì della settimana prossima", "giovedì dell'altra settimana", "lunedì fra due settimane"."""
    cursor = scene.skip(end, OF | {"la", "in", "nella", "quello", "quella"})
    monday, after = dates_spans.week_named(scene, cursor)
    if monday is None:
        return None
    return _fixed(index, after, plus(monday, weekday), scene)


def _past(scene: Scene, index: int, end: int, weekday: int) -> DateFound | None:
    if scene.at(end) in PAST:
        return DateFound(Span(index, end + 1), None, None, "weekday", problem="past")
    if scene.at(index - 1) in PAST:
        return DateFound(Span(index - 1, end), None, None, "weekday", problem="past")
    return None


def _and_seven(scene: Scene, index: int, end: int, weekday: int) -> DateFound | None:
    days = days_on(scene, end)
    if not days:
        return None
    return _fixed(index, end + 2, plus(next_weekday(scene.today, weekday), days), scene)


def days_on(scene: Scene, end: int) -> int:
    """Seven for "a otto" (in eight days as Italians count), fourteen for "a quindici", else 0."""
    if scene.at(end) not in ("a", "ad") or dates_numbers.minutes_follow(scene, end + 2):
        return 0
    return 7 if scene.at(end + 1) in _SEVEN else 14 if scene.at(end + 1) in _FOURTEEN else 0


def _the_one_after(scene: Scene, index: int, end: int, weekday: int) -> DateFound | None:
    """ "lunedì quello dopo", "non questo giovedì, il prossimo", "il giovedì dopo"."""
    excluded = scene.at(index - 1) in THIS | NEXT and scene.at(index - 2) in ("non", "no")
    cursor = scene.skip(end, frozenset({"ma", "no", "bensi", "pero", "proprio"}))
    after = next((cursor + len(words) for words in _THE_ONE_AFTER if scene.matches(cursor, words)), 0)
    if not after and excluded and scene.at(cursor) in ("il", "al", "per") and scene.at(cursor + 1) in NEXT | LATER:
        after = cursor + 2
    if not after and scene.at(end) in LATER:
        after = end + 1
    alone = scene.at(end) == "dopo" and (scene.at(end + 1) in _OPEN_AFTER or scene.breaks(end + 1))
    if not after and alone and scene.at(index - 1) in ("il", "la", "al", "del", "quel"):
        after = end + 1
    if not after and scene.at(index - 1) == "altro" and scene.at(index - 2) == "quest'":
        return _fixed(index - 2, end, next_weekday(scene.today, weekday) + WEEK, scene)
    if not after:
        return None
    return _fixed(index - 2 if excluded else index, after, next_weekday(scene.today, weekday) + WEEK, scene)


def _next(scene: Scene, index: int, end: int, weekday: int) -> DateFound | None:
    """ "giovedì prossimo": the next one, asked when it is at most two days off."""
    agrees = (scene.at(index - 1) in ("prossima", "ventura")) == (weekday == _SUNDAY)
    leads = scene.at(index - 1) in NEXT and scene.at(index - 2) not in ("settimana", "mese", "anno") and agrees
    follows = scene.at(end) in NEXT and scene.at(end) not in ("venturo", "entrante") and scene.at(end + 1) not in ("settimana", "mese")
    if not (leads or follows):
        return None
    span = Span(index - 1 if leads else index, end + 1 if follows else end)
    cursor = scene.skip(span.end, frozenset({"il", "l'", "giorno"}))
    numbered = dates_numbers.read(scene, cursor, licensed=True) if cursor > span.end and scene.number(cursor) is not None else None
    if numbered is not None and numbered.first is not None and numbered.first.weekday() == weekday:
        # "Venerdì prossimo, il venti": the number says which.
        return replace(numbered, span=Span(span.start, numbered.span.end), kind="date")
    day = next_weekday(scene.today, weekday)
    near = (day - scene.today).days <= _ASK_WITHIN
    return DateFound(span, day, day, "weekday", weekday=weekday, choices=(day, day + WEEK) if near else ())


def _coming(scene: Scene, index: int, end: int, weekday: int) -> DateFound | None:
    for words in _COMING:
        if scene.matches(end, words):
            return _fixed(index, end + len(words), next_weekday(scene.today, weekday), scene)
    return None


def _numbered(scene: Scene, index: int, end: int, weekday: int) -> DateFound | None:
    """ "venerdì 24", "sabato 14 marzo", "mercoledì, il 9"; a day that is no such weekday is a conflict to be asked."""
    cursor = scene.skip(end, frozenset({"il", "l'", "giorno", "di"})) if scene.at(end) not in ("di",) else end
    if scene.number(cursor) is None and scene.at(cursor) != "primo":
        return None
    found = dates_numbers.read(scene, cursor, licensed=True)
    if found is None or found.first is None:
        return found.spanning(index, found.span.end) if found else None
    if found.kind == "number" and cursor == end and minutes_or_noun(scene, found.span.end):
        return None
    verb = scene.at(index - 1) == "e" or (scene.at(index - 1) == "di" and scene.at(index - 2) == "e")
    told = verb and (scene.breaks(end) or scene.at(index - 2) in ("ed", "che", "perche", "siccome"))
    apart = told or not scene.resumed.isdisjoint(range(end, cursor + 1))
    if cursor > end and apart and found.first.weekday() != weekday:
        # "No perché è domenica, il ventinove" and "è sabato, allora il 30" name two days.
        return None
    return agree(scene, found, weekday, Span(index, found.span.end))


def minutes_or_noun(scene: Scene, end: int) -> bool:
    """Whether the bare number just read belongs to a clock rather than to the weekday before it."""
    return dates_numbers.minutes_follow(scene, end)


def agree(scene: Scene, found: DateFound, weekday: int, span: Span) -> DateFound:
    """The day by number held against the weekday said with it: the same day, a later one that fits, or a conflict."""
    day = found.first
    if day is None or found.problem:
        return replace(found, span=span)
    if day.weekday() == weekday:
        return replace(found, weekday=None, kind="date", span=span)
    if found.kind == "number":
        later = _same_number_on(scene.today, day.day, weekday)
        if later is not None:
            return replace(found, first=later, last=later, kind="date", span=span)
    back = day - DAY * ((day.weekday() - weekday) % 7)
    nearest = min((each for each in (back, back + WEEK) if each >= scene.today), key=lambda each: abs((each - day).days))
    said = " ".join(word.surface for word in scene.words[span.start : span.end])
    return replace(found, choices=(day, nearest), conflict=said, kind="date", span=span)


def _same_number_on(today: dt.date, number: int, weekday: int) -> dt.date | None:
    for ahead in range(3):
        month = add_months(today.replace(day=1), ahead)
        day = make(month.year, month.month, number)
        if day and day >= today and day.weekday() == weekday and (day - today).days <= _MATCH_WITHIN:
            return day
    return None


def _after_day(scene: Scene, index: int, end: int, weekday: int) -> DateFound | None:
    """ "il martedì dopo Pasqua", "il sabato prima del 10 maggio"."""
    side = scene.at(end)
    if side not in ("dopo", "prima"):
        return None
    cursor = scene.skip(end + 1, OF | ARTICLES - {"le"})
    anchor = named_day(scene, cursor)
    if anchor is None or anchor.first is None:
        return None
    day = anchor.first
    ahead = (weekday - day.weekday() - 1) % 7 + 1
    found = plus(day, ahead) if side == "dopo" else plus(day, -((day.weekday() - weekday - 1) % 7 + 1))
    return _fixed(index, anchor.span.end, found, scene)


def named_day(scene: Scene, index: int) -> DateFound | None:
    """A feast or a day by number standing here: something another day can be counted from."""
    feast = feasts.read(scene, index)
    if feast is not None:
        day = feasts.next_time(feast[0], scene.today)
        return DateFound(Span(index, feast[1]), day, day, "feast") if day else None
    if scene.number(index) is None and scene.at(index) != "primo":
        return None
    return dates_numbers.read(scene, index)


def _counted(scene: Scene, index: int, end: int, weekday: int) -> DateFound | None:
    """ "fra due lunedì": the second from now."""
    number = scene.number(index - 1)
    if number is None or scene.at(index - 2) not in ("tra", "fra") or not 1 < number.value < 10:
        return None
    return _fixed(index - 2, end, next_weekday(scene.today, weekday) + WEEK * (number.value - 1), scene)
