"""An erasure takes all of one person and nothing of another: lines that many callers share, words that are names, programs that read."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import apsw
import orjson
import pytest

from tests.dialogue.phone import NOW
from tests.reliability.business import asked
from tests.reliability.serving import Serving
from tests.reliability.test_personal_data import found

NAME, SURNAME, PHONE = "Ermenegilda", "Fioravanzo", "3475512889"
SPOKEN = "tre quattro sette cinque cinque uno due otto otto nove"
TRACES = (NAME, SURNAME, PHONE, "347 551 2889", SPOKEN, "1971-07-14", "14 luglio", "quattordici luglio", "settantuno")
REGISTRATION = (
    f"Vorrei una piega con Giulia venerdì alle 11, sono {NAME} {SURNAME}", "sì", SPOKEN, "sì", "quattordici luglio settantuno", "sì", "sì",
    "no grazie",
)  # fmt: skip
ANNA = ("Sono Anna De Luca, vorrei una piega con Sara giovedì alle 16", "sì", "no grazie")


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    """A child over a fresh file."""
    child = Serving(tmp_path)
    yield child
    assert child.end() == 0


def call(serving: Serving, words: tuple[str, ...], session: str) -> None:
    """A whole call, each turn with a request id."""
    for number, each in enumerate(words):
        serving.say(each, session, request_id=f"{session} {number} {words[0]}")


def registered(serving: Serving, session: str = "s") -> Any:
    """The person's id once she is registered by voice."""
    call(serving, REGISTRATION, session)
    return serving.call("clienti.search", telefono=PHONE)["result"]["clienti"][0]["id"]


def test_callers_who_share_a_session_id_do_not_share_an_erasure(serving: Serving) -> None:
    client = registered(serving, "linea 1")
    call(serving, ANNA, "linea 1")
    serving.call("gdpr.erase", cliente_id=client)
    assert found(serving.folder, TRACES) == {}
    said = asked(serving.path, "SELECT user_input FROM voice_audit_log WHERE session_id = 'linea 1' ORDER BY id")[0]
    assert said == (("[REDACTED]",),) * len(REGISTRATION) + tuple((each,) for each in ANNA)


def test_callers_who_share_a_session_id_do_not_share_an_export(serving: Serving) -> None:
    client = registered(serving, "linea 1")
    call(serving, ANNA, "linea 1")
    rows = [serving.call("gdpr.export", cliente_id=each)["result"]["data"]["voice_audit_log"] for each in (client, 1)]
    assert [tuple(row["user_input"] for row in each) for each in rows] == [REGISTRATION, ANNA]


def test_questions_and_wishes_on_a_shared_line_are_those_of_whoever_called(serving: Serving) -> None:
    call(serving, (*REGISTRATION[:-1], "avete una sauna finlandese?", "voglio parlare con una persona", "sì"), "linea 1")
    client = serving.call("clienti.search", telefono=PHONE)["result"]["clienti"][0]["id"]
    serving.notify("$/now", now=(NOW + timedelta(hours=1)).isoformat())
    serving.say("buonasera", "linea 1")
    call(serving, (*ANNA[:2], "avete una vasca norvegese?"), "linea 1")
    hers, annas = (serving.call("gdpr.export", cliente_id=each)["result"]["data"] for each in (client, 1))
    assert [[row["question"] for row in data["sidecar_unanswered"]] for data in (hers, annas)] == [
        ["avete una sauna finlandese?"], ["avete una vasca norvegese?"],
    ]  # fmt: skip
    assert [len(data["sidecar_handoffs"]) for data in (hers, annas)] == [1, 0]
    serving.call("gdpr.erase", cliente_id=client)
    assert found(serving.folder, (*TRACES, "finlandese")) == {}
    assert asked(serving.path, "SELECT question FROM sidecar_unanswered")[0] == (("avete una vasca norvegese?",),)


def test_an_export_holds_the_calls_and_messages_that_were_tied_to_nobody(serving: Serving) -> None:
    call(serving, (f"Vorrei una piega, sono {NAME} {SURNAME}", "no"), "before")
    serving.call("whatsapp.send_template", to=f"+39{PHONE}", template="booking_change", params={"nome": NAME})
    serving.say("mi chiamo Anna De Luca e aspetto Ermenegilda Fioravanzo", "anna")
    client = serving.call("clienti.create", nome=NAME, cognome=SURNAME, telefono=PHONE)["result"]["id"]
    data = serving.call("gdpr.export", cliente_id=client)["result"]["data"]
    assert {row["session_id"] for row in data["voice_audit_log"]} == {"before"}
    assert [row["id"] for row in data["voice_sessions"]] == ["before"]
    assert [row["recipient"] for row in data["whatsapp_outbox"]] == [PHONE]


def test_a_number_in_words_and_a_birth_go_from_the_calls_of_others(serving: Serving) -> None:
    client = registered(serving)
    call(serving, (*ANNA[:2], f"la mia amica {SURNAME}, nata il 14 luglio 1971, viene con me", f"il suo numero è {SPOKEN}"), "anna")
    call(serving, (f"avete la sauna? mi chiami al {SPOKEN}",), "nobody")
    call(serving, (f"sono la {NAME.lower()}, nata il quattordici luglio millenovecentosettantuno, fate i tatuaggi?",), "who")
    serving.call("gdpr.erase", cliente_id=client)
    assert found(serving.folder, TRACES) == {}


