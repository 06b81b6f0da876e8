"""One visit or several: what a caller says in one breath, cut at the right places."""

import datetime as dt
from dataclasses import replace

import pytest

from pipeline.italian.parse import parse
from pipeline.italian.several import SOMEBODY, beside, visits_in
from pipeline.model.parse import Context
from tests.eval.cases import lexicon

NOW = dt.datetime(2026, 3, 5, 9, 40)
CONTEXT = Context(now=NOW, lexicon=lexicon("salone"))


def parted(text: str) -> list[tuple[str | None, tuple[object, ...], dt.date | None, dt.time | None]]:
    found = visits_in(parse(text, CONTEXT), CONTEXT)
    return [(part.person, part.parse.services, part.parse.date, part.parse.time) for part in found]


THURSDAY, FRIDAY, SATURDAY = dt.date(2026, 3, 12), dt.date(2026, 3, 6), dt.date(2026, 3, 7)


def test_services_with_times_of_their_own_are_visits_of_their_own() -> None:
    assert parted("vorrei una piega giovedì alle 16 e un colore sabato alle 10") == [
        (None, (4,), THURSDAY, dt.time(16)),
        (None, (5,), SATURDAY, dt.time(10)),
    ]
    assert parted("taglio donna e piega venerdì alle 10 e mezza e manicure sabato alle 15") == [
        (None, (1, 4), FRIDAY, dt.time(10, 30)),
        (None, (11,), SATURDAY, dt.time(15)),
    ]


def test_people_have_visits_of_their_own_and_share_what_is_said_once() -> None:
    assert parted("una piega per me e mia figlia sabato alle 9") == [
        ("", (4,), SATURDAY, dt.time(9)),
        ("mia figlia", (4,), SATURDAY, dt.time(9)),
    ]
    assert parted("vorrei venire con mia figlia, piega per me e taglio bambino per lei, sabato alle 9") == [
        ("", (4,), SATURDAY, dt.time(9)),
        ("mia figlia", (3,), SATURDAY, dt.time(9)),
    ]
    assert parted("taglio uomo per me alle 17 e per mio fratello alle 17 e 30, venerdì") == [
        ("", (2,), FRIDAY, dt.time(17)),
        ("mio fratello", (2,), FRIDAY, dt.time(17, 30)),
    ]
    assert [person for person, *_ in parted("siamo in due, una piega a testa giovedì")] == [None, SOMEBODY]


def test_somebody_comes_too_in_the_words_of_the_visit_before() -> None:
    assert parted("piega venerdì alle 10, e mia sorella la stessa cosa alle 11") == [
        ("", (4,), FRIDAY, dt.time(10)),
        ("mia sorella", (4,), FRIDAY, dt.time(11)),
    ]
    assert [person for person, *_ in parted("piega venerdì alle 10 e mia figlia alle 10 e mezza")] == ["", "mia figlia"]
    assert parted("piega venerdì alle 10, mia figlia alle 11 esce da scuola") == []
    assert parted("piega venerdì alle 10 e mia moglie mi accompagna") == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("sì e mia figlia", "mia figlia"),
        ("sì, anche mia figlia più piccola", "mia figlia"),
        ("sì e per la signora Rossi", "la signora Rossi"),
        ("sì e mia moglie vorrebbe venire anche lei", "mia moglie"),
        ("sì, e mia figlia alla stessa ora", "mia figlia"),
        ("sì e anche per me", ""),
        ("perfetto, e pure per mia cognata alle 9 e mezza", "mia cognata"),
        ("sì, ma chi lo dice a mia suocera?", None),
        ("sì bravo e chi me lo porta mia nonna?", None),
        ("e io sono il papà", None),
        ("sì e mia moglie mi ammazza se non vengo", None),
        ("sì e il numero è di mia figlia", None),
        ("sì e domani mia moglie parte", None),
        ("ok e lo dico anche a mia moglie", None),
    ],
)
def test_who_is_only_spoken_of_beside_an_answer_wants_no_visit(text: str, person: str | None) -> None:
    context = replace(CONTEXT, step="conferma")
    found, _ = beside(parse(text, context), context, "mio figlio")
    assert [part.person for part in found] == ([] if person is None else [person])


@pytest.mark.parametrize(
    "text",
    [
        "una piega e un colore sabato alle 10",
        "taglio donna e piega per mia figlia sabato",
        "una piega giovedì alle 16 e mezza e poi un colore",
        "vorrei una piega giovedì o venerdì alle 10",
        "vorrei una piega, anzi no un colore venerdì alle 10",
        "una piega per il matrimonio di mia sorella sabato alle 9",
        "vorrei sapere quanto costa il colore e prenotare una piega venerdì alle 10",
        "per me va bene la piega sabato alle 10",
        "un taglio bambino per mio figlio sabato alle 10",
        "",
    ],
)
def test_these_speak_of_one_visit(text: str) -> None:
    assert parted(text) == []


@pytest.mark.parametrize(
    ("text", "services"),
    [
        ("un taglio donna e uno per mio figlio", [(1,), (3,)]),
        ("un taglio da donna per me e uno per mio marito", [(1,), (2,)]),
        ("un taglio donna per me e per mia figlia", [(1,), (1,)]),
        ("un taglio uomo per me e per mio padre", [(2,), (2,)]),
        ("una piega per me e una per mio marito", [(4,), (4,)]),
    ],
)
def test_what_is_said_of_one_is_done_for_the_other_as_it_suits_him(text: str, services: list[tuple[int, ...]]) -> None:
    assert [found for _, found, *_ in parted(text)] == services


VET = Context(now=NOW, lexicon=lexicon("veterinario"))


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        ("devo portare il gatto e il cane per la visita, tutti e due insieme, giovedì mattina", 0),
        ("ho un cane e un gatto, vorrei vaccinarli entrambi lunedì alle 11", 0),
        ("la visita per entrambi, il cane e il gatto, venerdì alle 10", 0),
        ("vorrei far vaccinare due gatti sabato alle 9", 2),
        ("microchip per tre cuccioli, martedì alle 16", 3),
        ("ecografia a tutti e due venerdì alle 10", 2),
    ],
)
def test_animals_that_are_named_have_a_visit_each_and_no_person_more(text: str, visits: int) -> None:
    found = visits_in(parse(text, VET), VET)
    assert (len(found), any(part.person for part in found)) == (visits, "ecografia" in text)


def test_both_people_have_both_services_where_they_are_for_both() -> None:
    assert len(parted("taglio uomo e barba per tutti e due sabato alle 10")) == 2
