"""The fault matrix of the database: what is wrong with it, at which moment of the turn. Nothing half-written, the shop's number is said,
and the same words work once it is back, without a restart."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import apsw
import pytest

from store import connection
from tests.reliability.business import FILE, Caller, lay, state, whole
from tests.reliability.conftest import Starter
from tests.reliability.points import Counter

WORDS = ("Vorrei una piega con Sara giovedì alle 16, sono Anna De Luca", "sì", "no grazie")
STEPS = ("conferma", "altro", "chiusa")
DOWN = "Non riesco ad accedere ai dati. La prego di contattare il negozio direttamente al 02 5550 1234."
DOWN_UNKNOWN = "Non riesco ad accedere ai dati. La prego di contattare il negozio direttamente."

ERRORS: Mapping[str, type[Exception]] = {
    "is locked": apsw.BusyError,
    "cannot be written": apsw.ReadOnlyError,
    "is full": apsw.FullError,
    "cannot be read": apsw.IOError,
    "cannot be opened": apsw.CantOpenError,
}


def failing_at(error: type[Exception], statement: int) -> Counter:
    """A counter that fails that statement."""

    def deed() -> None:
        raise error("injected")

    return Counter(statement, deed)


def statements_of(turn: int, folder: Path) -> int:
    """How many statements that turn makes when nothing is wrong."""
    counter = Counter()
    lay(folder)
    caller = Caller(folder, trace=counter.point)
    caller.world.reads.settings()
    for number, words in enumerate(WORDS[: turn + 1]):
        counter.passed, counter.armed = 0, number == turn
        caller.say(words)
    caller.store.close()
    return counter.passed


@pytest.mark.parametrize("turn", [0, 1, 2])
@pytest.mark.parametrize("fault", ERRORS)
def test_a_statement_that_fails_costs_the_turn_and_nothing_else(tmp_path: Path, fault: str, turn: int) -> None:
    for statement in range(1, statements_of(turn, tmp_path / "good") + 1):
        folder = tmp_path / str(statement)
        path = lay(folder)
        counter = failing_at(ERRORS[fault], statement)
        caller = Caller(folder, trace=counter.point)
        for words in WORDS[:turn]:
            caller.say(words)
        caller.world.reads.settings()
        before = state(path)
        counter.armed = True
        reply = caller.say(WORDS[turn], fails=True)
        counter.armed = False
        caller.errors.clear()
        assert counter.passed >= statement
        assert (reply.text, reply.degraded, state(path)) == (DOWN, ("database",), before)
        again = [caller.say(words) for words in WORDS[turn:]]
        assert [each.step for each in again] == list(STEPS[turn:])
        assert whole(path)
        caller.store.close()


def lock(path: Path) -> Callable[[], None]:
    holder: Any = apsw.Connection(str(path))
    holder.execute("BEGIN IMMEDIATE")
    return holder.close


def hide(path: Path) -> Callable[[], None]:
    away = path.with_suffix(".away")
    for end in ("", "-wal", "-shm"):
        if os.path.exists(f"{path}{end}"):
            os.rename(f"{path}{end}", f"{away}{end}")

    def back() -> None:
        for end in ("", "-wal", "-shm"):
            if os.path.exists(f"{away}{end}"):
                os.replace(f"{away}{end}", f"{path}{end}")

    return back


def spoil(path: Path) -> Callable[[], None]:
    flat(path)
    good = path.read_bytes()
    path.write_bytes(good[:100] + b"\xff" * (len(good) - 100))

    def mend() -> None:
        fresh = path.with_suffix(".good")
        fresh.write_bytes(good)
        for end in ("-wal", "-shm"):
            Path(f"{path}{end}").unlink(missing_ok=True)
        os.replace(fresh, path)

    return mend


def flat(path: Path) -> None:
    """Everything in the one file."""
    writer: Any = apsw.Connection(str(path))
    writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    writer.close()


def overwrite(path: Path) -> Callable[[], None]:
    mend = spoil(path)
    path.write_bytes(b"no database at all " * 400)
    return mend


WRONG: Mapping[str, Callable[[Path], Callable[[], None]]] = {"locked": lock, "gone": hide, "corrupt": spoil, "overwritten": overwrite}


@pytest.mark.parametrize("moment", [0, 1, 2])
@pytest.mark.parametrize("wrong", WRONG)
def test_the_call_goes_on_once_the_file_is_back(start: Starter, monkeypatch: pytest.MonkeyPatch, wrong: str, moment: int) -> None:
    monkeypatch.setattr(connection, "BUSY_MS", 100)
    program = start()
    program.call("settings.nome_attivita")
    turns = [program.say(words) for words in WORDS[:moment]]
    before = state(program.path)
    back = WRONG[wrong](program.path)
    down = [program.say(WORDS[moment]) for _ in range(2)]
    assert [(turn["text"], turn["degraded"], turn["action"]) for turn in down] == [(DOWN, ["database"], None)] * 2
    health = program.call("health.check")["result"]
    assert (health["status"], health["components"]["database"]["state"]) == ("degraded", "error")
    back()
    assert state(program.path) == before
    program.parts[0].store.reads._door._locked_until = 0.0  # pyright: ignore[reportPrivateUsage] - instead of waiting for the clock
    turns += [program.say(words) for words in WORDS[moment:]]
    assert [turn["step"] for turn in turns] == list(STEPS)
    assert whole(program.path)
    assert program.call("health.check")["result"]["components"]["database"]["state"] == "ok"


def test_a_corrupt_file_is_never_written(start: Starter) -> None:
    program = start()
    program.say("buongiorno")
    spoil(program.path)
    damaged = program.path.read_bytes()
    answers: list[Any] = [program.say(words) for words in WORDS]
    answers.append(program.call("clienti.create", nome="Ilaria", cognome="Provenzani", telefono="3401239876"))
    assert answers[-1]["error"]["code"] == -32005
    assert "damaged" in program.call("health.check")["result"]["components"]["database"]["detail"]
    assert program.path.read_bytes() == damaged


def test_a_number_that_was_never_read_is_not_said(start: Starter) -> None:
    program = start(db_explicit=False)
    back = hide(program.path)
    turn = program.say("Vorrei una piega")
    assert (turn["text"], turn["degraded"]) == (DOWN_UNKNOWN, ["database"])
    back()
    assert program.say("Vorrei una piega")["degraded"] == []


def test_the_settings_are_kept_in_memory_when_the_file_goes(tmp_path: Path) -> None:
    path = lay(tmp_path)
    caller = Caller(tmp_path)
    caller.session = "s"
    caller.world.reads.settings()
    hide(path)
    reply = caller.say(WORDS[0], fails=True)
    assert reply.text == DOWN
    assert caller.world.reads.last_settings().telefono == "0255501234"
    assert caller.world.reads.last_lexicon().services != ()
    assert not (tmp_path / FILE).exists()
    caller.store.close()
