"""A telephone number as it was spoken: where a text says its digits in words, one by one or in groups.

Used by `store.person`. Pure. How a number is written in digits alone is a pattern there; here a group of digits and its word are the same.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

_ONES = ["zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"]
_TEENS = ["dieci", "undici", "dodici", "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove"]
_TENS = ["venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"]
_DIGITS = (
    "zero one two three four five six seven eight nine",
    "cero uno dos tres cuatro cinco seis siete ocho nueve",
    "zero um dois tres quatro cinco seis sete oito nove",
    "zero un due tre quattro cinque sei sette otto nove",
)
_TIMES = {"doppio": 2, "doppia": 2, "double": 2, "doble": 2, "duplo": 2, "triplo": 3, "tripla": 3, "triple": 3}
_PIECE = re.compile(r"\d+|[^\W\d_]+")
_ACCENTS = str.maketrans("éèêàìíòóùú", "eeeaiioouu")
_BETWEEN = 2
"""So many other words may be heard between two groups ("ehm, poi")."""

Piece = tuple[int, int, tuple[str, ...], int]
"""Start, end, the digits it may stand for, and how many times the next piece is meant (0: it is no such word)."""


@cache
def _meanings() -> dict[str, tuple[str, ...]]:
    """Word to the digits it may stand for; a round number may be filled by the word after it ("trecento quaranta sette")."""
    found: dict[str, tuple[str, ...]] = {}
    for row in _DIGITS:
        found |= {word: (str(digit),) for digit, word in enumerate(row.split())}
    for hundred in range(10):
        front = "" if hundred == 0 else ("" if hundred == 1 else _ONES[hundred]) + "cento"
        for rest in range(100):
            number = hundred * 100 + rest
            whole = str(number)
            shorter = whole.rstrip("0") if number >= 10 else ""
            word = front if front and rest == 0 else front + _below_hundred(rest)
            found.setdefault(word, (whole, shorter) if shorter and shorter != whole else (whole,))
    return found


def _below_hundred(number: int) -> str:
    if number < 20:
        return (_ONES + _TEENS)[number]
    ten, one = _TENS[number // 10 - 2], number % 10
    if one == 0:
        return ten
    return (ten[:-1] if one in (1, 8) else ten) + _ONES[one]


def words_of(number: int) -> str:
    """The Italian word of a number from 0 to 2099, as years and days are said."""
    if number < 100:
        return _below_hundred(number)
    thousands, hundreds, rest = number // 1000, number // 100 % 10, number % 100
    front = ("", "mille", "duemila")[thousands] + ("" if hundreds == 0 else ("" if hundreds == 1 else _ONES[hundreds]) + "cento")
    return front + (_below_hundred(rest) if rest else "")


def _pieces(text: str) -> list[Piece]:
    meanings = _meanings()
    pieces: list[Piece] = []
    for found in _PIECE.finditer(text):
        word = found[0].casefold().translate(_ACCENTS)
        values = (word,) if word.isdecimal() else meanings.get(word, ())
        pieces.append((found.start(), found.end(), values, _TIMES.get(word, 0)))
    return pieces


@lru_cache(maxsize=64)
def _beginning(digits: str) -> re.Pattern[str]:
    """Two groups with which these digits may begin: whoever searches a whole file looks closer only where they stand."""
    between = rf"\W+(?:[^\W\d_]+\W+){{0,{_BETWEEN}}}"
    ways = list(_TIMES)
    for value, words in _first(digits).items():
        following = [*_TIMES, *(word for found in _first(digits[len(value) :]).values() for word in found)]
        if len(value) < len(digits):
            ways.append(rf"(?:{'|'.join(words)}){between}(?:{'|'.join(following)})")
    return re.compile(rf"\b(?:{'|'.join(ways)})\b")


def _first(digits: str) -> dict[str, list[str]]:
    """What may be said first of these digits: the digits, and the words for them."""
    found = {digits[:length]: [digits[:length]] for length in range(1, len(digits) + 1)}
    for word, values in _meanings().items():
        for value in values:
            if value in found:
                found[value].append(word)
    return found


def places(text: str, digits: str) -> Iterator[tuple[int, int]]:
    """Where the text says these digits, as (start, end), in order and without overlaps."""
    if not _beginning(digits).search(text.casefold().translate(_ACCENTS)):
        return
    pieces = _pieces(text)
    begin = 0
    while begin < len(pieces):
        last = _reach(pieces, begin, digits, _BETWEEN) if pieces[begin][2] or pieces[begin][3] else None
        if last is not None:
            yield pieces[begin][0], pieces[last][1]
            begin = last
        begin += 1


def _reach(pieces: Sequence[Piece], at: int, digits: str, patience: int) -> int | None:
    """The last piece of a way to say all the digits from this piece on; None where there is none."""
    if at >= len(pieces):
        return None
    _, _, values, times = pieces[at]
    if times and at + 1 < len(pieces):
        values, at = tuple(value * times for value in pieces[at + 1][2]), at + 1
    for value in values:
        if value == digits:
            return at
        if digits.startswith(value):
            last = _reach(pieces, at + 1, digits[len(value) :], _BETWEEN)
            if last is not None:
                return last
    return _reach(pieces, at + 1, digits, patience - 1) if patience and not values else None
