"""Personal data: what is held is exported, what is erased is in no byte, what is logged names nobody."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import apsw
import orjson
import pytest

from tests.dialogue.phone import NOW
from tests.reliability.business import asked
from tests.reliability.serving import Serving

NAME, SURNAME, PHONE = "Ildegarda", "Provenzani", "3401239876"
TRACES = (NAME, SURNAME, PHONE, "340 123 9876", "340 1239876", "340-123-9876", "zero, uno due tre", "1971-02-03", "Ildegarda.P")
REGISTRATION = (
    f"Vorrei una piega con Giulia venerdì alle 11, sono {NAME} {SURNAME}", "sì", "340 123 9876", "sì", "3 febbraio 1971", "sì", "sì",
)  # fmt: skip


def found(folder: Path, traces: tuple[str, ...] = TRACES) -> dict[str, list[str]]:
    """The traces of the person in any byte of any file of the folder."""
    hits: dict[str, list[str]] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes().lower()
        there = [trace for trace in traces if any(trace.lower().encode(code) in content for code in ("utf-8", "utf-16-le"))]
        if there:
            hits[path.name] = there
    return hits


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    """A child whose every word is logged, to a file in its own folder."""
    child = Serving(tmp_path, "--log-level", "debug", "--log-file", str(tmp_path / "sidecar.log"))
    yield child
    assert child.end() == 0


def well_known(serving: Serving) -> Any:
    """The person leaves traces wherever a person can; the client's id."""
    for number, words in enumerate(REGISTRATION):
        serving.call("voice.process", text=words, session_id="s", tts=False, request_id=f"turn {number}")
    serving.say(f"sono {NAME} {SURNAME}, avete una sauna per il mio cane?", session="question")
    serving.say(f"sono {NAME} {SURNAME}, voglio parlare con una persona", session="person")
    serving.say("sì", session="person")
    client = serving.call("clienti.search", telefono=PHONE)["result"]["clienti"][0]["id"]
    serving.call("waitlist.add", cliente_id=client, servizio_id=4, data_preferita="2026-03-20", request_id="wait")
    note = f"{NAME} {SURNAME} porta il cane, chiamare {PHONE}"
    visit = {"cliente_id": client, "servizi": [4], "data": "2026-03-19", "ora": "16:00", "note": note, "request_id": "visit"}
    assert "result" in serving.call("appuntamenti.create", **visit)
    serving.say("mi manda il link del mio profilo?", session="s2", telefono=PHONE)
    serving.call("clienti.search", query=f"{NAME} {SURNAME}")
    serving.call(
        "formatter.format", response=f"Ciao {NAME}", language="it", customer_id=client, workspace_id="default", original_question=SURNAME
    )
    return client


def with_errors(serving: Serving) -> None:
    """Everything goes wrong that can, with the person's name in it."""
    for line in (f'{{"jsonrpc": "2.0", "id": 1, "method": "{SURNAME}"}}', f"{NAME} {SURNAME} {PHONE}", f'{{"{SURNAME}": '):
        serving.write(line.encode() + b"\n")
    serving.call("clienti.create", nome=NAME, cognome=SURNAME, telefono=f"{PHONE} ext {NAME}")
    serving.call("clienti.create", nome=NAME, cognome=SURNAME, telefono=PHONE)
    serving.call("clienti.create", **{SURNAME: NAME})
    serving.call("appuntamenti.create", cliente_id=SURNAME, servizi=[PHONE], data=NAME, ora=NAME)
    serving.call("gdpr.erase", cliente_id=SURNAME)
    serving.call("voice.transcribe", audio_path=f"/tmp/{SURNAME}.wav")
    serving.call("links.resolve", token=f"{NAME}.{SURNAME}", kind="profile")
    holder: Any = apsw.Connection(str(serving.path))
    holder.set_busy_timeout(10_000)  # the server writes of its own accord when it starts
    holder.execute("BEGIN IMMEDIATE")
    serving.call("voice.process", text=f"sono {NAME} {SURNAME}, il mio numero è {PHONE}", session_id="locked", tts=False)
    holder.close()


def test_no_log_at_any_level_names_anybody(serving: Serving) -> None:
    well_known(serving)
    with_errors(serving)
    serving.call("ping")
    logged = bytes(serving.logs).decode() + (serving.folder / "sidecar.log").read_text(encoding="utf-8")
    assert "database: " in logged
    assert [trace for trace in TRACES if trace.lower() in logged.lower()] == []
    assert re.findall(r"token=|Traceback|SELECT |INSERT ", logged) == []
    assert all(isinstance(orjson.loads(line), dict) for line in logged.splitlines())


def test_after_an_erasure_no_byte_of_the_folder_names_the_person(serving: Serving) -> None:
    client = well_known(serving)
    with_errors(serving)
    assert set(found(serving.folder)) - {"sidecar.log"} != set()
    ahead = "SELECT count(*) FROM appuntamenti WHERE stato = 'confermato' AND cliente_id = "
    assert asked(serving.path, ahead + str(client)) == (((2,),),)
    counts = serving.call("gdpr.erase", cliente_id=client)["result"]
    assert counts["appointments_cancelled"] == 2
    assert found(serving.folder) == {}
    assert asked(serving.path, ahead + str(client)) == (((0,),),)
    rows = asked(serving.path, f"SELECT count(*), sum(prezzo_finale), sum(note IS NULL) FROM appuntamenti WHERE cliente_id = {client}")
    assert rows == (((2, 40.0, 2),),)
    assert asked(serving.path, f"SELECT coalesce(nome, ''), coalesce(cognome, ''), telefono FROM clienti WHERE id = {client}")[0][0][
        :2
    ] == ("", "")
    assert serving.call("clienti.search", telefono=PHONE)["result"]["count"] == 0


