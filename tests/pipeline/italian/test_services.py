"""Services and people as they are named: turned down, several of a family, by whom they are for, and what is not sold."""

import datetime as dt
from dataclasses import replace

import pytest

from pipeline.italian.parse import parse
from pipeline.model.parse import Context, Parse, Step
from tests.eval.cases import lexicon

NOW = dt.datetime(2026, 3, 5, 9, 40)


def test_of_services_alike_in_every_letter_the_one_that_somebody_does_is_meant() -> None:
    known = lexicon("salone")
    piega = next(service for service in known.services if service.nome == "Piega")
    staff = tuple(replace(operator, services=frozenset({piega.id})) for operator in known.operators)
    twins = replace(known, services=(replace(piega, id=999), *known.services), operators=staff)
    said = parse("vorrei una piega", Context(now=NOW, lexicon=twins))
    assert (said.services, said.services_ambiguous) == ((piega.id,), ())


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


@pytest.mark.parametrize(
    ("business", "text", "unknown"),
    [
        ("dentista", "scusi ma le faccette in ceramica da voi si mettono", ("faccette",)),
        ("salone", "Ma Giulia le extension le sa mettere?", ("extension",)),
        ("dentista", "Il bite per chi digrigna i denti me lo fate voi?", ("bite",)),
        ("palestra", "fate anche crossfit o arrampicata?", ("crossfit", "arrampicata")),
        ("medico", "un doppler alle gambe appena potete", ("doppler",)),
        ("dentista", "la dottoressa Lombardi la fa la chirurgia guidata?", ("chirurgia guidata",)),
        ("salone", "oltre alla piega vorrei una maschera", ("maschera",)),
        ("salone", "mettete anche le ciglia finte", ("ciglia finte",)),
        ("palestra", "Se si libera una bici per lo spinning me lo fa sapere?", ()),
        ("salone", "avete mica un minuto", ()),
        ("salone", "una mia amica mi ha parlato di voi", ()),
    ],
)
def test_a_thing_nobody_sells_is_heard_however_it_is_asked_for(business: str, text: str, unknown: tuple[str, ...]) -> None:
    assert heard(business, text).services_unknown == unknown


@pytest.mark.parametrize(
    ("business", "text", "wanted"),
    [
        ("officina", "olio, gomme e batteria, tutto in una botta", (3, 4, 10)),
        ("medico", "la quella cosa col gel sulla pancia eco addome si chiama", (7,)),
        ("officina", "fischia quando freno, mi sa che sono le pastiglie davanti", (6,)),
        ("veterinario", "niente vaccino, glielo hanno già fatto, solo il chip", (10,)),
        ("palestra", "il massaggio, quello contro lo stress", (8,)),
        ("salone", "mah, la testa, mi hanno detto permanente", (9,)),
        ("palestra", "pilates, ho fatto la maratona", (1,)),
        ("veterinario", "che ne so come si chiama quando gli fate il bagno e gli tagliate il pelo ecco la toelettatura", (8,)),
        ("officina", "il tagliando, l'ho già fatto l'anno scorso da voi", (1,)),
    ],
)
def test_what_is_told_beside_a_service_is_none(business: str, text: str, wanted: tuple[int, ...]) -> None:
    said = heard(business, text, "servizi")
    assert (said.services, said.services_unknown) == (wanted, ())


@pytest.mark.parametrize(
    ("business", "text", "step", "wanted", "family"),
    [
        ("dentista", "mi devono fare un'estrazione e vorrei togliermi il pensiero", None, (), ((5, 6),)),
        ("dentista", "devo togliere un dente, quello del giudizio", None, (6,), ()),
        ("medico", "no no, era la tiroide, mica l'addome", "conferma", (8,), ()),
        ("palestra", "Vorrei iscrivere i due gemelli a nuoto, hanno sei anni", None, (6,), ()),
        ("veterinario", "vaccino per il micio e visita per il cane", None, (5, 1), ()),
        ("salone", "un taglio, mi va bene chiunque, anche la ragazza nuova", None, (), ((1, 2, 3),)),
        ("palestra", "no dai, provo in un altro posto", "waitlist", (), ()),
        ("dentista", "non so se devo venire martedì, mi controlla?", None, (), ()),
        ("palestra", "il massaggio quello per rilassarsi", "servizi", (8,), ()),
        ("palestra", "nuoto per mia suocera che ha settant'anni", None, (5,), ()),
        ("medico", "non era il cardiologo era l'ortopedico", "conferma", (5,), ()),
        ("medico", "è la tiroide non l'addome", "conferma", (8,), ()),
        ("veterinario", "Ho un cane da vaccinare e un coniglio da far vedere", None, (4, 3), ()),
        ("veterinario", "La bimba ha trovato un coniglietto, ci serve una visita", None, (3,), ()),
        ("palestra", "ma perché lo yoga, io ho chiesto pilates", "conferma", (1,), ()),
    ],
)
def test_a_family_is_told_apart_by_what_speaks_for_a_member(
    business: str, text: str, step: Step | None, wanted: tuple[int, ...], family: tuple[tuple[int, ...], ...]
) -> None:
    said = heard(business, text, step)
    assert (said.services, said.services_ambiguous) == (wanted, family)


@pytest.mark.parametrize(
    ("business", "text", "step", "anyone", "gender"),
    [
        ("palestra", "Vorrei una donna per il massaggio rilassante", None, False, "F"),
        ("palestra", "basta che non sia un uomo", "operatore", False, "F"),
        ("officina", "cambio olio domattina presto, il meccanico è indifferente", None, True, None),
        ("salone", "adesso non conosco più nessuno quindi mi metta con chi le pare", "operatore", True, None),
        ("salone", "con chi mi mette mi mette", "operatore", True, None),
        ("salone", "mi dia chi ha prima un buco", "operatore", True, None),
        ("salone", "io domani con chi ce l'ho l'appuntamento, con Anna o con Marco?", None, False, None),
        ("veterinario", "la gatta non mangia, chi c'è domattina?", None, False, None),
        ("veterinario", "mi passi un collega umano", None, False, None),
    ],
)
def test_a_wish_for_somebody_without_a_name(business: str, text: str, step: Step | None, anyone: bool, gender: str | None) -> None:
    said = heard(business, text, step)
    assert (said.any_operator, said.operator_gender) == (anyone, gender)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("la prima no la seconda nemmeno, la terza va", 3),
        ("né la prima né la seconda", None),
        ("no la prima no, la seconda", 2),
    ],
)
def test_a_place_in_the_list_that_is_turned_down_is_not_chosen(text: str, wanted: int | None) -> None:
    assert heard("palestra", text, "alternative").ordinal == wanted
