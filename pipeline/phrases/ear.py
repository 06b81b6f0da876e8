"""Any text for the eye made into text for the ear: FAQ answers, the words of a model, names, prices, links.

Called by `pipeline.stages.speech` and `pipeline.phrases`; calls its own passes (`ear_marks`, `ear_words`, `ear_numbers`). Pure.

Laws: 1. for any string whatever, `speech` returns only letters, spaces, apostrophes, hyphens and `. , ; : ? !` (contract section 3);
2. text that is already fit for the ear comes back unchanged; 3. words of foreign origin are left as they are.
"""

import re
from datetime import date
from functools import lru_cache

from pipeline.phrases.ear_marks import plain_text
from pipeline.phrases.ear_numbers import numbers
from pipeline.phrases.ear_words import addresses, expand, symbols
from pipeline.phrases.spoken.lexicon import known

_STRENGTH = "?!.:;,"
_PAUSES = re.compile(r"[.,;:?!](?:\s*[.,;:?!])+")
_BEFORE_PAUSE = re.compile(r"\s+([.,;:?!])")
_AFTER_PAUSE = re.compile(r"([.,;:?!])(?=[^\s.,;:?!'])")
_LOOSE_HYPHEN = re.compile(r"(?<![^\W\d_])-+|-+(?![^\W\d_])|(?<=-)-+")
_LOOSE_APOSTROPHE = re.compile(r"(?<![^\W\d_])'+|(?<=')'+")
_PASSES = 3
_SPACES = re.compile(r"\s+")


def _allowed(character: str) -> str:
    return character if character.isalpha() or character in " '-.,;:?!" else " "


def _tidy(text: str) -> str:
    """The last filter: nothing outside the alphabet, one pause at a time, the strongest of several."""
    text = "".join(map(_allowed, text))
    text = _LOOSE_APOSTROPHE.sub(" ", _LOOSE_HYPHEN.sub(" ", text))
    text = _PAUSES.sub(lambda m: next(sign for sign in _STRENGTH if sign in m.group()), text)
    text = _AFTER_PAUSE.sub(r"\1 ", _BEFORE_PAUSE.sub(r"\1", text))
    return _SPACES.sub(" ", text).strip().lstrip(".,;:?! ").rstrip(",;: ")


@lru_cache(512)
def speech(text: str, language: str, today: date | None = None) -> str:
    """The text as it should be said in this language; `today` leaves out the year of a date that is this year's."""
    language = known(language)
    text = addresses(plain_text(text), language)
    text = expand(text, language)
    text = numbers(text, language, today)
    text = _tidy(symbols(text, language))
    for _ in range(_PASSES):  # a sign that went may have uncovered an abbreviation
        again = expand(text, language)
        if again == text:
            break
        text = _tidy(again)
    return text