def test_after_the_retention_no_byte_names_who_never_became_a_client(serving: Serving) -> None:
    for words in (f"Vorrei una piega, sono {NAME} {SURNAME}", "no", f"il mio numero è {PHONE}, avete una sauna?", "voglio una persona"):
        serving.call("voice.process", text=words, session_id="s", tts=False, request_id=words)
    serving.say("avete la sauna?", session=f"+39{PHONE}")
    serving.call("whatsapp.send_template", to=PHONE, template="booking_change", params={"nome": NAME})
    assert set(found(serving.folder)) - {"sidecar.log"} != set()
    serving.notify("$/now", now=(NOW + timedelta(days=31)).isoformat())
    serving.call("gdpr.anonymize")
    assert found(serving.folder) == {}
    columns = "user_input, system_response, user_input_hash, slots_extracted, error_message, ip_address"
    audit = f"SELECT DISTINCT {columns} FROM voice_audit_log WHERE session_id = 's'"
    assert asked(serving.path, audit) == ((("[REDACTED]", "[REDACTED]", None, "{}", None, None),),)
    session = "SELECT slots, pending_disambiguation, pending_alternatives, history, cliente_id FROM voice_sessions WHERE id = 's'"
    assert asked(serving.path, session) == ((("{}", None, None, "[]", None),),)
    assert asked(serving.path, "SELECT count(*) FROM sidecar_hash_keys WHERE period < '2026-03-12'") == (((0,),),)


def test_an_export_holds_every_row_of_the_person(serving: Serving) -> None:
    client = well_known(serving)
    data = serving.call("gdpr.export", cliente_id=client)["result"]["data"]
    assert (data["cliente"]["nome"], data["cliente"]["cognome"], data["cliente"]["telefono"]) == (NAME, SURNAME, PHONE)
    held = {name for name, rows in data.items() if name != "cliente" and rows}
    assert {"appuntamenti", "voice_sessions", "voice_audit_log", "whatsapp_outbox", "waitlist"} <= held
    assert len(data["appuntamenti"]) == 2
    assert NAME in orjson.dumps(data["voice_audit_log"]).decode()


def test_a_consent_is_kept_with_its_version_its_moment_and_its_session(serving: Serving) -> None:
    client = well_known(serving)
    columns = "SELECT voice_consent, voice_consent_version, voice_consent_at FROM clienti WHERE id = "
    assert asked(serving.path, columns + str(client)) == (((1, "1", "2026-03-10T09:00:00"),),)
    given = "SELECT session_id, user_input FROM voice_audit_log WHERE action_taken = 'cliente_creato'"
    assert asked(serving.path, given) == ((("s", "sì"),),)
    question = "SELECT count(*) FROM voice_audit_log WHERE session_id = 's' AND system_response LIKE '%Conserviamo nome, telefono%'"
    assert asked(serving.path, question) == (((1,),),)


def test_every_session_has_told_that_a_machine_speaks(serving: Serving) -> None:
    for session in ("a", "b"):
        serving.say("buongiorno", session=session)
        serving.say("quanto costa la piega?", session=session)
    serving.call("voice.greet", session_id="c", tts=False)
    told = "SELECT session_id, count(*) FROM voice_audit_log WHERE action_result LIKE '%disclosed%' GROUP BY session_id ORDER BY 1"
    assert asked(serving.path, told) == ((("a", 1), ("b", 1), ("c", 1)),)


def test_the_token_of_a_link_stands_nowhere_in_the_records(serving: Serving) -> None:
    words = (
        "Vorrei una piega con Sara giovedì alle 16, sono Anna De Luca",
        "sì",
        "come vedo i miei ordini online? c'è un link?",
        "può ripetere?",
    )
    turns = [serving.say(each, telefono="3401112233") for each in words]
    tokens = set(re.findall(r"token=([^\s\"'<>)\]]+)", " ".join(turn["text"] for turn in turns)))
    assert len(tokens) == 1
    kept = "SELECT group_concat(system_response) || (SELECT group_concat(history || dialogue) FROM voice_sessions) FROM voice_audit_log"
    assert [token for token in tokens if token in asked(serving.path, kept)[0][0][0]] == []
    assert "token=…" not in turns[-1]["text"]


def test_the_number_in_the_logs_is_no_less_secret_than_the_name(serving: Serving) -> None:
    with_errors(serving)
    assert PHONE[3:] not in bytes(serving.logs).decode()


def test_a_consent_is_taken_back_by_whoever_gave_it_and_a_person_is_told(serving: Serving) -> None:
    client = well_known(serving)
    serving.say("Vorrei una piega venerdì alle 15, sono Anna De Luca", session="other")
    serving.say("revoco il consenso al trattamento dei dati", session="other")
    consents = f"SELECT id, voice_consent FROM clienti WHERE id IN (1, {client}) ORDER BY id"
    before = asked(serving.path, consents)
    turn = serving.say("ritiro il mio consenso, cancellate i miei dati", session="s")
    assert (turn["handoff"], turn["action"]["type"]) == (True, "handoff")
    assert before == (((1, 1), (client, 1)),)
    assert asked(serving.path, consents) == (((1, 1), (client, 0)),)
    reasons = [message["params"]["reason"] for message in serving.told if message["method"] == "handoff.requested"]
    assert reasons[-2:] == ["consenso", "consenso"]
