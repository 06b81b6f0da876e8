"""FAQ search through the real file, stemmer and full-text index."""

import os
import subprocess
import sys
import threading
from collections.abc import Generator
from pathlib import Path

import pytest

from sidecar.config import Config
from sidecar.engines.recall import FaqRecall, make_recall
from store.connection import open_connection
from tests.retrieval.still import StillClock

FAQ = """### Avete il parcheggio?
Sì, dietro l'edificio.
Due ore gratis.

### Come si disdice un appuntamento?
sinonimi: non posso più venire
Con una telefonata.

### [en] Is there parking?
Behind the building.

### Che trattamenti fate?
[LIST_SERVICES]
"""


@pytest.fixture
def config(tmp_path: Path) -> Config:
    (tmp_path / "faq_auto.md").write_text(FAQ, encoding="utf-8")
    return Config(db=tmp_path / "fluxion.db", data_dir=tmp_path, faq=tmp_path / "faq_auto.md", embeddings="off")


@pytest.fixture
def recall(config: Config) -> Generator[FaqRecall]:
    made = make_recall(config, StillClock())
    yield made
    made.close()


def rewrite(config: Config, text: str) -> None:
    """Writes the file as another program would, with a later time whatever the file system's grain."""
    later = os.stat(config.faq).st_mtime_ns + 1_000_000_000 if config.faq.exists() else None
    fresh = config.faq.with_suffix(".new")
    fresh.write_text(text, encoding="utf-8")
    if later is not None:
        os.utime(fresh, ns=(later, later))
    fresh.replace(config.faq)


def test_the_whole_answer_of_several_lines_comes_back(recall: FaqRecall) -> None:
    hit = recall.search("c'è un posteggio?", language="it")[0]
    assert (hit.question, hit.answer, hit.language, hit.source) == (
        "Avete il parcheggio?", "Sì, dietro l'edificio.\nDue ore gratis.", "it", "faq",
    )  # fmt: skip
    assert hit.sure
    assert 0 < hit.score <= 1


def test_synonyms_of_the_file_find_the_entry(recall: FaqRecall) -> None:
    assert recall.search("non posso più venire", language="it")[0].question == "Come si disdice un appuntamento?"


def test_a_language_searches_its_own_entries_alone(recall: FaqRecall) -> None:
    assert [hit.question for hit in recall.search("parking", language="en")] == ["Is there parking?"]
    assert recall.search("parking", language="pt") == ()


def test_without_a_language_all_entries_are_searched(recall: FaqRecall) -> None:
    assert recall.search("is there parking?")[0].question == "Is there parking?"
    assert recall.search("avete il parcheggio?")[0].question == "Avete il parcheggio?"


def test_what_no_entry_tells_is_never_sure(recall: FaqRecall) -> None:
    asked = ["avete la piscina?", "quanto costa il parcheggio?", "che cosa pensate di Marte?", "il parcheggio è coperto?"]
    assert [hit for question in asked for hit in recall.search(question, language="it") if hit.sure] == []


@pytest.mark.parametrize(
    "text", ["", "   ", "?", 'parcheggio" OR *', "NEAR(a b)", "question:parcheggio", "'; DROP TABLE faq_fts; --", "\x00", "🅿️"]
)
def test_any_text_may_be_asked(recall: FaqRecall, text: str) -> None:
    assert len(recall.search(text, language="it")) <= 3


def test_no_more_than_top_k_and_best_first(recall: FaqRecall) -> None:
    hits = recall.search("parcheggio, appuntamento, trattamenti", top_k=2, language="it")
    assert len(hits) == 2
    assert hits[0].score >= hits[1].score
    assert recall.search("parcheggio", top_k=0) == ()


def test_a_changed_file_is_read_again_in_the_middle_of_running(recall: FaqRecall, config: Config) -> None:
    assert recall.search("avete il wifi?", language="it") == ()
    rewrite(config, "### Avete il wifi?\nSì.\n")
    assert recall.search("avete il wifi?", language="it")[0].answer == "Sì."
    assert recall.search("avete il parcheggio?", language="it") == ()


def test_a_file_that_goes_and_comes_back_is_followed(recall: FaqRecall, config: Config) -> None:
    config.faq.unlink()
    assert recall.search("avete il parcheggio?") == ()
    assert recall.state()[0] == "off"
    rewrite(config, FAQ)
    assert recall.search("avete il parcheggio?")[0].sure
    assert recall.state()[0] == "ok"


