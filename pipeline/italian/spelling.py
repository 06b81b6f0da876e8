"""A name spelled aloud: letters by their names, by cities, or both ("emme come Milano"), put together again.

Called by `names` with the raw text, because "esse esse" is two letters here and a stutter everywhere else; calls the data only.
It must never know whether the result is a likely name.
"""

import re

from pipeline.italian.names_words import CITIES, LETTERS
from pipeline.italian.wordlists import word_set
from pipeline.italian.words import fold

_WORD = re.compile(r"[^\W\d_]+")
_JOINED = (
    ("vu doppia", "w"),
    ("doppia vu", "w"),
    ("doppio vu", "w"),
    ("i lunga", "j"),
    ("i greca", "y"),
    ("i greco", "y"),
    ("y greca", "y"),
)
_LEAST_LETTERS = 3
_INTRODUCTIONS = word_set("si scrive allora le faccio lo spelling spello glielo il cognome nome mio sarebbe sono ehm quindi dunque ecco")


def read(text: str) -> str | None:
    """The word that was spelled, in lower case; None when fewer than three letters or anything else was said."""
    folded = fold(text[:300])
    for spoken, letter in _JOINED:
        folded = folded.replace(spoken, letter)
    words = _WORD.findall(folded)
    while words and words[0] in _INTRODUCTIONS and words[0] not in CITIES:
        words.pop(0)
    if not words or not any(word in CITIES or len(word) < 3 or word in LETTERS for word in words):
        return None
    return _letters(words)


def _letters(words: list[str]) -> str | None:
    spelled: list[str] = []
    place = 0
    while place < len(words):
        word = words[place]
        if word in ("doppia", "doppio", "due") and place + 1 < len(words):
            letter = _letter(words[place + 1])
            if letter is None:
                return None
            spelled.append(letter * 2)
            place += 2
        else:
            letter = _letter(word)
            if letter is None:
                return None
            spelled.append(letter)
            place += 1
        if place + 1 < len(words) and words[place] == "come":
            place += 2
    return "".join(spelled) if len("".join(spelled)) >= _LEAST_LETTERS and len(spelled) > 1 else None


def _letter(word: str) -> str | None:
    return LETTERS.get(word) or CITIES.get(word)
