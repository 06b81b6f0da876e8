"""Made-up or leaked facts: tokens before a model, strangers' data, names that were changed, links, logs, what retention left over."""

import hashlib
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import apsw
import pytest

from pipeline.desk import archive
from pipeline.desk.knowledge import format_response, links_resolve
from pipeline.model.errors import Refused
from sidecar.config import Config
from sidecar.engines.recall import make_recall
from tests.lessons.conftest import Caller
from tests.pipeline.knowledge.invented import SERVICES, FakeModel
from tests.pipeline.knowledge.invented import Stage as Shop
from tests.reliability.serving import Serving
from tests.retrieval.still import StillClock

FAQ = "### Avete il parcheggio?\nSì, dietro l'edificio.\nLe prime due ore sono gratis.\n\n### Si può portare il cane?\nSolo se è piccolo.\n"


def shown(shop: Shop, response: str, language: str = "it") -> str:
    made = format_response(
        shop.world, response=response, language=language, customer_id="7", workspace_id="default", original_question="domanda"
    )
    return str(made["display"])


@pytest.mark.parametrize("down", [False, True])
def test_lesson_22_a_token_never_reaches_the_model_even_when_the_file_is_gone(down: bool) -> None:
    model = FakeModel(["We have ⟦0⟧ and Vini, Formaggi, 20% off"])
    shop = Shop(model=model)
    shop.reads.down = down
    display = shown(shop, "Abbiamo [LIST_CATEGORIES] e lo sconto [USER_DISCOUNT]", "en")
    assert [word for word in ("LIST_", "USER_", "Vini", "20%") if word in display] == []
    assert [prompt for prompt in map(str, model.prompts) if "LIST_" in prompt or "USER_" in prompt] == []
    assert ("🙏" in display) is down


def test_lesson_22_no_discount_is_not_a_discount_of_nothing() -> None:
    shop = Shop()
    shop.reads.discounts["7"] = 0
    assert shown(shop, "Sconto: [USER_DISCOUNT]") == "Sconto: Nessuno sconto attivo al momento 🙏"


@pytest.mark.parametrize("question", ["c'è posto domani alle 10?", "avete un buco giovedì?", "quando scade il mio abbonamento?"])
def test_lesson_22_room_and_dates_are_not_made_up(caller: Caller, question: str) -> None:
    answer = caller.say(question)
    assert re.search(r"\bc'è posto\b|\bscade\b|\bè libero\b", answer.text) is None
    assert caller.changed() == []


def test_lesson_23_homonyms_are_told_apart_without_anybodys_data(caller: Caller) -> None:
    asked = caller.say("sono Marco Rossi, vorrei un taglio uomo")
    assert asked.step == "disambiguazione"
    said = asked.text + str(asked.options)
    secrets = ("3285550101", "3477770202", "0101", "0202", "giugno", "novembre", "1978-06-21", "1992-11-05", "21/06", "05/11")
    assert [secret for secret in secrets if secret in said.replace(" ", "")] == []


def test_lesson_23_a_name_alone_tells_nobody_his_appointments(caller: Caller) -> None:
    asked = caller.says("sono Marco Rossi, che appuntamenti ho?", "il primo")
    assert [word for word in ("10:00", "17 marzo", "24 marzo", "Davide") if word in asked.text] == []


@pytest.mark.parametrize("name", ["$& e \\1", "Taglio [LIST_PRODUCTS]", "Piega ⟦0⟧ {{x}}", "Sconto 20% *oggi*"])
def test_lesson_24_a_name_is_only_a_name_at_every_place(name: str) -> None:
    shop = Shop()
    shop.reads.services_ = (replace(SERVICES[0], nome=name),)
    display = shown(shop, "Prima: [LIST_SERVICES]\nPoi: [LIST_SERVICES]")
    assert display.count(name) == 2


@pytest.mark.parametrize("reply", ["We have Buffalo Mozzarella", "We have ⟦0⟧", "We have ⟦1⟧ and ⟦1⟧", "We have {0} and {1}"])
def test_lesson_24_a_model_that_loses_or_translates_a_name_is_not_used(reply: str) -> None:
    shop = Shop(model=FakeModel([reply]))
    display = shown(shop, "Abbiamo *Mozzarella di Bufala* e *Prosecco DOCG*", "en")
    assert [name in display for name in ("Mozzarella di Bufala", "Prosecco DOCG", "Buffalo")] == [True, True, False]


def test_lesson_24_names_come_back_where_they_stood() -> None:
    shop = Shop(model=FakeModel(["We have ⟦1⟧ and ⟦0⟧, ⟦0⟧ again"]))
    display = shown(shop, "Abbiamo *Prosecco DOCG*, poi *Mozzarella di Bufala*, e ancora *Prosecco DOCG*", "en")
    assert (display.count("Prosecco DOCG"), display.count("Mozzarella di Bufala")) == (2, 1)


