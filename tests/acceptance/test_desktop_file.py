"""docs/contract section 4 on a file the desktop app made: TEXT ids, its own tables, another spelling of every state."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.acceptance.program import Json, Program, Shop

SCHEMA = """
PRAGMA journal_mode = WAL;
CREATE TABLE clienti (id TEXT PRIMARY KEY DEFAULT (lower(hex(randomblob(16)))), nome TEXT NOT NULL, cognome TEXT NOT NULL, email TEXT,
  telefono TEXT NOT NULL, data_nascita TEXT, indirizzo TEXT, note TEXT, tags TEXT, fonte TEXT, consenso_marketing INTEGER DEFAULT 0,
  consenso_whatsapp INTEGER DEFAULT 0, data_consenso TEXT, created_at TEXT DEFAULT (datetime('now')),
  updated_at TEXT DEFAULT (datetime('now')),
  deleted_at TEXT, is_vip INTEGER DEFAULT 0, soprannome TEXT);
CREATE TABLE servizi (id TEXT PRIMARY KEY, nome TEXT NOT NULL, descrizione TEXT, categoria TEXT, prezzo REAL NOT NULL,
  iva_percentuale REAL DEFAULT 22, durata_minuti INTEGER NOT NULL, buffer_minuti INTEGER DEFAULT 0, attivo INTEGER DEFAULT 1,
  ordine INTEGER DEFAULT 0);
CREATE TABLE operatori (id TEXT PRIMARY KEY, nome TEXT NOT NULL, cognome TEXT NOT NULL, email TEXT, telefono TEXT, ruolo TEXT,
  attivo INTEGER DEFAULT 1, specializzazioni TEXT, genere TEXT);
CREATE TABLE operatori_servizi (operatore_id TEXT NOT NULL, servizio_id TEXT NOT NULL, priorita INTEGER DEFAULT 0);
CREATE TABLE operatori_assenze (id TEXT PRIMARY KEY, operatore_id TEXT, data_inizio TEXT, data_fine TEXT, tipo TEXT,
  approvata INTEGER DEFAULT 1);
CREATE TABLE orari_lavoro (id TEXT PRIMARY KEY, giorno_settimana INTEGER NOT NULL, ora_inizio TEXT NOT NULL, ora_fine TEXT NOT NULL,
  tipo TEXT DEFAULT 'lavoro', operatore_id TEXT);
CREATE TABLE giorni_festivi (id TEXT PRIMARY KEY, data TEXT NOT NULL UNIQUE, descrizione TEXT, ricorrente INTEGER DEFAULT 0);
CREATE TABLE blocchi_orario (id TEXT PRIMARY KEY, operatore_id TEXT, giorno_settimana INTEGER, data_specifica TEXT, ora_inizio TEXT,
  ora_fine TEXT, motivo TEXT, ricorrente INTEGER DEFAULT 0, attivo INTEGER DEFAULT 1);
CREATE TABLE appuntamenti (id TEXT PRIMARY KEY DEFAULT (lower(hex(randomblob(16)))), cliente_id TEXT NOT NULL REFERENCES clienti(id),
  servizio_id TEXT NOT NULL REFERENCES servizi(id), operatore_id TEXT REFERENCES operatori(id), data_ora_inizio TEXT NOT NULL,
  data_ora_fine TEXT NOT NULL, durata_minuti INTEGER NOT NULL, stato TEXT DEFAULT 'Bozza', prezzo REAL NOT NULL,
  sconto_percentuale REAL DEFAULT 0, prezzo_finale REAL NOT NULL, note TEXT, note_interne TEXT, fonte_prenotazione TEXT DEFAULT 'manuale',
  reminder_inviato INTEGER DEFAULT 0, created_at TEXT DEFAULT (datetime('now')), updated_at TEXT DEFAULT (datetime('now')),
  override_info TEXT, deleted_at TEXT);
CREATE TABLE impostazioni (chiave TEXT PRIMARY KEY, valore TEXT, tipo TEXT);
CREATE TABLE faq_settings (chiave TEXT PRIMARY KEY, valore TEXT, categoria TEXT, descrizione TEXT);
CREATE TABLE waitlist (id TEXT PRIMARY KEY, cliente_id TEXT NOT NULL, operatore_id TEXT NOT NULL, servizio_id TEXT NOT NULL,
  data_richiesta TEXT NOT NULL, ora_richiesta TEXT NOT NULL, priorita INTEGER, stato TEXT, creato_il TEXT, notificato_il TEXT,
  scadenza_risposta TEXT);
