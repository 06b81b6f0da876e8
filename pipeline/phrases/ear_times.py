"""Dates and hours in words: the first rules of `pipeline.phrases.ear_numbers`.

Pure. Dates are read day first in every language (the business is Italian); what is no valid date or hour is left to later rules.
"""

import re
from datetime import date, time
from functools import cache

from pipeline.phrases.ear_scene import Rule, Scene
from pipeline.phrases.spoken.amounts import duration_words
from pipeline.phrases.spoken.cardinals import cardinal
from pipeline.phrases.spoken.hours import clock_words, with_words
from pipeline.phrases.spoken.lexicon import lexicon
from pipeline.phrases.spoken.ordinals import ordinal
from pipeline.phrases.spoken.readings import reading
from pipeline.phrases.values import Ear

_ISO = re.compile(r"(?<![\d-])(\d{4})-(\d{1,2})-(\d{1,2})(?:T(?=\d)|\b)(?![-\d/])")
_DAY_FIRST = re.compile(r"(?<![\d/.,-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])(?!\.\d)")
_DAY_MONTH = re.compile(r"(?<![\d/.,])(\d{1,2})/(\d{1,2})(?![\d/]|[.,]\d)")
_SECONDS = re.compile(r"(?<!\d)(\d{1,2}[:.]\d{2}):\d{2}(?!\d)")
_ELIDED_FIRST = re.compile(r"\b([Ll]|[Aa]ll|[Dd]all|[Dd]ell|[Nn]ell|[Ss]ull)'(?=primo\b)")
_HOURS_MINUTES = re.compile(r"(?<![\w.,:])(\d{1,2})\s?h\s?([0-5]?\d)(?:\s?(?:min\w*|')(?!\w)|(?![\w:]))")
_MINUTE_MARK = re.compile(r"(?<![\w.,:])([1-9]\d{0,2})\s?'(?!\w)")
_ALL_DAY = re.compile(r"(?<!\w)[hH]\s?24(?!\d)")
_H_BEFORE = re.compile(r"(?<!\w)((?:alle|dalle|ore)\s+)?[hH]\.?\s?(?=\d{1,2}(?:[:.]\d{2})?(?!\w))")
_SLASHED_HOURS = re.compile(r"(\d{1,2}:\d{2})\s*/\s*(?=\d{1,2}:\d{2})")
_CENTURY = 100
_PIVOT = 69
"""Two figures of a year below this are of this century."""


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _said(day: date, scene: Scene, *, with_year: bool) -> str:
    ear = Ear(scene.language, scene.today or day)
    if with_year and (scene.today is None or day.year != scene.today.year):
        return ear.birth(day)
    said = ear.birth(day)
    return said[: -len(scene.words.with_year.format(day="", year=ear.year(day.year)))]


def _iso(text: str, scene: Scene) -> str:
    def words(match: re.Match[str]) -> str:
        day = _date(int(match[1]), int(match[2]), int(match[3]))
        return f"{_said(day, scene, with_year=True)} " if day else match[0]

    return _ISO.sub(words, text)


def _day_first(text: str, scene: Scene) -> str:
    def words(match: re.Match[str]) -> str:
        year = int(match[4])
        if year < _CENTURY:
            year += 2000 if year < _PIVOT else 1900
        day = _date(year, int(match[3]), int(match[1]))
        return _said(day, scene, with_year=True) if day else match[0]

    return _DAY_FIRST.sub(words, text)


def _day_month(text: str, scene: Scene) -> str:
    def words(match: re.Match[str]) -> str:
        day = _date(2024, int(match[2]), int(match[1]))
        return _said(day, scene, with_year=False) if day else match[0]

    return _DAY_MONTH.sub(words, text)


@cache
def _named_month(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    full = "|".join(lexicon(language).months)
    short = "|".join(filter(None, reading(language).short_months))
    of = r"(?:(?:de|di|of)\s+)?"
    year = r"(?:,?\s+(?:(?:de|del|do|of)\s+)?(\d{4})(?!\d|[.,]\d|\s?(?:€|%)))"
    tail = rf"(?:({full}){year}?|({short})(?:\.?{year}|\.))(?![^\W\d_])"
    before = rf"(?<![\d.,:/-])(\d{{1,2}})(?:°|st|nd|rd|th)?\s+{of}{tail}"
    after = rf"(?<!\w)({full})\s+(?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th)?{year}?(?![\w:]|[.,]\d)"
    return re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE)


