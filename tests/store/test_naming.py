"""A name that is an ordinary word, too: where a text says it as a name, and where it is the word."""

from datetime import date

import pytest

from store.person import Heard, Known, Person, Words, person_of

EVERYDAY = Words(
    frozenset({"costa", "conti", "monti", "grande", "leone", "viola", "rosa", "gioia", "luce", "domenica"}), frozenset({"luce"})
)
CALL = Heard(spoken=True)


def called(nome: str, cognome: str) -> Person:
    """Somebody whose names nobody else has."""
    return person_of(Known(nome, cognome), alone=True, homonym=False, first_alone=True, words=EVERYDAY)


@pytest.mark.parametrize(
    "said",
    [
        "vengo con la signora costa",
        "la sig.ra Costa ha disdetto",
        "il dottor costa e la dottoressa bianchi",
        "buongiorno sono costa, vorrei spostare",
        "Sono la Costa, buonasera",
        "mi chiamo costa",
        "è a nome costa",
        "il cognome è costa",
        "cognome: costa",
        "per conto di costa",
        "ho l'appuntamento con la mia vicina costa",
        "un appuntamento per costa alle tre",
        "devo accompagnare la Costa",
        "ci o esse ti a",
        "C come Como, O come Otranto, S di Savona, T, A",
        "como otranto savona torino ancona",
        "Costa: ore 15, porta il cane",
        "martina costa",
        "costa martina",
        "cognome costa, nome martina",
        "my name is Costa",
        "l'appuntamento è di costa",
        "scriva pure costa",
        "costa viene alle tre",
        "Costa ha disdetto",
        "passo da costa",
        "Buongiorno Costa, ecco il suo appuntamento.",
        "Gentile Costa,",
        '{"cliente_nome": "Martina", "cognome": "Costa"}',
        '{"cognome":"costa"}',
        '[{"user":"sono costa","assistant":"Buongiorno signora Costa."}]',
        '{"nota": "prima riga\\nCosta Martina"}',
    ],
)
def test_a_surname_that_is_a_word_is_found_where_it_is_a_name(said: str) -> None:
    assert called("Martina", "Costa").found_in(said, CALL)
    assert "costa" not in called("Martina", "Costa").out_of(said, CALL).lower()


@pytest.mark.parametrize(
    "said",
    [
        "quanto costa la piega?",
        "Costa troppo",
        "Costa 35 euro.",
        "signora, costa molto?",
        "alla mia amica costa meno",
        "Quanto Costa La Piega",
        "QUANTO COSTA",
        "mi costa di più?",
        "La piega costa 20 euro e il taglio costa 30",
        "e questo, costa?",
        "quanto costa, Martina?",
        "Quanto costa Martina la piega",
        '[{"user":"quanto costa?","assistant":"Costa 20 euro."}]',
    ],
)
def test_the_word_is_left(said: str) -> None:
    assert "costa" in called("Martina", "Costa").out_of(said, CALL).lower()
    assert called("Ermenegilda", "Costa").out_of(said, CALL) == said


@pytest.mark.parametrize(
    ("who", "said"),
    [
        (("Elena", "Conti"), "mi fa i conti per favore"),
        (("Elena", "Monti"), "vado in montagna sui monti"),
        (("Elena", "Grande"), "un cane grande, di taglia grande"),
        (("Elena", "Leone"), "ha una criniera da leone"),
        (("Viola", "Bassi"), "uno smalto viola"),
        (("Viola", "Bassi"), "i capelli viola"),
        (("Rosa", "Bassi"), "vorrei le unghie rosa"),
        (("Gioia", "Bassi"), "che gioia sentirla"),
        (("Luce", "Bassi"), "con la Luce Pulsata quanto viene"),
        (("Domenica", "Lo Verso"), "siete aperti Domenica?"),
        (("Domenica", "Lo Verso"), "viene mia figlia domenica"),
        (("Domenica", "Lo Verso"), "un appuntamento per domenica"),
        (("Marzo", "Lo Verso"), "a marzo sono via"),
        (("Elena", "Di Marzo"), "verso la fine di marzo"),
        (("Elena", "Napoli"), "N come Napoli, vengo da Napoli"),
        (("Rosa", "Bassi"), "la rosa viene bene sulle unghie"),
    ],
)
def test_a_day_a_colour_and_an_animal_are_nobody(who: tuple[str, str], said: str) -> None:
    assert called(*who).out_of(said, CALL) == said


