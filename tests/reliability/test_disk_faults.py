"""A disk that takes no more, a file that could only be read for a while: told honestly, nothing half-written, over without a restart."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import apsw
import pytest

from pipeline.model.errors import Unavailable
from store import archive
from store.connection import Connection
from store.door import Door
from tests.reliability.business import asked, lay, whole
from tests.reliability.conftest import Starter
from tests.reliability.serving import Serving
from tests.reliability.test_database_faults import DOWN
from tests.store.shop import FrozenClock

resource: Any = pytest.importorskip("resource")
BOOKED = "SELECT count(*) FROM appuntamenti WHERE cliente_id = 1 AND stato = 'confermato'"


def limit(serving: Serving, size: int) -> None:
    """No file of the process may grow past this size."""
    resource.prlimit(serving.process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def database(serving: Serving) -> str:
    """What `health.check` says of the database."""
    return serving.call("health.check")["result"]["components"]["database"]["state"]


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="the size of another process's files can be limited on Linux only")
def test_a_disk_that_takes_no_more_is_told_by_health_until_it_is_over(tmp_path: Path) -> None:
    with Serving(tmp_path) as serving:
        serving.say("Vorrei una piega con Sara giovedì alle 16, sono Anna De Luca")
        assert database(serving) == "ok"
        limit(serving, os.path.getsize(f"{serving.path}-wal"))
        down = serving.say("sì")
        assert (down["text"], down["degraded"], down["action"]) == (DOWN, ["database"], None)
        assert [database(serving), database(serving)] == ["error", "error"]
        assert asked(serving.path, BOOKED) == (((0,),),)
        limit(serving, resource.RLIM_INFINITY)
        assert database(serving) == "ok"
        assert serving.say("sì")["action"]["type"] == "appuntamento_creato"
        assert (asked(serving.path, BOOKED), whole(serving.path)) == ((((1,),),), True)


def test_a_disk_without_room_is_told_before_a_caller_finds_out(start: Starter, monkeypatch: pytest.MonkeyPatch) -> None:
    program = start()
    monkeypatch.setattr(archive, "FEW_BYTES", 1 << 62)
    database = program.call("health.check")["result"]["components"]["database"]
    assert (database["state"], "no room" in database["detail"]) == ("error", True)


@pytest.fixture
def elsewhere() -> Iterator[Executor]:
    """Another thread of the process, which lives on: its connection is idle while it has nothing to do."""
    with ThreadPoolExecutor(1) as executor:
        yield executor


def clients(door: Door) -> Any:
    """How many there are, and the connection that said so."""
    with door.reading() as conn:
        return conn.value("SELECT count(*) FROM clienti"), conn


@pytest.mark.parametrize("error", [apsw.ReadOnlyError, apsw.IOError, apsw.CantOpenError])
def test_no_idle_connection_keeps_alive_what_was_wrong_with_the_file(tmp_path: Path, elsewhere: Executor, error: type[Exception]) -> None:
    wrong = threading.Event()

    def trace(sql: str) -> None:
        if wrong.is_set() and sql == "BEGIN IMMEDIATE":
            raise error("injected")

    door = Door(lay(tmp_path), FrozenClock(), create=False, trace=trace)
    count, idle = elsewhere.submit(clients, door).result()
    wrong.set()
    with pytest.raises(Unavailable):
        door.write_mark()
    wrong.clear()
    with pytest.raises(apsw.ConnectionClosedError):
        idle.value("SELECT 1")
    door.write_mark()
    assert elsewhere.submit(clients, door).result()[0] == count
    door.close()


def test_a_question_under_way_elsewhere_is_not_disturbed(tmp_path: Path, elsewhere: Executor) -> None:
    wrong, asked_there, go_on = threading.Event(), threading.Event(), threading.Event()

    def trace(sql: str) -> None:
        if wrong.is_set() and sql == "BEGIN IMMEDIATE":
            raise apsw.IOError("injected")

    door = Door(lay(tmp_path), FrozenClock(), create=False, trace=trace)

    def slow() -> Any:
        with door.reading() as conn:
            asked_there.set()
            go_on.wait(10)
            return conn.value("SELECT count(*) FROM clienti")

    answer = elsewhere.submit(slow)
    asked_there.wait(10)
    wrong.set()
    with pytest.raises(Unavailable):
        door.write_mark()
    go_on.set()
    assert answer.result() > 0
    door.close()


def test_connections_for_reading_are_left_once_the_file_can_be_written(
    tmp_path: Path, elsewhere: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = Door(lay(tmp_path), FrozenClock(), create=False)

    def yes(conn: Connection) -> bool:
        return True

    def no(path: str, mode: int) -> bool:
        return False

    monkeypatch.setattr(Connection, "read_only", yes)
    monkeypatch.setattr(os, "access", no)
    _, idle = elsewhere.submit(clients, door).result()
    monkeypatch.undo()
    door.write_mark()
    with pytest.raises(apsw.ConnectionClosedError):
        idle.value("SELECT 1")
    door.close()


def take_log_away(path: Path) -> None:
    """As a cleaner does, or somebody who restores a backup."""
    for end in ("-wal", "-shm"):
        os.remove(f"{path}{end}")


def elsewhere_asked(path: Path, question: str) -> str:
    """The first value of the answer, as another process reads it."""
    code = "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchone()[0])"
    return subprocess.run([sys.executable, "-c", code, str(path), question], check=True, capture_output=True, text=True).stdout.strip()


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be deleted there")
@pytest.mark.parametrize("moment", [0, 1, 2])
def test_a_booking_is_seen_by_everybody_although_the_log_was_deleted(start: Starter, moment: int) -> None:
    words = ("Vorrei una piega con Sara giovedì alle 16, sono Anna De Luca", "sì", "no grazie")
    program = start()
    program.say("buongiorno")
    turns = [program.say(each) for each in words[:moment]]
    take_log_away(program.path)
    turns += [program.say(each) for each in words[moment:]]
    assert [turn["step"] for turn in turns] == ["conferma", "altro", "chiusa"]
    assert (elsewhere_asked(program.path, BOOKED), elsewhere_asked(program.path, "PRAGMA quick_check")) == ("1", "ok")


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be deleted there")
def test_nothing_is_claimed_that_went_into_a_log_of_ones_own(tmp_path: Path) -> None:
    with Serving(tmp_path) as serving:
        serving.say("Vorrei una piega con Sara giovedì alle 16, sono Anna De Luca")
        take_log_away(serving.path)
        other: Any = apsw.Connection(str(serving.path))
        other.execute("UPDATE impostazioni SET valore = 'Da Mirella' WHERE chiave = 'nome_attivita'")
        turn = serving.say("sì")
        claimed = int(turn["action"] is not None)
        assert asked(serving.path, BOOKED) == (((claimed,),),)
        turn = serving.say("Vorrei una piega con Sara giovedì alle 17, sono Laura Gatti", "later")
        assert turn["step"] == "conferma"
        assert serving.say("sì", "later")["action"]["type"] == "appuntamento_creato"
        other.close()
        assert asked(serving.path, BOOKED.replace("cliente_id = 1", "data_ora_inizio = '2026-03-12T17:00:00'")) == (((1,),),)
    assert whole(serving.path)
    assert asked(serving.path, "SELECT valore FROM impostazioni WHERE chiave = 'nome_attivita'") == ((("Da Mirella",),),)
