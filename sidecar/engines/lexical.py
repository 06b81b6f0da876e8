"""Text to terms: split at elisions, freed of stop words, stemmed, folded, widened by the synonym table.

Called by `sidecar.engines.lexical_score` for entries and questions alike; calls the Snowball stemmers and the tables of words. Must never
know a file, a database or a threshold. Stems are made before accents are folded: the stemmer needs the accents.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol, cast

from sidecar.engines.lexical_synonyms import synonyms
from sidecar.engines.lexical_words import ASKING, GLUE, LIGHT, STOP

LANGUAGES: Mapping[str, str] = {"it": "italian", "en": "english", "es": "spanish", "pt": "portuguese"}
CONCEPT, RELATED, QUESTION, KIND = "zz", "yy", "xx", "ww"
"""Prefixes of the terms that are no stems: same meaning, same field, kind of question, kind of a thing (in the tables alone)."""
_PREFIXES = {"~": RELATED, ">": KIND}

_WORD = re.compile(r"[^\W_]+")
_TOKEN_MARK = re.compile(r"\[[A-Z][A-Z0-9_]*\]")
_SPLIT = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})


@dataclass(frozen=True, slots=True)
class Unit:
    """One piece of information of a text, a word or a phrase."""

    surface: str
    strong: tuple[str, ...]
    """The stem and what it means: meeting another unit's strong term is saying the same."""
    weak: tuple[str, ...] = ()
    """The field it belongs to."""
    share: float = 1.0
    """How much of a full word it counts."""
    kinds: tuple[str, ...] = ()
    """What it is a kind of: a dog is an animal."""
    parts: tuple["Unit", ...] = ()
    """The words of a phrase, which may also be met one by one."""

    @property
    def terms(self) -> tuple[str, ...]:
        """Everything another text may share with it."""
        return (*self.strong, *self.weak, *self.kinds, *(term for part in self.parts for term in part.terms))


class _Stemmer(Protocol):
    def stem_word(self, word: str) -> str: ...


@dataclass(frozen=True, slots=True)
class _Tables:
    """One language's words, ready to be looked up."""

    glue: frozenset[str]
    stop: frozenset[str]
    light: frozenset[str]
    concepts: Mapping[str, tuple[str, ...]]
    """Key of a word (see `_key`) -> concept terms."""
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    """First stem -> (all stems, concept term), longest first."""
    known: Mapping[str, str]
    """Folded words of the synonym table -> their stem, for misspelt questions."""


def fold(word: str) -> str:
    """The word in lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))


def words(text: str) -> list[str]:
    """Lower-case words with their accents; elisions split, tokens of the formatter left out."""
    plain = unicodedata.normalize("NFC", _TOKEN_MARK.sub(" ", text)).translate(_SPLIT).casefold()
    return _WORD.findall(plain)


@lru_cache(maxsize=4)
def _stemmer(language: str) -> _Stemmer:
    from py_rust_stemmers import SnowballStemmer  # pyright: ignore  # the package ships no types

    return cast("_Stemmer", SnowballStemmer(LANGUAGES[language]))


@lru_cache(maxsize=20_000)
def stem(word: str, language: str) -> str:
    """The folded Snowball stem of a lower-case word."""
    return fold(_stemmer(language).stem_word(word))


def _stems(phrase: str, language: str, glue: frozenset[str]) -> tuple[str, ...]:
    return tuple(stem(word, language) for word in words(phrase) if fold(word) not in glue)


def _folded(listed: str) -> frozenset[str]:
    return frozenset(fold(word) for word in listed.split())


SHORT_STEM = 5


def _key(word: str, found: str) -> str:
    """Under what a word's meaning is kept: its stem, or the word but its end where the stem is short (ferie and ferita share one)."""
    return found if len(found) >= SHORT_STEM else "-" + word.rstrip("aeiou")


