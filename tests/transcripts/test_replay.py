"""The command `replay`: as written, otherwise, and what is no transcript."""

import argparse
from pathlib import Path

import pytest

from sidecar import replay
from sidecar.config import Config
from sidecar.transcript import BadTranscript, differences, masked, read, shown

PING = '> {"jsonrpc":"2.0","id":1,"method":"ping"}\n'
HEADER = "# now=2026-03-10T09:00:00 db=empty tts=off\n"


def played(tmp_path: Path, text: str) -> int:
    file = tmp_path / "call.jsonl"
    file.write_text(text, encoding="utf-8")
    return replay.run(Config.from_args({}, {}), argparse.Namespace(file=str(file)))


def test_a_transcript_that_comes_back_as_written_ends_with_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert played(tmp_path, HEADER + PING + '< {"jsonrpc":"2.0","id":1,"result":{}}\n') == 0
    assert "as written" in capsys.readouterr().out


def test_a_difference_is_shown_with_its_question_and_ends_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert played(tmp_path, HEADER + PING + '< {"jsonrpc":"2.0","id":1,"result":{"pong":true}}\n') == 1
    assert capsys.readouterr().out.splitlines() == [
        '> {"jsonrpc":"2.0","id":1,"method":"ping"}',
        '- {"jsonrpc":"2.0","id":1,"result":{"pong":true}}',
        '+ {"jsonrpc":"2.0","id":1,"result":{}}',
    ]


def test_a_line_that_nobody_wrote_is_a_difference(tmp_path: Path) -> None:
    assert played(tmp_path, HEADER + PING) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        PING,
        "# now=yesterday db=demo tts=off\n" + PING,
        "# now=2026-03-10T09:00:00 db=shop tts=off\n",
        HEADER + "ping\n",
        HEADER + "< {}\n",
    ],
)
def test_what_is_no_transcript_ends_with_two(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert played(tmp_path, text) == 2
    assert capsys.readouterr().err.startswith("replay: call.jsonl")


def test_a_file_that_is_not_there_ends_with_two() -> None:
    assert replay.run(Config.from_args({}, {}), argparse.Namespace(file="nowhere.jsonl")) == 2


def test_what_differs_from_run_to_run_is_masked_wherever_it_stands() -> None:
    assert masked({"a": [{"pid": 7, "b": 1}], "timings_ms": {"total": 3.0}}) == {"a": [{"pid": "*", "b": 1}], "timings_ms": "*"}


def test_an_answer_is_compared_by_its_value_and_not_by_its_spaces(tmp_path: Path) -> None:
    file = tmp_path / "call.jsonl"
    file.write_text(HEADER + PING + '< { "id": 1, "pid": 4 }\n', encoding="utf-8")
    assert differences(read(file), [['{"id":1,"pid":9}']]) == []
    assert shown("no json") == "no json"


def test_lines_in_another_order_are_told_as_such(tmp_path: Path) -> None:
    file = tmp_path / "call.jsonl"
    file.write_text(HEADER + PING + "< 1\n< 2\n", encoding="utf-8")
    assert "! the same lines in another order" in differences(read(file), [["2", "1"]])


def test_a_bad_header_says_what_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "call.jsonl"
    file.write_text("# now=2026-03-10T09:00:00 db=other tts=off\n", encoding="utf-8")
    with pytest.raises(BadTranscript, match="demo, empty, desktop"):
        read(file)


def test_a_file_in_another_encoding_is_no_transcript_and_a_byte_order_mark_is_none_of_its_words(tmp_path: Path) -> None:
    file = tmp_path / "call.jsonl"
    file.write_bytes(b"\xff\xfe#")
    with pytest.raises(BadTranscript, match="no text in UTF-8"):
        read(file)
    file.write_bytes(b"\xef\xbb\xbf# now=2026-03-10T09:00:00 db=demo tts=off\r\n")
    assert read(file).db == "demo"
