"""Prices of a visit, the cancellation window, the words of a WhatsApp message, the wire shapes."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from pipeline.model.business import BookedService, Booking, Client, Lexicon, Operator, Service
from pipeline.model.parse import Name, Parse
from pipeline.model.session import OfferedSlot, Option, Slots, When
from pipeline.model.writes import PricedRow, QueueMessage
from pipeline.rules import shapes
from pipeline.rules.calendar import plan
from pipeline.rules.cancelling import too_late
from pipeline.rules.messages import italian_date, message
from pipeline.rules.pricing import keep_prices, price_rows

CUT = Service(1, "Taglio", 30, prezzo=Decimal("25.50"))
WASH = Service(2, "Piega", 20, buffer=10)
START = datetime(2026, 3, 12, 16, 0)
BOOKING = Booking(
    9, (9, 10), 4, (BookedService(1, "Taglio", 30, Decimal(20)), BookedService(2, "Piega", 20)), START, datetime(2026, 3, 12, 16, 50),
    "confermato", 3, "K7P2", "porta il cane",
)  # fmt: skip
LEXICON = Lexicon((CUT, WASH), (Operator(3, "Ada", "Bruni"),))
CLIENT = Client(4, "Lidia", "Ferri", "+39 340 1112223")


def test_a_discount_makes_the_final_price_and_a_service_without_price_costs_nothing() -> None:
    rows = plan((CUT, WASH), START)
    assert price_rows(rows, (CUT, WASH), Decimal(15)) == (
        PricedRow(rows[0], Decimal("25.50"), Decimal(15), Decimal("21.68")),
        PricedRow(rows[1], Decimal(0), Decimal(15), Decimal("0.00")),
    )


@pytest.mark.parametrize(("sconto", "final"), [(None, "25.50"), (Decimal(-5), "25.50"), (Decimal(100), "0.00"), (Decimal(250), "0.00")])
def test_a_discount_outside_a_hundred_is_held_inside(sconto: Decimal | None, final: str) -> None:
    assert price_rows(plan((CUT,), START), (CUT,), sconto)[0].prezzo_finale == Decimal(final)


def test_a_moved_visit_keeps_the_price_it_was_booked_at() -> None:
    rows = price_rows(plan((CUT, WASH), START), (CUT, WASH), None)
    assert keep_prices(rows, BOOKING.services) == (PricedRow(rows[0].row, Decimal(20), Decimal(0), Decimal(20)), rows[1])


def test_exactly_the_hours_of_the_window_are_in_time() -> None:
    assert not too_late(BOOKING, 24, START - timedelta(hours=24))
    assert too_late(BOOKING, 24, START - timedelta(hours=24) + timedelta(seconds=1))
    assert not too_late(BOOKING, 0, START)
    assert too_late(BOOKING, 0, START + timedelta(minutes=1))


def test_the_date_of_a_message_is_in_italian_words() -> None:
    assert italian_date(date(2026, 3, 12)) == "giovedì 12 marzo 2026"
    assert italian_date(date(2027, 1, 1)) == "venerdì 1º gennaio 2027"


def test_a_confirmation_names_what_will_be_stored_and_belongs_to_the_new_booking() -> None:
    rows = price_rows(plan((CUT, WASH), START), (CUT, WASH), None)
    assert message("booking_confirmation", CLIENT, None, LEXICON, "m1", rows=rows, operatore_id=3, code="K7P2") == QueueMessage(
        "m1",
        "3401112223",
        "booking_confirmation",
        (
            ("nome", "Lidia"), ("data", "giovedì 12 marzo 2026"), ("ora", "16:00"), ("servizio", "Taglio, Piega"), ("operatore", "Ada"),
            ("codice", "K7P2"),
        ),
        cliente_id=4,
        of_booking=True,
    )  # fmt: skip


def test_a_cancellation_is_told_from_the_booking_as_it_stands() -> None:
    told = message("booking_cancellation", CLIENT, BOOKING, LEXICON, "m2")
    assert told is not None
    assert (told.appuntamento_id, told.of_booking, dict(told.params)["servizio"]) == (9, False, "Taglio, Piega")
    assert dict(message("booking_cancellation", CLIENT, replace(BOOKING, operatore_id=None), LEXICON, "m").params)["operatore"] == ""  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "client", [None, replace(CLIENT, consenso_whatsapp=False), replace(CLIENT, telefono="06 1234567"), replace(CLIENT, telefono="")]
)
def test_whoever_must_not_or_cannot_be_messaged_gets_nothing(client: Client | None) -> None:
    assert message("booking_cancellation", client, BOOKING, LEXICON, "m3") is None


def test_an_appointment_on_the_wire_is_one_visit() -> None:
    assert shapes.appointment(BOOKING) == {
        "id": 9,
        "ids": [9, 10],
        "confirmation_code": "K7P2",
        "cliente_id": 4,
        "servizi": [
            {"servizio_id": 1, "nome": "Taglio", "durata_minuti": 30, "prezzo": 20.0},
            {"servizio_id": 2, "nome": "Piega", "durata_minuti": 20, "prezzo": None},
        ],
        "operatore_id": 3,
        "data": "2026-03-12",
        "ora": "16:00",
        "ora_fine": "16:50",
        "durata_minuti": 50,
        "prezzo": 20.0,
        "stato": "confermato",
        "note": "porta il cane",
        "whatsapp_confirmed": False,
    }


def test_slots_on_the_wire_hold_only_what_is_known() -> None:
    known = Slots(cliente_id=4, servizi=(1, 77), quando=When(data=date(2026, 3, 12), ora=time(16)), nuovo=When(ora=time(17)))
    assert shapes.slots(known, (CUT, WASH)) == {
        "cliente_id": 4,
        "servizi": [{"servizio_id": 1, "nome": "Taglio", "durata_minuti": 30}],
        "data": "2026-03-12",
        "ora": "16:00",
        "nuova_ora": "17:00",
    }
    assert shapes.slots(Slots(), ()) == {}


def test_options_on_the_wire_carry_an_id_or_a_time() -> None:
    listed = (Option(1, "servizio", "Taglio", 1), Option(2, "slot", "alle 16", slot=OfferedSlot(date(2026, 3, 12), time(16), 3)))
    assert shapes.options(listed) == [
        {"n": 1, "kind": "servizio", "label": "Taglio", "value": 1},
        {"n": 2, "kind": "slot", "label": "alle 16", "value": {"data": "2026-03-12", "ora": "16:00", "operatore_id": 3}},
    ]


def test_a_parse_on_the_wire_has_every_field_of_the_contract_and_no_other() -> None:
    said = Parse("dopo le 18", time_interval=(time(18), None), name=Name("Lidia"), alternatives=((None, time(9)),), confidence=0.81234)
    shape = shapes.parse(said)
    assert " ".join(shape) == (
        "language intent confidence command correction date time date_interval time_interval alternatives weekdays_excluded approximate "
        "earliest conflict services services_ambiguous services_unknown operators any_operator operator_gender name telefono data_nascita "
        "yes_no ordinal notes"
    )
    assert shape["time_interval"] == {"from": "18:00", "to": None}
    assert shape["alternatives"] == [{"date": None, "time": "09:00"}]
    assert (shape["name"], shape["confidence"]) == ({"nome": "Lidia", "cognome": None}, 0.812)