def test_a_name_that_is_a_word_wipes_nobody_elses_call(serving: Serving) -> None:
    for each in ("Vorrei un taglio donna venerdì alle 15 con Giulia", "quanto costa?", "siete aperti la domenica?"):
        serving.say(each, "other")
    serving.call("gdpr.erase", cliente_id=14)  # Martina Costa
    sunday = serving.call("clienti.create", nome="Domenica", cognome="Lo Verso", telefono="3405556677")["result"]["id"]
    serving.call("gdpr.erase", cliente_id=sunday)
    turns = [serving.say(each, "other") for each in ("sono Laura Gatti", "sì")]
    assert [turn["degraded"] for turn in turns] == [[], []]
    assert turns[1]["action"]["type"] == "appuntamento_creato"


def test_a_surname_that_is_a_word_goes_from_what_others_said_where_it_is_a_name(serving: Serving) -> None:
    said = (
        "Vorrei una piega con Sara giovedì alle 16, sono Anna De Luca",
        "quanto costa la piega?",
        "viene con me la signora costa",
        "la Costa ha chiamato, quanto costa per due?",
        "si scrive ci o esse ti a",
    )
    call(serving, said, "anna")
    for each in ("avete la sauna? me lo chiede la signora Costa", "fate i massaggi? mi chiamo costa"):
        serving.say(each, session="nobody")
    visit = {"cliente_id": 1, "servizi": [4], "data": "2026-03-20", "ora": "12:00", "note": "insieme alla signora Costa; costa 20 euro"}
    assert "result" in serving.call("appuntamenti.create", **visit)
    serving.call("gdpr.erase", cliente_id=14)  # Martina Costa
    assert found(serving.folder, ("signora costa", "la costa", "chiamo costa", "o esse ti a", "martina")) == {}
    assert asked(serving.path, "SELECT user_input FROM voice_audit_log WHERE session_id = 'anna' ORDER BY id LIMIT 2")[0] == (
        (said[0],),
        (said[1],),
    )
    assert asked(serving.path, "SELECT note FROM appuntamenti WHERE data_ora_inizio LIKE '2026-03-20T12%'")[0] == (
        ("insieme alla signora [REDACTED]; costa 20 euro",),
    )


def test_a_number_told_in_pieces_over_several_turns_goes(serving: Serving) -> None:
    client = registered(serving)
    call(serving, (*ANNA[:2], "il numero della mia amica è tre quattro sette", "cinque cinque uno due", "otto otto nove"), "anna")
    serving.call("gdpr.erase", cliente_id=client)
    assert found(serving.folder, ("cinque cinque uno due", "otto otto nove")) == {}
    assert asked(serving.path, "SELECT user_input FROM voice_audit_log WHERE session_id = 'anna' ORDER BY id LIMIT 1")[0] == ((ANNA[0],),)


@pytest.mark.parametrize("session", [PHONE, f"+39{PHONE}", f"call-{PHONE}-7", f"{NAME.lower()} {SURNAME.lower()}"])
def test_a_session_that_is_called_by_the_number_or_the_name_gets_another_name(serving: Serving, session: str) -> None:
    client = registered(serving, session)
    serving.say("avete la sauna?", session)
    rows = asked(serving.path, "SELECT count(*) FROM voice_audit_log")
    serving.call("gdpr.erase", cliente_id=client)
    assert found(serving.folder, TRACES) == {}
    assert asked(serving.path, "SELECT count(*) - 1 FROM voice_audit_log", "PRAGMA foreign_key_check") == (*rows, ())
    assert serving.say("buongiorno", session)["session_id"] == session


def test_a_stranger_with_the_same_first_name_keeps_the_call(serving: Serving) -> None:
    client = registered(serving)
    words = (f"Vorrei una piega con Sara giovedì alle 16, sono {NAME} Zanotti", "sì", "340 123 9876")
    call(serving, words, "stranger")
    serving.call("gdpr.erase", cliente_id=client)
    for each in ("sì", "no", "sì", "sì"):
        turn = serving.say(each, "stranger")
    assert turn["action"]["type"] == "appuntamento_creato"
    assert asked(serving.path, "SELECT nome, cognome FROM clienti WHERE telefono = '3401239876'") == (((NAME, "Zanotti"),),)


def test_what_another_program_still_reads_is_cleaned_once_it_has_gone(tmp_path: Path) -> None:
    serving = Serving(tmp_path)
    client = registered(serving)
    reader: Any = apsw.Connection(str(serving.path))
    reader.execute("BEGIN; SELECT count(*) FROM clienti").fetchall()
    began = monotonic()
    serving.call("gdpr.erase", cliente_id=client)
    assert monotonic() - began < 2
    assert found(tmp_path, TRACES) != {}
    reader.execute("ROLLBACK")
    reader.close()
    assert serving.end() == 0
    again = Serving(tmp_path, fresh=False)
    again.call("servizi.list")
    until = monotonic() + 20
    while found(tmp_path, TRACES) and monotonic() < until:
        sleep(0.1)
    assert again.end() == 0
    assert found(tmp_path, TRACES) == {}


def test_a_large_export_is_a_file_that_goes_with_the_person(serving: Serving) -> None:
    client = registered(serving)
    connection: Any = apsw.Connection(str(serving.path))
    visit = "INSERT INTO appuntamenti (cliente_id, servizio_id, data_ora_inizio, data_ora_fine, stato, note) VALUES (?, 4, ?, ?, ?, ?)"
    row = (client, "2020-01-01T10:00:00", "2020-01-01T10:30:00", "completato", f"{SURNAME} " * 1000)
    with connection:
        connection.executemany(visit, [row] * 1000)
    connection.close()
    path = Path(serving.call("gdpr.export", cliente_id=client)["result"]["path"])
    data = orjson.loads(path.read_bytes())
    assert (data["cliente"]["cognome"], len(data["appuntamenti"]), path.is_relative_to(serving.folder)) == (SURNAME, 1001, True)
    assert serving.call("gdpr.erase", cliente_id=client)["result"]["exports"] == 1
    assert found(serving.folder, TRACES) == {}
