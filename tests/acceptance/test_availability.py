"""docs/contract section 4, "When is a time free": every sentence, on a business written row by row by a second program.

Open Mon-Fri 09-13 and 14-19 (Wed one opening with a break), Sat 09-12. Lea does all, Mia the first service. Monday 9 March 2026, 10:00.
"""

from collections.abc import Iterator

import pytest

from tests.acceptance.program import Json, Program, Shop, run

TAGLIO, COLORE, VISO = 1, 2, 3
LEA, MIA = 1, 2


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """A business without demo rows."""
    shop = Shop(tmp_path_factory.mktemp("hand"), demo=False)
    assert run("init-db", *shop.args).returncode == 0
    for day in (1, 2, 4, 5):
        _hours(shop, day, "09:00", "13:00")
        _hours(shop, day, "14:00", "19:00")
    _hours(shop, 3, "09:00", "19:00")
    _hours(shop, 3, "13:00", "14:00", "pausa")
    _hours(shop, 6, "09:00", "12:00")
    for name, minutes, buffer in (("Taglio", 30, 0), ("Colore", 60, 30), ("Viso", 45, 0)):
        shop.write("INSERT INTO servizi (nome, prezzo, durata_minuti, buffer_minuti) VALUES (?, 10, ?, ?)", name, minutes, buffer)
    shop.write("INSERT INTO operatori (nome, attivo) VALUES ('Lea', 1), ('Mia', 1), ('Noa', 0)")
    shop.write("INSERT INTO operatori_servizi (operatore_id, servizio_id) VALUES (2, 1)")
    shop.write("INSERT INTO clienti (nome, cognome, telefono) VALUES ('Ugo', 'Serri', '3400000001'), ('Ada', 'Bondi', '3400000002')")
    return shop


@pytest.fixture(scope="module")
def program(shop: Shop) -> Iterator[Program]:
    """A server on it."""
    with shop.serving() as running:
        yield running


def _hours(shop: Shop, day: int, start: str, end: str, kind: str = "lavoro", operator: int | None = None) -> None:
    shop.write(
        "INSERT INTO orari_lavoro (giorno_settimana, ora_inizio, ora_fine, tipo, operatore_id) VALUES (?, ?, ?, ?, ?)",
        day, start, end, kind, operator,
    )  # fmt: skip


def book(shop: Shop, start: str, end: str | None, service: int = TAGLIO, operator: int | None = LEA, **more: Json) -> None:
    """An appointment made at the desk."""
    row = {
        "cliente_id": 1, "servizio_id": service, "operatore_id": operator, "data_ora_inizio": start, "data_ora_fine": end,
        "durata_minuti": 30, "stato": "confermato", **more,
    }  # fmt: skip
    shop.write(f"INSERT INTO appuntamenti ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", *row.values())


def judge(program: Program, day: str, hour: str, service: int = TAGLIO, operator: int | None = LEA, **more: Json) -> str:
    """The reason code, or "free"."""
    found = program.call("appuntamenti.disponibilita", data=day, ora=hour, servizi=[service], operatore_id=operator, **more)
    assert found["available"] is (found.get("reason") is None)
    return found.get("reason") or "free"


def starts(program: Program, day: str, service: int = TAGLIO, operator: int | None = LEA) -> list[str]:
    """The starts that are proposed."""
    found = program.call("appuntamenti.disponibilita", data=day, servizi=[service], operatore_id=operator)
    slots: list[Json] = found["slots"] or []
    return [slot["ora"] for slot in slots]


