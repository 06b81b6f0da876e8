"""Clients, settings, catalogue, messages, sessions, speech, understanding and records as the desktop asks for them."""

import base64
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from pipeline.desk import archive, catalogue, clients, messages, sessions, settings, speech, understanding
from pipeline.model.errors import Conflict, InvalidField, NotFound, PiiEncrypted, Refused, Unavailable
from pipeline.model.session import Dialogue, Session, Slots
from pipeline.ports import Sound
from sidecar.engines.faq_file import parse
from tests.pipeline.desk.business import DAY, NOW, booked, salon

SESSION = Session("s1", NOW, NOW, NOW, dialogue=Dialogue(flow="prenotazione", step="ora", slots=Slots(servizi=(1,)), handoff="requested"))


def test_a_client_is_created_with_national_digits() -> None:
    world, memory = salon()
    made = clients.create(
        world, nome=" Sara ", cognome="De  Santis", telefono="+39 347 1234567", data_nascita=date(1990, 2, 3), voice_consent=True
    )
    assert {key: made[key] for key in ("id", "nome", "cognome", "telefono", "data_nascita", "voice_consent")} == {
        "id": 5, "nome": "Sara", "cognome": "De Santis", "telefono": "3471234567", "data_nascita": "1990-02-03", "voice_consent": True,
    }  # fmt: skip
    assert "Sara" not in repr(memory.book.audit)


def test_the_same_telephone_is_the_same_client_and_another_one_another_person() -> None:
    world, memory = salon()
    with pytest.raises(Conflict) as refused:
        clients.create(world, nome="Lidia", cognome="Ferri", telefono="0039 340 1112223")
    assert refused.value.cliente_id == 1
    assert clients.create(world, nome="Lidia", cognome="Ferri", telefono="3409998887")["id"] == 5
    assert memory.book.clients[0].telefono == "3401112223"


def test_every_wrong_field_is_named() -> None:
    world, _ = salon()
    with pytest.raises(InvalidField) as wrong:
        clients.create(world, nome="A ", cognome=" ", telefono="12", data_nascita=date(2030, 1, 1), email="nessuna", note="x" * 501)
    assert [field for field, _ in wrong.value.fields] == ["nome", "cognome", "telefono", "data_nascita", "email", "note"]


def test_clients_are_searched_and_counted() -> None:
    world, _ = salon()
    assert clients.search(world, nome="Lidia Ferri")["clienti"][0]["id"] == 1
    found = clients.search(world, limit=2)
    assert (found["count"], len(found["clienti"])) == (4, 2)
    assert clients.search(world, telefono="+39 3402223334")["clienti"][0]["nome"] == "Omar"


def test_an_encrypted_file_creates_nobody_until_an_index_is_given() -> None:
    world, memory = salon()
    memory.hidden = True
    with pytest.raises(PiiEncrypted):
        clients.create(world, nome="Sara", cognome="Neri", telefono="3471234567")
    assert clients.provide_index(world, clienti=[{"id": 1, "nome": "Lidia", "cognome": "Ferri", "telefono": "3401112223"}]) == {"count": 1}
    assert clients.search(world)["count"] == 4


def test_the_week_begins_on_monday_and_the_pause_is_the_gap() -> None:
    world, _ = salon()
    week = settings.orari_lavoro(world)["orari"]
    assert [day["aperto"] for day in week] == [True] * 5 + [False] * 2
    assert week[0] == {
        "giorno": 0, "aperto": True, "apertura": "09:00", "chiusura": "19:00", "pausa_inizio": "13:00", "pausa_fine": "14:00",
        "fasce": [["09:00", "13:00"], ["14:00", "19:00"]],
    }  # fmt: skip
    assert week[6] == {
        "giorno": 6, "aperto": False, "apertura": None, "chiusura": None, "pausa_inizio": None, "pausa_fine": None, "fasce": [],
    }  # fmt: skip


