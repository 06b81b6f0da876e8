"""What the caller wants, weighed from the evidence of the tables, with a confidence that keeps its word.

Called by `parse` with the cues and what the other readers found; calls nobody. It must never act on an intent.

Laws: 1. evidence adds up, each further cue counting less; 2. a specific request silences the general one it is made of ("disdire
l'appuntamento" is no booking); 3. what fills the open question is an answer before it is a new intent; 4. confidence keeps its
word: of the readings given 0.8, four in five are right on sentences the tables were not written for.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from pipeline.italian.cues import Hit
from pipeline.model.parse import Flag, Intent, Step, Topic

INTENTS: tuple[Intent, ...] = ("cancella", "modifica", "waitlist", "operatore", "fuori_tema", "info", "prenotazione")
FREE_STEPS = frozenset({None, "ascolto", "altro", "chiusa"})
_SHARE = 0.35
_LEAST = 1.4
_SECOND_REQUEST = 3.0
_JOINED_REQUEST = 2.4
_STRONG = 3.0
_IN_SO_MANY_WORDS = 4.0
_ASKED = 2.0
_BARE = 3.2
_MANY_UNREAD = 3
_SLOPE, _EVEN, _SUREST = 1.45, 2.0, 0.97
"""Set by hand: at a margin of `_EVEN` one reading in two is right; nothing is surer than `_SUREST`.

