"""Overload is an error answer: full lanes, a host that does not read, turns a minute, conversations at once."""

from types import SimpleNamespace
from typing import Any

import pytest

from pipeline.model.business import Settings
from pipeline.model.errors import Unavailable
from rpc import server
from rpc.call import Token
from tests.rpc.wiring_fakes import Door, FakeHost, Wire, request, turn

LIMITED = -32004


def test_a_lane_that_is_full_refuses_and_every_request_is_answered_once(wire: Wire, door: Door) -> None:
    wire.send(*(turn(i, "a") for i in range(600)))
    refused = wire.take(600 - 256 - 1)
    assert {answer["error"]["code"] for answer in refused} == {LIMITED}
    assert all(answer["error"]["data"]["retry_after_ms"] > 0 for answer in refused)
    assert all(answer["error"]["data"]["retryable"] for answer in refused)
    wire.send(request("p", "ping"), turn("other", "b", "s2"))
    door.let("a", "b")
    rest = wire.take(256 + 1 + 2)
    assert {answer["id"] for answer in refused + rest} == {*range(600), "p", "other"}


def test_nothing_new_is_begun_for_a_host_that_does_not_read(monkeypatch: pytest.MonkeyPatch, door: Door) -> None:
    monkeypatch.setattr(server, "BACKLOG", 1000)
    wire = Wire()
    wire.output._size = 2000  # pyright: ignore[reportPrivateUsage] - a backlog without filling a pipe
    wire.send(turn(1, "a"), request(2, "ping"))
    answers = {answer["id"]: answer for answer in wire.take(2)}
    assert answers[1]["error"]["code"] == LIMITED
    assert answers[2]["result"] == {}
    wire.output._size = 0  # pyright: ignore[reportPrivateUsage]
    door.let("b")
    wire.send(turn(3, "b"))
    assert wire.next()["id"] == 3


def test_too_many_turns_a_minute_are_refused_until_the_minute_is_over(door: Door) -> None:
    host = FakeHost(Settings(limite_turni_minuto=2))
    wire = Wire(host)
    door.let("a", "x")
    wire.send(turn(1, "a"), turn(2, "a"), turn(3, "a"), turn(4, "x", "other"))
    answers = {answer["id"]: answer for answer in wire.take(4)}
    assert [name for name, answer in answers.items() if "error" in answer] == [3]
    assert answers[3]["error"]["data"]["retry_after_ms"] == 60_001
    host.clock.seconds += 61
    wire.send(turn(5, "a"))
    assert wire.next()["result"]["text"] == "a"


def test_too_many_conversations_are_refused_until_one_ends(door: Door) -> None:
    host = FakeHost(Settings(limite_sessioni=2))
    wire = Wire(host)
    door.let("a", "b", "c")
    wire.send(turn(1, "a", "s1"))
    assert "result" in wire.next()
    wire.send(turn(2, "b", None))
    assert "result" in wire.next()
    wire.send(turn(3, "c", "s3"), turn(4, "a", "s1"))
    answers = {answer["id"]: answer for answer in wire.take(2)}
    assert answers[3]["error"]["code"] == LIMITED
    assert "result" in answers[4]
    host.clock.seconds += 10 * 60 + 1
    wire.send(turn(5, "c", "s3"))
    assert "result" in wire.next()


def test_no_settings_mean_no_limits(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreadable() -> Settings:
        raise Unavailable("database")

    def world(token: Token) -> Any:
        return SimpleNamespace(reads=SimpleNamespace(settings=unreadable), clock=host.clock)

    host = FakeHost()
    monkeypatch.setattr(host, "world", world)
    wire = Wire(host)
    door.let("a")
    wire.send(turn(1, "a"))
    assert wire.next()["result"]["text"] == "a"
