"""The same request again: the same answer and the same rows, for turns and for every method that writes, also after a crash."""

from pathlib import Path
from typing import Any

import pytest

from tests.reliability.business import BUSINESS, OF_A_TURN, Caller, asked, lay, state
from tests.reliability.conftest import Starter
from tests.reliability.program import Program

WORDS = ("Vorrei una piega con Sara giovedì alle 16, sono Anna De Luca", "sì", "no grazie")
VOLATILE = ("timings_ms", "audio_path")
EVERYTHING = (
    *BUSINESS, *OF_A_TURN, "SELECT id, cliente_id, servizio_id, data_preferita, status FROM waitlist", "SELECT * FROM voice_agent_stats",
    "SELECT request_id FROM sidecar_answers", "SELECT id, note, updated_at FROM appuntamenti",
)  # fmt: skip

WRITING: tuple[tuple[str, dict[str, Any]], ...] = (
    ("clienti.create", {"nome": "Ilaria", "cognome": "Provenzani", "telefono": "3401239876"}),
    ("appuntamenti.create", {"cliente_id": 1, "servizi": [4], "data": "2026-03-12", "ora": "16:00"}),
    ("appuntamenti.update", {"id": 9, "ora": "17:00", "note": "più tardi"}),
    ("appuntamenti.delete", {"id": 9, "reason": "prova"}),
    ("waitlist.add", {"cliente_id": 2, "servizio_id": 4, "data_preferita": "2026-03-19"}),
    ("whatsapp.send_template", {"to": "3401239876", "template": "booking_change", "params": {"nome": "Ilaria"}}),
)


def told(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer without what is measured."""
    return {name: value for name, value in answer["result"].items() if name not in VOLATILE}


@pytest.mark.parametrize(("method", "params"), WRITING, ids=lambda value: value if isinstance(value, str) else "")
def test_a_method_that_writes_does_it_once_for_its_request_id(start: Starter, method: str, params: dict[str, Any]) -> None:
    program = start()
    first = program.call(method, **params, request_id="once")
    rows = asked(program.path, *EVERYTHING)
    assert told(program.call(method, **params, request_id="once")) == told(first)
    again = start(fresh=False)
    assert told(again.call(method, **params, request_id="once")) == told(first)
    assert asked(program.path, *EVERYTHING) == rows


def test_a_turn_is_carried_out_once_for_its_request_id(start: Starter) -> None:
    program = start()
    program.say(WORDS[0])
    first = program.call("voice.process", text="sì", session_id="s", tts=False, request_id="once")
    rows = asked(program.path, *EVERYTHING)
    assert told(program.call("voice.process", text="sì", session_id="s", tts=False, request_id="once")) == told(first)
    again = start(fresh=False)
    assert told(again.call("voice.process", text="sì", session_id="s", tts=False, request_id="once")) == told(first)
    assert asked(program.path, *EVERYTHING) == rows
    assert first["result"]["action"]["type"] == "appuntamento_creato"


def test_callers_whose_requests_are_numbered_alike_hear_their_own_answers(start: Starter) -> None:
    program = start()
    program.say(WORDS[0], session="anna", request_id="1")
    assert program.say("sì", session="anna", request_id="2")["action"]["type"] == "appuntamento_creato"
    turns = [
        program.say(words, session="other", request_id=str(number)) for number, words in enumerate(("quanto costa la barba?", "sì"), 1)
    ]
    assert [(turn["session_id"], turn["action"]) for turn in turns] == [("other", None)] * 2
    assert "Anna" not in "".join(turn["text"] for turn in turns)


def test_callers_without_a_session_whose_requests_are_numbered_alike_are_different_callers(start: Starter) -> None:
    program = start()

    def first(text: str, **more: str) -> Any:
        return program.call("voice.process", text=text, tts=False, request_id="1", **more)["result"]

    anna = first(WORDS[0])
    assert first(WORDS[0])["session_id"] == anna["session_id"]
    other, third = first("quanto costa la barba?"), first(WORDS[0], telefono="3405556677")
    assert len({turn["session_id"] for turn in (anna, other, third)}) == 3
    assert "Anna" not in other["text"]


def test_two_of_the_same_request_at_once_are_carried_out_once(start: Starter) -> None:
    program = start()
    params = {"nome": "Ilaria", "cognome": "Provenzani", "telefono": "3401239876", "request_id": "once"}
    for _ in range(8):
        program.send("clienti.create", **params)
    answers = [program.answer() for _ in range(8)]
    assert [told(answer) for answer in answers] == [told(answers[0])] * 8
    assert program.call("clienti.search", telefono="3401239876")["result"]["count"] == 1


@pytest.mark.parametrize("turn", [0, 1])
def test_a_turn_repeated_after_a_crash_gets_the_same_answer_and_no_row_more(tmp_path: Path, turn: int) -> None:
    path = lay(tmp_path)
    before = Caller(tmp_path)
    before.session = "s"
    first = [before.say(words) for words in WORDS[: turn + 1]][-1]
    rows = state(path)
    after = Caller(tmp_path, author="second")
    after.session = "s"
    again = after.say(WORDS[turn])
    same = ("text", "speech", "step", "slots", "options", "action", "completed", "intent")
    assert [getattr(again, name) for name in same] == [getattr(first, name) for name in same]
    assert state(path) == rows
    before.store.close()
    after.store.close()


def test_a_yes_repeated_after_a_crash_never_agrees_to_what_was_not_heard(tmp_path: Path) -> None:
    lay(tmp_path)
    before = Caller(tmp_path)
    before.session = "s"
    for words in ("Vorrei una piega con Giulia venerdì alle 11, sono Ilaria Provenzani", "sì", "340 123 9876", "sì", "no"):
        before.say(words)
    recap = before.say("sì")
    after = Caller(tmp_path, author="second")
    after.session = "s"
    assert (after.say("sì").text, recap.step) == (recap.text, "conferma")
    assert after.rows("SELECT count(*) FROM appuntamenti a JOIN clienti c ON c.id = a.cliente_id WHERE c.cognome = 'Provenzani'") == [(0,)]
    assert after.say("sì").step == "altro"
    assert after.rows("SELECT count(*) FROM appuntamenti a JOIN clienti c ON c.id = a.cliente_id WHERE c.cognome = 'Provenzani'") == [(1,)]
    before.store.close()
    after.store.close()


def test_a_registration_whose_commit_fails_leaves_no_client_behind(tmp_path: Path) -> None:
    from tests.dialogue.stage import Failing

    path = lay(tmp_path)
    caller = Caller(tmp_path)
    for words in ("Vorrei una piega con Giulia venerdì alle 11, sono Ilaria Provenzani", "sì", "340 123 9876", "sì", "no"):
        caller.say(words)
    before = state(path)
    caller.ledger(Failing(caller.store.ledger, 1))
    caller.say("sì", fails=True)
    assert state(path) == before
    caller.errors.clear()
    assert [action["type"] for action in caller.say("sì").actions] == ["cliente_creato"]
    assert caller.rows("SELECT count(*) FROM clienti WHERE cognome = 'Provenzani'") == [(1,)]
    caller.store.close()


def test_the_rest_of_the_call_goes_on_after_a_restart(start: Starter) -> None:
    first: Program = start()
    first.say(WORDS[0])
    second = start(fresh=False)
    assert [second.say(words)["step"] for words in WORDS[1:]] == ["altro", "chiusa"]
