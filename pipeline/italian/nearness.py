"""Words bent by one letter: a dictionary that finds the word that was meant.

Called by `patterns` and `vocabulary`; calls nobody. It must never know what a word means.
"""

from collections.abc import Iterator, Mapping

_LEAST = 6
_LONG = 8


class Near:
    """Finds the entry at most one letter away (missing, added, other, or two exchanged); the first letter counts as right."""

    __slots__ = ("_alike", "_entries")

    def __init__(self, entries: Mapping[str, str]) -> None:
        """Learn the entries, word to meaning; words of fewer than six letters are found only exactly."""
        self._entries = dict(entries)
        self._alike: dict[tuple[str, int], list[str]] = {}
        """Words by first letter and length: a list of all bent spellings would weigh as much as the rest of the vocabulary."""
        for word in sorted(self._entries):
            if len(word) >= _LEAST:
                self._alike.setdefault((word[0], len(word)), []).append(word)

    def find(self, word: str) -> str | None:
        """The meaning of the nearest entry, None when there is none within one letter."""
        if word in self._entries:
            return self._entries[word]
        if len(word) < _LEAST - 1:
            return None
        found = min(self._candidates(word), default=None)
        return None if found is None else self._entries[found[-1]]

    def _candidates(self, word: str) -> Iterator[tuple[int, str, int, str]]:
        """The entries one letter away: the longer ones first, then by what the two have in common; the word itself comes last."""
        size, second, last = len(word), word[1], word[-1]
        for length in (size + 1, size, size - 1) if size >= _LEAST else (size + 1,):
            for entry in self._alike.get((word[0], length), ()):
                # One slip leaves the beginning or the end as it was.
                if (entry[1] == second or entry[-1] == last) and _slip(word, entry):
                    shared = deletions(word) & {entry, *deletions(entry)} if length <= size else {word} & deletions(entry)
                    if shared:
                        yield (int(length <= size), min(shared), int(length == size), entry)


def _slip(word: str, entry: str) -> bool:
    # Another letter in a short word is more often another word ("ditemi", "datemi") than a slip.
    return one_apart(word, entry) and (len(word) != len(entry) or len(word) >= _LONG or sorted(word) == sorted(entry))


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
