"""The dense side of FAQ search: vectors kept in SQLite, a usearch index beside them, everything made in the background.

Called by `sidecar.engines.recall`; calls `embeddings`, `native` and `store.search`. Must never know a sentence, nor make anybody wait:
until a set of vectors is complete, `search` answers that there is none.
"""

import hashlib
import logging
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pipeline.ports import Clock
from sidecar.config import Config
from sidecar.engines import native
from sidecar.engines.breaker import Breaker
from sidecar.engines.deadline import Deadline
from sidecar.engines.embeddings import Embedder, EmbeddingModel, Installed, installed
from store.search import FaqIndex

log = logging.getLogger(__name__)
BATCH = 16
EXACT_BELOW = 5000
"""Up to here every vector is compared: 1 ms, and always right; above, the graph is asked."""
QUESTION_S = 1.0
"""A small model embeds a question in 5 to 50 ms; a caller waits no longer than this for one that hangs."""

State = tuple[Literal["ok", "off", "degraded", "error"], str]


@dataclass(frozen=True, slots=True)
class Nearest:
    """What the vectors say: (entry, cosine), nearest first, and the model that said it."""

    model: EmbeddingModel
    hits: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class _Ready:
    """A complete index over the entries it was made for."""

    embedder: Embedder
    index: Any
    entries: frozenset[int]


