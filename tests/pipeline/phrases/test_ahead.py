"""What is spoken ahead: real phrases of each language, the greeting of the hour first."""

from datetime import datetime

import pytest

from pipeline.model.business import Settings
from pipeline.model.meanings import AskDay, Greeted
from pipeline.phrases.ahead import QUESTIONS, ahead
from pipeline.phrases.render import render

NOW = datetime(2026, 3, 12, 20, 30)


@pytest.mark.parametrize("language", ["it", "en", "es", "pt"])
def test_every_fixed_question_is_spoken_ahead_as_a_call_will_speak_it(language: str) -> None:
    said = ahead(Settings(nome_attivita="Salone Prova", lingua=language), NOW)
    assert said[0] == render((Greeted(20, "Salone Prova"),), language, NOW.date(), "lei")[1]
    assert render((AskDay(),), language, NOW.date(), "lei")[1] in said
    assert len(said) > len(QUESTIONS)


def test_the_register_and_the_words_of_the_business_are_kept() -> None:
    said = ahead(Settings(nome_attivita="Salone Prova", tono="tu", consenso_testo="Possiamo tenere il tuo nome?"), NOW)
    assert render((AskDay(),), "it", NOW.date(), "tu")[1] in said
    assert any("Possiamo tenere il tuo nome?" in speech for speech in said)
