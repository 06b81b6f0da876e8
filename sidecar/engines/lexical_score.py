"""How well an entry answers a question by its words: what of the question's information the entry covers, weighted by rarity.

Called by `sidecar.engines.recall`; calls `lexical` and rapidfuzz. Must never know a file or a database. A score lies between 0 and 1, and one threshold
tells an answer from the nearest wrong entry; the threshold was set on the tuning half of tests/data/faq.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sidecar.engines.faq_file import Entry
from sidecar.engines.lexical import Unit, analyse, index_text, known_words, unit_of
from sidecar.engines.lexical_words import FACETS

THRESHOLD = 0.57
"""An entry scoring less is no answer. Set on the tuning half."""

EXACT, SAME, FIELD = 1.0, 0.92, 0.15
IN_ANSWER = 0.4
IN_PHRASE = 0.45
MISSPELT = 0.85
VAGUE = 0.8
"""What is left where the question has only words that say little."""
UNTOLD, TOLD_ASIDE, UNASKED = 0.67, 0.9, 0.85
"""What is left of a score when a kind of fact is wanted that the entry does not tell, tells only in its answer, or tells unasked."""
UNHEARD = 0.85
"""Weight of a word no entry asks, against that of its rarity: callers say much that is beside the point."""
ASKED_SIDE = 0.65
"""How much of the score is what the entry asks beyond the question."""


@dataclass(frozen=True, slots=True)
class Document:
    """An entry as it is searched. `asked` holds the units of its question and of each of its synonyms."""

    entry: Entry
    number: int
    asked: tuple[tuple[Unit, ...], ...]
    answered: tuple[Unit, ...]
    side: "Side"


@dataclass(frozen=True, slots=True)
class Side:
    """The terms of a text that another text is held against: said, said inside a phrase, of the same field, said in the answer."""

    strong: frozenset[str]
    loose: frozenset[str]
    weak: frozenset[str]
    answer: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Corpus:
    """All entries of one language with the rarity of their terms; never changed once made."""

    language: str
    documents: Mapping[int, Document]
    frequency: Mapping[str, int]
    """Term -> how many entries ask it."""
    surfaces: Mapping[str, str]
    """Folded words of the entries -> their stem, for misspelt questions."""

    def rarity(self, terms: Iterable[str]) -> float:
        """How much information the rarest reading of these terms carries."""
        total = len(self.documents)
        seen = max((self.frequency.get(term, 0) for term in terms), default=0)
        rarity = math.log(1 + (total - seen + 0.5) / (seen + 0.5))
        return max(0.3, rarity if seen else rarity * UNHEARD)


def document(entry: Entry, number: int) -> Document:
    """The entry made ready for search."""
    asked = tuple(units for units in (analyse(text, entry.language) for text in (entry.question, *entry.synonyms)) if units)
    answered = analyse(entry.answer, entry.language)
    flat = [unit for units in asked for unit in units]
    return Document(
        entry,
        number,
        asked,
        answered,
        side(flat, answered),
    )


def side(units: Sequence[Unit], answered: Sequence[Unit] = ()) -> Side:
    """The terms of a question, and of an answer where there is one."""
    return Side(
        frozenset(term for unit in units for term in unit.strong),
        frozenset(term for unit in units for part in unit.parts for term in part.strong),
        frozenset(term for unit in units for term in unit.weak),
        frozenset(term for unit in answered for term in unit.terms),
    )


def stored_text(found: Document) -> tuple[str, str, str]:
    """Question, synonyms and answer as they are stored for full-text search."""
    question, *synonyms = [index_text(units) for units in found.asked] or [""]
    return question, " ".join(synonyms), index_text(found.answered)


def corpus(language: str, documents: Sequence[Document]) -> Corpus:
    """A corpus of the entries of one language."""
    frequency: dict[str, int] = {}
    surfaces: dict[str, str] = {}
    for one in documents:
        for term in one.side.strong | one.side.loose | one.side.weak:
            frequency[term] = frequency.get(term, 0) + 1
        for unit in (*(unit for units in one.asked for unit in units), *one.answered):
            if len(unit.surface) >= SHORTEST_MISSPELT:
                surfaces[unit.surface] = unit.strong[0]
    return Corpus(language, {one.number: one for one in documents}, frequency, surfaces)


SHORTEST_MISSPELT = 5


def query_units(text: str, found: Corpus) -> tuple[Unit, ...]:
    """The units of a question; words nobody knows are read as the known word they are a slip of."""
    known = known_words(found.language)
    units: list[Unit] = []
    for unit in analyse(text, found.language):
        new = len(unit.strong) == 1 and not unit.strong[0].startswith("xx")
        if new and unit.strong[0] not in found.frequency and unit.surface not in found.surfaces and len(unit.surface) >= SHORTEST_MISSPELT:
            meant = _nearest(unit.surface, tuple(found.surfaces)) or _nearest(unit.surface, tuple(known))
            if meant is not None:
                right = found.surfaces.get(meant) or known[meant]
                unit = unit_of(right, meant, found.language, MISSPELT * unit.share)
        units.append(unit)
    return tuple(units)


@lru_cache(maxsize=2048)
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    """The one word this is a slip of: a letter doubled, dropped or swapped; in long words one exchanged as well."""
    from rapidfuzz.distance import OSA, Indel

    best: tuple[int, str] | None = None
    for other in known:
        if other[0] != word[0] or abs(len(other) - len(word)) > 2 or len(other) < SHORTEST_MISSPELT:
            continue
        if len(word) < 7:
            swapped = sorted(word) == sorted(other) and OSA.distance(word, other) == 1
            distance = 1 if swapped or Indel.distance(word, other) == 1 else 9
        else:
            distance = OSA.distance(word, other, score_cutoff=2)
        allowed = 1 if len(word) < 9 else 2
        if distance <= allowed and (best is None or distance < best[0]):
            best = (distance, other)
    return best[1] if best else None


def score(question: Sequence[Unit], one: Document, found: Corpus) -> float:
    """From 0 to 1: the share of the question's information that the entry covers, tempered by what the entry asks besides."""
    covered = _share(question, one.side, found)
    if covered <= 0:
        return 0.0
    asked = side(question)
    besides = max((_share(units, asked, found) for units in one.asked), default=0.0)
    said = covered * (1 - ASKED_SIDE + ASKED_SIDE * besides)
    return said * _agreement(asked.strong, one.side) * (1.0 if any(unit.share >= MISSPELT for unit in question) else VAGUE)


