"""Finding people whose name was heard: what sounds alike, what is merely near, what is neither."""

import pytest

from store.people import SMALL
from store.phones import e164
from store.phonetics import fold, key, tokens
from tests.store.raw import sql
from tests.store.shop import Shop

ALIKE = (
    ("Chiara", "Kiara"), ("Nicolò", "Nicolo"), ("Luca", "Lucca"), ("Giovanni", "Giovani"), ("Ghirardi", "Girardi"),
    ("Quattrocchi", "Cuattrocchi"),
    ("Hassan", "Asan"), ("Jacopo", "Iacopo"), ("Yuri", "Iuri"), ("Philippo", "Filippo"), ("Walter", "Valter"), ("D'Angelo", "Dangelo"),
    ("Acquaviva", "Aquaviva"), ("Scheggia", "Skeggia"), ("Dell'Acqua", "Dellacqua"), ("Rossi", "ROSI"),
)  # fmt: skip
DIFFERENT = (
    ("Luca", "Lucia"), ("Rosso", "Russo"), ("Gatti", "Giatti"), ("Conti", "Ponti"), ("Pagani", "Pagnani"), ("Scala", "Sciala"),
    ("Marco", "Mario"), ("Fogli", "Foli"),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other"), [pair for pair in ALIKE if pair[0] != "Ghirardi"])
def test_names_that_sound_alike_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [*DIFFERENT, ("Ghirardi", "Girardi")])
def test_names_that_sound_different_have_two_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_a_name_is_folded_to_its_letters() -> None:
    assert (fold("D’Angelò-Nizza"), tokens("De la Cruz")) == ("dangelonizza", ("de", "la", "cruz"))


@pytest.mark.parametrize(
    ("form", "number"),
    [
        ("328 456 7890", "+393284567890"), ("+39 328-4567890", "+393284567890"), ("00393284567890", "+393284567890"),
        ("393284567890", "+393284567890"), ("02 5550 1234", "+390255501234"), ("+44 20 7946 0018", "+442079460018"),
        ("004915112345678", "+4915112345678"), ("ciao", None), ("12", None), ("", None),
    ],
)  # fmt: skip
def test_a_number_has_one_form(form: str, number: str | None) -> None:
    assert e164(form) == number


def names(shop: Shop, nome: str | None, cognome: str | None) -> tuple[list[str], list[str]]:
    found = shop.store.reads.clients_by_name(nome, cognome)
    return [f"{c.nome} {c.cognome}" for c in found.exact], [f"{c.nome} {c.cognome}" for c in found.close]


def add(shop: Shop, nome: str, cognome: str) -> None:
    sql(shop.path, "INSERT INTO clienti (nome, cognome, telefono) VALUES (?, ?, '3330000000')", nome, cognome)


def test_the_nearest_comes_first(own_shop: Shop) -> None:
    for surname in ("Lombardini", "Lonbardi", "Longobardi"):
        add(own_shop, "Chiara", surname)
    exact, close = names(own_shop, "Chiara", "Lombardi")
    assert exact == ["Chiara Lombardi"]
    assert close[0] == "Chiara Lonbardi"


def test_one_of_two_first_names_is_close(own_shop: Shop) -> None:
    assert names(own_shop, "Maria", "Esposito") == ([], ["Maria Grazia Esposito"])
    assert names(own_shop, "Mariagrazia", "Esposito")[0] == ["Maria Grazia Esposito"]


def test_a_surname_alone_or_a_first_name_alone_is_enough(own_shop: Shop) -> None:
    assert names(own_shop, None, "Rossi")[0] == ["Marco Rossi"] * 2
    assert names(own_shop, "Chiara", None)[0] == ["Chiara Lombardi"]
    assert names(own_shop, None, None) == ([], [])


def test_name_and_surname_said_the_other_way_round_are_close(own_shop: Shop) -> None:
    assert "Marco Rossi" in names(own_shop, "Rossi", "Marco")[1]


def test_another_first_name_is_another_person(own_shop: Shop) -> None:
    assert names(own_shop, "Beatrice", "Rossi") == ([], [])


def test_in_a_large_file_a_change_without_its_date_is_still_found_by_its_spelling(own_shop: Shop) -> None:
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
    crowd = f"{numbers} INSERT INTO clienti (nome, cognome, telefono) SELECT 'Nome' || i, 'Cognome' || i, 333000000 + i FROM n"
    sql(own_shop.path, crowd, SMALL)
    assert names(own_shop, "Anna", "De Luca")[0] == ["Anna De Luca"]
    sql(own_shop.path, "UPDATE clienti SET cognome = 'Tiraboschi', telefono = '3470009999' WHERE cognome = 'Galli'")
    add(own_shop, "Ugo", "Frattini")
    assert names(own_shop, "Roberto", "Tiraboschi")[0] == ["Roberto Tiraboschi"]
    assert names(own_shop, "Ugo", "Fratini")[1][:1] == ["Ugo Frattini"]
    assert [client.cognome for client in own_shop.store.reads.clients_by_phone("347 0009999")] == ["Tiraboschi"]
    assert names(own_shop, "Roberto", "Galli")[0] == []
