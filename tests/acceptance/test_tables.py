"""docs/contract section 4: the tables, and a second program that reads and writes them while the server runs."""

from __future__ import annotations

import pytest

from tests.acceptance.program import NOW, Json, Program, Shop, run

TABLES = {
    "clienti": "id workspace_id nome cognome soprannome telefono email data_nascita is_vip sconto_percentuale operatore_preferito_id"
    " consenso_whatsapp voice_consent voice_consent_at voice_consent_version note created_at updated_at deleted_at",
    "servizi": "id workspace_id nome descrizione categoria prezzo durata_minuti buffer_minuti sinonimi attivo ordine",
    "categorie": "id workspace_id nome attiva ordine",
    "prodotti": "id workspace_id categoria_id nome descrizione prezzo attivo",
    "carrello": "id workspace_id cliente_id prodotto_id quantita created_at",
    "operatori": "id nome cognome genere attivo",
    "operatori_servizi": "operatore_id servizio_id",
    "operatori_assenze": "operatore_id data_inizio data_fine tipo approvata",
    "blocchi_orario": "operatore_id giorno_settimana data_specifica ora_inizio ora_fine motivo attivo",
    "orari_lavoro": "id giorno_settimana ora_inizio ora_fine tipo operatore_id",
    "giorni_festivi": "id data descrizione ricorrente",
    "appuntamenti": "id workspace_id cliente_id servizio_id operatore_id data_ora_inizio data_ora_fine durata_minuti stato prezzo"
    " sconto_percentuale prezzo_finale note fonte_prenotazione confirmation_code whatsapp_confirmed whatsapp_confirmed_at created_at"
    " updated_at deleted_at",
    "waitlist": "id cliente_id servizio_id data_preferita ora_preferita operatore_preferito_id priorita priorita_score status"
    " created_at expires_at",
    "voice_sessions": "id cliente_id current_intent current_step slots pending_disambiguation pending_alternatives history"
    " failed_understanding_count total_turns created_at updated_at expires_at handoff_requested completed",
    "voice_audit_log": "id session_id timestamp user_input user_input_hash detected_intent intent_confidence special_command"
    " slots_extracted system_response action_taken action_result error_message latency_ms ip_address",
    "voice_agent_stats": "data chiamate_totali chiamate_completate chiamate_abbandonate appuntamenti_creati durata_media_secondi"
    " handoff turni token_modello costo_modello",
    "impostazioni": "chiave valore",
}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_columns_the_contract_names(shop: Shop, table: str) -> None:
    found = {row[1] for row in shop.rows(f"PRAGMA table_info({table})")}
    assert set(TABLES[table].split()) <= found


@pytest.mark.parametrize("table", ["whatsapp_outbox", "secure_tokens", "schema_migrations"])
def test_our_own_tables_are_there(shop: Shop, table: str) -> None:
    assert shop.rows("SELECT 1 FROM sqlite_master WHERE name = ?", table)


def test_the_file_is_in_wal_mode(shop: Shop) -> None:
    assert shop.rows("PRAGMA journal_mode") == [("wal",)]


