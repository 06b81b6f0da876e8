"""What was asked for in the place of a service and is none: "una ceretta" where none is done, "la risonanza la fate voi?".

Called by `services` once the known ones are taken; calls `services_nouns`, `vocabulary` and the words of `services_words`. It must
never know what is answered to it.

Laws: 1. a noun counts where a service could stand: behind a verb of asking or doing, before "la fate", or as the answer to "which";
2. verbs, quantities, people and what is told beside ("è una Panda") are none; 3. one is enough: the first that was asked for.
"""

from collections.abc import Iterator
from itertools import pairwise

from pipeline.italian import services_nouns as nouns
from pipeline.italian import services_words as said
from pipeline.italian.hearing import Hearing
from pipeline.italian.names_given import GIVEN
from pipeline.italian.names_words import TITLES
from pipeline.italian.numbers import value
from pipeline.italian.trades import ELSEWHERE, GENERIC
from pipeline.italian.vocabulary import LINKS, NEVER_NEAR, Vocabulary, roots
from pipeline.italian.word_forms import is_infinitive
from pipeline.italian.words import Span

_LONGEST_ENTRY = 4
_LONGEST_ANSWER = 12
_LONGEST_SUBJECT = 9
_STUTTER = 4
_SHORTEST_VERB = 5
_BESIDE = frozenset({"oltre"})
_VERBAL = ("iamo", "ate", "ete", "ite", "ando", "endo", "rei", "resti", "rebbe")
_KINDS = ("ica", "ico", "ale", "aria", "ia")
_EXAMINED = ("visit", "esam", "ecograf", "radiograf")


