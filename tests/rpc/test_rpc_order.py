"""Lanes, cancellation, notices and limits: what runs in which order, and what is answered when."""

from typing import Any

import pytest

from pipeline.model.errors import Conflict
from pipeline.model.turn import Ask
from tests.rpc.wiring_fakes import Door, FakeHost, Wire, notification, reply, request, said, stand_in, turn

CANCELLED = -32800


def test_turns_of_one_session_are_carried_out_in_order(wire: Wire, door: Door) -> None:
    wire.send(turn(1, "a"), turn(2, "b"), turn(3, "c"))
    assert door.arrived() == "a"
    door.let("b", "c", "a")
    assert [answer["id"] for answer in wire.take(3)] == [1, 2, 3]
    assert door.finished == ["a", "b", "c"]


def test_a_slow_session_delays_no_other(wire: Wire, door: Door) -> None:
    wire.send(turn(1, "slow", "s1"), turn(2, "quick", "s2"))
    assert {door.arrived(), door.arrived()} == {"slow", "quick"}
    door.let("quick")
    assert wire.next()["id"] == 2
    door.let("slow")
    assert wire.next()["id"] == 1


def test_every_request_that_names_the_session_waits_in_its_lane(wire: Wire, door: Door) -> None:
    wire.send(turn(1, "a"), request(2, "session.get", {"session_id": "s"}))
    assert door.arrived() == "a"
    door.let("get s", "a")
    assert [answer["id"] for answer in wire.take(2)] == [1, 2]


def test_requests_without_session_form_one_lane(wire: Wire, door: Door) -> None:
    wire.send(request(1, "settings.nome_attivita"), request(2, "settings.nome_attivita"))
    door.let("settings")
    assert [answer["id"] for answer in wire.take(2)] == [1, 2]


@pytest.mark.parametrize("beside", [request(2, "faq.search", {"query": "q"}), turn(2, "new", None), request(2, "health.check")])
def test_what_runs_beside_does_not_wait_for_the_one_lane(wire: Wire, door: Door, beside: dict[str, Any]) -> None:
    door.let("q", "new")
    wire.send(request(1, "settings.nome_attivita"), beside)
    assert wire.next()["id"] == 2
    door.let("settings")
    assert wire.next()["id"] == 1


def test_two_calls_without_session_run_side_by_side(wire: Wire, door: Door) -> None:
    wire.send(turn(1, "one", None), turn(2, "two", None))
    assert {door.arrived(), door.arrived()} == {"one", "two"}
    door.let("two")
    assert wire.next()["id"] == 2
    door.let("one")
    assert wire.next()["id"] == 1


def test_pings_are_answered_while_turns_run(wire: Wire, door: Door) -> None:
    wire.send(*(turn(i, f"t{i}", f"s{i}") for i in range(20)))
    assert door.arrived().startswith("t")
    wire.send(request("p", "ping"), request("i", "initialize"))
    assert {answer["id"] for answer in wire.take(2)} == {"p", "i"}
    door.let(*(f"t{i}" for i in range(20)))
    assert {answer["id"] for answer in wire.take(20)} == set(range(20))


def test_a_waiting_request_is_cancelled_before_it_begins(wire: Wire, door: Door) -> None:
    wire.send(turn(1, "a"), turn(2, "b"))
    assert door.arrived() == "a"
    wire.send(notification("$/cancelRequest", {"id": 2}))
    answer = wire.next()
    assert (answer["id"], answer["error"]["code"], answer["error"]["data"]["name"]) == (2, CANCELLED, "cancelled")
    door.let("a")
    assert wire.next()["id"] == 1
    assert door.finished == ["a"]


def test_a_running_request_is_answered_as_cancelled_at_once_and_only_once(wire: Wire, door: Door) -> None:
    wire.send(turn(1, "a"))
    assert door.arrived() == "a"
    wire.send(notification("$/cancelRequest", {"id": 1}))
    assert wire.next()["error"]["code"] == CANCELLED
    door.let("a")
    wire.send(request(2, "session.get", {"session_id": "s"}))
    door.let("get s")
    assert wire.next()["id"] == 2
    assert wire.rest() == []


def test_a_request_whose_rows_are_committed_gives_its_real_answer(wire: Wire, door: Door) -> None:
    wire.send(turn(1, "a"))
    assert door.arrived() == "a"
    wire.host.tokens[0].make_firm()
    wire.send(notification("$/cancelRequest", {"id": 1}), request("p", "ping"))
    assert wire.next()["id"] == "p"
    door.let("a")
    assert wire.next()["result"]["text"] == "a"


def test_the_ids_twelve_and_text_twelve_are_cancelled_apart(wire: Wire, door: Door) -> None:
    wire.send(turn(12, "number", "s1"), turn("12", "text", "s2"), notification("$/cancelRequest", {"id": "12"}))
    assert wire.next()["id"] == "12"
    door.let("number", "text")
    assert wire.next()["result"]["text"] == "number"


def test_a_cancellation_sent_as_a_request_is_answered_itself(wire: Wire, door: Door) -> None:
    wire.send(turn(1, "a"), request(2, "$/cancelRequest", {"id": 1}), request(3, "$/cancelRequest", {}))
    answers = {answer["id"]: answer for answer in wire.take(3)}
    assert answers[1]["error"]["code"] == CANCELLED
    assert answers[2]["result"] == {}
    assert answers[3]["error"]["code"] == -32602
    door.let("a")


def test_a_notification_is_carried_out_in_silence(wire: Wire, door: Door) -> None:
    door.let("a", "b")
    wire.send(notification("voice.process", said("a", "s")), turn(1, "b"))
    assert wire.next()["id"] == 1
    assert door.finished == ["a", "b"]


