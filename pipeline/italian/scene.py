"""The utterance laid out for the readers of dates and times: words, the moment, and the places that are somebody else's.

Made once a reading by `when`, passed to every rule of dates and times. Calls `words` and `numbers`. It must never know what
a rule looks for.
"""

from pipeline.italian import numbers
from pipeline.italian.numbers import NumberFound
from pipeline.italian.words import SOUNDS, Word
from pipeline.model.parse import Context

_PAD = 12


class Scene:
    """Words with safe neighbours: `at(i)` is "" beyond either end and where another reader holds the word."""

    __slots__ = ("_norms", "_numbers", "context", "resumed", "today", "words")

    def __init__(
        self, words: tuple[Word, ...], context: Context, blocked: frozenset[int] = frozenset(), resumed: frozenset[int] = frozenset()
    ) -> None:
        self.words = words
        self.resumed = resumed
        """Where "allora" stood before a word and was left out: what follows is the conclusion."""
        self.context = context
        self.today = context.now.date()
        self._norms = [("" if index in blocked else word.norm) for index, word in enumerate(words)] + [""] * _PAD
        self._numbers: dict[int, NumberFound | None] = {}

    def at(self, index: int) -> str:
        """The word there, folded; "" outside the utterance."""
        try:
            return self._norms[index]
        except IndexError:
            return ""

    def number(self, index: int) -> NumberFound | None:
        """The number that begins there, if any."""
        if index not in self._numbers:
            self._numbers[index] = numbers.at(self.words, index) if self.at(index) else None
        return self._numbers[index]

    def before(self, index: int) -> str:
        """The marks between this word and the one before it."""
        return self.words[index].before if 0 <= index < len(self.words) else " "

    def breaks(self, index: int) -> bool:
        """Whether a comma or a stop stands before this word; beyond the end it does."""
        return self.words[index].breaks if 0 <= index < len(self.words) else True

    def matches(self, index: int, phrase: tuple[str, ...]) -> bool:
        """Whether exactly these words stand here."""
        for offset, word in enumerate(phrase, index):  # noqa: SIM110 - a generator here costs a third of the reading
            if self.at(offset) != word:
                return False
        return True

    def skip(self, index: int, allowed: frozenset[str]) -> int:
        """The first position from here that holds none of these words (nor a mere sound)."""
        while self.at(index) and (self.at(index) in allowed or self.at(index) in SOUNDS):
            index += 1
        return index
