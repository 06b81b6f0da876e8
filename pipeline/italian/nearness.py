"""Words bent by one letter: a dictionary that finds the word that was meant.

Called by `patterns` and `vocabulary`; calls nobody. It must never know what a word means.
"""

from collections.abc import Iterable, Mapping

_LEAST = 6
_LONG = 8


class Near:
    """Finds the entry at most one letter away (missing, added, other, or two exchanged); the first letter counts as right."""

    __slots__ = ("_bent", "_entries")

    def __init__(self, entries: Mapping[str, str]) -> None:
        """Learn the entries, word to meaning; words of fewer than six letters are found only exactly."""
        self._entries = dict(entries)
        self._bent: dict[str, list[str]] = {}
        for word in sorted(self._entries):
            if len(word) >= _LEAST:
                for bent in deletions(word):
                    self._bent.setdefault(bent, []).append(word)

    def find(self, word: str) -> str | None:
        """The meaning of the nearest entry, None when there is none within one letter."""
        if word in self._entries:
            return self._entries[word]
        if len(word) < _LEAST - 1:
            return None
        for candidate in self._candidates(word):
            # Another letter in a short word is more often another word ("ditemi", "datemi") than a slip.
            if one_apart(word, candidate) and (len(word) != len(candidate) or len(word) >= _LONG or sorted(word) == sorted(candidate)):
                return self._entries[candidate]
        return None

    def _candidates(self, word: str) -> Iterable[str]:
        yield from self._bent.get(word, ())
        if len(word) >= _LEAST:
            for bent in sorted(deletions(word)):
                if bent in self._entries and len(bent) >= _LEAST:
                    yield bent
                yield from self._bent.get(bent, ())


def deletions(word: str) -> set[str]:
    """The word with any one letter but the first left out: changing the first makes another word ("porto", "corto")."""
    return {word[:place] + word[place + 1 :] for place in range(1, len(word))}


def one_apart(one: str, other: str) -> bool:
    """Whether one letter was lost, added or changed, or two neighbours exchanged."""
    if len(one) > len(other):
        one, other = other, one
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    if len(one) < len(other):
        return len(other) - len(one) == 1 and one[start:] == other[start + 1 :]
    swapped = (
        start + 1 < len(one)
        and one[start] == other[start + 1]
        and one[start + 1] == other[start]
        and one[start + 2 :] == other[start + 2 :]
    )
    return one[start + 1 :] == other[start + 1 :] or swapped
