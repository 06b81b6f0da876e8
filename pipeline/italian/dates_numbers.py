"""Days said by number: "il 16", "ventidue di maggio", "21/5", "18-3-26", "il 5 del mese prossimo", "24 del 12".

Called by `dates` and `dates_weekdays`; calls the calendar arithmetic. It must never know of clocks: what looks like one
("15.30", "17 e 30") is refused here and left to `times`.
"""

import datetime as dt

from pipeline.italian import bare_numbers
from pipeline.italian.dates_words import (
    LATER,
    MONTHS,
    NEXT,
    OF,
    SHORT_MONTHS,
    THIS,
    WEEKDAYS,
    DateFound,
    Kind,
    add_months,
    make,
    next_day_number,
    next_day_of_month,
    year_of,
)
from pipeline.italian.scene import Scene
from pipeline.italian.times_nouns import COUNTED
from pipeline.italian.words import Span

_LICENCE = frozenset({"il", "l'", "al", "all'", "dal", "dall'", "del", "dell'", "sul", "sull'", "giorno", "nel", "i", "dopo-il"})
_CLOCKWORDS = frozenset({"alle", "le", "ore", "h", "dalle", "delle", "ora", "sulle", "alla"})
_COUNTED = COUNTED | {"quarti", "quarto", "mila"}
_OF_A_PLACE = frozenset((("in", "basso"), ("in", "alto"), ("a", "destra"), ("a", "sinistra"), ("di", "sotto"), ("di", "sopra")))
"""After the number of a tooth or a wheel ("il sei in basso a destra")."""
_OF_A_RATE = frozenset({"iva", "sconto", "interessi"})
"""Before a percentage said without its sign ("iva al 22")."""
_OPTION_STEPS = frozenset({"disambiguazione", "alternative", "appuntamento", "servizi", "operatore", "conferma"})
_BEFORE_A_DATE = frozenset({"", "per", "entro", "verso", "data", "dopo", "prima", "o", "e", "facciamo", "meglio"})
_ANY_OF = frozenset({"qualsiasi", "qualunque", "qualsivoglia", "dei", "degli", "delle", "che", "a", "alla", "tra", "fra"})
"""After "uno" they make it anybody or anything: "mercoledì, uno qualsiasi dei ragazzi"."""
_LAST_DAY, _MONTHS, _CENTURY = 31, 12, 100
_MINUTE_WORDS = frozenset({"mezza", "mezzo", "quarto", "un", "tre"})


def read(scene: Scene, index: int, licensed: bool = False) -> DateFound | None:
    """The day that begins with this number; `licensed` when what stands before makes a bare number a day."""
    if scene.words[index].is_number and scene.at(index):
        numeric = _numeric(scene, index)
        if numeric:
            return numeric
    day, end = _day_number(scene, index)
    if day is None or scene.at(index - 1) in _CLOCKWORDS or any(_long_past(scene, start) for start in range(index - 2, index + 1)):
        return None
    return _with_month(scene, index, day, end) or _bare(scene, index, day, end, licensed)


def _day_number(scene: Scene, index: int) -> tuple[int | None, int]:
    norm = scene.at(index)
    if norm == "primo":
        return 1, index + 1
    number = scene.number(index)
    if norm == "uno" and index + 1 < len(scene.words) and scene.words[index + 1].norm in _ANY_OF:
        return None, index
    if number is None or norm in ("un", "una") or not 0 < number.value <= 99 or (number.digits and len(norm) > 2):
        return None, index
    return number.value, number.span.end


def dated(scene: Scene, span: tuple[int, int], day: dt.date | None, kind: Kind = "date") -> DateFound:
    """A day as found: without one it is impossible, before today it is past."""
    place = Span(*span)
    if day is None:
        return DateFound(place, None, None, kind, problem="impossible")
    if day < scene.today:
        return DateFound(place, day, day, kind, problem="past")
    return DateFound(place, day, day, kind)


def _with_month(scene: Scene, index: int, day: int, end: int) -> DateFound | None:
    cursor = end + 1 if scene.at(end) in ("di", "d'", "del") else end
    if scene.matches(cursor, ("mese", "di")):
        cursor += 2
    name = scene.at(cursor)
    month = MONTHS.get(name) or (SHORT_MONTHS.get(name) if cursor == end or name != "mar" else None)
    if month is None or (cursor == end and scene.breaks(cursor) and scene.before(cursor).strip() not in (".", "-", "/")):
        return _of_this_month(scene, index, day, cursor) or _of_month_number(scene, index, day, end)
    year, after = year_after(scene, cursor + 1)
    if year is not None:
        return dated(scene, (index, after), make(year, month, day))
    return dated(scene, (index, after), next_day_of_month(scene.today, day, month))


