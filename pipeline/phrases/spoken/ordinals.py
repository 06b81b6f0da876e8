"""Ordinal numbers in words, from 1 to 99, in Italian, English, Spanish and Portuguese.

Called by `pipeline.phrases.values` and `pipeline.phrases.ear`. Beyond 99 the cardinal is said, as people do.
"""

from collections.abc import Callable

from pipeline.phrases.spoken.cardinals import Gender, cardinal
from pipeline.phrases.spoken.table import row

_IT = row("primo secondo terzo quarto quinto sesto settimo ottavo nono decimo")
_EN = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}
_ES = row("primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo")
_ES_TENS = row("- décimo vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo")
_PT = row("primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo")
_PT_TENS = row("- décimo vigésimo trigésimo quadragésimo quinquagésimo sexagésimo septuagésimo octogésimo nonagésimo")


def _italian(n: int) -> str:
    if n <= 10:
        return _IT[n - 1]
    words = cardinal(n, "it")
    if words.endswith("tré"):
        return f"{words[:-1]}eesimo"
    return f"{words}esimo" if words.endswith("sei") else f"{words[:-1]}esimo"


def _english(n: int) -> str:
    head, dash, last = cardinal(n, "en").rpartition("-")
    regular = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return head + dash + _EN.get(last, regular)


def _tens_and_units(n: int, units: tuple[str, ...], tens: tuple[str, ...]) -> str:
    if n <= len(units):
        return units[n - 1]
    ten, unit = divmod(n, 10)
    return f"{tens[ten]} {units[unit - 1]}" if unit else tens[ten]


def _spanish(n: int) -> str:
    return _tens_and_units(n, _ES, _ES_TENS)


def _portuguese(n: int) -> str:
    return _tens_and_units(n, _PT, _PT_TENS)


_LANGUAGES: dict[str, Callable[[int], str]] = {"it": _italian, "en": _english, "es": _spanish, "pt": _portuguese}


def ordinal(n: int, language: str, gender: Gender = "M") -> str:
    """The ordinal in words, agreeing in gender: "primo", "ventitreesima", "twenty-first", "décimo primeiro"."""
    if not 1 <= n <= 99:
        return cardinal(n, language, gender)
    words = _LANGUAGES[language](n)
    if language == "en" or gender == "M":
        return words
    return " ".join(f"{word[:-1]}a" for word in words.split())
