"""Search in the business's FAQ: by words at once, by meaning too once a model is on disk and loaded, and an honest "not sure".

Made by `sidecar.wiring` as the `Recall` of pipeline.ports; calls `faq_file`, `lexical_score`, `dense` and `store.search`. Must never know a
session or a phrase. Sources: specification section 13, contract section 3 (FAQ file).

1. The file is looked at (one stat) at each search and read again when it changed; a reader sees all of the old entries or all of the new.
2. An entry is `sure` only above a threshold; below it the caller is told that this is not known.
3. Nothing here waits for a model, a download or the network.
"""

import hashlib
import logging
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from pipeline.ports import Clock, FaqHit
from sidecar.config import Config
from sidecar.engines import faq_file
from sidecar.engines.breaker import Breaker
from sidecar.engines.dense import Dense, Nearest
from sidecar.engines.dense import State as DenseState
from sidecar.engines.faq_file import Entry, FaqFile, Stamp
from sidecar.engines.lexical import LANGUAGES
from sidecar.engines.lexical_score import THRESHOLD, Corpus, Document, Query, corpus, document, score, stored_text
from sidecar.engines.lexical_score import query as read_question
from sidecar.engines.plain_file import read_plain
from sidecar.engines.recall_fusion import Candidate, fused
from store.search import FaqIndex, Indexed

log = logging.getLogger(__name__)
CANDIDATES = 40

State = tuple[Literal["ok", "off", "degraded", "error"], str]


@dataclass(frozen=True, slots=True)
class _Loaded:
    """The entries of the file at one moment."""

    stamp: Stamp | None = None
    file: FaqFile = field(default_factory=lambda: FaqFile((), "missing"))
    corpora: Mapping[str, Corpus] = field(default_factory=dict[str, Corpus])
    documents: Mapping[int, Document] = field(default_factory=dict[int, Document])


