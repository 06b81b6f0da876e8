"""Which existing appointment a change is about: "la piega di venerdì a sabato", "quello di giovedì", "invece di lunedì".

Called by `parse` after days and hours are known. A moment that says where the appointment is now (its origin) is told from the one where it
shall be by the words before it. It must never decide which appointment is meant.
"""

import datetime as dt

from pipeline.italian.dates_words import DateFound
from pipeline.italian.hearing import Hearing
from pipeline.italian.times_words import TimeFound
from pipeline.italian.when import WhenFound
from pipeline.italian.words import Word

ORIGIN = frozenset(
    [
        "di",
        "del",
        "dello",
        "dell",
        "della",
        "delle",
        "da",
        "dal",
        "dalla",
        "dall",
        "dalle",
        "ho",
        "avevo",
        "avrei",
        "abbiamo",
        "avevamo",
        "fissato",
        "prenotato",
        "preso",
        "segnato",
        "invece",
    ]
)
"""Words before a moment that is the appointment's present one."""
TARGET = frozenset(["a", "al", "alla", "alle", "all", "per", "verso", "in", "su"])
_BACK = 3
_HAS = frozenset(["ho", "avrei", "avevo", "abbiamo", "avevamo", "avremmo"])
_VISITS = ("appuntament", "prenotazion", "visita", "seduta")
_UNABLE = frozenset(["posso", "riesco", "potro", "potrei", "possiamo", "riusciamo", "vengo", "veniamo", "vengono"])

Moment = tuple[dt.date | None, dt.time | None]


def moved_from(hearing: Hearing, when: WhenFound) -> Moment | None:
    """The (day, hour) of the appointment as it stands, or None when only a new time, or none, was said."""
    origins = [*_origins(hearing, when.dates), *(found for found in when.times if _origin(hearing, found))]
    day = next((found.first for found in origins if isinstance(found, DateFound) and found.first == found.last), None)
    clock = next((found for found in origins if isinstance(found, TimeFound) and found.minutes is not None), None)
    if day is None and clock is None:
        return None
    minutes = clock.minutes if clock is not None else None
    return day, dt.time(minutes // 60 % 24, minutes % 60) if minutes is not None and minutes >= _EARLIEST else None


def days_given_up(hearing: Hearing, when: WhenFound) -> tuple[dt.date, ...]:
    """Every day that is said to hold an appointment now ("quello del 12 e quello del 19")."""
    named = (found.first for found in _origins(hearing, when.dates) if found.first == found.last)
    return tuple(dict.fromkeys(day for day in named if day is not None))


def days_refused(hearing: Hearing, when: WhenFound) -> frozenset[dt.date]:
    """The days that are only said not to suit ("sabato non posso, lunedì nemmeno", "lunedì e martedì non posso").

    "Non posso prima delle dieci" refuses no day.
    """
    refused: set[dt.date] = set()
    joined: list[DateFound] = []
    for place, day in enumerate(when.dates):
        before = when.dates[place - 1] if place else None
        gap = [word.norm for word in hearing.words[before.span.end : day.span.start]] if before is not None else [""]
        joined = [*joined, day] if gap in (["e"], ["o"], ["ed"], []) else [day]
        if _refused(hearing.words, day.span.end):
            refused |= {each.first for each in joined if each.first is not None and each.first == each.last}
    return frozenset(refused)


def _refused(words: tuple[Word, ...], end: int) -> bool:
    after = [word.norm for word in words[end : end + _NEAR]]
    cannot = after[:1] == ["non"] and after[1:2] in (["posso"], ["riesco"], ["potrei"], ["possiamo"], ["riusciamo"])
    nor = after[:1] in (["nemmeno"], ["neanche"], ["neppure"], ["manco"]) and (end + 1 >= len(words) or words[end + 1].breaks)
    return (cannot and {"prima", "dopo", "alle", "altro", "che", "se"}.isdisjoint(after)) or nor


_NEAR = 5


def aimed(words: tuple[Word, ...], when: WhenFound) -> bool:
    """Whether a day is said to be the one to move to ("a venerdì", "per il 20")."""
    return any(_target(words, found) for found in when.dates)


def _origins(hearing: Hearing, days: tuple[DateFound, ...]) -> tuple[DateFound, ...]:
    """The days where an appointment is now; of a list ("giovedì e venerdì non posso") all are, or none is."""
    words = hearing.words
    own = {place for place, found in enumerate(days) if _origin(hearing, found)}
    for left in (*range(len(days) - 1), *reversed(range(len(days) - 1))):
        between = {word.norm for word in words[days[left].span.end : days[left + 1].span.start]}
        listed = words[days[left + 1].span.start].norm in _LISTING or not _LISTING.isdisjoint(between)
        if listed and between <= _LISTED_WITH and own & {left, left + 1}:
            own |= {left, left + 1}
    return tuple(found for place, found in enumerate(days) if place in own)


_LISTING = frozenset({"e", "ed", "ne", "che"})
_LISTED_WITH = _LISTING | {"sia", "anche", "il", "quello", "quella", "di", "del", "l'", "questo"}


def _target(words: tuple[Word, ...], found: DateFound) -> bool:
    start = found.span.start
    return words[start].norm in TARGET or any(word.norm in TARGET for word in words[max(0, start - 2) : start])


_EARLIEST = 8 * 60
"""A bare hour below eight may be the afternoon: it does not tell which appointment is meant."""


def _origin(hearing: Hearing, found: DateFound | TimeFound) -> bool:
    """Whether the nearest telling word before a moment, or its own first word, says that the appointment is there now."""
    words, start = hearing.words, found.span.start
    first = words[start].norm
    if first in TARGET:
        return _beside(words, start)
    if first in ORIGIN:
        return True
    after = [word.norm for word in words[found.span.end : found.span.end + _BACK]]
    if _holds_a_visit(hearing, found.span.end):
        return True
    if after[:1] == ["non"] and not _UNABLE.isdisjoint(after):
        return True
    before = [word.norm for word in words[max(0, start - _BACK) : start]]
    for place in range(len(before) - 1, -1, -1):
        if before[place] in TARGET:
            return False
        if before[place] in ORIGIN or (before[place] in _UNABLE and "non" in [word.norm for word in words[max(0, start - 5) : start]]):
            return True
    return False


def _holds_a_visit(hearing: Hearing, end: int) -> bool:
    """ "Domani avrei la pulizia": the verb of having behind the day, and behind it one of our services or an appointment."""
    words = hearing.words
    if end >= len(words) or words[end].norm not in _HAS:
        return False
    places = range(end + 1, min(end + _BACK, len(words)))
    return any(hearing.labels[place] == "SERVICE" or words[place].norm.startswith(_VISITS) for place in places)


def _beside(words: tuple[Word, ...], start: int) -> bool:
    """ "Domani alle 10" after "ho un appuntamento": the hour goes with its day."""
    before = [word.norm for word in words[max(0, start - 4) : start]]
    return "ho" in before or "avevo" in before
