"""A tiny valid Piper voice made on the spot: every phoneme is a short tone of its own pitch, so that piper's own code runs to real sound.

Called by tests only. The graph takes and gives what a trained voice does (input, input_lengths, scales; output in [-1, 1]) and its
length follows the length scale.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
from onnx import TensorProto, helper, numpy_helper
from piper.phoneme_ids import DEFAULT_PHONEME_ID_MAP

SAMPLE_RATE = 22_050
SAMPLES_PER_ID = 900
_SYMBOLS = 256
_SILENT = 3
"""Padding, beginning and end of a sentence make no sound."""


def _constant(name: str, value: Any) -> Any:
    return numpy_helper.from_array(np.asarray(value), name)


def _pitches() -> Any:
    pitches = 140.0 + 3.0 * np.arange(_SYMBOLS, dtype=np.float32)
    pitches[:_SILENT] = 0.0
    return pitches


def config(language: str = "it") -> dict[str, Any]:
    """The configuration that belongs to the model, in the shape trained voices have."""
    return {
        "audio": {"sample_rate": SAMPLE_RATE, "quality": "test"},
        "espeak": {"voice": language},
        "inference": {"noise_scale": 0.667, "length_scale": 1.0, "noise_w": 0.8},
        "phoneme_type": "espeak",
        "phoneme_map": {},
        "phoneme_id_map": DEFAULT_PHONEME_ID_MAP,
        "num_symbols": _SYMBOLS,
        "num_speakers": 1,
        "speaker_id_map": {},
        "hop_length": 256,
    }


def _nodes() -> list[Any]:
    make = helper.make_node
    return [
        make("Slice", ["scales", "one", "two"], ["length_scale"]),
        make("Mul", ["length_scale", "samples"], ["wanted"]),
        make("Squeeze", ["wanted", "first"], ["wanted_0"]),
        make("Floor", ["wanted_0"], ["count"]),
        make("Range", ["zero", "count", "unit"], ["step"]),
        make("Mul", ["step", "turn"], ["angle"]),
        make("Gather", ["pitches", "input"], ["pitch"]),
        make("Unsqueeze", ["pitch", "last"], ["pitch_1"]),
        make("Mul", ["pitch_1", "angle"], ["phase"]),
        make("Sin", ["phase"], ["tone"]),
        make("Div", ["step", "count"], ["part"]),
        make("Mul", ["part", "half_turn"], ["rise"]),
        make("Sin", ["rise"], ["envelope"]),
        make("Mul", ["tone", "envelope"], ["shaped"]),
        make("Mul", ["shaped", "loudness"], ["quiet"]),
        make("Reshape", ["quiet", "shape"], ["output"]),
    ]


def build(folder: Path, name: str = "it_IT-paola-medium", language: str = "it") -> Path:
    """Writes NAME.onnx and NAME.onnx.json and returns the model's path."""
    folder.mkdir(parents=True, exist_ok=True)
    constants = [
        _constant("pitches", _pitches()),
        _constant("samples", np.float32(SAMPLES_PER_ID)),
        _constant("turn", np.float32(2 * np.pi / SAMPLE_RATE)),
        _constant("half_turn", np.float32(np.pi)),
        _constant("loudness", np.float32(0.4)),
        _constant("zero", np.float32(0)),
        _constant("unit", np.float32(1)),
        _constant("one", np.array([1], np.int64)),
        _constant("two", np.array([2], np.int64)),
        _constant("first", np.array([0], np.int64)),
        _constant("last", np.array([2], np.int64)),
        _constant("shape", np.array([1, 1, 1, -1], np.int64)),
    ]
    info = helper.make_tensor_value_info
    graph = helper.make_graph(
        _nodes(),
        "tiny_voice",
        [
            info("input", TensorProto.INT64, ["batch", "phonemes"]),
            info("input_lengths", TensorProto.INT64, ["batch"]),
            info("scales", TensorProto.FLOAT, [3]),
        ],
        [info("output", TensorProto.FLOAT, ["batch", 1, 1, "time"])],
        constants,
    )
    model = folder / f"{name}.onnx"
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)], ir_version=8)
    model.write_bytes(made.SerializeToString())
    (folder / f"{name}.onnx.json").write_text(json.dumps(config(language)), encoding="utf-8")
    return model
