"""One person as a pattern: where a text names them, and the text without them.

Used by `store.erasure` and `store.veil`. Pure.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from store.phones import digits
from store.phonetics import fold, tokens
from store.spoken import places, words_of

REDACTED = "[REDACTED]"
_VARIANTS = {"a": "aàáâä", "e": "eèéêë", "i": "iìíîï", "o": "oòóôö", "u": "uùúûü", "c": "cç", "n": "nñ"}
_MONTHS = ["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"]
_GAP = r"[\s'’.\-]*"


def _words(name: str) -> str | None:
    """A pattern for a name, whatever its case, accents and apostrophes."""
    parts = tokens(name)
    if not parts or len("".join(parts)) < 2:
        return None
    spelled = _GAP.join("".join(f"[{_VARIANTS[letter]}]" if letter in _VARIANTS else letter for letter in part) for part in parts)
    return rf"(?<![^\W\d_]){spelled}(?![^\W\d_])"


def _national(telefono: str) -> str:
    """The digits of a number without the country code; "" for what is too short to be one."""
    only = digits(telefono).lstrip("+")
    for prefix in ("0039", "39"):
        if only.startswith(prefix) and len(only) > 10:
            only = only[len(prefix) :]
    return only if len(only) >= 5 else ""


def _number(national: str) -> str:
    """A pattern for a telephone number, whatever stands between its digits and with or without the country code."""
    return r"(?:\+|00)?(?:39)?" + _GAP + r"[\s./\-()]*".join(national)


def _birth(born: date) -> str:
    """A pattern for a day of birth as it is stored, written or spoken."""
    month, day = _MONTHS[born.month - 1], words_of(born.day)
    first = r"|primo|1\s*[°º]" if born.day == 1 else ""
    said_year = "|".join(filter(None, (words_of(born.year), words_of(born.year % 100))))
    year = rf"(?:\s*(?:del(?:l['’])?\s*)?['’]?(?:{born.year}|{born.year % 100:02d}|{said_year}))?"
    numbers = rf"0?{born.day}\s*[./\-]\s*0?{born.month}\s*[./\-]\s*(?:{born.year}|{born.year % 100:02d})"
    return rf"(?<!\d){born.isoformat()}|(?<!\d){numbers}(?!\d)|(?<!\w)(?:0?{born.day}|{day}{first})\s*{month}{year}(?!\w)"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a person, as plain text; `certain`: addresses and codes that are nobody else's."""

    nome: str
    cognome: str
    soprannome: str = ""
    certain: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    born: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """The patterns of one person; `alone`: the surname names nobody else in this file."""

    nome: re.Pattern[str] | None
    cognome: re.Pattern[str] | None
    certain: tuple[re.Pattern[str], ...]
    """Numbers and addresses: each names the person by itself."""
    numbers: tuple[str, ...]
    """The digits of the telephone numbers, which may have been spoken as words."""
    beside: tuple[re.Pattern[str], ...]
    """A nickname and the day of birth: others have them too, so they go only where the person is named."""
    alone: bool
    given: str
    surname: str
    """First name and surname, folded."""
    first_alone: bool = False
    """So does the first name: in what was spoken it is enough (in a note it may be a common word)."""

    def found_in(self, text: str, spoken: bool = False) -> bool:
        """Whether the text names this person; `spoken`: it is a record of a call."""
        return self._named(text, spoken) or self.is_certain(text)

    def is_certain(self, text: str) -> bool:
        """Whether the text holds a number or an address of this person."""
        return any(pattern.search(text) for pattern in self.certain) or any(next(places(text, each), None) for each in self.numbers)

    def _named(self, text: str, spoken: bool) -> bool:
        first = self.nome is not None and self.nome.search(text) is not None
        if first and spoken and self.first_alone:
            return True
        return self.cognome is not None and self.cognome.search(text) is not None and (self.alone or first)

    def out_of(self, text: str, spoken: bool = False) -> str:
        """The text without the person."""
        names = (self.cognome, self.nome) if self._named(text, spoken) else ()
        beside = self.beside if self.found_in(text, spoken) else ()
        for pattern in (*self.certain, *names, *beside):
            if pattern is not None:
                text = pattern.sub(REDACTED, text)
        for number in self.numbers:
            text = _without_number(text, number)
        return text


def _without_number(text: str, number: str) -> str:
    for start, end in reversed(list(places(text, number))):
        text = text[:start] + REDACTED + text[end:]
    return text


def person_of(known: Known, *, alone: bool, homonym: bool, first_alone: bool = False) -> Person:
    """The patterns of a person. With a living homonym the name itself is no proof and is left where it stands."""
    numbers = tuple(number for number in map(_national, known.numbers) if number)
    certain = (*(re.escape(text) for text in known.certain if len(text) >= 5), *map(_number, numbers))
    first, last = (None, None) if homonym else (_words(known.nome), _words(known.cognome))
    beside = (_words(known.soprannome), _birth(known.born) if known.born is not None else None)
    return Person(_one(first), _one(last), _all(certain), numbers, _all(beside), alone, fold(known.nome), fold(known.cognome), first_alone)


def _one(pattern: str | None) -> re.Pattern[str] | None:
    return re.compile(pattern, re.IGNORECASE) if pattern else None


def _all(patterns: Iterable[str | None]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns if pattern)
