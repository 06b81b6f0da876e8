"""How names and addresses are written: any case, accent, apostrophe and script, in plain text and inside JSON.

Used by `store.person` and `store.spelling`. Pure.
"""

import re
import unicodedata
from functools import cache

from store.phonetics import fold

_SINGLE = {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ħ": "h", "ŧ": "t"}
"""Letters that are no other letter with a mark, and how they are heard."""
_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
_GAP = r"(?:[\s'’.\-_]|\\u2019)*"
START = r"(?:(?<![^\W\d_])|(?<=\\[nrt]))"
"""No letter stands before; the letter of an escaped line break in a JSON text is none."""
END = r"(?![^\W\d_])"
_SPOKEN = {"@": r"\s*(?:@|chiocciola|at|arroba)\s*", ".": r"\s*(?:\.|punto|dot|ponto)\s*", "_": r"\s*(?:_|underscore|trattino basso)\s*",
           "-": r"\s*(?:-|trattino|dash)\s*"}  # fmt: skip


@cache
def _shapes() -> dict[str, str]:
    """Letter to a pattern for it with any mark, written or escaped."""
    marked: dict[str, list[str]] = {}
    for code in _LATIN:
        letter = chr(code)
        base = _SINGLE.get(letter.casefold(), unicodedata.normalize("NFKD", letter)[0].casefold())
        if letter.isalpha() and base.isascii() and base.isalpha():
            marked.setdefault(base, []).append(letter)
    return {
        base: rf"(?:[{base}{''.join(letters)}]\u0300?|\\u(?:{'|'.join(f'{ord(letter):04x}' for letter in letters if ord(letter) < 0x180)}))"
        for base, letters in marked.items()
    }


def _letter(letter: str) -> str:
    base = _SINGLE.get(letter, unicodedata.normalize("NFKD", letter)[0])
    shape = _shapes().get(base)
    if shape is not None:
        return shape
    return re.escape(letter) if letter.isascii() else rf"(?:{re.escape(letter)}|\\u{ord(letter):04x})"


def name_of(name: str) -> str | None:
    """A pattern for a name however it is written; None for what is too short to be one."""
    parts = [
        "".join(letter for letter in part if letter.isalpha())
        for part in re.split(r"[\s'’.\-_]+", unicodedata.normalize("NFC", name.casefold()))
    ]
    parts = [part for part in parts if part]
    if len("".join(parts)) < 2:
        return None
    return START + _GAP.join("".join(map(_letter, part)) for part in parts) + END


def address(text: str) -> str:
    """A pattern for an e-mail address or a code, as it is written or said."""
    return "".join(_SPOKEN.get(letter, re.escape(letter)) for letter in text) if "@" in text else re.escape(text)


def likeness(name: str) -> str:
    """What two writings of one name have in common, in any alphabet; "" for no name."""
    return fold(name) or name.strip().casefold()
