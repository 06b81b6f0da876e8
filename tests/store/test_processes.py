"""Several programs on one file, and a program that dies in the middle: no double booking, nothing half-written."""

import os
import signal
from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import NoReturn

import pytest

from pipeline.model.writes import BookSlot, CreateClient, QueueMessage, SaveSession
from pipeline.ports import RecheckFailed
from store import Store, open_store
from tests.store.desktop import make_desktop_file
from tests.store.raw import everything, sql
from tests.store.shop import NOW, THURSDAY, FrozenClock, Kind, Shop, free_at, open_shop

FOUR = datetime.combine(THURSDAY, time(16))
BOOKED, REFUSED, BROKEN = 0, 3, 7


def in_a_child(work: Callable[[], int]) -> int:
    """The process id of a child that carries out the work and ends with its result."""
    child = os.fork()
    if child == 0:
        _end_with(work)
    return child


def _end_with(work: Callable[[], int]) -> NoReturn:
    code = BROKEN
    try:
        code = work()
    finally:
        os._exit(code)


def outcome(child: int) -> int:
    """The exit code of a child; minus the signal where one killed it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def ready(folder: Path, kind: Kind) -> Shop:
    """A shop whose file is complete and closed, so that a child may open it."""
    shop = open_shop(folder, kind)
    shop.store.reads.settings()
    shop.close()
    return shop


def again(shop: Shop, trace: Callable[[str], None] | None = None) -> Shop:
    store: Store = open_store(shop.path, clock=FrozenClock(), create=False, trace=trace)
    return Shop(store, shop.path, shop.kind)


@pytest.mark.parametrize("kind", ["own", "desktop"])
def test_two_programs_that_want_one_slot_get_one_row(tmp_path: Path, kind: Kind) -> None:
    shop = ready(tmp_path, kind)
    gate_out, gate_in = os.pipe()

    def book(code: str) -> int:
        mine = again(shop)
        sara = mine.operator("Sara").id
        visits = [mine.visit(FOUR + timedelta(hours=at), "Piega", code=f"{code}{at}") for at in range(3)]
        os.close(gate_in)
        os.read(gate_out, 1)
        refused = 0
        for at, visit in enumerate(visits):
            try:
                mine.store.ledger.commit([visit], NOW, free_at(FOUR + timedelta(hours=at), sara))
            except RecheckFailed:
                refused += 1
        return refused

    children = [in_a_child(lambda code=code: book(code)) for code in ("A", "B", "C")]
    os.close(gate_in)
    os.close(gate_out)
    assert sum(outcome(child) for child in children) == 6
    theirs = "SELECT data_ora_inizio, count(*) FROM appuntamenti WHERE confirmation_code GLOB '[ABC][012]' GROUP BY data_ora_inizio"
    rows = sql(shop.path, theirs)
    assert rows == [("2026-03-12T16:00:00", 1), ("2026-03-12T17:00:00", 1), ("2026-03-12T18:00:00", 1)]


def killer_at(statement: int) -> Callable[[str], None]:
    """Ends its own process without warning before that statement, counted from 1."""
    left = [statement]

    def count(_: str) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    return count


def whole_commit(shop: Shop) -> None:
    """A commit of every kind a booking needs."""
    writes = [
        CreateClient("Irene", "Sartori", "3391234567"),
        BookSlot(None, shop.rows(FOUR, "Taglio Donna", "Piega"), shop.operator("Sara").id, "KILL99"),
        QueueMessage("m9", "3391234567", "booking_confirmation", (("nome", "Irene"),), of_booking=True),
        SaveSession(shop.session("kill")),
    ]
    shop.store.ledger.commit(writes, NOW, request_id="kill", answer=lambda made: b"{}")


def traces(path: Path) -> list[int]:
    """How many rows of each kind the commit left: client, appointments, message, session, answer."""
    questions = (
        "SELECT count(*) FROM clienti WHERE cognome = 'Sartori'", "SELECT count(*) FROM appuntamenti WHERE confirmation_code = 'KILL99'",
        "SELECT count(*) FROM whatsapp_outbox WHERE message_id = 'm9'", "SELECT count(*) FROM voice_sessions WHERE id = 'kill'",
        "SELECT count(*) FROM sidecar_answers WHERE request_id = 'kill'",
    )  # fmt: skip
    return [sql(path, question)[0][0] for question in questions]


@pytest.mark.parametrize("kind", ["own", "desktop"])
def test_a_program_killed_at_any_statement_leaves_all_of_the_booking_or_nothing(tmp_path: Path, kind: Kind) -> None:
    shop = ready(tmp_path, kind)
    before = everything(shop.path)
    seen: list[list[int]] = []
    ended: list[int] = []
    while BOOKED not in ended and len(ended) < 300:
        killer = killer_at(3 * len(ended) + 1)
        ended.append(outcome(in_a_child(lambda kill=killer: (whole_commit(again(shop, kill)), BOOKED)[1])))
        seen.append(traces(shop.path))
    assert ended == [-signal.SIGKILL] * (len(ended) - 1) + [BOOKED]
    assert seen == [[0, 0, 0, 0, 0]] * (len(seen) - 1) + [[1, 2, 1, 1, 1]]
    assert len(seen) > 15
    assert sql(shop.path, "PRAGMA quick_check") == [("ok",)]
    untouched = ("clienti", "appuntamenti", "whatsapp_outbox", "voice_sessions", "sidecar_answers")
    assert everything(shop.path, *untouched) == {name: rows for name, rows in before.items() if name not in untouched}


def adopted(path: Path, trace: Callable[[str], None]) -> int:
    """The result of a program that opens the file for the first time."""
    open_store(path, clock=FrozenClock(), create=False, trace=trace).reads.settings()
    return BOOKED


def test_a_program_killed_while_it_adopts_leaves_the_file_as_it_was_or_complete(tmp_path: Path) -> None:
    path = make_desktop_file(tmp_path / "fluxion.db", NOW)
    tables = "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name"
    before = sql(path, tables)
    states: list[bool] = []
    ended: list[int] = []
    while BOOKED not in ended and len(ended) < 100:
        killer = killer_at(13 * len(ended) + 1)
        ended.append(outcome(in_a_child(lambda kill=killer: adopted(path, kill))))
        states.append(sql(path, tables) == before)
    assert (states[0], states == sorted(states, reverse=True), ended[-1]) == (True, True, BOOKED)
    assert len(ended) > 10
    store = open_store(path, clock=FrozenClock(), create=False)
    assert store.reads.settings().nome_attivita == "Salone Aurora"
    store.close()
    assert len(sql(path, tables)) > len(before)
