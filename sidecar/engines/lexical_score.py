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

THRESHOLD = 0.60
"""An entry scoring less is no answer. Set by `python -m tests.retrieval --tune` on the tuning half."""

EXACT, SAME, FIELD = 1.0, 0.92, 0.4
IN_ANSWER = 0.55
MISSPELT = 0.85
ASKED_SIDE = 0.3
"""How much of the score is what the entry asks beyond the question."""


@dataclass(frozen=True, slots=True)
class Document:
    """An entry as it is searched. `asked` holds the units of its question and of each of its synonyms."""

    entry: Entry
    number: int
    asked: tuple[tuple[Unit, ...], ...]
    answered: tuple[Unit, ...]
    strong: frozenset[str]
    weak: frozenset[str]
    answer_terms: frozenset[str]


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
        return max(0.3, math.log(1 + (total - seen + 0.5) / (seen + 0.5)))


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
        frozenset(term for unit in flat for term in unit.strong),
        frozenset(term for unit in flat for term in unit.weak),
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
        for term in one.strong | one.weak:
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
    weights = [unit.share * found.rarity(unit.strong) for unit in question]
    total = sum(weights)
    if total <= 0:
        return 0.0
    covered = sum(weight * _credit(unit, one) for weight, unit in zip(weights, question, strict=True)) / total
    besides = max((_asked_share(units, question, found) for units in one.asked), default=0.0)
    return covered * (1 - ASKED_SIDE) + math.sqrt(covered * besides) * ASKED_SIDE


def _credit(unit: Unit, one: Document) -> float:
    if unit.strong[0] in one.strong:
        return EXACT
    if any(term in one.strong for term in unit.strong):
        return SAME
    in_field = any(term in one.strong or term in one.weak for term in unit.weak) or any(term in one.weak for term in unit.strong)
    field = FIELD if in_field else 0.0
    if any(term in one.answer_terms for term in unit.strong):
        return max(IN_ANSWER, field)
    return field


def _asked_share(units: Sequence[Unit], question: Sequence[Unit], found: Corpus) -> float:
    strong = {term for unit in question for term in unit.strong}
    weak = {term for unit in question for term in unit.weak}
    weights = [unit.share * found.rarity(unit.strong) for unit in units]
    met = [
        1.0 if any(term in strong for term in unit.strong) else FIELD if any(term in weak for term in unit.terms) else 0.0 for unit in units
    ]
    total = sum(weights)
    return sum(weight * share for weight, share in zip(weights, met, strict=True)) / total if total else 0.0


