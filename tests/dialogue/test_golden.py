"""Every golden dialogue ends in the right rows, and no turn of any of them breaks a law."""

from pathlib import Path

import pytest

from tests.dialogue.script import Dialogue, dialogues
from tests.dialogue.stage import Stage

ALL = dialogues()


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demo business is made once a day of the calendar."""
    return tmp_path_factory.mktemp("templates")


@pytest.mark.parametrize("dialogue", ALL, ids=[f"{each.kind}: {each.name}" for each in ALL])
def test_the_dialogue_ends_in_the_right_rows_and_breaks_no_law(dialogue: Dialogue, tmp_path: Path, templates: Path) -> None:
    stage = Stage(tmp_path, dialogue, templates)
    try:
        faults = stage.play()
    finally:
        stage.close()
    assert not faults, "\n".join([*faults, *stage.heard])
