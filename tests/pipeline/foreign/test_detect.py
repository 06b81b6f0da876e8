"""Which language a short turn is in, with what was known before weighing in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.foreign.detect import detect, prose_language
from pipeline.foreign.languages import LANGUAGES, supported

SHORT: list[tuple[str, str | None, str]] = [
    ("ok va bene", None, "it"), ("ok va bene", "en", "it"), ("perfetto", "en", "it"), ("domani", "en", "it"),
    ("quanto costa", "en", "it"),
    ("che categorie avete?", "en", "it"), ("a che ora aprite", "es", "it"), ("con Sara", "it", "it"), ("il primo", "it", "it"),
    ("una piega giovedi alle quattro", "it", "it"), ("vorrei disdire", "pt", "it"), ("posso parlare con qualcuno", "pt", "it"),
    ("yes", "it", "en"), ("yes please", "it", "en"), ("what time do you open?", "it", "en"), ("good morning", "it", "en"),
    ("thanks", "it", "en"), ("can I talk to someone", "it", "en"), ("I'd like a Piega on Thursday", "it", "en"), ("tomorrow", "it", "en"),
    ("do you take cards?", "it", "en"), ("the first one", "it", "en"), ("cancel", "it", "en"), ("help", "it", "en"),
    ("sí, por favor", "it", "es"), ("gracias", "it", "es"), ("hola", "it", "es"), ("quiero una cita", "it", "es"),
    ("cuanto cuesta", "it", "es"),
    ("¿qué categorías tienen?", "it", "es"), ("a que hora abren", "it", "es"), ("puedo hablar con una persona", "it", "es"),
    ("buenos dias", "it", "es"), ("mañana", "it", "es"), ("ayuda", "it", "es"), ("aceptan tarjeta", "it", "es"),
    ("sim", "it", "pt"), ("sim, por favor", "it", "pt"), ("obrigado", "it", "pt"), ("bom dia", "it", "pt"),
    ("quanto custa o corte", "it", "pt"),
    ("que categorias voces tem", "it", "pt"), ("posso falar com alguem", "it", "pt"), ("amanhã", "it", "pt"), ("ajuda", "it", "pt"),
    ("queria marcar um horario", "it", "pt"), ("aceitam cartao", "it", "pt"),
]  # fmt: skip
NEVER_SWITCH = [
    "no", "ok", "si", "okay", "stop", "3284567890", "333 12 34 567", "15:30", "", "  ", "?!", "Mario Rossi", "John Smith", "Anna De Luca",
    "De Souza Maria", "Gonzalez", "Piega", "shampoo", "manicure", "gel", "balayage", "WhatsApp",
]  # fmt: skip


@pytest.mark.parametrize(("text", "prior", "language"), SHORT)
def test_a_short_turn_is_heard_in_its_language(text: str, prior: str | None, language: str) -> None:
    assert detect(text, prior)[0] == language


@pytest.mark.parametrize("prior", LANGUAGES)
@pytest.mark.parametrize("text", NEVER_SWITCH)
def test_what_belongs_to_no_language_keeps_the_one_spoken_so_far(text: str, prior: str) -> None:
    assert detect(text, prior)[0] == prior


def test_without_anything_known_a_caller_is_taken_for_italian() -> None:
    assert detect("no")[0] == "it"
    assert detect("Mario Rossi")[0] == "it"


@given(text=st.text(max_size=300), prior=st.sampled_from((None, "it", "en", "es", "pt", "xx")))
def test_any_text_has_a_language_and_a_confidence(text: str, prior: str | None) -> None:
    language, confidence = detect(text, prior)
    assert language in LANGUAGES
    assert 0 < confidence <= 1


@pytest.mark.parametrize(
    ("given", "language"),
    [
        ("it", "it"),
        ("EN", "en"),
        ("pt-BR", "pt"),
        ("es_ES", "es"),
        ("Italiano", "it"),
        ("english", "en"),
        ("fr", None),
        ("", None),
        (None, None),
    ],
)
def test_a_language_is_known_by_code_locale_and_name(given: str | None, language: str | None) -> None:
    assert supported(given) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Il parcheggio è gratuito davanti al negozio", "it"), ("Olá! Temos as seguintes categorias:", "pt"), ("Our services are:", "en"),
        ("Nuestros servicios son:", "es"), ("12,50", None), ("", None),
    ],
)  # fmt: skip
def test_prose_has_a_language_only_where_it_tells(text: str, language: str | None) -> None:
    assert prose_language(text)[0] == language
