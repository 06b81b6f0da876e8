"""What was asked for in the place of a service and is none: "una ceretta" where none is done, "la risonanza la fate voi?".

Called by `services` once the known ones are taken; calls `vocabulary` and the words of `services_words`. It must never know what is
answered to it.

Laws: 1. a noun counts where a service could stand: behind a verb of asking or doing, before "la fate", or as the answer to "which";
2. verbs, quantities, people and what is told beside ("è una Panda") are none; 3. one is enough: the first that was asked for.
"""

from collections.abc import Iterator

from pipeline.italian import services_words as said
from pipeline.italian.hearing import Hearing
from pipeline.italian.names_given import GIVEN
from pipeline.italian.names_words import TITLES
from pipeline.italian.numbers import value
from pipeline.italian.trades import ELSEWHERE, GENERIC, GROUPS
from pipeline.italian.vocabulary import LINKS, NEVER_NEAR, Vocabulary, roots
from pipeline.italian.word_forms import is_infinitive
from pipeline.italian.words import SOUNDS, Span

_LONGEST_ENTRY = 4
_LONGEST_ANSWER = 12
_LONGEST_SUBJECT = 6
_VERBAL = ("iamo", "ate", "ete", "ite", "ando", "endo", "rei", "resti", "rebbe")
_KINDS = ("ica", "ico", "ale", "aria", "ia")
_EXAMINED = ("visit", "esam", "ecograf", "radiograf")


def asked_for(hearing: Hearing, vocabulary: Vocabulary, known: bool, answering: bool) -> Iterator[str]:
    """Things asked for that are not sold, in the caller's words, taken as UNKNOWN.

    `known`: a service was named as well; `answering`: the open question is which service, so that bare nouns count.
    """
    if answering:
        yield from _listed(hearing, vocabulary)
        return
    if "UNKNOWN" in hearing.labels:
        start = hearing.labels.index("UNKNOWN")
        end = len(hearing.labels) - hearing.labels[::-1].index("UNKNOWN")
        yield " ".join(word.norm for word in hearing.words[start:end][-1:])
        return
    for place in range(len(hearing.words)):
        span = _asked_at(hearing, vocabulary, place, known) or _resumed_at(hearing, vocabulary, place)
        if span:
            hearing.take(span, "UNKNOWN")
            yield " ".join(word.norm for word in hearing.words[span.start : span.end])
            return


def other_kind(hearing: Hearing, vocabulary: Vocabulary, span: Span) -> int:
    """The end of "massaggio di coppia" when a family's head is followed by a kind that is not sold; 0 otherwise."""
    place = span.end
    if place < len(hearing.words) and _is_another_kind(hearing, vocabulary, span):
        return place + 1
    if place + 1 >= len(hearing.words) or hearing.words[place].norm not in ("di", "d'"):
        return 0
    norm = hearing.words[place + 1].norm
    plain = hearing.labels[place + 1] == "" and norm.isalpha() and len(norm) > 3
    return place + 2 if plain and norm not in GENERIC | LINKS | NEVER_NEAR and not any(roots(norm, vocabulary)) else 0


def _is_another_kind(hearing: Hearing, vocabulary: Vocabulary, span: Span) -> bool:
    """ "Visita oculistica" where visits are of other kinds."""
    word = hearing.words[span.end]
    head = hearing.words[span.start].norm.startswith(_EXAMINED)
    plain = not word.breaks and not hearing.labels[span.end] and word.norm not in GENERIC | LINKS | NEVER_NEAR | ELSEWHERE
    return head and plain and len(word.norm) > 5 and word.norm.endswith(_KINDS) and not any(roots(word.norm, vocabulary))


def _listed(hearing: Hearing, vocabulary: Vocabulary) -> Iterator[str]:
    """The entries of an answer to "which service" that name nothing sold here: "un tatuaggio e la piega"."""
    entry: list[int] = []
    if not said.COMPLAINTS.isdisjoint(word.norm for word in hearing.words):
        return
    for place, word in enumerate(hearing.words):
        if entry and (word.breaks or word.norm in said.ENDS_ENTRY or hearing.labels[place]):
            yield from _entry(hearing, entry)
            entry = []
        if not hearing.labels[place] and ((entry and word.norm in LINKS) or _could_be_entry(hearing, vocabulary, place, bool(entry))):
            entry.append(place)
    yield from _entry(hearing, entry)