class FaqRecall:
    """The `Recall` of pipeline.ports over one FAQ file. Safe for threads; reads nothing before it is asked."""

    def __init__(self, config: Config, clock: Clock) -> None:
        self._config = config
        self._index = FaqIndex(config.data_dir / "faq_index.db")
        self._dense = Dense(config, clock, self._index)
        self._loading = threading.Lock()
        self._reading = threading.Lock()
        self._loaded = _Loaded()
        self._source = hashlib.sha256(str(config.faq.absolute()).encode()).hexdigest()[:16]

    def search(self, query: str, top_k: int = 3, language: str | None = None) -> tuple[FaqHit, ...]:
        """The entries nearest to a question, best first, at most `top_k`; those of `language` alone where one is named."""
        self._refresh()
        if top_k < 1 or not query.strip():
            return ()
        with self._reading:
            loaded = self._loaded
            spoken = (language,) if language else tuple(loaded.corpora)
            asked = [(loaded.corpora[one], read_question(query, loaded.corpora[one])) for one in spoken if one in loaded.corpora]
            found = {one.language: self._candidates(one, question) for one, question in asked}
        scored = [
            Candidate(one.documents[number], score(question, one.documents[number], one), bm25)
            for one, question in asked
            for number, bm25 in found[one.language]
        ]
        nearest = self._nearest(query, loaded, spoken)
        return tuple(_hit(*one) for one in fused(scored, nearest, loaded.documents, THRESHOLD)[:top_k])

    def agent_prompt(self) -> str | None:
        """The text of prompt_agent.md in the data folder, None where there is none or it cannot be read."""
        try:
            found = read_plain(self._config.data_dir / "prompt_agent.md", faq_file.LARGEST)
        except OSError:
            return None
        return found.decode("utf-8-sig", errors="replace").strip() or None

    def entries(self) -> int:
        """How many entries the file holds now."""
        self._refresh()
        return len(self._loaded.documents)

    def reload(self) -> tuple[int, str]:
        """Reads the file again whatever its stamp; (number of entries, what searches them: "lexical" or "hybrid")."""
        with self._loading:
            self._load(faq_file.stamp(self._config.faq))
        return len(self._loaded.documents), "hybrid" if self._dense.name else "lexical"

    def state(self) -> State:
        """(state, detail) of `faq` for health: off without a file, degraded while an old reading serves, error when there is none."""
        self._refresh()
        loaded = self._loaded
        count = len(loaded.documents)
        if loaded.file.state == "missing":
            return "off", loaded.file.problem
        if loaded.file.state == "error":
            kept = f"{loaded.file.problem}; the last reading ({count} entries) serves"
            return ("degraded", kept) if count else ("error", loaded.file.problem)
        return "ok", f"{count} entries, {self._description()}"

    def embeddings_state(self) -> DenseState:
        """(state, detail) of `embeddings` for health; a model installed since the file was read is taken into use."""
        if self._loaded.documents and self._dense.idle:
            self._dense.want(self._passages())
        return self._dense.state()

    def probe(self) -> None:
        """Exercises everything once, for health: the file, the index, and the model when there is one."""
        self.search("prova", 1)

    def breakers(self) -> tuple[Breaker, ...]:
        """The breakers this engine owns."""
        return (self._dense.breaker,)

    def settle(self, seconds: float) -> bool:
        """Whether the background work was done within so many seconds; for commands and measurements, never in a turn."""
        return self._dense.wait(seconds)

    def close(self) -> None:
        """Ends the background work and closes the index."""
        self._dense.close()
        self._index.close()

    def _description(self) -> str:
        kept = "searched by words, the index in memory" if self._index.problem else "searched by words"
        return f"{kept} and by meaning ({self._dense.name})" if self._dense.name else kept

    def _refresh(self) -> None:
        """Reads the file again if it changed; whoever comes while another reads goes on with the old entries."""
        now = faq_file.stamp(self._config.faq)
        if now == self._loaded.stamp or not self._loading.acquire(blocking=self._loaded.stamp is None):
            return
        try:
            if now != self._loaded.stamp:
                self._load(now)
        finally:
            self._loading.release()

    def _load(self, stamp: Stamp) -> None:
        file = faq_file.read(self._config.faq)
        if file.state == "error":
            log.warning("faq: %s", file.problem)
            old = self._loaded
            self._loaded = _Loaded(stamp, file, old.corpora, old.documents)
            return
        documents = {one.number: one for one in (_numbered(entry) for entry in file.entries if entry.language in LANGUAGES)}
        languages = dict.fromkeys(one.entry.language for one in documents.values())
        corpora = {name: corpus(name, [one for one in documents.values() if one.entry.language == name]) for name in languages}
        rows = [Indexed(number, *stored_text(one)) for number, one in documents.items()]
        with self._reading:
            self._index.replace(self._source, rows)
            self._loaded = _Loaded(stamp, file, corpora, documents)
        self._dense.want(self._passages())

    def _passages(self) -> Mapping[int, str]:
        return {number: passage(one.entry) for number, one in self._loaded.documents.items()}

    def _candidates(self, found: Corpus, question: Query) -> list[tuple[int, float]]:
        terms = [term for unit in question.units for term in unit.terms]
        hits = [hit for hit in self._index.match(self._source, terms, CANDIDATES) if hit[0] in found.documents]
        if not hits and any(term in found.frequency for term in terms):
            # Another program may have put other entries under this file's name: what was read still answers.
            return [(number, 0.0) for number in found.documents]
        return hits

    def _nearest(self, query: str, loaded: _Loaded, spoken: Sequence[str]) -> Nearest | None:
        nearest = self._dense.search(query, CANDIDATES) if loaded.documents else None
        if nearest is None:
            return None
        known = tuple(hit for hit in nearest.hits if hit[0] in loaded.documents and loaded.documents[hit[0]].entry.language in spoken)
        return Nearest(nearest.model, known)


def _numbered(entry: Entry) -> Document:
    """The entry made ready, under a number that any change to it or to the way it is analysed changes."""
    bare = document(entry, 0)
    parts = (entry.language, entry.question, *entry.synonyms, "\x00", entry.answer, *stored_text(bare))
    number = int.from_bytes(hashlib.sha256("\x1f".join(parts).encode()).digest()[:8], "big") >> 1
    return replace(bare, number=number)


def passage(entry: Entry) -> str:
    """The text of an entry that is embedded: what it asks, in all its wordings."""
    return " ".join((entry.question, *entry.synonyms))


def _hit(one: Document, value: float, sure: bool) -> FaqHit:
    entry = one.entry
    return FaqHit(entry.question, entry.answer, round(value, 4), "faq", entry.language, sure)


def make_recall(config: Config, clock: Clock) -> FaqRecall:
    """The FAQ of the configured business; opens, imports and reads nothing yet."""
    return FaqRecall(config, clock)
