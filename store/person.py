"""One person as a pattern: where a text names them, and the text without them.

Used by `store.erasure`. Pure.
"""

import re
from dataclasses import dataclass

from store.phones import digits
from store.phonetics import tokens

REDACTED = "[REDACTED]"
_VARIANTS = {"a": "aàáâä", "e": "eèéêë", "i": "iìíîï", "o": "oòóôö", "u": "uùúûü", "c": "cç", "n": "nñ"}
_GAP = r"[\s'’.\-]*"


def _words(name: str) -> str | None:
    """A pattern for a name, whatever its case, accents and apostrophes."""
    parts = tokens(name)
    if not parts or len("".join(parts)) < 2:
        return None
    spelled = _GAP.join("".join(f"[{_VARIANTS[letter]}]" if letter in _VARIANTS else letter for letter in part) for part in parts)
    return rf"(?<![^\W\d_]){spelled}(?![^\W\d_])"


def _number(telefono: str) -> str | None:
    """A pattern for a telephone number, whatever stands between its digits and with or without the country code."""
    only = digits(telefono).lstrip("+")
    for prefix in ("0039", "39"):
        if only.startswith(prefix) and len(only) > 10:
            only = only[len(prefix) :]
    return r"(?:\+|00)?(?:39)?" + _GAP + r"[\s./\-()]*".join(only) if len(only) >= 5 else None


@dataclass(frozen=True, slots=True)
class Person:
    """The patterns of one person; `alone`: the surname names nobody else in this file."""

    nome: re.Pattern[str] | None
    cognome: re.Pattern[str] | None
    certain: tuple[re.Pattern[str], ...]
    """Numbers and addresses: each names the person by itself."""
    alone: bool
    first_alone: bool = False
    """So does the first name: in what was spoken it is enough (in a note it may be a common word)."""

    def found_in(self, text: str, spoken: bool = False) -> bool:
        """Whether the text names this person; `spoken`: it is a record of a call."""
        return any(pattern.search(text) for pattern in self.certain) or self._named(text, spoken)

    def _named(self, text: str, spoken: bool) -> bool:
        first = self.nome is not None and self.nome.search(text) is not None
        if first and spoken and self.first_alone:
            return True
        return self.cognome is not None and self.cognome.search(text) is not None and (self.alone or first)

    def out_of(self, text: str, spoken: bool = False) -> str:
        """The text without the person."""
        names = (self.cognome, self.nome) if self._named(text, spoken) else ()
        for pattern in (*self.certain, *names):
            if pattern is not None:
                text = pattern.sub(REDACTED, text)
        return text


def person_of(
    nome: str, cognome: str, certain: tuple[str, ...], numbers: tuple[str, ...], *, alone: bool, homonym: bool, first_alone: bool = False
) -> Person:
    """The patterns of a person. With a living homonym the name itself is no proof and is left where it stands."""
    patterns = [re.escape(text) for text in certain if len(text) >= 5]
    patterns += [pattern for number in numbers if (pattern := _number(number)) is not None]
    first, last = (None, None) if homonym else (_words(nome), _words(cognome))
    return Person(
        re.compile(first, re.IGNORECASE) if first else None,
        re.compile(last, re.IGNORECASE) if last else None,
        tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns),
        alone,
        first_alone,
    )
