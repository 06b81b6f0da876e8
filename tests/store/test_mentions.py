"""Tables of other programs that name somebody: full-text indexes, rows without number, notes of relatives."""

from typing import Any

import apsw
import pytest

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
