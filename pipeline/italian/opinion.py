"""A second opinion on what the caller wants, from weights fitted on labelled sentences, put beside the verdict of the tables.

Called by `parse`; calls the weights of `opinion_weights` (written by `python -m tests.eval.train`). It must never see a slot's value:
it reads the sentence with every finding replaced by its label.

Laws: 1. what the tables say in so many words stays (commands, corrections), and no yes or no is made up; 2. otherwise the likelier of both
wins, inside a dialogue with a margin, for what fills the open question is an answer before it is a request;
3. the confidence is the fitted share of such readings that were right on sentences of authors left out of the fitting.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from pipeline.italian import answers, opinion_weights
from pipeline.italian.intents import FREE_STEPS, flags_of
from pipeline.italian.judging import Judged
from pipeline.model.parse import Context, Intent, Step, Topic

CLASSES: tuple[Intent | None, ...] = (
    "cancella", "modifica", "waitlist", "operatore", "fuori_tema", "info", "prenotazione", "saluto", "conferma", "nega", None,
)  # fmt: skip
BUCKETS = 1 << 15
GROUPS = 3
_STEM = 5
_SCORE_CAP = 8.0
_MOST_WORDS = 60
_SUREST = 0.99
_PLAIN = 0.6
_OWN_FACTS: frozenset[Topic | None] = frozenset({"orari", "festivi", "prezzi", "durata", "chi_fa", "operatori", "indirizzo", "telefono"})
_SURE, _PLAINLY = 0.8, 0.9
_OF_A_BOOKING = frozenset({"SERVICE", "TIME", "PHONE"})
_YES_OR_NO = frozenset({"conferma", "telefono_conferma", "consenso", "registrazione", "waitlist", "handoff", "alternative"})
_BINDS = frozenset({"conferma", "consenso", "telefono_conferma"})
_BINDING = 0.85
"""How likely a yes must be that no table heard, where it is acted upon at once."""
_EVEN, _UNLIKELY = 0.5, 0.25
_CHOICE = frozenset({"disambiguazione", "appuntamento", "altro", "operatore"})
_GRAMS = (3, 4, 5)
_LEAST_PROBABILITY = 1e-4
_AGAINST_ANSWER = 0.9
"""How likely a request must be where the words also hold what the open question asks for, or say yes or no to it."""

_A_QUESTION = 0.7
"""How likely a question must be that also holds what the open question asks for."""

Features = tuple[tuple[int, ...], ...]


def features(judged: Judged, context: Context) -> Features:
    """The numbered traits of an utterance, in groups: its words, their neighbours, the letters they are made of."""
    words = judged.said.sentence.split()[:_MOST_WORDS]
    stems = ["^", *(word if word.isupper() else word[:_STEM] for word in words), "$"]
    single = {f"w {word}" for word in words} | {f"s {stem}" for stem in stems} | _around(judged, context, stems)
    pairs = {f"b {one} {two}" for one, two in pairwise(stems)}
    pairs |= {f"g {one} {two}" for one, two in zip(stems, stems[2:], strict=False)}
    pairs |= {f"t {one} {two} {three}" for one, two, three in zip(stems, stems[1:], stems[2:], strict=False)}
    letters: set[int] = set()
    for word in words:
        if not word.isupper():
            letters.update(_letters(word))
    return (_numbered(single), _numbered(pairs), tuple(letters))


def _around(judged: Judged, context: Context, stems: Sequence[str]) -> set[str]:
    step = "free" if context.step in FREE_STEPS else context.step
    kind = _kind(context.step)
    asks = "yes" if judged.question else "no"
    traits = {f"step {step}", f"? {asks}", f"? {asks} {kind}", f"long {min(len(stems) // 4, 5)}"}
    if kind != "free":
        traits |= {f"filled {judged.said.filled} {asks}", f"opens {kind} {stems[1]}", *(f"k {kind} {stem}" for stem in stems)}
    labels = {label for label in judged.said.found.hearing.labels if label}
    return traits | {f"has {label}" for label in labels} | ({"has none"} if not labels else set())


def _kind(step: Step | None) -> str:
    """What sort of answer the open question wants: none, a yes or no, one of several, a value."""
    if step in FREE_STEPS:
        return "free"
    return "yes" if step in _YES_OR_NO else "choice" if step in _CHOICE else "value"


def _numbered(traits: set[str]) -> tuple[int, ...]:
    return tuple({crc32(trait.encode()) % BUCKETS for trait in traits})


@lru_cache(maxsize=2048)
def _letters(word: str) -> tuple[int, ...]:
    """The numbers of a word's runs of letters."""
    whole = f"<{word}>"
    return tuple({crc32(b"c" + whole[at : at + size].encode()) % BUCKETS for size in _GRAMS for at in range(len(whole) - size + 1)})


def likelihoods(found: Features) -> tuple[float, ...]:
    """The share the weights give each of CLASSES."""
    planes, scale, shares = opinion_weights.PLANES, opinion_weights.SCALE, opinion_weights.GROUP_SHARES
    factors = [share / math.sqrt(len(group)) if group else 0.0 for group, share in zip(found, shares, strict=True)]
    logits = [
        bias + scale * sum(factor * sum(plane[at] for at in group) for group, factor in zip(found, factors, strict=True))
        for plane, bias in zip(planes, opinion_weights.BIAS, strict=True)
    ]
    return _shares(logits)


def _shares(logits: Sequence[float]) -> tuple[float, ...]:
    top = max(logits)
    raised = [math.exp(value - top) for value in logits]
    total = sum(raised)
    return tuple(value / total for value in raised)