def year_after(scene: Scene, index: int) -> tuple[int | None, int]:
    """A year standing here ("2026", "del 2026", "duemilaventisei") and where it ends; (None, index) when there is none."""
    cursor = index + 1 if scene.at(index) in ("del", "dell'", "nel", "l'") else index
    number = scene.number(cursor)
    if number is None or (cursor == index and scene.breaks(cursor) and scene.before(cursor).strip() not in "'’/-."):
        return None, index
    if 1900 <= number.value <= 2199:
        return number.value, number.span.end
    apostrophe = scene.before(cursor).strip() in ("'", "’", "/", "-") or (cursor > 0 and scene.at(cursor - 1) == "dell'")
    year = year_of(number.value, 2) if apostrophe and number.digits and len(scene.at(cursor)) == 2 else None
    return (year, number.span.end) if year else (None, index)


def _of_this_month(scene: Scene, index: int, day: int, cursor: int) -> DateFound | None:
    """ "il 5 del mese prossimo", "il 20 di questo mese", "il 10 corrente mese", "il 22 prossimo venturo"."""
    ahead, end = None, cursor
    first, second = scene.at(cursor), scene.at(cursor + 1)
    if first == "mese" and scene.at(cursor - 1) in OF:
        ahead = 1 if second in NEXT or second in LATER or second == "dopo" else 0
        end = cursor + 2 if ahead or second == "corrente" else cursor + 1
    elif first in NEXT and second == "mese":
        ahead, end = 1, cursor + 2
    elif (first in THIS or first == "corrente") and second == "mese":
        ahead, end = 0, cursor + 2
    if ahead is None:
        return None
    base = add_months(scene.today.replace(day=1), ahead)
    return dated(scene, (index, end), make(base.year, base.month, day))


def _of_month_number(scene: Scene, index: int, day: int, end: int) -> DateFound | None:
    """ "il 24 del 12"; at the question for the day also "quindici dodici"."""
    spoken = scene.at(end) in ("del", "dello") and scene.at(index - 1) in _LICENCE | {""}
    asked = scene.context.step == "data" and bare_numbers.answers(scene, index, end)
    bare = (asked or _year(scene, end)) and not scene.breaks(end) and scene.at(end) not in ("del", "dello")
    cursor = end + 1 if spoken else end
    month = scene.number(cursor)
    figures = bare and _three_pairs(scene, index)
    if not (spoken or bare) or month is None or not 1 <= month.value <= 12 or scene.at(cursor) in ("un", "una"):
        return None
    if (
        scene.at(month.span.end) in _COUNTED
        or scene.at(month.span.end) in ("e", "meno")
        or (scene.number(month.span.end) and not (figures or _year(scene, cursor)))
    ):
        return None
    if month.digits and scene.at(cursor) == "00":
        return None
    year, after = year_after(scene, month.span.end)
    if year is None and figures:
        year, after = 2000 + int(scene.at(index + 2)), index + 3
    found = make(year, month.value, day) if year else next_day_of_month(scene.today, day, month.value)
    return dated(scene, (index, after), found) if found or day > 31 else None


def _three_pairs(scene: Scene, index: int) -> bool:
    """ "17 03 26", "12 3 26": day, month and a year not past."""
    return _figures(scene, index) and 0 <= int(scene.at(index + 2)) - scene.today.year % 100 <= 1


def _long_past(scene: Scene, index: int) -> bool:
    """ "12 12 88", "dodici dodici ottantotto": somebody's birth, where no hour can be meant by the last of them; no day to come on."""
    said = [scene.number(index + at) if index >= 0 else None for at in range(3)]
    day, month, year = (each.value if each is not None and len(each.span) == 1 else 0 for each in said)
    return 1 <= day <= _LAST_DAY and 1 <= month <= _MONTHS and _LAST_DAY < year < _CENTURY


def _figures(scene: Scene, index: int) -> bool:
    """Whether three figures stand here that can be a day, a month and the last two figures of a year."""
    day, month, year = (scene.at(index + at) for at in range(3))
    said = all(each.isdecimal() and len(each) <= 2 for each in (day, month, year)) and len(year) == 2
    return said and 1 <= int(day) <= _LAST_DAY and 1 <= int(month) <= _MONTHS


def _year(scene: Scene, cursor: int) -> bool:
    number = scene.number(cursor + 1)
    return number is not None and 1900 <= number.value <= 2199


def _is_counted(scene: Scene, end: int) -> bool:
    """Whether what the number counts follows; in "martedì 17, ore dieci" a clock begins."""
    if scene.at(end) in WEEKDAYS and scene.at(end - 2) in ("tra", "fra"):
        return True
    second = scene.number(end + 1) if scene.at(end) == "o" else None
    if second is not None and scene.at(second.span.end) in ("giorni", "settimane", "mesi"):
        return True
    at = end + 1 if scene.at(end) in ("quello", "quella") else end
    if (scene.at(at), scene.at(at + 1)) in _OF_A_PLACE or scene.at(end - 3) in _OF_A_RATE:
        return True
    clock = scene.at(end) == "ore" and scene.number(end + 1) is not None
    return scene.at(end) in _COUNTED and not clock