def asked_for(hearing: Hearing, vocabulary: Vocabulary, known: bool, answering: bool, opening: bool = True) -> Iterator[str]:
    """Things asked for that are not sold, in the caller's words, taken as UNKNOWN.

    `known`: a service was named as well; `answering`: the open question is which service, so that bare nouns count;
    `opening`: nothing is asked yet, so that a thing alone is a wish ("una risonanza al ginocchio").
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
        span = span or (_named_alone(hearing, vocabulary, place) if opening and not known else None)
        if span:
            for one in (span, *_listed_behind(hearing, vocabulary, span.end)):
                hearing.take(one, "UNKNOWN")
                yield " ".join(word.norm for word in hearing.words[one.start : one.end])
            return


def _listed_behind(hearing: Hearing, vocabulary: Vocabulary, place: int) -> Iterator[Span]:
    """ "Crossfit o arrampicata?": another thing joined to the first that closes its clause."""
    start = nouns.over(hearing, place + 1, said.STEPPED_OVER)
    if nouns.word_at(hearing, place) not in said.LISTING or not nouns.could_be_service(hearing, vocabulary, start):
        return
    ends = start + 1 == len(hearing.words) or hearing.words[start + 1].breaks
    if ends or nouns.word_at(hearing, start + 1) in said.LISTING | said.CLOSES_A_REQUEST:
        yield Span(start, start + 1)


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
    before = nouns.word_at(hearing, place - 1)
    if before in said.BEFORE_A_VERB or (before == "si" and place > 1 and not hearing.words[place].breaks):
        return False
    if before in said.TAKEN_UP and nouns.word_at(hearing, place - 2) in said.BEFORE_A_VERB | {"me"}:
        return False  # "me lo deve dire il dottore"
    if not within and before not in said.ARTICLES and _goes_on_as_a_verb(hearing, place):
        return False
    if "non" in (nouns.word_at(hearing, place - step) for step in (1, 2, 3)) and not hearing.words[place].breaks:
        return False  # "non esce più fresco"
    if nouns.tells_of_a_service(hearing, place) or (not within and _is_told(hearing, place)):
        return False
    led = within or place == 0 or hearing.words[place].breaks or hearing.words[place - 1].norm in said.BEFORE_ENTRY
    ends = place + 1 == len(hearing.words) or hearing.words[place + 1].breaks
    verb = norm.endswith(_VERBAL) and not ends and (place == 0 or hearing.words[place - 1].norm not in said.ARTICLES)
    return led and not verb and norm not in GIVEN and nouns.could_be_service(hearing, vocabulary, place)


def _in_a_side_clause(hearing: Hearing, place: int) -> bool:
    """ "La ricrescita, che sembro un tasso": what is told of it, or why."""
    start = place
    while start > 0 and not hearing.words[start].breaks:
        start -= 1
    return start < place and hearing.words[start].norm in said.SIDE_CLAUSE


def _goes_on_as_a_verb(hearing: Hearing, place: int) -> bool:
    """ "Fischia quando freno", "faccia lei", "pesa quindici chili": a bare word with what only follows a verb."""
    following = nouns.word_at(hearing, place + 1)
    return following in said.AFTER_A_VERB or (bool(following) and value(following) is not None)


def _is_told(hearing: Hearing, place: int) -> bool:
    """ "È una Panda", "ho una cena": what something is or what one has is not what is asked for."""
    step = place - 1
    while step >= 0 and hearing.words[step].norm in LINKS and not (hearing.words[step].norm == "e" and hearing.is_verb(step)):
        step -= 1
    norm = hearing.words[step].norm if step >= 0 else ""
    if _in_a_side_clause(hearing, place) or (norm.endswith(said.DONE_ENDS) and nouns.word_at(hearing, step - 1) in said.TELLING):
        return True
    if not (said.AT | said.WITHIN | {"da"}).isdisjoint(word.norm for word in hearing.words[step + 1 : place]):
        return True
    of_it = {word.norm for word in hearing.words[step + 1 : place]} & said.OF_IT
    if (step >= 0 and hearing.labels[step] == "SERVICE" and of_it) or (is_infinitive(norm) and norm not in said.ASKING):
        return True
    if norm in ("quello", "quella", "quelli", "quelle") and nouns.word_at(hearing, step - 1) == "non":
        return True
    return norm in said.TELLING or (norm == "e" and hearing.is_verb(step))


def _entry(hearing: Hearing, places: list[int]) -> Iterator[str]:
    while places and hearing.words[places[-1]].norm in LINKS:
        places.pop()
    also = bool(places) and not said.ALSO.isdisjoint((nouns.word_at(hearing, places[0] - 1), nouns.word_at(hearing, places[0] - 2)))
    if places and len(places) <= _LONGEST_ENTRY and (also or len(hearing.words) <= _LONGEST_ANSWER):
        yield " ".join(word.norm for word in hearing.words[places[0] : places[-1] + 1])


def _asked_at(hearing: Hearing, vocabulary: Vocabulary, place: int, known: bool) -> Span | None:
    """The noun that follows a verb of asking at `place`."""
    norm = hearing.words[place].norm
    step = _after_second(hearing, place) if known else _after_verb(hearing, vocabulary, place)
    if step is None:
        return None
    asked = step
    step = nouns.over(hearing, step, said.ARTICLES)
    bare = norm in said.WANTING and hearing.words[step - 1].norm not in said.ARTICLES
    if nouns.word_at(hearing, step) in said.ACTION_NOUNS:
        step += 2 if nouns.word_at(hearing, step + 1) in said.OF else 1
    step = nouns.over(hearing, step, said.STEPPED_OVER)
    step += nouns.word_at(hearing, step) in said.ACTION_NOUNS and nouns.could_be_service(hearing, vocabulary, step + 1)
    step += 0 < len(nouns.word_at(hearing, step)) < _STUTTER and nouns.word_at(hearing, step + 1).startswith(nouns.word_at(hearing, step))
    apart = any(word.breaks for word in hearing.words[asked : step + 1])
    return None if bare or apart else nouns.noun(hearing, vocabulary, step)


def _after_second(hearing: Hearing, place: int) -> int | None:
    """ "taglio e una ceretta", "oltre alla piega vorrei una maschera": beside a known service only a second thing is asked for."""
    beside = not _BESIDE.isdisjoint(word.norm for word in hearing.words)
    if beside and hearing.words[place].norm in said.WANTING and nouns.word_at(hearing, place + 1) in ("un", "una", "un'"):
        return place + 1
    joined = hearing.words[place].norm in said.ENDS_ENTRY and place > 0 and hearing.labels[place - 1] == "SERVICE"
    step = nouns.over(hearing, place + 1, said.ALSO)
    return step if joined and nouns.word_at(hearing, step) in said.ARTICLES else None


def _after_verb(hearing: Hearing, vocabulary: Vocabulary, place: int) -> int | None:
    norm = hearing.words[place].norm
    if norm in said.FOR:
        what = nouns.word_at(hearing, place + 2)
        return place + 2 if nouns.word_at(hearing, place + 1) in ("per", "di") and what not in said.ASKING else None
    if norm in said.ACTION_NOUNS:
        return place + 2 if nouns.word_at(hearing, place + 1) in said.OF else None
    if is_infinitive(norm) and nouns.word_at(hearing, place - 1) in said.MADE_TO_BE and norm not in said.NOT_MADE:
        return place + 1  # "far controllare le sospensioni"
    if norm in said.NEEDING:
        return place + 1 if nouns.word_at(hearing, place - 1) in said.DATIVES else None
    if norm in said.DONE_BY_ONE:
        return place + 1 if _names_who(hearing, vocabulary, place) else None
    if norm == "avete" and nouns.word_at(hearing, place - 1) == "l'" and nouns.word_at(hearing, place - 2) == "ce":
        return place + 1 if nouns.word_at(hearing, place + 1) in said.ARTICLES else None
    if norm == "avete":
        step = nouns.over(hearing, place + 1, said.STEPPED_OVER)
        return step if nouns.word_at(hearing, step).endswith(said.OF_A_TRADE) else None
    if norm in said.ASKING or norm in said.OFFERING or _offers(hearing, place) or norm in said.WANTING:
        return None if _cannot(hearing, place) else place + 1
    return None


def _offers(hearing: Hearing, place: int) -> bool:
    """ "Verniciate anche i cerchi?": any verb at the head of a question, but those of every business."""
    norm = hearing.words[place].norm
    heads = all(word.norm in said.BEFORE_SUBJECT for word in hearing.words[:place])
    named = nouns.word_at(hearing, nouns.over(hearing, place + 1, said.ALSO)) in said.ARTICLES
    return heads and named and _may_ask(hearing) and _is_yours(norm)


def _is_yours(norm: str) -> bool:
    """ "Seguite", "lucidate": what you do, but what every business does."""
    return len(norm) > _SHORTEST_VERB and norm.endswith(("ate", "ete", "ite")) and norm not in said.NOT_OFFERING


def _may_ask(hearing: Hearing) -> bool:
    """A question mark, or nothing at all of punctuation: a recogniser that writes none."""
    return "?" in hearing.text or not any(word.breaks for word in hearing.words)


def _names_who(hearing: Hearing, vocabulary: Vocabulary, place: int) -> bool:
    """ "Il dottor Greco fa anche le infiltrazioni?", "chi fa le extension?": somebody of the business does it."""
    while nouns.word_at(hearing, place - 1) in said.TAKEN_UP:
        place -= 1
    before = nouns.word_at(hearing, place - 1)
    somebody = before == "che" and nouns.word_at(hearing, place - 2) in ("qualcuno", "qualcuna", "uno", "una")
    return somebody or before in vocabulary.operators or before in ("chi", "si") or nouns.word_at(hearing, place - 2) in TITLES


def _cannot(hearing: Hearing, place: int) -> bool:
    """ "Non può fare le scale": what somebody is unable to do is not what is wanted."""
    return hearing.words[place].norm.endswith("re") and "non" in (nouns.word_at(hearing, place - 2), nouns.word_at(hearing, place - 3))


def _resumed_at(hearing: Hearing, vocabulary: Vocabulary, place: int) -> Span | None:
    """ "La risonanza al ginocchio la fate voi?": the noun at the head of what "la", "ne" or "ce l'" takes up before the verb."""
    ours = "SERVICE" in hearing.labels[place + 1 : place + 2]
    if nouns.word_at(hearing, place) not in said.TAKEN_UP | {"si"} or ours or not _is_done(hearing, place + 1):
        return None
    begins = place - 1 if nouns.word_at(hearing, place - 1) in ("me", "ce", "ve") else place
    broken = ("si", "e") in pairwise(word.norm for word in hearing.words[:begins])
    apart = (hearing.words[begins].breaks or (broken and begins < place)) and "SERVICE" not in hearing.labels[:begins]
    if apart and nouns.word_at(hearing, begins - 2) in said.ARTICLES and nouns.word_at(hearing, place) != "si":
        return nouns.noun(hearing, vocabulary, begins - 1)  # "si è rotto il radiatore, me lo cambiate?"
    start = place
    while start > 0 and place - start < _LONGEST_SUBJECT and not hearing.words[start].breaks:
        start -= 1
    leading = said.BEFORE_SUBJECT | TITLES | vocabulary.operators.keys()
    start = nouns.over(hearing, start, leading)
    led = start == 0 or hearing.words[start].breaks or hearing.words[start - 1].norm in leading
    named = "SERVICE" in hearing.labels[start:place] or nouns.word_at(hearing, start - 1) == "si"
    return nouns.noun(hearing, vocabulary, start) if led and start < place and not named else None


def _is_done(hearing: Hearing, place: int) -> bool:
    """ "... la fate", "... le sa mettere", "... si può fare": what is said of something the business does."""
    if nouns.word_at(hearing, place) in said.ABLE:
        return nouns.word_at(hearing, place + 1) in said.DOING
    if is_infinitive(nouns.word_at(hearing, place + 1)):
        return False  # "me lo fa sapere"
    own = said.OFFERING | said.DONE_BY_ONE | said.OFFERED_POLITELY
    if _is_yours(nouns.word_at(hearing, place)) and nouns.word_at(hearing, place - 1) != "si":
        return True
    return nouns.word_at(hearing, place) in own or (nouns.word_at(hearing, place) == "avete" and nouns.word_at(hearing, place - 1) != "si")


def _named_alone(hearing: Hearing, vocabulary: Vocabulary, place: int) -> Span | None:
    """ "Una risonanza al ginocchio, appena possibile": a thing with its article opens the call and no verb follows it."""
    first = nouns.over(hearing, 0, said.GREETING)
    if place != first or nouns.word_at(hearing, place) not in ("un", "una", "un'", "uno"):
        return None
    span = nouns.noun(hearing, vocabulary, place + 1)
    if span is None:
        return None
    end = span.end
    if nouns.word_at(hearing, end) in said.AT | said.OF | said.WITHIN | {"per"} and not hearing.words[end].breaks:
        end += 2 + (nouns.word_at(hearing, end + 1) in said.ARTICLES)
    ends = end >= len(hearing.words) or hearing.words[end].breaks or nouns.word_at(hearing, end) in said.CLOSES_A_REQUEST
    return Span(span.start, span.start + 1) if ends else None
