"""Embedding models: which are known, which is installed, and text to vectors through fastembed.

Called by `sidecar.engines.dense`; calls `native`. Must never download: a model is on
disk or it is off.

`all-MiniLM-L6-v2` (the model of specification 13.1) is not the default: it was trained on English, and on Italian questions it is right
less often than search by words alone. Thresholds come from the tuning half of tests/data/faq; a model without one makes nothing sure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sidecar.config import Config
from sidecar.engines import native

Vector = Any
"""A numpy array of float32 of length one; numpy is only known to `native`."""


@dataclass(frozen=True, slots=True)
class EmbeddingModel:
    """What has to be known of a model besides its files."""

    name: str
    query_prefix: str = ""
    passage_prefix: str = ""
    threshold: float | None = None
    """Cosine from which an entry is sure by itself; None where nobody measured it: then words alone decide."""
    weight: float = 0.05
    """Its say in the order of the results, where the words have 1; a model nobody measured only breaks ties and fills up."""


E5_SMALL = EmbeddingModel("multilingual-e5-small", "query: ", "passage: ", weight=1.0)
MULTILINGUAL_MINILM = EmbeddingModel("paraphrase-multilingual-MiniLM-L12-v2", weight=0.5)
ENGLISH_MINILM = EmbeddingModel("all-MiniLM-L6-v2", threshold=0.93, weight=0.05)
MODELS: Mapping[str, EmbeddingModel] = {model.name: model for model in (E5_SMALL, MULTILINGUAL_MINILM, ENGLISH_MINILM)}
DEFAULTS = (E5_SMALL.name, MULTILINGUAL_MINILM.name)
"""Taken, in this order, where no model is named."""

_ONNX_NAMES = (
    "model.onnx", "onnx/model.onnx", "model_optimized.onnx", "onnx/model_optimized.onnx",
    "model_quantized.onnx", "onnx/model_quantized.onnx",
)  # fmt: skip
_NEEDED = ("tokenizer.json", "tokenizer_config.json")


@dataclass(frozen=True, slots=True)
class Installed:
    """A model whose files are there."""

    model: EmbeddingModel
    folder: Path
    onnx: str
    """The model file inside the folder."""


def model_named(name: str) -> EmbeddingModel:
    """What is known of a model; of an unknown one, that its tokens are averaged and no threshold was measured."""
    return MODELS.get(short_name(name), EmbeddingModel(short_name(name)))


def short_name(name: str) -> str:
    """The folder of a model: the last part of a hub name ("intfloat/multilingual-e5-small")."""
    return name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]


def missing_files(folder: Path) -> tuple[str, ...]:
    """What a folder lacks to be an embedding model; empty when it is complete."""
    lacking = tuple(name for name in _NEEDED if not (folder / name).is_file())
    return lacking if _onnx_in(folder) else ("model.onnx", *lacking)


def _onnx_in(folder: Path) -> str | None:
    return next((name for name in _ONNX_NAMES if (folder / name).is_file()), None)


def installed(config: Config) -> Installed | None:
    """The model to use, None where embeddings are off or its files are not there. Looks at the disk and nothing else."""
    if config.embeddings == "off":
        return None
    for name in (config.embedding_model,) if config.embedding_model else DEFAULTS:
        model = model_named(name)
        folder = config.models_dir / model.name
        onnx = _onnx_in(folder)
        if model.name not in ("", ".", "..") and onnx and not missing_files(folder):
            return Installed(model, folder, onnx)
    return None


class Embedder:
    """A loaded model. Safe for threads. The first construction takes about a second."""

    def __init__(self, found: Installed) -> None:
        self.model = found.model
        libraries = native.load()
        self._numpy = libraries.numpy
        name = _registered(found, libraries)
        self._engine = libraries.text_embedding(name, specific_model_path=str(found.folder), threads=1)
        self.dimension = len(self.query("prova"))

    def query(self, text: str) -> Vector:
        """The vector of a question."""
        return self._embed([self.model.query_prefix + (text.strip() or "?")])[0]

    def passages(self, texts: Sequence[str]) -> list[Vector]:
        """The vectors of entries, in order."""
        return self._embed([self.model.passage_prefix + (text.strip() or "?") for text in texts])

    def _embed(self, texts: Sequence[str]) -> list[Vector]:
        found: Iterable[Any] = self._engine.embed(list(texts), batch_size=16)
        return [self._numpy.ascontiguousarray(vector, dtype=self._numpy.float32) for vector in found]


_names: dict[tuple[str, str], str] = {}


def _registered(found: Installed, libraries: native.Native) -> str:
    """The name fastembed knows this folder by; a name can be registered only once in a process."""
    key = (found.model.name, found.onnx)
    if key not in _names:
        name = f"fluxion/{found.model.name}/{found.onnx}"
        libraries.text_embedding.add_custom_model(
            model=name,
            pooling=libraries.mean_pooling,
            normalization=True,
            sources=libraries.model_source(url="file:///nowhere"),
            dim=1,
            model_file=found.onnx,
        )
        _names[key] = name
    return _names[key]