@pytest.mark.parametrize(
    ("day", "hour", "service", "reason"),
    [
        ("2026-03-16", "09:00", TAGLIO, "free"),
        ("2026-03-16", "08:59", TAGLIO, "prima_apertura"),
        ("2026-03-16", "18:30", TAGLIO, "free"),
        ("2026-03-16", "18:31", TAGLIO, "dopo_chiusura"),
        ("2026-03-16", "19:00", TAGLIO, "dopo_chiusura"),
        ("2026-03-16", "12:30", TAGLIO, "free"),
        ("2026-03-16", "12:31", TAGLIO, "pausa"),
        ("2026-03-16", "13:30", TAGLIO, "pausa"),
        ("2026-03-16", "14:00", TAGLIO, "free"),
        ("2026-03-18", "12:30", TAGLIO, "free"),
        ("2026-03-18", "12:45", TAGLIO, "pausa"),
        ("2026-03-18", "13:59", TAGLIO, "pausa"),
        ("2026-03-18", "14:00", TAGLIO, "free"),
        ("2026-03-16", "12:00", COLORE, "free"),
        ("2026-03-16", "18:00", COLORE, "free"),
        ("2026-03-16", "18:01", COLORE, "dopo_chiusura"),
        ("2026-03-22", "10:00", TAGLIO, "giorno_chiuso"),
        ("2026-03-09", "10:59", TAGLIO, "anticipo_minimo"),
        ("2026-03-09", "11:00", TAGLIO, "free"),
        ("2026-03-09", "09:30", TAGLIO, "anticipo_minimo"),
        ("2026-03-06", "10:00", TAGLIO, "anticipo_minimo"),
        ("2026-03-08", "10:00", TAGLIO, "giorno_chiuso"),
        ("2026-06-08", "10:00", TAGLIO, "anticipo_massimo"),
        ("2026-06-07", "10:00", TAGLIO, "giorno_chiuso"),
        ("2026-06-05", "10:00", TAGLIO, "free"),
        ("2026-06-08", "08:00", TAGLIO, "prima_apertura"),
        ("2026-03-09", "08:00", TAGLIO, "prima_apertura"),
    ],
)
def test_the_reason_and_its_boundary(program: Program, day: str, hour: str, service: int, reason: str) -> None:
    assert judge(program, day, hour, service) == reason


def test_day_90_is_allowed_and_day_91_is_not(shop: Shop, program: Program) -> None:
    shop.write("UPDATE impostazioni SET valore = '88' WHERE chiave = 'max_anticipo_giorni'")
    shop.write("INSERT OR IGNORE INTO impostazioni (chiave, valore) VALUES ('max_anticipo_giorni', '88')")
    assert judge(program, "2026-06-05", "18:30") == "free"
    shop.write("UPDATE impostazioni SET valore = '87' WHERE chiave = 'max_anticipo_giorni'")
    assert judge(program, "2026-06-05", "09:00") == "anticipo_massimo"
    shop.write("UPDATE impostazioni SET valore = '90' WHERE chiave = 'max_anticipo_giorni'")


def test_a_holiday_comes_before_every_other_reason(shop: Shop, program: Program) -> None:
    shop.write("INSERT INTO giorni_festivi (data, descrizione, ricorrente) VALUES ('2026-03-29', 'Festa', 0)")
    shop.write("INSERT INTO giorni_festivi (data, descrizione, ricorrente) VALUES ('2020-03-31', 'Patrona', 1)")
    shop.write("INSERT INTO giorni_festivi (data, descrizione, ricorrente) VALUES ('2025-03-30', 'Passata', 0)")
    assert judge(program, "2026-03-29", "10:00") == "festivo"
    assert judge(program, "2026-03-31", "10:00") == "festivo"
    assert judge(program, "2026-03-30", "10:00") == "free"
    assert {"data": "2026-03-31", "nome": "Patrona"} in program.call("settings.giorni_festivi", year=2026)["festivi"]


def test_the_operator_who_does_not_do_it_comes_before_the_absent_one(shop: Shop, program: Program) -> None:
    assert judge(program, "2026-03-17", "10:00", COLORE, MIA) == "operatore_non_fa_servizio"
    shop.write("INSERT INTO operatori_assenze (operatore_id, data_inizio, data_fine, approvata) VALUES (2, '2026-03-17', '2026-03-18', 1)")
    assert judge(program, "2026-03-17", "10:00", COLORE, MIA) == "operatore_non_fa_servizio"
    for day in ("2026-03-17", "2026-03-18"):
        assert judge(program, day, "10:00", TAGLIO, MIA) == "operatore_assente"
    assert judge(program, "2026-03-19", "10:00", TAGLIO, MIA) == "free"


