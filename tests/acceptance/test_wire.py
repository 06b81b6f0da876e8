"""docs/contract section 2: the wire."""

from __future__ import annotations

import json
import signal

import pytest

from tests.acceptance.program import Json, Program, Shop, line, run

PING = b'{"jsonrpc":"2.0","id":77,"method":"ping"}\n'


def answers(output: bytes) -> list[Json]:
    return [json.loads(part) for part in output.split(b"\n") if part]


def only(program: Program, data: bytes) -> Json:
    """The one answer to these bytes; a ping behind them shows that there is no second one."""
    program.write(data + PING)
    first = program.next()
    second = program.next()
    pings: list[Json] = [a for a in (first, second) if isinstance(a, dict) and a["id"] == 77]
    others = [a for a in (first, second) if a not in pings]
    assert pings == [{"jsonrpc": "2.0", "id": 77, "result": {}}]
    (answer,) = others
    return answer


@pytest.mark.parametrize(
    "bad",
    [
        b"{",
        b"nonsense",
        b'{"jsonrpc":"2.0","id":1,"method":"ping"} x',
        b'{"jsonrpc":"2.0","id":1,"method":"\xff"}',
        b'{"jsonrpc":"2.0","id":1,"method":"ping","params":{"a":NaN}}',
        b'{"jsonrpc":"2.0","id":1,"method":"ping","params":{"a":-Infinity}}',
        b'{"jsonrpc":"2.0","id":1,"method":"pi\x00ng"}',
        b"[" * 65 + b"]" * 65,
        b'{"jsonrpc":"2.0","id":1,"method":"ping","params":' + b"[" * 70 + b"]" * 70 + b"}",
        b'"' + b"x" * (4 * 1024 * 1024) + b'"',
        b"\xef\xbb\xbf{",
        b"'",
        b'{"jsonrpc":"2.0","id":01,"method":"ping"}',
    ],
)
def test_a_bad_line_gives_one_parse_error_with_id_null(program: Program, bad: bytes) -> None:
    answer = only(program, bad + b"\n")
    assert answer["id"] is None
    assert answer["error"]["code"] == -32700
    assert answer["error"]["data"]["name"] == "parse_error"


@pytest.mark.parametrize(
    "bad",
    [
        b"1",
        b'"x"',
        b"null",
        b"true",
        b"[]",
        b"{}",
        b'{"id":1,"method":"ping"}',
        b'{"jsonrpc":"1.0","id":1,"method":"ping"}',
        b'{"jsonrpc":"2.0","id":1}',
        b'{"jsonrpc":"2.0","id":1,"method":5}',
        b'{"jsonrpc":"2.0","id":1,"method":"ping","params":3}',
        b'{"jsonrpc":"2.0","id":1.5,"method":"ping"}',
        b'{"jsonrpc":"2.0","id":true,"method":"ping"}',
        b'{"jsonrpc":"2.0","id":[],"method":"ping"}',
        b'{"jsonrpc":"2.0","id":18446744073709551616,"method":"ping"}',
    ],
)
def test_json_that_is_no_request_is_an_invalid_request(program: Program, bad: bytes) -> None:
    answer = only(program, bad + b"\n")
    assert answer["error"]["code"] == -32600
    assert answer["error"]["data"]["name"] == "invalid_request"


def test_a_batch_of_more_than_a_thousand_is_an_invalid_request(program: Program) -> None:
    member = PING.strip()
    answer = only(program, b"[" + b",".join([member] * 1001) + b"]\n")
    assert answer["error"]["code"] == -32600


def test_a_batch_of_a_thousand_is_answered_whole(program: Program) -> None:
    member = b'{"jsonrpc":"2.0","id":3,"method":"ping"}'
    program.write(b"[" + b",".join([member] * 1000) + b"]\n")
    assert len(program.next()) == 1000


def test_a_batch_answers_each_member_but_not_its_notifications(program: Program) -> None:
    program.write(b'[{"jsonrpc":"2.0","id":"a","method":"ping"},{"jsonrpc":"2.0","method":"ping"},1]\n')
    answer = program.next()
    assert sorted(json.dumps(a["id"]) for a in answer) == ['"a"', "null"]


def test_a_batch_of_notifications_is_not_answered(program: Program) -> None:
    program.write(b'[{"jsonrpc":"2.0","method":"ping"},{"jsonrpc":"2.0","method":"nope"}]\n' + PING)
    assert program.next()["id"] == 77


@pytest.mark.parametrize(
    ("good", "number"),
    [
        (b'\xef\xbb\xbf{"jsonrpc":"2.0","id":1,"method":"ping"}\n', 1),
        (b'{"jsonrpc":"2.0","id":2,"method":"ping"}\r\n', 2),
        (b'\n\r\n  \n{"jsonrpc":"2.0","id":3,"method":"ping"}\n', 3),
        (b'{"jsonrpc":"2.0","id":3,"method":"nope","method":"ping","id":4}\n', 4),
        (b'{"jsonrpc":"2.0","id":null,"method":"ping"}\n', None),
        (b'{"jsonrpc":"2.0","id":-9223372036854775808,"method":"ping"}\n', -9223372036854775808),
        (b'{"jsonrpc":"2.0","id":"","method":"ping","params":null}\n', ""),
        (b'{"jsonrpc":"2.0","id":"\xe2\x80\xa8","method":"ping","params":[]}\n', "\u2028"),
        (b'{"jsonrpc":"2.0","id":9,"method":"ping","params":{},"more":1}\n', 9),
    ],
)
def test_a_good_line_in_an_odd_coat_is_answered(program: Program, good: bytes, number: Json) -> None:
    assert only(program, good) == {"jsonrpc": "2.0", "id": number, "result": {}}


