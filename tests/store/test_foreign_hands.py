"""What other programs do to the file behind our back: triggers, rules, tables that go, cells that are not what they should be.
Nothing may be told that is not in the file, nothing is half-written, and the message names what is in the way."""

from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.model.errors import Unavailable
from pipeline.model.writes import AddToWaitlist, CancelBooking, ChangeBooking, CreateClient, Write
from store import open_store
from store.values import day, later, minutes, moment, money, whole
from tests.store.desktop import make_desktop_file
from tests.store.raw import everything, sql
from tests.store.shop import NOW, THURSDAY, FrozenClock, Shop

FOUR = datetime.combine(THURSDAY, time(16))
FIVE = datetime.combine(THURSDAY, time(17))

MEDDLING = {
    "drops a new visit": "BEFORE INSERT ON appuntamenti BEGIN SELECT RAISE(IGNORE); END",
    "deletes a new visit": "AFTER INSERT ON appuntamenti BEGIN DELETE FROM appuntamenti WHERE id = new.id; END",
    "moves a new visit": "AFTER INSERT ON appuntamenti BEGIN"
    " UPDATE appuntamenti SET data_ora_inizio = '2026-03-20T09:00:00' WHERE id = new.id; END",
    "cancels a new visit": "AFTER INSERT ON appuntamenti BEGIN UPDATE appuntamenti SET stato = 'Cancellato' WHERE id = new.id; END",
    "hides a new visit": "AFTER INSERT ON appuntamenti BEGIN UPDATE appuntamenti SET deleted_at = '2026-03-10' WHERE id = new.id; END",
    "drops a new client": "BEFORE INSERT ON clienti BEGIN SELECT RAISE(IGNORE); END",
    "hides a new client": "AFTER INSERT ON clienti BEGIN UPDATE clienti SET deleted_at = '2026-03-10' WHERE id = new.id; END",
    "forgets who waits": "BEFORE INSERT ON {waitlist} BEGIN SELECT RAISE(IGNORE); END",
}


@pytest.mark.parametrize("meddling", MEDDLING)
def test_what_a_trigger_undoes_is_not_told_as_done(shop: Shop, meddling: str) -> None:
    sql(shop.path, shop.store.schema.sql(f"CREATE TRIGGER meddler {MEDDLING[meddling]}"))
    anna, piega = shop.client("Anna", "De Luca").id, shop.service("Piega").id
    write: Write = CreateClient("Irene", "Sartori", "3391234567") if "client" in meddling else shop.visit(FOUR, "Piega")
    before = everything(shop.path)
    with pytest.raises(Unavailable, match="trigger of another program"):
        shop.commit(AddToWaitlist(anna, piega, THURSDAY) if "waits" in meddling else write)
    assert everything(shop.path) == before
    sql(shop.path, "DROP TRIGGER meddler")
    assert shop.commit(shop.visit(FOUR, "Piega")).bookings


def test_a_cancellation_or_a_move_that_a_trigger_stops_is_not_told_as_done(shop: Shop) -> None:
    ids = shop.commit(shop.visit(FOUR, "Piega")).bookings[0]
    sql(shop.path, "CREATE TRIGGER meddler BEFORE UPDATE ON appuntamenti BEGIN SELECT RAISE(IGNORE); END")
    before = everything(shop.path)
    moved = ChangeBooking(ids, shop.client("Anna", "De Luca").id, shop.rows(FIVE, "Piega"), shop.operator("Sara").id, "AB12CD")
    for write in (CancelBooking(ids), moved):
        with pytest.raises(Unavailable, match="trigger of another program"):
            shop.commit(write)
        assert everything(shop.path) == before


def test_a_trigger_that_only_spells_otherwise_is_no_hindrance(shop: Shop) -> None:
    body = "UPDATE appuntamenti SET stato = 'Confermato', data_ora_inizio = replace(data_ora_inizio, 'T', ' ') WHERE id = new.id"
    sql(shop.path, f"CREATE TRIGGER meddler AFTER INSERT ON appuntamenti BEGIN {body}; END")
    assert shop.commit(shop.visit(FOUR, "Piega")).bookings


