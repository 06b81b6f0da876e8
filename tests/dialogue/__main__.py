"""`python -m tests.dialogue [word]`: plays the golden dialogues, prints what is wrong and what was reached.

With a word only the dialogues whose kind or name holds it; `-v` prints them all. Exit code 1 when a dialogue is not as it should be.
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from pipeline.flows.table import QUESTIONS
from tests.dialogue.script import Dialogue, dialogues
from tests.dialogue.stage import Reached, Stage


def main(word: str, loud: bool) -> int:
    """Plays, prints, and returns the exit code."""
    chosen = [each for each in dialogues() if word in each.kind or word in each.name]
    right: Counter[str] = Counter()
    reached = Reached()
    with tempfile.TemporaryDirectory() as folder:
        for number, dialogue in enumerate(chosen):
            faults, heard, part = played(dialogue, Path(folder) / str(number), Path(folder) / "templates")
            reached.add(part)
            right[dialogue.kind] += not faults
            if faults or loud:
                print(f"== {dialogue.kind}: {dialogue.name}", *heard, *(f"  ! {fault}" for fault in faults), sep="\n")
    total = Counter(each.kind for each in chosen)
    print(*(f"{kind:24} {right[kind]:3} of {count:3}" for kind, count in sorted(total.items())), sep="\n")
    print(f"{'all':24} {right.total():3} of {total.total():3}")
    print_reached(reached)
    return 0 if right.total() == total.total() else 1


def played(dialogue: Dialogue, folder: Path, templates: Path) -> tuple[list[str], list[str], Reached]:
    """(faults, what was heard, what was reached) of one dialogue."""
    stage = Stage(folder, dialogue, templates)
    try:
        return stage.play(), stage.heard, stage.reached
    except Exception as error:  # noqa: BLE001 - one dialogue that breaks must not hide the others
        return [*stage.faults, f"raised {type(error).__name__}: {error}"], stage.heard, stage.reached
    finally:
        stage.close()


def print_reached(reached: Reached) -> None:
    """The coverage: questions of each flow, steps, commands, and how many transitions."""
    for flow, steps in QUESTIONS.items():
        print(f"{flow:14}", *(f"{step}:{reached.questions[flow, step]}" for step in steps))
    print("steps         ", *(f"{step}:{count}" for step, count in sorted(reached.steps.items())))
    print("commands      ", *(f"{name}:{count}" for name, count in sorted(reached.commands.items())))
    print(f"transitions    {len(reached.transitions)} different ones")


if __name__ == "__main__":
    given = [argument for argument in sys.argv[1:] if argument != "-v"]
    sys.exit(main(given[0] if given else "", "-v" in sys.argv))
