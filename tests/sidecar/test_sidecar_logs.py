"""Logs: JSON lines that hold names and counts, and nobody's data."""

import io
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from sidecar import logs
from sidecar.config import Config

KEY = "gsk_0123456789abcdef"


@pytest.fixture
def stream(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[io.StringIO]:
    root, ours = logging.getLogger(), [logging.getLogger(name) for name in ("fluxion", "store", "sidecar")]
    before = (root.handlers[:], root.level, [logger.level for logger in ours], logging.raiseExceptions)
    caught = io.StringIO()
    monkeypatch.setattr("sys.stderr", caught)
    logs.set_up(
        Config(tmp_path / "db", tmp_path, tmp_path / "faq", log_level="debug", log_file=tmp_path / "logs" / "a.log", groq_api_key=KEY)
    )
    yield caught
    logging.captureWarnings(False)
    for handler in root.handlers[:]:
        handler.close()
    root.handlers[:], logging.raiseExceptions = before[0], before[3]
    root.setLevel(before[1])
    for logger, level in zip(ours, before[2], strict=True):
        logger.setLevel(level)


def lines(stream: io.StringIO) -> list[Any]:
    return [orjson.loads(line) for line in stream.getvalue().splitlines()]


def test_a_record_is_one_line_of_json_with_its_facts(stream: io.StringIO) -> None:
    logging.getLogger("fluxion.rpc").info("done", extra={"method": "ping", "count": 3, "cause": ["KeyError"]})
    entry = lines(stream)[0]
    assert {name: entry[name] for name in ("level", "logger", "message", "method", "count", "cause")} == {
        "level": "info",
        "logger": "fluxion.rpc",
        "message": "done",
        "method": "ping",
        "count": 3,
        "cause": ["KeyError"],
    }


@pytest.mark.parametrize(
    "secret", ["3331234567", "+39 333 123 45 67", "333-1234567", "ada.prova@example.it", KEY, "sk-or-v1-abcdefgh123", "Bearer abcdefghijkl"]
)
def test_what_looks_like_a_number_an_address_or_a_key_is_masked(stream: io.StringIO, secret: str) -> None:
    logging.getLogger("fluxion.x").warning("heard %s there", secret, extra={"cause": [f"with {secret}"]})
    assert secret not in stream.getvalue()
    assert "[...]" in lines(stream)[0]["message"]


def test_a_librarys_words_are_left_out(stream: io.StringIO) -> None:
    try:
        raise ValueError("Ada Prova")
    except ValueError:
        logging.getLogger("httpx").exception("sent Ada Prova to %s", "somebody")
    logging.getLogger("groq").info("Ada Prova")
    logging.getLogger("py.warnings").warning("%s", "Ada Prova")
    assert "Prova" not in stream.getvalue()
    assert [(entry["logger"], entry.get("error")) for entry in lines(stream)] == [("httpx", "ValueError"), ("py.warnings", None)]


def test_a_file_gets_the_same_lines(stream: io.StringIO, tmp_path: Path) -> None:
    logging.getLogger("fluxion.x").info("kept")
    logs.flush()
    assert (tmp_path / "logs" / "a.log").read_text(encoding="utf-8") == stream.getvalue()


def test_a_value_of_an_unknown_kind_is_named_by_its_type(stream: io.StringIO) -> None:
    logging.getLogger("fluxion.x").info("seen", extra={"thing": {"nome": "Ada"}})
    assert lines(stream)[0]["thing"] == "dict"
