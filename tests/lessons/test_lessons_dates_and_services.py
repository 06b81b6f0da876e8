"""Wrong or lost bookings, first half: days, hours and services that were stored otherwise than they were said."""

from datetime import date, datetime, time
from typing import Any

import pytest

from pipeline.desk import bookings, places
from pipeline.model.errors import NotFound, Refused, Unavailable
from pipeline.model.writes import Committed
from tests.dialogue.script import Dialogue, Part, dialogues
from tests.dialogue.stage import Failing, Stage
from tests.lessons.conftest import Caller, Dial

ANNA = "sono Anna De Luca"


def test_lesson_01_another_years_day_is_said_with_its_year(dial: Dial) -> None:
    call = dial(now=datetime(2026, 12, 15, 9, 0))
    recap = call.says(f"{ANNA}, una piega con Sara il 7 gennaio alle 10")
    assert ("2027" in recap.text, "duemilaventisette" in recap.speech) == (True, True)
    call.say("sì")
    assert call.changed() == ["+ appuntamento Anna De Luca | Piega | Sara | 2027-01-07 10:00"]


@pytest.mark.parametrize("day", ["il 7 gennaio 2060", "il 12 marzo 2031", "il 10 marzo del 2025"])
def test_lesson_01_a_day_decades_away_or_past_is_never_stored(caller: Caller, day: str) -> None:
    refused = caller.says(f"{ANNA}, una piega con Sara", f"{day} alle 10")
    assert refused.step != "conferma"
    caller.says("sì", "sì, confermo")
    assert caller.changed() == []


def test_lesson_01_the_horizon_is_judged_again_at_the_commit(caller: Caller) -> None:
    assert caller.says(f"{ANNA}, una piega con Sara il 28 maggio alle 10").step == "conferma"
    caller.desk("UPDATE impostazioni SET valore = '30' WHERE chiave = 'max_anticipo_giorni'")
    assert caller.say("sì").actions == ()
    assert caller.changed() == []
    with pytest.raises(Refused, match="anticipo_massimo"):
        bookings.create(caller.world, cliente_id=1, servizi=[4], data=date(2026, 5, 28), ora=time(10))


def test_lesson_02_a_bare_day_fills_the_open_question_and_moves_no_appointment(dial: Dial) -> None:
    call = dial(telefono="3285550101")
    asked = call.says("sono Marco Rossi, vorrei un taglio uomo con Davide", "giovedì 19")
    assert (asked.intent, asked.step) == (None, "ora")
    call.says("alle 16", "sì")
    assert call.changed() == ["+ appuntamento Marco Rossi (1978) | Taglio Uomo | Davide | 2026-03-19 16:00"]


@pytest.mark.parametrize(
    ("said", "stored"),
    [
        ("un taglio donna", "Taglio Donna"),
        ("un taglio maschile", "Taglio Uomo"),
        ("un taglio da uomo", "Taglio Uomo"),
        ("una tinta", "Colore"),
    ],
)
def test_lesson_03_the_service_asked_for_is_the_service_stored(caller: Caller, said: str, stored: str) -> None:
    caller.desk("INSERT INTO servizi (nome, prezzo, durata_minuti, ordine) VALUES ('Taglio Donna e Uomo insieme', 99, 60, 0)")
    recap = caller.says(f"{ANNA}, vorrei {said} giovedì alle 16")
    assert stored in recap.text
    caller.say("sì")
    assert [row.split(" | ")[1] for row in caller.changed()] == [stored]


def test_lesson_03_an_ambiguous_service_is_asked_and_never_guessed(caller: Caller) -> None:
    asked = caller.says(f"{ANNA}, vorrei un taglio giovedì alle 16")
    assert (asked.step, {option["label"] for option in asked.options}) == ("servizi", {"Taglio Donna", "Taglio Uomo", "Taglio Bambino"})
    caller.says("uomo", "sì")
    assert [row.split(" | ")[1] for row in caller.changed()] == ["Taglio Uomo"]


def test_lesson_04_nothing_is_said_to_be_booked_before_its_row_is_there(caller: Caller) -> None:
    caller.say(f"{ANNA}, una piega con Sara giovedì alle 16")
    caller.ledger(Failing(caller.store.ledger, 2))
    failed = caller.say("sì", fails=True)
    assert (failed.actions, failed.degraded, caller.changed()) == ((), ("database",), [])
    assert "ho prenotato" not in failed.text.lower()
    caller.ledger(caller.store.ledger)
    caller.errors.clear()
    booked = caller.say("sì")
    assert "ho prenotato" in booked.text.lower()
    assert caller.changed() == ["+ appuntamento Anna De Luca | Piega | Sara | 2026-03-12 16:00"]


def test_lesson_05_a_dialogue_whose_words_are_right_and_whose_rows_are_not_fails(caller: Caller) -> None:
    words = [Part("C", f"{ANNA}, una piega con Sara giovedì alle 16", 1), Part("C", "sì", 2), Part("says", "prenotato", 3)]
    booked = "+ appuntamento Anna De Luca | Piega | Sara | 2026-03-12 16:00"
    faults = [
        Stage(caller.folder / name, Dialogue(name, "x", parts=words, rows=rows), caller.folder / "templates").play()
        for name, rows in (("right", [booked]), ("none", []), ("other", [booked.replace("Sara", "Giulia")]))
    ]
    assert (faults[0], [[fault[:5] for fault in each] for each in faults[1:]]) == ([], [["rows:"], ["rows:"]])


