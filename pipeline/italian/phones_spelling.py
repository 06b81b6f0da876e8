"""Runs of digits as they are said: figures, words, "doppio tre", "triplo zero", "più trentanove", "trecentoventotto".

Called by `phones`; calls numbers. It must never know which numbers are valid.
"""

from dataclasses import dataclass
from itertools import islice

from pipeline.italian.numbers import value
from pipeline.italian.words import SOUNDS, Span, Word

_TIMES = {"doppio": 2, "doppia": 2, "triplo": 3, "tripla": 3, "quadruplo": 4}
LINKING = frozenset(
    {
        "con",
        "per",
        "in",
        "e",
        "poi",
        "sono",
        "il",
        "l'",
        "le",
        "allora",
        "dunque",
        "cifre",
        "numeri",
        "cifra",
        "numero",
        "virgola",
        "ancora",
        "quindi",
        "due",
        "tre",
    }
)
_BRIDGES = frozenset(
    {
        "poi",
        "e",
        "ancora",
        "allora",
        "quindi",
        "trattino",
        "spazio",
        "punto",
        "virgola",
        "dunque",
        "ecco",
        "diciamo",
        "cioe",
        "aspetti",
        "insomma",
    }
    | SOUNDS
)
_PLUS = frozenset({"piu", "plus"})
_LETTERS = {"o": "0"}
_LONG = 5
"""Figures: what follows a slash in "06/1234567"; anything shorter may be a month or a year."""
_READINGS = 24


@dataclass(frozen=True, slots=True)
class Piece:
    """One bit of a number: what it may be in digits, the likeliest first."""

    span: Span
    options: tuple[str, ...]


def runs(words: tuple[Word, ...]) -> list[tuple[Piece, ...]]:
    """Every run of digits, fillers and "poi" inside it stepped over; slashes and other words end it."""
    found: list[tuple[Piece, ...]] = []
    current: list[Piece] = []
    index = 0
    while index < len(words):
        piece = _piece(words, index, bool(current))
        if piece is None and current and _bridges(words, index):
            index += 1
            continue
        if piece is None or (current and "/" in words[index].before and len(words[index].norm) < _LONG):
            if current:
                found.append(tuple(current))
            current = []
        if piece is None:
            index += 1
            continue
        current.append(piece)
        index = piece.span.end
    return [*found, tuple(current)] if current else found


def _bridges(words: tuple[Word, ...], index: int) -> bool:
    """Whether only fillers part this place from the next digits."""
    for place in range(index, min(index + 4, len(words))):
        if _piece(words, place, True) is not None:
            return place > index
        if words[place].norm not in _BRIDGES:
            return False
    return False


def _piece(words: tuple[Word, ...], index: int, inside: bool) -> Piece | None:
    if index >= len(words):
        return None
    word = words[index]
    norm = word.norm
    if word.is_number:
        return Piece(Span(index, index + 1), (_plus(words, index) + norm,))
    if norm in _TIMES and index + 1 < len(words):
        digit = value(words[index + 1].norm)
        return Piece(Span(index, index + 2), (str(digit) * _TIMES[norm],)) if digit is not None and digit < 100 else None
    if index + 2 < len(words) and words[index + 1].norm == "volte":
        times, digit = value(norm), value(words[index + 2].norm)
        if times is not None and digit is not None and 1 < times < 5 and digit < 10:
            return Piece(Span(index, index + 3), (str(digit) * times,))  # "tre volte sette"
    if norm in _PLUS and index + 1 < len(words) and not inside:
        code = value(words[index + 1].norm)
        return Piece(Span(index, index + 2), (f"+{code}",)) if code else None
    if norm in _LETTERS and inside and index + 1 < len(words) and (words[index + 1].is_number or words[index + 1].norm in ("o", "zero")):
        return Piece(Span(index, index + 1), ("0",))
    number = value(norm)
    if number is None or (norm in ("un", "una") and not inside):
        return None
    return _spoken(words, index, number)


def _plus(words: tuple[Word, ...], index: int) -> str:
    return "+" if words[index].before.rstrip().endswith("+") else ""


def _spoken(words: tuple[Word, ...], index: int, number: int) -> Piece:
    """A number word; "trecento ventotto" said apart is 328 sooner than 30028, "venti due" 22 sooner than 202."""
    following = (
        value(words[index + 1].norm) if index + 1 < len(words) and not words[index + 1].is_number and not words[index + 1].breaks else None
    )
    plain = str(number)
    if following is not None and 100 <= number < 1000 and number % 100 == 0 and 0 < following < 100:
        return Piece(Span(index, index + 2), (str(number + following), plain + str(following)))
    if following is not None and 20 <= number < 100 and number % 10 == 0 and 0 < following < 10:
        return Piece(Span(index, index + 2), (plain + str(following), str(number + following)))
    if number >= 1000:
        return Piece(Span(index, index + 1), (plain, plain.rstrip("0") or plain))
    return Piece(Span(index, index + 1), (plain,))


def readings(run: tuple[Piece, ...]) -> list[str]:
    """The digits a run may stand for, the likeliest first; a few at most."""
    found = [""]
    for piece in run:
        found = list(islice((head + option for option in piece.options for head in found), _READINGS))
    return found
