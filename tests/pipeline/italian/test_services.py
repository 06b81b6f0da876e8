"""Services and people as they are named: turned down, several of a family, by whom they are for, and what is not sold."""

import datetime as dt

import pytest

from pipeline.italian.parse import parse
from pipeline.model.parse import Context, Parse, Step
from tests.eval.cases import lexicon

NOW = dt.datetime(2026, 3, 5, 9, 40)


def heard(business: str, text: str, step: Step | None = None) -> Parse:
    return parse(text, Context(now=NOW, lexicon=lexicon(business), step=step))


@pytest.mark.parametrize(
    ("text", "step", "wanted", "turned_down"),
    [
        ("tolga la manicure, lasci solo la pedicure", "conferma", (12,), (11,)),
        ("tolga la manicure e il semipermanente", "conferma", (), (11, 13)),
        ("il colore non lo faccio più", "conferma", (), (5,)),
        ("lasci stare la tinta che me la faccio a casa", "data", (), (5,)),
        ("niente piega, solo il taglio da donna", "servizi", (1,), (4,)),
        ("non so se fare la piega", "servizi", (4,), ()),
        ("la piega no?", "conferma", (4,), ()),
        ("lasci stare la piega che avevamo fissato", None, (4,), ()),
    ],
)
def test_what_is_turned_down_is_not_wanted(text: str, step: Step | None, wanted: tuple[int, ...], turned_down: tuple[int, ...]) -> None:
    said = heard("salone", text, step)
    assert (said.services, said.services_rejected) == (wanted, turned_down)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("basta che non sia Marco", ()),
        ("Marco no, meglio Sara", (1,)),
        ("Sara o Giulia, con Anna no", (1, 4)),
        ("Anna non la voglio", ()),
    ],
)
def test_a_person_turned_down_is_not_asked_for(text: str, wanted: tuple[int, ...]) -> None:
    assert heard("salone", text, "operatore").operators == wanted


@pytest.mark.parametrize(
    ("business", "text", "sure", "family"),
    [
        ("veterinario", "il vaccino sia al cane che alla gatta", (4, 5), ()),
        ("veterinario", "il mio chihuahua deve fare il vaccino", (4,), ()),
        ("veterinario", "il criceto sta male, me lo potete vedere?", (3,), ()),
        ("veterinario", "non è il cane, è la gatta che deve fare il vaccino", (5,), ()),
        ("salone", "due tagli da uomo e tre da bambino", (2, 3), ()),
        ("salone", "un taglio per mio figlio di sei anni", (3,), ()),
        ("salone", "un taglio per me e uno per mio figlio", (3,), ((1, 2),)),
        ("salone", "un taglio per me e per mio marito", (2,), ()),
        ("medico", "ecografia addome e tiroide", (7, 8), ()),
        ("medico", "ecografia addome o tiroide", (), ((7, 8),)),
        ("palestra", "nuoto per me e per mia figlia", (6, 5), ()),
    ],
)
def test_a_member_of_a_family_is_known_by_the_words_beside_it(
    business: str, text: str, sure: tuple[int, ...], family: tuple[tuple[int, ...], ...]
) -> None:
    said = heard(business, text)
    assert (said.services, said.services_ambiguous) == (sure, family)


@pytest.mark.parametrize(
    ("business", "text", "unknown"),
    [
        ("medico", "la risonanza al ginocchio la fate voi?", "risonanza"),
        ("medico", "la dottoressa Rinaldi fa anche la mammografia?", "mammografia"),
        ("officina", "montate anche il gancio traino?", "gancio traino"),
        ("officina", "vorrei un appuntamento per cambiare il parabrezza", "parabrezza"),
        ("salone", "le extension ce l'avete?", "extension"),
    ],
)
def test_what_is_not_sold_is_reported_where_a_service_could_stand(business: str, text: str, unknown: str) -> None:
    assert heard(business, text).services_unknown == (unknown,)


@pytest.mark.parametrize(
    ("business", "text", "step"),
    [
        ("salone", "mi fate uno squillo se si libera?", None),
        ("medico", "non è per prenotare, devo disdire", None),
        ("medico", "mia mamma non può fare le scale", None),
        ("palestra", "per la piscina serve la cuffia?", None),
        ("officina", "l'olio, è una Panda del 2014", "servizi"),
        ("salone", "solo la ricrescita, tutta la testa non serve", "servizi"),
    ],
)
def test_verbs_quantities_and_what_is_told_are_no_services(business: str, text: str, step: Step | None) -> None:
    assert heard(business, text, step).services_unknown == ()


@pytest.mark.parametrize(
    ("business", "text", "services"),
    [
        ("veterinario", "il cane lo castriamo", (7,)),
        ("veterinario", "tosate anche i barboncini?", (8,)),
        ("veterinario", "la gatta deve fare il richiamo", (5,)),
        ("veterinario", "la richiamo io", ()),
        ("officina", "mi fate una lavatina?", (13,)),
        ("officina", "un posto per il clima", (8,)),
        ("dentista", "è caro", ()),
        ("palestra", "voglio provare lo spinning", (3,)),
    ],
)
def test_everyday_forms_of_a_service_are_known_and_their_look_alikes_are_none(business: str, text: str, services: tuple[int, ...]) -> None:
    assert heard(business, text).services == services
