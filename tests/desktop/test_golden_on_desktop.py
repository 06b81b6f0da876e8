"""Every golden dialogue ends in the right rows on a file of the desktop app's making, and nothing else in it is touched."""

from pathlib import Path

import pytest

from tests.desktop.stage import DesktopStage
from tests.dialogue.script import Dialogue, dialogues

ALL = dialogues()


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the desktop file is made once a day of the calendar."""
    return tmp_path_factory.mktemp("templates")


@pytest.mark.parametrize("dialogue", ALL, ids=[f"{each.kind}: {each.name}" for each in ALL])
def test_the_dialogue_ends_in_the_right_rows_and_touches_nothing_else_of_the_apps_file(
    dialogue: Dialogue, tmp_path: Path, templates: Path
) -> None:
    stage = DesktopStage(tmp_path, dialogue, templates)
    try:
        faults = stage.play()
    finally:
        stage.close()
    assert not faults, "\n".join([*faults, *stage.heard])