def test_an_insert_naming_only_columns_of_the_contract_works(tmp_path_factory: pytest.TempPathFactory) -> None:
    shop = Shop(tmp_path_factory.mktemp("own"), demo=False)
    assert run("init-db", *shop.args).returncode == 0
    for table, values in FILLED.items():
        for row in values:
            names = ", ".join(row)
            shop.write(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", *row.values())
    with shop.serving() as program:
        assert program.call("health.check")["status"] == "ok"
        assert [s["nome"] for s in program.call("servizi.list")["servizi"]] == ["Massaggio"]
        assert program.call("clienti.search", nome="Ugo Prova")["count"] == 1
        free = program.call("appuntamenti.disponibilita", data="2026-03-10", servizi=[1])
        assert [s["ora"] for s in free["slots"]] == ["09:00", "10:30", "11:00", "11:30"]
        turn = program.say("Buongiorno, sono Ugo Prova, vorrei un massaggio martedì alle undici con Ines")
        assert turn["step"] == "conferma"
        done = program.say("sì", turn["session_id"])
        assert done["action"]["type"] == "appuntamento_creato"
        assert program.call("waitlist.list")["waitlist"][0]["status"] == "WAITING"
        assert program.call("stats.get")["rows"]
        assert program.call("gdpr.export", cliente_id=1)["data"]


FILLED: dict[str, list[dict[str, Json]]] = {
    "impostazioni": [{"chiave": "nome_attivita", "valore": "Prova Benessere"}],
    "categorie": [{"nome": "Corpo"}],
    "prodotti": [{"categoria_id": 1, "nome": "Olio", "prezzo": 9.5}],
    "servizi": [{"nome": "Massaggio", "categoria": "Corpo", "prezzo": 40, "durata_minuti": 30}],
    "operatori": [{"nome": "Ines", "cognome": "Prova"}],
    "operatori_servizi": [{"operatore_id": 1, "servizio_id": 1}],
    "operatori_assenze": [{"operatore_id": 1, "data_inizio": "2026-03-20", "data_fine": "2026-03-20"}],
    "blocchi_orario": [
        {"operatore_id": 1, "giorno_settimana": 1, "ora_inizio": "10:00", "ora_fine": "10:30", "motivo": "corso", "attivo": 1}
    ],
    "orari_lavoro": [{"giorno_settimana": 2, "ora_inizio": "09:00", "ora_fine": "12:00", "tipo": "lavoro"}],
    "giorni_festivi": [{"data": "2026-03-24", "descrizione": "Festa", "ricorrente": 0}],
    "clienti": [{"nome": "Ugo", "cognome": "Prova", "telefono": "340 000 0001"}],
    "carrello": [{"cliente_id": 1, "prodotto_id": 1}],
    "appuntamenti": [
        {
            "cliente_id": 1,
            "servizio_id": 1,
            "operatore_id": 1,
            "data_ora_inizio": "2026-03-10T09:30:00",
            "data_ora_fine": "2026-03-10T10:00:00",
            "durata_minuti": 30,
            "stato": "confermato",
        }
    ],
    "waitlist": [{"cliente_id": 1, "servizio_id": 1, "data_preferita": "2026-03-17"}],
    "voice_agent_stats": [{"data": "2026-03-08", "chiamate_totali": 2}],
    "voice_sessions": [{"id": "vecchia"}],
    "voice_audit_log": [{"session_id": "vecchia", "user_input": "ciao"}],
}


def test_without_demo_the_business_tables_are_empty(tmp_path_factory: pytest.TempPathFactory) -> None:
    shop = Shop(tmp_path_factory.mktemp("empty"), demo=False)
    assert run("init-db", *shop.args).returncode == 0
    for table in ("clienti", "servizi", "operatori", "orari_lavoro", "appuntamenti", "prodotti", "categorie"):
        assert shop.rows(f"SELECT count(*) FROM {table}") == [(0,)]
    with shop.serving() as program:
        assert program.call("settings.nome_attivita") == {"nome_attivita": "FLUXION"}
        days = program.call("settings.orari_lavoro")["orari"]
        assert [day["aperto"] for day in days] == [False] * 7
        assert program.call("servizi.list") == {"servizi": []}
        assert program.call("voice.greet")["degraded"] == []


def test_every_time_written_is_local_wall_clock_text(shop: Shop, program: Program) -> None:
    made = program.call("appuntamenti.create", cliente_id=1, servizi=[4], data="2026-03-25", ora="10:00", operatore_id=1)
    row = shop.rows("SELECT data_ora_inizio, data_ora_fine, created_at, updated_at FROM appuntamenti WHERE id = ?", made["id"])
    assert row == [("2026-03-25T10:00:00", "2026-03-25T10:30:00", NOW, NOW)]


def test_services_of_one_booking_are_consecutive_rows_with_one_code(shop: Shop, program: Program) -> None:
    made = program.call("appuntamenti.create", cliente_id=1, servizi=[5, 4], data="2026-03-25", ora="14:00", operatore_id=1)
    rows = shop.rows(
        "SELECT servizio_id, operatore_id, data_ora_inizio, data_ora_fine, durata_minuti, stato, prezzo, confirmation_code"
        " FROM appuntamenti WHERE id IN (?, ?) ORDER BY id",
        *made["ids"],
    )
    code = made["confirmation_code"]
    assert rows == [
        (5, 1, "2026-03-25T14:00:00", "2026-03-25T15:30:00", 90, "confermato", 55.0, code),
        (4, 1, "2026-03-25T15:45:00", "2026-03-25T16:15:00", 30, "confermato", 20.0, code),
    ]
    assert (made["ora"], made["ora_fine"], made["durata_minuti"], made["prezzo"]) == ("14:00", "16:15", 135, 75.0)


def test_a_cancelled_appointment_keeps_its_row(shop: Shop, program: Program) -> None:
    made = program.call("appuntamenti.create", cliente_id=2, servizi=[4], data="2026-03-26", ora="10:00", operatore_id=1)
    program.call("appuntamenti.delete", id=made["id"])
    assert shop.rows("SELECT stato FROM appuntamenti WHERE id = ?", made["id"]) == [("cancellato",)]


def test_a_name_changed_by_another_program_is_used_by_the_next_turn(shop: Shop, program: Program) -> None:
    program.call("voice.greet")
    shop.write("UPDATE impostazioni SET valore = 'Salone Nuovo' WHERE chiave = 'nome_attivita'")
    assert "Salone Nuovo" in program.call("voice.greet")["text"]
    assert program.call("settings.nome_attivita") == {"nome_attivita": "Salone Nuovo"}


def test_hours_a_service_and_a_price_changed_by_another_program_are_used_by_the_next_turn(shop: Shop, program: Program) -> None:
    program.say("quanto costa la manicure?")
    shop.write("UPDATE servizi SET prezzo = 31.5 WHERE nome = 'Manicure'")
    shop.write("INSERT INTO servizi (nome, prezzo, durata_minuti) VALUES ('Tatuaggio Henna', 48, 30)")
    shop.write("INSERT INTO orari_lavoro (giorno_settimana, ora_inizio, ora_fine, tipo) VALUES (0, '10:00', '12:00', 'lavoro')")
    assert "31.50" in program.say("quanto costa la manicure?")["text"].replace(",", ".")
    assert "48" in program.say("quanto costa il tatuaggio henna?")["text"]
    assert program.call("settings.orari_lavoro")["orari"][6]["fasce"] == [["10:00", "12:00"]]
    free = program.call("appuntamenti.disponibilita", data="2026-03-29", servizi=[4], ora="10:00")
    assert free["available"] is True


def test_an_appointment_made_at_the_desk_blocks_the_next_question(shop: Shop, program: Program) -> None:
    ask = {"data": "2026-03-27", "ora": "15:00", "servizi": [4], "operatore_id": 2}
    assert program.call("appuntamenti.disponibilita", **ask)["available"] is True
    shop.write(
        "INSERT INTO appuntamenti (cliente_id, servizio_id, operatore_id, data_ora_inizio, data_ora_fine, durata_minuti, stato)"
        " VALUES (3, 4, 2, '2026-03-27T15:00:00', '2026-03-27T15:30:00', 30, 'Confermato')"
    )
    assert program.call("appuntamenti.disponibilita", **ask)["reason"] == "conflitto"


def test_writes_by_method_are_audited_under_session_rpc(shop: Shop, program: Program) -> None:
    before = len(program.call("audit.list", session_id="rpc")["rows"])
    program.call("clienti.create", nome="Iole", cognome="Audit", telefono="3400009911")
    assert len(program.call("audit.list", session_id="rpc")["rows"]) == before + 1


def test_sessions_are_reset_never_deleted(shop: Shop, program: Program) -> None:
    turn = program.say("vorrei una piega", "da-azzerare")
    assert turn["step"] != "ascolto"
    assert program.call("voice.reset", session_id="da-azzerare") == {}
    assert shop.rows("SELECT count(*) FROM voice_sessions WHERE id = 'da-azzerare'") == [(1,)]
    stored = program.call("session.get", session_id="da-azzerare")
    assert stored["slots"] == {}


def test_a_telephone_is_stored_in_national_digits_and_found_in_every_form(shop: Shop, program: Program) -> None:
    made = program.call("clienti.create", nome="Ebe", cognome="Forma", telefono="+39 345-000.77 88")
    assert made["telefono"] == "3450007788"
    assert shop.rows("SELECT telefono FROM clienti WHERE id = ?", made["id"]) == [("3450007788",)]
    shop.write("INSERT INTO clienti (nome, cognome, telefono) VALUES ('Ivo', 'Forma', '0039 345 000 7799')")
    for form in ("3450007799", "+393450007799", "345 000 7799"):
        (found,) = program.call("clienti.search", telefono=form)["clienti"]
        assert (found["nome"], found["telefono"]) == ("Ivo", "3450007799")
