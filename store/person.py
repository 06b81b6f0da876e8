"""One person as a pattern: where a text names them, and the text without them.

Used by `store.erasure`, `store.mentions` and `store.veil`. Pure. Whether an ordinary word is the name is decided by `store.naming`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from store.lettering import address, likeness, name_of
from store.naming import Place, are_beside
from store.phones import digits
from store.phonetics import fold, tokens
from store.spelling import CITIES, spelled
from store.spoken import places, words_of

REDACTED = "[REDACTED]"
_MONTHS = ["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"]
_GAP = r"[\s'’.\-]*"
Span = tuple[int, int]


def national(telefono: str) -> str:
    """The digits of a telephone number without the country code; "" for what is too short to be one."""
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
class Heard:
    """Of what kind a text is; `told`: whoever it is about is named beside it (in the row, or elsewhere in the call)."""

    spoken: bool = False
    """It is a record of a call or a message: a first name that only one client has is enough there (in a note it may be a common word)."""
    surname: bool = True
    """The surname may be enough: not where it is that of a caller with another first name."""
    told: bool = False
    column: str = ""
    pieces: tuple[str, ...] = ()
    """Parts of a number of this person, which was told in pieces."""


ANYWHERE = Heard()


@dataclass(frozen=True, slots=True)
class Name:
    """A first name or a surname as a pattern."""

    written: re.Pattern[str]
    spelled: re.Pattern[str] | None
    word: bool = False
    """It is an ordinary word, too: what stands around it decides."""
    firm: bool = False
    """It is a day, a month or on the price list: a capital does not decide."""


@dataclass(frozen=True, slots=True)
class Person:
    """The patterns of one person; `alone`: the surname names nobody else in this file."""

    nome: Name | None
    cognome: Name | None
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
    """So does the first name."""
    homonym: bool = False
    """Somebody else has the whole name: it names this person only beside the day of birth or the nickname."""

    def found_in(self, text: str, heard: Heard = ANYWHERE) -> bool:
        """Whether the text names this person."""
        return bool(self._names(text, heard)) or any(piece in text for piece in heard.pieces) or self.is_certain(text)

    def is_certain(self, text: str) -> bool:
        """Whether the text holds a number or an address of this person."""
        return any(pattern.search(text) for pattern in self.certain) or any(next(places(text, each), None) for each in self.numbers)

    def out_of(self, text: str, heard: Heard = ANYWHERE) -> str:
        """The text without the person."""
        certain = self.is_certain(text)
        for pattern in self.certain:
            text = pattern.sub(REDACTED, text)
        for number in self.numbers:
            text = _without_number(text, number)
        for piece in heard.pieces:
            text = text.replace(piece, REDACTED)
        names = self._names(text, replace(heard, told=True) if certain else heard)
        for start, end in sorted(names, reverse=True):
            text = text[:start] + REDACTED + text[end:]
        for pattern in self.beside if names or certain else ():
            text = pattern.sub(REDACTED, text)
        return text

    def _names(self, text: str, heard: Heard) -> list[Span]:
        """Where the person's names stand, without overlaps; none where the text does not name them."""
        if self.homonym and not any(pattern.search(text) for pattern in self.beside):
            return []
        firsts, lasts = _spans(self.nome, text), _spans(self.cognome, text)
        if not firsts and not lasts:
            return []
        pairs = {
            span
            for one in firsts
            for two in lasts
            if are_beside(text, one, two) and not _is_word(self.nome, one, text) and not _is_word(self.cognome, two, text)
            for span in (one, two)
        }
        surname = (self.alone and heard.surname) or bool(firsts)
        sure = {span for span in lasts if surname and self._is_meant(self.cognome, span, text, heard)} | pairs
        sure |= {span for span in firsts if heard.spoken and self.first_alone and self._is_meant(self.nome, span, text, heard)}
        if sure:
            told = replace(heard, told=True)
            sure |= {span for span in firsts if self._is_meant(self.nome, span, text, told)}
            sure |= {span for span in lasts if self._is_meant(self.cognome, span, text, told)}
        return _apart(sure)

    @staticmethod
    def _is_meant(name: Name | None, span: Span, text: str, heard: Heard) -> bool:
        """Whether what stands there is the name, and not the word."""
        if name is None or not name.word or (name.spelled is not None and name.spelled.fullmatch(text, *span)):
            return True
        place = Place(text, *span, heard.column, name.firm)
        return place.is_name() or (heard.told and place.may_be_name())


def _spans(name: Name | None, text: str) -> list[Span]:
    if name is None:
        return []
    found = [match.span() for match in name.written.finditer(text)]
    return found + [match.span() for match in name.spelled.finditer(text)] if name.spelled is not None else found


def _is_word(name: Name | None, span: Span, text: str) -> bool:
    return name is not None and name.word and Place(text, *span).must_be_word()


def _apart(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for start, end in sorted(spans):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _without_number(text: str, number: str) -> str:
    for start, end in reversed(list(places(text, number))):
        text = text[:start] + REDACTED + text[end:]
    return text


@dataclass(frozen=True, slots=True)
class Words:
    """Folded names that are ordinary words, too, and those of them that a capital does not make a name."""

    everyday: frozenset[str] = frozenset()
    firm: frozenset[str] = frozenset()


def person_of(known: Known, *, alone: bool, homonym: bool, first_alone: bool = False, words: Words = Words()) -> Person:
    """The patterns of a person. With a living homonym the name itself is no proof and is left where it stands alone."""
    numbers = tuple(number for number in map(national, known.numbers) if number)
    certain = (*(address(text) for text in known.certain if len(text) >= 5), *map(_number, numbers))
    first, last = _name(known.nome, words), _name(known.cognome, words)
    nickname = name_of(known.soprannome)
    beside = (nickname, _birth(known.born) if known.born is not None else None)
    return Person(
        first, last, _all(certain), numbers, _all(beside), alone, likeness(known.nome), likeness(known.cognome), first_alone, homonym
    )


def _name(name: str, words: Words) -> Name | None:
    pattern, folded = name_of(name), fold(name)
    if pattern is None:
        return None
    letters = spelled(folded)
    parts = {*tokens(name)} - _PARTICLES or {folded}
    firm = bool(parts & (words.firm | _FIRM))
    word = folded in words.everyday or parts <= (words.everyday | words.firm | _FIRM)
    return Name(_one(pattern), _one(letters) if letters else None, word, firm and word)


_PARTICLES = frozenset({"di", "de", "del", "della", "dei", "dal", "da", "la", "lo", "le", "li"})
_FIRM = CITIES | frozenset((*_MONTHS, "lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica", "natale", "pasqua"))


def _one(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _all(patterns: Iterable[str | None]) -> tuple[re.Pattern[str], ...]:
    return tuple(_one(pattern) for pattern in patterns if pattern)