def test_name_and_holidays_are_read_from_the_file() -> None:
    world, _ = salon(holidays=((date(2026, 12, 25), "Natale"), (date(2026, 1, 1), "Capodanno"), (date(2027, 1, 1), "Capodanno")))
    assert settings.nome_attivita(world) == {"nome_attivita": "Salone Prova"}
    assert [day["data"] for day in settings.giorni_festivi(world)["festivi"]] == ["2026-01-01", "2026-12-25"]
    assert len(settings.giorni_festivi(world, year=2027)["festivi"]) == 1


def test_services_and_who_does_them_are_listed() -> None:
    world, _ = salon()
    assert [one["nome"] for one in catalogue.servizi(world)["servizi"]] == ["Taglio", "Colore", "Piega"]
    assert catalogue.servizi(world, servizio_id="2")["servizi"][0]["buffer_minuti"] == 15
    assert [one["nome"] for one in catalogue.operatori(world, servizio_id=2)["operatori"]] == ["Ada"]
    assert catalogue.operatori(world)["operatori"][1]["servizi"] == [1, 3]
    with pytest.raises(NotFound):
        catalogue.operatori(world, servizio_id=99)


def test_a_message_is_queued_acknowledged_and_confirms_the_appointment() -> None:
    world, memory = salon()
    made = booked(world, time(16), cliente_id=3)
    queued = messages.send_template(
        world, to="+39 3405556667", template="booking_change", params={"nome": "Pina"}, appuntamento_id=made["id"]
    )
    assert messages.pending(world) == {
        "messages": [
            {
                "message_id": queued["message_id"], "to": "3405556667", "template": "booking_change", "params": {"nome": "Pina"},
                "appuntamento_id": made["id"],
            }
        ]
    }  # fmt: skip
    assert messages.ack(world, message_id=queued["message_id"], status="sent") == {}
    assert (messages.pending(world), memory.book.lines[0].whatsapp_confirmed) == ({"messages": []}, True)
    with pytest.raises(NotFound):
        messages.ack(world, message_id="no", status="failed")


def test_a_repeated_message_is_queued_once() -> None:
    world, memory = salon()
    first = messages.send_template(world, to="3401112223", template="booking_change", params={}, request_id="m")
    assert messages.send_template(world, to="3401112223", template="booking_change", params={}, request_id="m") == first
    assert len(memory.messages()) == 1


@pytest.mark.parametrize(("to", "error"), [("06 1234567", InvalidField), ("ciao", InvalidField), ("340 4445556", Refused)])
def test_landlines_no_numbers_and_opt_outs_are_never_messaged(to: str, error: type[Exception]) -> None:
    world, memory = salon()
    with pytest.raises(error):
        messages.send_template(world, to=to, template="booking_change", params={})
    assert memory.messages() == ()


def test_a_session_is_shown_and_the_host_s_word_is_kept_on_it() -> None:
    world, memory = salon(sessions=(SESSION,))
    shown = sessions.get(world, session_id="s1")
    assert (shown["current_intent"], shown["current_step"], shown["slots"]["servizi"][0]["nome"]) == ("prenotazione", "ora", "Taglio")
    assert sessions.handoff_update(world, session_id="s1", status="accepted") == {}
    assert memory.book.sessions == (replace(SESSION, dialogue=replace(SESSION.dialogue, handoff="accepted")),)
    calls: tuple[Callable[[], object], ...] = (
        lambda: sessions.get(world, session_id="no"),
        lambda: sessions.handoff_update(world, session_id="no", status="accepted"),
    )
    for call in calls:
        with pytest.raises(NotFound):
            call()


