"""Many at once and nonsense, in small; `make reliability` plays the same in full numbers."""

from pathlib import Path

from tests.reliability import fuzz, soak, writers


def test_twenty_callers_at_once_are_answered_and_what_they_were_told_is_in_the_file(tmp_path: Path) -> None:
    found = soak.run(tmp_path, sessions=20, turns=200, pause_s=0.0)
    assert (found.turns, found.errors, found.degraded) == (200, {}, {})
    assert (found.lost, found.overlaps, found.sound) == (0, 0, True)
    assert len(found.confirmed) > 5
    assert len({(held.handles, held.files) for held in found.held[-2:]}) == 1


def test_two_sidecars_and_the_desktop_app_lose_no_row_and_overlap_nowhere(tmp_path: Path) -> None:
    found = writers.run(tmp_path, seconds=60.0, most=40)
    assert (found.lost, found.overlaps, found.sound) == (0, 0, True)
    assert {"booked", "conflict", "desktop booked"} <= set(found.answers)
    assert set(found.answers) <= {"booked", "conflict", "refused", "desktop booked", "desktop refused"}


def test_lines_that_are_nearly_right_are_answered_once_each(tmp_path: Path) -> None:
    found = fuzz.lines(tmp_path, 800, seed=1)
    assert found.faults == []
    assert {0, -32700, -32600, -32601, -32602} <= set(found.codes)


def test_words_that_nobody_means_are_answered_with_words_that_can_be_spoken(tmp_path: Path) -> None:
    found = fuzz.words(tmp_path, 400, seed=2)
    assert found.faults == []
    assert found.answered == found.sent == 400
