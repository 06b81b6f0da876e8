"""A small language for tables of phrases, and the engine that finds all of a table's phrases in a sentence at once.

Called by the readers of intents, answers, commands and topics with their tables; calls `nearness`. It must never know what a
phrase means.

A phrase is words with spaces. `prenot*` is any word that begins so, `a|b` either, `?x` may be missing, `va_bene` two words as one
alternative, `@want` a named class of `CLASSES`, `..` up to two words, `...` up to four, `....` up to eight, `^` and `$` the ends of the
sentence. Capitals name what other readers found: DATE TIME SERVICE OPERATOR NAME PHONE NUM.

Laws: 1. a phrase is tried only when one of its rarest words is in the sentence, so a table may grow without cost;
2. matching is on whole words without accents; 3. no phrase can run for ever: gaps are bounded.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from sys import intern

from pipeline.italian.nearness import Near

_GAPS = {"..": 2, "...": 4, "....": 8}
_WORD = r"[^ ]"
_SHORTEST_REPAIRED = 5


@dataclass(frozen=True, slots=True)
class Found:
    """One phrase found: the index of its row in the table and the character range in the sentence."""

    row: int
    start: int
    end: int


@dataclass(slots=True)
class Table:
    """A compiled table of phrases; `find` gives every row that occurs, at its first place."""

    phrases: tuple[str, ...]
    classes: Mapping[str, str]
    _rows: dict[int, re.Pattern[str]] = field(default_factory=dict[int, re.Pattern[str]], init=False)
    _index: dict[str, tuple[int, ...]] = field(default_factory=dict[str, tuple[int, ...]], init=False)
    words: set[str] = field(default_factory=set[str], init=False)
    stems: set[str] = field(default_factory=set[str], init=False)

    def __post_init__(self) -> None:
        """Index every phrase by the words that must be there for it to match; it is compiled when they are met for the first time."""
        rows: dict[str, list[int]] = {}
        for row, phrase in enumerate(self.phrases):
            for key in self._keys(phrase.split()):
                rows.setdefault(intern(key), []).append(row)
        self._index = {key: tuple(found) for key, found in rows.items()}

    def find(self, sentence: str) -> list[Found]:
        """The rows whose phrase occurs; `sentence` is words with one space before each."""
        rows: set[int] = set()
        for word in sentence.split():
            for key in (word, word[:4] + "*", word[:3] + "*", word[:2] + "*"):
                hit = self._index.get(key)
                if hit:
                    rows.update(hit)
        rows.update(self._index.get("", ()))
        found: list[Found] = []
        for row in sorted(rows):
            match = (self._rows.get(row) or self._compiled(row)).search(sentence)
            if match:
                found.append(Found(row, match.start(), match.end()))
        return found

    def _compiled(self, row: int) -> re.Pattern[str]:
        # Compiling them all takes 0.15 s and 2 MB, and a business hears few of them.
        pattern = re.compile("".join(self._regex(element) for element in self.phrases[row].split()) + rf"(?!{_WORD})")
        self._rows[row] = pattern
        return pattern

    def _alternatives(self, element: str) -> list[str]:
        parts: list[str] = []
        for part in element.lstrip("?").split("|"):
            parts.extend(self._alternatives(self.classes[part[1:]]) if part.startswith("@") else [part])
        return parts

    def _regex(self, element: str) -> str:
        if element == "$":
            return element
        if element == "^":
            # Who greets or says a name first has not begun yet.
            lead = "|".join(part.replace("_", " ") for part in self.classes.get("lead", "").split("|"))
            return f"^(?: (?:{lead})(?!{_WORD}))*?" if lead else "^"
        if element in _GAPS:
            return rf"(?: {_WORD}+){{0,{_GAPS[element]}}}?"
        options = "|".join(re.escape(part).replace(r"\*", f"{_WORD}*").replace("_", " ") for part in self._alternatives(element))
        return f"(?: (?:{options})(?!{_WORD})){'?' if element.startswith('?') else ''}"

    def _keys(self, elements: Iterable[str]) -> set[str]:
        best: set[str] = {""}
        best_rank = (0, 0)
        for element in elements:
            if element in _GAPS or element in ("^", "$"):
                continue
            parts = self._alternatives(element)
            self._learn(parts)
            if element.startswith("?"):
                continue
            rank = (min(len(part.split("_")[0]) for part in parts), -len(parts))
            if rank > best_rank:
                best_rank, best = rank, {_key(part.split("_")[0]) for part in parts}
        return best

    def _learn(self, parts: Iterable[str]) -> None:
        for part in parts:
            for word in part.split("_"):
                (self.stems if word.endswith("*") else self.words).add(intern(word.rstrip("*")))


def _key(part: str) -> str:
    return part[:4].rstrip("*") + "*" if part.endswith("*") else part


class Repair:
    """Words that speech recognition bent by one letter, put right when a known word is that close."""

    def __init__(self, words: Iterable[str], stems: Iterable[str], others: Iterable[str] = ()) -> None:
        """Learn the words of all tables; the shorter ones, and `others` that are words of their own, are never touched."""
        self._known = frozenset(words)
        self._others = frozenset(others)
        self._heads = frozenset(stem for stem in stems if len(stem) > 2)
        self._near = Near({word: word for word in self._known if len(word) >= _SHORTEST_REPAIRED})

    def __call__(self, word: str) -> str:
        """The known word that was most likely meant, or the word itself."""
        if len(word) < _SHORTEST_REPAIRED or word in self._known or word in self._others or not word.isalpha():
            return word
        return self._closest(word)

    @lru_cache(maxsize=1024)  # noqa: B019 - one Repair lives as long as the program, so the cache holds nothing back
    def _closest(self, word: str) -> str:
        if any(word[:size] in self._heads for size in range(3, len(word) + 1)):
            return word
        return self._near.find(word) or word