CREATE TABLE voice_agent_stats (id TEXT PRIMARY KEY, data TEXT UNIQUE, chiamate_totali INTEGER DEFAULT 0,
  chiamate_completate INTEGER DEFAULT 0,
  chiamate_abbandonate INTEGER DEFAULT 0, appuntamenti_creati INTEGER DEFAULT 0, durata_media_secondi REAL DEFAULT 0);
INSERT INTO clienti (id, nome, cognome, telefono, data_nascita, consenso_whatsapp) VALUES
  ('9f3a', 'Lidia', 'Prato', '340 555 0001', '1980-02-03', 1), ('7', 'Remo', 'Valli', '+39 340 555 0002', NULL, 1);
INSERT INTO servizi (id, nome, categoria, prezzo, durata_minuti, buffer_minuti, ordine) VALUES
  ('srv-taglio-uomo', 'Taglio Uomo', 'Capelli', 18, 30, 0, 1), ('srv-colore', 'Colore', 'Capelli', 50, 60, 15, 2), ('srv-viso',
  'Pulizia Viso', 'Viso', 45, 45, 0, 3);
INSERT INTO operatori (id, nome, cognome, genere) VALUES ('op-marco', 'Marco', 'Riva', 'M'), ('op-lia', 'Lia', 'Sole', 'F');
INSERT INTO operatori_servizi VALUES ('op-marco', 'srv-taglio-uomo', 0);
INSERT INTO appuntamenti (id, cliente_id, servizio_id, operatore_id, data_ora_inizio, data_ora_fine, durata_minuti, stato,
  prezzo, prezzo_finale) VALUES
  ('a1', '9f3a', 'srv-colore', 'op-lia', '2026-03-12T10:00:00', '2026-03-12T11:00:00', 60, 'Confermato', 50, 50),
  ('a2', '7', 'srv-taglio-uomo', 'op-marco', '2026-03-12T10:00:00', '2026-03-12T10:30:00', 30, 'Rifiutato', 18, 18),
  ('a3', '7', 'srv-taglio-uomo', 'op-marco', '2026-03-11T10:00:00', '2026-03-11T10:30:00', 30, 'Completato', 18, 18);
INSERT INTO impostazioni VALUES ('nome_attivita', 'Bottega Riva', 'string'), ('orario_apertura', '06:00', 'string'),
  ('telefono_attivita', '0255509999', 'string'),
  ('indirizzo_completo', 'Via Lunga 3, Lodi', 'string'), ('giorni_lavorativi', '["lun"]', 'json');
INSERT INTO faq_settings VALUES ('ore_disdetta', '24', NULL, NULL), ('metodi_pagamento', 'contanti e carta', NULL, NULL),
  ('info_parcheggio', '{{DA_CONFIGURARE}}', NULL, NULL);
