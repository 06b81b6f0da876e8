"""Words and meaning put in one order by reciprocal rank fusion, and the judgement of what is sure.

Called by `sidecar.engines.recall`; calls nothing of ours but the types. Must never know a file or a library.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sidecar.engines.dense import Nearest
from sidecar.engines.lexical_score import Document

RANK_OFFSET = 60
"""The usual constant of reciprocal rank fusion: how little the first ranks differ from each other."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that shares words with the question: its coverage score, and BM25 to tell equals apart."""

    document: Document
    score: float
    bm25: float


def fused(
    candidates: Sequence[Candidate], nearest: Nearest | None, documents: Mapping[int, Document], threshold: float
) -> list[tuple[Document, float, bool]]:
    """(entry, score from 0 to 1, sure), best first. Without vectors the score is the words' own; with them it is the rank in both."""
    words = sorted((one for one in candidates if one.score > 0), key=lambda one: (-one.score, -one.bm25, one.document.number))
    if nearest is None:
        return [(one.document, one.score, one.score >= threshold) for one in words]
    model = nearest.model
    cosine = dict(nearest.hits)
    rank = {one.document.number: 1 / (RANK_OFFSET + at) for at, one in enumerate(words, 1)}
    for at, (number, _) in enumerate(nearest.hits, 1):
        rank[number] = rank.get(number, 0.0) + model.weight / (RANK_OFFSET + at)
    score = {one.document.number: one.score for one in words}
    best = (1 + model.weight) / (RANK_OFFSET + 1)

    def sure(number: int) -> bool:
        by_meaning = model.threshold is not None and cosine.get(number, 0.0) >= model.threshold
        return by_meaning or score.get(number, 0.0) >= threshold

    # What is sure comes first, so that a doubtful neighbour never hides it; the halves keep the score in step with the order.
    judged = [(documents[number], (0.5 if sure(number) else 0.0) + 0.5 * value / best, sure(number)) for number, value in rank.items()]
    return sorted(judged, key=lambda one: (-one[1], one[0].number))
