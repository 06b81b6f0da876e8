"""The vocabulary of days, and the arithmetic of the calendar conventions.

Called by every dates module; calls `words`. Conventions: contract section 3 (a weekday is the next one after today, a bare
day the next one not past). It must never know in which words a day was said.
"""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.italian.words import Span

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(days=7)

Kind = Literal["relative", "weekday", "number", "date", "feast", "week", "month", "weekend", "stretch"]
"""What was said: a weekday can be moved into a week said elsewhere, a number can be tied to a weekday beside it."""


@dataclass(frozen=True, slots=True)
class DateFound:
    """One day or stretch of days that was said: `first` to `last` both included, None = open; a day has both equal.

    `also` = other days fairly meant, to be offered; `choices` = readings that must be asked (then `first` is only the nearest).
    """

    span: Span
    first: dt.date | None
    last: dt.date | None
    kind: Kind
    weekday: int | None = None
    """Set when a weekday was named alone: it may be an exclusion."""
    also: tuple[dt.date, ...] = ()
    choices: tuple[dt.date, ...] = ()
    conflict: str | None = None
    problem: Literal["past", "impossible"] | None = None
    approximate: bool = False
    fixed: bool = True
    """False for a weekday without any week said: a week said elsewhere in the sentence moves it there."""
    habitual: bool = False
    """A weekday with its article ("il lunedì", "di lunedì")."""

    @property
    def is_day(self) -> bool:
        """Whether it is one day and not a stretch."""
        return self.kind not in ("week", "month", "weekend", "stretch")

    def spanning(self, start: int, end: int) -> "DateFound":
        """The same, covering these words."""
        return replace(self, span=Span(start, end))


_WEEKDAY_FORMS = (
    ("lunedi", "luned", "lune", "lunedj", "lundi", "lunedii", "luneddi"),
    ("martedi", "marted", "marte", "mart", "martdi", "marterdi", "martedii"),
    ("mercoledi", "mercoled", "mercole", "merc", "mercoldi", "mercolede", "mercoledii", "mercore", "miercuri"),
    ("giovedi", "gioved", "giove", "giov", "giovdi", "giovedii", "giuvedi"),
    ("venerdi", "venerd", "vener", "vene", "venedi", "venderdi", "venerdii"),
    ("sabato", "sabat", "saba", "sabati", "sabbato", "sabado"),
    ("domenica", "domenic", "domeni", "domeniche", "domenca", "dominica"),
)


def _misheard(name: str) -> set[str]:
    """A weekday as dialects and recognisers write it: one vowel changed, one letter lost, one doubled or put in."""
    changed = {name[:at] + vowel + name[at + 1 :] for at in range(1, len(name)) if name[at] in "aeiou" for vowel in "aeiou"}
    lost = {name[:at] + name[at + 1 :] for at in range(1, len(name))}
    doubled = {name[:at] + name[at] + name[at:] for at in range(1, len(name))}
    put_in = {name[:at] + letter + name[at:] for at in range(1, len(name)) for letter in "rsnlde"} | {name[0] + name}
    return changed | lost | doubled | put_in


WEEKDAYS = {
    form: number for number, name in enumerate(("lunedi", "martedi", "mercoledi", "giovedi", "venerdi")) for form in _misheard(name)
} | {form: number for number, forms in enumerate(_WEEKDAY_FORMS) for form in forms}
SHORT_WEEKDAYS = {"lun": 0, "mar": 1, "mer": 2, "gio": 3, "ven": 4, "sab": 5, "dom": 6}

_MONTH_NAMES = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
)  # fmt: skip
_MONTH_SHORT = ("gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic")
_MONTH_HEARD = {
    "genaio": 1, "gennai": 1, "gennaro": 1, "febraio": 2, "febbrai": 2, "april": 4, "magio": 5, "maggi": 5, "giugn": 6, "lugli": 7,
    "agost": 8, "setembre": 9, "settembr": 9, "sett": 9, "ottobr": 10, "otobre": 10, "novembr": 11, "dicembr": 12, "decembre": 12,
    "marso": 3,
}  # fmt: skip
MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)} | _MONTH_HEARD
SHORT_MONTHS = {name: number for number, name in enumerate(_MONTH_SHORT, 1)}
"""Only right after a day number."""

ARTICLES = frozenset({"il", "lo", "la", "l'", "l", "i", "gli", "le", "un", "una", "un'"})
OF = frozenset({"di", "del", "dell'", "della", "dello", "dei", "degli", "delle", "d'"})
AT = frozenset({"a", "ad", "al", "all'", "alla", "allo", "ai", "alle"})
FROM = frozenset({"da", "dal", "dall'", "dalla", "dallo", "dai", "dalle"})
ON = frozenset({"per", "su", "sul", "sull'", "in", "nel", "nell'", "nella", "nei"})
THIS = frozenset({"questo", "questa", "quest'", "questi", "sto", "sta"})
NEXT = frozenset({"prossimo", "prossima", "prossimi", "prosimo", "prosima", "venturo", "ventura", "entrante"})
LATER = frozenset({"seguente", "successivo", "successiva"})
PAST = frozenset({"scorso", "scorsa", "passato", "passata"})


def next_weekday(today: dt.date, weekday: int) -> dt.date:
    """The next such weekday after today; today's own name is in seven days (contract section 3)."""
    return today + DAY * ((weekday - today.weekday() - 1) % 7 + 1)


def week_of(day: dt.date) -> dt.date:
    """The Monday of that day's week."""
    return day - DAY * day.weekday()


def make(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None when there is no such day."""
    if not (1 <= month <= 12 and dt.MINYEAR <= year < dt.MAXYEAR - 1 and 1 <= day <= month_length(year, month)):
        return None
    return dt.date(year, month, day)


def next_day_number(today: dt.date, number: int) -> dt.date | None:
    """The next day of that number that is not past, today included."""
    year, month = today.year, today.month
    for _ in range(4):
        found = make(year, month, number)
        if found and found >= today:
            return found
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return None


def next_day_of_month(today: dt.date, number: int, month: int) -> dt.date | None:
    """The next such day and month not past, None when neither this year nor the next has it."""
    for year in (today.year, today.year + 1):
        found = make(year, month, number)
        if found and found >= today:
            return found
    return None


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day that many months on, the last of the month where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    year = min(max(year, dt.MINYEAR), dt.MAXYEAR - 2)
    return dt.date(year, month + 1, min(day.day, month_length(year, month + 1)))


def month_length(year: int, month: int) -> int:
    """How many days a month has; `calendar.monthrange` would bring the names of the days in the computer's own language along."""
    return (dt.date(year + month // 12, month % 12 + 1, 1) - DAY).day


def month_bounds(year: int, month: int) -> tuple[dt.date, dt.date]:
    """First and last day of a month."""
    return dt.date(year, month, 1), dt.date(year, month, month_length(year, month))


def next_month_named(today: dt.date, month: int) -> tuple[dt.date, dt.date]:
    """The month of that name that is not wholly past."""
    return month_bounds(today.year + (1 if month < today.month else 0), month)


def plus(day: dt.date, days: int) -> dt.date:
    """The day that many days on; beyond the calendar it stays where it was."""
    try:
        return day + DAY * days
    except OverflowError:
        return day


def year_of(number: int, digits: int) -> int | None:
    """A year from four figures or, as Italians write it, two ("26" = 2026); None when it is none."""
    if digits == 4 and 1900 <= number <= 2199:
        return number
    return 2000 + number if digits == 2 and 20 <= number <= 69 else None
