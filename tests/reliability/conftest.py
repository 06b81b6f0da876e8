"""The fixtures of this room."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.reliability.program import Program

Starter = Callable[..., Program]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Starter]:
    """Starts programs in the test's folder, and ends those that are still there."""
    begun: list[Program] = []

    def starter(*args: Any, **options: Any) -> Program:
        begun.append(Program(tmp_path, *args, **options))
        return begun[-1]

    yield starter
    for program in begun:
        assert program.end() == 0


@pytest.fixture
def program(start: Starter) -> Program:
    """One program over a fresh copy of the demo business."""
    return start()