class Speaking:
    """A voice that keeps what it was told to say."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []

    def speak(self, speech: str, language: str, cancelled: Callable[[], bool] | None = None) -> Sound:
        self.heard.append((speech, language))
        return Sound("/voice/one.wav", "espeak", 900, 22050)


class Listening:
    """A listener that hands back how much it heard."""

    def transcribe(self, audio: bytes, filename: str, language: str, vocabulary: str) -> tuple[str, str]:
        return f"{len(audio)} {filename} {language} {vocabulary}", "test"


def test_a_text_is_spoken_as_the_ear_needs_it() -> None:
    world, _ = salon()
    voice = Speaking()
    said = speech.synthesize(replace(world, voice=voice), text="Alle 10:30")
    assert said == {"audio_path": "/voice/one.wav", "engine": "espeak", "duration_ms": 900, "sample_rate": 22050}
    assert [(any(letter.isdigit() for letter in text), language) for text, language in voice.heard] == [(False, "it")]


def test_without_an_engine_speech_is_unavailable_and_blank_text_is_refused() -> None:
    world, _ = salon()
    with pytest.raises(Unavailable, match="tts"):
        speech.synthesize(world, text="ciao")
    with pytest.raises(InvalidField):
        speech.synthesize(world, text=" \u200b ")
    with pytest.raises(Unavailable, match="stt"):
        speech.transcribe(world, audio_base64="AAAA")


def test_a_recording_is_heard_from_a_file_or_from_the_wire(tmp_path: Path) -> None:
    world = replace(salon()[0], listener=Listening())
    (tmp_path / "call.wav").write_bytes(b"12345")
    words = "it Taglio, Colore, Piega, Ada, Bea"
    assert speech.transcribe(world, audio_path=str(tmp_path / "call.wav")) == {"text": f"5 call.wav {words}", "engine": "test"}
    assert speech.transcribe(world, audio_base64=base64.b64encode(b"123").decode())["text"] == f"3 audio.wav {words}"
    for wrong in ({}, {"audio_path": str(tmp_path / "none.wav")}, {"audio_base64": "%%"}, {"audio_base64": ""}, {"audio_path": "\0"}):
        with pytest.raises(InvalidField):
            speech.transcribe(world, **wrong)


def test_an_utterance_is_understood_in_the_light_of_the_step() -> None:
    world, _ = salon()
    said = understanding.parse(world, text="alle tre", step="ora")
    assert (said["time"], said["language"]) == ("15:00", "it")
    assert understanding.parse(world, text="vorrei un taglio giovedì")["services"] == [1]


def test_a_question_nobody_could_answer_comes_with_the_entry_that_lacks_its_answer() -> None:
    asked = [("fate  credito?", "it"), ("do you\ntake dogs?", "en"), ("### è vero?", None)]
    rows = tuple({"question": question, "language": language} for question, language in asked)
    world, _ = salon()
    asking: Any = SimpleNamespace(unanswered=lambda *_: rows)  # pyright: ignore[reportUnknownLambdaType]  # a stand-in for one question
    found = archive.unanswered(replace(world, archive=asking))["rows"]
    assert [row["draft"] for row in found] == ["### Fate credito?\n\n", "### [en] Do you take dogs?\n\n", "### È vero?\n\n"]
    answered = "".join(f"{row['draft']}Sì.\n\n" for row in found)
    assert [(entry.question, entry.language) for entry in parse(answered)] == [
        ("Fate credito?", "it"), ("Do you take dogs?", "en"), ("È vero?", "it"),
    ]  # fmt: skip
    assert parse("".join(row["draft"] for row in found)) == ()


def test_records_are_paged_and_jobs_leave_a_trace_without_a_name() -> None:
    world, memory = salon()
    booked(world, time(16), data=DAY)
    assert archive.anonymize(world) == {"days": 30}
    assert archive.erase(world, cliente_id=1) == {"clienti": 1}
    page = archive.audit(world, session_id="rpc", limit=2)
    assert ([row["action_taken"] for row in page["rows"]], page["more"]) == (["appuntamenti.create", "gdpr.anonymize"], True)
    assert archive.stats(world) == {"rows": [], "more": False}
    assert archive.unanswered(world, first=DAY) == {"rows": []}
    assert archive.export(world, cliente_id=1) == {"data": {"nome": "Lidia"}}
    with pytest.raises(NotFound):
        archive.erase(world, cliente_id=99)
    assert memory.book.audit[-1].at == datetime(2026, 3, 9, 8, 0)
