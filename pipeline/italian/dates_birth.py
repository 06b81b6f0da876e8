"""Dates of birth, whole or in part: "20 giugno 1995", "il venti sei ottantacinque", "sono dell'85", "nata il 3/4/71".

Called by the parser through `dates.birth`; calls numbers and feasts. A year of two figures lies in the past. It must never know of
appointments.
"""

import datetime as dt
from dataclasses import dataclass, replace

from pipeline.italian import feasts
from pipeline.italian.clearing import clear
from pipeline.italian.dates_words import MONTHS, SHORT_MONTHS, WEEKDAYS, make
from pipeline.italian.scene import Scene
from pipeline.italian.when_verbs import HAPPENED
from pipeline.italian.words import Span, Word
from pipeline.model.parse import Context, PartialBirth

_BORN = frozenset({"nato", "nata", "nascita", "nacqui", "nati", "compleanno", "classe", "natto", "compio"})
_OF_A_PHONE = frozenset({"finisce", "finiscono", "termina", "cifre", "cifra", "ultime", "telefono", "cellulare"})
_OLDEST = 120
_NEAR = 3
"""Words from "nata" to a day without its year."""
_FIGURES = 8
"""Two for the day, two for the month, four for the year (or only its last two)."""
_YOUNGEST = 5
"""Years since a date that is no visit any more but somebody's birth."""
_LAST_DAY = 31
_NAME, _REACH = 4, 6
_INTRODUCES = frozenset({"sono", "chiamo", "nome", "nominativo", "signora", "signor", "parla"})
_ARTICLES = frozenset({"il", "l'", "lo", "dal", "al", "nel", "di", "da", "dell'"})
_STEPS = frozenset({"data_nascita", "disambiguazione"})


@dataclass(frozen=True, slots=True)
class BirthFound:
    """A birth date: `date` when whole, `partial` what was said of it, `span` its words."""

    date: dt.date | None
    partial: PartialBirth
    span: Span


def birth(words: tuple[Word, ...], context: Context) -> BirthFound | None:
    """The date of birth said here, if the step asks for one or the words say so; None otherwise."""
    cleared = clear(words)
    found = _birth(cleared.words, context)
    return replace(found, span=cleared.back(_with_its_weekday(cleared.words, found.span))) if found else None


def _with_its_weekday(words: tuple[Word, ...], span: Span) -> Span:
    """ "Era un lunedì, il 4 maggio 1959": the weekday of the birth is no day to come on."""
    place = span.start - 1
    while place >= 0 and words[place].norm in ("il", "l'", "di", "del"):
        place -= 1
    return Span(place, span.end) if place >= 0 and words[place].norm in WEEKDAYS else span


def _birth(words: tuple[Word, ...], context: Context) -> BirthFound | None:
    scene = Scene(words, context)
    said = next((index for index, word in enumerate(words) if word.norm in _BORN), None)
    if any(word.norm in _OF_A_PHONE for word in words):
        return None
    if said is None and context.step not in _STEPS and not any(_of_the_year(scene, index) for index in range(len(words))):
        return next((found for found in (_beside_the_name(scene, index) for index in range(1, len(words))) if found), None)
    start = 0 if said is None or context.step in _STEPS else _born_at(scene, said)
    best: BirthFound | None = None
    year: BirthFound | None = None
    for index in range(start, len(words)):
        found = _read(scene, index, said is not None)
        if found is not None and found.partial.month is None and found.partial.day is None:
            year = year or found
        if found is not None and (best is None or _weight(scene, found) > _weight(scene, best)):
            best = found
    best = _with_year(scene, best, year)
    if best is not None and best.partial.year is None and said is not None and _is_only_a_feast(scene, said, best):
        return None
    if best is not None and said is not None and said < best.span.start <= said + 8:
        return replace(best, span=Span(said, best.span.end))
    return best


def _beside_the_name(scene: Scene, index: int) -> BirthFound | None:
    """ "Anna Bianchi, 12 marzo 80", "sono Anna Bianchi, del 12/3/1980": a whole date long past, said where somebody says who he is."""
    of = scene.at(index - 1) in ("del", "dell'")
    place = index - 1 if of else index
    before = {scene.at(each) for each in range(max(place - _REACH, 0), place)}
    introduced = bool(before & _INTRODUCES) or scene.context.step in ("cliente", "cognome")
    bare = place <= _NAME and scene.at(place - 1) not in _ARTICLES and bool(scene.at(place - 1))
    if not (introduced or bare) or before & HAPPENED or (of and scene.at(place - 1) == "e"):
        return None
    # Figures with nothing between them may be a telephone.
    written = scene.before(index + 1) in ("/", "-", ".") or not {scene.at(index + 1), scene.at(index + 2)}.isdisjoint(MONTHS)
    found = _from_day(scene, index, False) if written else None
    year = found.partial.year if found is not None and found.date is not None else None
    if found is None or year is None or scene.today.year - year < _YOUNGEST:
        return None
    said = [number.value for number in map(scene.number, range(found.span.start, found.span.end)) if number is not None]
    # "Due luglio, otto e trenta" names no year.
    return found if max(said, default=0) > _LAST_DAY else None


