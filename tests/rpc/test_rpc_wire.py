"""Lines out and the splitting of a stream: compact, under 8 MiB, safe to split, whatever is in them."""

from decimal import Decimal
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rpc import wire


def test_lines_out_hold_no_character_that_a_client_takes_for_a_line_end() -> None:
    body = wire.result("\u2028", {"text": "a\u2028b\u2029c\u0085d\re\nf\x0b\x0c\x1c\x1d\x1e", "\u2029": 1})
    assert len(body.decode().splitlines()) == 1
    assert orjson.loads(body)["result"]["text"] == "a\u2028b\u2029c\u0085d\re\nf\x0b\x0c\x1c\x1d\x1e"


@given(st.text())
def test_any_text_survives_the_way_out(text: str) -> None:
    body = wire.result(1, {"text": text})
    assert len(body.decode().splitlines()) == 1
    assert orjson.loads(body)["result"] == {"text": text}


def test_lines_out_are_compact() -> None:
    assert wire.result(1, {"a": [1, 2]}) == b'{"jsonrpc":"2.0","id":1,"result":{"a":[1,2]}}'
    assert wire.empty_result(1) == wire.result(1, {})
    assert wire.empty_result("x") == b'{"jsonrpc":"2.0","id":"x","result":{}}'


def test_money_and_sets_are_written_as_json_has_them() -> None:
    body = wire.result(1, {"prezzo": Decimal("25.50"), "ids": frozenset({3})})
    assert orjson.loads(body)["result"] == {"prezzo": 25.5, "ids": [3]}


@pytest.mark.parametrize("value", [2**70, "\ud800", object(), {1: 2}], ids=["integer", "surrogate", "object", "key"])
def test_what_cannot_be_written_becomes_an_internal_error_of_that_request(value: Any) -> None:
    answer = orjson.loads(wire.result(7, {"value": value}))
    assert (answer["id"], answer["error"]["code"]) == (7, wire.INTERNAL_ERROR)


def test_a_result_that_is_too_deep_becomes_an_internal_error() -> None:
    value: Any = 1
    for _ in range(2000):
        value = [value]
    assert orjson.loads(wire.result(7, {"value": value}))["error"]["code"] == wire.INTERNAL_ERROR


def test_details_that_cannot_be_written_do_not_cost_the_error() -> None:
    answer = orjson.loads(wire.error(7, -32001, "gone", {"id": "\ud800"}))
    assert (answer["id"], answer["error"]["code"]) == (7, -32001)


def test_a_result_larger_than_a_line_becomes_an_internal_error() -> None:
    answer = wire.result(7, {"text": "x" * wire.MAX_OUT})
    assert orjson.loads(answer)["error"]["code"] == wire.INTERNAL_ERROR
    assert len(wire.result(7, {"text": "x" * (wire.MAX_OUT - 100)})) < wire.MAX_OUT


def test_an_id_that_grows_beyond_a_line_gives_way_to_null() -> None:
    identifier = "\u0085" * (2 * 1024 * 1024)
    answer = wire.result(identifier, {})
    assert len(answer) < wire.MAX_OUT
    assert orjson.loads(answer)["id"] is None


def test_the_largest_answers_of_a_batch_give_way_until_it_fits() -> None:
    large = [(i, wire.result(i, {"text": "x" * 3_000_000})) for i in range(4)]
    body = wire.batch([(9, wire.empty_result(9)), *large])
    answers = orjson.loads(body)
    assert len(body) < wire.MAX_OUT
    assert [answer["id"] for answer in answers] == [9, 0, 1, 2, 3]
    assert sum("result" in answer for answer in answers) == 3


def test_a_batch_of_ids_that_grow_still_fits() -> None:
    identifiers = ["\u0085" * 20_000 + str(i) for i in range(100)]
    body = wire.batch([(i, wire.error(i, -32601, "x")) for i in identifiers])
    assert len(body) < wire.MAX_OUT
    assert len(orjson.loads(body)) == 100


@given(st.lists(st.binary(max_size=20).map(lambda line: line.replace(b"\n", b"")), max_size=8), st.data())
def test_a_stream_is_split_the_same_however_it_is_cut(lines: list[bytes], data: st.DataObject) -> None:
    stream = b"\n".join(lines)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=6)))
    splitter = wire.Splitter()
    found: list[Any] = []
    for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True):
        found += splitter.feed(stream[start:end])
    found += splitter.close()
    assert [line for line in found if line] == [line for line in lines if line]


def test_a_line_that_is_too_long_is_said_once_and_dropped_piece_by_piece() -> None:
    splitter = wire.Splitter()
    chunk = b"x" * 100_000
    found = [line for _ in range(100) for line in splitter.feed(chunk)]
    assert found == [wire.TOO_LONG]
    assert list(splitter.feed(b"tail\nnext\n")) == [b"next"]
    assert list(splitter.close()) == []


def test_a_line_of_exactly_the_limit_is_kept() -> None:
    splitter = wire.Splitter()
    line = b" " * wire.MAX_LINE
    assert list(splitter.feed(line)) == []
    assert list(splitter.feed(b"\n")) == [line]
    assert list(splitter.feed(line + b" ")) == [wire.TOO_LONG]
    assert list(splitter.close()) == []


@given(st.binary(max_size=200))
def test_no_bytes_at_all_make_decoding_fail(line: bytes) -> None:
    assert isinstance(wire.decode(line), wire.Request | wire.Bad | wire.Batch | None)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5) | st.sampled_from(["2.0", "ping"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["jsonrpc", "id", "method", "params", "x"]), inner, max_size=5)
    ),
    max_leaves=8,
)


@given(_JSON)
def test_any_json_value_becomes_one_message(value: Any) -> None:
    import json

    message = wire.decode(json.dumps(value, ensure_ascii=True).encode())
    assert isinstance(message, wire.Request | wire.Bad | wire.Batch)
