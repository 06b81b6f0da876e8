"""What is said, in four languages: every Meaning has words, short and speakable, with its question last, in one register."""

import re
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from pipeline.model.calendar import Refusal
from pipeline.model.meanings import (
    AllCancelled,
    AskConsent,
    AskDay,
    AskProof,
    AskSurname,
    AskWhichBooking,
    AskWhichClient,
    AskWhichDay,
    Booked,
    Emergency,
    Greeted,
    Meaning,
    NotFree,
    NotUnderstood,
    OfferSlots,
    OwnBookings,
    Recap,
    RecapCancelAll,
    RecapMove,
    ServiceUnknown,
)
from pipeline.phrases.render import BOOKS, book, render
from pipeline.phrases.voice import Phrasebook
from tests.pipeline.phrases.meanings import CLIENTS, SAME_MONTH, TODAY, bare, classes, every, optional

LANGUAGES = tuple(BOOKS)
ALL = classes()
SPEAKABLE = re.compile(r"[^\W\d_]+(?:[ '\-.,;:?!]+[^\W\d_]+)*[.?!,:]*")
SPOILED = re.compile(r"[{}]|\bNone\b|\bTrue\b|\bFalse\b|  | [,.;:?!]|,,|\.\.|\(\)|^\W*$|:\s*[,.?]")
LONG = {Recap: 35, RecapMove: 35}
LISTS = (OfferSlots, AskWhichClient, AskWhichBooking, OwnBookings, RecapCancelAll, AllCancelled, Emergency, AskConsent)
"""Exempt from the budget: lists, the consent text, which is the business's own, and the emergency."""
SLOWER = {"en": 5}
"""English says the half of the day with every hour and an article with every date."""
PHONE = re.compile(r"\b(?:(?:zero|um|dois|três|quatro|cinco|sete|oito|nove|uno|due|tre|quattro|cinque|sei|sette|otto|nove|one|two|three"
                   r"|four|five|six|seven|eight|nine|dos|tres|cuatro|seis|siete|ocho|nueve)[ ,]*){6,}")  # fmt: skip
LEI = re.compile(
    r"\b(Lei|La|Le|Suo|Sua|Suoi|Sue|vuole|può|preferisce|intende|desidera|mi scusi|scusi|chiami il|resti|acconsente|aiutarla|dica|mi dice"
    r"|mi ripete|La prego|mi conferma|vada)\b"
)
TU = re.compile(
    r"\b(ti|te|tuo|tua|tuoi|tue|vuoi|puoi|preferisci|intendi|desideri|scusa|chiama il|resta in|acconsenti|aiutarti|mi dici|mi ripeti"
    r"|hai|sei|mi confermi|vai|ciao)\b"
)
FORMAL = re.compile(r"(?<![.!?] )(?<!^)(?<!\n)\b(?:lei|suo|sua|suoi|sue)\b")
NEVER_FAMILIAR = {
    "es": re.compile(r"\b(tú|ti|tu|tus|te|quieres|puedes|prefieres|dime|tienes|contigo)\b", re.IGNORECASE),
    "pt": re.compile(r"\b(tu|ti|te|teu|tua|teus|tuas|queres|podes|preferes|diz-me|tens|contigo)\b", re.IGNORECASE),
}


def written(meaning: Meaning, language: str, *, tu: bool = False) -> tuple[str, str]:
    return render((meaning,), language, TODAY, "tu" if tu else "lei")


def rendered(meaning: type, language: str) -> list[tuple[Any, str, str]]:
    return [(each, *written(each, language, tu=tu)) for each in every(meaning) for tu in (False, True)]


