"""The file missing, damaged, replaced, read-only, full: told honestly, never made worse, used again once it is mended."""

import os
import shutil
import threading
from datetime import datetime, time
from pathlib import Path
from typing import Any

import apsw
import pytest

from pipeline.model.errors import Unavailable
from pipeline.model.writes import AuditTurn
from store import Store, connection, open_store
from store.door import Door
from tests.store.desktop import make_desktop_file
from tests.store.raw import everything, holding_the_lock, sql
from tests.store.shop import NOW, THURSDAY, FrozenClock, Shop, open_shop

FOUR = datetime.combine(THURSDAY, time(16))


def opened(path: Path, create: bool = False) -> Store:
    return open_store(path, clock=FrozenClock(), create=create)


def test_a_missing_file_is_unavailable_and_is_not_made(tmp_path: Path) -> None:
    store = opened(tmp_path / "fluxion.db")
    with pytest.raises(Unavailable, match="database"):
        store.reads.settings()
    assert store.health()[0] == "error"
    assert list(tmp_path.iterdir()) == []


def test_a_missing_file_is_picked_up_when_it_appears(tmp_path: Path) -> None:
    store = opened(tmp_path / "fluxion.db")
    with pytest.raises(Unavailable):
        store.reads.settings()
    make_desktop_file(tmp_path / "fluxion.db", NOW)
    assert store.reads.settings().nome_attivita == "Salone Aurora"
    assert store.health() == ("ok", "desktop")
    store.close()


def test_a_missing_file_and_its_folder_are_made_where_that_is_allowed(tmp_path: Path) -> None:
    store = opened(tmp_path / "più a fondo" / "fluxion.db", create=True)
    assert store.reads.settings().nome_attivita == "FLUXION"
    assert (store.reads.services(), store.reads.lexicon().hours) == ((), ((),) * 7)
    store.close()


def test_a_file_that_disappears_is_not_replaced_by_an_empty_one(own_shop: Shop) -> None:
    kept = own_shop.path.with_name("spostato.db")
    own_shop.close()
    store = opened(own_shop.path, create=True)
    store.reads.settings()
    for end in ("", "-wal", "-shm"):
        if (part := Path(f"{own_shop.path}{end}")).exists():
            part.rename(f"{kept}{end}")
    with pytest.raises(Unavailable):
        store.reads.settings()
    assert not own_shop.path.exists()
    for end in ("", "-wal", "-shm"):
        if (part := Path(f"{kept}{end}")).exists():
            part.rename(f"{own_shop.path}{end}")
    assert store.reads.settings().nome_attivita == "Salone Aurora"
    store.close()


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "fluxion.db"
    path.write_bytes(b"questo non e un database " * 400)
    before = path.read_bytes()
    store = opened(path, create=True)
    with pytest.raises(Unavailable):
        store.reads.settings()
    with pytest.raises(Unavailable):
        store.ledger.commit([AuditTurn("rpc", NOW)], NOW)
    assert store.health()[0] == "error"
    assert "damaged" in store.health()[1]
    assert path.read_bytes() == before
    store.close()