def test_a_rule_that_refuses_a_row_is_named_without_its_words(shop: Shop) -> None:
    with_words = "BEGIN SELECT RAISE(ABORT, 'Anna De Luca non paga'); END"
    sql(shop.path, f"CREATE TRIGGER meddler BEFORE INSERT ON appuntamenti {with_words}")
    with pytest.raises(Unavailable, match="a rule of the database file refuses the row; nothing was changed") as refused:
        shop.commit(shop.visit(FOUR, "Piega"))
    assert "Anna" not in refused.value.message
    sql(shop.path, "DROP TRIGGER meddler")
    sql(shop.path, "CREATE UNIQUE INDEX one_of_a_kind ON clienti (nome, cognome, telefono)")
    shop.commit(CreateClient("Irene", "Sartori", "3391234567"))
    with pytest.raises(Unavailable, match=r"\(nome, cognome, telefono\)") as refused:
        shop.commit(CreateClient("Irene", "Sartori", "3391234567"))
    assert "Irene" not in refused.value.message


LOSSES = {
    "ALTER TABLE appuntamenti RENAME TO appuntamenti_old": "its table appuntamenti",
    "ALTER TABLE clienti RENAME COLUMN nome TO nome_cifrato": "the column nome of its table clienti",
    "ALTER TABLE operatori RENAME TO staff": "its table operatori",
}


@pytest.mark.parametrize("loss", LOSSES)
def test_a_table_of_the_business_that_goes_is_named_and_not_made_anew(shop: Shop, loss: str) -> None:
    """In the middle of another program's change, an empty table would sell every taken hour again."""
    shop.commit(shop.visit(FOUR, "Piega"))
    visit = shop.visit(FIVE, "Piega", code="AB12CE")
    sql(shop.path, loss)
    tables = [row[0] for row in sql(shop.path, "SELECT sql FROM sqlite_master ORDER BY name")]
    for _ in range(2):
        with pytest.raises(Unavailable):
            shop.commit(visit)
    assert LOSSES[loss] in shop.store.health()[1]
    assert [row[0] for row in sql(shop.path, "SELECT sql FROM sqlite_master ORDER BY name")] == tables
    table, _, rest = loss.removeprefix("ALTER TABLE ").partition(" RENAME ")
    old, new = (rest.removeprefix("COLUMN ").split(" TO ")) if "COLUMN" in rest else (table, rest.removeprefix("TO "))
    sql(shop.path, f"ALTER TABLE {table} RENAME COLUMN {new} TO {old}" if "COLUMN" in rest else f"ALTER TABLE {new} RENAME TO {old}")
    assert shop.commit(visit).bookings
    assert len(shop.store.reads.bookings_of(shop.client("Anna", "De Luca").id, FOUR)) == 2


AMOUNTS: dict[object, Decimal | None] = {
    "€ 20": Decimal(20), "20,00 euro": Decimal("20.00"), "1.200,50 €": Decimal("1200.50"), "1,200.50": Decimal("1200.50"),
    "EUR 35.5": Decimal("35.5"), 20: Decimal(20), 1e308: None, "1e400000": None, "1e-400000": None, "9" * 5000: None,
    "da 20": None, "20-30": None, "€": None, ".": None, float("inf"): None, "NaN": None, "-5": Decimal(-5),
}  # fmt: skip


@pytest.mark.parametrize("cell", AMOUNTS)
def test_an_amount_is_read_as_it_is_written_or_not_at_all(cell: object) -> None:
    assert money(cell) == AMOUNTS[cell]
    assert (whole(cell) is None) == (AMOUNTS[cell] is None)


@pytest.mark.parametrize(
    ("cell", "lasts"),
    [
        (45, 45), ("45", 45), ("45 min", 45), ("45'", 45), ("45 minuti", 45), ("1h", 60), ("1h30", 90), ("1 ora e 30 minuti", 90),
        ("1:30", 90), ("2 ore", 120), (45.0, 45), ("1e9", None), (10**15, None), ("un'oretta", None), ("", None), (None, None), ("h", None),
    ],
)  # fmt: skip
def test_a_length_is_read_in_the_ways_people_write_it(cell: object, lasts: int | None) -> None:
    assert minutes(cell) == lasts


def test_there_is_no_moment_after_the_last() -> None:
    assert later(datetime(9999, 12, 31, 23), 120) == datetime.max