def test_only_approved_absences_count_and_null_is_approved(shop: Shop, program: Program) -> None:
    shop.write("INSERT INTO operatori_assenze (operatore_id, data_inizio, data_fine, approvata) VALUES (1, '2026-04-01', '2026-04-01', 0)")
    shop.write("INSERT INTO operatori_assenze (operatore_id, data_inizio, data_fine) VALUES (1, '2026-04-02', '2026-04-02')")
    assert judge(program, "2026-04-01", "10:00") == "free"
    assert judge(program, "2026-04-02", "10:00") == "operatore_assente"


def test_an_operator_who_left_is_never_offered(program: Program) -> None:
    assert [o["nome"] for o in program.call("operatori.list")["operatori"]] == ["Lea", "Mia"]


@pytest.mark.parametrize("state", ["cancellato", "Cancellato", "Rifiutato", "rifiutato", "no_show"])
def test_a_row_in_this_state_is_free(shop: Shop, program: Program, state: str) -> None:
    book(shop, "2026-03-23T09:00:00", "2026-03-23T10:00:00", stato=state)
    assert judge(program, "2026-03-23", "09:00") == "free"


def test_a_soft_deleted_row_is_free(shop: Shop, program: Program) -> None:
    book(shop, "2026-03-23T10:00:00", "2026-03-23T11:00:00", deleted_at="2026-03-01T10:00:00")
    assert judge(program, "2026-03-23", "10:00") == "free"


@pytest.mark.parametrize(
    ("state", "hour"), [("completato", "14:00"), ("Bozza", "14:30"), ("InAttesaOperatore", "15:00"), ("Confermato", "15:30")]
)
def test_a_row_in_any_other_state_is_busy(shop: Shop, program: Program, state: str, hour: str) -> None:
    end = f"{int(hour[:2]) + (hour[3:] == '30'):02}:{'00' if hour[3:] == '30' else '30'}"
    book(shop, f"2026-03-23T{hour}:00", f"2026-03-23T{end}:00", stato=state)
    assert judge(program, "2026-03-23", hour) == "conflitto"


def test_adjacent_is_free_and_a_minute_of_overlap_is_not(shop: Shop, program: Program) -> None:
    book(shop, "2026-03-24T10:00:00", "2026-03-24T10:30:00")
    assert judge(program, "2026-03-24", "09:30") == "free"
    assert judge(program, "2026-03-24", "10:30") == "free"
    assert judge(program, "2026-03-24", "09:31") == "conflitto"
    assert judge(program, "2026-03-24", "10:29") == "conflitto"


def test_busy_lasts_to_the_later_of_its_end_and_duration_plus_buffer(shop: Shop, program: Program) -> None:
    book(shop, "2026-03-24T15:00:00", "2026-03-24T16:00:00", COLORE, durata_minuti=60)
    assert judge(program, "2026-03-24", "16:29") == "conflitto"
    assert judge(program, "2026-03-24", "16:30") == "free"
    book(shop, "2026-03-24T17:00:00", "2026-03-24T18:15:00", TAGLIO, durata_minuti=30)
    assert judge(program, "2026-03-24", "18:00") == "conflitto"
    assert judge(program, "2026-03-24", "18:15") == "free"


def test_the_buffer_of_the_new_one_may_not_run_into_another_appointment(shop: Shop, program: Program) -> None:
    book(shop, "2026-03-25T11:00:00", "2026-03-25T11:30:00")
    assert judge(program, "2026-03-25", "09:30", COLORE) == "free"
    assert judge(program, "2026-03-25", "09:45", COLORE) == "conflitto"


