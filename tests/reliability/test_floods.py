"""Too much at once: refused with a time to come back, never a stopped pipe, and nobody else is slower for it."""

from collections import Counter
from typing import Any

import apsw
import orjson

from tests.reliability.conftest import Starter


def limited(folder: str, **settings: int) -> None:
    connection: Any = apsw.Connection(folder)
    for name, value in settings.items():
        connection.execute("INSERT OR REPLACE INTO impostazioni (chiave, valore) VALUES (?, ?)", (name, str(value)))
    connection.close()


def test_a_session_has_its_turns_a_minute_and_others_have_theirs(start: Starter) -> None:
    program = start()
    limited(str(program.path), limite_turni_minuto=5)
    flood = [program.send("voice.process", text="buongiorno", session_id="flood", tts=False) for _ in range(20)]
    other = [program.send("voice.process", text="buongiorno", session_id="other", tts=False) for _ in range(3)]
    answers = {answer["id"]: answer for answer in (program.answer() for _ in range(23))}
    refused = [answers[sent]["error"] for sent in flood if "error" in answers[sent]]
    assert len(refused) == 15
    assert {(error["code"], error["data"]["name"], error["data"]["retryable"]) for error in refused} == {(-32004, "rate_limited", True)}
    assert all(0 < error["data"]["retry_after_ms"] <= 60_001 for error in refused)
    assert [answers[sent]["result"]["degraded"] for sent in other] == [[], [], []]


def test_a_flood_of_one_session_delays_no_other(start: Starter) -> None:
    program = start()
    flood = {program.send("voice.process", text="vorrei una piega domani", session_id="flood", tts=False) for _ in range(200)}
    others = {program.send("voice.process", text="vorrei una piega domani", session_id=f"o{n}", tts=False) for n in range(10)}
    before_others = Counter[str]()
    waiting = set(others)
    while waiting:
        answer = program.answer()
        before_others["flood" if answer["id"] in flood else "other"] += 1
        waiting.discard(answer["id"])
    assert before_others["flood"] < 100
    for _ in range(210 - before_others.total()):
        program.answer()


def test_as_many_conversations_as_are_allowed(start: Starter) -> None:
    program = start()
    limited(str(program.path), limite_sessioni=3)
    opened = [program.call("voice.greet", session_id=f"s{n}", tts=False) for n in range(5)]
    assert ["error" in answer for answer in opened] == [False, False, False, True, True]
    program.call("voice.reset", session_id="s0")
    assert "result" in program.call("voice.greet", session_id="s4", tts=False)


def test_a_text_that_is_too_long_is_refused_and_one_that_is_not_is_a_turn(start: Starter) -> None:
    program = start()
    long = program.call("voice.process", text="a" * 2001, session_id="s", tts=False)
    assert (long["error"]["code"], long["error"]["data"]["fields"][0]["field"]) == (-32602, "text")
    assert "result" in program.call("voice.process", text="à" * 2000, session_id="s", tts=False)


def test_a_line_that_is_too_long_gets_one_answer_and_the_next_line_its_own(start: Starter) -> None:
    program = start()
    program.send_lines(b'{"jsonrpc":"2.0","id":1,"method":"ping","params":{"x":"' + b"a" * (4 * 1024 * 1024) + b'"}}\n')
    assert program.answer()["error"]["code"] == -32700
    assert program.call("ping")["result"] == {}


def test_every_request_of_a_flood_is_answered_once(start: Starter) -> None:
    program = start()
    for number in range(4_000):
        program.send_lines(orjson.dumps({"jsonrpc": "2.0", "id": f"r{number}", "method": "servizi.list"}) + b"\n")
    answers = [program.answer() for _ in range(4_000)]
    assert {answer["id"] for answer in answers} == {f"r{number}" for number in range(4_000)}
    assert {answer["error"]["code"] for answer in answers if "error" in answer} <= {-32004}
