"""Number words and digits as values: "ventitré", "duecento", "millenovecentottantacinque", "due mila", "primo".

Called by dates, times and phones; calls `words`. It must never know whether a number is a day, an hour or a quantity.
text2num reads the same words, but turns "un quarto" into "1 4º": clock phrases need the words as they were said.
"""

from dataclasses import dataclass
from functools import lru_cache

from pipeline.italian.words import Span, Word

UNITS = {
    "zero": 0, "uno": 1, "una": 1, "un": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "otto": 8, "nove": 9,
    "dieci": 10, "undici": 11, "dodici": 12, "tredici": 13, "quattordici": 14, "quindici": 15, "sedici": 16, "diciassette": 17,
    "diciotto": 18, "diciannove": 19,
}  # fmt: skip
_TENS = {
    "vent": 20, "trent": 30, "quarant": 40, "cinquant": 50, "sessant": 60, "settant": 70, "ottant": 80, "novant": 90,
}  # fmt: skip
_HEARD = {"diciasete": 17, "quatro": 4, "cinqe": 5, "sete": 7, "oto": 8, "dicianove": 19, "diciasette": 17, "dicassette": 17, "sei'": 6}
"""Spellings recognisers and callers in a hurry produce."""

ORDINALS = {
    "primo": 1, "prima": 1, "secondo": 2, "seconda": 2, "terzo": 3, "terza": 3, "quarto": 4, "quarta": 4, "quinto": 5, "quinta": 5,
    "sesto": 6, "sesta": 6, "settimo": 7, "settima": 7, "ottavo": 8, "ottava": 8, "nono": 9, "nona": 9, "decimo": 10, "decima": 10,
    "ultimo": -1, "ultima": -1, "penultimo": -2, "penultima": -2,
}  # fmt: skip
COLLECTIVES = {"paio": 2, "decina": 10, "dozzina": 12, "quindicina": 15, "ventina": 20, "trentina": 30, "quarantina": 40, "cinquantina": 50}
_LONGEST = 60
_CUT = 6
"""Letters from which a number word is known without its last vowel ("diciannov")."""


def _under_hundred() -> dict[str, int]:
    table = dict(UNITS)
    for stem, tens in _TENS.items():
        table[stem + ("i" if tens == 20 else "a")] = tens
        for word, unit in UNITS.items():
            if 0 < unit < 10:
                joined = stem if word[0] in "uo" else stem + ("i" if tens == 20 else "a")
                table[joined + word] = tens + unit
                table[stem + ("i" if tens == 20 else "a") + word] = tens + unit
        table[stem + "un"] = tens + 1
    return table | _HEARD


SMALL = _under_hundred()


@dataclass(frozen=True, slots=True)
class NumberFound:
    """A number that was said: its value and the words it took; `digits` when it was written in figures."""

    span: Span
    value: int
    digits: bool = False


@lru_cache(maxsize=1024)
def value(norm: str) -> int | None:
    """The value of one number word or run of digits up to 999,999, or None."""
    if norm.isdecimal():
        return int(norm) if len(norm) <= 6 else None
    known = SMALL.get(norm)
    if known is None and len(norm) >= _CUT:
        known = next((SMALL[norm + end] for end in "aeio" if norm + end in SMALL), None)
    if known is not None:
        return known
    return _compound(norm) if len(norm) <= _LONGEST else None


def _compound(norm: str) -> int | None:
    for word, size in (("mila", 1000), ("mille", 1000), ("cento", 100), ("cent", 100)):
        head, found, tail = norm.partition(word)
        if found:
            factor = (None if word == "mila" else 1) if not head else value(head)
            rest = 0 if not tail else value(tail)
            if factor and rest is not None and rest < size and not (size == 100 and factor > 9):
                return factor * size + rest
    return None


def at(words: tuple[Word, ...], index: int) -> NumberFound | None:
    """The number beginning at this word, parts said apart joined ("due mila ventisei", "cento venti"); None when there is none."""
    if not 0 <= index < len(words):
        return None
    first = value(words[index].norm)
    if first is None:
        return None
    if words[index].is_number:
        return NumberFound(Span(index, index + 1), first, True)
    total, end = first, index + 1
    while end < len(words) and end - index < 5 and not words[end].breaks:
        joined = _join(total, words[end].norm)
        if joined is None:
            break
        total, end = joined, end + 1
    return NumberFound(Span(index, end), total)


def _join(total: int, norm: str) -> int | None:
    """Total and the next word as one number, where Italian says them in a row: only after a hundred or a thousand."""
    if norm in ("mila", "mille") and 1 < total < 1000:
        return total * 1000
    following = value(norm) if not norm.isdecimal() and norm not in ("un", "una", "uno") else None
    if following is None or following == 0 or total == 0:
        return None
    if norm == "cento" and 1 < total < 10:
        return total * 100
    if total % 1000 == 0 and following < 1000:
        return total + following
    if total % 100 == 0 and following < 100:
        return total + following
    return None


def read(words: tuple[Word, ...]) -> tuple[NumberFound, ...]:
    """Every number of the utterance in order; "un" and "una" are articles and no numbers here."""
    found: list[NumberFound] = []
    index = 0
    while index < len(words):
        number = None if words[index].norm in ("un", "una") else at(words, index)
        if number is None:
            index += 1
        else:
            found.append(number)
            index = number.span.end
    return tuple(found)
