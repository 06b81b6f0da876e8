"""Days and hours in words for the eye, in the four languages.

Called by the calling functions. Calls nothing but `foreign.languages`. The ear has its own reading of these in
`pipeline.phrases.ear`.
"""

from collections.abc import Sequence
from datetime import date, time

from pipeline.foreign.languages import Language
from pipeline.knowledge.texts import say

WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "it": ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    "pt": ("segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"),
}
HABITS: dict[Language, tuple[str, ...]] = {
    "it": ("Il lunedì", "Il martedì", "Il mercoledì", "Il giovedì", "Il venerdì", "Il sabato", "La domenica"),
    "en": ("On Mondays", "On Tuesdays", "On Wednesdays", "On Thursdays", "On Fridays", "On Saturdays", "On Sundays"),
    "es": ("Los lunes", "Los martes", "Los miércoles", "Los jueves", "Los viernes", "Los sábados", "Los domingos"),
    "pt": ("Às segundas", "Às terças", "Às quartas", "Às quintas", "Às sextas", "Aos sábados", "Aos domingos"),
}
_MONTHS: dict[Language, tuple[str, ...]] = {
    "it": ("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre",
           "dicembre"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
    "es": ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    "pt": ("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"),
}  # fmt: skip
_SHAPES: dict[Language, tuple[str, str]] = {
    "it": ("{weekday} {day} {month}", " {year}"),
    "en": ("{weekday} {day} {month}", " {year}"),
    "es": ("{weekday} {day} de {month}", " de {year}"),
    "pt": ("{weekday}, {day} de {month}", " de {year}"),
}

Range = tuple[int, int]
"""From and to, in minutes of the day."""


def day_words(day: date, language: Language, today: date) -> str:
    """ "sabato 14 marzo"; the year only where it is not this one."""
    shape, year = _SHAPES[language]
    written = shape + (year if day.year != today.year else "")
    return written.format(weekday=WEEKDAYS[language][day.weekday()], day=day.day, month=_MONTHS[language][day.month - 1], year=day.year)


def on_day(day: date, language: Language, today: date) -> str:
    """The day as the beginning of a sentence: "Sabato 14 marzo", "On Saturday 14 March", "El sábado 14 de marzo"."""
    text = day_words(day, language, today)
    if language == "pt":
        return f"{'No' if day.weekday() > 4 else 'Na'} {text},"
    text = {"it": "", "en": "On ", "es": "El "}[language] + text
    return text[:1].upper() + text[1:]


def hour(minutes: int) -> str:
    """ "9:00"; midnight at the end of a day is 24:00."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def minutes_of(moment: time) -> int:
    """Minutes since midnight."""
    return moment.hour * 60 + moment.minute


def ranges_words(ranges: Sequence[Range], language: Language) -> str:
    """ "dalle 9:00 alle 13:00 e dalle 14:00 alle 20:00"."""
    told = [say("range", language, a=hour(start), b=hour(end)) for start, end in ranges]
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} {say('and', language)} {told[-1]}"


def week_rows(week: Sequence[Sequence[Range]], language: Language) -> list[str]:
    """One row for each run of days with the same hours, Monday first."""
    rows: list[str] = []
    first = 0
    for weekday in range(1, 8):
        if weekday < 7 and tuple(week[weekday]) == tuple(week[first]):
            continue
        names = WEEKDAYS[language]
        days = names[first] if weekday - first == 1 else say("days_range", language, a=names[first], b=names[weekday - 1])
        hours = ranges_words(week[first], language) if week[first] else say("closed", language)
        rows.append(f"{days}: {hours}")
        first = weekday
    return rows


def subtracted(ranges: Sequence[Range], holes: Sequence[Range]) -> list[Range]:
    """What is left of the ranges once the holes are taken out."""
    left = list(ranges)
    for start, end in holes:
        left = [part for a, b in left for part in ((a, min(b, start)), (max(a, end), b)) if part[0] < part[1]]
    return left


def intersected(ranges: Sequence[Range], others: Sequence[Range]) -> list[Range]:
    """What both hold."""
    return [(max(a, c), min(b, d)) for a, b in ranges for c, d in others if max(a, c) < min(b, d)]
