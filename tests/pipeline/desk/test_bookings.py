"""`appuntamenti.*`: what is written, what is answered, what is refused."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from pipeline.desk import bookings
from pipeline.model.business import Settings
from pipeline.model.calendar import Hold, Slot
from pipeline.model.errors import Conflict, NotFound, Refused, Unavailable
from pipeline.model.writes import AuditTurn
from tests.pipeline.desk.business import DAY, LIDIA, NOW, booked, hours_of, in_days, salon


def test_an_appointment_is_written_answered_told_and_audited() -> None:
    world, memory = salon()
    made = booked(world, time(16), 2, 1, note="allergica", operatore_id=1)
    assert made == {
        "id": 1,
        "ids": [1, 2],
        "confirmation_code": "CODE02",
        "cliente_id": 1,
        "servizi": [
            {"servizio_id": 2, "nome": "Colore", "durata_minuti": 60, "prezzo": 60.0},
            {"servizio_id": 1, "nome": "Taglio", "durata_minuti": 30, "prezzo": 25.0},
        ],
        "operatore_id": 1,
        "data": "2026-03-12",
        "ora": "16:00",
        "ora_fine": "17:45",
        "durata_minuti": 105,
        "prezzo": 85.0,
        "stato": "confermato",
        "note": "allergica",
        "whatsapp_confirmed": False,
    }
    assert [(line.inizio.hour, line.inizio.minute, line.fine.minute, line.fonte) for line in memory.book.lines] == [
        (16, 0, 0, "manuale"),
        (17, 15, 45, "manuale"),
    ]
    (message,) = memory.messages()
    assert (message.to, message.template, message.appuntamento_id) == ("3401112223", "booking_confirmation", 1)
    assert dict(message.params)["servizio"] == "Colore, Taglio"
    assert memory.book.audit == (AuditTurn("rpc", NOW, slots='{"cliente_id": 1}', action="appuntamenti.create", result="ok"),)


@pytest.mark.parametrize("cliente_id", [3, 4])
def test_landlines_and_whoever_does_not_want_it_are_not_messaged(cliente_id: int) -> None:
    world, memory = salon()
    booked(world, time(16), cliente_id=cliente_id)
    assert (len(memory.book.lines), memory.messages()) == (1, ())


def test_the_same_request_again_gives_the_stored_answer_and_changes_nothing() -> None:
    world, memory = salon()
    first = booked(world, time(16), request_id="r1")
    before = memory.book
    assert booked(world, time(17), request_id="r1") == first
    assert memory.book == before
    assert booked(world, time(17), request_id="r2")["id"] != first["id"]


def test_a_taken_time_is_a_conflict_with_alternatives() -> None:
    world, memory = salon()
    booked(world, time(16), operatore_id=1)
    with pytest.raises(Conflict) as refused:
        booked(world, time(16, 15), cliente_id=2, operatore_id=1)
    assert refused.value.alternatives == (
        Slot(DAY, time(15, 30), time(16), 1), Slot(DAY, time(16, 30), time(17), 1), Slot(DAY, time(18), time(18, 30), 1),
    )  # fmt: skip
    assert len(memory.book.lines) == 1


@pytest.mark.parametrize(
    ("data", "ora", "reason"),
    [
        (in_days(6), time(10), "giorno_chiuso"),
        (DAY, time(8), "prima_apertura"),
        (DAY, time(19), "dopo_chiusura"),
        (DAY, time(13), "pausa"),
        (NOW.date(), time(9), None),
        (in_days(-4), time(10), "anticipo_minimo"),
        (in_days(91), time(10), "anticipo_massimo"),
    ],
)
def test_the_rules_of_a_call_hold_at_the_desk(data: date, ora: time, reason: str | None) -> None:
    world, _ = salon()
    answer = bookings.disponibilita(world, data=data, ora=ora, servizi=[1])
    assert (answer["available"], answer.get("reason")) == (reason is None, reason)


def test_a_refusal_carries_its_reason_and_what_is_free_instead() -> None:
    world, _ = salon()
    with pytest.raises(Refused) as refused:
        booked(world, time(13))
    assert (refused.value.reason, len(refused.value.alternatives)) == ("pausa", 3)


def test_held_slots_never_stop_the_desk() -> None:
    hold = Hold("call", DAY, 960, 990, (1,), None)
    world, _ = salon(operators=(), holds=((hold, datetime(2026, 3, 9, 9)),))
    assert booked(world, time(16))["operatore_id"] is None


@pytest.mark.parametrize(
    ("values", "what"),
    [({"cliente_id": 99}, "cliente_id"), ({"servizi": [99]}, "servizi"), ({"operatore_id": 99}, "operatore_id")],
)
def test_an_id_that_is_not_there_is_named(values: dict[str, object], what: str) -> None:
    world, memory = salon()
    given = {"cliente_id": 1, "servizi": [1], "data": DAY, "ora": time(16), **values}
    with pytest.raises(NotFound) as missing:
        bookings.create(world, **given)  # type: ignore[arg-type]
    assert (missing.value.what, memory.book.lines) == (what, ())


def test_ids_written_as_text_name_the_same_rows() -> None:
    world, _ = salon()
    made = bookings.create(world, cliente_id="1", servizi=["2"], data=DAY, ora=time(16), operatore_id="1")
    assert (made["cliente_id"], made["servizi"][0]["servizio_id"], made["operatore_id"]) == (1, 2, 1)


def test_whoever_is_slower_by_a_moment_is_refused_and_writes_nothing() -> None:
    world, memory = salon(operators=())
    rival, taken = salon(operators=())
    booked(rival, time(16), cliente_id=2)
    memory.before_commit.append(lambda: setattr(memory, "book", replace(memory.book, lines=taken.book.lines)))
    with pytest.raises(Conflict):
        booked(world, time(16))
    assert memory.book.lines == taken.book.lines


def test_a_change_keeps_what_was_not_given_and_the_ids() -> None:
    world, memory = salon()
    made = booked(world, time(16), 2, 1, operatore_id=1, note="con calma")
    changed = bookings.update(world, id=made["ids"][1], ora=time(15))
    assert changed == {**made, "ora": "15:00", "ora_fine": "16:45"}
    told = memory.messages()[-1]
    assert (told.template, dict(told.params)["ora"], dict(told.params)["codice"]) == ("booking_change", "15:00", made["confirmation_code"])


def test_an_appointment_may_move_over_its_own_old_time() -> None:
    world, _ = salon()
    made = booked(world, time(16), 2, operatore_id=1)
    assert bookings.update(world, id=made["id"], ora=time(16, 30))["ora"] == "16:30"


def test_the_operator_is_kept_if_that_is_possible_and_replaced_if_not() -> None:
    world, _ = salon()
    made = booked(world, time(16), operatore_id=2)
    booked(world, time(17), cliente_id=2, operatore_id=2)
    assert bookings.update(world, id=made["id"], ora=time(15))["operatore_id"] == 2
    assert bookings.update(world, id=made["id"], ora=time(17))["operatore_id"] == 1
    with pytest.raises(Conflict):
        bookings.update(world, id=made["id"], ora=time(17), operatore_id=2)


def test_services_may_be_added_and_taken_away() -> None:
    world, memory = salon()
    made = booked(world, time(16), operatore_id=1)
    more = bookings.update(world, id=made["id"], servizi=[1, 3])
    assert (more["ids"], more["ora_fine"], more["prezzo"]) == ([1, 2], "16:50", 43.0)
    less = bookings.update(world, id=made["id"], servizi=[3])
    assert (less["ids"], less["ora_fine"], less["prezzo"]) == ([1], "16:20", 18.0)
    assert [line.stato for line in memory.book.lines] == ["confermato", "cancellato"]


def test_a_note_alone_is_written_without_judging_the_time_or_telling_anybody() -> None:
    world, memory = salon()
    made = booked(world, time(16))
    memory.clock.at = datetime(2026, 3, 20, 9)
    changed = bookings.update(world, id=made["id"], note="ha dimenticato la sciarpa")
    assert changed == {**made, "note": "ha dimenticato la sciarpa"}
    assert len(memory.messages()) == 1


def test_an_update_of_nothing_changes_nothing() -> None:
    world, memory = salon()
    made = booked(world, time(16))
    lines = memory.book.lines
    assert bookings.update(world, id=made["id"], ora=time(16), data=DAY) == made
    assert memory.book.lines == lines


def test_a_moved_visit_keeps_the_price_it_was_booked_at() -> None:
    world, memory = salon()
    made = booked(world, time(16))
    memory.book = replace(memory.book, services=tuple(replace(one, prezzo=one.prezzo and one.prezzo * 2) for one in memory.book.services))
    assert bookings.update(world, id=made["id"], ora=time(15))["prezzo"] == 25.0
    assert bookings.update(world, id=made["id"], servizi=[3])["prezzo"] == 36.0


def test_a_cancelled_appointment_stays_as_a_row_and_frees_its_time() -> None:
    world, memory = salon()
    made = booked(world, time(16), 2, 1, operatore_id=1)
    gone = bookings.delete(world, id=made["id"], reason="influenza", request_id="d1")
    assert gone == {**made, "stato": "cancellato"}
    assert [line.stato for line in memory.book.lines] == ["cancellato", "cancellato"]
    assert memory.messages()[-1].template == "booking_cancellation"
    assert bookings.delete(world, id=made["id"], request_id="d1") == gone
    assert bookings.delete(world, id=made["id"]) == gone
    assert len(memory.messages()) == 2
    assert booked(world, time(16), cliente_id=2, operatore_id=1)["operatore_id"] == 1


def test_a_cancelled_appointment_cannot_be_changed_and_a_missing_one_is_not_found() -> None:
    world, _ = salon()
    made = booked(world, time(16))
    bookings.delete(world, id=made["id"])
    with pytest.raises(Conflict):
        bookings.update(world, id=made["id"], ora=time(15))
    with pytest.raises(NotFound):
        bookings.update(world, id=99, ora=time(15))
    with pytest.raises(NotFound):
        bookings.delete(world, id="nothing")


def test_the_cancellation_window_refuses_cancelling_and_moving_but_not_another_operator() -> None:
    world, memory = salon(settings=Settings(ore_disdetta=24))
    made = booked(world, time(16), operatore_id=2)
    memory.clock.at = datetime(2026, 3, 11, 16, 0)
    assert bookings.update(world, id=made["id"], ora=time(16, 30))["ora"] == "16:30"
    memory.clock.at = datetime(2026, 3, 11, 16, 31)
    for act in (lambda: bookings.delete(world, id=made["id"]), lambda: bookings.update(world, id=made["id"], ora=time(17))):
        with pytest.raises(Refused, match="ore_disdetta"):
            act()
    assert bookings.update(world, id=made["id"], operatore_id=1)["operatore_id"] == 1


def test_a_visit_changed_at_the_desktop_meanwhile_is_decided_anew() -> None:
    world, memory = salon()
    made = booked(world, time(16), operatore_id=1)
    once = [lambda: bookings.update(world, id=made["id"], note="dal banco")]

    def meanwhile() -> None:
        if once:
            once.pop()()

    memory.before_commit.append(meanwhile)
    assert bookings.update(world, id=made["id"], ora=time(15))["note"] == "dal banco"


def test_a_whole_day_lists_its_free_starts() -> None:
    world, _ = salon()
    booked(world, time(9), 2, operatore_id=1)
    answer = bookings.disponibilita(world, data=DAY, servizi=[2])
    assert answer["available"] is True
    assert hours_of(answer["slots"]) == [
        "10:30",
        "11:00",
        "11:30",
        "12:00",
        "14:00",
        "14:30",
        "15:00",
        "15:30",
        "16:00",
        "16:30",
        "17:00",
        "17:30",
        "18:00",
    ]


def test_a_day_without_room_says_why_and_what_is_free_instead() -> None:
    world, _ = salon(operators=())
    for hour in (*range(9, 13), *range(14, 19)):
        booked(world, time(hour), 1, 1)
    full = bookings.disponibilita(world, data=DAY, servizi=[1])
    assert (full["available"], full["reason"], full["slots"], len(full["alternatives"])) == (False, "conflitto", [], 3)
    closed = bookings.disponibilita(world, data=in_days(6), durata_minuti=45)
    assert (closed["reason"], len(closed["alternatives"])) == ("giorno_chiuso", 3)


def test_a_bare_duration_and_an_excluded_visit_are_judged() -> None:
    world, _ = salon(operators=())
    made = booked(world, time(16))
    assert bookings.disponibilita(world, data=DAY, ora=time(16), durata_minuti=45)["reason"] == "conflitto"
    free = bookings.disponibilita(world, data=DAY, ora=time(16), durata_minuti=45, escludi_id=made["id"])
    assert free == {"available": True, "operatore_id": None, "alternatives": []}


def test_appointments_are_listed_by_page() -> None:
    world, _ = salon()
    ids = [booked(world, time(hour), cliente_id=client)["id"] for hour, client in ((9, 1), (10, 2), (11, 1))]
    assert [one["id"] for one in bookings.list_bookings(world)["appuntamenti"]] == ids
    page = bookings.list_bookings(world, cliente_id=LIDIA.id, limit=1)
    assert ([one["id"] for one in page["appuntamenti"]], page["more"]) == (ids[:1], True)
    assert bookings.list_bookings(world, stato="cancellato")["appuntamenti"] == []


def test_without_the_file_nothing_is_promised() -> None:
    world, memory = salon()
    memory.broken = True
    with pytest.raises(Unavailable, match="database"):
        booked(world, time(16))
