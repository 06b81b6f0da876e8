"""A file the desktop app made: recognised, completed, and otherwise left as it was."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from pipeline.model.business import Client
from pipeline.model.errors import PiiEncrypted, Unavailable
from pipeline.model.session import Exchange, Slots
from pipeline.model.writes import AddToWaitlist, AuditTurn, CancelBooking, CreateClient, QueueMessage, SaveSession
from store import open_store
from tests.store.desktop import cipher, client_id, make_desktop_file
from tests.store.raw import everything, sql
from tests.store.shop import NOW, THURSDAY, FrozenClock, Shop, open_shop

FOUR = datetime.combine(THURSDAY, time(16))


def columns(path: Path) -> dict[str, list[str]]:
    tables = [row[0] for row in sql(path, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
    return {table: [row[1] for row in sql(path, f'PRAGMA table_info("{table}")')] for table in tables}


def test_nothing_of_the_apps_is_renamed_dropped_or_rewritten(tmp_path: Path) -> None:
    path = make_desktop_file(tmp_path / "fluxion.db", NOW, extra_appointments=500)
    tables, rows = columns(path), everything(path)
    store = open_store(path, clock=FrozenClock(), create=False)
    store.reads.settings()
    store.close()
    after = columns(path)
    assert {table: after[table][: len(names)] for table, names in tables.items()} == tables
    kept = {table: sorted(sql(path, f"SELECT {', '.join(names)} FROM {table}"), key=repr) for table, names in tables.items()}
    assert kept == rows


def test_what_is_new_is_a_table_of_the_contract_or_is_prefixed(tmp_path: Path) -> None:
    path = make_desktop_file(tmp_path / "fluxion.db", NOW)
    before = set(columns(path))
    store = open_store(path, clock=FrozenClock(), create=False)
    store.reads.settings()
    store.close()
    ours = {"voice_sessions", "voice_audit_log", "whatsapp_outbox", "secure_tokens", "schema_migrations"}
    assert {name for name in set(columns(path)) - before if not name.startswith("sidecar_")} == ours
    indexes = [row[0] for row in sql(path, "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")]
    assert [name for name in indexes if not name.startswith(("sidecar_ix_", "idx_appuntamenti_data"))] == []
    assert sql(path, "SELECT name FROM sqlite_master WHERE type = 'trigger'") == []


def test_opening_it_again_changes_nothing(tmp_path: Path) -> None:
    path = make_desktop_file(tmp_path / "fluxion.db", NOW)
    heard: list[str] = []
    for _ in range(2):
        store = open_store(path, clock=FrozenClock(), create=False, on_event=heard.append)
        store.reads.settings()
        store.close()
        heard.append("closed")
    assert heard == ["adopted", "closed", "closed"]
    schema = sql(path, "SELECT type, name, sql FROM sqlite_master ORDER BY name")
    store = open_store(path, clock=FrozenClock(NOW + timedelta(days=1)), create=False)
    store.reads.settings()
    store.close()
    assert sql(path, "SELECT type, name, sql FROM sqlite_master ORDER BY name") == schema


def test_one_backup_is_made_before_and_holds_the_file_as_it_was(tmp_path: Path) -> None:
    path = make_desktop_file(tmp_path / "fluxion.db", NOW)
    rows = everything(path)
    store = open_store(path, clock=FrozenClock(), create=False)
    store.reads.settings()
    backup = path.with_name("fluxion.db.sidecar-backup")
    assert everything(backup) == rows
    store.archive.anonymize(30, NOW + timedelta(days=6))
    assert backup.exists()
    store.archive.anonymize(30, NOW + timedelta(days=7))
    assert not backup.exists()
    store.close()


def test_the_apps_own_waiting_list_is_left_alone_beside_ours(desktop_shop: Shop) -> None:
    sql(
        desktop_shop.path,
        "INSERT INTO waitlist (cliente_id, operatore_id, servizio_id, data_richiesta, ora_richiesta)"
        " VALUES (?, 'op-sara', 'srv-piega', '2026-03-12', '16:00')",
        client_id(1),
    )  # fmt: skip
    before = sql(desktop_shop.path, "SELECT * FROM waitlist")
    desktop_shop.commit(AddToWaitlist(client_id(1), "srv-piega", THURSDAY))
    assert len(desktop_shop.store.reads.waitlist()) == 1
    assert sql(desktop_shop.path, "SELECT * FROM waitlist") == before
    assert sql(desktop_shop.path, "SELECT status FROM sidecar_waitlist") == [("WAITING",)]


def test_after_a_call_only_the_rows_it_was_about_differ(desktop_shop: Shop) -> None:
    ours = ("voice_sessions", "voice_audit_log", "whatsapp_outbox", "secure_tokens", "schema_migrations")
    before = everything(desktop_shop.path, *ours)
    desktop_shop.talk("s1", "una piega giovedì alle quattro", cliente_id=client_id(1))
    row = desktop_shop.commit(desktop_shop.visit(FOUR, "Piega")).bookings[0][0]
    after = everything(desktop_shop.path, *ours)
    assert {name for name in after if after[name] != before[name] and not name.startswith("sidecar_")} == {"appuntamenti"}
    assert [each for each in after["appuntamenti"] if each[0] != row] == before["appuntamenti"]


def test_a_new_row_has_an_id_of_the_apps_kind(desktop_shop: Shop) -> None:
    row = desktop_shop.commit(desktop_shop.visit(FOUR, "Piega")).bookings[0][0]
    assert isinstance(row, str)
    assert (len(row), int(row, 16) >= 0) == (32, True)


def test_ids_of_new_rows_are_the_same_in_a_replay(tmp_path: Path) -> None:
    shops = [open_shop(tmp_path / name, "desktop") for name in ("a", "b")]
    rows = [shop.commit(shop.visit(FOUR, "Piega")).bookings for shop in shops]
    assert rows[0] == rows[1]
    for shop in shops:
        shop.close()


def test_what_the_owner_left_unset_is_no_answer(desktop_shop: Shop) -> None:
    settings = desktop_shop.store.reads.settings()
    assert (settings.ore_disdetta, settings.extra) == (24, (("metodi_pagamento", "contanti e carte"),))


def test_the_voice_agents_own_settings_are_honoured(desktop_shop: Shop) -> None:
    sql(
        desktop_shop.path,
        "UPDATE voice_agent_config SET attivo = 0, orario_attivo_da = '08:00', orario_attivo_a = '20:00', trasferisci_dopo_tentativi = 2,"
        " saluto_personalizzato = 'Benvenuti'",
    )
    settings = desktop_shop.store.reads.settings()
    assert (settings.attivo_da, settings.attivo_a) == (time(8), time(20))
    assert (settings.tentativi_prima_operatore, settings.saluto, settings.numero_trasferimento) == (2, "Benvenuti", "0255501234")


def test_hours_written_elsewhere_are_ignored(desktop_shop: Shop) -> None:
    assert desktop_shop.store.reads.lexicon().hours[1] == ((time(9), time(13)), (time(14), time(19)))


def test_holidays_are_not_added_to_the_apps_list(desktop_shop: Shop) -> None:
    before = everything(desktop_shop.path)
    assert desktop_shop.store.renew_holidays(2026) == 0
    assert everything(desktop_shop.path) == before


def test_the_app_can_still_delete_its_own_rows(desktop_shop: Shop) -> None:
    anna = client_id(1)
    desktop_shop.talk("s1", "buongiorno", cliente_id=anna)
    desktop_shop.commit(AddToWaitlist(anna, "srv-piega", THURSDAY))
    sql(desktop_shop.path, "DELETE FROM appuntamenti WHERE cliente_id = ?", anna)
    sql(desktop_shop.path, "DELETE FROM clienti WHERE id = ?", anna)
    desktop_shop.talk("s1", "sono ancora qui", cliente_id=anna)
    assert desktop_shop.store.reads.client(anna) is None


def test_a_column_nobody_knows_is_told_to_the_doctor(desktop_shop: Shop) -> None:
    assert desktop_shop.store.notes() == ()
    sql(desktop_shop.path, "ALTER TABLE fatture RENAME TO vecchie_fatture")
    sql(desktop_shop.path, "INSERT INTO schema_migrations (version) VALUES (99)")
    desktop_shop.close()
    store = open_store(desktop_shop.path, clock=FrozenClock(), create=False)
    assert store.reads.settings().nome_attivita == "Salone Aurora"
    assert [note[:46] for note in store.notes()] == ["the file was last used by a newer program (sch"]
    store.close()


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "altro.db"
    sql(path, "CREATE TABLE ricette (id INTEGER PRIMARY KEY, nome TEXT)")
    store = open_store(path, clock=FrozenClock(), create=True)
    with pytest.raises(Unavailable):
        store.reads.settings()
    assert store.health()[0] == "error"
    store.close()
    assert set(columns(path)) == {"ricette"}


def test_a_file_that_lost_a_column_of_ours_gets_it_back(desktop_shop: Shop) -> None:
    desktop_shop.close()
    sql(desktop_shop.path, "DROP INDEX IF EXISTS sidecar_ix_appuntamenti_confirmation_code")
    sql(desktop_shop.path, "ALTER TABLE appuntamenti DROP COLUMN confirmation_code")
    store = open_store(desktop_shop.path, clock=FrozenClock(), create=False)
    shop = Shop(store, desktop_shop.path, "desktop")
    booking = store.reads.booking(shop.commit(shop.visit(FOUR, "Piega")).bookings[0][0])
    assert booking is not None
    assert booking.confirmation_code == "AB12CD"
    store.close()


@pytest.fixture
def hidden(tmp_path: Path) -> Iterator[Shop]:
    opened = open_shop(tmp_path, "desktop", encrypted=True)
    yield opened
    opened.close()


def test_encrypted_people_are_not_looked_up(hidden: Shop) -> None:
    reads = hidden.store.reads
    assert reads.encrypted()
    for question in (lambda: reads.clients_by_name("Anna", "De Luca"), lambda: reads.clients_by_phone("3401112233")):
        with pytest.raises(PiiEncrypted):
            question()
    with pytest.raises(PiiEncrypted):
        hidden.store.archive.search_clients(None, None, None, 10)


def test_a_ciphertext_is_never_a_name(hidden: Shop) -> None:
    client = hidden.store.reads.client(client_id(1))
    assert client is not None
    assert (client.nome, client.cognome, client.telefono, client.data_nascita) == ("", "", "", None)


def test_nobody_is_registered_in_an_encrypted_file(hidden: Shop) -> None:
    before = everything(hidden.path)
    with pytest.raises(PiiEncrypted):
        hidden.commit(CreateClient("Irene", "Sartori", "3391234567"))
    assert everything(hidden.path) == before


def test_a_file_where_only_some_are_encrypted_counts_as_encrypted(tmp_path: Path) -> None:
    shop = open_shop(tmp_path, "desktop", mixed=True)
    sql(shop.path, "DELETE FROM encryption_migration_state")
    assert shop.store.reads.encrypted()
    shop.close()


def lend(shop: Shop) -> None:
    shop.store.archive.provide_index([Client(client_id(1), "Anna", "De Luca", "3401112233", data_nascita=date(1985, 3, 14))])


def test_people_the_host_lends_are_found_and_stay_in_memory(hidden: Shop) -> None:
    lend(hidden)
    found = hidden.store.reads.clients_by_name("Anna", "De Luca").exact
    assert [(client.id, client.telefono) for client in found] == [(client_id(1), "3401112233")]
    assert [client.id for client in hidden.store.reads.clients_by_phone("+39 3401112233")] == [client_id(1)]
    hidden.close()
    assert b"De Luca" not in b"".join(path.read_bytes() for path in hidden.path.parent.iterdir())


def test_a_call_on_an_encrypted_file_leaves_ids_only(hidden: Shop) -> None:
    lend(hidden)
    session = hidden.session("s1", client_id(1))
    known = replace(session.dialogue, slots=Slots(cliente_id=client_id(1), nome="Anna", cognome="De Luca", telefono="3401112233"))
    session = replace(session, dialogue=known, history=(Exchange("sono Anna De Luca", "Buongiorno Anna De Luca"),))
    message = QueueMessage("m1", "3401112233", "booking_confirmation", (("nome", "Anna"), ("ora", "16:00")), cliente_id=client_id(1))
    audit = AuditTurn("s1", NOW, "sono Anna De Luca", slots='{"cognome":"De Luca"}')
    said = '{"text":"Buongiorno Anna De Luca, il numero è 3401112233?"}'.encode()
    hidden.store.ledger.commit([SaveSession(session), audit, message], NOW, request_id="r1", answer=lambda made: said)
    assert hidden.store.reads.answer("r1") == said
    assert hidden.store.reads.session("s1") == session
    sent = hidden.store.reads.messages()[0]
    assert (sent.to, dict(sent.params)) == ("3401112233", {"nome": "Anna", "ora": "16:00"})
    hidden.close()
    left = b"".join(path.read_bytes() for path in hidden.path.parent.iterdir())
    assert [word for word in (b"De Luca", b"3401112233") if word in left] == []


def test_a_note_in_an_encrypted_file_names_nobody_and_keeps_its_words(hidden: Shop) -> None:
    lend(hidden)
    visit = replace(hidden.visit(FOUR, "Piega", cliente_id=client_id(1)), note="Anna De Luca (340 111 2233) porta il cane, capelli bianchi")
    ids = hidden.commit(visit).bookings[0]
    hidden.commit(CancelBooking(ids, reason="la De Luca è malata"))
    told = "[REDACTED] [REDACTED] ([REDACTED]) porta il cane, capelli bianchi - la [REDACTED] è malata"
    assert sql(hidden.path, "SELECT note FROM appuntamenti WHERE id = ?", ids[0]) == [(told,)]


def test_operators_without_a_readable_name_get_a_number(hidden: Shop) -> None:
    sql(hidden.path, "UPDATE operatori SET nome = ?, cognome = ? WHERE id = 'op-sara'", cipher("Sara"), cipher("Conti"))
    assert next((operator.nome, operator.cognome) for operator in hidden.store.reads.operators()) == ("Operatore 1", "")