def test_line_separators_are_escaped_in_what_goes_out(shop: Shop) -> None:
    sent = b'{"jsonrpc":"2.0","id":"\xe2\x80\xa8\xe2\x80\xa9\xc2\x85","method":"ping"}\n'
    out = run("serve", *shop.args, stdin=sent).stdout
    assert b"\xe2\x80\xa8" not in out
    assert b"\xe2\x80\xa9" not in out
    assert answers(out)[0]["id"] == "\u2028\u2029\x85"
    assert b": " not in out


def test_params_in_an_array_with_members_are_invalid(program: Program) -> None:
    answer = only(program, b'{"jsonrpc":"2.0","id":1,"method":"ping","params":[1]}\n')
    assert answer["error"]["code"] == -32602


def test_an_unknown_param_is_refused_by_name(program: Program) -> None:
    error = program.error("ping", surprise=1)
    assert (error.code, error.bad_fields) == (-32602, {"surprise"})


def test_an_unknown_param_of_initialize_is_ignored(program: Program) -> None:
    assert program.call("initialize", surprise=1, client={"name": "x", "surprise": 2})["protocol_version"] == "1"


def test_an_unknown_method_is_named_so(program: Program) -> None:
    error = program.error("nothing.here")
    assert (error.code, error.data["name"]) == (-32601, "method_not_found")


BAD_PARAMS: list[tuple[str, dict[str, Json], set[str]]] = [
    ("clienti.create", {"nome": "x", "cognome": "Y", "telefono": "12"}, {"nome", "telefono"}),
    ("clienti.create", {"nome": "x", "cognome": "", "telefono": "12"}, {"nome", "cognome", "telefono"}),
    ("clienti.create", {"telefono": "12"}, {"nome", "cognome", "telefono"}),
    ("clienti.create", {"nome": 1, "cognome": 2, "telefono": 3, "more": 4}, {"nome", "cognome", "telefono", "more"}),
    (
        "clienti.create",
        {"nome": "Ada", "cognome": "Y", "telefono": "abc", "data_nascita": "1999-02-29", "note": "n" * 501},
        {"telefono", "data_nascita", "note"},
    ),
    ("clienti.search", {"nome": 1, "limit": 0}, {"nome", "limit"}),
    ("appuntamenti.disponibilita", {"data": "domani"}, {"data", "servizi"}),
    ("appuntamenti.disponibilita", {"data": "2026-02-30", "ora": "24:00", "durata_minuti": 0}, {"data", "ora", "durata_minuti"}),
    ("appuntamenti.create", {}, {"cliente_id", "servizi", "data", "ora"}),
    (
        "appuntamenti.create",
        {"cliente_id": 1.5, "servizi": [[]], "data": "x", "ora": "x", "operatore_id": True},
        {"cliente_id", "servizi", "data", "ora", "operatore_id"},
    ),
    ("appuntamenti.list", {"from": "x", "to": "y", "limit": -1, "offset": -1}, {"from", "to", "limit", "offset"}),
    ("appuntamenti.update", {"id": {}, "data": 3, "note": "n" * 501}, {"id", "data", "note"}),
    ("waitlist.add", {"cliente_id": None, "priorita": "X"}, {"cliente_id", "servizio_id", "data_preferita", "priorita"}),
    ("whatsapp.ack", {"status": "read"}, {"message_id", "status"}),
    ("whatsapp.send_template", {"template": "x", "params": 3}, {"to", "template", "params"}),
    ("formatter.format", {}, {"response", "language", "customer_id", "workspace_id", "original_question"}),
    (
        "formatter.format",
        {"response": "x", "language": " ", "customer_id": "", "workspace_id": " ", "original_question": ""},
        {"language", "customer_id", "workspace_id", "original_question"},
    ),
    ("voice.process", {"text": 3, "tts": "yes", "session_id": 5}, {"text", "tts", "session_id"}),
    ("voice.process", {"text": "x" * 2001, "explain": 1}, {"text", "explain"}),
    ("links.resolve", {"kind": "x"}, {"token", "kind"}),
    ("stats.get", {"from": "x", "limit": "y"}, {"from", "limit"}),
    ("gdpr.anonymize", {"days": "x"}, {"days"}),
    ("voice.transcribe", {"language": 3}, {"language", "audio_path"}),
]


@pytest.mark.parametrize(("method", "params", "fields"), BAD_PARAMS)
def test_invalid_params_lists_every_bad_field(program: Program, method: str, params: dict[str, Json], fields: set[str]) -> None:
    error = program.error(method, **params)
    assert error.code == -32602
    assert error.data["name"] == "invalid_params"
    assert {f.split(".")[0].split("[")[0] for f in error.bad_fields} == fields
    assert all(f["problem"] for f in error.data["fields"])


