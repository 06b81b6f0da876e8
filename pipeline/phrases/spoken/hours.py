"""The hours of the clock in words, alone and with the preposition each language wants.

Called by `pipeline.phrases.values` and `pipeline.phrases.ear`. Italian, Spanish and Portuguese count to twenty-four;
English says the part of the day instead.
"""

from datetime import time

from pipeline.phrases.spoken.cardinals import cardinal
from pipeline.phrases.spoken.lexicon import HourWords, lexicon

_NOON = 12
_EVENING = 18


def _english(moment: time) -> str:
    hour = cardinal(moment.hour % 12 or 12, "en")
    minute = "" if not moment.minute else f" {'oh ' if moment.minute < 10 else ''}{cardinal(moment.minute, 'en')}"
    part = "in the morning" if moment.hour < _NOON else "in the afternoon" if moment.hour < _EVENING else "in the evening"
    return f"{hour}{minute} {part}"


def clock_words(moment: time, language: str) -> str:
    """The hour alone: "quindici e trenta", "una", "twelve thirty in the afternoon"."""
    if language == "en":
        return _english(moment)
    hour = "una" if moment.hour == 1 and language == "it" else cardinal(moment.hour, language, "M" if language == "it" else "F")
    return hour + _minutes(moment, language)


def _minutes(moment: time, language: str) -> str:
    return lexicon(language).clock_joint + cardinal(moment.minute, language) if moment.minute else ""


def with_words(moment: time, language: str, words: HourWords) -> str:
    """The hour after its preposition, in words: "alle quindici e trenta", "all'una", "a mezzogiorno"."""
    if moment.hour == 0 and (language != "en" or not moment.minute):
        return words.midnight + _minutes(moment, language)
    if moment.hour == _NOON and not moment.minute:
        return words.noon
    return (words.one if moment.hour == 1 else words.many) + clock_words(moment, language)


def with_figures(moment: time, words: HourWords) -> str:
    """The hour after its preposition, in figures: "alle 15:30", "all'1:00"."""
    return (words.one if moment.hour == 1 else words.many) + figures(moment)


def figures(moment: time) -> str:
    """The hour in figures, "9:00", in every language."""
    return f"{moment.hour}:{moment.minute:02}"