def test_what_the_host_is_told_follows_the_answer_that_caused_it(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    def take(ask: Ask, world: Any) -> Any:
        world.token.notify("handoff.requested", {"session_id": "s", "reason": "r", "summary": "x"})
        return reply(ask)

    stand_in(monkeypatch, "pipeline.turn.take", take)
    wire.send(turn(1, "a"), [turn(2, "b"), request(3, "ping")])
    first, second, third, fourth = wire.take(4)
    assert first["id"] == 1
    assert second["method"] == "handoff.requested"
    assert [member["id"] for member in third] == [2, 3]
    assert fourth["method"] == "handoff.requested"


def test_progress_comes_before_the_answer_and_only_when_asked_for(wire: Wire, door: Door) -> None:
    door.let("q")
    wire.send(request(1, "faq.search", {"query": "q", "progress_token": "p"}))
    begun, ended, answer = wire.take(3)
    assert begun == {"jsonrpc": "2.0", "method": "$/progress", "params": {"token": "p", "message": "started", "percentage": 0}}
    assert ended["params"]["percentage"] == 100
    assert answer["id"] == 1
    wire.send(request(2, "faq.search", {"query": "q"}))
    assert wire.next()["id"] == 2


def test_a_batch_is_answered_as_one_line_in_its_order(wire: Wire, door: Door) -> None:
    wire.send([turn(1, "a"), request(2, "ping"), notification("ping"), 5, request("x", "nothing"), turn(3, "b")])
    door.let("a", "b")
    answers = wire.next()
    assert [answer["id"] for answer in answers] == [1, 2, None, "x", 3]
    assert answers[0]["result"]["text"] == "a"


def test_a_batch_of_notifications_is_not_answered(wire: Wire) -> None:
    wire.send([notification("ping"), notification("nothing")], request(1, "ping"))
    assert wire.next()["id"] == 1
    assert wire.rest() == []


def test_a_batch_of_a_thousand_is_answered(wire: Wire) -> None:
    wire.send([request(i, "ping") for i in range(1000)])
    assert [answer["id"] for answer in wire.next()] == list(range(1000))


def test_an_error_of_the_trade_becomes_its_code(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(world: Any) -> Any:
        raise Conflict("the client exists", cliente_id="c1")

    stand_in(monkeypatch, "pipeline.desk.settings.nome_attivita", taken)
    wire.send(request(1, "settings.nome_attivita"))
    assert wire.next()["error"] == {
        "code": -32002,
        "message": "the client exists",
        "data": {"name": "conflict", "retryable": False, "cliente_id": "c1"},
    }


def test_a_result_that_cannot_be_written_is_an_internal_error(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(world: Any) -> dict[str, Any]:
        return {"nome_attivita": "\ud800"}

    stand_in(monkeypatch, "pipeline.desk.settings.nome_attivita", broken)
    wire.send(request(1, "settings.nome_attivita"), request(2, "ping"))
    assert {answer["id"]: answer.get("error", {}).get("code") for answer in wire.take(2)} == {1: -32603, 2: None}


def test_the_calendar_moves_between_what_was_read_before_and_after(door: Door) -> None:
    host = FakeHost(frozen=True)
    wire = Wire(host)
    wire.send(turn(1, "a"), notification("$/now", {"now": "2026-03-12T10:00:00"}), turn(2, "b", "other"), request("p", "ping"))
    assert door.arrived() == "a"
    assert wire.next()["id"] == "p"
    assert host.moved == []
    door.let("a")
    assert wire.next()["id"] == 1
    assert door.arrived() == "b"
    assert host.moved == ["2026-03-12T10:00:00"]
    door.let("b")
    assert wire.next()["id"] == 2


def test_the_calendar_of_a_running_business_cannot_be_moved(wire: Wire) -> None:
    wire.send(request(1, "$/now", {"now": "2026-03-12T10:00:00"}))
    assert wire.next()["error"]["code"] == -32601


def test_a_calendar_that_cannot_move_says_so(door: Door) -> None:
    wire = Wire(FakeHost(frozen=True))
    wire.send(request(1, "$/now", {"now": "past"}), request(2, "$/now", {"now": "2026-03-13T10:00:00"}))
    refused, moved = wire.take(2)
    assert refused["error"]["data"]["fields"][0]["field"] == "now"
    assert moved == {"jsonrpc": "2.0", "id": 2, "result": {}}


def test_initialize_says_who_is_there_and_tolerates_anything(wire: Wire) -> None:
    app = {"name": "app", "handoff": True}
    wire.send(request(1, "initialize", {"client": app, "novelty": [1]}), request(2, "initialize", {"client": 5}))
    first, second = wire.take(2)
    assert first["result"]["protocol_version"] == "1"
    assert "voice.process" in first["result"]["capabilities"]["methods"]
    assert first["result"]["server"]["name"] == "fluxion-sidecar"
    assert "result" in second
    assert wire.host.clients == [{"name": "app", "handoff": True}, {}]


def test_the_first_answer_to_more_than_a_ping_is_reported_once(wire: Wire) -> None:
    for identifier, method, reported in ((1, "ping", 0), (2, "initialize", 1), (3, "initialize", 1), (4, "ping", 1)):
        wire.send(request(identifier, method), request("after", "ping"))
        assert [answer["id"] for answer in wire.take(2)] == [identifier, "after"]
        wire.send(request("told", "ping"))
        assert wire.next()["id"] == "told"
        assert wire.host.first_answers == reported