The tables are tuned until the tuning set has no doubtful margin left, so it cannot fit these. They were read off the reliability tables
of new sentences and of the counted part; the counted part is therefore no independent check of calibration, only of accuracy."""


STRUCTURE: tuple[tuple[frozenset[str], float], ...] = (
    (frozenset({"SERVICE", "WHEN"}), 3.0),
    (frozenset({"SERVICE", "OPERATOR"}), 2.6),
    (frozenset({"OPERATOR", "WHEN"}), 2.2),
    (frozenset({"UNKNOWN", "WHEN"}), 2.4),
    (frozenset({"SERVICE"}), 2.0),
)
"""What speaks for a booking when nothing is said about it: "taglio uomo domani alle dieci"."""

SILENCES: tuple[tuple[Intent, float, Intent, float], ...] = (
    ("cancella", 2.8, "prenotazione", -3.5),
    ("modifica", 3.4, "prenotazione", -3.5),
    ("modifica", 3.5, "cancella", -1.0),
    ("waitlist", 3.4, "prenotazione", -4.0),
    ("waitlist", 4.0, "operatore", -3.0),
    ("waitlist", 4.0, "info", -2.5),
    ("waitlist", 3.4, "cancella", -4.0),
    ("operatore", 4.0, "prenotazione", -3.0),
    ("operatore", 4.0, "info", -2.5),
    ("fuori_tema", 4.0, "prenotazione", -4.0),
    ("fuori_tema", 4.0, "info", -2.5),
    ("prenotazione", 4.0, "info", -1.0),
    ("cancella", 4.0, "info", -1.5),
    ("modifica", 4.0, "info", -1.5),
    ("info", 4.0, "prenotazione", -2.0),
)
"""From this score on, the first intent takes so much away from the second, which it contains."""


@dataclass(frozen=True, slots=True)
class IntentFound:
    """The intent and how sure it is, every request in order, and the topic of a question."""

    intent: Intent | None = None
    confidence: float = 0.0
    requests: tuple[Intent, ...] = ()
    topic: Topic | None = None
    score: float = 0.0
    scores: Mapping[Intent, float] = field(default_factory=dict[Intent, float])


def read(hits: Sequence[Hit], labels: frozenset[str], step: Step | None, filled: bool, unread: int = 0, sentence: str = "") -> IntentFound:
    """The request an utterance makes.

    `labels`: what others found; `filled`: the open question was answered by it; `unread`: how many words nobody explained.
    """
    scores = _scores(hits, labels, step, unread)
    ranked = sorted(INTENTS, key=lambda intent: -scores[intent])
    best, second = ranked[0], ranked[1]
    if scores[best] < _LEAST or (filled and not _outweighs_answer(best, hits)):
        return IntentFound(topic=_topic(hits) if scores["info"] >= _LEAST else None, scores=scores)
    confidence = certainty(scores[best] - max(scores[second], 0.0) * 0.6)
    requests = _requests(hits, best, scores, sentence)
    return IntentFound(best, confidence, requests, _topic(hits) if "info" in requests else None, scores[best], scores)


def certainty(margin: float) -> float:
    """The share of readings with this margin that were right on sentences the tables had not seen."""
    return round(min(_SUREST, 1.0 / (1.0 + math.exp(-_SLOPE * (margin - _EVEN)))), 3)


def flags_of(hits: Sequence[Hit]) -> frozenset[Flag]:
    """Every flag a cue raises and none takes back."""
    against = {hit.cue.flag for hit in hits if hit.cue.weight < 0}
    return frozenset(cast("Flag", hit.cue.flag) for hit in hits if hit.cue.flag and hit.cue.weight > 0 and hit.cue.flag not in against)


def _scores(hits: Sequence[Hit], labels: frozenset[str], step: Step | None, unread: int) -> dict[Intent, float]:
    weights: dict[str, list[float]] = {intent: [] for intent in INTENTS}
    for hit in hits:
        # Inside a dialogue "a quell'ora non posso" answers; only a verb that says so asks for a change or a cancellation.
        answers = step not in FREE_STEPS and hit.cue.kind in ("modifica", "cancella") and 0 < hit.cue.weight < _IN_SO_MANY_WORDS
        if hit.cue.kind in weights and not answers:
            weights[hit.cue.kind].append(hit.cue.weight)
    if "ASKS" in labels:
        weights["info"].append(_ASKED)
    raw: dict[Intent, float] = {intent: _sum(weights[intent]) for intent in INTENTS}
    if step in FREE_STEPS and max(raw[intent] for intent in INTENTS if intent != "prenotazione") < _ASKED:
        bare = max((weight for needed, weight in STRUCTURE if needed <= labels), default=0.0)
        # A service alone is asked for; a service in a sentence about something else is asked about.
        target: Intent = (
            "info"
            if bare and unread > _MANY_UNREAD and "QUESTION" in labels and not weights["prenotazione"] and "WHEN" not in labels
            else "prenotazione"
        )
        weights[target].append(max(bare, _BARE) if bare and unread <= 1 else bare)
        raw[target] = _sum(weights[target])
    scores = dict(raw)
    for strong, least, weak, change in SILENCES:
        if raw[strong] >= least and raw[strong] >= raw[weak] - 2.0 and not (strong == "fuori_tema" and "SERVICE" in labels):
            scores[weak] += change
    return scores


def _outweighs_answer(intent: Intent, hits: Sequence[Hit]) -> bool:
    """Whether an utterance that answers the open question also makes a request in so many words."""
    least = {"prenotazione": 9.0, "modifica": 4.4, "cancella": 4.4, "info": 3.9, "fuori_tema": 4.4}.get(intent, 3.5)
    return any(hit.cue.kind == intent and hit.cue.weight >= least for hit in hits)


def _sum(weights: list[float]) -> float:
    positive = sorted((weight for weight in weights if weight > 0), reverse=True)
    return sum(weight * _SHARE**rank for rank, weight in enumerate(positive)) + sum(weight for weight in weights if weight < 0)


def _requests(hits: Sequence[Hit], main: Intent, scores: dict[Intent, float], sentence: str) -> tuple[Intent, ...]:
    """The main request first, then others that stand in words of their own."""
    own = [(hit.start, hit.end) for hit in hits if hit.cue.kind == main and hit.cue.weight >= _STRONG]
    others: list[tuple[int, Intent]] = []
    for intent in INTENTS:
        if intent in (main, "fuori_tema", "operatore") or scores[intent] < _SECOND_REQUEST - 4.5:
            continue
        against = [(hit.start, hit.end, -hit.cue.weight) for hit in hits if hit.cue.kind == intent and hit.cue.weight < 0]
        apart = [
            hit.start
            for hit in hits
            if hit.cue.kind == intent
            and _apart(hit, own)
            and _says_so(hit, sentence, own)
            and not any(start < hit.end and hit.start < end and hit.cue.weight <= weight for start, end, weight in against)
        ]
        if apart and main not in ("fuori_tema", "operatore", "waitlist"):
            others.append((min(apart), intent))
    return (main, *(intent for _, intent in sorted(others)))


def _says_so(hit: Hit, sentence: str, own: Sequence[tuple[int, int]]) -> bool:
    """Whether a cue is a request by itself; after "e" or "poi" a weaker one is ("... e mi prenda venerdì alle 15")."""
    last = max((end for _, end in own if end <= hit.start), default=-1)
    joined = last >= 0 and any(f" {word} " in f"{sentence[last : hit.start]} " for word in ("&", "poi", "pero"))
    return hit.cue.weight >= (_JOINED_REQUEST if joined else _SECOND_REQUEST)


def _apart(hit: Hit, spans: Sequence[tuple[int, int]]) -> bool:
    return all(hit.end <= start or hit.start >= end for start, end in spans)


def _topic(hits: Sequence[Hit]) -> Topic | None:
    best: tuple[float, str] | None = None
    for hit in hits:
        if hit.cue.topic and hit.cue.weight > 0:
            rank = hit.cue.weight - (1.1 if hit.cue.topic == "altro" else 0.0)
            if best is None or rank > best[0]:
                best = (rank, hit.cue.topic)
    return cast("Topic", best[1]) if best else None
