"""Search by meaning, through the real fastembed and usearch with a tiny model."""

import logging
import shutil
import socket
import subprocess
import sys
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

import pytest

from sidecar.config import Config
from sidecar.engines import dense as dense_module
from sidecar.engines.dense import Dense, Nearest
from sidecar.engines.embeddings import DEFAULTS, Embedder, EmbeddingModel, installed, missing_files, model_named, short_name
from sidecar.engines.faq_file import Entry
from sidecar.engines.lexical_score import document
from sidecar.engines.recall import make_recall
from sidecar.engines.recall_fusion import Candidate, fused
from store.search import FaqIndex, Indexed
from tests.retrieval.still import StillClock
from tests.sidecar.engines.tiny_embed import build

TEXTS = {11: "Avete il parcheggio?", 12: "Che orario fate?", 13: "Si può disdire?", 14: "Quanto costa?"}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture
def config(tmp_path: Path, tiny: Path) -> Config:
    shutil.copytree(tiny, tmp_path / "models" / "tiny")
    return Config(db=tmp_path / "d", data_dir=tmp_path, faq=tmp_path / "faq.md", embedding_model="tiny")


@pytest.fixture
def store(config: Config) -> Generator[FaqIndex]:
    made = FaqIndex(config.data_dir / "faq_index.db")
    made.replace("here", [Indexed(number, text, "", "") for number, text in TEXTS.items()])
    yield made
    made.close()


def ready(config: Config, store: FaqIndex, texts: dict[int, str] = TEXTS) -> Dense:
    """The dense side with its background work done."""
    made = Dense(config, StillClock(), store)
    made.want(texts)
    assert made.wait(60)
    return made


def first(found: Nearest | None) -> int | None:
    return found.hits[0][0] if found else None


@pytest.mark.parametrize(("asked", "entry"), [("posteggio per la macchina", 11), ("quando aperti", 12), ("annullare", 13), ("prezzo", 14)])
def test_another_word_for_the_same_thing_is_nearest(config: Config, store: FaqIndex, asked: str, entry: int) -> None:
    assert first(ready(config, store).search(asked, 3)) == entry


def test_a_search_before_the_vectors_are_there_says_so_at_once(config: Config, store: FaqIndex) -> None:
    assert Dense(config, StillClock(), store).search("posteggio", 3) is None


