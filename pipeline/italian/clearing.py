"""Fillers and stuttered beginnings taken out of phrases of days, hours and numbers, with the way back to the words as said.

Called by `when`, `dates_birth`; calls the vocabularies. What may be a correction ("venerdì, cioè sabato") stays. It must never
know what a phrase means.
"""

from dataclasses import dataclass

from pipeline.italian.dates_words import MONTHS, WEEKDAYS
from pipeline.italian.numbers import SMALL
from pipeline.italian.times_words import PARTS
from pipeline.italian.words import SOUNDS, Span, Word

_EMPTY = SOUNDS | {"ecco", "diciamo", "allora", "praticamente", "insomma", "dunque"}
_OPENERS = frozenset({
    "alle", "le", "il", "dopo", "di", "e", "un", "dalle", "tra", "fra", "al", "dal", "verso", "entro", "prima", "delle", "la", "non",
    "meno",
    "all'", "ma",
})  # fmt: skip
_STUTTERED = _OPENERS - {"non", "meno", "ma"} | {"da", "per", "a"}
_CLOSERS = frozenset({"e", "meno", "prossimo", "prossima", "mezza", "quarto", "giorni", "settimane", "ore", "minuti", *MONTHS})
_WORDS = frozenset({
    "alle", "dalle", "delle", "meno", "mezza", "mezzo", "mezzogiorno", "quarto", "settimana", "settimane", "giorni", "giorno", "prossimo",
    "prossima", "domani", "dopodomani", "oggi", "prima", "dopo", "verso", "entro", "possibile", "potete", "stasera", "weekend",
    "fine", "mese",
    "ultimo", "primo", *WEEKDAYS, *MONTHS, *SMALL, *PARTS,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cleared:
    """The words that count, and for each its position among the words as said."""

    words: tuple[Word, ...]
    places: tuple[int, ...]

    def concluding(self, words: tuple[Word, ...]) -> frozenset[int]:
        """Positions among the words that count before which "allora" was said."""
        left_out = (index for index, place in enumerate(self.places) if place and words[place - 1].norm == "allora")
        return frozenset((*left_out, *(index for index, word in enumerate(self.words) if word.concludes)))

    def back(self, span: Span) -> Span:
        """A span among the words that count as one among the words as said."""
        return Span(self.places[span.start], self.places[span.end - 1] + 1)


def clear(words: tuple[Word, ...]) -> Cleared:
    """The words without those that say nothing of a day, an hour or a number."""
    places = tuple(index for index in range(len(words)) if not _says_nothing(words, index))
    return Cleared(words if len(places) == len(words) else tuple(words[index] for index in places), places)


def _says_nothing(words: tuple[Word, ...], index: int) -> bool:
    norm = words[index].norm
    if norm in _EMPTY:
        return True
    following = words[index + 1].norm if index + 1 < len(words) else ""
    if norm == following and norm in _STUTTERED and not words[index + 1].breaks:
        return True
    if norm == "cioe":
        previous = words[index - 1].norm if index else ""
        return (
            previous in _OPENERS or following in _CLOSERS or (following in WEEKDAYS and previous not in WEEKDAYS and previous not in _WORDS)
        )
    begun = (len(norm) <= 3 and norm not in SMALL) or norm == "un"
    return (
        begun
        and len(following) > len(norm)
        and following.startswith(norm)
        and following in _WORDS
        and (norm, following) != ("di", "dicembre")
    )
