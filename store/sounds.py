"""The name half of the people index: spelling, sound and distance.

Used by `store.people` alone, under its lock. Knows no database. rapidfuzz is imported at the first search that needs it.
"""

from collections import defaultdict
from dataclasses import dataclass

from pipeline.model.business import Id
from store.phonetics import fold, key, tokens

SOUNDS_ALIKE = 0.95
ONE_OF_SEVERAL = 0.9
"""One of a person's several first names or surnames was said."""
FARTHEST = 0.74
"""Below this likeness of keys two names are two names."""
ENOUGH = 0.8
"""The mean of first name and surname that makes a person worth asking about."""
SHORTEST = 4
"""Shorter keys are compared by equality only: in three letters one is a third."""


@dataclass(frozen=True, slots=True)
class Person:
    """How one client's name is filed."""

    first: tuple[str, ...]
    """First name and nickname, folded."""
    last: str
    first_words: tuple[str, ...]
    last_words: tuple[str, ...]


class NameIndex:
    """People by the spelling and sound of their names."""

    def __init__(self) -> None:
        self._people: dict[Id, Person] = {}
        self._last: defaultdict[str, set[Id]] = defaultdict(set)
        self._first: defaultdict[str, set[Id]] = defaultdict(set)

    def add(self, cliente_id: Id, nome: str, cognome: str, soprannome: str) -> None:
        """Files a person; the id must not be filed already."""
        first = tuple(folded for folded in (fold(nome), fold(soprannome)) if folded)
        person = Person(first, fold(cognome), tokens(nome), tokens(cognome))
        self._people[cliente_id] = person
        for name in {*person.first, *person.first_words}:
            self._first[name].add(cliente_id)
        for name in {person.last, *person.last_words} - {""}:
            self._last[name].add(cliente_id)

    def remove(self, cliente_id: Id) -> None:
        """Takes a person out."""
        person = self._people.pop(cliente_id)
        for index, names in ((self._first, {*person.first, *person.first_words}), (self._last, {person.last, *person.last_words} - {""})):
            for name in names:
                index[name].discard(cliente_id)
                if not index[name]:
                    del index[name]

    def find(self, nome: str, cognome: str, said_nome: str, said_cognome: str) -> tuple[list[Id], list[Id]]:
        """(exactly so, close), for folded names and the words as said; either name may be empty."""
        if not nome and not cognome:
            return [], []
        exact = sorted((found for found in self._same(nome, cognome) if self._is_exact(found, nome, cognome)), key=str)
        scores = self._close(nome, cognome)
        if nome and cognome:
            for found in self._last.get(nome, set()) & self._first.get(cognome, set()):
                scores[found] = max(scores.get(found, 0.0), SOUNDS_ALIKE)
        close = sorted((found for found in scores if found not in set(exact)), key=lambda found: (-scores[found], str(found)))
        return exact, close

    def _same(self, nome: str, cognome: str) -> set[Id]:
        first, last = self._first.get(nome, set()), self._last.get(cognome, set())
        return first & last if nome and cognome else first or last if nome or cognome else set()

    def _is_exact(self, found: Id, nome: str, cognome: str) -> bool:
        person = self._people[found]
        return (not nome or nome in person.first) and (not cognome or cognome == person.last)

    def _close(self, nome: str, cognome: str) -> dict[Id, float]:
        first = _spread(self._first, _alike(nome, self._first)) if nome else None
        last = _spread(self._last, _alike(cognome, self._last)) if cognome else None
        if first is not None and last is not None:
            both = {found: (score + last[found]) / 2 for found, score in first.items() if found in last}
            return {found: score for found, score in both.items() if score >= ENOUGH}
        return first if first is not None else last or {}


def _spread(index: dict[str, set[Id]], scores: dict[str, float]) -> dict[Id, float]:
    """Scores of spellings become scores of people, each with the best."""
    best: dict[Id, float] = {}
    for spelling, score in scores.items():
        for found in index[spelling]:
            best[found] = max(best.get(found, 0.0), score)
    return best


def _alike(said: str, index: dict[str, set[Id]]) -> dict[str, float]:
    """Filed spellings that may be what was said, with their likeness."""
    sound = key(said)
    scores: dict[str, float] = {}
    far: list[tuple[str, str]] = []
    for spelling in index:
        filed = key(spelling)
        if spelling == said:
            scores[spelling] = 1.0
        elif filed == sound:
            scores[spelling] = SOUNDS_ALIKE
        elif abs(len(filed) - len(sound)) <= 2:
            far.append((spelling, filed))
    if len(sound) >= SHORTEST and far:
        from rapidfuzz import process  # 20 ms, and not every search needs it
        from rapidfuzz.distance import OSA

        filed_sounds = [filed for _, filed in far]
        for _, score, at in process.extract(sound, filed_sounds, scorer=OSA.normalized_similarity, score_cutoff=FARTHEST, limit=None):
            scores[far[at][0]] = score * SOUNDS_ALIKE
    return scores