def test_only_changed_entries_are_embedded_again(config: Config, store: FaqIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    real = Embedder.passages

    def counted(self: Embedder, texts: Sequence[str]) -> list[Any]:
        made.extend(texts)
        return real(self, texts)

    monkeypatch.setattr(Embedder, "passages", counted)
    ready(config, store)
    assert sorted(made) == sorted(TEXTS.values())
    made.clear()
    changed = {**TEXTS, 15: "Accettate bambini?"}
    assert first(ready(config, store, changed).search("bimbo", 1)) == 15
    assert made == ["Accettate bambini?"]


def test_the_index_is_read_from_its_file_when_nothing_changed(config: Config, store: FaqIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    ready(config, store)
    written: list[Path] = []
    monkeypatch.setattr(dense_module, "_write", lambda index, path, old: written.append(path))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]  a stand-in of any shape
    assert first(ready(config, store).search("posteggio", 1)) == 11
    assert written == []


def test_one_index_file_a_model_is_kept(config: Config, store: FaqIndex) -> None:
    ready(config, store)
    ready(config, store, {**TEXTS, 15: "Accettate bambini?"})
    assert len(list((config.data_dir / "indexes").iterdir())) == 1


@pytest.mark.parametrize("dimension", [None, 16])
def test_a_damaged_or_foreign_index_file_is_made_again(config: Config, store: FaqIndex, dimension: int | None) -> None:
    ready(config, store)
    (path,) = (config.data_dir / "indexes").iterdir()
    replace_index(path, dimension)
    assert first(ready(config, store).search("posteggio", 1)) == 11


def replace_index(path: Path, dimension: int | None) -> None:
    """Puts rubbish in the file's place, or an index of another dimension."""
    if dimension is None:
        path.write_bytes(b"rubbish")
        return
    from sidecar.engines import native

    libraries = native.load()
    other = libraries.index(ndim=dimension, metric="cos", dtype="f32")
    for number in TEXTS:
        other.add(number, libraries.numpy.ones(dimension, dtype=libraries.numpy.float32))
    other.save(str(path))


def test_vectors_of_another_dimension_are_not_used(config: Config, store: FaqIndex) -> None:
    store.keep_vectors("tiny", 3, [(number, b"\x00" * 12) for number in TEXTS])
    assert first(ready(config, store).search("posteggio", 1)) == 11


def test_a_broken_model_costs_the_meaning_and_not_the_search(config: Config, caplog: pytest.LogCaptureFixture) -> None:
    (config.models_dir / "tiny" / "model.onnx").write_bytes(b"no model")
    config.faq.write_text("### Avete il parcheggio?\nSì.\n", encoding="utf-8")
    recall = make_recall(config, StillClock())
    with caplog.at_level(logging.WARNING):
        assert recall.search("c'è un posteggio?")[0].sure
        assert recall.settle(60)
    assert recall.embeddings_state()[0] == "degraded"
    assert "no vectors" in caplog.text
    assert recall.search("c'è un posteggio?")[0].sure
    recall.close()


def test_a_model_installed_while_running_is_taken_into_use(config: Config, tiny: Path) -> None:
    shutil.rmtree(config.models_dir / "tiny")
    config.faq.write_text("### Avete il parcheggio?\nSì.\n", encoding="utf-8")
    recall = make_recall(config, StillClock())
    assert recall.reload() == (1, "lexical")
    assert recall.embeddings_state()[0] == "off"
    shutil.copytree(tiny, config.models_dir / "tiny")
    recall.embeddings_state()
    assert recall.settle(60)
    assert recall.embeddings_state() == ("ok", "tiny, 1 vectors")
    assert recall.reload() == (1, "hybrid")
    recall.probe()
    recall.close()


def test_a_model_that_fails_three_times_is_left_alone_for_a_while(config: Config, store: FaqIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    dense = ready(config, store)

    def fails(self: Embedder, text: str) -> Any:
        raise RuntimeError

    monkeypatch.setattr(Embedder, "query", fails)
    assert [dense.search("posteggio", 1) for _ in range(3)] == [None] * 3
    assert dense.breaker.state == "open"


def test_no_socket_is_opened(config: Config, store: FaqIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda *address: opened.append(address))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]  a stand-in of any shape
    assert first(ready(config, store).search("posteggio", 1)) == 11
    assert opened == []


def test_an_incomplete_model_is_off_and_named_with_its_cure(config: Config, store: FaqIndex) -> None:
    (config.models_dir / "tiny" / "tokenizer.json").unlink()
    assert missing_files(config.models_dir / "tiny") == ("tokenizer.json",)
    state, detail = ready(config, store).state()
    assert (state, "models pull" in detail) == ("off", True)


def test_switched_off_embeddings_are_not_looked_for(config: Config) -> None:
    assert installed(Config(db=config.db, data_dir=config.data_dir, faq=config.faq, embeddings="off", embedding_model="tiny")) is None


def test_without_a_name_the_small_multilingual_models_are_taken_and_never_the_english_one(config: Config, tiny: Path) -> None:
    bare = Config(db=config.db, data_dir=config.data_dir, faq=config.faq)
    shutil.copytree(tiny, config.models_dir / "all-MiniLM-L6-v2")
    assert installed(bare) is None
    shutil.copytree(tiny, config.models_dir / DEFAULTS[1])
    found = installed(bare)
    assert found is not None
    assert found.model.name == DEFAULTS[1]


@pytest.mark.parametrize("name", ["..", ".", "", "models/.."])
def test_a_model_name_never_leads_out_of_the_models_folder(config: Config, name: str) -> None:
    shutil.copytree(config.models_dir / "tiny", config.data_dir, dirs_exist_ok=True)
    assert installed(Config(db=config.db, data_dir=config.data_dir, faq=config.faq, embedding_model=name or "/")) is None


def test_hub_names_mean_the_folder_of_their_last_part() -> None:
    assert short_name("intfloat/multilingual-e5-small") == "multilingual-e5-small"
    assert model_named("intfloat/multilingual-e5-small").query_prefix == "query: "


def hit(number: int, score: float) -> Candidate:
    return Candidate(document(Entry(f"Domanda {number}?", "Risposta."), number), score, 0.0)


def order(candidates: Sequence[Candidate], nearest: Nearest | None) -> list[tuple[int, bool]]:
    documents = {number: hit(number, 0).document for number in range(1, 5)}
    return [(one.number, sure) for one, _, sure in fused(candidates, nearest, documents, 0.5)]


def test_entries_near_in_words_and_meaning_come_before_those_near_in_one() -> None:
    model = EmbeddingModel("tried", weight=1.0)
    found = order([hit(1, 0.4), hit(2, 0.3), hit(3, 0.2)], Nearest(model, ((2, 0.9), (4, 0.8), (1, 0.2))))
    assert [number for number, _ in found] == [2, 1, 4, 3]


def test_a_model_without_a_threshold_makes_nothing_sure() -> None:
    assert order([hit(1, 0.4)], Nearest(EmbeddingModel("new"), ((2, 0.999),))) == [(1, False), (2, False)]


def test_a_model_with_a_threshold_makes_sure_what_reaches_it() -> None:
    assert order([hit(1, 0.4)], Nearest(EmbeddingModel("tried", threshold=0.8), ((2, 0.85), (3, 0.7)))) == [
        (2, True),
        (1, False),
        (3, False),
    ]


def test_what_words_make_sure_stays_first_whatever_the_vectors_say() -> None:
    model = EmbeddingModel("eager", weight=1.0)
    assert order([hit(1, 0.9), hit(2, 0.4)], Nearest(model, ((2, 0.9), (3, 0.8), (4, 0.7))))[0] == (1, True)


@pytest.mark.parametrize(
    "steps",
    [
        "native.load(); import onnxruntime, usearch.index",
        "native.onnxruntime(); native.load(); import usearch.index",
        "import onnxruntime; native.load()",
        "import numpy; native.load(); native.onnxruntime()",
    ],
)
def test_the_native_libraries_live_together_in_every_order_we_can_meet(steps: str) -> None:
    code = f"from sidecar.engines import native; {steps}; print('alive')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "alive")


def test_only_one_module_imports_the_native_libraries() -> None:
    root = Path(__file__).parents[3] / "sidecar"
    named = [
        path.name for path in root.rglob("*.py") if "import usearch" in (text := path.read_text(encoding="utf-8")) or "from usearch" in text
    ]
    assert named == ["native.py"]
