"""Tables of other programs that name somebody: full-text indexes, rows without number, notes of relatives."""

from typing import Any

import apsw
import pytest

from pipeline.desk.archive import EVERYDAY
from pipeline.model.writes import QueueMessage
from store.person import ANYWHERE, Heard, Person
from tests.store.raw import sql
from tests.store.shop import NOW, Shop

TABLES = """
CREATE VIRTUAL TABLE clienti_fts USING fts5(nome, cognome, telefono, note, content = 'clienti', content_rowid = 'rowid');
CREATE TRIGGER clienti_fts_new AFTER INSERT ON clienti BEGIN
  INSERT INTO clienti_fts(rowid, nome, cognome, telefono, note) VALUES (new.rowid, new.nome, new.cognome, new.telefono, new.note); END;
CREATE TRIGGER clienti_fts_changed AFTER UPDATE ON clienti BEGIN
  INSERT INTO clienti_fts(clienti_fts, rowid, nome, cognome, telefono, note)
    VALUES ('delete', old.rowid, old.nome, old.cognome, old.telefono, old.note);
  INSERT INTO clienti_fts(rowid, nome, cognome, telefono, note) VALUES (new.rowid, new.nome, new.cognome, new.telefono, new.note); END;
CREATE VIRTUAL TABLE ricerca USING fts5(testo);
CREATE TABLE messaggi(id INTEGER PRIMARY KEY, telefono TEXT, corpo TEXT);
CREATE TABLE schede(cliente_id TEXT PRIMARY KEY, dati TEXT) WITHOUT ROWID;
"""
PEOPLE = (
    ("e1", "Ermenegilda", "Fioravanzo", "+39 347 551 2889", "1971-07-14", "sorella di Zaccheo"),
    ("e2", "Zaccheo", "Fioravanzo", "3475512000", None, "fratello di Ermenegilda (347-5512889), nata 14/07/1971"),
)
TRACES = (b"ermenegilda", b"3475512889", b"347 551 2889", b"347-5512889", b"14/07/1971", b"1971-07-14")


@pytest.fixture
def shop_of_many(desktop_shop: Shop) -> Shop:
    """A file of the app with tables nobody here made."""
    desktop_shop.store.warm_up()
    connection: Any = apsw.Connection(str(desktop_shop.path))
    connection.execute(TABLES)
    people = "INSERT INTO clienti (id, nome, cognome, telefono, data_nascita, note) VALUES (?, ?, ?, ?, ?, ?)"
    connection.executemany(people, PEOPLE)
    connection.execute("INSERT INTO ricerca VALUES ('Ermenegilda Fioravanzo 347 551 2889'), ('Zaccheo')")
    connection.execute(
        "INSERT INTO messaggi (telefono, corpo) VALUES ('+393475512889', 'Ciao Ermenegilda, ti aspettiamo'), ('1', 'Ciao Anna')"
    )
    connection.execute("""INSERT INTO schede VALUES ('e1', '{"nome": "Ermenegilda"}'), ('e2', '{"nome": "Zaccheo"}')""")
    connection.close()
    return desktop_shop


def test_no_table_and_no_index_of_another_program_names_the_person(shop_of_many: Shop) -> None:
    shop_of_many.store.archive.erase("e1", NOW)
    left = b"".join(path.read_bytes() for path in sorted(shop_of_many.path.parent.rglob("*")) if path.is_file()).lower()
    assert [trace for trace in TRACES if trace in left] == []


def test_what_other_programs_hold_of_others_stays(shop_of_many: Shop) -> None:
    path = shop_of_many.path
    shop_of_many.store.archive.erase("e1", NOW)
    assert sql(path, "SELECT nome, cognome, note FROM clienti WHERE id = 'e2'") == [
        ("Zaccheo", "Fioravanzo", "fratello di [REDACTED] ([REDACTED]), nata [REDACTED]")
    ]
    assert sql(path, "SELECT corpo FROM messaggi ORDER BY id") == [("Ciao [REDACTED], ti aspettiamo",), ("Ciao Anna",)]
    assert sql(path, "SELECT dati FROM schede") == [('{"nome": "[REDACTED]"}',), ('{"nome": "Zaccheo"}',)]
    assert sql(path, "SELECT count(*) FROM clienti_fts WHERE clienti_fts MATCH 'zaccheo'") == [(1,)]
    assert sql(path, "SELECT testo FROM ricerca WHERE ricerca MATCH 'zaccheo'") == [("Zaccheo",)]
    assert sql(path, "SELECT count(*) FROM clienti_fts WHERE clienti_fts MATCH 'ermenegilda'") == [(0,)]


def test_text_in_bytes_is_searched_and_stays_bytes(desktop_shop: Shop) -> None:
    path, anna = desktop_shop.path, desktop_shop.client("Anna", "De Luca")
    sql(path, "CREATE TABLE allegati(id INTEGER PRIMARY KEY, dati)")
    picture = b"\x89PNG\x00\xffDe Luca"
    sql(path, "INSERT INTO allegati VALUES (1, ?), (2, ?), (3, ?)", b'{"cliente": "Anna De Luca"}', "Zoë De Luca".encode(), picture)
    desktop_shop.store.archive.erase(anna.id, NOW)
    assert sql(path, "SELECT dati FROM allegati ORDER BY id") == [
        (b'{"cliente": "[REDACTED] [REDACTED]"}',), ("Zoë [REDACTED]".encode(),), (picture,),
    ]  # fmt: skip


