"""Every kind of bad line gets exactly what docs/contract, section 2, says, and the next good line is answered."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.rpc.bad_lines import PING, Case, cases
from tests.rpc.wiring_fakes import Wire, request

CASES = cases()
GOOD = request("good", "ping")
ANSWER: dict[str, Any] = {"jsonrpc": "2.0", "id": "good", "result": {}}
NAMES = {-32700: "parse_error", -32600: "invalid_request", -32601: "method_not_found", -32602: "invalid_params"}


@pytest.fixture(scope="module")
def wire() -> Iterator[Wire]:
    running = Wire()
    yield running
    running.end()
    assert running.code() == 0


def outline(message: Any) -> tuple[Any, int, str]:
    return message["id"], message["error"]["code"], message["error"]["data"]["name"]


def test_there_are_at_least_two_hundred_kinds() -> None:
    assert len({line for _, line, _ in CASES}) >= 200


@pytest.mark.parametrize("case", CASES, ids=[name for name, _, _ in CASES])
def test_a_bad_line_gets_its_error_and_the_next_line_its_answer(wire: Wire, case: Case) -> None:
    _, line, expected = case
    wire.send(line, GOOD)
    answers = wire.take(len(expected) + 1)
    assert sorted(map(repr, [outline(answer) for answer in answers if "error" in answer])) == sorted(
        repr((identifier, code, NAMES[code])) for identifier, code in expected
    )
    assert [answer for answer in answers if "result" in answer] == [ANSWER]
    assert wire.rest() == []


@pytest.mark.parametrize("blank", [b"", b" ", b"\t", b"\r", b"  \r", b"\xef\xbb\xbf", b"\xef\xbb\xbf \r"])
def test_a_blank_line_is_ignored(wire: Wire, blank: bytes) -> None:
    wire.send(blank, GOOD)
    assert wire.next() == ANSWER
    assert wire.rest() == []


@pytest.mark.parametrize(
    "line",
    [
        b"\xef\xbb\xbf" + PING, PING + b"\r", b"  " + PING + b"\t", PING.replace(b",", b" ,\r"),
        b'{"jsonrpc":"1.0","id":9,"id":1,"method":"x","jsonrpc":"2.0","method":"ping"}',
        b'{"jsonrpc":"2.0","id":1,"method":"ping","params":null}', b'{"jsonrpc":"2.0","id":1,"method":"ping","params":[]}',
        b'{"jsonrpc":"2.0","id":1,"method":"ping","params":{}}', b'{"jsonrpc":"2.0","id":1,"method":"\\u0070ing"}',
        b'{"jsonrpc":"2.0","id":1,"method":"ping","extra":' + b"[" * 63 + b"]" * 63 + b"}",
        PING[:-1] + b',"x":"' + b"a" * (4 * 1024 * 1024 - len(PING) - 7) + b'"}',
    ],
    ids=range(11),
)  # fmt: skip
def test_an_unusual_but_good_line_is_answered(wire: Wire, line: bytes) -> None:
    wire.send(line)
    assert wire.next() == {"jsonrpc": "2.0", "id": 1, "result": {}}


@pytest.mark.parametrize("identifier", [0, -1, 2**53, 2**63 - 1, -(2**63), "", "a", "12", "é\u2028", "\x00", "x" * 100_000, None])
def test_an_id_comes_back_as_it_was_sent(wire: Wire, identifier: Any) -> None:
    wire.send(request(identifier, "ping"))
    assert wire.next() == {"jsonrpc": "2.0", "id": identifier, "result": {}}


@pytest.mark.parametrize(
    "message",
    [
        {"jsonrpc": "2.0", "method": "ping"},
        {"jsonrpc": "2.0", "method": "no.such.method"},
        {"jsonrpc": "2.0", "method": "ping", "params": [1]},
        {"jsonrpc": "2.0", "method": "voice.process", "params": {"text": 5}},
        {"jsonrpc": "2.0", "method": "$/unknown"},
        {"jsonrpc": "2.0", "method": "$/cancelRequest"},
        {"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": "nobody"}},
        {"jsonrpc": "2.0", "method": "initialize"},
    ],
)
def test_a_notification_is_never_answered(wire: Wire, message: Any) -> None:
    wire.send(message, GOOD)
    assert wire.next() == ANSWER
    assert wire.rest() == []


def test_every_bad_field_is_listed(wire: Wire) -> None:
    wire.send(request(1, "appuntamenti.create", {"cliente_id": [], "servizi": [True], "data": "domani", "ora": "10", "prezzo": 3}))
    fields = wire.next()["error"]["data"]["fields"]
    assert {field["field"] for field in fields} == {"cliente_id", "servizi.0", "data", "ora", "prezzo"}
    assert all(field["problem"] for field in fields)


def test_what_the_caller_sent_stays_out_of_the_complaint(wire: Wire) -> None:
    wire.send(request(1, "clienti.create", {"nome": "Ada", "cognome": 5, "telefono": ["3331234567"], "data_nascita": "Segretissimo"}))
    line = wire.next_line()
    assert b"3331234567" not in line
    assert b"Segretissimo" not in line
