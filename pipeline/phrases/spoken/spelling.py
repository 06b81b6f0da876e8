"""What is read sign by sign: telephone numbers in groups, codes letter by letter.

Called by `pipeline.phrases.values` and `pipeline.phrases.ear`. Letters are told by the words people of each country use on the
telephone, so that a code survives a bad line.
"""

import unicodedata

from pipeline.phrases.spoken.cardinals import digits
from pipeline.phrases.spoken.lexicon import lexicon
from pipeline.phrases.spoken.table import row

_ONE_DIGIT_COUNTRIES = ("1", "7")
_TWO_DIGIT_COUNTRIES = frozenset(
    row(
        "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 "
        "93 94 95 98"
    )
)
_ITALIAN_PREFIXES = ("+39", "0039")
_METROPOLES = ("02", "06")


def _groups(number: str) -> list[str]:
    """Threes from the left, the last group of three or four; up to five figures stay together."""
    parts: list[str] = []
    while len(number) > 5:
        size = 4 if len(number) == 8 else 3
        parts.append(number[:size])
        number = number[size:]
    return [*parts, number] if number else parts


def phone_groups(text: str) -> list[str]:
    """The digits of a telephone number in the groups in which it is read; a leading "+" stays with the country code."""
    for prefix in _ITALIAN_PREFIXES:
        text = text.strip()
        if text.startswith(prefix) and len(text) > len(prefix) + 5:
            text = text[len(prefix) :]
    number = "".join(str(int(character)) for character in text if character.isdecimal())
    if text.startswith("+") and number:
        size = 1 if number.startswith(_ONE_DIGIT_COUNTRIES) else 2 if number[:2] in _TWO_DIGIT_COUNTRIES else 3
        return [f"+{number[:size]}", *_groups(number[size:])]
    if number.startswith(_METROPOLES) and len(number) > 8:
        return [number[:2], *_groups(number[2:])]
    return _groups(number)


def phone_words(text: str, language: str) -> str:
    """A telephone number digit by digit, a pause between its groups: "tre due otto, quattro cinque sei, sette otto nove zero"."""
    plus = lexicon(language).plus
    return ", ".join(f"{plus} " * group.startswith("+") + digits(group, language) for group in phone_groups(text))


def _letter(character: str, language: str) -> str:
    words = lexicon(language)
    plain = unicodedata.normalize("NFD", character)[:1].upper()
    if len(plain) == 1 and "A" <= plain <= "Z":
        return f"{plain} {words.as_in} {words.alphabet[ord(plain) - ord('A')]}"
    return character


def code_words(text: str, language: str) -> str:
    """A code sign by sign: "A come Ancona, sette, B come Bologna"; what is neither letter nor digit is not read."""
    said = (digits(c, language) if c.isdecimal() else _letter(c, language) for c in text if c.isdecimal() or c.isalpha())
    return ", ".join(said)
