"""docs/contract section 3: Turn, sessions, WhatsApp, links, FAQ file and the methods of the desk, each by its exact shape."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.acceptance.program import Json, Program, Shop

TURN = (
    "session_id text speech audio_path tts_engine language intent confidence step slots options action actions handoff completed degraded"
    " timings_ms"
)
APPOINTMENT = (
    "id ids confirmation_code cliente_id servizi operatore_id data ora ora_fine durata_minuti prezzo stato note whatsapp_confirmed"
)
FIRST = "buongiorno, sono Anna De Luca, vorrei una piega con Sara giovedì pomeriggio alle quattro"


def test_a_call_from_free_speech_to_its_row(shop: Shop, program: Program) -> None:
    turn = program.say(FIRST)
    assert set(TURN.split()) <= set(turn)
    assert "explanation" not in turn
    assert set(turn["timings_ms"]) == {"total", "understand", "decide", "store", "llm", "tts"}
    assert (turn["intent"], turn["step"], turn["action"], turn["actions"]) == ("prenotazione", "conferma", None, [])
    assert (turn["tts_engine"], turn["audio_path"], turn["degraded"]) == ("none", None, [])
    assert turn["slots"]["servizi"] == [{"servizio_id": 4, "nome": "Piega", "durata_minuti": 30}]
    assert (turn["slots"]["data"], turn["slots"]["ora"], turn["slots"]["operatore_id"]) == ("2026-03-12", "16:00", 1)
    assert re.fullmatch(r"[^\W\d_]+(?:[ '\-.,;:?!]+[^\W\d_]+)*[.,;:?!]*", turn["speech"])
    done = program.say("sì", turn["session_id"])
    action = done["action"]
    assert done["actions"] == [action]
    assert (action["type"], action["ids"]) == ("appuntamento_creato", [action["id"]])
    row = shop.rows(
        "SELECT cliente_id, servizio_id, data_ora_inizio, confirmation_code, fonte_prenotazione FROM appuntamenti WHERE id = ?",
        action["id"],
    )
    assert row == [(1, 4, "2026-03-12T16:00:00", action["confirmation_code"], "voice")]
    bye = program.say("no grazie, arrivederci", turn["session_id"])
    assert (bye["step"], bye["completed"], bye["intent"]) == ("chiusa", True, "saluto")
    again = program.say("buongiorno", turn["session_id"])
    assert again["session_id"] == turn["session_id"]
    assert again["degraded"] == ["session_expired"]


def test_a_booking_tells_the_host_after_its_answer_and_ack_marks_the_appointment(shop: Shop, program: Program) -> None:
    made = program.call("appuntamenti.create", cliente_id=2, servizi=[9, 2], data="2026-03-18", ora="15:00", operatore_id=3)
    assert set(made) >= set(APPOINTMENT.split())
    assert made["servizi"][0] == {"servizio_id": 9, "nome": "Barba", "durata_minuti": 20, "prezzo": 15.0}
    (told,) = [m for m in program.told("whatsapp.send_template") if m["appuntamento_id"] == made["id"]]
    assert (told["to"], told["template"]) == ("3285550101", "booking_confirmation")
    assert told["params"] == {
        "nome": "Marco", "data": told["params"]["data"], "ora": "15:00", "servizio": "Barba, Taglio Uomo", "operatore": "Marco",
        "codice": made["confirmation_code"],
    }  # fmt: skip
    assert "mercoledì 18 marzo" in told["params"]["data"]
    assert told["message_id"] in [m["message_id"] for m in program.call("whatsapp.pending")["messages"]]
    assert program.call("whatsapp.ack", message_id=told["message_id"], status="sent") == {}
    assert told["message_id"] not in [m["message_id"] for m in program.call("whatsapp.pending")["messages"]]
    flags = shop.rows("SELECT whatsapp_confirmed, whatsapp_confirmed_at FROM appuntamenti WHERE id = ?", made["id"])
    assert flags[0][0] == 1
    assert flags[0][1]
    assert program.error("whatsapp.ack", message_id="nope", status="sent").code == -32001


def test_who_never_wants_messages_gets_none_and_neither_does_a_landline(shop: Shop, program: Program) -> None:
    shop.write("UPDATE clienti SET consenso_whatsapp = 0 WHERE id = 17")
    for client, hour in ((17, "09:30"), (16, "09:00")):
        made = program.call(
            "appuntamenti.create", cliente_id=client, servizi=[4], data="2026-03-20", ora=hour, operatore_id=4 if client == 17 else 1
        )
        assert [m for m in program.told("whatsapp.send_template") if m["appuntamento_id"] == made["id"]] == []


def test_the_same_request_id_gives_the_stored_answer_and_changes_nothing(shop: Shop, program: Program) -> None:
    ask: dict[str, Json] = {
        "cliente_id": 6,
        "servizi": [4],
        "data": "2026-03-24",
        "ora": "10:00",
        "operatore_id": 2,
        "request_id": "una-volta",
    }
    first = program.call("appuntamenti.create", **ask)
    assert program.call("appuntamenti.create", **ask) == first
    assert shop.rows("SELECT count(*) FROM appuntamenti WHERE data_ora_inizio = '2026-03-24T10:00:00'") == [(1,)]
    turn = program.say("quanto costa la piega?", "ripetuta", request_id="turno-1")
    again = program.say("quanto costa la piega?", "ripetuta", request_id="turno-1")
    assert {**again, "timings_ms": {}} == {**turn, "timings_ms": {}}
    assert program.call("session.get", session_id="ripetuta")["total_turns"] == 1


def test_an_id_is_a_number_or_its_text_and_a_null_optional_is_absent(program: Program) -> None:
    made = program.call("appuntamenti.create", cliente_id="7", servizi=["4"], data="2026-03-24", ora="11:00", operatore_id="2", note=None)
    assert (made["cliente_id"], made["operatore_id"], made["servizi"][0]["servizio_id"]) == (7, 2, 4)
    listed = program.call("appuntamenti.list", cliente_id="7", stato=None, limit=None)
    assert [one["id"] for one in listed["appuntamenti"]] == [made["id"]]
    assert listed["more"] is False
    moved = program.call("appuntamenti.update", id=str(made["id"]), data="2026-03-25", servizi=None, note="piano")
    assert (moved["id"], moved["data"], moved["ora"], moved["note"]) == (made["id"], "2026-03-25", "11:00", "piano")
    gone = program.call("appuntamenti.delete", id=str(made["id"]), reason=None)
    assert (gone["id"], gone["stato"]) == (made["id"], "cancellato")


def test_any_row_of_a_booking_names_the_whole(program: Program) -> None:
    made = program.call("appuntamenti.create", cliente_id=7, servizi=[2, 9], data="2026-03-26", ora="09:00", operatore_id=3)
    gone = program.call("appuntamenti.delete", id=made["ids"][1])
    assert (gone["id"], gone["ids"], gone["stato"]) == (made["id"], made["ids"], "cancellato")


@pytest.mark.parametrize(
    ("method", "params", "code"),
    [
        ("session.get", {"session_id": "mai"}, -32001),
        ("appuntamenti.delete", {"id": 99999}, -32001),
        ("gdpr.export", {"cliente_id": 99999}, -32001),
        ("waitlist.add", {"cliente_id": 99999, "servizio_id": 4, "data_preferita": "2026-03-24"}, -32001),
        ("links.resolve", {"token": "falso", "kind": "profile"}, -32003),
        ("voice.synthesize", {"text": "ciao"}, -32005),
        ("clienti.create", {"nome": "Anna", "cognome": "Altra", "telefono": "+39 340 111 2233"}, -32002),
        ("appuntamenti.create", {"cliente_id": 1, "servizi": [4], "data": "2026-03-09", "ora": "16:00"}, -32003),
    ],
)
def test_an_error_has_its_code(program: Program, method: str, params: dict[str, Json], code: int) -> None:
    assert program.error(method, **params).code == code


def test_a_conflict_of_clients_says_whose_telephone_it_is(program: Program) -> None:
    assert program.error("clienti.create", nome="Anna", cognome="Altra", telefono="340 1112233").data["cliente_id"] == 1


def test_empty_text_is_a_turn_that_was_not_understood(program: Program) -> None:
    program.say("", "muta")
    program.say("   ", "muta")
    assert program.call("session.get", session_id="muta")["failed_understanding_count"] == 2
    third = program.say("brrr xkcd", "muta")
    assert third["step"] == "handoff"
    assert program.error("voice.process", text="x" * 2001).code == -32602


def test_a_caller_id_proposes_the_client(program: Program) -> None:
    turn = program.say("vorrei una piega con Giulia venerdì alle quindici", telefono="+39 344 123 0055")
    assert (turn["slots"]["cliente_id"], turn["step"]) == (6, "conferma")
    other = program.say("sono Elisa Marini, vorrei una piega con Giulia venerdì alle diciassette", telefono="3441230055")
    assert other["slots"].get("cliente_id") in (9, None)


def test_homonyms_are_options_of_kind_cliente(program: Program) -> None:
    turn = program.say("sono Marco Rossi, vorrei un taglio uomo venerdì alle undici")
    assert turn["step"] == "disambiguazione"
    assert {o["kind"] for o in turn["options"]} == {"cliente"}
    assert [o["n"] for o in turn["options"]] == [1, 2]
    assert all(set(o) >= {"n", "kind", "label", "value"} for o in turn["options"])
    known = program.say("sono del novantadue", turn["session_id"])
    assert known["slots"]["cliente_id"] == 3


def test_explain_says_which_rule_said_no(program: Program) -> None:
    turn = program.say("sono Anna De Luca, vorrei una piega con Sara domenica alle dieci", explain=True)
    assert turn["explanation"]
    assert all(set(e) >= {"rule", "rows", "values"} for e in turn["explanation"])
    assert "giorno_chiuso" in str(turn["explanation"])


def test_a_request_for_a_person_is_told_to_a_host_that_takes_it(shop: Shop, program: Program) -> None:
    program.call("initialize", client={"name": "app", "version": "1", "handoff": True})
    turn = program.say("voglio parlare con una persona vera", "persona")
    assert (turn["intent"], turn["handoff"]) == ("operatore", True)
    assert turn["action"]["type"] == "handoff"
    (told,) = [h for h in program.told("handoff.requested") if h["session_id"] == "persona"]
    assert set(told) >= {"session_id", "reason", "summary"}
    assert program.call("handoff.update", session_id="persona", status="unavailable") == {}
    assert shop.rows("SELECT handoff_requested FROM voice_sessions WHERE id = 'persona'") == [(1,)]


def test_a_session_expires_ten_minutes_after_its_last_turn(tmp_path_factory: pytest.TempPathFactory) -> None:
    shop = Shop(tmp_path_factory.mktemp("clock"))
    with shop.serving() as program:
        program.say("vorrei una piega", "attesa")
        program.notify("$/now", now="2026-03-09T10:09:00")
        assert program.say("con Sara", "attesa")["degraded"] == []
        program.notify("$/now", now="2026-03-09T10:18:30")
        assert program.say("giovedì", "attesa")["degraded"] == []
        program.notify("$/now", now="2026-03-09T10:29:00")
        late = program.say("alle quattro", "attesa")
        assert late["degraded"] == ["session_expired"]
        assert "servizi" not in late["slots"]
    with shop.serving("--now", "2026-03-09T10:31:00") as program:
        assert program.say("vorrei una piega", "attesa")["degraded"] == []


def test_a_link_is_bound_to_person_page_and_time(tmp_path_factory: pytest.TempPathFactory) -> None:
    shop = Shop(tmp_path_factory.mktemp("links"))
    with shop.serving() as program:
        ask = {"language": "it", "customer_id": 4, "workspace_id": "default", "original_question": "il carrello?"}
        done = program.call("formatter.format", response="Ecco: [LINK_CART_WITH_TOKEN]", **ask)
        found = re.search(r"https://salone-aurora.example/cart\?token=(\S+)", done["display"])
        assert found
        token = found[1]
        resolved = program.call("links.resolve", token=token, kind="cart")
        assert resolved == {"cliente_id": 4, "workspace_id": "default", "kind": "cart", "expires_at": "2026-03-09T11:00:00"}
        assert program.error("links.resolve", token=token, kind="orders").code == -32003
        assert program.error("links.resolve", token=token[:-2] + "xx", kind="cart").code == -32003
        assert token in program.call("formatter.format", response="[LINK_CART_WITH_TOKEN]", **ask)["display"]
        assert "/profile?token=" in program.call("formatter.format", response="[LINK_WITH_TOKEN]", **ask)["display"]
        assert "/orders?token=" in program.call("formatter.format", response="[LINK_WITH_TOKEN]", link_kind="orders", **ask)["display"]
        program.notify("$/now", now="2026-03-09T11:00:01")
        assert program.error("links.resolve", token=token, kind="cart").code == -32003
        shop.write("DELETE FROM impostazioni WHERE chiave = 'link_base_url'")
        assert program.call("formatter.format", response="[LINK_CART_WITH_TOKEN]", **ask)["display"] == "Link non disponibile al momento 🙏"


@pytest.mark.parametrize(
    ("response", "display"),
    [
        ("Ecco: [LIST_CATEGORIES]", "Ecco:\n- 💇 *Taglio e piega*\n- 🎨 *Colore*\n- 🧴 *Trattamenti*\n- • *Uomo*\n- 💆 *Estetica*"),
        ("Il suo sconto: [USER_DISCOUNT]", "Il suo sconto: 10%"),
        ("**Ciao** [LIST_UNKNOWN_THINGS]", "*Ciao*"),
    ],
)
def test_a_token_is_replaced_by_what_the_rows_say(program: Program, response: str, display: str) -> None:
    ask = {"language": "it", "customer_id": "4", "workspace_id": "default", "original_question": "?"}
    assert program.call("formatter.format", response=response, **ask)["display"].strip() == display


def test_another_workspace_gets_the_courtesy_text(program: Program) -> None:
    ask = {"language": "it", "customer_id": "4", "workspace_id": "altrove", "original_question": "?"}
    done = program.call("formatter.format", response="Abbiamo: [LIST_CATEGORIES] e sconto [USER_DISCOUNT]", **ask)
    assert done["display"] == "Abbiamo: Al momento non abbiamo categorie disponibili 🙏 e sconto Nessuno sconto attivo al momento 🙏"


FAQ = (
    "# Titolo\n\n### Avete il giardino?\nsinonimi: cortile; spazio verde\nSì, un giardino.\nCon due panchine.\n\n"
    "### [en] Do you have a pool?\nYes, a pool.\n"
)


def test_the_faq_file_is_read_by_its_rules_and_again_when_it_changes(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> None:
    shop = Shop(tmp_path_factory.mktemp("faq"))
    faq = tmp_path / "mia.md"
    faq.write_text(FAQ, "utf-8")
    with shop.serving("--faq", str(faq)) as program:
        assert program.call("faq.reload")["entries"] == 2
        (best, *_) = program.call("faq.search", query="c'è un cortile?")["results"]
        assert best["question"] == "Avete il giardino?"
        assert best["answer"].split() == ["Sì,", "un", "giardino.", "Con", "due", "panchine."]
        answer = program.call("faq.answer", query="avete uno spazio verde?")
        assert (answer["grounded"], answer["abstained"]) == (True, False)
        assert program.call("faq.answer", query="do you have a pool?", language="en")["text"] == "Yes, a pool."
        nothing = program.call("faq.answer", query="vendete elicotteri usati?")
        assert (nothing["sources"], nothing["abstained"]) == ([], True)
        assert "vendete elicotteri usati?" in str(program.call("faq.unanswered")["rows"])
        faq.write_text("### Avete il giardino?\nNo, non più.\n", "utf-8")
        assert program.call("faq.answer", query="avete il giardino?")["text"] == "No, non più."


def test_erasing_a_person_leaves_their_rows_without_them(shop: Shop, program: Program) -> None:
    made = program.call("appuntamenti.create", cliente_id=21, servizi=[4], data="2026-03-27", ora="09:00", operatore_id=2)
    program.call("gdpr.erase", cliente_id=21)
    assert shop.rows("SELECT stato FROM appuntamenti WHERE id = ?", made["id"]) == [("cancellato",)]
    assert program.call("clienti.search", nome="Martinelli")["count"] == 0
    assert shop.rows("SELECT count(*) FROM clienti WHERE cognome = 'Martinelli' OR telefono = '3455556677'") == [(0,)]


def test_the_waiting_list_puts_vips_first(program: Program) -> None:
    day = "2026-04-02"
    first = program.call("waitlist.add", cliente_id=9, servizio_id=4, data_preferita=day)
    second = program.call("waitlist.add", cliente_id=8, servizio_id=4, data_preferita=day)
    vip = program.call("waitlist.add", cliente_id=4, servizio_id=4, data_preferita=day)
    assert [(e["position"], e["priorita"]) for e in (first, second, vip)] == [(1, "NORMAL"), (2, "NORMAL"), (1, "VIP")]
    listed = program.call("waitlist.list", data=day, servizio_id=4)["waitlist"]
    assert [e["cliente_id"] for e in listed] == [4, 9, 8]
    assert program.call("waitlist.notify", data=day, servizio_id=4)["cliente_id"] == 4
    assert [m["template"] for m in program.told("whatsapp.send_template")][-1] == "waitlist_offer"