def test_numbers_that_are_none_stop_no_question(shop: Shop) -> None:
    anna = shop.client("Anna", "De Luca").id
    booked = shop.commit(shop.visit(FOUR, "Piega"), replace(shop.visit(FIVE, "Piega"), code="AB12CE")).bookings
    sql(shop.path, "UPDATE appuntamenti SET durata_minuti = 1e300, data_ora_fine = '' WHERE id = ?", booked[0][0])
    sql(shop.path, "UPDATE appuntamenti SET data_ora_fine = '9999-12-31T23:59:59', prezzo_finale = 1e308 WHERE id = ?", booked[1][0])
    sql(shop.path, "UPDATE servizi SET prezzo = 1e308, durata_minuti = 1e300, buffer_minuti = '1e400000' WHERE nome = 'Piega'")
    sql(shop.path, "UPDATE impostazioni SET valore = '1e400000000'")
    assert len(shop.store.reads.bookings_of(anna, NOW)) >= 2
    busy = [row for row in shop.store.reads.calendar(THURSDAY, THURSDAY, NOW).busy if row.row_id in (booked[0][0], booked[1][0])]
    assert [(row.start, row.end) for row in busy] == [(960, 990), (1020, 2880)]
    assert (shop.service("Piega").prezzo, shop.service("Piega").durata) == (None, 30)
    assert shop.store.reads.settings().durata_slot_minuti == 30


SPELLINGS = (
    "2026-03-12 16:00", "2026-03-12T16:00Z", "2026-03-12T16:00:00.000Z", "2026-03-12T16:00+01", "2026-03-12T16:00:00+01:00",
    "12/03/2026 16:00", "12-03-2026 16:00:00", "12.3.2026, 16.00", "2026/03/12 16:00", "2026-3-12 16:00", "20260312T1600",
    b"2026-03-12T16:00:00", " 2026-03-12T16:00 ", "2026-03-12 16.00",
)  # fmt: skip


@pytest.mark.parametrize("cell", SPELLINGS)
def test_an_hour_is_taken_however_it_is_written(shop: Shop, cell: str | bytes) -> None:
    ids = shop.commit(shop.visit(FOUR, "Piega")).bookings[0]
    sql(shop.path, "UPDATE appuntamenti SET data_ora_inizio = ?, data_ora_fine = ? WHERE id = ?", cell, cell, ids[0])
    busy = [row for row in shop.store.reads.calendar(THURSDAY, THURSDAY, NOW).busy if row.row_id == ids[0]]
    assert [(row.day, row.start, row.end) for row in busy] == [(THURSDAY, 960, 990)]
    found = shop.store.reads.bookings_of(shop.client("Anna", "De Luca").id, NOW)
    assert [booking.inizio for booking in found if booking.id == ids[0]] == [FOUR]
    assert moment(cell) == FOUR


@pytest.mark.parametrize(
    "cell", ["31/02/2026 10:00", "domani", "2026-13-01", "99/99/9999", "", None, "12/03", "2026", "16:00", 20260312999]
)
def test_what_is_no_moment_is_none(cell: object) -> None:
    assert moment(cell) is None
    assert day(cell) is None or str(cell).startswith("2026")


def test_services_of_one_name_are_told_apart_where_they_differ(shop: Shop) -> None:
    for nome, categoria in (("Taglio Donna", "Donna"), ("Taglio Uomo", "Uomo")):
        sql(shop.path, "UPDATE servizi SET nome = 'Taglio', categoria = ? WHERE nome = ?", categoria, nome)
    sql(shop.path, "UPDATE servizi SET nome = 'Colore', durata_minuti = 60 WHERE nome = 'Colpi di sole'")
    sql(shop.path, "UPDATE servizi SET nome = 'Piega', prezzo = 18.5 WHERE nome = 'Taglio Bambino'")
    sql(shop.path, "UPDATE servizi SET nome = 'Ceretta', categoria = 'Estetica', durata_minuti = 40, prezzo = 28 WHERE nome = 'Manicure'")
    names = [service.nome for service in shop.store.reads.lexicon().services]
    apart = {"Taglio Donna", "Taglio Uomo", "Colore da 90 minuti", "Colore da 60 minuti", "Piega da 20 euro", "Piega da 18,50 euro"}
    assert apart <= {*names}
    assert names.count("Ceretta") == 2
    assert [service.nome for service in shop.store.reads.services()].count("Taglio") == 2


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (("20:00", "02:00"), [(3, 1200, 1440), (4, 0, 120)]), (("15:00", "00:00"), [(3, 900, 1440)]), (("9", "19"), [(3, 540, 1140)]),
        (("9.30", "7:30 PM"), [(3, 570, 1170)]), (("19:00", "09:00"), []), (("10:00", "10:00"), []), (("dieci", "19"), []),
    ],
)  # fmt: skip
def test_hours_are_read_past_midnight_and_as_people_write_them(
    shop: Shop, written: tuple[str, str], meant: list[tuple[int, int, int]]
) -> None:
    sql(shop.path, "DELETE FROM orari_lavoro")
    values = (4, *written, "lavoro") if shop.kind == "own" else ("x", 4, *written, "lavoro")
    columns = ("" if shop.kind == "own" else "id, ") + "giorno_settimana, ora_inizio, ora_fine, tipo"
    sql(shop.path, f"INSERT INTO orari_lavoro ({columns}) VALUES ({', '.join('?' * len(values))})", *values)
    assert [(row.weekday, row.start, row.end) for row in shop.store.reads.calendar(THURSDAY, THURSDAY, NOW).hours] == meant


