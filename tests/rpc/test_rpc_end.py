"""The end of a connection: end of input, shutdown, exit, a stop from outside, and who is answered what."""

import threading
from typing import Any

import pytest

from rpc import server
from tests.rpc.wiring_fakes import Door, Wire, notification, request, turn

DOWN = -32007


def test_the_end_of_input_ends_an_idle_server_with_zero() -> None:
    wire = Wire()
    wire.end()
    assert wire.code() == 0


def test_a_last_line_counts_without_its_line_end() -> None:
    wire = Wire()
    wire.raw(b'{"jsonrpc":"2.0","id":1,')
    wire.raw(b'"method":"ping"}')
    wire.end()
    assert wire.code() == 0
    assert wire.next() == {"jsonrpc": "2.0", "id": 1, "result": {}}


def test_a_last_line_that_is_broken_is_answered_too() -> None:
    wire = Wire()
    wire.raw(b'{"jsonrpc"')
    wire.end()
    assert wire.code() == 0
    assert wire.next()["error"]["code"] == -32700


def test_everything_read_before_the_end_is_answered(door: Door) -> None:
    wire = Wire()
    wire.send(*(turn(i, "a") for i in range(5)), turn("other", "b", "s2"))
    wire.end()
    assert {door.arrived(), door.arrived()} == {"a", "b"}
    door.let("a", "b")
    assert wire.code() == 0
    assert [answer["id"] for answer in wire.take(6) if answer["id"] != "other"] == [0, 1, 2, 3, 4]


def test_what_is_not_done_in_time_after_the_end_is_answered_as_shutting_down(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "DRAIN_S", 0.05)
    wire = Wire()
    wire.send(turn(1, "never"), turn(2, "waits"))
    wire.end()
    assert wire.code() == 0
    assert {answer["id"]: answer["error"]["code"] for answer in wire.take(2)} == {1: DOWN, 2: DOWN}
    door.let("never", "waits")


def test_shutdown_is_answered_after_everything_before_it_and_refuses_what_follows(door: Door) -> None:
    wire = Wire()
    wire.send(turn(1, "a"), request(2, "shutdown"), turn(3, "b"), request(4, "ping"), request(5, "shutdown"), request(6, "nothing"))
    refused = wire.take(4)
    assert {answer["id"]: answer["error"]["data"]["name"] for answer in refused} == dict.fromkeys((3, 4, 5, 6), "shutting_down")
    door.let("a")
    assert wire.next()["id"] == 1
    assert wire.next() == {"jsonrpc": "2.0", "id": 2, "result": {}}
    wire.send(notification("exit"))
    assert wire.code() == 0


def test_exit_without_shutdown_is_code_one() -> None:
    wire = Wire()
    wire.send(request(1, "ping"), notification("exit"))
    assert wire.code() == 1
    assert wire.next()["id"] == 1


def test_exit_as_a_request_is_answered() -> None:
    wire = Wire()
    wire.send(request(1, "shutdown"), request(2, "exit"), request(3, "ping"))
    assert wire.code() == 0
    assert [(answer["id"], "result" in answer) for answer in wire.take(3)] == [(1, True), (2, True), (3, False)]


def test_work_that_is_finished_within_a_second_of_exit_is_answered(door: Door) -> None:
    wire = Wire()
    wire.send(turn(1, "a"), notification("exit"))
    assert door.arrived() == "a"
    door.let("a")
    assert wire.code() == 1
    assert wire.next()["result"]["text"] == "a"


def test_work_that_is_unfinished_a_second_after_exit_is_given_up(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "EXIT_S", 0.05)
    wire = Wire()
    wire.send(turn(1, "never"), turn(2, "waits"), request(3, "shutdown"), notification("exit"))
    assert wire.code() == 0
    answers = {answer["id"]: answer for answer in wire.take(3)}
    assert answers[1]["error"]["code"] == answers[2]["error"]["code"] == DOWN
    assert answers[3]["result"] == {}
    door.let("never", "waits")


def test_a_given_up_turn_can_no_longer_commit(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.model.errors import Cancelled

    monkeypatch.setattr(server, "EXIT_S", 0.05)
    wire = Wire()
    wire.send(turn(1, "never"), notification("exit"))
    assert wire.code() == 1
    with pytest.raises(Cancelled):
        wire.host.tokens[0].make_firm()
    door.let("never")


def test_a_commit_that_has_begun_is_awaited_and_answered_as_it_ended(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "EXIT_S", 0.05)
    wire = Wire()
    wire.send(turn(1, "a"))
    assert door.arrived() == "a"
    wire.host.tokens[0].make_firm()
    ended = threading.Timer(0.2, lambda: door.let("a"))
    ended.start()
    wire.send(notification("exit"))
    assert wire.code() == 1
    assert wire.next()["result"]["text"] == "a"


def test_a_stop_from_outside_ends_with_zero_and_refuses_what_follows(door: Door) -> None:
    wire = Wire()
    wire.send(turn(1, "a"))
    assert door.arrived() == "a"
    wire.server.stop()
    wire.send(request(2, "ping"))
    assert wire.next()["error"]["code"] == DOWN
    door.let("a")
    assert wire.next()["id"] == 1
    assert wire.code() == 0


def test_a_host_that_no_longer_reads_ends_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    wire = Wire()

    def gone(data: Any) -> int:
        raise BrokenPipeError

    monkeypatch.setattr(wire.output, "_write", gone)
    wire.send(request(1, "ping"))
    assert wire.code() == 0
