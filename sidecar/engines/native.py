"""The one door to onnxruntime, fastembed and usearch, which crash the process when they are loaded in the wrong order.

Called by `sidecar.engines.embeddings`, `dense` and whoever else needs one of them; calls nothing of ours. Must never be imported for its
effects: nothing is loaded before it is asked for.

1. onnxruntime comes before usearch, always: the other way round ends the process (usearch 2.26.6 with onnxruntime 1.31).
2. The model hub is offline: no library here may reach for the network, which would hang for a minute without one.
3. fastembed's own log lines do not reach stderr, where ours are JSON.
"""

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

_LOCK = threading.Lock()
_OFFLINE = {"HF_HUB_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1", "TRANSFORMERS_OFFLINE": "1", "HF_HUB_DISABLE_PROGRESS_BARS": "1"}


@dataclass(frozen=True, slots=True)
class Native:
    """The loaded libraries; `Any` because their types are partly unknown, each used in one typed module."""

    numpy: Any
    text_embedding: Any
    """fastembed's TextEmbedding class."""
    model_source: Any
    mean_pooling: Any
    index: Callable[..., Any]
    """usearch's Index class."""


def onnxruntime() -> Any:
    """onnxruntime, loaded now if it was not yet; safe before or after everything else here."""
    with _LOCK:
        return _onnxruntime()


def _onnxruntime() -> Any:
    import onnxruntime  # pyright: ignore  # the package ships no types

    return cast("Any", onnxruntime)


@lru_cache(maxsize=1)
def _load() -> Native:
    for name, value in _OFFLINE.items():
        # The libraries read these at import; nothing of ours is configured here.
        os.environ.setdefault(name, value)  # noqa: TID251 - written for the libraries, never read
    _onnxruntime()
    import numpy
    from loguru import logger

    logger.disable("fastembed")
    from fastembed import TextEmbedding
    from fastembed.common.model_description import ModelSource, PoolingType
    from usearch.index import Index

    return Native(numpy, TextEmbedding, ModelSource, PoolingType.MEAN, cast("Callable[..., Any]", Index))


def load() -> Native:
    """All of them, loaded once in the right order (about a second the first time); raises ImportError where one is missing."""
    with _LOCK:
        return _load()
