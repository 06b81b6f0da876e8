"""The name half of the people index: spelling, sound and distance.

Used by `store.people` alone, under its lock. Knows no database. rapidfuzz is imported at the first search that needs it.
"""

from collections import defaultdict
from dataclasses import dataclass

from pipeline.model.business import Id
from store.phonetics import fold, key, tokens

SOUNDS_ALIKE = 0.95
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


class Words:
    """Names of one kind (first names, or surnames): who is filed under which spelling, and which spellings share a sound."""

    def __init__(self) -> None:
        self._people: defaultdict[str, set[Id]] = defaultdict(set)
        self._spellings: defaultdict[str, set[str]] = defaultdict(set)
        self._sounds: list[str] | None = None

    def add(self, spelling: str, cliente_id: Id) -> None:
        """Files a person under a spelling."""
        self._people[spelling].add(cliente_id)
        sound = key(spelling)
        if sound not in self._spellings:
            self._sounds = None
        self._spellings[sound].add(spelling)

    def remove(self, spelling: str, cliente_id: Id) -> None:
        """Takes a person out from under a spelling."""
        self._people[spelling].discard(cliente_id)
        if not self._people[spelling]:
            del self._people[spelling]
            sound = key(spelling)
            self._spellings[sound].discard(spelling)
            if not self._spellings[sound]:
                del self._spellings[sound]
                self._sounds = None

    def same(self, spelling: str) -> set[Id]:
        """The people filed under exactly this spelling."""
        return self._people.get(spelling, set())

    def like(self, said: str) -> dict[Id, float]:
        """People filed under anything that may be what was said, each with the best likeness."""
        best: dict[Id, float] = {}
        for sound, score in self._near(key(said)).items():
            for spelling in self._spellings[sound]:
                mark = 1.0 if spelling == said else score
                for found in self._people[spelling]:
                    best[found] = max(best.get(found, 0.0), mark)
        return best

    def _near(self, sound: str) -> dict[str, float]:
        near = {sound: SOUNDS_ALIKE} if sound in self._spellings else {}
        if len(sound) >= SHORTEST:
            from rapidfuzz import process  # 20 ms, and not every search needs it
            from rapidfuzz.distance import OSA

            if self._sounds is None:
                self._sounds = list(self._spellings)
            for filed, score, _ in process.extract(
                sound, self._sounds, scorer=OSA.normalized_similarity, score_cutoff=FARTHEST, limit=None
            ):
                near.setdefault(filed, score * SOUNDS_ALIKE)
        return near


class NameIndex:
    """People by the spelling and sound of their names."""

    def __init__(self) -> None:
        self._people: dict[Id, Person] = {}
        self._last = Words()
        self._first = Words()

    def add(self, cliente_id: Id, nome: str, cognome: str, soprannome: str) -> None:
        """Files a person; the id must not be filed already."""
        first = tuple(folded for folded in (fold(nome), fold(soprannome)) if folded)
        person = Person(first, fold(cognome), tokens(nome), tokens(cognome))
        self._people[cliente_id] = person
        for words, names in self._filed(person):
            for name in names:
                words.add(name, cliente_id)

    def remove(self, cliente_id: Id) -> None:
        """Takes a person out."""
        for words, names in self._filed(self._people.pop(cliente_id)):
            for name in names:
                words.remove(name, cliente_id)

    def _filed(self, person: Person) -> tuple[tuple[Words, set[str]], tuple[Words, set[str]]]:
        return (self._first, {*person.first, *person.first_words}), (self._last, {person.last, *person.last_words} - {""})

    def find(self, nome: str, cognome: str) -> tuple[list[Id], list[Id]]:
        """(exactly so, close and best first), for folded names; either may be empty."""
        if not nome and not cognome:
            return [], []
        exact = sorted((found for found in self._same(nome, cognome) if self._is_exact(found, nome, cognome)), key=str)
        scores = self._close(nome, cognome)
        for found in self._last.same(nome) & self._first.same(cognome):
            scores[found] = max(scores.get(found, 0.0), SOUNDS_ALIKE)
        sure = set(exact)
        close = sorted((found for found in scores if found not in sure), key=lambda found: (-scores[found], str(found)))
        return exact, close

    def _same(self, nome: str, cognome: str) -> set[Id]:
        if nome and cognome:
            return self._first.same(nome) & self._last.same(cognome)
        return self._first.same(nome) if nome else self._last.same(cognome)

    def _is_exact(self, found: Id, nome: str, cognome: str) -> bool:
        person = self._people[found]
        return (not nome or nome in person.first) and (not cognome or cognome == person.last)

    def _close(self, nome: str, cognome: str) -> dict[Id, float]:
        if not nome or not cognome:
            return self._first.like(nome) if nome else self._last.like(cognome)
        first, last = self._first.like(nome), self._last.like(cognome)
        both = {found: (score + first[found]) / 2 for found, score in last.items() if found in first}
        return {found: score for found, score in both.items() if score >= ENOUGH}