def _could_be_entry(hearing: Hearing, vocabulary: Vocabulary, place: int, within: bool) -> bool:
    """Whether a word may be what was asked for: a noun at the start, after an article or a wish, never a verb or a person."""
    norm = hearing.words[place].norm
    before = _norm(hearing, place - 1)
    if before in said.BEFORE_A_VERB or (before == "si" and _norm(hearing, place - 2) in said.BEFORE_A_VERB):
        return False
    if _tells_of_a_service(hearing, place) or (not within and _is_told(hearing, place)):
        return False
    led = within or place == 0 or hearing.words[place].breaks or hearing.words[place - 1].norm in said.BEFORE_ENTRY
    ends = place + 1 == len(hearing.words) or hearing.words[place + 1].breaks
    verb = norm.endswith(_VERBAL) and not ends and (place == 0 or hearing.words[place - 1].norm not in said.ARTICLES)
    return led and not verb and norm not in GIVEN and _could_be_service(hearing, vocabulary, place)


def _tells_of_a_service(hearing: Hearing, place: int) -> bool:
    """ "La tinta alla radice", "una sistemata alla barba": where or how the service beside it is done."""
    after_it = place > 1 and hearing.words[place - 1].norm in said.AT and hearing.labels[place - 2] == "SERVICE"
    before_it = place + 2 < len(hearing.words) and hearing.words[place + 1].norm in said.AT and hearing.labels[place + 2] == "SERVICE"
    return after_it or before_it


def _is_told(hearing: Hearing, place: int) -> bool:
    """ "È una Panda", "ho una cena": what something is or what one has is not what is asked for."""
    step = place - 1
    while step >= 0 and hearing.words[step].norm in LINKS and not (hearing.words[step].norm == "e" and hearing.is_verb(step)):
        step -= 1
    norm = hearing.words[step].norm if step >= 0 else ""
    of_it = {word.norm for word in hearing.words[step + 1 : place]} & said.OF_IT
    if (step >= 0 and hearing.labels[step] == "SERVICE" and of_it) or (is_infinitive(norm) and norm not in said.ASKING):
        return True
    if norm in ("quello", "quella", "quelli", "quelle") and _norm(hearing, step - 1) == "non":
        return True
    return norm in said.TELLING or (norm == "e" and hearing.is_verb(step)) or _norm(hearing, place - 1) in said.AT | said.WITHIN


def _entry(hearing: Hearing, places: list[int]) -> Iterator[str]:
    while places and hearing.words[places[-1]].norm in LINKS:
        places.pop()
    if places and len(places) <= _LONGEST_ENTRY and len(hearing.words) <= _LONGEST_ANSWER:
        yield " ".join(word.norm for word in hearing.words[places[0] : places[-1] + 1])


def _asked_at(hearing: Hearing, vocabulary: Vocabulary, place: int, known: bool) -> Span | None:
    """The noun that follows a verb of asking at `place`."""
    norm = hearing.words[place].norm
    step = _after_second(hearing, place) if known else _after_verb(hearing, vocabulary, place)
    if step is None:
        return None
    asked = step
    step = _over(hearing, step, said.ARTICLES)
    bare = norm in said.WANTING and hearing.words[step - 1].norm not in said.ARTICLES
    if _norm(hearing, step) in said.ACTION_NOUNS and _norm(hearing, step + 1) in said.OF:
        step += 2
    step = _over(hearing, step, said.STEPPED_OVER)
    apart = any(word.breaks for word in hearing.words[asked : step + 1])
    return None if bare or apart else _noun(hearing, vocabulary, step)


def _after_second(hearing: Hearing, place: int) -> int | None:
    """ "taglio e una ceretta": beside a known service only a second thing of a list is asked for."""
    joined = hearing.words[place].norm in said.ENDS_ENTRY and place > 0 and hearing.labels[place - 1] == "SERVICE"
    step = _over(hearing, place + 1, said.ALSO)
    return step if joined and _norm(hearing, step) in said.ARTICLES else None


def _after_verb(hearing: Hearing, vocabulary: Vocabulary, place: int) -> int | None:
    norm = hearing.words[place].norm
    if norm in said.FOR:
        return place + 2 if _norm(hearing, place + 1) in ("per", "di") and _norm(hearing, place + 2) not in said.ASKING else None
    if norm in said.ACTION_NOUNS:
        return place + 2 if _norm(hearing, place + 1) in said.OF else None
    if is_infinitive(norm) and _norm(hearing, place - 1) in said.MADE_TO_BE and norm not in said.NOT_MADE:
        return place + 1  # "far controllare le sospensioni"
    if norm in said.NEEDING:
        return place + 1 if _norm(hearing, place - 1) in said.DATIVES else None
    if norm in said.DONE_BY_ONE:
        return place + 1 if _names_who(hearing, vocabulary, place) else None
    if norm == "avete":
        step = _over(hearing, place + 1, said.STEPPED_OVER)
        return step if _norm(hearing, step).endswith(said.OF_A_TRADE) else None
    if norm in said.ASKING or norm in said.OFFERING or _offers(hearing, place) or norm in said.WANTING:
        return None if _cannot(hearing, place) else place + 1
    return None