def _month_number(name: str, scene: Scene) -> int:
    key = name.lower()
    months = [month.lower() for month in scene.words.months]
    return (months.index(key) if key in months else scene.table.short_months.index(key)) + 1


def _named(text: str, scene: Scene) -> str:
    before, after = _named_month(scene.language)

    def words(whole: str, number: str, name: str, year: str | None) -> str:
        day = _date(int(year) if year else 2024, _month_number(name, scene), int(number))
        return _said(day, scene, with_year=year is not None) if day else whole

    text = before.sub(lambda m: words(m[0], m[1], m[2] or m[4], m[3] or m[5]), text)
    text = after.sub(lambda m: words(m[0], m[2], m[1], m[3]), text) if scene.language == "en" else text
    return _articles(text, scene)


def _articles(text: str, scene: Scene) -> str:
    """The article before a date made right: "on the the fifth" in English, "l'1 marzo" in Italian."""
    if scene.language == "it":
        return _ELIDED_FIRST.sub(lambda m: ("Il " if m[1] == "L" else "il ") if m[1] in "lL" else f"{m[1][:-1]} ", text)
    return re.sub(r"\b([Tt]he) the ", r"\1 ", text) if scene.language == "en" else text


@cache
def _day_span(language: str) -> re.Pattern[str]:
    first, _ = reading(language).day_span
    months = "|".join(lexicon(language).months)
    end = rf"(?=\s+(?:(?:de|of)\s+)?(?:{months})(?![^\W\d_])|/(?:0?[1-9]|1[0-2])(?!\d))"
    return re.compile(rf"(?<![\d.,:/-])(?:{first}\s+)?(\d{{1,2}})\s?-\s?(\d{{1,2}}){end}", re.IGNORECASE)


def _day_spans(text: str, scene: Scene) -> str:
    """ "24-26 dicembre" goes from the one to the other."""
    first, last = scene.table.day_span
    return _day_span(scene.language).sub(rf"{first} \1 {last} \2", text)


def _weekday_first(text: str, scene: Scene) -> str:
    """A weekday before a bare 1: the first of the month."""
    if scene.language not in ("it", "pt"):
        return text
    names = "|".join(scene.words.weekdays)
    return re.sub(rf"(?<!\w)({names}),?\s+1(?![\d°ª]|[.,:/-]\d|\s?[hx€%])", rf"\1 {ordinal(1, scene.language)}", text, flags=re.IGNORECASE)


@cache
def _hour_patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    prefixes = "|".join(sorted((re.escape(key) for key in reading(language).hour_prefixes), key=len, reverse=True))
    context = "|".join(reading(language).hour_context)
    clock = r"([01]?\d|2[0-4])"
    prefixed = rf"(?:(?<!\w)({prefixes})\s?)?"
    noon = r"(?:\s?([ap])(?:\.\s?m\.|m\b))?" if language == "en" else "()"
    marked = rf"{prefixed}(?<![\d.,:/])({clock}:([0-5]\d)){noon}(?:\s?h\b)?(?![\d:])"
    bare = rf"(?<!\w)({prefixes})\s?{clock}(?:[.h]([0-5]\d)|h)?{noon}(?![\d:%°€/-]|[.,]\d|\w)"
    named = rf"(?<!\w)({context})\s+{clock}[.]([0-5]\d)(?!\d|[.,]\d)"
    span = rf"{prefixed}(?<![\d.,:/-]){clock}(?:[:.]([0-5]\d))?\s*-\s*{clock}(?:[:.]([0-5]\d))?(?![\d:%€-]|[.,]\d|\s?€)"
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (span, marked, bare, named))  # type: ignore[return-value]


def _time(hour: str, minute: str | None, half: str | None = None) -> time:
    number = int(hour) % 24
    if half:
        number = number % 12 + (12 if half.lower() == "p" else 0)
    return time(number, int(minute or 0))


def _spoken(moment: time, prefix: str | None, scene: Scene) -> str:
    key = (prefix or "").lower()
    words = scene.table.hour_prefixes.get(key)
    said = with_words(moment, scene.language, words) if words else clock_words(moment, scene.language)
    return said[:1].upper() + said[1:] if prefix and prefix[0].isupper() else said


