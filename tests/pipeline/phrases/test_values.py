"""How values look and sound: agreement, elision and prepositions in four languages."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.phrases.spoken.cardinals import LIMIT, cardinal
from pipeline.phrases.spoken.lexicon import LANGUAGES
from pipeline.phrases.spoken.ordinals import ordinal
from pipeline.phrases.values import Ear, Eye, Format

TODAY = date(2026, 3, 10)
SAYABLE = set(" '-,")


def formats(language: str) -> tuple[Eye, Ear]:
    return Eye(language, TODAY), Ear(language, TODAY)


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "zero"),
        (1, "uno"),
        (3, "tre"),
        (8, "otto"),
        (21, "ventuno"),
        (23, "ventitré"),
        (28, "ventotto"),
        (31, "trentuno"),
        (100, "cento"),
        (101, "centouno"),
        (103, "centotré"),
        (108, "centotto"),
        (180, "centottanta"),
        (1000, "mille"),
        (1003, "milletré"),
        (2026, "duemilaventisei"),
        (1985, "millenovecentottantacinque"),
        (21000, "ventunomila"),
        (1_000_000, "un milione"),
        (2_500_008, "due milioni cinquecentomilaotto"),
    ],
)
def test_italian_numbers_elide_and_carry_their_accent(n: int, words: str) -> None:
    assert cardinal(n, "it") == words


@pytest.mark.parametrize(
    ("language", "n", "gender", "words"),
    [
        ("en", 21, "M", "twenty-one"),
        ("en", 105, "M", "one hundred and five"),
        ("en", 1_001, "M", "one thousand and one"),
        ("en", 2_345_678, "M", "two million three hundred and forty-five thousand six hundred and seventy-eight"),
        ("es", 16, "M", "dieciséis"),
        ("es", 21, "F", "veintiuna"),
        ("es", 100, "M", "cien"),
        ("es", 101, "M", "ciento uno"),
        ("es", 231, "F", "doscientas treinta y una"),
        ("es", 1000, "M", "mil"),
        ("es", 21_500, "M", "veintiún mil quinientos"),
        ("pt", 22, "F", "vinte e duas"),
        ("pt", 100, "M", "cem"),
        ("pt", 121, "M", "cento e vinte e um"),
        ("pt", 1200, "M", "mil e duzentos"),
        ("pt", 1985, "M", "mil novecentos e oitenta e cinco"),
        ("pt", 2_000_000, "M", "dois milhões"),
    ],
)
def test_the_other_languages_count_by_their_own_grammar(language: str, n: int, gender: str, words: str) -> None:
    assert cardinal(n, language, "F" if gender == "F" else "M") == words


@given(st.integers(0, LIMIT), st.integers(0, LIMIT), st.sampled_from(LANGUAGES))
def test_two_numbers_never_sound_the_same(first: int, second: int, language: str) -> None:
    assert (cardinal(first, language) == cardinal(second, language)) == (first == second)


@given(st.integers(-LIMIT, LIMIT * 10), st.sampled_from(LANGUAGES))
def test_a_number_is_said_in_letters_only(n: int, language: str) -> None:
    assert all(character.isalpha() or character in " -" for character in cardinal(n, language))


@pytest.mark.parametrize(
    ("language", "n", "gender", "words"),
    [
        ("it", 1, "F", "prima"),
        ("it", 11, "M", "undicesimo"),
        ("it", 23, "M", "ventitreesimo"),
        ("it", 26, "F", "ventiseiesima"),
        ("en", 1, "M", "first"),
        ("en", 12, "M", "twelfth"),
        ("en", 20, "M", "twentieth"),
        ("en", 31, "M", "thirty-first"),
        ("es", 13, "F", "décima tercera"),
        ("es", 7, "M", "séptimo"),
        ("pt", 21, "M", "vigésimo primeiro"),
        ("it", 100, "M", "cento"),
    ],
)
def test_ordinals_agree(language: str, n: int, gender: str, words: str) -> None:
    assert ordinal(n, language, "F" if gender == "F" else "M") == words


@pytest.mark.parametrize(
    ("language", "day", "eye", "ear"),
    [
        ("it", date(2026, 3, 12), "giovedì 12 marzo", "giovedì dodici marzo"),
        ("it", date(2026, 5, 1), "venerdì 1 maggio", "venerdì primo maggio"),
        ("it", date(2027, 1, 8), "venerdì 8 gennaio 2027", "venerdì otto gennaio duemilaventisette"),
        ("en", date(2026, 3, 12), "on Thursday 12 March", "on Thursday the twelfth of March"),
        ("es", date(2026, 3, 12), "el jueves 12 de marzo", "el jueves doce de marzo"),
        ("pt", date(2026, 3, 14), "no sábado, 14 de março", "no sábado, quatorze de março"),
        ("pt", date(2026, 3, 12), "na quinta-feira, 12 de março", "na quinta-feira, doze de março"),
    ],
)
def test_a_day_is_named_with_its_preposition(language: str, day: date, eye: str, ear: str) -> None:
    assert [f.on_day(day) for f in formats(language)] == [eye, ear]


def test_the_year_is_said_when_it_is_another_or_far_away() -> None:
    new_year = Eye("it", date(2026, 1, 2))
    assert new_year.day(date(2026, 12, 30)) == "mercoledì 30 dicembre 2026"
    assert new_year.day(date(2025, 12, 30)) == "martedì 30 dicembre 2025"
    assert new_year.day(date(2026, 6, 30)) == "martedì 30 giugno"


def test_the_article_elides_before_otto_and_undici() -> None:
    eye, ear = formats("it")
    assert [eye.bare_day(date(2026, 5, 8)), ear.bare_day(date(2026, 5, 8))] == ["l'8 maggio", "l'otto maggio"]
    assert [eye.bare_day(date(2026, 5, 11)), ear.bare_day(date(2026, 5, 1))] == ["l'11 maggio", "il primo maggio"]


def test_a_birth_date_is_read_back_with_its_year() -> None:
    born = date(1985, 7, 1)
    assert [f.birth(born) for f in formats("it")] == ["1 luglio 1985", "primo luglio millenovecentottantacinque"]
    assert Ear("en", TODAY).birth(born) == "the first of July nineteen eighty-five"


def test_today_and_tomorrow_are_named_on_request() -> None:
    for language, words in {
        "it": ("oggi", "domani"),
        "en": ("today", "tomorrow"),
        "es": ("hoy", "mañana"),
        "pt": ("hoje", "amanhã"),
    }.items():
        ear = Ear(language, TODAY)
        assert (ear.on_day(TODAY, relative=True), ear.on_day(TODAY + timedelta(days=1), relative=True)) == words


@pytest.mark.parametrize(
    ("language", "moment", "eye", "ear"),
    [
        ("it", time(15, 30), "alle 15:30", "alle quindici e trenta"),
        ("it", time(1, 0), "all'1:00", "all'una"),
        ("it", time(12, 0), "alle 12:00", "a mezzogiorno"),
        ("it", time(12, 5), "alle 12:05", "alle dodici e cinque"),
        ("it", time(0, 30), "alle 0:30", "a mezzanotte e trenta"),
        ("it", time(9, 0), "alle 9:00", "alle nove"),
        ("en", time(15, 5), "at 15:05", "at three oh five in the afternoon"),
        ("en", time(0, 30), "at 0:30", "at twelve thirty in the morning"),
        ("es", time(13, 0), "a las 13:00", "a las trece"),
        ("es", time(1, 30), "a la 1:30", "a la una y treinta"),
        ("pt", time(14, 0), "às 14:00", "às quatorze"),
        ("pt", time(22, 0), "às 22:00", "às vinte e duas"),
    ],
)
def test_an_hour_takes_its_preposition(language: str, moment: time, eye: str, ear: str) -> None:
    assert [f.at(moment) for f in formats(language)] == [eye, ear]


def test_a_stretch_of_the_day_has_two_ends() -> None:
    assert Eye("it", TODAY).from_to(time(9), time(13)) == "dalle 9:00 alle 13:00"
    assert Ear("it", TODAY).from_to(time(9), time(13)) == "dalle nove alle tredici"
    assert Ear("it", TODAY).from_to(time(12), time(13, 15)) == "da mezzogiorno alle tredici e quindici"
    assert Ear("pt", TODAY).from_to(time(9), time(12)) == "das nove ao meio-dia"


@pytest.mark.parametrize(
    ("language", "amount", "eye", "ear"),
    [
        ("it", "25", "€ 25,00", "venticinque euro"),
        ("it", "8.90", "€ 8,90", "otto euro e novanta centesimi"),
        ("it", "1.01", "€ 1,01", "un euro e un centesimo"),
        ("it", "0.50", "€ 0,50", "cinquanta centesimi"),
        ("it", "1250", "€ 1.250,00", "milleduecentocinquanta euro"),
        ("en", "8.90", "€8.90", "eight euros and ninety cents"),
        ("es", "21", "21,00 €", "veintiún euros"),
        ("pt", "8.90", "8,90 €", "oito euros e noventa cêntimos"),
    ],
)
def test_a_price_is_written_and_said(language: str, amount: str, eye: str, ear: str) -> None:
    assert [f.price(Decimal(amount)) for f in formats(language)] == [eye, ear]


def test_lengths_of_time_agree() -> None:
    ear = Ear("it", TODAY)
    assert [ear.duration(minutes) for minutes in (1, 21, 45, 60, 75, 90, 120, 150, 125)] == [
        "un minuto",
        "ventuno minuti",
        "quarantacinque minuti",
        "un'ora",
        "un'ora e un quarto",
        "un'ora e mezza",
        "due ore",
        "due ore e mezza",
        "due ore e cinque minuti",
    ]
    assert [Eye("it", TODAY).duration(minutes) for minutes in (45, 90, 125)] == ["45 minuti", "un'ora e mezza", "2 ore e 5 minuti"]
    assert Ear("es", TODAY).duration(21) == "veintiún minutos"


def test_counted_things_agree_with_their_noun() -> None:
    ear = Ear("it", TODAY)
    said = [
        ear.count(1, "appuntamento", "appuntamenti"),
        ear.count(1, "sconto", "sconti"),
        ear.count(1, "ora", "ore", "F"),
        ear.count(3, "posti", "posti"),
    ]
    assert said == ["un appuntamento", "uno sconto", "un'ora", "tre posti"]
    assert Eye("it", TODAY).count(1, "posto", "posti") == "1 posto"


def test_telephones_are_grouped_and_read_digit_by_digit() -> None:
    eye, ear = formats("it")
    assert [eye.phone(n) for n in ("3284567890", "0212345678", "+442079460958", "+39 328 4567890")] == [
        "328 456 7890",
        "02 1234 5678",
        "+44 207 946 0958",
        "328 456 7890",
    ]
    assert ear.phone("3284567890") == "tre due otto, quattro cinque sei, sette otto nove zero"
    assert ear.phone("90") == "nove zero"


def test_codes_are_spelled_with_the_words_of_the_country() -> None:
    assert [Ear(language, TODAY).code("K7b") for language in LANGUAGES] == [
        "K come Kursaal, sette, B come Bologna",
        "K as in Kilo, seven, B as in Bravo",
        "K de Kilo, siete, B de Barcelona",
        "K de Kilo, sete, B de Brasil",
    ]


def test_lists_end_with_the_conjunction_that_sounds_right() -> None:
    assert [f.names(["taglio", "colore", "piega"]) for f in formats("it")] == ["taglio, colore e piega"] * 2
    assert Ear("it", TODAY).names(["Marco", "Elena"]) == "Marco ed Elena"
    assert Ear("es", TODAY).names(["corte", "hidratación"]) == "corte e hidratación"
    assert Ear("es", TODAY).names(["corte", "hielo"]) == "corte y hielo"
    assert Ear("es", TODAY).either(["siete", "ocho"]) == "siete u ocho"
    assert [Eye("it", TODAY).names(["Sara"]), Eye("it", TODAY).either([])] == ["Sara", ""]


def test_percentages_and_ranks() -> None:
    assert [f.percent(Decimal("7.5")) for f in formats("it")] == ["7,5%", "sette virgola cinque per cento"]
    assert [Eye(language, TODAY).ordinal(3, "F") for language in LANGUAGES] == ["3ª", "3rd", "3.ª", "3ª"]


@given(
    st.sampled_from(LANGUAGES),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.times(),
    st.times(),
    st.decimals(0, 99_999, places=2),
    st.integers(1, 2000),
    st.from_regex(r"\+?[0-9]{2,14}", fullmatch=True),
    st.from_regex(r"[A-Z0-9]{4,8}", fullmatch=True),
)
def test_what_the_ear_gets_is_always_sayable(
    language: str, day: date, first: time, last: time, amount: Decimal, n: int, phone: str, code: str
) -> None:
    ear: Format = Ear(language, TODAY)
    said = [
        ear.day(day),
        ear.on_day(day, relative=True),
        ear.bare_day(day),
        ear.birth(day),
        ear.clock(first),
        ear.at(first),
        ear.the_hour(last),
        ear.from_to(first, last),
        ear.price(amount),
        ear.percent(amount),
        ear.phone(phone),
        ear.code(code),
        ear.duration(n),
        ear.number(n),
        ear.count(n, "posto", "posti"),
        ear.ordinal(n),
    ]
    assert [text for text in said if not text or not all(c.isalpha() or c in SAYABLE for c in text)] == []


def test_an_unknown_language_is_answered_in_italian() -> None:
    assert Ear("de", TODAY).at(time(9)) == "alle nove"