def test_lesson_25_the_words_of_an_error_are_neither_spoken_nor_shown(caller: Caller) -> None:
    class Broken:
        def commit(self, *_: object, **__: object) -> object:
            raise RuntimeError("no such column: segreto WHERE telefono = 3401112233 in /home/paola/fluxion.db")

        def __getattr__(self, name: str) -> object:
            return getattr(caller.store.ledger, name)

    caller.say("sono Anna De Luca, una piega con Sara giovedì alle 16")
    caller.ledger(Broken())
    told = caller.say("sì", fails=True)
    said = f"{told.text} {told.speech} {told.slots} {told.degraded}"
    assert [word for word in ("segreto", "column", "/home", "RuntimeError", "Traceback") if word in said] == []
    assert len(caller.errors) > 0


def test_lesson_25_neither_people_nor_secrets_of_links_stand_in_the_logs(tmp_path: Path) -> None:
    with Serving(tmp_path, "--log-level", "debug", "--log-file", str(tmp_path / "sidecar.log")) as serving:
        link = {"response": "[LINK_ORDERS_WITH_TOKEN]", "language": "it", "customer_id": "1", "workspace_id": "default"}
        made = serving.call("formatter.format", **link, original_question="i miei ordini")["result"]["display"]
        holder: Any = apsw.Connection(str(serving.path))
        holder.execute("BEGIN IMMEDIATE")
        serving.say("sono Anna De Luca, vorrei una piega con Sara giovedì alle 16, il mio numero è 340 111 2233")
        holder.close()
    secret = made.partition("token=")[2]
    logged = bytes(serving.logs).decode() + (tmp_path / "sidecar.log").read_text(encoding="utf-8")
    assert len(secret) > 20
    assert "database" in logged
    assert [word for word in (secret, "Luca", "3401112233", "340 111 2233") if word in logged] == []


def test_lesson_26_a_link_says_how_long_it_really_lives_and_opens_one_page() -> None:
    shop = Shop()
    first = shown(shop, "[LINK_ORDERS_WITH_TOKEN]")
    token = first.partition("token=")[2]
    shop.clock.move(40)
    assert shown(shop, "[LINK_ORDERS_WITH_TOKEN]") == first
    assert links_resolve(shop.world, token=token, kind="orders")["expires_at"] == "2026-03-12T11:30:00"
    for kind in ("profile", "cart", "tracking", "checkout"):
        with pytest.raises(Refused):
            links_resolve(shop.world, token=token, kind=kind)
    shop.clock.move(20)
    with pytest.raises(Refused):
        links_resolve(shop.world, token=token, kind="orders")


def test_lesson_27_retention_leaves_no_name_number_or_guessable_hash(caller: Caller) -> None:
    words = "sono Ildegarda Provenzani, il mio numero è 333 765 4321, vorrei una piega giovedì alle 16"
    caller.say(words)
    (digest,) = caller.rows("SELECT user_input_hash FROM voice_audit_log ORDER BY id LIMIT 1")[0]
    guesses = [hashlib.new(kind, words.encode()).hexdigest() for kind in ("md5", "sha1", "sha256", "sha512")]
    assert [guess for guess in guesses if digest and guess.startswith(digest)] == []
    caller.wait(31 * 24 * 60)
    archive.anonymize(caller.world)
    tables = ("voice_audit_log", "voice_sessions")
    left = str([caller.rows(f"SELECT * FROM {table}") for table in tables])
    assert [word for word in ("Ildegarda", "Provenzani", "3337654321", "333 765") if word in left] == []
    assert caller.rows("SELECT count(*) FROM voice_audit_log WHERE user_input = '[REDACTED]'")[0][0] > 0


@pytest.fixture
def faq(tmp_path: Path) -> Config:
    (tmp_path / "faq_auto.md").write_text(FAQ, encoding="utf-8")
    return Config(db=tmp_path / "fluxion.db", data_dir=tmp_path, faq=tmp_path / "faq_auto.md", embeddings="off")


def test_lesson_28_an_entry_far_away_is_never_sure_and_an_answer_is_whole(faq: Config) -> None:
    recall = make_recall(faq, StillClock())
    near = recall.search("c'è un posteggio?", language="it")
    assert (near[0].sure, near[0].answer) == (True, "Sì, dietro l'edificio.\nLe prime due ore sono gratis.")
    far = ("che temperatura ha l'acqua della piscina?", "vendete biglietti del treno?", "qual è la capitale del Perù?")
    assert [hit.question for question in far for hit in recall.search(question, language="it") if hit.sure] == []
    recall.close()


def test_lesson_28_a_question_nobody_can_answer_is_said_to_be_one_and_kept(tmp_path: Path) -> None:
    (tmp_path / "faq_auto.md").write_text(FAQ, encoding="utf-8")
    with Serving(tmp_path) as serving:
        asked = serving.call("faq.answer", query="Vendete biglietti per la mongolfiera?")["result"]
        rows = serving.call("faq.unanswered")["result"]["rows"]
    assert (asked["abstained"], asked["sources"]) == (True, [])
    assert len(rows) == 1