def spoken_words(speech: str) -> int:
    """A telephone number read digit by digit counts as one word."""
    return len(PHONE.sub("numero ", speech).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_meaning_has_words_and_no_words_are_left_over(language: str) -> None:
    assert set(book(language).words) == set(ALL)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("meaning", ALL, ids=lambda m: m.__name__)
def test_no_value_leaves_a_gap_in_its_sentence(meaning: type, language: str) -> None:
    spoiled = [text for _, *both in rendered(meaning, language) for text in both if SPOILED.search(text)]
    assert not spoiled


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("meaning", [each for each in ALL if optional(each)], ids=lambda m: m.__name__)
def test_a_meaning_with_only_what_it_needs_has_words(meaning: type, language: str) -> None:
    text, speech = written(bare(meaning), language)
    assert not [said for said in (text, speech) if SPOILED.search(said)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("meaning", ALL, ids=lambda m: m.__name__)
def test_speech_holds_nothing_but_what_can_be_said(meaning: type, language: str) -> None:
    assert [speech for *_, speech in rendered(meaning, language) if not SPEAKABLE.fullmatch(speech)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("meaning", [each for each in ALL if each not in LISTS], ids=lambda m: m.__name__)
def test_an_answer_is_at_most_two_sentences_of_few_words(meaning: type, language: str) -> None:
    most = LONG.get(meaning, 25)
    most += SLOWER.get(language, 0)
    said = [speech for each, _, speech in rendered(meaning, language) if not _crowded(each)]
    assert [speech for speech in said if spoken_words(speech) > most] == []
    assert [speech for speech in said if len(re.findall(r"[.!?]+(?:\s|$)", speech)) > 2] == []


def _crowded(meaning: Any) -> bool:
    """What is seldom said: a day of another year, three readings of one day, a greeting of the business's own."""
    if isinstance(meaning, Greeted):
        return meaning.custom is not None
    if isinstance(meaning, AskWhichDay):
        return len(meaning.choices) > 2
    days = [getattr(meaning, name) for name in ("day", "old_day") if isinstance(getattr(meaning, name, None), date)]
    return any(day.year != TODAY.year for day in days)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("meaning", ALL, ids=lambda m: m.__name__)
def test_there_is_one_question_and_it_comes_last(meaning: type, language: str) -> None:
    asking = [(text, speech) for _, text, speech in rendered(meaning, language) if "?" in text]
    assert [text for text, _ in asking if text.count("?") != 1 or not text.endswith("?")] == []
    assert [speech for _, speech in asking if speech.count("?") != 1 or not speech.endswith("?")] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("silence", [False, True])
@pytest.mark.parametrize("step", ["ascolto", "altro", "data", "conferma"])
def test_a_misunderstanding_is_never_said_twice_in_the_same_words(language: str, silence: bool, step: Any) -> None:
    for tu in (False, True):
        said = [written(NotUnderstood(n, step, silence), language, tu=tu) for n in range(1, 8)]
        assert [one for one, next_one in pairwise(said) if one == next_one] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("meaning", [each for each in ALL if "again" in optional(each)], ids=lambda m: m.__name__)
def test_what_is_asked_again_is_asked_in_other_words(meaning: type, language: str) -> None:
    firsts = [each for each in every(meaning) if not each.again and not getattr(each, "tries", 0)]
    assert [each for each in firsts if written(each, language) == written(replace(each, again=True), language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_second_failed_proof_is_answered_in_other_words_than_the_first(language: str) -> None:
    proofs = [written(AskProof(again=tries > 0, tries=tries), language) for tries in range(3)]
    lists = [written(AskWhichClient(CLIENTS[:2], again=tries > 0, tries=tries), language) for tries in range(3)]
    assert len(set(proofs)) == len(set(lists)) == 3


@pytest.mark.parametrize("meaning", ALL, ids=lambda m: m.__name__)
def test_italian_keeps_one_register_in_a_sentence(meaning: type) -> None:
    """The greeting and the consent text of the business are its own words and are left out."""
    own = [each for each in every(meaning) if getattr(each, "custom", None) is None and getattr(each, "text", None) is None]
    polite = [written(each, "it")[0] for each in own]
    familiar = [written(each, "it", tu=True)[0] for each in own]
    assert [text for text in polite if TU.search(text.lower()) or FORMAL.search(text)] == []
    assert [text for text in familiar if LEI.search(text.replace("La data", "la data").replace("si può", ""))] == []


@pytest.mark.parametrize("language", sorted(NEVER_FAMILIAR))
@pytest.mark.parametrize("meaning", ALL, ids=lambda m: m.__name__)
def test_spanish_and_portuguese_are_polite(meaning: type, language: str) -> None:
    assert [text for _, text, _ in rendered(meaning, language) if NEVER_FAMILIAR[language].search(text)] == []


@pytest.mark.parametrize(
    ("language", "text", "speech"),
    [
        (
            "it",
            "Taglio donna e Piega per Anna Bellucci, venerdì 1 maggio alle 13:00 con Laura, € 8,90. Confermo?",
            "Taglio donna e Piega per Anna Bellucci, venerdì primo maggio alle tredici con Laura, otto euro e novanta centesimi. Confermo?",
        ),
        (
            "en",
            "Taglio donna and Piega for Anna Bellucci, on Friday 1 May at 13:00 with Laura, €8.90. Shall I confirm?",
            "Taglio donna and Piega for Anna Bellucci, on Friday the first of May at one in the afternoon with Laura, "
            "eight euros and ninety cents. Shall I confirm?",
        ),
        (
            "es",
            "Taglio donna y Piega para Anna Bellucci, el viernes 1 de mayo a las 13:00 con Laura, 8,90 €. ¿Lo confirmo?",
            "Taglio donna y Piega para Anna Bellucci, el viernes primero de mayo a las trece con Laura, "
            "ocho euros con noventa céntimos. Lo confirmo?",
        ),
        (
            "pt",
            "Taglio donna e Piega para Anna Bellucci, na sexta-feira, 1 de maio às 13:00 com Laura, 8,90 €. Posso confirmar?",
            "Taglio donna e Piega para Anna Bellucci, na sexta-feira, primeiro de maio às treze com Laura, "
            "oito euros e noventa cêntimos. Posso confirmar?",
        ),
    ],
)
def test_a_recap_says_who_what_when_with_whom_and_for_how_much(language: str, text: str, speech: str) -> None:
    recap = Recap("Anna Bellucci", ("Taglio donna", "Piega"), date(2026, 5, 1), time(13), "Laura", Decimal("8.90"))
    assert written(recap, language) == (text, speech)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "C'è posto giovedì 12 marzo alle 15:30, venerdì 13 alle 9:05 o sabato 14 alle 13:00: quale preferisce?"),
        ("en", "There is room on Thursday 12 March at 15:30, on Friday the 13th at 9:05 or on Saturday the 14th at 13:00: which one?"),
        ("es", "Hay hueco el jueves 12 de marzo a las 15:30, el viernes 13 a las 9:05 o el sábado 14 a las 13:00: ¿cuál prefiere?"),
        ("pt", "Há vaga na quinta-feira, 12 de março às 15:30, na sexta-feira, 13, às 9:05 ou no sábado, 14, às 13:00: qual prefere?"),
    ],
)
def test_the_month_is_said_once_for_three_days_of_it(language: str, text: str) -> None:
    assert written(OfferSlots(SAME_MONTH), language)[0] == text


def test_who_takes_each_time_is_said_where_they_differ() -> None:
    offer = OfferSlots(SAME_MONTH[:2], ("Laura", "Marco"), said_day=SAME_MONTH[0].data)
    assert written(offer, "it")[0] == "C'è posto alle 15:30 con Laura o venerdì 13 alle 9:05 con Marco: quale preferisce?"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_hour_that_ends_the_day_is_midnight(language: str) -> None:
    refusal = Refusal("dopo_chiusura", (("apre", "18:00"), ("chiude", "24:00")))
    assert "0:00" in written(NotFree(refusal, TODAY, time(23)), language)[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_who_works_other_hours_is_not_said_to_be_away(language: str) -> None:
    refusal = Refusal("operatore_assente", (("giornata", "0"), ("orari", "09:00-13:00")))
    text = written(NotFree(refusal, TODAY, time(16), "Laura"), language)[0]
    assert "9:00" in text
    assert "13:00" in text


def test_services_nobody_offers_agree_in_number() -> None:
    one, two = (written(ServiceUnknown(names), "it")[0] for names in (("ceretta",), ("ceretta", "massaggio")))
    assert one == "Mi dispiace, ceretta non è tra i nostri servizi;"
    assert two == "Mi dispiace, ceretta e massaggio non sono tra i nostri servizi;"


def test_a_greeting_of_ones_own_keeps_its_question_last_and_says_that_it_is_a_machine() -> None:
    text = written(Greeted(9, "Salone Aurora", "Buongiorno, come posso aiutarla?"), "it")[0]
    assert text == "Sono l'assistente vocale automatica. Buongiorno, come posso aiutarla?"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_of_a_booking_is_written_and_not_spelled_aloud(language: str) -> None:
    text, speech = written(Booked(TODAY, time(10), "Laura", "A7K2QX"), language)
    assert "A7K2QX" in text
    assert "sette" not in speech
    assert len(speech.split()) < 20


def test_several_meanings_become_one_text_that_begins_its_sentences_in_capitals() -> None:
    text, _ = render((AskSurname("Anna"), AskDay()), "it", TODAY, "lei")
    assert text == "Grazie Anna, mi dice anche il cognome? Per quale giorno?"


def test_a_meaning_cannot_be_given_words_twice() -> None:
    words = Phrasebook()
    words.says(AskDay)(lambda m, s: "per quale giorno?")
    once_more = words.says(AskDay)
    with pytest.raises(ValueError, match="AskDay has words already"):
        once_more(lambda m, s: "quando?")