@lru_cache(maxsize=4)
def _tables(language: str) -> _Tables:
    glue = _folded(GLUE[language])
    stop = _folded(STOP[language]) | glue
    concepts: dict[str, list[str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    known: dict[str, str] = {}
    for name, members in synonyms(language).items():
        term = _PREFIXES.get(name[0], CONCEPT) + fold(name.lstrip("~>"))
        for member in members:
            found = _stems(member, language, glue)
            if len(found) > 1:
                phrases.setdefault(found[0], []).append((found, term))
            elif len(words(member)) == 1 and found:
                word = fold(member)
                slot = concepts.setdefault(_key(word, found[0]), [])
                slot.extend([term] if term not in slot else [])
                known[word] = found[0]
    ordered = {first: tuple(sorted(group, key=lambda one: -len(one[0]))) for first, group in phrases.items()}
    return _Tables(
        glue,
        stop,
        _folded(LIGHT[language]) | {found for word in LIGHT[language].split() if len(found := stem(word, language)) >= SHORT_STEM - 1},
        {key: tuple(value) for key, value in concepts.items()},
        ordered,
        known,
    )


def known_words(language: str) -> Mapping[str, str]:
    """Folded words of the synonym table with their stems."""
    return _tables(language).known


def unit_of(found: str, surface: str, language: str, share: float = 1.0) -> Unit:
    """The unit of a stem, with what it means."""
    concepts = _tables(language).concepts.get(_key(surface, found), ())
    return _sorted(surface, (found, *concepts), share)


def _sorted(surface: str, terms: Sequence[str], share: float = 1.0, parts: tuple[Unit, ...] = ()) -> Unit:
    weak = tuple(term for term in terms if term.startswith(RELATED))
    kinds = tuple(CONCEPT + term[len(KIND) :] for term in terms if term.startswith(KIND))
    strong = tuple(term for term in terms if not term.startswith((RELATED, KIND)))
    return Unit(surface, strong or kinds, weak, share, kinds, parts)


LIGHT_SHARE = 0.25
ASKING_SHARE = 0.3


def analyse(text: str, language: str) -> tuple[Unit, ...]:
    """The units of a text in order, stop words left out; a phrase of several words may be one unit."""
    language = language if language in LANGUAGES else "it"
    tables = _tables(language)
    kept = [(word, stem(word, language)) for word in words(text) if fold(word) not in tables.glue]
    units: list[Unit] = []
    at = 0
    while at < len(kept):
        length, unit = _unit_at(kept, at, tables, language)
        if unit is not None:
            units.append(unit)
        at += length
    return tuple(units)


def _unit_at(kept: Sequence[tuple[str, str]], at: int, tables: _Tables, language: str) -> tuple[int, Unit | None]:
    word, found = kept[at]
    for stems, _ in tables.phrases.get(found, ()):
        if tuple(one for _, one in kept[at : at + len(stems)]) == stems:
            strong = tuple(dict.fromkeys(term for other, term in tables.phrases[found] if other == stems))
            inside = (_single(other, one, tables, language) for other, one in kept[at : at + len(stems)])
            parts = tuple(unit for unit in inside if unit is not None)
            return len(stems), _sorted(fold(word), strong, 1.0, parts)
    return 1, _single(word, found, tables, language)


def _single(word: str, found: str, tables: _Tables, language: str) -> Unit | None:
    asked = ASKING[language].get(word)
    plain = fold(word)
    if asked is not None:
        return Unit(plain, (QUESTION + asked,), (), ASKING_SHARE)
    if plain in tables.stop or (len(word) < 2 and not word.isdigit()):
        return None
    full = unit_of(found, plain, language)
    return replace(full, share=LIGHT_SHARE) if len(full.strong) == 1 and (plain in tables.light or found in tables.light) else full


def index_text(units: Sequence[Unit]) -> str:
    """What is stored in the full-text table: every term of every unit, separated by spaces."""
    return " ".join(term for unit in units for term in unit.terms)