def test_a_name_in_columns_of_its_own_is_the_persons_and_another_with_the_surname_is_not(desktop_shop: Shop) -> None:
    path, martina = desktop_shop.path, desktop_shop.client("Martina", "Costa")
    sql(path, "CREATE TABLE rubrica(id INTEGER PRIMARY KEY, nome TEXT, cognome TEXT, note TEXT)")
    sql(
        path,
        "INSERT INTO rubrica VALUES (1, 'Martina', 'Costa', 'quanto costa?'), (2, 'Giorgio', 'Costa', NULL), (3, 'Bar', '', NULL)",
    )
    desktop_shop.store.archive.erase(martina.id, NOW, EVERYDAY)
    assert sql(path, "SELECT nome, cognome, note FROM rubrica ORDER BY id") == [
        ("[REDACTED]", "[REDACTED]", "quanto costa?"), ("Giorgio", "Costa", None), ("Bar", "", None),
    ]  # fmt: skip


def test_callers_write_while_a_file_is_searched_and_what_they_write_is_erased_too(own_shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    searched, written = Person.found_in, list[bool]()

    def found_in(person: Person, text: str, heard: Heard = ANYWHERE) -> bool:
        if not written:
            other: Any = apsw.Connection(str(own_shop.path))
            other.execute(
                "INSERT INTO sidecar_unanswered (question, created_at) VALUES ('sono Martina Costa, avete la sauna?', '2026-03-10')"
            )
            other.close()
            written.append(True)
        return searched(person, text, heard)

    own_shop.talk("s1", "vorrei una piega, quanto costa?")
    own_shop.talk("s2", "vengo con la signora costa")
    monkeypatch.setattr(Person, "found_in", found_in)
    own_shop.store.archive.erase(own_shop.client("Martina", "Costa").id, NOW, EVERYDAY)
    assert sql(own_shop.path, "SELECT question FROM sidecar_unanswered") == [("sono [REDACTED] [REDACTED], avete la sauna?",)]
    assert [row["user_input"] for row in own_shop.store.archive.audit(None, 9, 0)[0]] == ["vorrei una piega, quanto costa?", "[REDACTED]"]


def test_what_the_business_writes_about_its_time_is_searched_too(own_shop: Shop) -> None:
    sql(
        own_shop.path,
        "INSERT INTO blocchi_orario (operatore_id, ora_inizio, ora_fine, motivo) VALUES (1, '10:00', '11:00', 'prova di Martina Costa')",
    )
    own_shop.talk("s1", "viene anche la signora Costa", cliente_id=own_shop.client("Anna", "De Luca").id)
    own_shop.store.archive.erase(own_shop.client("Martina", "Costa").id, NOW, EVERYDAY)
    assert sql(own_shop.path, "SELECT motivo FROM blocchi_orario WHERE motivo LIKE 'prova%'") == [("prova di [REDACTED] [REDACTED]",)]
    # A hash of the words as they were would still tell whoever guesses them.
    said = "SELECT user_input, user_input_hash FROM voice_audit_log"
    assert sql(own_shop.path, said) == [("viene anche la signora [REDACTED]", None)]


def test_tables_with_rules_of_their_own_never_stop_an_erasure(desktop_shop: Shop) -> None:
    path = desktop_shop.path
    sql(path, "CREATE TABLE rubrica(id INTEGER PRIMARY KEY, telefono TEXT UNIQUE NOT NULL, nota TEXT)")
    sql(path, "CREATE TABLE schede(dati TEXT CHECK (json_valid(dati)))")
    sql(path, "CREATE TABLE numeri(numero TEXT NOT NULL CHECK (length(numero) < 11), di TEXT)")
    sql(path, "CREATE TABLE chiamate(numero INTEGER, di TEXT)")
    sql(path, "INSERT INTO chiamate VALUES (3401112233, 'Anna alle tre'), (393401112233, NULL), (3409998877, 'Anna')")
    sql(path, "INSERT INTO rubrica VALUES (1, '3401112233', 'Anna'), (2, '3285550101', 'Marco')")
    sql(path, """INSERT INTO schede VALUES ('{"telefono": 3401112233, "altri": [3401112233, 1]}')""")
    sql(path, "INSERT INTO numeri VALUES ('3401112233', 'lei'), ('3409998877', 'altri')")
    for nome, cognome in (("Anna", "De Luca"), ("Martina", "Costa")):
        sql(path, "UPDATE clienti SET telefono = '3285550101' WHERE cognome = 'Costa'")
        desktop_shop.store.archive.erase(desktop_shop.client(nome, cognome).id, NOW, EVERYDAY)
    assert [row[0][:10] for row in sql(path, "SELECT telefono FROM rubrica")] == ["[REDACTED]"] * 2
    assert sql(path, "SELECT dati FROM schede") == [('{"telefono":"[REDACTED]", "altri": ["[REDACTED]", 1]}',)]
    assert sql(path, "SELECT * FROM chiamate") == [(0, "[REDACTED] alle tre"), (0, None), (3409998877, "Anna")]
    assert sql(path, "SELECT numero, di FROM numeri") == [("[REDACTED]", "lei"), ("3409998877", "altri")]


def test_a_message_to_somebody_else_is_kept_without_the_person(own_shop: Shop) -> None:
    anna = own_shop.client("Anna", "De Luca")
    params = (("nome", "Anna"), ("nota", "viene con la signora Costa"))
    own_shop.commit(QueueMessage("m1", "3401112233", "booking_change", params, cliente_id=anna.id))
    own_shop.store.archive.erase(own_shop.client("Martina", "Costa").id, NOW, EVERYDAY)
    assert [(each.to, dict(each.params)) for each in own_shop.store.reads.messages()] == [
        ("3401112233", {"nome": "Anna", "nota": "viene con la signora [REDACTED]"})
    ]