def test_operator_rows_replace_the_firm_hours_of_that_weekday_never_outside_them(shop: Shop, program: Program) -> None:
    _hours(shop, 4, "08:00", "11:00", operator=MIA)
    assert judge(program, "2026-03-26", "10:30", TAGLIO, MIA) == "free"
    assert judge(program, "2026-03-26", "11:00", TAGLIO, MIA) != "free"
    assert judge(program, "2026-03-26", "08:30", TAGLIO, MIA) == "prima_apertura"
    assert judge(program, "2026-03-27", "15:00", TAGLIO, MIA) == "free"
    assert starts(program, "2026-03-26", TAGLIO, MIA) == ["09:00", "09:30", "10:00", "10:30"]


def test_a_block_counts_from_monday_and_null_is_every_day(shop: Shop, program: Program) -> None:
    insert = "INSERT INTO blocchi_orario (operatore_id, giorno_settimana, data_specifica, ora_inizio, ora_fine, attivo) VALUES "
    shop.write(insert + "(2, 0, NULL, '15:00', '16:00', 1)")
    shop.write(insert + "(2, NULL, '2026-04-08', '16:00', '17:00', 1)")
    shop.write(insert + "(2, NULL, NULL, '18:00', '18:30', 1)")
    shop.write(insert + "(2, 2, NULL, '09:00', '12:00', 0)")
    assert judge(program, "2026-03-30", "15:30", TAGLIO, MIA) != "free"
    assert judge(program, "2026-04-07", "15:30", TAGLIO, MIA) == "free"
    assert judge(program, "2026-04-08", "16:30", TAGLIO, MIA) != "free"
    assert judge(program, "2026-04-10", "16:30", TAGLIO, MIA) == "free"
    assert judge(program, "2026-04-10", "18:00", TAGLIO, MIA) != "free"
    assert judge(program, "2026-04-08", "09:30", TAGLIO, MIA) == "free"


def test_an_unassigned_appointment_takes_one_of_those_who_can_do_it(shop: Shop, program: Program) -> None:
    book(shop, "2026-04-14T10:00:00", "2026-04-14T10:30:00", TAGLIO, None)
    assert judge(program, "2026-04-14", "10:00", TAGLIO, LEA) == "free"
    assert judge(program, "2026-04-14", "10:00", TAGLIO, MIA) == "free"
    assert judge(program, "2026-04-14", "10:00", TAGLIO, None) == "free"
    book(shop, "2026-04-14T10:00:00", "2026-04-14T10:30:00", TAGLIO, None)
    for operator in (LEA, MIA, None):
        assert judge(program, "2026-04-14", "10:00", TAGLIO, operator) == "conflitto"
    book(shop, "2026-04-14T15:00:00", "2026-04-14T16:00:00", COLORE, None, durata_minuti=60)
    assert judge(program, "2026-04-14", "15:00", TAGLIO, LEA) == "conflitto"
    assert judge(program, "2026-04-14", "15:00", TAGLIO, MIA) == "free"
    assert judge(program, "2026-04-14", "15:00", COLORE, None) == "conflitto"


def test_proposals_start_on_the_grid_of_each_opening_and_off_grid_minutes_are_judged(shop: Shop, program: Program) -> None:
    assert starts(program, "2026-04-15", VISO) == [
        "09:00", "09:30", "10:00", "10:30", "11:00", "11:30", "12:00", "14:00", "14:30", "15:00", "15:30", "16:00", "16:30", "17:00",
        "17:30", "18:00",
    ]  # fmt: skip
    assert judge(program, "2026-04-15", "12:15", VISO) == "free"
    assert judge(program, "2026-04-15", "10:07", VISO) == "free"
    shop.write("UPDATE impostazioni SET valore = '45' WHERE chiave = 'durata_slot_minuti'")
    shop.write("INSERT OR IGNORE INTO impostazioni (chiave, valore) VALUES ('durata_slot_minuti', '45')")
    assert starts(program, "2026-04-18") == ["09:00", "09:45", "10:30", "11:15"]
    assert starts(program, "2026-04-15")[4:8] == ["12:00", "14:00", "14:45", "15:30"]
    shop.write("UPDATE impostazioni SET valore = '30' WHERE chiave = 'durata_slot_minuti'")


