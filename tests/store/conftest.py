"""The fixtures of the store's tests: the same business in both kinds of file."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from tests.store.shop import Kind, Shop, open_shop


@pytest.fixture(params=["own", "desktop"])
def shop(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shop]:
    """The demo business in a file of our own making, and in one of the desktop app."""
    opened = open_shop(tmp_path, cast("Kind", request.param))
    yield opened
    opened.close()


@pytest.fixture
def own_shop(tmp_path: Path) -> Iterator[Shop]:
    """The demo business in a file of our own making."""
    opened = open_shop(tmp_path, "own")
    yield opened
    opened.close()


@pytest.fixture
def desktop_shop(tmp_path: Path) -> Iterator[Shop]:
    """The demo business in a file of the desktop app."""
    opened = open_shop(tmp_path, "desktop")
    yield opened
    opened.close()
