"""The desktop's own methods for knowledge, in wire shape."""

from datetime import timedelta

import pytest

from pipeline.desk.knowledge import faq_answer, faq_reload, faq_search, format_response
from pipeline.model.errors import InvalidField
from pipeline.model.session import Dialogue, Exchange, Session
from pipeline.model.writes import AuditTurn, RecordUnanswered, SaveSession
from pipeline.ports import FaqHit
from tests.pipeline.knowledge.invented import NOW, FakeModel, FakeReads, Stage

ENTRIES = (
    FaqHit("Avete il parcheggio?", "Sì, davanti al negozio.", 0.87654, "faq", "it"),
    FaqHit("Accettate assegni?", "No, mi dispiace.", 0.5, "faq", "it"),
)


def stage() -> Stage:
    made = Stage()
    made.recall.entries_ = ENTRIES
    return made


def remember(reads: FakeReads, house: Stage) -> None:
    """Puts the session that was committed where the next question reads it."""
    for write in house.ledger.committed:
        if isinstance(write, SaveSession):
            reads.sessions[write.session.id] = write.session


def test_a_search_gives_the_nearest_entries_with_their_scores() -> None:
    assert faq_search(stage().world, query="parcheggio", top_k=1) == {
        "results": [{"question": "Avete il parcheggio?", "answer": "Sì, davanti al negozio.", "score": 0.8765, "source": "faq"}]
    }


def test_a_search_for_nothing_at_all_is_an_error_of_the_field() -> None:
    with pytest.raises(InvalidField):
        faq_search(stage().world, query="x", top_k=0)


def test_an_answer_has_its_sources() -> None:
    assert faq_answer(stage().world, query="quanto costa la piega?") == {
        "text": "*Piega*: €20.00.",
        "sources": ["database:servizi"],
        "grounded": True,
        "abstained": False,
    }


def test_the_language_of_a_question_is_heard_where_none_is_named() -> None:
    assert faq_answer(stage().world, query="what categories do you have?")["text"].startswith("We have the following categories:")


def test_a_follow_up_in_the_same_session_is_understood() -> None:
    house = stage()
    faq_answer(house.world, query="che orari fate?", session_id="s9")
    remember(house.reads, house)
    assert faq_answer(house.world, query="e il sabato?", session_id="s9")["text"] == "Il sabato siamo aperti dalle 9:00 alle 13:00."


def test_an_expired_session_is_not_leaned_on() -> None:
    house = stage()
    old = NOW - timedelta(hours=1)
    house.reads.sessions["s9"] = Session("s9", old, old, old, dialogue=Dialogue(), history=(Exchange("che orari fate?", "..."),))
    assert faq_answer(house.world, query="e il sabato?", session_id="s9")["abstained"] is True


def test_a_question_without_an_answer_is_written_down() -> None:
    house = stage()
    assert faq_answer(house.world, query="vendete biciclette?")["abstained"] is True
    assert house.ledger.committed == [RecordUnanswered("vendete biciclette?", "it", None, NOW)]


def test_a_question_is_answered_although_nothing_can_be_written() -> None:
    house = stage()
    house.ledger.down = True
    assert faq_answer(house.world, query="quanto costa la piega?", session_id="s9")["text"] == "*Piega*: €20.00."
    assert faq_answer(house.world, query="vendete biciclette?")["text"] == "Non ho informazioni disponibili su questo argomento."
    assert "http" not in faq_answer(house.world, query="mi mandi il link degli ordini", cliente_id=7)["text"]


def test_a_database_that_is_down_is_an_answer_and_no_error() -> None:
    house = stage()
    house.reads.down = True
    assert faq_answer(house.world, query="che orari fate?", session_id="s9")["abstained"] is True


def test_a_reload_says_what_there_is() -> None:
    assert faq_reload(stage().world) == {"entries": 2, "index": "lexical"}


def test_the_formatter_answers_in_wire_shape() -> None:
    made = format_response(
        stage().world,
        response="Sconto: [USER_DISCOUNT]",
        language="it",
        customer_id=7,
        workspace_id="default",
        original_question="che sconto ho?",
        conversation_history=[{"role": "user", "content": "ciao"}],
    )
    assert made == {
        "display": "Sconto: 10%",
        "speech": "Sconto: dieci per cento",
        "facts": [{"token": "USER_DISCOUNT", "value": "10%"}],
        "degraded": [],
        "llm_used": False,
    }


def test_the_formatter_keeps_the_names_and_numbers_of_people_from_the_model() -> None:
    house = Stage(model=FakeModel([None]))
    format_response(
        house.world,
        response="Gentile Ottavia, abbiamo registrato il numero 333 000 1122 per la prossima consegna",
        language="en",
        customer_id=7,
        workspace_id="default",
        original_question="sono Ottavia Brentani, avete registrato il 333 000 1122?",
        conversation_history=[{"role": "user", "content": "mi chiamo Brentani"}],
    )
    shown = house.model.prompts[0][1]
    assert [secret for secret in ("Ottavia", "Brentani", "000 1122") if secret in shown] == []


def test_a_marker_that_means_nothing_is_noted() -> None:
    house = stage()
    made = format_response(
        house.world, response="Ecco [LIST_SECRETS]", language="it", customer_id=7, workspace_id="default", original_question="x"
    )
    assert made["display"] == "Ecco"
    assert house.ledger.committed == [AuditTurn("rpc", NOW, action="formatter.format", result="unknown markers removed: LIST_SECRETS")]


def test_a_page_for_links_that_does_not_exist_is_an_error_of_the_field() -> None:
    with pytest.raises(InvalidField):
        format_response(
            stage().world, response="x", language="it", customer_id=7, workspace_id="default", original_question="x", link_kind="admin"
        )
