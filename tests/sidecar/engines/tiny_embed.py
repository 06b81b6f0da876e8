"""A tiny embedding model of the real kind, for tests: an ONNX table of word vectors with its tokenizer, loaded by fastembed like any other.

Words of one group share a direction, so that paraphrases are near each other; every other word has a direction of its own. Made anew by
each test session in a temporary folder; the same bytes each time.
"""

import json
from pathlib import Path
from typing import Any

GROUPS: tuple[str, ...] = (
    "orario orari apertura aperto aperti chiuso chiusura quando",
    "prezzo costo costa quanto tariffa viene",
    "prenotare prenotazione appuntamento fissare",
    "parcheggio posteggio macchina auto lasciare posto",
    "disdire annullare cancellare disdetta",
    "pagare pagamento carta bancomat contanti",
    "bambini bambino bimbo figlio figlia",
    "dolore male soffrire",
)
QUIET = "il lo la i gli le di e un una per a con da in si è c sono come che posso mi"


def build(folder: Path, dimension: int = 32) -> Path:
    """Writes the model into a folder and gives it back."""
    import numpy as np
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

    folder.mkdir(parents=True, exist_ok=True)
    letters = "abcdefghijklmnopqrstuvwxyzàèéìòù0123456789"
    words = [word for group in (QUIET, *GROUPS) for word in group.split()]
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *words, *letters, "'", "?", ".", ","]
    vocabulary = {piece: at for at, piece in enumerate(dict.fromkeys([*pieces, *("##" + letter for letter in letters)]))}
    tokenizer: Any = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]", max_input_chars_per_word=60))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True, strip_accents=False)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)])
    tokenizer.enable_padding(pad_id=0, pad_token="[PAD]")
    tokenizer.save(str(folder / "tokenizer.json"))
    random = np.random.default_rng(20260302)
    table = random.normal(size=(len(vocabulary), dimension)).astype(np.float32) * 0.1
    for group in GROUPS:
        direction = random.normal(size=dimension)
        for word in group.split():
            table[vocabulary[word]] = 3 * direction / np.linalg.norm(direction) + random.normal(size=dimension) * 0.1
    table[:4] = 0
    _write(folder, table, dimension)
    return folder


def _write(folder: Path, table: Any, dimension: int) -> None:
    import onnx as library
    from onnx import TensorProto, helper, numpy_helper

    onnx: Any = library  # its types are partly unknown

    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"]) for name in ("input_ids", "attention_mask")]
    output = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "length", dimension])
    gather = helper.make_node("Gather", ["table", "input_ids"], ["last_hidden_state"])
    graph = helper.make_graph([gather], "tiny", inputs, [output], [numpy_helper.from_array(table, "table")])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, folder / "model.onnx")
    settings = {"model_max_length": 128, "pad_token": "[PAD]", "tokenizer_class": "BertTokenizer"}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")
    (folder / "config.json").write_text(json.dumps({"pad_token_id": 0}), encoding="utf-8")
