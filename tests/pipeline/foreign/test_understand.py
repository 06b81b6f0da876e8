"""Turns in English, Spanish and Portuguese, understood offline."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.foreign.languages import Language
from pipeline.foreign.topics import topic_of
from pipeline.foreign.understand import understand
from pipeline.model.business import Lexicon, Operator, Service
from pipeline.model.parse import Context, Parse

LEXICON = Lexicon(services=(Service(1, "Piega", 30), Service(2, "Taglio Donna", 45)), operators=(Operator(1, "Sara", "Conti"),))
CONTEXT = Context(datetime(2026, 3, 12, 10, 0), LEXICON)


def read(language: Language, text: str) -> Parse:
    return understand(text, language, CONTEXT)


INTENTS: list[tuple[Language, str, str | None]] = [
    ("en", "I'd like to book a Piega on Thursday with Sara", "prenotazione"),
    ("en", "do you have anything free tomorrow?", "prenotazione"),
    ("en", "can I come in on Friday for a haircut", "prenotazione"), ("en", "I want to cancel my appointment", "cancella"),
    ("en", "I can't make it tomorrow", "cancella"), ("en", "could you move my appointment to Friday?", "modifica"),
    ("en", "can I reschedule my visit", "modifica"), ("en", "put me on the waiting list", "waitlist"),
    ("en", "can I speak to a person please", "operatore"), ("en", "I want a real human", "operatore"),
    ("en", "what do you offer?", "info"),
    ("en", "hello", "saluto"), ("en", "thanks, bye", "saluto"), ("en", "sorry, wrong number", "fuori_tema"),
    ("en", "yes please", "conferma"),
    ("en", "sounds good", "conferma"), ("en", "no thank you", "nega"), ("en", "nope", "nega"), ("en", "blorp", None),
    ("es", "quisiera una cita para el jueves", "prenotazione"), ("es", "¿tienen hueco mañana?", "prenotazione"),
    ("es", "quiero cancelar mi cita", "cancella"), ("es", "cancele mi cita por favor", "cancella"),
    ("es", "puedo cambiar la cita", "modifica"),
    ("es", "avíseme si queda un hueco", "waitlist"), ("es", "quiero hablar con una persona", "operatore"),
    ("es", "¿qué servicios ofrecen?", "info"),
    ("es", "buenos días", "saluto"), ("es", "gracias, adiós", "saluto"), ("es", "sí, claro", "conferma"), ("es", "vale", "conferma"),
    ("es", "no gracias", "nega"), ("es", "blorp", None),
    ("pt", "queria marcar um horário", "prenotazione"), ("pt", "tem vaga amanhã?", "prenotazione"),
    ("pt", "quero cancelar minha consulta", "cancella"),
    ("pt", "preciso desmarcar", "cancella"), ("pt", "quero remarcar", "modifica"), ("pt", "me avise se abrir vaga", "waitlist"),
    ("pt", "posso falar com alguém", "operatore"), ("pt", "quais serviços vocês oferecem?", "info"), ("pt", "bom dia", "saluto"),
    ("pt", "obrigado, tchau", "saluto"), ("pt", "sim, pode confirmar", "conferma"), ("pt", "não, obrigado", "nega"),
    ("pt", "blorp", None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "intent"), INTENTS)
def test_the_intent_of_a_turn_is_understood(language: Language, text: str, intent: str | None) -> None:
    assert read(language, text).intent == intent


@pytest.mark.parametrize(
    ("language", "text", "topic"),
    [
        ("en", "what categories do you have?", "categorie"), ("es", "¿qué categorías tienen?", "categorie"),
        ("pt", "que categorias vocês têm?", "categorie"),
        ("en", "are you open on Saturday?", "orari"), ("es", "¿a qué hora abren el sábado?", "orari"),
        ("pt", "a que horas abrem no sábado?", "orari"),
        ("en", "how much is the Piega?", "prezzi"), ("es", "¿cuánto cuesta la Piega?", "prezzi"),
        ("pt", "quanto custa a Piega?", "prezzi"),
        ("en", "how long does it take?", "durata"), ("es", "¿cuánto dura?", "durata"), ("pt", "quanto tempo demora?", "durata"),
        ("en", "who does the Piega?", "chi_fa"), ("es", "¿quién hace la Piega?", "chi_fa"), ("pt", "quem faz a Piega?", "chi_fa"),
        ("en", "where are you?", "indirizzo"), ("es", "¿dónde están?", "indirizzo"), ("pt", "onde vocês ficam?", "indirizzo"),
        ("en", "when is my next appointment?", "mio_appuntamento"), ("es", "¿cuándo es mi cita?", "mio_appuntamento"),
        ("pt", "quando é a minha consulta?", "mio_appuntamento"), ("en", "who are you?", "chi_sei"), ("es", "¿quién eres?", "chi_sei"),
        ("pt", "quem é você?", "chi_sei"), ("en", "do I have a discount?", "sconto"), ("es", "¿tengo descuento?", "sconto"),
        ("pt", "tenho desconto?", "sconto"), ("en", "what products do you sell?", "prodotti"),
    ],
)  # fmt: skip
def test_an_informative_question_has_its_topic(language: Language, text: str, topic: str) -> None:
    made = read(language, text)
    assert (made.intent, made.topic) == ("info", topic)


@pytest.mark.parametrize(
    ("language", "text", "command"),
    [
        ("en", "go back", "indietro"), ("en", "can you repeat that", "ripeti"), ("en", "help", "aiuto"), ("en", "never mind", "annulla"),
        ("es", "me puede repetir", "ripeti"), ("es", "ayuda", "aiuto"), ("es", "volver atrás", "indietro"), ("es", "déjelo", "annulla"),
        ("pt", "não entendi", "ripeti"), ("pt", "ajuda", "aiuto"), ("pt", "voltar", "indietro"), ("pt", "esqueça", "annulla"),
    ],
)  # fmt: skip
def test_a_command_is_heard(language: Language, text: str, command: str) -> None:
    assert read(language, text).command == command


def test_names_of_services_and_people_are_heard_as_they_are_stored() -> None:
    made = read("en", "I'd like the taglio donna and a Piega with Sara")
    assert (set(made.services), made.operators) == ({1, 2}, (1,))


def test_a_no_with_a_correction_is_a_no_with_its_day() -> None:
    made = read("en", "no, Friday")
    assert (made.yes_no, made.date) == (False, date(2026, 3, 13))


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "are you open tomorrow?", date(2026, 3, 13)), ("en", "on 25 December?", date(2026, 12, 25)),
        ("en", "December 25th", date(2026, 12, 25)),
        ("es", "pasado mañana", date(2026, 3, 14)), ("es", "el 6 de enero", date(2027, 1, 6)), ("pt", "amanhã", date(2026, 3, 13)),
        ("pt", "na sexta-feira", date(2026, 3, 13)), ("pt", "1 de maio", date(2026, 5, 1)), ("en", "on Thursday", date(2026, 3, 19)),
        ("en", "30/02", None), ("es", "por la mañana", None),
    ],
)  # fmt: skip
def test_a_day_is_the_next_one_not_past(language: Language, text: str, day: date | None) -> None:
    assert read(language, text).date == day


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("che orari fate?", "orari"), ("quanto costa?", "prezzi"), ("chi fa il colore?", "chi_fa"), ("dove siete?", "indirizzo"),
        ("a che ora ho l'appuntamento?", "mio_appuntamento"), ("che categorie avete?", "categorie"), ("vorrei prenotare", None),
    ],
)  # fmt: skip
def test_italian_questions_without_a_parse_have_their_topic(text: str, topic: str | None) -> None:
    assert topic_of(text, "it") == topic


@given(text=st.text(max_size=2000), language=st.sampled_from(("en", "es", "pt")))
def test_any_text_is_read_without_an_exception(text: str, language: Language) -> None:
    assert read(language, text).text == text
