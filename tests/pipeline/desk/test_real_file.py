"""The desktop's methods on real files of both kinds: ids of integers and of text, commits that race, rows as they are stored."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from pipeline.desk import archive, bookings, catalogue, clients, messages, settings, waitlist
from pipeline.model.errors import Conflict, NotFound
from pipeline.ports import World
from sidecar.ids import SeededIds
from tests.fakes.book import Book
from tests.fakes.memory import world_of
from tests.store.shop import NOW, Kind, Shop, open_shop


@dataclass
class Desk:
    """A World over a real file, and the shop behind it."""

    world: World
    shop: Shop

    def book(self, at: time, *names: str, day: date, nome: str = "Anna", cognome: str = "De Luca", **more: Any) -> dict[str, Any]:
        """An appointment for services named as in the demo business."""
        services = [self.shop.service(name).id for name in names]
        client = self.shop.client(nome, cognome).id
        return bookings.create(self.world, cliente_id=client, servizi=services, data=day, ora=at, **more)


@pytest.fixture(params=["own", "desktop"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """The demo business in a file of our own making and in one the desktop app made."""
    shop = open_shop(tmp_path, cast("Kind", request.param))
    store = shop.store
    world, _ = world_of(Book(), NOW, ids=SeededIds("desk", store.knows))
    yield Desk(replace(world, reads=store.reads, ledger=store.ledger, archive=store.archive, clock=shop.clock), shop)
    shop.close()


def free_day(desk: Desk) -> tuple[date, list[dict[str, Any]]]:
    """A day of the coming weeks with much room for a haircut, and its free starts."""
    service = catalogue.servizi(desk.world)["servizi"][0]["id"]
    for ahead in range(14, 28):
        day = NOW.date() + timedelta(days=ahead)
        answer = bookings.disponibilita(desk.world, data=day, servizi=[service])
        if len(answer.get("slots", [])) > 8:
            return day, answer["slots"]
    raise AssertionError("the demo business has no free day")


def name_of_first(desk: Desk) -> str:
    """The name of the first service."""
    return catalogue.servizi(desk.world)["servizi"][0]["nome"]


def test_an_appointment_lives_from_booking_to_cancellation(desk: Desk) -> None:
    day, slots = free_day(desk)
    name = name_of_first(desk)
    at = time.fromisoformat(slots[0]["ora"])
    made = desk.book(at, name, name, day=day, note="con calma", request_id="r1")
    assert (len(made["ids"]), made["data"], made["ora"], made["note"]) == (2, day.isoformat(), slots[0]["ora"], "con calma")
    assert made["stato"].lower() == "confermato"
    assert desk.book(at, name, name, day=day, request_id="r1") == made
    listed = bookings.list_bookings(desk.world, cliente_id=made["cliente_id"], first=day, last=day)
    assert listed == {"appuntamenti": [made], "more": False}
    moved = bookings.update(desk.world, id=str(made["ids"][1]), ora=time.fromisoformat(slots[4]["ora"]))
    assert moved == {**made, "ora": slots[4]["ora"], "ora_fine": moved["ora_fine"]}
    gone = bookings.delete(desk.world, id=made["id"], reason="influenza")
    assert (gone["ids"], gone["stato"].lower()) == (made["ids"], "cancellato")
    assert bookings.disponibilita(desk.world, data=day, servizi=[desk.shop.service(name).id])["slots"] == slots


def standing(desk: Desk, day: date) -> list[dict[str, Any]]:
    """The appointments of a day."""
    return bookings.list_bookings(desk.world, first=day, last=day)["appuntamenti"]


def test_of_many_who_want_the_last_place_at_once_exactly_one_gets_it(desk: Desk) -> None:
    day, slots = free_day(desk)
    name, at = name_of_first(desk), time.fromisoformat(slots[3]["ora"])
    operator, before = slots[3]["operatore_id"], len(standing(desk, day))

    def attempt(_: int) -> str:
        try:
            return str(desk.book(at, name, day=day, operatore_id=operator)["id"])
        except Conflict as conflict:
            return f"taken, {len(conflict.alternatives)} others"

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(attempt, range(16)))
    assert answers.count("taken, 3 others") == 15
    assert len(standing(desk, day)) == before + 1


def test_the_same_request_from_many_threads_books_once(desk: Desk) -> None:
    day, slots = free_day(desk)
    name, at = name_of_first(desk), time.fromisoformat(slots[0]["ora"])
    before = len(standing(desk, day))

    def attempt(_: int) -> dict[str, Any]:
        return desk.book(at, name, day=day, request_id="same")

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(attempt, range(6)))
    assert answers == [answers[0]] * 6
    assert len(standing(desk, day)) == before + 1


def test_services_are_added_and_taken_away_in_place(desk: Desk) -> None:
    day, slots = free_day(desk)
    name = name_of_first(desk)
    made = desk.book(time.fromisoformat(slots[0]["ora"]), name, day=day)
    service = desk.shop.service(name).id
    more = bookings.update(desk.world, id=made["id"], servizi=[service, service])
    assert (more["ids"][0], len(more["ids"])) == (made["id"], 2)
    less = bookings.update(desk.world, id=made["id"], servizi=[service])
    assert less == made


def test_a_freed_time_is_offered_to_whoever_waits(desk: Desk) -> None:
    day, slots = free_day(desk)
    name, at = name_of_first(desk), time.fromisoformat(slots[0]["ora"])
    made = desk.book(at, name, day=day)
    found = clients.search(desk.world, limit=100)["clienti"]
    other = next(one for one in found if one["consenso_whatsapp"] and one["telefono"].startswith("3") and one["id"] != made["cliente_id"])
    service = desk.shop.service(name).id
    entry = waitlist.add(
        desk.world,
        cliente_id=other["id"],
        servizio_id=service,
        data_preferita=day,
        ora_preferita=at,
        operatore_preferito_id=made["operatore_id"],
    )
    assert entry["position"] == 1
    assert waitlist.add(desk.world, cliente_id=other["id"], servizio_id=service, data_preferita=day) == entry
    bookings.delete(desk.world, id=made["id"])
    assert waitlist.list_entries(desk.world, data=day) == {"waitlist": []}
    offer = messages.pending(desk.world)["messages"][-1]
    assert (offer["template"], offer["to"], offer["params"]["servizio"]) == ("waitlist_offer", other["telefono"], name)
    assert messages.ack(desk.world, message_id=offer["message_id"], status="sent") == {}


def test_a_client_who_exists_is_not_created_again(desk: Desk) -> None:
    made = clients.create(desk.world, nome="Sante", cognome="Provini", telefono="347 000 1112", request_id="c1")
    assert clients.create(desk.world, nome="Sante", cognome="Provini", telefono="347 000 1112", request_id="c1") == made
    with pytest.raises(Conflict) as refused:
        clients.create(desk.world, nome="Altra", cognome="Persona", telefono="0039 3470001112")
    assert refused.value.cliente_id == made["id"]
    assert clients.search(desk.world, telefono="3470001112")["clienti"] == [made]


def test_the_records_of_a_day_s_work_can_be_read(desk: Desk) -> None:
    day, slots = free_day(desk)
    made = desk.book(time.fromisoformat(slots[0]["ora"]), name_of_first(desk), day=day)
    rows = archive.audit(desk.world, session_id="rpc")["rows"]
    assert len(rows) == 1
    assert len(settings.orari_lavoro(desk.world)["orari"]) == 7
    assert "2026-12-25" in [one["data"] for one in settings.giorni_festivi(desk.world, year=2026)["festivi"]]
    assert archive.export(desk.world, cliente_id=made["cliente_id"])["data"]
    with pytest.raises(NotFound):
        archive.erase(desk.world, cliente_id="nobody at all")
