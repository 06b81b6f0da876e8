"""The benchmark runs, on tiny numbers: what it measures is no matter of a test."""

import json
from pathlib import Path

import pytest
from rich.console import Console

from tests.bench import report
from tests.bench.__main__ import main, run
from tests.bench.bench import TINY, Bench
from tests.bench.figures import Figure, Findings, Row, quantile
from tests.bench.line import Line


@pytest.fixture(autouse=True)
def _no_freezing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.bench.parts.start.frozen_hello", lambda folder: None)  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]


def test_a_quantile_is_a_value_that_was_measured() -> None:
    assert [quantile([4.0, 1.0, 3.0, 2.0], share) for share in (0.0, 0.5, 0.75, 0.99, 1.0)] == [1.0, 2.0, 3.0, 4.0, 4.0]


def test_a_figure_is_held_within_its_limit_and_has_no_verdict_without_one() -> None:
    held = [Figure("f", 2.0, "ms", limit, at_least=sense).held for limit, sense in ((2.0, False), (1.0, False), (3.0, True), (None, False))]
    assert held == [True, False, False, None]


@pytest.mark.parametrize("part", ["start", "ping", "turn", "growth"])
def test_a_part_runs_on_tiny_numbers_and_finds_figures(part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.bench.shop.tempfile.gettempdir", lambda: str(tmp_path))
    found = run(Bench(tmp_path / "run", TINY), [part], Console(quiet=True))
    assert [len(findings.figures) > 2 for findings in found.values()] == [True]


def test_the_peer_answers_the_very_line_that_was_sent(tmp_path: Path) -> None:
    with Bench(tmp_path, TINY).peer("echo.py") as echo:
        echo.write(b'{"id":  7}\n')
        assert echo.read() == b'{"id":7}'


def test_the_line_client_takes_each_answer_for_its_own_request(tmp_path: Path) -> None:
    with Bench(tmp_path, TINY).server(tmp_path) as server:
        assert isinstance(server, Line)
        first = server.send("initialize")
        assert server.answer()["id"] == first
        assert server.call("ping") == {}


def test_the_report_names_what_is_missed_beside_the_targets_of_the_specification(tmp_path: Path) -> None:
    findings = Findings()
    findings.add("slow", 9.0, "ms", 5.0)
    findings.rows.append(Row("API call", 200, 500, 1.5))
    report.write({"Turns": findings}, tmp_path)
    text = (tmp_path / "performance.md").read_text(encoding="utf-8")
    assert "| slow | 9.00 ms | at most 5.00 ms | **missed** |" in text
    assert "| API call | < 200 ms | < 500 ms | 1.50 ms |" in text
    assert json.loads((tmp_path / "performance.json").read_text(encoding="utf-8"))["parts"]["Turns"]["figures"][0]["name"] == "slow"
    assert (tmp_path / "performance" / "specification.svg").stat().st_size > 1000


def test_an_unknown_part_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--only", "ping,nothing"])
    assert "nothing: not one of start, ping" in capsys.readouterr().err