def _agreement(asked: frozenset[str], entry: Side) -> float:
    """1 where question and entry want the same kinds of fact, less for each kind that only one of them wants."""
    value = 1.0
    for facet in FACETS:
        wanted, given = bool(facet & asked), bool(facet & entry.strong)
        if wanted and not given:
            value *= TOLD_ASIDE if facet & entry.answer else UNTOLD
        elif given and not wanted:
            value *= UNASKED
    return value


def _share(units: Sequence[Unit], other: Side, found: Corpus) -> float:
    """How much of the information of these units the other side holds."""
    weights = [unit.share * found.rarity(unit.strong) for unit in units]
    total = sum(weights)
    if total <= 0:
        return 0.0
    return sum(weight * _credit(unit, other) for weight, unit in zip(weights, units, strict=True)) / total


def _credit(unit: Unit, other: Side) -> float:
    whole = max(_said(unit, other), FIELD if _same_field(unit, other) else 0.0)
    if any(term in other.answer for term in unit.strong):
        whole = max(IN_ANSWER, whole)
    shares = sum(part.share for part in unit.parts)
    if not shares:
        return whole
    said = sum(part.share * _credit(part, other) for part in unit.parts) / shares
    return max(whole, said * (SAME if len(unit.parts) > 1 else IN_PHRASE))


def _said(unit: Unit, other: Side) -> float:
    if unit.strong[0] in other.strong:
        return EXACT
    if any(term in other.strong for term in unit.strong):
        return SAME
    return IN_PHRASE if any(term in other.loose for term in unit.strong) else 0.0


def _same_field(unit: Unit, other: Side) -> bool:
    return any(term in other.strong or term in other.weak for term in unit.weak) or any(term in other.weak for term in unit.strong)