def test_lesson_05_every_golden_dialogue_ends_in_stated_rows() -> None:
    assert [each.name for each in dialogues() if each.rows is None] == []
    assert sum(1 for each in dialogues() if each.rows) > 100


def test_lesson_06_every_time_that_is_proposed_can_be_confirmed(dial: Dial) -> None:
    wish = f"{ANNA}, una piega con Sara venerdì alle 10"
    proposed = [option["value"] for option in dial().say(wish).options]
    booked: list[str] = []
    for place in ("la prima", "la seconda", "la terza"):
        call = dial()
        call.says(wish, place, "sì")
        booked += call.changed()
    assert booked == [f"+ appuntamento Anna De Luca | Piega | Sara | {time['data']} {time['ora']}" for time in proposed]
    assert len(booked) == 3


def test_lesson_06_a_time_taken_at_the_last_moment_is_not_given_twice(caller: Caller) -> None:
    caller.say(f"{ANNA}, una piega con Sara giovedì alle 16")
    ledger = caller.store.ledger
    taken = (
        "INSERT INTO appuntamenti (cliente_id, servizio_id, operatore_id, data_ora_inizio, data_ora_fine, durata_minuti, stato)"
        " VALUES (2, 4, 1, '2026-03-12T16:00:00', '2026-03-12T16:30:00', 30, 'confermato')"
    )

    class Slower:
        """The desk is faster by a moment, once."""

        beaten = False

        def commit(self, *writes: Any, **more: Any) -> Committed:
            if not self.beaten:
                self.beaten = True
                caller.desk(taken)
            return ledger.commit(*writes, **more)

        def __getattr__(self, name: str) -> Any:
            return getattr(ledger, name)

    caller.ledger(Slower())
    told = caller.say("sì")
    assert (told.actions, told.step, len(told.options)) == ((), "alternative", 3)
    assert caller.changed() == []


def test_lesson_07_an_error_while_looking_is_never_taken_for_free(caller: Caller) -> None:
    caller.say(f"{ANNA}, una piega con Sara")

    def broken(*_: object) -> None:
        raise Unavailable("database", "no such column")

    caller.store.reads.calendar = broken  # pyright: ignore[reportAttributeAccessIssue]
    answer = caller.say("giovedì alle 16", fails=True)
    assert (answer.step == "conferma", "database" in answer.degraded) == (False, True)
    caller.say("sì", fails=True)
    assert caller.changed() == []


@pytest.mark.parametrize(("start", "free"), [("15:31", False), ("15:30", True), ("16:29", False), ("16:30", True)])
def test_lesson_07_times_are_compared_as_intervals(caller: Caller, start: str, free: bool) -> None:
    caller.says(f"{ANNA}, una piega con Sara giovedì alle 16", "sì")
    day, at = date(2026, 3, 12), time.fromisoformat(start)
    assert places.disponibilita(caller.world, data=day, servizi=[4], ora=at, operatore_id=1)["available"] is free
    assert places.disponibilita(caller.world, data=day, servizi=[4], ora=at, operatore_id=2)["available"] is True


def test_lesson_07_neither_the_break_nor_the_past_is_offered(dial: Dial) -> None:
    call = dial(now=datetime(2026, 3, 12, 11, 40))
    slots = places.disponibilita(call.world, data=date(2026, 3, 12), servizi=[4])["slots"]
    begins = sorted({slot["ora"] for slot in slots})
    assert (begins[0], [at for at in begins if "12:31" <= at < "14:00"]) == ("14:00", [])
    assert call.says(f"{ANNA}, una piega con Sara oggi alle 13").step == "alternative"
    assert call.says("alle 9 di stamattina").step != "conferma"


@pytest.mark.parametrize(
    "away",
    [
        "INSERT INTO operatori_assenze (operatore_id, data_inizio, data_fine, approvata) VALUES (1, '2026-03-09', '2026-03-20', 1)",
        "INSERT INTO orari_lavoro (giorno_settimana, ora_inizio, ora_fine, tipo, operatore_id) VALUES (4, '09:00', '12:00', 'lavoro', 1)",
        "DELETE FROM operatori_servizi WHERE operatore_id = 1 AND servizio_id = 4",
        "UPDATE operatori SET attivo = 0 WHERE id = 1",
    ],
    ids=["on holiday", "works other hours", "does not do it", "left"],
)
def test_lesson_08_nobody_is_booked_who_is_away_or_does_not_do_the_service(caller: Caller, away: str) -> None:
    caller.desk(away)
    assert caller.says(f"{ANNA}, una piega con Sara giovedì alle 16").step != "conferma"
    caller.says("sì", "giovedì alle 16", "sì")
    assert [row for row in caller.changed() if "| Sara |" in row] == []
    with pytest.raises((Refused, NotFound)):
        bookings.create(caller.world, cliente_id=1, servizi=[4], data=date(2026, 3, 12), ora=time(16), operatore_id=1)