def _is_only_a_feast(scene: Scene, said: int, best: BirthFound) -> bool:
    """ "Domani è il compleanno di mia figlia, vorrei venire il 12 marzo": a birthday kept, and another day that is wished."""
    kept = scene.at(said) in ("compleanno", "compio") or best.span.start - said > _NEAR
    return scene.context.step not in _STEPS and kept


def _with_year(scene: Scene, best: BirthFound | None, year: BirthFound | None) -> BirthFound | None:
    """ "classe 1990, 15 agosto": the year that was said apart from its day."""
    if best is None or year is None or best.partial.year is not None:
        return best
    span = Span(min(best.span.start, year.span.start), max(best.span.end, year.span.end))
    return _found(scene, span, year.partial.year, best.partial.month, best.partial.day) or best


def _born_at(scene: Scene, said: int) -> int:
    """Where the date is looked for: after "nato", unless it was said before it ("20 giugno, data di nascita")."""
    return said + 1 if any(scene.number(index) is not None for index in range(said + 1, len(scene.words))) else 0


def _weight(scene: Scene, found: BirthFound) -> tuple[int, bool, int]:
    parts = found.partial
    concludes = scene.at(found.span.start - 1) in ("quindi", "percio", "dunque")
    return (sum(part is not None for part in (parts.year, parts.month, parts.day)), concludes, len(found.span))


def _read(scene: Scene, index: int, said: bool) -> BirthFound | None:
    if index and scene.at(index - 1) in ("ho", "alle", "ore", "fra", "tra", "numero"):
        return None
    spelt = _spelt(scene, index) if said or scene.context.step in _STEPS else None
    return (
        spelt
        or _iso(scene, index)
        or _on_a_feast(scene, index)
        or _from_day(scene, index, said)
        or _from_month(scene, index)
        or _from_year(scene, index, said)
    )


def _spelt(scene: Scene, index: int) -> BirthFound | None:
    """ "Zero quattro zero sei duemilauno", "uno due zero tre otto sette": two figures a day, two a month, then the year."""
    if index and scene.number(index - 1) is not None:
        return None
    figures, cursor = "", index
    while cursor < len(scene.words) and len(figures) < _FIGURES:
        word = scene.at(cursor)
        value = None if word in ("un", "una") else scene.number(cursor)
        if value is None:
            break
        figures += word if value.digits else str(value.value)
        cursor = value.span.end
    if len(figures) not in (_FIGURES - 2, _FIGURES) or scene.number(cursor) is not None:
        return None
    year = _as_year(scene, int(figures[4:]))
    return _found(scene, Span(index, cursor), year, int(figures[2:4]), int(figures[:2])) if year and int(figures[2:4]) <= 12 else None


def _on_a_feast(scene: Scene, index: int) -> BirthFound | None:
    """ "Il giorno di Natale del sessantatré": a feast with its year."""
    feast = feasts.read(scene, index) if scene.at(index) in feasts.FIRST_WORDS else None
    if feast is None:
        return None
    year, end = _year(scene, feast[1])
    day = feast[0](year) if year else None
    return _found(scene, Span(index, end), day.year, day.month, day.day) if day else None


def _found(scene: Scene, span: Span, year: int | None, month: int | None, day: int | None) -> BirthFound | None:
    if month is not None and day is not None and make(year or 2000, month, day) is None:
        return None
    whole = make(year, month, day) if year and month and day else None
    if whole is not None and whole > scene.today:
        return None
    return BirthFound(whole, PartialBirth(year, month, day), span)


def _iso(scene: Scene, index: int) -> BirthFound | None:
    year, month, day = (scene.at(index + offset) for offset in range(3))
    if not (len(year) == 4 and year.isdecimal() and month.isdecimal() and day.isdecimal() and scene.before(index + 1) in ("-", "/", ".")):
        return None
    return _found(scene, Span(index, index + 3), int(year), int(month), int(day)) if len(month) <= 2 and len(day) <= 2 else None


