"""Nouns that could be the name of a service nobody here sells: what may stand in its place, and what never does.

Called by `services_unknown`; calls `vocabulary` and the words of `services_words`. It must never know what was asked for.
"""

from pipeline.italian import services_words as said
from pipeline.italian.hearing import Hearing
from pipeline.italian.numbers import value
from pipeline.italian.trades import GROUPS
from pipeline.italian.vocabulary import Vocabulary
from pipeline.italian.word_forms import stem
from pipeline.italian.words import SOUNDS, Span


def noun(hearing: Hearing, vocabulary: Vocabulary, step: int) -> Span | None:
    """The noun at a place, with the second word of a name of two; None when none could stand there."""
    if not could_be_service(hearing, vocabulary, step) or tells_of_a_service(hearing, step):
        return None
    end = step + 1
    following = end < len(hearing.words) and not hearing.words[end].breaks and could_be_service(hearing, vocabulary, end)
    return Span(step, end + 1 if following and hearing.words[end].norm[-1:] in "aeio" else end)


def could_be_service(hearing: Hearing, vocabulary: Vocabulary, place: int) -> bool:
    """Whether the word could name a service: no verb, no person, nothing that is said of appointments."""
    if place >= len(hearing.words) or hearing.labels[place]:
        return False
    norm = hearing.words[place].norm
    if norm in GROUPS:
        return False
    verb = norm.endswith(("are", "ere", "ire", "armi", "arla", "arlo", "arsi")) and word_at(hearing, place - 1) not in ("un", "una")
    if not norm.isalpha() or len(norm) < _least(hearing, place) or verb or norm in vocabulary.foreign or norm in vocabulary.operators:
        return False
    if norm.endswith("mente") or f"anti{stem(norm)}" in vocabulary.stems or _belies_its_article(hearing, place):
        return False
    return norm not in said.NO_SERVICE and norm not in said.NO_NOUN and value(norm) is None


def _belies_its_article(hearing: Hearing, place: int) -> bool:
    """ "È la prima volta che le metto", "gli tagliate il pelo": what does not agree with "la", "le" or "gli" is a verb."""
    norm, article = hearing.words[place].norm, word_at(hearing, place - 1)
    if article == "gli":
        return norm[-1] in "aeo"
    return norm.endswith("o") and article in ("la", "le") and norm not in said.WITH_ANOTHER_END


def _least(hearing: Hearing, place: int) -> int:
    """Three letters are a noun only after its article ("una tac")."""
    return 3 if place and hearing.words[place - 1].norm in ("una", "la", "un", "il") else 4


def tells_of_a_service(hearing: Hearing, place: int) -> bool:
    """ "La tinta alla radice", "una sistemata alla barba": where or how the service beside it is done."""
    after_it = place > 1 and hearing.words[place - 1].norm in said.AT and hearing.labels[place - 2] == "SERVICE"
    before_it = place + 2 < len(hearing.words) and hearing.words[place + 1].norm in said.AT and hearing.labels[place + 2] == "SERVICE"
    return after_it or before_it


def over(hearing: Hearing, step: int, words: frozenset[str]) -> int:
    """The first place from `step` on whose word is none of these; sounds are stepped over too."""
    while word_at(hearing, step) in words or word_at(hearing, step) in SOUNDS or word_at(hearing, step) == "cioe":
        step += 1
    return step


def word_at(hearing: Hearing, place: int) -> str:
    """The folded word at a place, "" outside."""
    return hearing.words[place].norm if 0 <= place < len(hearing.words) else ""