@pytest.mark.parametrize(
    ("who", "said"),
    [
        (("Elena", "Conti"), "la signora conti"),
        (("Elena", "Conti"), "i Conti arrivano alle tre"),
        (("Elena", "Grande"), "buongiorno sono grande elena"),
        (("Elena", "Leone"), "famiglia leone"),
        (("Viola", "Bassi"), "un taglio per mia figlia viola"),
        (("Viola", "Bassi"), "mi chiamo viola"),
        (("Rosa", "Bassi"), "accompagno zia Rosa"),
        (("Rosa", "Bassi"), "buongiorno, sono rosa e vorrei una piega"),
        (("Gioia", "Bassi"), "la prenotazione è a nome Gioia"),
        (("Luce", "Bassi"), "la signora luce"),
        (("Elena", "Di Marzo"), "la signora di marzo"),
        (("Elena", "Napoli"), "sono elena napoli"),
        (("Rosa", "Bassi"), "vengo con rosa"),
        (("Rosa", "Bassi"), "una piega per rosa e per me"),
        (("Viola", "Bassi"), "due posti per me e viola"),
        (("Domenica", "Lo Verso"), "mi chiamo domenica"),
        (("Domenica", "Lo Verso"), "viene mia figlia Domenica"),
        (("Domenica", "Lo Verso"), "la signora domenica"),
    ],
)
def test_whoever_is_called_like_a_word_is_found_as_a_name(who: tuple[str, str], said: str) -> None:
    assert called(*who).found_in(said, CALL)


def test_where_the_person_is_named_only_what_must_be_the_word_is_left() -> None:
    martina = called("Martina", "Costa")
    assert martina.out_of("La signora Costa chiede quanto costa; costa preferisce le tre", CALL) == (
        "La signora [REDACTED] chiede quanto costa; [REDACTED] preferisce le tre"
    )
    assert martina.out_of("costa preferisce le tre", Heard(spoken=True, told=True)) == "[REDACTED] preferisce le tre"


def test_another_martina_who_asks_what_it_costs_is_another() -> None:
    shared = person_of(Known("Martina", "Costa"), alone=True, homonym=False, first_alone=False, words=EVERYDAY)
    assert not shared.found_in("sono Martina Bianchi, quanto costa la piega?", CALL)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Łukasz", "sono lukasz"), ("Łukasz", "Łukasz"), ("Жанна", "жанна"), ("Nicolò", "nicolo'"), ("Nicolò", '{"n": "Nicol\\u00f2"}'),
        ("Müller", "signora muller"), ("Ștefan", "stefan"), ("D'Angelo", "d\u2019angelo"), ("De Luca", "deluca"),
    ],
)  # fmt: skip
def test_a_name_of_any_alphabet_is_found_however_it_is_written(name: str, written: str) -> None:
    assert called("Ermenegilda", name).found_in(written)


@pytest.mark.parametrize(
    "said", ["gilda.fiore@posta.example", "gilda punto fiore chiocciola posta punto example", "Gilda.Fiore at posta.example"]
)
def test_an_address_is_found_written_and_said(said: str) -> None:
    gilda = person_of(Known("Gilda", "Fiore", certain=("gilda.fiore@posta.example",)), alone=False, homonym=False)
    assert gilda.out_of(f"scriva a {said} grazie") == "scriva a [REDACTED] grazie"


def test_a_homonym_keeps_the_name_but_where_the_birth_tells_which_of_them_is_meant() -> None:
    marco = person_of(Known("Marco", "Rossi", born=date(1980, 5, 12)), alone=False, homonym=True)
    assert not marco.found_in("sono Marco Rossi", CALL)
    assert not marco.found_in("nato il 12 maggio 1980", CALL)
    assert (
        marco.out_of("Marco Rossi nato il dodici maggio, marito di Anna", CALL)
        == "[REDACTED] [REDACTED] nato il [REDACTED], marito di Anna"
    )
    assert not marco.found_in("Marco Rossi nato il 13 maggio 1991", CALL)