def _offers(hearing: Hearing, place: int) -> bool:
    """ "Verniciate anche i cerchi?": any verb at the head of a question, but those of every business."""
    norm = hearing.words[place].norm
    heads = all(word.norm in said.BEFORE_SUBJECT for word in hearing.words[:place])
    named = _norm(hearing, _over(hearing, place + 1, said.ALSO)) in said.ARTICLES
    return (
        heads and named and "?" in hearing.text and len(norm) > 5 and norm.endswith(("ate", "ete", "ite")) and norm not in said.NOT_OFFERING
    )


def _names_who(hearing: Hearing, vocabulary: Vocabulary, place: int) -> bool:
    """ "Il dottor Greco fa anche le infiltrazioni?", "chi fa le extension?": somebody of the business does it."""
    before = _norm(hearing, place - 1)
    somebody = before == "che" and _norm(hearing, place - 2) in ("qualcuno", "qualcuna", "uno", "una")
    return somebody or before in vocabulary.operators or before in ("chi", "si") or _norm(hearing, place - 2) in TITLES


def _cannot(hearing: Hearing, place: int) -> bool:
    """ "Non può fare le scale": what somebody is unable to do is not what is wanted."""
    return hearing.words[place].norm.endswith("re") and "non" in (_norm(hearing, place - 2), _norm(hearing, place - 3))


def _resumed_at(hearing: Hearing, vocabulary: Vocabulary, place: int) -> Span | None:
    """ "La risonanza al ginocchio la fate voi?": the noun at the head of what "la", "ne" or "ce l'" takes up before the verb."""
    if _norm(hearing, place) not in said.TAKEN_UP or _norm(hearing, place + 1) not in said.OFFERING | said.DONE_BY_ONE | {"avete"}:
        return None
    begins = place - 1 if _norm(hearing, place - 1) in ("me", "ce", "ve") else place
    if hearing.words[begins].breaks and _norm(hearing, begins - 2) in said.ARTICLES:
        return _noun(hearing, vocabulary, begins - 1)  # "si è rotto il radiatore, me lo cambiate?"
    start = place
    while start > 0 and place - start < _LONGEST_SUBJECT and not hearing.words[start].breaks:
        start -= 1
    start = _over(hearing, start, said.BEFORE_SUBJECT)
    led = start == 0 or hearing.words[start].breaks or hearing.words[start - 1].norm in said.BEFORE_SUBJECT
    return _noun(hearing, vocabulary, start) if led and start < place else None


def _norm(hearing: Hearing, place: int) -> str:
    return hearing.words[place].norm if 0 <= place < len(hearing.words) else ""


def _over(hearing: Hearing, step: int, words: frozenset[str]) -> int:
    while _norm(hearing, step) in words or _norm(hearing, step) in SOUNDS:
        step += 1
    return step


def _noun(hearing: Hearing, vocabulary: Vocabulary, step: int) -> Span | None:
    if not _could_be_service(hearing, vocabulary, step) or _tells_of_a_service(hearing, step):
        return None
    end = step + 1
    following = end < len(hearing.words) and not hearing.words[end].breaks and _could_be_service(hearing, vocabulary, end)
    return Span(step, end + 1 if following and hearing.words[end].norm[-1:] in "aeio" else end)


def _could_be_service(hearing: Hearing, vocabulary: Vocabulary, place: int) -> bool:
    if place >= len(hearing.words) or hearing.labels[place]:
        return False
    norm = hearing.words[place].norm
    if norm in GROUPS:
        return False
    verb = norm.endswith(("are", "ere", "ire", "armi", "arla", "arlo", "arsi")) and norm not in ("manicure", "pedicure")
    if not norm.isalpha() or len(norm) < _least(hearing, place) or verb or norm in vocabulary.foreign or norm in vocabulary.operators:
        return False
    return norm not in said.NO_SERVICE and norm not in said.NO_NOUN and value(norm) is None


def _least(hearing: Hearing, place: int) -> int:
    """Three letters are a noun only after its article ("una tac")."""
    return 3 if place and hearing.words[place - 1].norm in ("una", "la", "un", "il") else 4