def _bare(scene: Scene, index: int, day: int, end: int, licensed: bool) -> DateFound | None:
    previous = scene.at(index - 1)
    if day > 31 or _is_counted(scene, end) or scene.matches(end, ("per", "cento")) or "%" in scene.before(end) or _is_money(scene, end):
        return None
    if scene.at(end) == "per" and scene.number(end + 1) is not None:
        return None
    if scene.at(index) == "primo" and not _first_is_a_day(scene, end):
        return None
    listed = scene.context.step in _OPTION_STEPS and (scene.context.step != "conferma" or scene.context.options)
    if listed and previous in ("il", "l'", "") and day <= (scene.context.options or 5):
        return None
    articled = previous in _LICENCE and not (previous == "all'" and day == 1) and not (previous == "i" and day < 2)
    asked = scene.context.step == "data" and previous not in _CLOCKWORDS and bare_numbers.answers(scene, index, end)
    if not (articled or licensed or asked) or _are_minutes(scene, index):
        return None
    if (not articled or scene.before(end) == ":") and minutes_follow(scene, end):
        return None
    found = next_day_number(scene.today, day)
    return dated(scene, (index, end), found, "number")


def _are_minutes(scene: Scene, index: int) -> bool:
    """ "alle 17 e 15": the number before is an hour, this one its minutes."""
    if scene.before(index) == ":" and scene.at(index - 1).isdecimal():
        return True
    cursor = index - 1 if scene.at(index - 1) in ("e", "meno") else index
    return scene.number(cursor - 1) is not None and scene.at(cursor - 2) in _CLOCKWORDS


def _is_money(scene: Scene, end: int) -> bool:
    marks = scene.before(end) if end < len(scene.words) else scene.words[-1].after
    return "€" in marks or "$" in marks or "%" in marks


def _first_is_a_day(scene: Scene, end: int) -> bool:
    """ "il primo" is the first of the month only when a day was asked for and nothing is named first ("il primo posto")."""
    following = scene.at(end)
    second = scene.number(end + 1) or scene.number(end + 2)
    if following in ("o", "e") and second is not None and scene.at(second.span.end) in MONTHS:
        return True
    if following == "o" and scene.at(end + 1) in ("il", "l'") and second is not None and scene.breaks(second.span.end):
        return True
    return scene.context.step == "data" and (not following or scene.breaks(end) or following in ("alle", "di", "va", "se", "o", "e", "al"))


def minutes_follow(scene: Scene, end: int) -> bool:
    """Whether the number just read is an hour: "17 e 30", "15:30", "15 30", "9 meno un quarto"."""
    following = scene.at(end)
    if following in ("e", "meno"):
        number = scene.number(end + 1)
        return scene.at(end + 1) in _MINUTE_WORDS or (
            number is not None and number.value < 60 and number.value % 5 == 0 and not number.value > 31 - 1
        )
    if not following.isdecimal() or len(following) != 2 or (scene.before(end + 1) in (":", ".") and scene.at(end + 1).isdecimal()):
        return False
    return int(following) < 60 and (scene.before(end) in (":", ".", " ", ",") or scene.before(end).strip() in ("", ":"))


def _numeric(scene: Scene, index: int) -> DateFound | None:
    """21/5, 21.5, 21-5-26, 24/03/2026, 2026-05-21; a clock written with a full stop is not one."""
    first, second, third = scene.at(index), scene.at(index + 1), scene.at(index + 2)
    mark = scene.before(index + 1).strip() if second.isdecimal() else ""
    if (
        mark not in ("/", "-", ".")
        or len(scene.before(index + 1)) > 3
        or (index and scene.words[index].glued and scene.at(index - 1).isdecimal())
    ):
        return None
    last = scene.before(index + 2).strip() if third.isdecimal() else ""
    if len(first) == 4 and last == mark and len(second) <= 2 and len(third) <= 2:
        return dated(scene, (index, index + 3), make(int(first), int(second), int(third)))
    if len(first) > 2 or len(second) > 2:
        return None
    if last == mark and len(third) == 2 and _long_past(scene, index):
        return None  # "8/9/59" is no day in thirty years' time
    year = year_of(int(third), len(third)) if last == mark else None
    if last == mark and year is None and len(third) >= 3:
        return None
    if year is None and not _reads_as_date(scene, index, mark):
        return None
    return _day_month_year(scene, index, year)


def _day_month_year(scene: Scene, index: int, year: int | None) -> DateFound | None:
    day, month, end = int(scene.at(index)), int(scene.at(index + 1)), index + (3 if year else 2)
    if not 1 <= month <= 12 or day == 0:
        return None
    if year is None:
        year, end = year_after(scene, end)
    if year is not None:
        return dated(scene, (index, end), make(year, month, day))
    return dated(scene, (index, end), next_day_of_month(scene.today, day, month))


def _reads_as_date(scene: Scene, index: int, mark: str) -> bool:
    """Whether two figures with this mark between them are a day and a month rather than a clock or a range of hours."""
    previous, second = scene.at(index - 1), scene.at(index + 1)
    if int(second) > 12 or int(second) == 0 or int(scene.at(index)) > 31 or "€" in scene.before(index):
        return False
    if previous in _CLOCKWORDS:
        return False
    if mark == "/":
        return True
    licensed = previous in _LICENCE or scene.context.step in ("data", "data_nascita")
    if mark == "-":
        return licensed
    return licensed or (len(second) == 1 and (previous in _BEFORE_A_DATE or previous in WEEKDAYS))
