"""The app writes while a call goes on; its settings are honoured; people it has encrypted are neither guessed nor written down."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import apsw
import pytest

from pipeline.model.business import Client
from sidecar.clock import FrozenClock
from store import demo_data, open_store
from tests.desktop.stage import touched, whole
from tests.dialogue.phone import NOW, Line
from tests.store.desktop import client_id, make_desktop_file, slug

ANNA = "3401112233"
CHIARA = "3441230055"


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    """Anna's call on a file as the app leaves it."""
    call = called(tmp_path)
    yield call
    call.store.close()


def called(folder: Path, telefono: str | None = ANNA, now: datetime = NOW, sql: tuple[str, ...] = (), **options: bool) -> Line:
    """A call on a fresh file of the app's, after these statements of the app."""
    file = make_desktop_file(folder / "fluxion.db", now, **options)
    for statement in sql:
        app(folder, statement)
    store = open_store(file, clock=FrozenClock(now), create=False, data_dir=folder)
    store.warm_up()
    return Line(folder, now, telefono, store)


def app(folder: Path, sql: str, *values: Any) -> None:
    """The app writes from its own process."""
    connection: Any = apsw.Connection(str(folder / "fluxion.db"))
    try:
        connection.execute(sql, values)
    finally:
        connection.close()


def books(folder: Path, at: str, operator: str = "Sara") -> None:
    """Somebody is booked at the desk."""
    end = datetime.fromisoformat(at).replace(minute=30) if at.endswith("00:00") else datetime.fromisoformat(at)
    app(
        folder,
        "INSERT INTO appuntamenti (id, cliente_id, servizio_id, operatore_id, data_ora_inizio, data_ora_fine, durata_minuti, stato, prezzo,"
        " prezzo_finale) VALUES ('alla-cassa', ?, ?, ?, ?, ?, 30, 'Confermato', 20, 20)",
        client_id(7), slug("srv", "Piega"), slug("op", operator), at, end.isoformat(),
    )  # fmt: skip


def test_what_is_booked_at_the_desk_between_recap_and_yes_is_not_booked_twice(line: Line) -> None:
    line.say("vorrei una piega con Sara giovedì alle 16")
    books(line.folder, "2026-03-12T16:00:00")
    reply = line.say("sì")
    assert reply.step == "alternative"
    assert line.rows("SELECT count(*) FROM appuntamenti WHERE data_ora_inizio = '2026-03-12T16:00:00'") == [(1,)]


def test_what_is_moved_at_the_desk_is_free_for_the_next_question(line: Line) -> None:
    books(line.folder, "2026-03-12T16:00:00")
    assert line.say("vorrei una piega con Sara giovedì alle 16").step == "alternative"
    app(
        line.folder,
        "UPDATE appuntamenti SET data_ora_inizio = '2026-03-12T18:00:00', data_ora_fine = '2026-03-12T18:30:00' WHERE id = 'alla-cassa'",
    )
    assert line.say("e alle 16 proprio no?").step in ("conferma", "alternative")
    assert line.say("giovedì alle 16").step == "conferma"


def test_what_is_cancelled_at_the_desk_in_the_apps_spelling_is_free_for_the_next_question(line: Line) -> None:
    books(line.folder, "2026-03-12T16:00:00")
    assert line.say("vorrei una piega con Sara giovedì alle 16").step == "alternative"
    app(line.folder, "UPDATE appuntamenti SET stato = 'Cancellato' WHERE id = 'alla-cassa'")
    assert line.say("giovedì alle 16").step == "conferma"


@pytest.mark.parametrize("capitalised", [True, False])
def test_states_capitalised_in_the_middle_of_a_call_change_nothing(tmp_path: Path, capitalised: bool) -> None:
    line = called(tmp_path, CHIARA, capitalised=capitalised, sql=("UPDATE faq_settings SET valore = '0' WHERE chiave = 'ore_disdetta'",))
    try:
        assert line.say("devo disdire l'appuntamento di giovedì").step == "conferma"
        app(tmp_path, "UPDATE appuntamenti SET stato = upper(substr(stato, 1, 1)) || substr(stato, 2)")
        assert line.say("sì").action is not None
        states = line.rows(
            "SELECT lower(stato) FROM appuntamenti WHERE cliente_id = ? AND data_ora_inizio = '2026-03-12T09:00:00'", client_id(6)
        )
        assert states == [("cancellato",)]
    finally:
        line.store.close()


