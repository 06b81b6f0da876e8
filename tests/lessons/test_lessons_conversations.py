"""Broken conversations: names made of noise, questions that lost the booking, callers mixed up, empty promises."""

from datetime import datetime

import pytest

from pipeline.desk import clients, sessions
from tests.lessons.conftest import Caller, Dial

ANNA = "sono Anna De Luca"
FOUR = "+ appuntamento Anna De Luca | Piega | Sara | 2026-03-12 16:00"


@pytest.mark.parametrize("words", ["barba", "mai stato", "buonasera", "manicure", "mercoledì", "non saprei", "ehm", "pronto?"])
def test_lesson_14_what_is_no_name_is_never_registered(caller: Caller, words: str) -> None:
    caller.says("vorrei una piega con Sara giovedì alle 16", words)
    assert caller.last is not None
    assert ({"cliente_nome", "cognome", "cliente_id"} & set(caller.last.slots), caller.last.step) == (set(), "cliente")
    caller.says("sì", "sì")
    assert caller.rows("SELECT count(*) FROM clienti") == [(22,)]


def test_lesson_14_a_service_is_not_a_surname_that_sounds_like_it(caller: Caller) -> None:
    asked = caller.says("vorrei fare la barba", "barba")
    assert ("cognome" in asked.slots, "Barbieri" in asked.text) == (False, False)


def test_lesson_14_the_surname_keeps_the_first_name(caller: Caller) -> None:
    caller.says("vorrei una piega con Sara giovedì alle 16", "mi chiamo Carla", "Bernardi", "sì", "333 1234567", "sì", "no", "sì", "sì")
    assert caller.rows("SELECT nome, cognome, telefono FROM clienti WHERE id > 22") == [("Carla", "Bernardi", "3331234567")]
    assert "+ appuntamento Carla Bernardi | Piega | Sara | 2026-03-12 16:00" in caller.changed()


def test_lesson_15_nothing_is_offered_while_a_question_is_open(caller: Caller) -> None:
    turns = [caller.say(words) for words in (f"{ANNA}, una piega con Sara", "giovedì", "alle 10", "sì")]
    assert [turn.text.count("?") for turn in turns] == [1, 1, 1, 1]
    assert caller.changed() == [FOUR.replace("16:00", "10:00")]


@pytest.mark.parametrize(
    "words",
    [
        "ehm allora senta vorrei eeh una piega con sara gioved alle sedici sono anna de luca",
        "sono anna de luca una piega con sara giovedi alle 16 e 00",
        "si buongiorno niente sono anna de luca volevo una piega da sara per gioved alle quattro del pomeriggio",
        "SONO ANNA DE LUCA VORREI UNA PIEGA CON SARA GIOVEDI ALLE 16:00",
    ],
)
def test_lesson_16_the_noise_of_speech_recognition_costs_nothing(caller: Caller, words: str) -> None:
    caller.says(words, "si")
    assert caller.changed() == [FOUR]


@pytest.mark.parametrize("question", ["quali servizi avete?", "quanto costa il taglio donna?", "a che ora chiudete il sabato?"])
def test_lesson_17_an_informative_question_starts_no_booking(caller: Caller, question: str) -> None:
    answer = caller.say(question)
    assert (answer.intent, answer.step) == ("info", "altro")


@pytest.mark.parametrize(
    "question", ["quanto costa la piega?", "a che ora chiudete il sabato?", "avete anche la manicure?", "Sara fa il colore?"]
)
def test_lesson_17_a_question_in_the_middle_keeps_the_booking(caller: Caller, question: str) -> None:
    caller.say(f"{ANNA}, una piega con Sara giovedì alle 16")
    answer = caller.say(question)
    assert (answer.intent, answer.step) == ("info", "conferma")
    caller.say("sì")
    assert caller.changed() == [FOUR]


def test_lesson_17_a_list_that_is_asked_for_is_the_whole_list(caller: Caller) -> None:
    answer = caller.says("quanto costa la piega?", "quali servizi avete?")
    assert [name in answer.text for name in ("Piega", "Taglio Donna", "Manicure")] == [True, True, True]


def test_lesson_17_what_is_wanted_as_well_replaces_nothing(caller: Caller) -> None:
    recap = caller.says(f"{ANNA}, una piega con Giulia giovedì alle 16", "posso fare anche il colore?")
    assert (recap.step, [service["nome"] for service in recap.slots["servizi"]]) == ("conferma", ["Piega", "Colore"])


@pytest.mark.parametrize("words", ["", "   ", "\n"])
def test_lesson_18_silence_gets_an_answer_with_words(caller: Caller, words: str) -> None:
    assert caller.say(words).speech.strip(" .,:?!") != ""


def test_lesson_18_three_turns_not_understood_lead_to_the_offer_of_a_person(caller: Caller) -> None:
    steps = [caller.say(words).step for words in ("brf zzt", "qwrt plk", "zxcv bnm")]
    assert steps == ["ascolto", "ascolto", "handoff"]
    assert caller.say("sì").handoff is True
    assert caller.changed() == ["+ persona"]


def test_lesson_18_nobody_is_put_through_to_a_colleague_who_is_not_there(caller: Caller) -> None:
    told = caller.say("vorrei parlare con una persona")
    assert [word for word in ("la metto", "le passo", "in contatto", "resti in linea", "attenda") if word in told.text.lower()] == []
    assert "segnalato" in told.text
    sessions.handoff_update(caller.world, session_id=told.session_id, status="unavailable")
    assert "passo" not in caller.say("allora?").text.lower()


@pytest.mark.parametrize("words", ["Sì, perfetto", "perfetto grazie", "va benissimo", "ok confermo", "certo", "sì sì", "esatto"])
def test_lesson_19_a_yes_in_other_words_is_a_yes(caller: Caller, words: str) -> None:
    caller.say(f"{ANNA}, una piega con Sara giovedì alle 16")
    assert caller.say(words).step == "altro"
    assert caller.changed() == [FOUR]


def test_lesson_20_two_callers_at_once_keep_to_their_own_call(dial: Dial) -> None:
    anna = dial()
    laura = dial(telefono="3479998877", beside=anna)
    anna.say(f"{ANNA}, una piega con Sara")
    laura.say("vorrei un taglio donna con Giulia")
    anna.say("giovedì")
    laura.say("venerdì")
    anna.say("alle 16")
    laura.say("alle 15")
    anna.say("sì")
    laura.say("sì")
    assert anna.session != laura.session
    assert anna.changed() == [FOUR, "+ appuntamento Laura Gatti | Taglio Donna | Giulia | 2026-03-13 15:00"]


def test_lesson_21_the_greeting_has_the_name_and_the_hour_of_now(dial: Dial) -> None:
    morning = dial()
    assert ("Buongiorno" in morning.say(None).text, "Salone Aurora" in morning.say(None).text) == (True, True)
    morning.desk("UPDATE impostazioni SET valore = 'Bottega del Capello' WHERE chiave = 'nome_attivita'")
    evening = dial(beside=morning, now=datetime(2026, 3, 10, 18, 30))
    greeting = evening.say(None).text
    assert [word in greeting for word in ("Buonasera", "Bottega del Capello", "Salone Aurora")] == [True, True, False]


def test_lesson_14_gibberish_is_not_registered_even_when_it_is_agreed_to(caller: Caller) -> None:
    caller.says("vorrei una piega con Sara giovedì alle 16", "sdfkj sdfkj", "sì", "sì", "sì")
    assert clients.search(caller.world, query="sdfkj")["count"] == 0