def test_an_absence_counts_however_its_days_are_written(shop: Shop) -> None:
    sara = shop.operator("Sara").id
    names = ("" if shop.kind == "own" else "id, ") + "operatore_id, data_inizio, data_fine, tipo, approvata"
    values = (*(() if shop.kind == "own" else ("x",)), sara, "12/03/2026", "13/03/2026", "ferie", 1)
    sql(shop.path, f"INSERT INTO operatori_assenze ({names}) VALUES ({', '.join('?' * len(values))})", *values)
    found = [absence for absence in shop.store.reads.calendar(THURSDAY, THURSDAY, NOW).absences if absence.operatore_id == sara]
    assert (found[-1].first, found[-1].last) == (THURSDAY, date(2026, 3, 13))


def test_an_operator_without_a_name_is_offered_by_number(shop: Shop) -> None:
    sql(shop.path, "UPDATE operatori SET nome = ' ' WHERE nome = 'Giulia'")
    assert "Operatore 2" in [operator.nome for operator in shop.store.reads.operators()]


def test_names_of_tables_and_columns_are_compared_as_sqlite_does(tmp_path: Path) -> None:
    path = tmp_path / "fluxion.db"
    make_desktop_file(path, NOW)
    for change in (
        "clienti RENAME COLUMN telefono TO Telefono",
        "servizi RENAME COLUMN nome TO NOME",
        "clienti RENAME COLUMN id TO ID",
        "orari_lavoro RENAME TO parked",
        "parked RENAME TO Orari_Lavoro",
    ):
        sql(path, f"ALTER TABLE {change}")
    store = open_store(path, clock=FrozenClock(), create=False)
    assert store.reads.clients_by_phone("3401112233")[0].nome == "Anna"
    shop = Shop(store, path, "desktop")
    assert shop.commit(shop.visit(FOUR, "Piega")).bookings
    anna = shop.client("Anna", "De Luca").id
    store.archive.erase(anna, NOW)
    assert sql(path, "SELECT nome, telefono FROM clienti WHERE id = ?", anna) == [("", "")]
    store.close()


def test_columns_another_program_computes_stop_no_erasure(shop: Shop) -> None:
    sql(shop.path, "ALTER TABLE clienti ADD COLUMN intero TEXT GENERATED ALWAYS AS (nome || ' ' || cognome) VIRTUAL")
    sql(shop.path, "ALTER TABLE appuntamenti ADD COLUMN giorno TEXT GENERATED ALWAYS AS (substr(data_ora_inizio, 1, 10)) VIRTUAL")
    anna = shop.client("Anna", "De Luca").id
    shop.commit(shop.visit(FOUR, "Piega"))
    shop.store.archive.erase(anna, NOW)
    assert (sql(shop.path, "SELECT intero FROM clienti WHERE id = ?", anna)[0][0] or "").strip() == ""


def test_a_table_without_row_numbers_is_named(own_shop: Shop) -> None:
    sql(own_shop.path, "ALTER TABLE impostazioni RENAME TO parked")
    sql(own_shop.path, "CREATE TABLE impostazioni (chiave TEXT PRIMARY KEY, valore TEXT) WITHOUT ROWID")
    own_shop.close()
    store = open_store(own_shop.path, clock=FrozenClock(), create=False)
    with pytest.raises(Unavailable, match=r"impostazioni \(made WITHOUT ROWID\)"):
        store.reads.settings()
    store.close()
