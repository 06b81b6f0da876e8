"""The waiting list: rank, duplicates, and who is told when a time becomes free."""

from dataclasses import replace
from datetime import datetime, time

import pytest

from pipeline.desk import bookings, waitlist
from pipeline.model.errors import NotFound, Refused
from pipeline.model.writes import AddToWaitlist, MarkWaitlist, Priority
from pipeline.ports import World
from tests.fakes.memory import Memory
from tests.pipeline.desk.business import CUT, DAY, NOW, booked, in_days, salon


def waiting(world: World, cliente_id: int, servizio_id: int = 1, **more: object) -> dict[str, object]:
    """An entry for the day of the tests."""
    return waitlist.add(world, cliente_id=cliente_id, servizio_id=servizio_id, data_preferita=DAY, **more)  # type: ignore[arg-type]


def states(memory: Memory) -> list[tuple[object, str]]:
    """Client and state of every entry."""
    return [(entry.cliente_id, entry.status) for entry in memory.book.waitlist]


def test_the_rank_is_told_vip_first_then_high_then_first_come() -> None:
    world, memory = salon()
    assert waiting(world, 1) == {"waitlist_id": 1, "position": 1, "priorita": "NORMAL"}
    memory.clock.at = datetime(2026, 3, 9, 8, 1)
    assert waiting(world, 3) == {"waitlist_id": 2, "position": 2, "priorita": "NORMAL"}
    high: Priority = "HIGH"
    assert waiting(world, 4, priorita=high) == {"waitlist_id": 3, "position": 1, "priorita": "HIGH"}
    assert waiting(world, 2) == {"waitlist_id": 4, "position": 1, "priorita": "VIP"}
    assert waiting(world, 2, servizio_id=2)["position"] == 1
    listed = waitlist.list_entries(world, data=DAY, servizio_id=1)["waitlist"]
    assert [entry["cliente_id"] for entry in listed] == [2, 4, 1, 3]
    assert listed[0]["expires_at"] == "2026-04-08T08:01:00"


def test_nobody_waits_twice_for_the_same() -> None:
    world, memory = salon()
    first = waiting(world, 1)
    assert waiting(world, 1, ora_preferita=time(10)) == first
    assert len(memory.book.waitlist) == 1


def test_a_past_day_or_a_missing_id_is_refused() -> None:
    world, _ = salon()
    with pytest.raises(Refused, match="anticipo_minimo"):
        waitlist.add(world, cliente_id=1, servizio_id=1, data_preferita=in_days(-1))
    with pytest.raises(NotFound, match="cliente_id"):
        waiting(world, 99)
    with pytest.raises(NotFound, match="servizio_id"):
        waiting(world, 1, servizio_id=99)
    with pytest.raises(NotFound, match="operatore_preferito_id"):
        waiting(world, 1, operatore_preferito_id=99)


def test_the_first_who_fits_is_told_and_marked_once() -> None:
    world, memory = salon()
    booked(world, time(10), operatore_id=1)
    booked(world, time(10), operatore_id=2)
    waiting(world, 2, ora_preferita=time(10))
    waiting(world, 1, ora_preferita=time(11))
    told = waitlist.notify(world, data=DAY)
    assert (told["notified"]["cliente_id"], told["waitlist_id"], told["status"]) == (1, 2, "NOTIFIED")
    assert states(memory) == [(2, "WAITING"), (1, "NOTIFIED")]
    message = memory.messages()[-1]
    assert (message.template, message.to, dict(message.params)["ora"]) == ("waitlist_offer", "3401112223", "11:00")
    assert waitlist.notify(world, data=DAY) == {"notified": None}


def test_whoever_cannot_be_messaged_is_still_marked_and_returned() -> None:
    world, memory = salon()
    waiting(world, 3)
    assert waitlist.notify(world, data=DAY)["message_id"] is None
    assert (states(memory), memory.messages()) == ([(3, "NOTIFIED")], ())


def test_a_cancellation_offers_its_time_in_the_same_commit() -> None:
    world, memory = salon(operators=())
    made = booked(world, time(10))
    waiting(world, 2, ora_preferita=time(10))
    bookings.delete(world, id=made["id"])
    assert states(memory) == [(2, "NOTIFIED")]
    assert [message.template for message in memory.messages()] == ["booking_confirmation", "booking_cancellation", "waitlist_offer"]
    assert dict(memory.messages()[-1].params) == {
        "nome": "Omar", "data": "giovedì 12 marzo 2026", "ora": "10:00", "servizio": "Taglio", "operatore": "", "codice": "",
    }  # fmt: skip


def test_a_cancellation_is_matched_by_service_operator_and_hour() -> None:
    world, memory = salon()
    made = booked(world, time(10), operatore_id=1)
    booked(world, time(10), operatore_id=2, cliente_id=3)
    waiting(world, 2, servizio_id=2)
    waiting(world, 3, ora_preferita=time(10), operatore_preferito_id=2)
    waiting(world, 4, ora_preferita=time(10), operatore_preferito_id=1)
    bookings.delete(world, id=made["id"])
    assert states(memory) == [(2, "WAITING"), (3, "WAITING"), (4, "NOTIFIED")]


def test_nobody_is_offered_the_time_he_gave_up_himself() -> None:
    world, memory = salon(operators=())
    made = booked(world, time(10))
    waiting(world, 1)
    bookings.delete(world, id=made["id"])
    assert states(memory) == [(1, "WAITING")]


def test_a_move_offers_what_it_frees_and_not_what_it_takes() -> None:
    world, memory = salon(operators=())
    made = booked(world, time(10))
    waiting(world, 2, ora_preferita=time(11))
    waiting(world, 4, ora_preferita=time(10))
    bookings.update(world, id=made["id"], ora=time(11))
    assert states(memory) == [(2, "WAITING"), (4, "NOTIFIED")]


def test_an_entry_told_by_somebody_else_meanwhile_is_not_told_again() -> None:
    world, memory = salon()
    waiting(world, 1)
    waiting(world, 3)
    once = [MarkWaitlist(1, "NOTIFIED")]

    def meanwhile() -> None:
        while once:
            world.ledger.commit([once.pop()], NOW)

    memory.before_commit.append(meanwhile)
    assert waitlist.notify(world, data=DAY)["cliente_id"] == 3


def test_expired_entries_and_services_no_longer_offered_are_passed_over() -> None:
    world, memory = salon()
    world.ledger.commit([AddToWaitlist(1, CUT.id, DAY)], datetime(2026, 1, 1))
    waiting(world, 2, servizio_id=3)
    memory.book = replace(memory.book, services=memory.book.services[:2])
    assert waitlist.notify(world, data=DAY) == {"notified": None}