def test_a_file_that_becomes_unreadable_leaves_the_last_reading_in_use(recall: FaqRecall, config: Config) -> None:
    recall.reload()
    rewrite(config, "### Rotto?\n\x00\n")
    assert recall.search("avete il parcheggio?")[0].sure
    assert recall.state()[0] == "degraded"


def test_a_file_unreadable_from_the_start_is_an_error_with_its_cure(config: Config) -> None:
    config.faq.unlink()
    config.faq.mkdir()
    recall = make_recall(config, StillClock())
    assert recall.search("parcheggio") == ()
    state, detail = recall.state()
    recall.close()
    assert (state, "check" in detail) == ("error", True)


def test_reload_counts_the_entries_and_says_what_they_are_searched_with(recall: FaqRecall) -> None:
    assert recall.reload() == (4, "lexical")
    assert recall.entries() == 4


def test_readers_see_all_of_the_old_file_or_all_of_the_new_one(recall: FaqRecall, config: Config) -> None:
    def faq(mark: str) -> str:
        return "".join(f"### Domanda sul parcheggio numero {at}?\n{mark}\n" for at in range(20))

    rewrite(config, faq("vecchia"))
    recall.reload()
    seen: list[tuple[int, int]] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            hits = recall.search("parcheggio", top_k=40, language="it")
            seen.append((len(hits), len({hit.answer for hit in hits})))

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for turn in range(12):
        rewrite(config, faq("nuova" if turn % 2 else "vecchia"))
        recall.reload()
    stop.set()
    for reader in readers:
        reader.join()
    assert set(seen) == {(20, 1)}


def test_the_index_file_can_be_checked_by_any_sqlite(recall: FaqRecall, config: Config) -> None:
    recall.reload()
    other = open_connection(str(config.data_dir / "faq_index.db"))
    assert other.rows("PRAGMA quick_check") == [("ok",)]
    assert other.rows("SELECT count(*) FROM faq_fts") == [(4,)]
    other.close()


def test_a_damaged_index_file_is_made_anew(config: Config) -> None:
    (config.data_dir / "faq_index.db").write_bytes(b"nothing of SQLite's " * 300)
    recall = make_recall(config, StillClock())
    assert recall.search("avete il parcheggio?")[0].sure
    assert recall.reload() == (4, "lexical")
    assert "memory" not in recall.state()[1]
    recall.close()


def test_an_index_damaged_while_in_use_is_made_anew(recall: FaqRecall, config: Config) -> None:
    recall.reload()
    other = open_connection(str(config.data_dir / "faq_index.db"))
    other.run("DROP TABLE faq_fts")
    other.close()
    assert recall.search("avete il parcheggio?")[0].sure


def test_where_no_index_file_can_be_made_the_index_lives_in_memory(config: Config) -> None:
    (config.data_dir / "blocked").write_text("a file, no folder", encoding="utf-8")
    blocked = Config(db=config.db, data_dir=config.data_dir / "blocked", faq=config.faq, embeddings="off")
    recall = make_recall(blocked, StillClock())
    assert recall.search("avete il parcheggio?")[0].sure
    assert "memory" in recall.state()[1]
    recall.close()


def test_two_businesses_may_share_a_data_folder(recall: FaqRecall, config: Config, tmp_path: Path) -> None:
    (tmp_path / "altra.md").write_text("### Avete il wifi?\nSì.\n", encoding="utf-8")
    other = make_recall(Config(db=config.db, data_dir=tmp_path, faq=tmp_path / "altra.md", embeddings="off"), StillClock())
    assert recall.search("avete il parcheggio?")[0].sure
    assert other.search("avete il wifi?")[0].sure
    assert other.search("avete il parcheggio?") == ()
    assert recall.search("avete il parcheggio?")[0].sure
    other.close()


def test_the_prompt_of_the_business_is_read_from_the_data_folder(recall: FaqRecall, config: Config) -> None:
    assert recall.agent_prompt() is None
    (config.data_dir / "prompt_agent.md").write_text("\ufeffSei la voce del salone.\n", encoding="utf-8")
    assert recall.agent_prompt() == "Sei la voce del salone."


def test_nothing_heavy_is_imported_before_the_first_search(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from sidecar.config import Config; from sidecar.engines.recall import make_recall;"
        "p = Path(sys.argv[1]); r = make_recall(Config(db=p / 'd', data_dir=p, faq=p / 'f.md'), None);"
        "print(sorted({'onnxruntime', 'fastembed', 'usearch', 'numpy', 'rapidfuzz', 'py_rust_stemmers'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
