"""Questions, the counting of answers, and Wilson intervals; called by `tests.retrieval.__main__` and the tests beside it."""

import json
import math
import shutil
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.ports import FaqHit
from sidecar.config import Config
from sidecar.engines.recall import FaqRecall, make_recall
from tests.retrieval.still import StillClock

DATA = Path(__file__).parent.parent / "data" / "faq"
BUSINESSES = ("salone", "medico", "palestra", "officina", "dentista")


@dataclass(frozen=True, slots=True)
class Question:
    """A caller's question and the entry that answers it; None where no entry does."""

    business: str
    query: str
    expected: str | None
    kind: str
    language: str = "it"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the search gave for a question."""

    question: Question
    hits: tuple[FaqHit, ...]

    @property
    def rank(self) -> int | None:
        """The place of the right entry, from 1."""
        places = [at for at, hit in enumerate(self.hits, 1) if hit.question == self.question.expected]
        return places[0] if places else None

    @property
    def answered(self) -> bool:
        return bool(self.hits) and self.hits[0].sure

    @property
    def wrong(self) -> bool:
        """Another entry was given as the answer."""
        return self.answered and self.rank != 1


@dataclass(frozen=True, slots=True)
class Share:
    """A count out of a total with its 95 % Wilson interval."""

    part: int
    whole: int

    @property
    def interval(self) -> tuple[float, float]:
        if not self.whole:
            return 0.0, 1.0
        z, n, p = 1.96, self.whole, self.part / self.whole
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.part}/{self.whole} = {self.part / max(1, self.whole):.1%} [{low:.1%}, {high:.1%}]"


def questions(half: str) -> tuple[Question, ...]:
    """The questions of one half, `tuning` or `counted`."""
    rows: Iterable[dict[str, Any]] = map(json.loads, (DATA / "questions" / f"{half}.jsonl").read_text(encoding="utf-8").splitlines())
    return tuple(Question(**row) for row in rows)


@contextmanager
def searching(business: str, folder: Path, model: Path | None = None, faq: Path | None = None) -> Generator[FaqRecall]:
    """The search over the FAQ of a business, or over the one given, with the embedding model of a folder when one is given."""
    folder.mkdir(parents=True, exist_ok=True)
    if model is not None and not (folder / "models" / model.name).exists():
        shutil.copytree(model, folder / "models" / model.name)
    config = Config(
        db=folder / "fluxion.db", data_dir=folder, faq=faq or DATA / f"{business}.md",
        embeddings="auto" if model else "off", embedding_model=model.name if model else None,
    )  # fmt: skip
    recall = make_recall(config, StillClock())
    try:
        recall.reload()
        recall.settle(120)
        yield recall
    finally:
        recall.close()


def outcomes(asked: Sequence[Question], folder: Path, model: Path | None = None) -> list[Outcome]:
    """What the search gives for each question, each business over its own FAQ."""
    found: list[Outcome] = []
    for business in BUSINESSES:
        with searching(business, folder / business, model) as recall:
            found.extend(Outcome(one, recall.search(one.query, 10, one.language)) for one in asked if one.business == business)
    return found


def table(found: Sequence[Outcome]) -> str:
    """The figures as lines of text."""
    lines: list[str] = []
    for kind in ("near", "far"):
        rows = [one for one in found if one.question.kind == kind]
        reciprocal = sum(1 / one.rank for one in rows if one.rank) / max(1, len(rows))
        lines += [
            f"  {kind:13} top-1 {Share(sum(one.rank == 1 for one in rows), len(rows))}   MRR {reciprocal:.3f}",
            f"  {'':13} answered right {Share(sum(one.answered and one.rank == 1 for one in rows), len(rows))}",
            f"  {'':13} answered wrong {Share(sum(one.wrong for one in rows), len(rows))}",
        ]
    rows = [one for one in found if one.question.kind == "unanswerable"]
    lines += [
        f"  unanswerable  abstained {Share(sum(not one.answered for one in rows), len(rows))}",
        f"  {'':13} answered wrong {Share(sum(one.answered for one in rows), len(rows))}",
    ]
    return "\n".join(lines)
