"""What can be downloaded and where it lies on the model hub: Piper voices by their naming scheme, three embedding models by list.

Called by `sidecar.models`. Pure: names in, files with their addresses out. A mirror (FLUXION_MODELS_URL) keeps the hub's paths.
"""

import re
from dataclasses import dataclass
from typing import Literal

HUB = "https://huggingface.co"
DEFAULT_VOICE = "it_IT-paola-medium"
_VOICE = re.compile(r"([a-z]{2,3})_([A-Z]{2,3})-([A-Za-z0-9_]+)-(x_low|low|medium|high)")
_TOKENIZER = ("config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One file of a model: its address and the name it gets here."""

    url: str
    name: str


@dataclass(frozen=True, slots=True)
class Model:
    """Something that can be installed; `files` in the order in which they are fetched, the small ones first."""

    name: str
    kind: Literal["voice", "embedding"]
    files: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class _Embedding:
    repository: str
    model: str


_EMBEDDINGS = {
    "multilingual-e5-small": _Embedding("intfloat/multilingual-e5-small", "onnx/model.onnx"),
    "paraphrase-multilingual-MiniLM-L12-v2": _Embedding("qdrant/paraphrase-multilingual-MiniLM-L12-v2-onnx-Q", "model_optimized.onnx"),
    "all-MiniLM-L6-v2": _Embedding("qdrant/all-MiniLM-L6-v2-onnx", "model.onnx"),
}
EMBEDDINGS = tuple(_EMBEDDINGS)


def voice_parts(name: str) -> tuple[str, str, str, str] | None:
    """(language, region, speaker, quality) of a Piper voice's name, None if it is none."""
    match = _VOICE.fullmatch(name)
    return (match[1], match[2], match[3], match[4]) if match else None


def model(name: str, base: str | None = None) -> Model | None:
    """What `models pull NAME` fetches, None for a name that means nothing."""
    root = (base or HUB).rstrip("/")
    parts = voice_parts(name)
    if parts:
        language, region, speaker, quality = parts
        folder = f"{root}/rhasspy/piper-voices/resolve/main/{language}/{language}_{region}/{speaker}/{quality}"
        return Model(name, "voice", tuple(Wanted(f"{folder}/{name}{end}", f"{name}{end}") for end in (".onnx.json", ".onnx")))
    known = _EMBEDDINGS.get(name.rpartition("/")[2])
    if known is None:
        return None
    name = name.rpartition("/")[2]
    return Model(
        name,
        "embedding",
        tuple(Wanted(f"{root}/{known.repository}/resolve/main/{path}", path.rpartition("/")[2]) for path in (*_TOKENIZER, known.model)),
    )
