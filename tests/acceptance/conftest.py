"""One demo business and one running server for each acceptance file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.acceptance.program import Program, Shop


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """The demo business in a fresh file."""
    return Shop(tmp_path_factory.mktemp("shop"))


@pytest.fixture(scope="module")
def program(shop: Shop) -> Iterator[Program]:
    """A server on it."""
    with shop.serving() as running:
        yield running