def test_chiunque_is_the_one_with_fewest_booked_minutes_that_day_then_operator_order(shop: Shop, program: Program) -> None:
    ask = {"data": "2026-04-16", "ora": "16:00", "servizi": [TAGLIO]}
    assert program.call("appuntamenti.disponibilita", **ask)["operatore_id"] == LEA
    book(shop, "2026-04-17T09:00:00", "2026-04-17T09:30:00", TAGLIO, LEA)
    assert program.call("appuntamenti.disponibilita", data="2026-04-17", ora="16:00", servizi=[TAGLIO])["operatore_id"] == MIA
    book(shop, "2026-04-17T10:00:00", "2026-04-17T11:00:00", TAGLIO, MIA, durata_minuti=60)
    assert program.call("appuntamenti.disponibilita", data="2026-04-17", ora="16:00", servizi=[TAGLIO])["operatore_id"] == LEA


def test_alternatives_are_the_nearest_before_the_nearest_after_and_another_part_of_the_day(shop: Shop, program: Program) -> None:
    book(shop, "2026-04-20T10:00:00", "2026-04-20T11:00:00", TAGLIO, LEA, durata_minuti=60)
    found = program.call("appuntamenti.disponibilita", data="2026-04-20", ora="10:00", servizi=[TAGLIO], operatore_id=LEA)
    assert found["reason"] == "conflitto"
    first, second, third = found["alternatives"]
    assert (first["ora"], second["ora"]) == ("09:30", "11:00")
    assert third["data"] == "2026-04-20"
    assert third["ora"] >= "12:00"
    assert {a["operatore_id"] for a in found["alternatives"]} == {LEA}
    assert set(first) == {"data", "ora", "ora_fine", "operatore_id"}


def test_with_a_closed_day_alternatives_lie_in_the_following_seven_days(program: Program) -> None:
    found = program.call("appuntamenti.disponibilita", data="2026-04-19", ora="10:00", servizi=[TAGLIO], operatore_id=LEA)
    assert found["reason"] == "giorno_chiuso"
    assert len(found["alternatives"]) == 3
    assert all("2026-04-20" <= a["data"] <= "2026-04-26" for a in found["alternatives"])


def test_every_alternative_is_free(program: Program) -> None:
    found = program.call("appuntamenti.disponibilita", data="2026-04-20", ora="10:15", servizi=[TAGLIO], operatore_id=LEA)
    for other in found["alternatives"]:
        assert judge(program, other["data"], other["ora"]) == "free"


def test_an_appointment_is_left_out_of_its_own_conflicts(program: Program) -> None:
    made = program.call("appuntamenti.create", cliente_id=1, servizi=[COLORE], data="2026-04-21", ora="10:00", operatore_id=LEA)
    assert judge(program, "2026-04-21", "10:15", COLORE) == "conflitto"
    assert judge(program, "2026-04-21", "10:15", COLORE, escludi_id=str(made["id"])) == "free"
    moved = program.call("appuntamenti.update", id=made["id"], ora="10:15")
    assert (moved["id"], moved["ora"], moved["ora_fine"]) == (made["id"], "10:15", "11:15")
    assert judge(program, "2026-04-21", "09:00", TAGLIO) == "free"


def test_a_held_slot_blocks_proposals_of_other_sessions_but_not_the_desk(program: Program) -> None:
    def ask(session: str) -> Json:
        return program.say("sono Ugo Serri, un taglio con Lea mercoledì 22 aprile alle dieci", session)

    first = ask("tiene")
    assert first["step"] == "conferma"
    second = ask("trova-occupato")
    assert second["step"] != "conferma"
    assert judge(program, "2026-04-22", "10:00") == "free"
    program.call("voice.reset", session_id="tiene")
    third = ask("trova-libero")
    assert third["step"] == "conferma"
    made = program.call("appuntamenti.create", cliente_id=2, servizi=[TAGLIO], data="2026-04-22", ora="10:00", operatore_id=LEA)
    taken = program.say("sì", "trova-libero")
    assert taken["action"] is None
    assert made["id"]
    assert taken["options"]