def test_every_error_says_its_name_and_whether_to_retry(program: Program) -> None:
    for error in (program.error("nope"), program.error("session.get", session_id="nope"), program.error("ping", a=1)):
        assert isinstance(error.data["name"], str)
        assert isinstance(error.data["retryable"], bool)


def test_progress_is_told_only_to_who_gave_a_token(program: Program) -> None:
    program.call("faq.reload")
    assert program.told("$/progress") == []


def test_cancelling_nothing_is_harmless(program: Program) -> None:
    program.notify("$/cancelRequest", id=123456)
    assert program.call("ping") == {}


def test_a_cancelled_request_is_answered_once(shop: Shop) -> None:
    sent = line("appuntamenti.list", 1) + b'{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}}\n' + PING
    found = answers(run("serve", *shop.args, stdin=sent).stdout)
    assert sorted(a["id"] for a in found) == [1, 77]
    (first,) = [a for a in found if a["id"] == 1]
    assert "result" in first or first["error"]["code"] == -32800


def test_the_last_line_counts_without_its_end(shop: Shop) -> None:
    done = run("serve", *shop.args, stdin=PING.strip())
    assert (done.returncode, answers(done.stdout)) == (0, [{"jsonrpc": "2.0", "id": 77, "result": {}}])


def test_at_end_of_input_everything_read_is_answered(shop: Shop) -> None:
    sent = b"".join(line("voice.process", n, text="buongiorno", session_id=f"fine-{n % 7}") for n in range(40))
    found = answers(run("serve", *shop.args, stdin=sent).stdout)
    assert sorted(a["id"] for a in found) == list(range(40))
    assert all("result" in a for a in found)


def test_turns_of_one_session_are_answered_in_order(shop: Shop) -> None:
    sent = b"".join(line("voice.process", n, text="buongiorno", session_id="ordine") for n in range(20))
    found = answers(run("serve", *shop.args, stdin=sent).stdout)
    assert [a["id"] for a in found] == list(range(20))


def test_requests_without_a_session_are_answered_in_order(shop: Shop) -> None:
    methods = ("appuntamenti.list", "settings.orari_lavoro", "clienti.search", "servizi.list", "waitlist.list")
    sent = b"".join(line(methods[n % 5], n) for n in range(30))
    found = answers(run("serve", *shop.args, stdin=sent).stdout)
    assert [a["id"] for a in found] == list(range(30))


def test_shutdown_then_exit_ends_with_code_0(shop: Shop) -> None:
    exit_line = b'{"jsonrpc":"2.0","method":"exit"}\n'
    sent = line("voice.process", 1, text="buongiorno") + line("shutdown", 2) + line("ping", 3) + exit_line
    done = run("serve", *shop.args, stdin=sent)
    found = {a["id"]: a for a in answers(done.stdout)}
    assert done.returncode == 0
    assert list(found).index(1) < list(found).index(2)
    assert found[2]["result"] == {}
    assert found[3]["error"]["code"] == -32007
    assert found[3]["error"]["data"]["name"] == "shutting_down"


def test_exit_without_shutdown_ends_with_code_1(shop: Shop) -> None:
    assert run("serve", *shop.args, stdin=b'{"jsonrpc":"2.0","method":"exit"}\n').returncode == 1


def test_sigterm_ends_it_and_sigint_does_not(shop: Shop) -> None:
    program = Program("serve", *shop.args)
    program.call("ping")
    program.child.send_signal(signal.SIGINT)
    assert program.call("ping") == {}
    program.child.send_signal(signal.SIGTERM)
    assert program.child.wait(5) == 0
    program.end()


def test_logs_are_json_lines_on_stderr_without_what_a_caller_said(shop: Shop) -> None:
    sent = line("faq.search", 1, query="sono Anna De Luca") + line("voice.process", 2, text="sono Anna De Luca")
    # A folder cannot be read as a FAQ file, which is worth a line.
    done = run("serve", *shop.args, "--faq", str(shop.db.parent), "--log-level", "debug", stdin=sent)
    logged = [json.loads(part) for part in done.stderr.splitlines()]
    assert logged
    assert b"De Luca" not in done.stderr


def test_too_many_turns_a_minute_are_refused_with_the_time_to_wait(shop: Shop, program: Program) -> None:
    shop.write("UPDATE impostazioni SET valore = '3' WHERE chiave = 'limite_turni_minuto'")
    with shop.serving() as fresh:
        for _ in range(3):
            fresh.say("buongiorno", "fitta")
        error = fresh.error("voice.process", text="buongiorno", session_id="fitta")
        assert (error.code, error.data["name"], error.data["retryable"]) == (-32004, "rate_limited", True)
        assert 0 < error.data["retry_after_ms"] <= 60_000
        assert fresh.say("buongiorno", "altra")["text"]
    shop.write("UPDATE impostazioni SET valore = '60' WHERE chiave = 'limite_turni_minuto'")