def damaged(shop: Shop) -> bytes:
    """The shop's file with a page in its middle made unreadable."""
    shop.close()
    sql(shop.path, "PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(shop.path.read_bytes())
    root = sql(shop.path, "SELECT rootpage FROM sqlite_master WHERE name = 'appuntamenti'")[0][0]
    size = sql(shop.path, "PRAGMA page_size")[0][0]
    content[(root - 1) * size : root * size] = b"\xee" * size
    shop.path.write_bytes(content)
    return bytes(content)


def test_a_damaged_file_is_found_out_before_the_first_write(own_shop: Shop) -> None:
    content = damaged(own_shop)
    heard: list[str] = []
    store = open_store(own_shop.path, clock=FrozenClock(), create=True, on_event=heard.append)
    with pytest.raises(Unavailable):
        store.ledger.commit([AuditTurn("rpc", NOW)], NOW)
    store.close()
    assert heard == ["damaged"]
    assert own_shop.path.read_bytes() == content


def test_a_mended_file_is_used_again(own_shop: Shop) -> None:
    own_shop.close()
    sql(own_shop.path, "PRAGMA wal_checkpoint(TRUNCATE)")
    good = own_shop.path.with_name("buono")
    shutil.copy(own_shop.path, good)
    damaged(own_shop)
    store = opened(own_shop.path)
    with pytest.raises(Unavailable):
        store.ledger.commit([AuditTurn("rpc", NOW)], NOW)
    os.replace(good, own_shop.path)
    store.ledger.commit([AuditTurn("rpc", NOW)], NOW)
    assert store.health() == ("ok", "own")
    store.close()


def test_a_damaged_desktop_file_is_not_adopted(tmp_path: Path) -> None:
    path = make_desktop_file(tmp_path / "fluxion.db", NOW)
    content = damaged(Shop(opened(tmp_path / "none.db"), path, "desktop"))
    store = opened(path)
    with pytest.raises(Unavailable):
        store.reads.settings()
    store.close()
    assert path.read_bytes() == content


def test_a_file_that_can_only_be_read_still_answers_questions(own_shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    own_shop.close()
    monkeypatch.setattr(connection.apsw, "SQLITE_OPEN_READWRITE", apsw.SQLITE_OPEN_READONLY)
    store = opened(own_shop.path)
    assert store.reads.settings().nome_attivita == "Salone Aurora"
    with pytest.raises(Unavailable):
        store.ledger.commit([AuditTurn("rpc", NOW)], NOW)
    assert store.health()[0] == "error"
    store.close()


def test_a_full_disk_keeps_nothing_of_the_commit(own_shop: Shop) -> None:
    door = Door(own_shop.path, FrozenClock(), create=False)
    with door.reading() as conn:
        conn.value(f"PRAGMA max_page_count = {conn.value('PRAGMA page_count')}")
    store = Store(door, None, None)
    before = everything(own_shop.path)
    with pytest.raises(Unavailable):
        store.ledger.commit([AuditTurn("s1", NOW, "x" * 100_000), AuditTurn("s2", NOW)], NOW)
    assert everything(own_shop.path) == before
    store.ledger.commit([AuditTurn("s2", NOW)], NOW)
    store.close()


def test_many_threads_ask_and_write_at_once(own_shop: Shop) -> None:
    failures: list[BaseException] = []

    def work(name: str) -> None:
        try:
            for at in range(20):
                own_shop.talk(f"{name}-{at}", "buongiorno")
                assert own_shop.store.reads.session(f"{name}-{at}") is not None
        except BaseException as error:  # noqa: BLE001 - handed to the main thread
            failures.append(error)

    threads = [threading.Thread(target=work, args=(str(at),)) for at in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert sql(own_shop.path, "SELECT count(*) FROM voice_audit_log") == [(160,)]


def test_the_file_is_kept_as_the_house_wants_it(own_shop: Shop) -> None:
    door = Door(own_shop.path, FrozenClock(), create=False)
    with door.reading() as conn:
        found = {name: conn.value(f"PRAGMA {name}") for name in ("journal_mode", "foreign_keys", "synchronous", "secure_delete")}
    door.close()
    assert found == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "secure_delete": 1}


def test_no_personal_data_and_no_path_is_in_an_error_or_a_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    shop = open_shop(tmp_path, "own")
    sql(shop.path, "CREATE UNIQUE INDEX strict ON appuntamenti(note)")
    visits = [shop.visit(FOUR, "Piega"), shop.visit(FOUR, "Barba")]
    noted = [type(visit)(visit.cliente_id, visit.rows, visit.operatore_id, visit.code, "per Anna De Luca") for visit in visits]
    with pytest.raises(Unavailable) as failed:
        shop.commit(*noted)
    shop.close()
    said = f"{failed.value} {failed.value.message} {caplog.text}"
    assert [word for word in ("Luca", str(tmp_path), "INSERT", "appuntamenti") if word in said] == []


def test_two_programs_make_the_same_new_file_at_once(tmp_path: Path) -> None:
    stores = [opened(tmp_path / "fluxion.db", create=True) for _ in range(4)]
    results: list[Any] = []

    def ask(store: Store) -> None:
        results.append(store.reads.settings().nome_attivita)

    threads = [threading.Thread(target=ask, args=(store,)) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == ["FLUXION"] * 4
    assert sql(tmp_path / "fluxion.db", "SELECT version FROM schema_migrations") == [(1,)]
    for store in stores:
        store.close()


def test_a_lock_that_is_held_is_named_by_health_and_costs_nothing_afterwards(own_shop: Shop) -> None:
    lock = holding_the_lock(own_shop.path)
    assert own_shop.store.health() == ("error", "the database is locked by another program")
    lock.close()
    assert own_shop.store.health() == ("ok", "own")
    own_shop.talk("s1", "buongiorno")


def test_whoever_asks_again_for_a_held_lock_waits_only_briefly(own_shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.connection.BUSY_MS", 30)
    said: list[str] = []
    store = opened(own_shop.path)
    store.reads.settings()
    monkeypatch.setattr("store.connection.BUSY_MS", 60_000)
    monkeypatch.setattr("store.connection.BRIEF_MS", 1)
    lock = holding_the_lock(own_shop.path)
    for _ in range(3):
        with pytest.raises(Unavailable) as failed:
            store.ledger.commit([AuditTurn("rpc", NOW)], NOW)
        said.append(failed.value.message)
    lock.close()
    store.ledger.commit([AuditTurn("rpc", NOW)], NOW)
    assert said == ["the database is locked by another program"] * 3
    store.close()


def test_a_file_in_another_journal_mode_is_switched(tmp_path: Path) -> None:
    path = make_desktop_file(tmp_path / "fluxion.db", NOW)
    sql(path, "PRAGMA journal_mode = DELETE")
    store = opened(path)
    store.reads.settings()
    store.close()
    assert sql(path, "PRAGMA journal_mode") == [("wal",)]
