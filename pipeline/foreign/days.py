"""Days named in a question, in four languages: relative words, weekdays, day and month in digits or words.

Called by `understand` and by `pipeline.knowledge` for questions without a Parse. Calls `languages`. Small on purpose: bookings in
Italian are read by `pipeline.italian`, those in other languages are translated first. Conventions: contract section 3.
"""

import re
from datetime import date, timedelta

from pipeline.foreign.languages import Language
from pipeline.foreign.topics import flat

_WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "it": ("luned", "marted", "mercoled", "gioved", "venerd", "sabat", "domenic"),
    "en": ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    "es": ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"),
    "pt": ("segunda", "terca", "quarta", "quinta", "sexta", "sabado", "domingo"),
}
_MONTHS: dict[Language, tuple[str, ...]] = {
    "it": (
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ),
    "en": ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"),
    "es": ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    "pt": ("janeiro", "fevereiro", "marco", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"),
}
_RELATIVE: dict[Language, tuple[tuple[str, int], ...]] = {
    "it": ((r"\bdopodomani\b", 2), (r"\bdomani\b", 1), (r"\boggi\b|\bstasera\b|\badesso\b|(?<!che )\bora siete\b", 0)),
    "en": ((r"day after tomorrow", 2), (r"\btomorrow\b", 1), (r"\btoday\b|\btonight\b|\bnow\b", 0)),
    "es": ((r"pasado manana", 2), (r"(?<!la )(?<!esta )\bmanana\b", 1), (r"\bhoy\b|\besta noche\b|\bahora\b", 0)),
    "pt": ((r"depois de amanha", 2), (r"\bamanha\b", 1), (r"\bhoje\b|\besta noite\b|\bagora\b", 0)),
}
_NOW = re.compile(
    r"\b(?:adesso|(?<!che )ora siete|(?:siete|sei|e) (?:ancora|gia) apert[oaie]|still open"
    r"|in questo momento|now|right now|ahora|agora|neste momento)\b"
)
_NUMERIC = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?\b")
_PARTICULAR = re.compile(r"\b(?:questo|prossimo|prossima|this|next|este|esta|proximo|proxima|que viene|que vem|coming)\b|\d")


def weekday_of(text: str, language: Language) -> int | None:
    """The weekday named (0 = Monday), None where none is."""
    heard = flat(text)
    for number, name in enumerate(_WEEKDAYS[language]):
        if re.search(rf"\b{name}{'s?' if language in ('en', 'es', 'pt') else '[a-z]{0,2}'}\b", heard):
            return number
    return None


def habitual(text: str) -> bool:
    """Whether a weekday is meant as a habit ("il sabato siete aperti?") and not as one day of the calendar."""
    return _PARTICULAR.search(flat(text)) is None


def means_now(text: str) -> bool:
    """Whether the question is about this very moment."""
    return _NOW.search(flat(text)) is not None


def day_of(text: str, language: Language, today: date) -> date | None:
    """The calendar day named, the next one not past; None where none is or where it does not exist."""
    heard = flat(text)
    for pattern, distance in _RELATIVE[language]:
        if re.search(pattern, heard):
            return today + timedelta(days=distance)
    written = _written(heard, language, today)
    if written is not None:
        return written
    weekday = weekday_of(text, language)
    if weekday is None:
        return None
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _written(heard: str, language: Language, today: date) -> date | None:
    numeric = _NUMERIC.search(heard)
    if numeric:
        return _next_date(int(numeric[1]), int(numeric[2]), numeric[3], today)
    for month, name in enumerate(_MONTHS[language], start=1):
        found = re.search(rf"\b(\d{{1,2}})(?:st|nd|rd|th|o)? (?:of |de |di )?{name}\b|\b{name} (\d{{1,2}})(?:st|nd|rd|th)?\b", heard)
        if found:
            return _next_date(int(found[1] or found[2]), month, None, today)
    return None


def _next_date(day: int, month: int, year: str | None, today: date) -> date | None:
    years = [int(year) if len(year) == 4 else 2000 + int(year)] if year else [today.year, today.year + 1, today.year + 2]
    for candidate in years:
        try:
            found = date(candidate, month, day)
        except ValueError:
            found = None
        if found is not None and (year or found >= today):
            return found
    return None
