"""Wrong or lost bookings, second half: people mixed up, corrections lost, waiting lists and states that did not fit the file."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import apsw
import pytest

from pipeline.desk import bookings, clients, places, waitlist
from pipeline.model.errors import Conflict
from sidecar.ids import SeededIds
from tests.fakes.book import Book
from tests.fakes.memory import world_of
from tests.lessons.conftest import Caller, Dial
from tests.store.shop import NOW, open_shop

PHONES = "SELECT id, telefono FROM clienti WHERE id <= 22 ORDER BY id"
RECAP = "sono Anna De Luca, una piega con Sara giovedì alle 16"


def test_lesson_09_a_homonym_with_another_number_is_another_person(caller: Caller) -> None:
    before = caller.rows(PHONES)
    caller.says("sono Anna De Luca, il mio numero è 333 1234567, una piega con Sara giovedì alle 16", "sì", "sì", "no", "sì", "sì")
    assert caller.rows(PHONES) == before
    assert caller.rows("SELECT nome, cognome, telefono FROM clienti WHERE id > 22") == [("Anna", "De Luca", "3331234567")]
    assert caller.rows("SELECT cliente_id FROM appuntamenti WHERE data_ora_inizio = '2026-03-12T16:00:00'") == [(23,)]


def test_lesson_09_the_same_number_is_the_same_client(caller: Caller) -> None:
    with pytest.raises(Conflict) as known:
        clients.create(caller.world, nome="Annamaria", cognome="Verdi", telefono="+39 340 111 2233")
    assert known.value.cliente_id == 1
    assert caller.changed() == []


@pytest.mark.parametrize(
    ("said", "stored"),
    [
        ("giovedì alle tre", "2026-03-12 15:00"),
        ("giovedì alle 17 e 30", "2026-03-12 17:30"),
        ("giovedì alle cinque e mezza", "2026-03-12 17:30"),
        ("mercoledì della settimana prossima alle 16", "2026-03-18 16:00"),
        ("giovedì a mezzogiorno e un quarto", "2026-03-12 12:15"),
        ("giovedì alle sei meno dieci di sera", "2026-03-12 17:50"),
    ],
)
def test_lesson_10_the_hour_and_the_week_that_were_said_are_stored(caller: Caller, said: str, stored: str) -> None:
    caller.says(f"sono Anna De Luca, una piega con Giulia {said}", "sì")
    assert caller.changed() == [f"+ appuntamento Anna De Luca | Piega | Giulia | {stored}"]


@pytest.mark.parametrize(
    ("said", "stored"),
    [
        (("niente, meglio venerdì", "sì"), "2026-03-13 16:00"),
        (("sì ma alle 11", "sì"), "2026-03-12 11:00"),
        (("no", "alle 17", "sì"), "2026-03-12 17:00"),
        (("no aspetti, anzi alle 18", "va bene"), "2026-03-12 18:00"),
    ],
)
def test_lesson_11_a_correction_changes_what_it_names_and_keeps_the_rest(caller: Caller, said: tuple[str, ...], stored: str) -> None:
    caller.say(RECAP)
    *corrections, confirmation = said
    for words in corrections:
        assert caller.say(words).step == "conferma"
    assert caller.changed() == []
    caller.say(confirmation)
    assert caller.changed() == [f"+ appuntamento Anna De Luca | Piega | Sara | {stored}"]


@pytest.mark.parametrize("words", ["non voglio cancellare il mio appuntamento", "non voglio disdire niente", "no, non lo cancelli"])
def test_lesson_11_not_wanting_to_cancel_cancels_nothing(dial: Dial, words: str) -> None:
    call = dial(telefono="3285550101")
    call.says(words, "sì", "sì")
    assert call.changed() == []


@pytest.mark.parametrize("kind", ["own", "desktop"])
def test_lesson_12_the_waiting_list_fits_the_columns_of_the_file(tmp_path: Path, kind: Any) -> None:
    shop = open_shop(tmp_path, kind)
    world, _ = world_of(Book(), NOW, ids=SeededIds("waiting", shop.store.knows))
    world = replace(world, reads=shop.store.reads, ledger=shop.store.ledger, archive=shop.store.archive, clock=shop.clock)
    client, service = shop.client("Anna", "De Luca").id, shop.service("Piega").id
    added = waitlist.add(world, cliente_id=client, servizio_id=service, data_preferita=date(2026, 3, 20), ora_preferita=time(10))
    assert (added["position"], added["priorita"]) == (1, "NORMAL")
    assert [entry["cliente_id"] for entry in waitlist.list_entries(world)["waitlist"]] == [client]
    shop.close()


def test_lesson_12_a_caller_is_told_the_place_that_was_stored(caller: Caller) -> None:
    told = caller.says("sono Anna De Luca, una piega con Sara venerdì alle 10", "no, nessuna", "sì")
    assert "posizione 1" in told.text
    assert caller.changed() == ["+ attesa Anna De Luca | Piega | 2026-03-13 | 10:00 | NORMAL | Sara"]


@pytest.mark.parametrize("spelling", ["Confermato", "CONFERMATO", "confermato"])
def test_lesson_13_a_state_counts_however_it_is_spelled(caller: Caller, spelling: str) -> None:
    connection: Any = apsw.Connection(str(caller.path))
    connection.execute("UPDATE appuntamenti SET stato = ? WHERE stato = 'confermato'", (spelling,))
    connection.close()
    ahead = bookings.list_bookings(caller.world, cliente_id=2, first=date(2026, 3, 10), stato="confermato")["appuntamenti"]
    assert [each["data"] for each in ahead] == ["2026-03-17", "2026-03-24"]
    taken = places.disponibilita(caller.world, data=date(2026, 3, 17), ora=time(10), servizi=[2], operatore_id=3)
    assert (taken["available"], taken["reason"]) == (False, "conflitto")