def _from_day(scene: Scene, index: int, said: bool) -> BirthFound | None:
    compact = scene.at(index)
    if compact.isdecimal() and len(compact) == 8:
        return _found(scene, Span(index, index + 1), int(compact[4:]), int(compact[2:4]), int(compact[:2]))
    day, end = _number(scene, index)
    if day is None or not 1 <= day <= 31 or (compact.isdecimal() and len(compact) > 2):
        return None
    month, after = _month(scene, end)
    if month is None:
        licensed = scene.context.step in _STEPS and scene.at(index - 1) in ("il", "l'") and (scene.context.options or 5) < day
        return _found(scene, Span(index, end), None, None, day) if licensed and _year(scene, end)[0] is None else None
    named = scene.at(after - 1) in MONTHS or scene.at(after - 1) in SHORT_MONTHS
    year, stop = _year(scene, after)
    if year is None and not (named or said or scene.context.step in _STEPS):
        return None
    return _found(scene, Span(index, stop if year else after), year, month, day)


def _month(scene: Scene, index: int) -> tuple[int | None, int]:
    cursor = scene.skip(index, frozenset({"di", "d'", "del", "mese", "dell'"}))
    name = scene.at(cursor)
    if name in MONTHS or name in SHORT_MONTHS:
        return MONTHS.get(name) or SHORT_MONTHS[name], cursor + 1
    number, end = _number(scene, cursor)
    if number is None or not 1 <= number <= 12 or (len(name) > 2 and name.isdecimal()):
        return None, index
    return number, end


def _number(scene: Scene, index: int) -> tuple[int | None, int]:
    if scene.at(index) == "primo":
        return 1, index + 1
    if scene.at(index) == "zero" and scene.number(index + 1) is not None and not scene.breaks(index + 1):
        unit, end = _number(scene, index + 1)
        return (unit, end) if unit is not None and unit < 10 else (None, index)
    number = None if scene.at(index) in ("un", "una") else scene.number(index)
    return (number.value, number.span.end) if number else (None, index)


def _year(scene: Scene, index: int) -> tuple[int | None, int]:
    """A year of four figures, of two, or in words said apart ("ottanta cinque", "mille novecento ottanta cinque")."""
    cursor = scene.skip(index, frozenset({"del", "dell'", "nel", "anno", "l'", "di"}))
    value, end = _number(scene, cursor)
    if value is None or scene.at(end) in MONTHS:
        return None, index
    following, after = _number(scene, end)
    if (
        following is not None
        and 0 < following < 10
        and not scene.at(cursor).isdecimal()
        and value % 10 == 0
        and value % 100
        and not scene.breaks(end)
    ):
        value, end = value + following, after
    if value in (19, 20) and following is not None and following < 100 and (len(scene.at(end)) == 2 or following > 9):
        value, end = value * 100 + following, after
    return _as_year(scene, value), end


def _as_year(scene: Scene, value: int) -> int | None:
    this = scene.today.year
    if 0 <= value < 100:
        return value + (this // 100 * 100 if value <= this % 100 else this // 100 * 100 - 100)
    if 900 <= value <= 999:
        return 1000 + value
    return value if this - _OLDEST <= value <= this else None


def _from_month(scene: Scene, index: int) -> BirthFound | None:
    if scene.at(index) not in MONTHS or _number(scene, index - 1)[0] is not None:
        return None
    year, end = _year(scene, index + 1)
    return _found(scene, Span(index, end if year else index + 1), year, MONTHS[scene.at(index)], None)


def _of_the_year(scene: Scene, index: int) -> bool:
    """ "sono dell'85", "del 1985", "classe 71"."""
    if scene.at(index) not in ("dell'", "del"):
        return False
    value, _ = _number(scene, index + 1)
    if value is None or scene.at(index - 1) not in ("sono", "e", "io", "quello", "quella"):
        return False
    return 32 <= value <= 99 or scene.today.year - _OLDEST <= value <= scene.today.year


def _from_year(scene: Scene, index: int, said: bool) -> BirthFound | None:
    value, _ = _number(scene, index)
    if value is None or scene.number(index - 1) is not None:
        return None
    four = scene.today.year - _OLDEST <= value <= scene.today.year
    marked = (
        scene.at(index - 1) in ("dell'", "del", "nel", "classe", "anno", "l'", "nell'")
        or "'" in scene.before(index)
        or "’" in scene.before(index)
    )
    asked = scene.context.step in _STEPS and value > 31
    if not (four or (marked and (value > 31 or said or scene.context.step in _STEPS)) or asked):
        return None
    year, end = _year(scene, index)
    return _found(scene, Span(index, end), year, None, None) if year and (four or value < 100 or value >= 900) else None
