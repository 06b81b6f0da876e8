"""Informative turns answered from the rows, the FAQ and fixed words: the same with a model, without one, and with one that dies."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.knowledge.answers import answer
from pipeline.knowledge.question import Knowledge, Question
from pipeline.knowledge.tokens import TOKENS
from pipeline.model.calendar import Absence
from pipeline.model.session import Exchange
from pipeline.model.writes import ChangeCart, RecordUnanswered, StoreToken
from pipeline.ports import FaqHit
from tests.pipeline.knowledge.invented import FakeModel, Stage
from tests.pipeline.knowledge.visits import booking

PARKING = FaqHit("Avete il parcheggio?", "Sì, il parcheggio è in via dei Noci 3 ed è gratuito.", 0.9, "faq:1", "it")
POOL = FaqHit("A che ora apre la piscina?", "La piscina apre alle 7:30.", 0.9, "faq:2", "it")
GIFTS = FaqHit("Fate buoni regalo?", "Sì. Ecco i prodotti che si possono regalare: [LIST_PRODUCTS]", 0.9, "faq:3", "it")
CARDS = FaqHit("Do you accept cards?", "Yes, we accept every card from 5 euros.", 0.9, "faq:4", "en")
FAQ = (PARKING, POOL, GIFTS, CARDS)

WEEK_TEXT = (
    "Ecco i nostri orari:\n- da lunedì a venerdì: dalle 9:00 alle 13:00 e dalle 14:00 alle 20:00\n"
    "- sabato: dalle 9:00 alle 13:00\n- domenica: chiuso"
)
WHO_AM_I = "Sono l'assistente vocale automatica di L'Altra Italia. Posso prenotare, spostare o disdire appuntamenti e dare informazioni."
SERVICES_TEXT = "- 💇 *Piega*\n- 💇 *Taglio Donna*\n- 🎨 *Balayage*"
QUESTIONS: list[tuple[str, str, str]] = [
    ("it", "che orari fate?", WEEK_TEXT),
    ("it", "siete aperti il sabato?", "Il sabato siamo aperti dalle 9:00 alle 13:00."),
    ("it", "domenica siete aperti?", "La domenica siamo chiusi."),
    ("it", "siete aperti domani?", "Venerdì 13 marzo siamo aperti dalle 9:00 alle 13:00 e dalle 14:00 alle 20:00."),
    ("it", "siete aperti adesso?", "In questo momento siamo aperti, fino alle 13:00."),
    ("it", "il 25 dicembre siete aperti?", "Venerdì 25 dicembre siamo chiusi: Natale."),
    ("it", "quanto costa la piega?", "*Piega*: €20.00."),
    ("it", "quanto costa la mozzarella?", "*Mozzarella di Bufala*: €8.90."),
    ("it", "quanto costa il balayage?", "Per *Balayage* non è indicato un prezzo."),
    ("it", "quanto dura il taglio donna?", "*Taglio Donna*: 45 minuti."),
    ("it", "che prezzi avete?", "Ecco i nostri prezzi:\n- *Piega* - €20.00\n- *Taglio Donna* - €35.00"),
    ("it", "quali servizi offrite?", f"Offriamo i seguenti servizi:\n{SERVICES_TEXT}"),
    ("it", "chi fa il balayage?", "Per *Balayage*: Livia Marchetti."),
    ("it", "Sara fa il balayage?", "No, Sara Conti non si occupa di *Balayage*."),
    ("it", "dove vi trovate?", "Ci trova qui: Via dei Tigli 4, Siena."),
    ("it", "avete il parcheggio?", PARKING.answer),
    ("it", "a che ora apre la piscina?", POOL.answer),
    ("it", "chi sei?", WHO_AM_I),
    ("it", "che sconto ho?", "Nessuno sconto attivo al momento 🙏"),
    ("en", "what categories do you have?", "We have the following categories:\n- 🧀 *Cheeses & Dairy*\n- 🧊 *Frozen Products*"),
    ("es", "¿qué categorías tienen?", "Tenemos las siguientes categorías:\n- 🧀 *Cheeses & Dairy*\n- 🧊 *Frozen Products*"),
    ("pt", "que categorias vocês têm?", "Temos as seguintes categorias:\n- 🧀 *Cheeses & Dairy*\n- 🧊 *Frozen Products*"),
    ("en", "do you accept cards?", CARDS.answer),
    ("en", "are you open on Saturday?", "On Saturdays we are open from 9:00 to 13:00."),
    ("es", "¿cuánto cuesta la Piega?", "*Piega*: €20.00."),
    ("pt", "onde ficam?", "Encontra-nos aqui: Via dei Tigli 4, Siena."),
]


def stage_with(model: FakeModel | None = None) -> Stage:
    stage = Stage(model=model or FakeModel())
    stage.recall.entries_ = FAQ
    return stage


def put(
    stage: Stage, text: str, language: str = "it", cliente_id: int | None = None, history: tuple[tuple[str, str], ...] = ()
) -> Knowledge:
    told = tuple(Exchange(user, assistant) for user, assistant in history)
    return answer(Question(text, language=language, cliente_id=cliente_id, history=told, session_id="s1"), stage.world)


@pytest.mark.parametrize(("language", "text", "expected"), QUESTIONS)
def test_the_answer_is_what_the_rows_say(language: str, text: str, expected: str) -> None:
    made = put(stage_with(), text, language)
    assert (made.display, made.grounded, made.abstained) == (expected, True, False)


@pytest.mark.parametrize(("language", "text", "expected"), QUESTIONS)
@pytest.mark.parametrize(
    "model",
    [
        FakeModel([None, None, None]),
        FakeModel(["We also have wines and a 50% discount, open until 23:00", None]),
        FakeModel(['{"function": "prices"}', "Abbiamo anche vini pregiati da €99"]),
    ],
    ids=["dying", "inventing", "confused"],
)
def test_the_facts_are_the_same_whatever_the_model_does(language: str, text: str, expected: str, model: FakeModel) -> None:
    again = FakeModel(list(model.answers or []))
    assert put(stage_with(again), text, language).display == expected


@pytest.mark.parametrize("text", ["vendete biciclette?", "fate le lampade abbronzanti?", "posso portare il cane?"])
def test_what_nobody_knows_is_said_and_recorded_for_the_owner(text: str) -> None:
    made = put(stage_with(), text)
    assert (made.abstained, made.grounded) == (True, False)
    assert "questo non lo so" in made.display
    assert made.writes == (RecordUnanswered(text, "it", "s1", Stage().clock.now()),)


def test_an_empty_faq_answers_in_the_words_of_the_specification() -> None:
    made = put(Stage(), "vendete biciclette?")
    assert made.display == "Non ho informazioni disponibili su questo argomento."


def test_a_phone_number_in_a_question_is_not_kept() -> None:
    made = put(stage_with(), "vendete biciclette? il mio numero è 333 1234567")
    kept = [write.question for write in made.writes if isinstance(write, RecordUnanswered)]
    assert kept == ["vendete biciclette? il mio numero è (telefono)"]


def test_a_token_in_an_faq_answer_is_replaced() -> None:
    made = put(stage_with(), "fate buoni regalo?")
    assert made.display.startswith("Sì. Ecco i prodotti che si possono regalare:\n- 🧀 *Mozzarella di Bufala*")


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("che orari fate?", "e il sabato?", "Il sabato siamo aperti dalle 9:00 alle 13:00."),
        ("siete aperti domani?", "e domenica?", "La domenica siamo chiusi."),
        ("mi parli della piega", "e quanto costa?", "*Piega*: €20.00."),
        ("quanto costa la piega?", "e il taglio donna?", "*Taglio Donna*: €35.00."),
        ("quanto costa la piega?", "e quanto dura?", "*Piega*: 30 minuti."),
    ],
)
def test_a_follow_up_leans_on_the_turn_before(before: str, text: str, expected: str) -> None:
    assert put(stage_with(), text, history=((before, "..."),)).display == expected


def test_a_word_of_the_small_talk_before_is_no_service() -> None:
    made = put(stage_with(), "quanto costa?", history=(("una donna mi ha detto di chiamare", "..."),))
    assert "Piega" in made.display  # the whole list, not the Taglio Donna


def test_a_follow_up_in_english_leans_on_the_turn_before() -> None:
    made = put(stage_with(), "and on Sunday?", "en", history=(("what are your opening hours?", "..."),))
    assert made.display == "On Sundays we are closed."


def test_a_weekday_that_falls_on_a_holiday_is_told_as_that_day() -> None:
    stage = stage_with()
    stage.reads.holidays_ = ((date(2026, 3, 14), "Festa del patrono"),)
    assert put(stage, "il sabato siete aperti?").display == "Sabato 14 marzo siamo chiusi: Festa del patrono."


def test_a_person_who_is_away_is_said_to_be_away() -> None:
    stage = stage_with()
    stage.reads.absences = (Absence(1, date(2026, 3, 13), date(2026, 3, 20)),)
    assert put(stage, "Sara lavora venerdì?").display == "Venerdì 13 marzo Sara Conti non c'è."


def test_own_appointments_are_for_an_identified_caller_alone() -> None:
    stage = stage_with()
    stage.reads.bookings = (booking(date(2026, 3, 20), 15),)
    assert put(stage, "quando ho l'appuntamento?").needs == "identity"
    told = put(stage, "quando ho l'appuntamento?", cliente_id=7)
    assert told.display == "Ha un appuntamento venerdì 20 marzo alle 15:00, *Piega* con Sara Conti."
    assert put(stage, "quando ho l'appuntamento?", cliente_id=8).display == "Non risultano prossimi appuntamenti a Suo nome."


def test_an_identified_caller_hears_the_discount() -> None:
    assert put(stage_with(), "che sconto ho?", cliente_id=7).display == "Il Suo sconto attuale: 10%"


def test_a_link_is_given_with_the_minutes_that_are_left() -> None:
    stage = stage_with()
    first = put(stage, "mi manda il link dei miei ordini?", cliente_id=7)
    assert "/orders?token=" in first.display
    assert first.display.endswith("Il link è valido ancora per 60 minuti.")
    assert [type(write) for write in first.writes] == [StoreToken]
    assert "http" not in first.speech
    stage.ledger.commit(first.writes, stage.clock.now())
    stage.clock.move(41)
    assert put(stage, "mi manda il link dei miei ordini?", cliente_id=7).display.endswith("ancora per 19 minuti.")


def test_a_product_is_put_aside_told_and_dropped() -> None:
    stage = stage_with()
    added = put(stage, "aggiungi due mozzarelle", cliente_id=7)
    assert added.writes == (ChangeCart(7, 31, 2),)
    assert added.display == "Ho messo da parte per Lei *Mozzarella di Bufala*, quantità 2."
    stage.reads.carts = ({"prodotto_id": 31, "nome": "Mozzarella di Bufala", "prezzo": None, "quantita": 2},)
    assert put(stage, "aggiunga una mozzarella", cliente_id=7).writes == (ChangeCart(7, 31, 3),)
    assert put(stage, "cosa ho nel carrello?", cliente_id=7).display == "Ha messo da parte:\n- *Mozzarella di Bufala*, quantità 2"
    assert put(stage, "togli la mozzarella dal carrello", cliente_id=7).writes == (ChangeCart(7, 31, 0),)
    assert put(stage, "aggiungi un tavolo", cliente_id=7).writes == ()


def test_the_owners_own_settings_answer_what_no_entry_answers() -> None:
    stage = stage_with()
    stage.reads.settings_ = replace(stage.reads.settings_, extra=(("metodi_pagamento", "Si paga in contanti o con il bancomat."),))
    assert put(stage, "quali metodi di pagamento avete?").display == "Si paga in contanti o con il bancomat."


def test_a_database_that_is_down_is_said_in_words() -> None:
    stage = stage_with()
    stage.reads.down = True
    made = put(stage, "che orari fate?", "es")
    assert made.display == "En este momento no puedo leer los datos. Puede volver a intentarlo en unos minutos."
    assert made.degraded == ("database",)
    assert made.abstained


@pytest.mark.parametrize(("text", "expected"), [("avete il parcheggio?", PARKING.answer), ("grazie", "Prego, è un piacere.")])
def test_what_needs_no_rows_is_answered_with_the_database_down(text: str, expected: str) -> None:
    house = stage_with()
    house.reads.down = True
    made = put(house, text)
    assert (made.display, made.degraded) == (expected, ("database",))


def test_a_model_may_choose_a_function_and_nothing_else() -> None:
    stage = stage_with(FakeModel(['{"function": "address"}']))
    assert put(stage, "come faccio per venire a trovarvi con i mezzi?").display == "Ci trova qui: Via dei Tigli 4, Siena."
    _, _, purpose, temperature = stage.model.prompts[0]
    assert (purpose, temperature) == ("classify", 0.1)


BAD_CHOICES = ['{"function": "carrello"}', '{"function": "delete_everything"}', "address", "[]", '{"function": 3}', None]


@pytest.mark.parametrize("reply", BAD_CHOICES)
def test_a_choice_outside_the_table_is_no_choice(reply: str | None) -> None:
    made = put(stage_with(FakeModel([reply])), "come faccio per venire a trovarvi con i mezzi?", cliente_id=7)
    assert made.abstained
    assert [type(write) for write in made.writes] == [RecordUnanswered]


def test_a_long_entry_may_be_shortened_only_without_loss_or_addition() -> None:
    long = (
        "Il parcheggio si trova in via dei Noci 3, davanti alla farmacia. Il parcheggio è gratuito per i nostri clienti per tutta "
        "la durata della visita, dal lunedì al sabato. Chi arriva in bicicletta trova le rastrelliere davanti alla porta, accanto alla "
        "farmacia stessa."
    )
    entry = replace(PARKING, answer=long)
    good = "Il parcheggio gratuito per i clienti è in via dei Noci 3, davanti alla farmacia, dal lunedì al sabato."
    bad = "Il parcheggio custodito è in via dei Noci 3 ed è aperto dal lunedì al sabato, gratuito."
    for reply, expected in ((good, good), (bad, long)):
        stage = Stage(model=FakeModel([reply]))
        stage.recall.entries_ = (entry,)
        assert put(stage, "avete il parcheggio?").display == expected


def test_a_question_in_another_language_finds_an_italian_entry_with_a_model() -> None:
    stage = stage_with(FakeModel(["avete il parcheggio?", "Yes, the car park is in via dei Noci ⟦0⟧ and is free."]))
    made = put(stage, "can I park my car near you?", "en")
    assert made.display == "Yes, the car park is in via dei Noci 3 and is free."
    assert (made.llm_used, made.tokens) == (True, 80)


def test_the_direct_answer_speaks_from_the_profile_or_not_at_all() -> None:
    profile = "Sei l'assistente del negozio L'Altra Italia. Augura sempre una buona giornata. Categorie: [LIST_CATEGORIES]"
    for reply, expected in (
        ("Prego, buona giornata!", "Prego, buona giornata!"),
        ("Prego! Oggi abbiamo lo sconto del 30% su tutto", "Prego, è un piacere."),
    ):
        stage = stage_with(FakeModel([reply]))
        stage.recall.prompt = profile
        assert put(stage, "grazie").display == expected
        assert [token for token in TOKENS if token in stage.model.prompts[0][1]] == []


def test_who_answers_is_told_from_the_profile() -> None:
    said = "Sono l'assistente automatica del negozio L'Altra Italia"
    house = stage_with(FakeModel([said]))
    house.recall.prompt = "Sei l'assistente automatica del negozio L'Altra Italia."
    assert put(house, "chi sei?").display == said


def test_nobody_is_told_that_this_is_a_person() -> None:
    stage = stage_with(FakeModel(["Sono Giulia, una persona vera"]))
    stage.recall.prompt = "Sono Giulia, una persona vera"
    assert "assistente vocale automatica" in put(stage, "sei una persona o un robot?").display


@pytest.mark.parametrize(
    "text",
    ["fate visite a domicilio?", "vendete tappeti persiani?", "fate sconti ai pensionati?", "fate la piega anche alle bambole?"],
)
def test_a_question_about_something_no_row_knows_is_not_answered_with_a_list(text: str) -> None:
    assert put(stage_with(), text).abstained


@pytest.mark.parametrize("text", ["quali servizi proponete alla clientela?", "mi faccia l'elenco dei servizi"])
def test_a_list_is_given_whatever_is_said_around_the_question(text: str) -> None:
    assert put(stage_with(), text).display == f"Offriamo i seguenti servizi:\n{SERVICES_TEXT}"


def test_an_entry_about_a_group_answers_before_the_callers_own_row() -> None:
    house = stage_with()
    house.recall.entries_ = (FaqHit("Ci sono sconti per studenti?", "Sì, il martedì.", 0.9, "faq", "it"),)
    assert put(house, "fate lo sconto agli studenti?").display == "Sì, il martedì."


def test_the_hour_asked_for_is_not_this_very_moment() -> None:
    assert put(stage_with(), "la domenica fino a che ora siete aperti?").display == "La domenica siamo chiusi."
