"""WhatsApp messages: written with the booking, told until acknowledged, once for each message_id, across restarts."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import apsw
import pytest

from pipeline.model.errors import Unavailable
from sidecar.jobs import Jobs
from sidecar.wiring import Parts
from tests.reliability.business import asked
from tests.reliability.conftest import Starter
from tests.reliability.faults import Faulty, Switch, raising
from tests.reliability.program import Program

BOOKING = ("Vorrei una piega con Sara giovedì alle 16, sono Anna De Luca", "sì")


class Hand:
    """The clock of a process, whose seconds a test turns."""

    def __init__(self, clock: Any) -> None:
        self._clock = clock
        self.began = self.seconds = clock.monotonic()

    def now(self) -> Any:
        return self._clock.now()

    def monotonic(self) -> float:
        return self.seconds


def booked(program: Program) -> list[dict[str, Any]]:
    """What the host was told after a booking by voice."""
    for words in BOOKING:
        program.say(words)
    program.call("ping")
    return [message["params"] for message in program.told if message["method"] == "whatsapp.send_template"]


def told_by_jobs(program: Program, seconds: range) -> list[tuple[int, str]]:
    """(second, message_id) of what the background work of a process tells the host."""
    heard: list[tuple[int, str]] = []
    clock = Hand(program.clock)
    at = 0

    def tell(method: str, params: dict[str, Any]) -> None:
        if method == "whatsapp.send_template":
            heard.append((at, params["message_id"]))

    parts, shared = program.host.parts()
    shared.outbox._clock = clock  # pyright: ignore[reportPrivateUsage] - the pauses are counted on a clock that a test can turn
    background = Jobs(program.host, clock, tell)
    background._day = program.clock.now().date()  # pyright: ignore[reportPrivateUsage] - the daily work is not the matter here
    assert parts.world.reads.settings()
    for at in seconds:
        clock.seconds = clock.began + at
        background.tick()
    return heard


def test_the_confirmation_follows_the_booking_and_is_a_row_of_its_own(start: Starter) -> None:
    program = start()
    messages = booked(program)
    assert [(m["to"], m["template"], m["params"]["nome"], m["params"]["ora"]) for m in messages] == [
        ("3401112233", "booking_confirmation", "Anna", "16:00")
    ]
    assert program.call("whatsapp.pending")["result"]["messages"][0]["message_id"] == messages[0]["message_id"]


def test_a_message_is_told_at_start_and_with_growing_pauses_until_it_is_acknowledged(start: Starter) -> None:
    message = booked(start())[0]["message_id"]
    second = start(fresh=False)
    second.call("settings.nome_attivita")
    moments = [at for at, told in told_by_jobs(second, range(0, 2000, 5)) if told == message]
    assert moments == [0, 30, 150, 750, 1350, 1950]
    third = start(fresh=False)
    third.call("whatsapp.ack", message_id=message, status="sent")
    assert told_by_jobs(third, range(0, 2000, 5)) == []
    fourth = start(fresh=False)
    fourth.call("settings.nome_attivita")
    assert told_by_jobs(fourth, range(0, 2000, 5)) == []


def test_an_acknowledgement_marks_every_row_of_the_visit(start: Starter) -> None:
    program = start()
    visit = program.call("appuntamenti.create", cliente_id=1, servizi=[1, 4], data="2026-03-12", ora="16:00")["result"]
    program.call("ping")
    message = next(told["params"] for told in program.told if told["method"] == "whatsapp.send_template")
    program.call("whatsapp.ack", message_id=message["message_id"], status="failed", error="no network")
    flags = f"SELECT whatsapp_confirmed, whatsapp_confirmed_at FROM appuntamenti WHERE id IN ({', '.join(map(str, visit['ids']))})"
    assert asked(program.path, flags) == (((0, None), (0, None)),)
    program.call("whatsapp.ack", message_id=message["message_id"], status="sent")
    assert asked(program.path, flags) == (((1, "2026-03-10T09:00:00"), (1, "2026-03-10T09:00:00")),)
    assert program.call("whatsapp.ack", message_id="unknown", status="sent")["error"]["code"] == -32001


def opted_out(connection: Any) -> None:
    connection.execute("UPDATE clienti SET consenso_whatsapp = 0 WHERE id = 1")


def on_a_landline(connection: Any) -> None:
    connection.execute("UPDATE clienti SET telefono = '0266670099' WHERE id = 1")


@pytest.mark.parametrize("change", [opted_out, on_a_landline])
def test_who_does_not_want_or_cannot_get_messages_gets_none(start: Starter, change: Callable[[Any], None]) -> None:
    program = start()
    connection: Any = apsw.Connection(str(program.path))
    change(connection)
    connection.close()
    assert booked(program) == []
    assert program.call("whatsapp.pending")["result"]["messages"] == []
    assert program.call("appuntamenti.list", cliente_id=1, **{"from": "2026-03-12"})["result"]["appuntamenti"][0]["ora"] == "16:00"


def test_a_host_that_never_answers_costs_nothing_else(start: Starter) -> None:
    program = start()
    booked(program)
    assert len(told_by_jobs(program, range(0, 4000, 5))) > 3
    health = program.call("health.check")["result"]
    assert health["components"]["whatsapp"]["state"] == "degraded"
    assert health["components"]["database"]["state"] == "ok"
    assert program.say("quanto costa la piega?", session="t")["degraded"] == []


def test_each_deed_has_its_message(start: Starter) -> None:
    program = start()
    visit = program.call("appuntamenti.create", cliente_id=1, servizi=[4], data="2026-03-12", ora="16:00")["result"]
    program.call("appuntamenti.update", id=visit["id"], ora="17:00")
    program.call("waitlist.add", cliente_id=2, servizio_id=4, data_preferita="2026-03-12", ora_preferita="17:00", operatore_preferito_id=1)
    program.call("appuntamenti.delete", id=visit["id"])
    program.call("ping")
    sent = [message["params"] for message in program.told if message["method"] == "whatsapp.send_template"]
    assert [message["template"] for message in sent] == ["booking_confirmation", "booking_change", "booking_cancellation", "waitlist_offer"]
    assert len({message["message_id"] for message in sent}) == 4
    assert {frozenset(message["params"]) for message in sent} == {frozenset(("nome", "data", "ora", "servizio", "operatore", "codice"))}


@pytest.mark.parametrize("change", ["consenso_whatsapp = 0", "deleted_at = '2026-03-10T09:00:00'"])
def test_who_took_the_consent_back_or_is_gone_is_not_written_to_any_more(start: Starter, change: str) -> None:
    program = start()
    assert len(booked(program)) == 1
    connection: Any = apsw.Connection(str(program.path))
    connection.execute(f"UPDATE clienti SET {change} WHERE id = 1")
    connection.close()
    assert program.call("whatsapp.pending")["result"]["messages"] == []
    second = start(fresh=False)
    second.call("settings.nome_attivita")
    assert told_by_jobs(second, range(0, 2000, 5)) == []


def test_a_booking_that_stands_is_told_although_the_file_fails_a_moment_later(start: Starter) -> None:
    gone = Switch()

    def change(parts: Parts) -> Parts:
        reads: Any = Faulty(parts.world.reads, gone, messages=raising(Unavailable("database")))
        return replace(parts, world=replace(parts.world, reads=reads))

    program = start(change)
    program.say(BOOKING[0])
    gone.on = True
    turn = program.say(BOOKING[1])
    assert (turn["action"]["type"], turn["degraded"], turn["step"]) == ("appuntamento_creato", [], "altro")
    gone.on = False
    assert len(told_by_jobs(program, range(0, 60, 5))) == 1


@pytest.mark.parametrize("params", ["{rotto", "[1]", "null"])
def test_a_message_whose_cells_cannot_be_read_stops_no_other(start: Starter, params: str) -> None:
    program = start()
    connection: Any = apsw.Connection(str(program.path))
    columns = "message_id, recipient, template, params, status, created_at"
    connection.execute(f"INSERT INTO whatsapp_outbox ({columns}) VALUES ('z', '3331112223', 'x', ?, 'pending', '')", (params,))
    connection.close()
    assert [message["to"] for message in booked(program) if message["message_id"] != "z"] == ["3401112233"]