INSERT INTO waitlist VALUES ('w1', '7', 'op-lia', 'srv-viso', '2026-03-12', '10:00', 1, 'attivo', NULL, NULL, NULL);
INSERT INTO giorni_festivi VALUES ('g1', '2025-12-25', 'Natale', 1);
"""


def write_file(shop: Shop, schema: str) -> None:
    """A file as the desktop app makes it, written by hand, with its default hours."""
    with closing(sqlite3.connect(shop.db)) as connection:
        connection.executescript(schema)
        hours = [(d, a, b, "lavoro") for d in range(1, 6) for a, b in (("09:00", "13:00"), ("14:00", "20:00"))]
        hours += [(d, "13:00", "14:00", "pausa") for d in range(1, 6)] + [(6, "09:00", "13:00", "lavoro")]
        for number, row in enumerate(hours):
            insert = "INSERT INTO orari_lavoro (id, giorno_settimana, ora_inizio, ora_fine, tipo) VALUES (?, ?, ?, ?, ?)"
            connection.execute(insert, (f"o{number}", *row))
        connection.commit()


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """A plain file."""
    shop = Shop(tmp_path_factory.mktemp("desktop"), demo=False)
    write_file(shop, SCHEMA)
    return shop


@pytest.fixture(scope="module")
def program(shop: Shop) -> Iterator[Program]:
    """A server on it."""
    with shop.serving() as running:
        yield running


def test_it_is_opened_and_nothing_of_the_apps_is_changed(shop: Shop, program: Program) -> None:
    tables = ("clienti", "servizi", "operatori", "orari_lavoro", "waitlist", "impostazioni", "faq_settings", "giorni_festivi")
    before = {table: shop.rows(f"SELECT * FROM {table}") for table in tables}
    assert program.call("health.check")["components"]["database"]["state"] == "ok"
    after = {table: shop.rows(f"SELECT * FROM {table}") for table in tables}
    assert {table: [row[: len(before[table][0])] for row in rows] for table, rows in after.items()} == before
    assert shop.rows("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'") == [(0,)]


def test_ids_come_back_as_stored(program: Program) -> None:
    assert [s["id"] for s in program.call("servizi.list")["servizi"]] == ["srv-taglio-uomo", "srv-colore", "srv-viso"]
    assert {o["id"] for o in program.call("operatori.list", servizio_id="srv-viso")["operatori"]} == {"op-lia"}
    (found,) = program.call("clienti.search", telefono="3405550002")["clienti"]
    assert (found["id"], found["telefono"]) == ("7", "3405550002")
    assert program.call("appuntamenti.list", cliente_id=7)["appuntamenti"][0]["cliente_id"] == "7"


def test_states_are_compared_without_case_and_written_in_the_spelling_of_the_file(shop: Shop, program: Program) -> None:
    ask: dict[str, Json] = {"data": "2026-03-12", "ora": "10:00", "servizi": ["srv-taglio-uomo"]}
    assert program.call("appuntamenti.disponibilita", operatore_id="op-lia", **ask)["reason"] == "conflitto"
    assert program.call("appuntamenti.disponibilita", operatore_id="op-marco", **ask)["available"] is True
    made = program.call("appuntamenti.create", cliente_id="9f3a", operatore_id="op-marco", **ask)
    assert isinstance(made["id"], str)
    row = shop.rows("SELECT stato, prezzo, prezzo_finale, durata_minuti FROM appuntamenti WHERE id = ?", made["id"])
    assert row == [("Confermato", 18.0, 18.0, 30)]
    program.call("appuntamenti.delete", id=made["id"])
    assert shop.rows("SELECT stato FROM appuntamenti WHERE id = ?", made["id"]) == [("Cancellato",)]


def test_a_call_books_there_and_survives_the_app_capitalising_states(shop: Shop, program: Program) -> None:
    turn = program.say("sono Lidia Prato, vorrei la pulizia viso con Lia venerdì alle quindici")
    assert turn["step"] == "conferma"
    shop.write("UPDATE appuntamenti SET stato = 'Confermato' WHERE stato = 'confermato'")
    done = program.say("sì, confermo", turn["session_id"])
    assert done["action"]["type"] == "appuntamento_creato"
    row = shop.rows(
        "SELECT cliente_id, servizio_id, operatore_id, data_ora_inizio, stato, fonte_prenotazione FROM appuntamenti WHERE id = ?",
        done["action"]["id"],
    )
    assert row == [("9f3a", "srv-viso", "op-lia", "2026-03-13T15:00:00", "Confermato", "voice")]


def test_hours_come_from_orari_lavoro_alone(program: Program) -> None:
    days = program.call("settings.orari_lavoro")["orari"]
    assert days[0]["fasce"] == [["09:00", "13:00"], ["14:00", "20:00"]]
    assert days[5]["fasce"] == [["09:00", "13:00"]]
    assert days[6]["aperto"] is False
    assert "6" not in program.say("a che ora aprite martedì?")["text"].replace("16", "")


def test_easter_is_computed_and_christmas_recurs(program: Program) -> None:
    days = {f["data"] for f in program.call("settings.giorni_festivi", year=2026)["festivi"]}
    assert {"2026-04-05", "2026-04-06", "2026-12-25"} <= days
    found = program.call("appuntamenti.disponibilita", data="2026-04-06", ora="10:00", servizi=["srv-viso"])
    assert found["reason"] == "festivo"


def test_settings_of_the_app_are_used_and_the_placeholder_is_no_answer(program: Program) -> None:
    assert program.call("settings.nome_attivita") == {"nome_attivita": "Bottega Riva"}
    assert "contanti" in program.say("come posso pagare?")["text"]
    parking = program.say("avete un parcheggio?")
    assert "CONFIGURARE" not in parking["text"]
    assert "Via Lunga" in program.say("dove siete?")["text"]


def test_categories_are_those_of_the_services_and_there_are_no_products(program: Program) -> None:
    ask = {"language": "it", "customer_id": "9f3a", "workspace_id": "default", "original_question": "?"}
    done = program.call("formatter.format", response="[LIST_CATEGORIES]\n[LIST_PRODUCTS]", **ask)
    assert "*Capelli*" in done["display"]
    assert "*Viso*" in done["display"]
    assert "Al momento non abbiamo prodotti disponibili 🙏" in done["display"]


def test_the_cancellation_window_of_the_app_holds_in_a_call(shop: Shop, program: Program) -> None:
    columns = "id, cliente_id, servizio_id, operatore_id, data_ora_inizio, data_ora_fine, durata_minuti, stato, prezzo, prezzo_finale"
    tonight = ("a9", "7", "srv-taglio-uomo", "op-marco", "2026-03-09T18:00:00", "2026-03-09T18:30:00", 30, "Confermato", 18, 18)
    shop.write(f"INSERT INTO appuntamenti ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", *tonight)
    turn = program.say("vorrei disdire il mio appuntamento di stasera", telefono="3405550002")
    program.say("sì", turn["session_id"])
    assert shop.rows("SELECT stato FROM appuntamenti WHERE id = 'a9'") == [("Confermato",)]


def test_its_waiting_list_is_left_alone_beside_ours(shop: Shop, program: Program) -> None:
    before = shop.rows("SELECT * FROM waitlist")
    made = program.call("waitlist.add", cliente_id="9f3a", servizio_id="srv-viso", data_preferita="2026-03-20")
    assert made["position"] == 1
    assert shop.rows("SELECT * FROM waitlist") == before


CIPHER = "q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4mrze8="


def test_encrypted_people_are_said_to_be_so_until_the_host_lends_them(tmp_path_factory: pytest.TempPathFactory) -> None:
    locked = Shop(tmp_path_factory.mktemp("locked"), demo=False)
    people = ("'Lidia', 'Prato', '340 555 0001', '1980-02-03'", "'Remo', 'Valli', '+39 340 555 0002', NULL")
    schema = SCHEMA
    for person in people:
        assert person in schema
        schema = schema.replace(person, f"'{CIPHER}', '{CIPHER}', '{CIPHER}', NULL")
    write_file(locked, schema)
    locked.write("CREATE TABLE encryption_migration_state (id TEXT, stato TEXT)")
    locked.write("INSERT INTO encryption_migration_state VALUES ('encrypt_clienti_pii_v1', 'done')")
    with locked.serving() as program:
        assert program.error("clienti.search", nome="Lidia").code == -32006
        assert program.error("clienti.create", nome="Nuova", cognome="Persona", telefono="3405550003").data["name"] == "pii_encrypted"
        turn = program.say("sono Lidia Prato, vorrei la pulizia viso con Lia lunedì alle quindici")
        assert "pii_encrypted" in turn["degraded"]
        lent = [{"id": "9f3a", "nome": "Lidia", "cognome": "Prato", "telefono": "3405550001", "data_nascita": "1980-02-03"}]
        assert program.call("clienti.provide_index", clienti=lent) == {"count": 1}
        assert program.call("clienti.search", nome="Lidia Prato")["clienti"][0]["id"] == "9f3a"
        turn = program.say("sono Lidia Prato, vorrei la pulizia viso con Lia lunedì alle quindici")
        assert turn["step"] == "conferma"
        assert program.say("sì", turn["session_id"])["action"]["type"] == "appuntamento_creato"
    assert locked.rows("SELECT count(*) FROM clienti") == [(2,)]
    everything = b"".join(p.read_bytes() for p in locked.db.parent.rglob("*") if p.is_file())
    assert b"Lidia" not in everything