def evidence(judged: Judged, likely: Sequence[float]) -> tuple[tuple[float, ...], ...]:
    """For each of CLASSES what both opinions say for it; the columns are those of `opinion_weights.MIX`."""
    sure = judged.confidence
    rows: list[tuple[float, ...]] = []
    for intent, share in zip(CLASSES, likely, strict=True):
        said = judged.intent == intent
        score = min(max(judged.asked.scores.get(intent, 0.0), 0.0), _SCORE_CAP) if intent else 0.0
        answers = float(judged.said.filled) if intent is None else 0.0
        rows.append((math.log(max(share, _LEAST_PROBABILITY)), float(said), sure - 0.5 if said else 0.0, score, answers))
    return tuple(rows)


def mixed(rows: Sequence[Sequence[float]], inside: bool) -> tuple[float, ...]:
    """The share of each of CLASSES when both opinions are weighed together, `inside` a dialogue or where nothing is asked."""
    mix, lean = opinion_weights.MIX[inside], opinion_weights.LEAN[inside]
    return _shares([sum(a * b for a, b in zip(row, mix, strict=True)) + least for row, least in zip(rows, lean, strict=True)])


def is_open(judged: Judged) -> bool:
    """Whether the tables leave room for another opinion: no command, nothing taken back, nothing that a phrase alone tells."""
    if judged.confidence >= _PLAINLY and _told_by_a_phrase(judged):
        return False
    return (judged.command is None or judged.command == "umano") and not judged.said.marked


def _told_by_a_phrase(judged: Judged) -> bool:
    """Insults, attacks, questions about other people, and "are you a machine?": a phrase tells, not the sound of the sentence."""
    if judged.intent == "info":
        return judged.question and judged.asked.topic == "chi_sei"
    flags, brings = flags_of(judged.said.hits), _OF_A_BOOKING.intersection(judged.said.found.hearing.labels)
    about_others = "other_person" in flags and judged.question and not brings
    return judged.intent == "fuori_tema" and (about_others or (bool(flags & {"abuse", "attack"}) and not brings))


def _is_unread_answer(judged: Judged, context: Context) -> bool:
    """Whether a yes or no was awaited and the tables found nothing at all in what was said."""
    nothing = judged.intent is None and judged.command is None and judged.yes_no is None and judged.confidence < 0.5
    # "Tutto bene tranne l'ora" was heard, and is no yes.
    heard = answers.takes_back(judged.said.hits, judged.said.sentence)
    return context.step in _YES_OR_NO and nothing and not heard and not judged.question and not judged.said.found.has_value


def second(judged: Judged, context: Context) -> tuple[Intent | None, float, bool | None]:
    """The intent, how sure it is, and the yes or no that goes with it."""
    if not is_open(judged):
        return judged.intent, judged.confidence, judged.yes_no
    inside = context.step not in FREE_STEPS
    shares = mixed(evidence(judged, likelihoods(features(judged, context))), inside)
    best = max(range(len(CLASSES)), key=shares.__getitem__)
    if inside and not _may_turn(judged, context, CLASSES[best], shares[best]):
        if _hardly(judged, context, shares[CLASSES.index(judged.intent)]):
            return None, judged.confidence, None
        return judged.intent, judged.confidence, judged.yes_no
    if CLASSES[best] == "conferma" and judged.intent == "prenotazione" and judged.confidence >= _SURE and context.step in FREE_STEPS:
        return judged.intent, judged.confidence, None  # "Ok, allora prenoto": nothing was asked that a yes could answer
    doubted = CLASSES[best] == "fuori_tema" and judged.intent == "info" and judged.confidence > _SURE
    if doubted and judged.asked.topic in _OWN_FACTS and judged.said.found.name is None and judged.said.found.other is None:
        # Who asks for what we can tell in so many words is not turned away on a doubt.
        return judged.intent, judged.confidence, judged.yes_no
    # Who is not heard to say yes or no has not said it: the open question is asked again rather than taken for answered.
    said = None if inside and judged.intent in ("conferma", "nega") else judged.yes_no
    return CLASSES[best], min(round(shares[best], 3), _SUREST), _answer(CLASSES[best], said)


def _may_turn(judged: Judged, context: Context, other: Intent | None, share: float) -> bool:
    """Whether inside a dialogue the weights may say otherwise than the tables: never a yes or no that nobody said."""
    if other == judged.intent:
        return False
    if other is None and judged.yes_no is not None and answers.leads(judged.said.sentence) is judged.yes_no:
        return False  # "No, Pellegrino con la o" begins with its no
    if other == "prenotazione" and judged.said.filled:
        return False  # "Vorrei un taglio" answers which service, in the words of a request
    if other in ("conferma", "nega"):
        return _is_unread_answer(judged, context) and share >= (_BINDING if context.step in _BINDS and other == "conferma" else _PLAIN)
    # Asking for a person ends the dialogue with the machine: only where it is plain.
    answered = judged.said.filled or judged.yes_no is not None
    if other == "info" and judged.question and judged.intent is None and judged.yes_no is None:
        return share >= _A_QUESTION  # "La domenica fino a che ora si può stare?" names a day and answers nothing
    return share >= (_AGAINST_ANSWER if answered or other == "operatore" else _PLAIN)


def _hardly(judged: Judged, context: Context, share: float) -> bool:
    """Whether what the tables heard is all but denied: a yes that binds is asked for again, a request beside an answer is no request."""
    if judged.intent == "conferma":
        return context.step in _BINDS and share < _EVEN
    return judged.said.filled and not judged.question and judged.yes_no is None and share < _UNLIKELY


def _answer(intent: Intent | None, yes_no: bool | None) -> bool | None:
    if intent in ("conferma", "nega"):
        return intent == "conferma"
    return yes_no if intent is None else None