@cache
def _opening(language: str) -> re.Pattern[str]:
    """Whether what stands before makes two bare numbers hours: a weekday, or a word such as "ore"."""
    table, words = reading(language), lexicon(language)
    names = "|".join((*words.weekdays, *table.hour_context))
    return re.compile(rf"(?<!\w)(?:{names})(?:\W|$)", re.IGNORECASE)


def _spans(text: str, scene: Scene) -> str:
    pattern = _hour_patterns(scene.language)[0]
    opening = _opening(scene.language)
    hours = False
    text = _SLASHED_HOURS.sub(r"\1-", text)

    def words(match: re.Match[str]) -> str:
        nonlocal hours
        prefix, first, first_minute, last, last_minute = match.groups()
        clear = prefix or (":" in match[0]) or opening.search(text, max(0, match.start() - 60), match.start())
        hours = bool(clear) or hours
        if not hours or int(last) <= int(first):
            return match[0]
        begin, end = _time(first, first_minute), _time(last, last_minute)
        return Ear(scene.language, date(2024, 1, 1)).from_to(begin, end)

    return pattern.sub(words, text)


def _lengths(text: str, scene: Scene) -> str:
    """ "2h30", "1h 30min", "30'": lengths of time; in Portuguese "15h30" is an hour of the day."""
    if scene.language != "pt":
        text = _HOURS_MINUTES.sub(lambda m: duration_words(int(m[1]) * 60 + int(m[2]), scene.language, spelled=True), text)
    return _MINUTE_MARK.sub(lambda m: duration_words(int(m[1]), scene.language, spelled=True), text)


def _italian_h(text: str, scene: Scene) -> str:
    """The "h" that Italians write before an hour."""
    if scene.language != "it":
        return text
    text = _ALL_DAY.sub("24 ore su 24", text)
    return _H_BEFORE.sub(lambda m: m[1] if m[1] else "ore ", text)


def _hours(text: str, scene: Scene) -> str:
    _, marked, bare, named = _hour_patterns(scene.language)
    text = _SECONDS.sub(r"\1", text)
    text = marked.sub(lambda m: _spoken(_time(m[3], m[4], m[5]), m[1], scene), text)
    text = bare.sub(lambda m: _bare_hour(m, scene), text)
    return named.sub(lambda m: f"{m[1]} {clock_words(_time(m[2], m[3]), scene.language)}", text)


def _bare_hour(match: re.Match[str], scene: Scene) -> str:
    prefix, hour, minute, half = match.groups()
    if not minute and not half:
        if scene.language == "en":
            return f"{prefix} {cardinal(int(hour), 'en')}"
        if (prefix.endswith("'") or prefix.lower() in ("la", "da", "de la")) and hour != "1":
            return match[0]
    return _spoken(_time(hour, minute, half), prefix, scene)


@cache
def _half_day() -> re.Pattern[str]:
    return re.compile(r"(?<![\d.,:])(1[0-2]|0?[1-9])\s?([ap])\.?\s?m\b", re.IGNORECASE)


def _half_days(text: str, scene: Scene) -> str:
    """English "3 pm" without minutes."""
    if scene.language != "en":
        return text
    text = re.sub(r"(?<=[ap]m)\s?-\s?(?=\d)", " to ", text, flags=re.IGNORECASE)
    return _half_day().sub(lambda m: clock_words(_time(m[1], None, m[2]), "en"), text)


_ITALIAN_DOT = re.compile(r"(?<![\d.,])([01]?\d|2[0-3])\.([0-5]\d)(?!\d|[.,]\d|\s?(?:€|%|[kcm]?[mgl]\b))")


def _dotted_hours(text: str, scene: Scene) -> str:
    """ "9.30" alone is an hour to an Italian, whose decimals take a comma."""
    if scene.language != "it":
        return text
    return _ITALIAN_DOT.sub(lambda m: clock_words(_time(m[1], m[2]), "it"), text)


DATE_RULES: tuple[Rule, ...] = (_iso, _day_first, _named)
HOUR_RULES: tuple[Rule, ...] = (_half_days, _italian_h, _spans, _hours, _lengths, _weekday_first, _dotted_hours)
DAY_SPAN_RULES: tuple[Rule, ...] = (_day_spans,)
SHORT_DATE_RULES: tuple[Rule, ...] = (_day_month,)
