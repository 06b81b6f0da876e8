"""The same informative questions with the model off, answering, and dying in the middle, through the real SDK: the facts are identical."""

import importlib
import re
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.knowledge.answers import answer
from pipeline.knowledge.formatter import format_response
from pipeline.knowledge.question import Question
from pipeline.ports import FaqHit, World
from sidecar.config import Config
from sidecar.engines.llm import make_model
from tests.fakes.llm_server import KEY, Dies, Fails, LlmServer, Page, Says, Step
from tests.pipeline.knowledge.invented import Stage

LONG = (
    "Il parcheggio si trova in via dei Noci 3, davanti alla farmacia. È gratuito per i clienti per tutta la durata della visita, "
    "dal lunedì al sabato. Chi arriva in bicicletta trova le rastrelliere davanti alla porta, accanto alla farmacia stessa, sempre aperte."
)
QUESTIONS = [
    ("it", "che orari fate?"), ("it", "quanto costa la piega?"), ("it", "che categorie avete?"), ("it", "avete il parcheggio?"),
    ("it", "chi fa il balayage?"), ("it", "dove siete?"), ("it", "vendete biciclette?"), ("it", "grazie"),
    ("en", "what services do you offer?"),
    ("en", "do you have parking?"), ("es", "¿qué productos tienen?"), ("pt", "quanto custa a Piega?"), ("it", "che sconto ho?"),
]  # fmt: skip
FIGURE = re.compile(r"\d+(?:[.:]\d+)?|\*[^*]+\*")


class WallClock:
    """The calendar of the invented business on the real monotonic clock."""

    def now(self) -> datetime:
        return datetime(2026, 3, 12, 10, 30)

    def monotonic(self) -> float:
        return time.monotonic()


@pytest.fixture(autouse=True)
def imported() -> None:
    """The SDK takes longer to import than one of the deadlines here."""
    importlib.import_module("groq")


def recorded(body: dict[str, Any]) -> Step:
    """A model that makes things up wherever it is asked."""
    wanted = body.get("response_format")
    return Says('{"function": "none"}' if wanted else "Certo! Offriamo anche 5 vini a €9.99, aperti domenica fino alle 23:00.")


def told(server: LlmServer | None, language: str, text: str) -> tuple[list[str], bool]:
    """(the figures and names of the answer, whether it abstained)."""
    stage = Stage()
    stage.recall.entries_ = (
        FaqHit("Avete il parcheggio?", LONG, 0.9, "faq", "it"),
        FaqHit("Do you have parking?", "Yes, at via dei Noci 3.", 0.9, "faq", "en"),
    )
    stage.recall.prompt = "Sei l'assistente di un negozio."
    config = Config(Path("x"), Path("x"), Path("x"), groq_api_key=KEY if server else None, groq_base_url=server.url if server else None)
    model = make_model(config, WallClock())
    world: World = replace(stage.world, model=model, clock=WallClock())
    made = answer(Question(text, language=language), world)
    model.close()
    return FIGURE.findall(made.display), made.abstained


@pytest.mark.parametrize(("language", "text"), QUESTIONS)
@pytest.mark.parametrize("step", [None, Dies(), Fails(500), Page()], ids=["recorded", "dying", "failing", "page"])
def test_the_facts_are_the_same_with_the_model_off_recorded_and_dying(language: str, text: str, step: Step | None) -> None:
    with LlmServer([step] if step else [], responder=None if step else recorded) as server:
        assert told(server, language, text) == told(None, language, text)


def test_a_translation_goes_through_the_real_sdk_with_no_data_in_it() -> None:
    stage = Stage()
    with LlmServer([Says("We have the following categories: ⟦0⟧")]) as server:
        model = make_model(Config(Path("x"), Path("x"), Path("x"), groq_api_key=KEY, groq_base_url=server.url), WallClock())
        world: World = replace(stage.world, model=model, clock=WallClock())
        made = format_response(world, "Abbiamo le seguenti categorie: [LIST_CATEGORIES]", "en", "7", "default", "what categories?")
        model.close()
        sent = server.asked[0].body
    assert made.display == "We have the following categories:\n- 🧀 *Cheeses & Dairy*\n- 🧊 *Frozen Products*"
    assert (made.llm_used, made.tokens, sent["temperature"]) == (True, 150, 0.5)
    assert [message["role"] for message in sent["messages"]] == ["system", "user"]
    assert "Cheeses" not in str(sent["messages"])