def test_a_booking_is_written_in_the_spelling_of_the_file(line: Line) -> None:
    before = whole(line.folder / "fluxion.db")
    line.say("vorrei una piega con Sara giovedì alle 16")
    line.say("sì")
    new = [key for key in touched(before, whole(line.folder / "fluxion.db")) if key not in before and key[0] == "appuntamenti"]
    assert [line.rows("SELECT stato, fonte_prenotazione FROM appuntamenti WHERE rowid = ?", key[1]) for key in new] == [
        [("Confermato", "voice")]
    ]


# The settings of the app


def test_the_cancellation_window_is_the_one_of_the_apps_faq_settings(tmp_path: Path) -> None:
    line = called(tmp_path, "3467890123", now=datetime(2026, 3, 10, 12, 0))
    try:
        reply = line.say("devo disdire l'appuntamento di domani")
        assert "24" in reply.text
        assert reply.action is None
    finally:
        line.store.close()


def test_a_value_the_owner_never_wrote_is_no_answer(line: Line) -> None:
    assert "DA_CONFIGURARE" not in line.say("c'è un parcheggio vicino?").text


def test_a_person_is_offered_after_as_many_attempts_as_the_app_says(tmp_path: Path) -> None:
    line = called(tmp_path, sql=("UPDATE voice_agent_config SET trasferisci_dopo_tentativi = 2",))
    try:
        assert line.say("").step != "handoff"
        assert line.say("").step == "handoff"
    finally:
        line.store.close()


def test_outside_the_hours_of_the_app_the_greeting_says_so(tmp_path: Path) -> None:
    line = called(tmp_path, sql=("UPDATE voice_agent_config SET orario_attivo_da = '10:00', orario_attivo_a = '18:00'",))
    try:
        asleep = line.say(None).text
    finally:
        line.store.close()
    awake = called(tmp_path / "later", now=datetime(2026, 3, 10, 11, 0), sql=("UPDATE voice_agent_config SET orario_attivo_da = '10:00'",))
    try:
        assert awake.say(None).text != asleep
    finally:
        awake.store.close()


def test_the_greeting_and_the_number_of_a_colleague_are_the_apps(tmp_path: Path) -> None:
    sql = "UPDATE voice_agent_config SET saluto_personalizzato = 'Benvenuti da noi', numero_trasferimento = '0277700011'"
    line = called(tmp_path, sql=(sql,))
    try:
        assert "Benvenuti da noi" in line.say(None).text
        assert "02 7770 0011" in line.say("vorrei parlare con una persona").text
    finally:
        line.store.close()


# Encrypted people


def people() -> list[Client]:
    """The demo's clients as the host decrypts them."""
    return [
        Client(client_id(at), name, surname, phone, data_nascita=date.fromisoformat(birth))
        for at, (name, surname, _, phone, birth, _) in enumerate(demo_data.CLIENTS, 1)
    ]


@pytest.mark.parametrize(
    "words", ["sono Anna De Luca, vorrei una piega con Sara giovedì alle 16", "sono Ettore Sabatini, vorrei una piega"]
)
def test_in_an_encrypted_file_nobody_is_looked_up_registered_or_booked(tmp_path: Path, words: str) -> None:
    line = called(tmp_path, None, encrypted=True)
    try:
        before = whole(tmp_path / "fluxion.db")
        reply = line.say(words, fails=True)
        line.say("sì", fails=True)
        changed = {key[0] for key in touched(before, whole(tmp_path / "fluxion.db"))}
    finally:
        line.store.close()
    assert "pii_encrypted" in reply.degraded
    assert changed <= {"voice_agent_stats"}


def test_with_the_hosts_index_a_call_books_and_leaves_no_name_in_the_file(tmp_path: Path) -> None:
    line = called(tmp_path, None, encrypted=True)
    try:
        line.store.archive.provide_index(people())
        assert line.say("sono Anna De Luca, vorrei una piega con Sara giovedì alle 16").step == "conferma"
        assert line.say("sì").action is not None
        rows = line.rows("SELECT cliente_id FROM appuntamenti WHERE data_ora_inizio = '2026-03-12T16:00:00'")
    finally:
        line.store.close()
    assert rows == [(client_id(1),)]
    left = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert [word for word in (b"De Luca", b"de luca", ANNA.encode()) if word in left] == []


def test_with_the_hosts_index_somebody_unknown_is_not_written_in_clear(tmp_path: Path) -> None:
    line = called(tmp_path, None, encrypted=True)
    try:
        line.store.archive.provide_index(people())
        before = line.rows("SELECT count(*) FROM clienti")
        for words in ("sono Ettore Sabatini, vorrei una piega con Sara giovedì alle 16", "sì", "3402218876", "sì", "no", "sì"):
            line.say(words, fails=True)
        assert line.rows("SELECT count(*) FROM clienti") == before
    finally:
        line.store.close()
