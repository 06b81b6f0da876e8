"""How well an entry answers a question by its words: what of the question's information the entry covers, weighted by rarity.

Called by `sidecar.engines.recall`; calls `lexical` and rapidfuzz. Must never know a file. A score lies between 0 and 1, and one
threshold tells an answer from the nearest wrong entry; the weights and the threshold were set on the tuning half of tests/data/faq.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sidecar.engines.faq_file import Entry
from sidecar.engines.lexical import CONCEPT, QUESTION, Unit, analyse, index_text, known_words, unit_of
from sidecar.engines.lexical_words import FACETS

THRESHOLD = 0.58
"""An entry scoring less is no answer. Set on the tuning half."""

EXACT, SAME, FIELD = 1.0, 0.92, 0.15
IN_ANSWER = 0.4
IN_PHRASE = 0.45
KIND_OF, GENERAL = 0.85, 0.65
"""Credit of a dog where animals are meant, and of animals where a dog is."""
MISSPELT = 0.85
USUAL_SIZE = 30
"""A smaller FAQ is weighed as if it had so many entries, so that one threshold serves two entries and two hundred."""
VAGUE = 0.8
LONGEST_QUERY = 64
"""Units of a question that are looked at; a longer text is no question."""
"""What is left where the question has only words that say little."""
UNTOLD, TOLD_ASIDE, UNASKED = 0.67, 0.9, 0.85
"""What is left of a score when a kind of fact is wanted that the entry does not tell, tells only in its answer, or tells unasked."""
APART = frozenset({CONCEPT + "animali"})
"""Kinds whose sorts have rules of their own; one means of payment is answered by the list of those accepted."""
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
    kinds: frozenset[str]
    answer: frozenset[str] = frozenset()
    wants: int = 0
    """Bits of the kinds of fact (FACETS) that are asked."""
    tells: int = 0
    """Bits of those the answer tells."""
    sorts: frozenset[str] = frozenset()
    """The kinds of which a sort is named, in the question or the answer, that stands for no other sort."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """All entries of one language with the rarity of their terms; never changed once made."""

    language: str
    documents: Mapping[int, Document]
    frequency: Mapping[str, int]
    """Term -> how many entries ask it."""
    surfaces: Mapping[str, str]
    """Folded words of the entries -> their stem, for misspelt questions."""
    initials: Mapping[str, tuple[str, ...]]
    """First letter -> the words of `surfaces` that begin with it."""
    weights: dict[int, tuple[tuple[float, ...], ...]]
    """Entry -> the information of each unit of each of its wordings."""

    def rarity(self, terms: Iterable[str]) -> float:
        """How much information the rarest reading of these terms carries."""
        total = max(len(self.documents), USUAL_SIZE)
        seen = max((self.frequency.get(term, 0) for term in terms), default=0)
        rarity = math.log(1 + (total - seen + 0.5) / (seen + 0.5))
        return max(0.3, rarity if seen else rarity * UNHEARD)

    def weigh(self, units: Sequence[Unit]) -> tuple[float, ...]:
        """The information of each unit."""
        return tuple(unit.share * self.rarity(unit.strong) for unit in units)


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
    strong = frozenset(term for unit in units for term in unit.strong)
    answer = frozenset(term for unit in answered for term in unit.terms) - frozenset(term for unit in answered for term in unit.kinds)
    return Side(
        strong,
        frozenset(term for unit in units for part in unit.parts for term in part.strong),
        frozenset(term for unit in units for term in unit.weak),
        frozenset(term for unit in units for term in unit.kinds),
        answer,
        _kinds(strong),
        _kinds(answer),
        frozenset(kind for unit in (*units, *answered) for kind in unit.kinds if kind in APART),
    )


def _kinds(terms: frozenset[str]) -> int:
    return sum(1 << at for at, facet in enumerate(FACETS) if not facet.isdisjoint(terms))


def stored_text(found: Document) -> tuple[str, str, str]:
    """Question, synonyms and answer as they are stored for full-text search."""
    question, *synonyms = [index_text(units) for units in found.asked] or [""]
    return question, " ".join(synonyms), index_text(found.answered)


def corpus(language: str, documents: Sequence[Document]) -> Corpus:
    """A corpus of the entries of one language."""
    _distances()  # imported now, not in the middle of a question
    frequency: dict[str, int] = {}
    surfaces: dict[str, str] = {}
    for one in documents:
        for term in one.side.strong | one.side.loose | one.side.weak:
            frequency[term] = frequency.get(term, 0) + 1
        for unit in (*(unit for units in one.asked for unit in units), *one.answered):
            if len(unit.surface) >= SHORTEST_MISSPELT:
                surfaces[unit.surface] = unit.strong[0]
    made = Corpus(language, {one.number: one for one in documents}, frequency, surfaces, by_initial(surfaces), {})
    made.weights.update((one.number, tuple(made.weigh(units) for units in one.asked)) for one in documents)
    return made


SHORTEST_MISSPELT = 5


def by_initial(found: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The words long enough to be misspelt, by their first letter."""
    initials: dict[str, list[str]] = {}
    for word in found:
        if len(word) >= SHORTEST_MISSPELT:
            initials.setdefault(word[0], []).append(word)
    return {initial: tuple(group) for initial, group in initials.items()}