class Dense:
    """The vectors of the current entries. `want` returns at once; `search` never waits for what `want` began."""

    def __init__(self, config: Config, clock: Clock, store: FaqIndex) -> None:
        self.breaker = Breaker("embeddings", clock)
        self._config = config
        self._store = store
        self._lock = threading.Lock()
        self._wanted: Mapping[int, str] | None = None
        self._worker: threading.Thread | None = None
        self._closing = threading.Event()
        self._embedder: Embedder | None = None
        self._folder: Path | None = None
        self._ready: _Ready | None = None
        self._problem = ""
        self._deadline = Deadline("faq-question", QUESTION_S)

    def want(self, passages: Mapping[int, str]) -> None:
        """Asks for the vectors of these entries (number -> text); made in the background when a model is on disk."""
        with self._lock:
            self._wanted = dict(passages)
            if self._closing.is_set() or (self._worker is not None and self._worker.is_alive()):
                return
            self._worker = threading.Thread(target=self._work, name="faq-vectors", daemon=True)
            self._worker.start()

    def search(self, text: str, top_k: int) -> Nearest | None:
        """The nearest entries by meaning; None while there are no vectors or the model fails."""
        ready = self._ready
        if ready is None or not ready.entries or not self.breaker.allow():
            return None
        try:
            hits = self._deadline.call(lambda: _hits(ready, text, top_k))
        except Exception as error:  # noqa: BLE001 - a failing native library costs the meaning, never the search
            self.breaker.failure()
            self._problem = type(error).__name__
            log.warning("embeddings: a question could not be embedded, %s", type(error).__name__)
            return None
        self.breaker.success()
        self._problem = ""
        return Nearest(ready.embedder.model, hits)

    def state(self) -> State:
        """(state, detail) for health: off without a model, degraded when it fails, ok otherwise, also while vectors are being made."""
        found = installed(self._config)
        if self._config.embeddings == "off":
            return "off", "switched off"
        if self._problem:
            return "degraded", f"the model failed ({self._problem}); search goes by words: install it again with 'models pull'"
        if found is None:
            return "off", f"no embedding model on disk: 'models pull {self._config.embedding_model or 'multilingual-e5-small'}'"
        ready = self._ready
        return "ok", f"{found.model.name}, {len(ready.entries)} vectors" if ready else f"{found.model.name}, not in use yet"

    @property
    def idle(self) -> bool:
        """Whether there is a model on disk that nothing was made with and nobody is making anything."""
        return self._ready is None and not self._problem and self.wait(0) and installed(self._config) is not None

    @property
    def name(self) -> str | None:
        """The model whose vectors are in use."""
        ready = self._ready
        return ready.embedder.model.name if ready else None

    def wait(self, seconds: float) -> bool:
        """Whether the background work came to its end within so many seconds (for commands and measurements)."""
        worker = self._worker
        if worker is not None:
            worker.join(seconds)
        return worker is None or not worker.is_alive()

    def close(self) -> None:
        """Ends the background work after its present batch; waits at most half a second."""
        self._closing.set()
        self.wait(0.5)

    def _work(self) -> None:
        while not self._closing.is_set():
            with self._lock:
                wanted, self._wanted = self._wanted, None
                if wanted is None:
                    self._worker = None
                    return
            try:
                self._make(wanted)
            except Exception as error:  # noqa: BLE001 - whatever a model file does to a native library, search by words goes on
                self._problem, self._ready = type(error).__name__, None
                log.warning("embeddings: no vectors, %s", type(error).__name__)

    def _make(self, wanted: Mapping[int, str]) -> None:
        found = installed(self._config)
        if found is None:
            self._ready = None
            return
        embedder = self._loaded(found)
        vectors = self._completed(embedder, wanted)
        if vectors is None:
            return
        self._ready = _Ready(embedder, self._index(embedder, vectors), frozenset(vectors))
        self._problem = ""

    def _loaded(self, found: Installed) -> Embedder:
        if self._embedder is None or self._folder != found.folder:
            self._embedder, self._folder = Embedder(found), found.folder
        return self._embedder

    def _completed(self, embedder: Embedder, wanted: Mapping[int, str]) -> Mapping[int, bytes] | None:
        """The vectors of all wanted entries, the missing ones made and kept; None when closing."""
        size = embedder.dimension * 4
        kept = self._store.vectors(embedder.model.name)
        vectors = {entry: raw for entry, (dimension, raw) in kept.items() if dimension == embedder.dimension and len(raw) == size}
        vectors = {entry: vectors[entry] for entry in wanted if entry in vectors}
        missing = [entry for entry in wanted if entry not in vectors]
        for start in range(0, len(missing), BATCH):
            if self._closing.is_set():
                return None
            batch = missing[start : start + BATCH]
            made = [vector.tobytes() for vector in embedder.passages([wanted[entry] for entry in batch])]
            self._store.keep_vectors(embedder.model.name, embedder.dimension, list(zip(batch, made, strict=True)))
            vectors.update(zip(batch, made, strict=True))
        return vectors

    def _index(self, embedder: Embedder, vectors: Mapping[int, bytes]) -> Any:
        """The index of these vectors: read from its file when that was made of the very same ones, else built and written."""
        digest = hashlib.sha256(b"".join(entry.to_bytes(8, "big") + vectors[entry] for entry in sorted(vectors))).hexdigest()[:16]
        folder = self._config.data_dir / "indexes"
        path = folder / f"faq-{embedder.model.name}-{digest}.usearch"
        libraries = native.load()
        index = libraries.index(ndim=embedder.dimension, metric="cos", dtype="f32")
        if vectors and not _read(index, path, len(vectors), embedder.dimension):
            keys = sorted(vectors)
            matrix = libraries.numpy.frombuffer(b"".join(vectors[key] for key in keys), dtype=libraries.numpy.float32)
            index = libraries.index(ndim=embedder.dimension, metric="cos", dtype="f32")
            index.add(libraries.numpy.array(keys, dtype=libraries.numpy.uint64), matrix.reshape(len(keys), embedder.dimension))
            _write(index, path, sorted(folder.glob(f"faq-{embedder.model.name}-*.usearch")))
        return index


def _hits(ready: _Ready, text: str, top_k: int) -> tuple[tuple[int, float], ...]:
    vector = ready.embedder.query(text)
    found = ready.index.search(vector, min(top_k, len(ready.entries)), exact=len(ready.entries) <= EXACT_BELOW)
    return tuple((int(key), 1.0 - float(distance)) for key, distance in zip(found.keys, found.distances, strict=True))


def _read(index: Any, path: Path, count: int, dimension: int) -> bool:
    """Whether the file could be loaded and is what it should be: a file of another dimension loads without a word."""
    if not path.is_file():
        return False
    try:
        index.load(str(path))
    except Exception as error:  # noqa: BLE001 - the library raises bare RuntimeError and worse on a damaged file
        log.warning("embeddings: the index file is made again, %s", type(error).__name__)
        return False
    return bool(len(index) == count and index.ndim == dimension)


def _write(index: Any, path: Path, old: Sequence[Path]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        index.save(str(part))
        part.replace(path)
        for one in old:
            if one != path:
                one.unlink(missing_ok=True)
    except Exception as error:  # noqa: BLE001 - the file only saves time at the next start
        log.warning("embeddings: the index file was not written, %s", type(error).__name__)