@lru_cache(maxsize=4)
def _known(language: str) -> Mapping[str, tuple[str, ...]]:
    return by_initial(known_words(language))


def query_units(text: str, found: Corpus) -> tuple[Unit, ...]:
    """The units of a question; words nobody knows are read as the known word they are a slip of."""
    return tuple(_corrected(unit, found) for unit in analyse(text, found.language))


def _corrected(unit: Unit, found: Corpus) -> Unit:
    first_term = unit.strong[0]
    known = len(unit.strong) > 1 or bool(unit.parts) or first_term in found.frequency or first_term.startswith(QUESTION)
    if known or len(unit.surface) < SHORTEST_MISSPELT:
        return unit
    if unit.surface in found.surfaces:  # the same word without its accent, which has another stem
        return replace(unit_of(found.surfaces[unit.surface], unit.surface, found.language), share=unit.share)
    table = known_words(found.language)
    first = unit.surface[0]
    meant = _nearest(unit.surface, found.initials.get(first, ())) or _nearest(unit.surface, _known(found.language).get(first, ()))
    if meant is None:
        return unit
    return replace(unit_of(found.surfaces.get(meant) or table[meant], meant, found.language), share=MISSPELT * unit.share)


@lru_cache(maxsize=1)
def _distances() -> tuple[Callable[..., int], Callable[..., int]]:
    from rapidfuzz.distance import OSA, Indel

    return OSA.distance, Indel.distance


def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    """The one word this is a slip of: a letter doubled, dropped or swapped; in long words one exchanged as well."""
    osa, indel = _distances()
    best: tuple[int, str] | None = None
    for other in known:
        if abs(len(other) - len(word)) > 2:
            continue
        distance = osa(word, other, score_cutoff=2)
        exchanged = len(word) < 7 and distance == 1 and indel(word, other) != 1 and sorted(word) != sorted(other)
        allowed = 0 if exchanged else 1 if len(word) < 9 else 2
        if distance <= allowed and (best is None or distance < best[0]):
            best = (distance, other)
    return best[1] if best else None


@dataclass(frozen=True, slots=True)
class Query:
    """A question made ready to be held against many entries."""

    units: tuple[Unit, ...]
    weights: tuple[float, ...]
    side: Side
    vague: bool


def query(text: str, found: Corpus) -> Query:
    """The question as units with their information in this corpus."""
    units = query_units(text, found)[:LONGEST_QUERY]
    return Query(units, found.weigh(units), side(units), all(unit.share < MISSPELT for unit in units))


def score(asked: Query, one: Document, found: Corpus) -> float:
    """From 0 to 1: the share of the question's information that the entry covers, tempered by what the entry asks besides."""
    covered = _share(asked.units, asked.weights, one.side)
    if covered <= 0 or any(_of_another_sort(unit, one.side) for unit in asked.units):
        return 0.0
    wordings = zip(one.asked, found.weights[one.number], strict=True)
    besides = max((_share(units, weights, asked.side) for units, weights in wordings), default=0.0)
    said = covered * (1 - ASKED_SIDE + ASKED_SIDE * besides)
    return said * _agreement(asked.side, one.side) * (VAGUE if asked.vague else 1.0)


def _of_another_sort(unit: Unit, entry: Side) -> bool:
    """Whether the entry speaks of another sort of the same kind: a rule for dogs answers nothing about cats."""
    return not entry.sorts.isdisjoint(unit.kinds) and entry.strong.isdisjoint(unit.strong) and entry.answer.isdisjoint(unit.strong)


def _agreement(asked: Side, entry: Side) -> float:
    """1 where question and entry want the same kinds of fact, less for each kind that only one of them wants."""
    missing = asked.wants & ~entry.wants
    aside = (missing & entry.tells).bit_count()
    unasked = (entry.wants & ~asked.wants).bit_count()
    return float(TOLD_ASIDE**aside * UNTOLD ** (missing.bit_count() - aside) * UNASKED**unasked)


def _share(units: Sequence[Unit], weights: Sequence[float], other: Side) -> float:
    """How much of the information of these units the other side holds."""
    total = sum(weights)
    if total <= 0:
        return 0.0
    return sum(weight * _credit(unit, other) for weight, unit in zip(weights, units, strict=True)) / total


def _credit(unit: Unit, other: Side) -> float:
    whole = _said(unit, other)
    if whole == EXACT or not unit.parts:
        return whole
    shares = sum(part.share for part in unit.parts)
    said = sum(part.share * _credit(part, other) for part in unit.parts) / shares
    return max(whole, said * (SAME if len(unit.parts) > 1 else IN_PHRASE))


def _said(unit: Unit, other: Side) -> float:
    strong = unit.strong
    if strong[0] in other.strong:
        return EXACT
    if not other.strong.isdisjoint(strong):
        return SAME
    if not other.strong.isdisjoint(unit.kinds):
        return KIND_OF
    if not other.loose.isdisjoint(strong):
        return IN_PHRASE
    if not other.kinds.isdisjoint(strong):
        return GENERAL
    if not other.answer.isdisjoint(strong):
        return IN_ANSWER
    same_field = not (other.strong.isdisjoint(unit.weak) and other.weak.isdisjoint(unit.weak) and other.weak.isdisjoint(strong))
    return FIELD if same_field else 0.0
