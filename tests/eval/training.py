"""The sentences of tests/data/nlu/training and intents.txt as cases: an intent each, and slots where a line states them.

Read by the program that fits the intent model and by the measuring program; knows nothing of the parser. A text file holds headings
`[intent open-question business]` over plain sentences, or lines `intent|open question|business|sentence`; a jsonl file holds cases as
the tuning part does, of which only the fields given are counted.
"""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from pipeline.model.parse import Step
from tests.eval.cases import DATA, Case

NOW = dt.datetime(2026, 3, 5, 9, 40)
"""A Thursday: the moment of every sentence that states none."""


def single_sentences() -> list[Case]:
    """The sentences of intents.txt, on which the tables were widened."""
    return list(_text(DATA / "intents.txt"))


def sources() -> dict[str, list[Case]]:
    """The cases of the training folder by file: one author's manner of speaking each."""
    found: dict[str, list[Case]] = {}
    for path in sorted((DATA / "training").iterdir()):
        if path.suffix in (".txt", ".jsonl"):
            found[path.stem] = list(_text(path) if path.suffix == ".txt" else _json(path))
    return found


def _text(path: Path) -> Iterator[Case]:
    heading = ["null", "-", "salone"]
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("["):
            heading = line.strip("[] ").split()
        elif line.strip() and not line.startswith("#"):
            parts = line.split("|", 3)
            intent, step, business, text = parts if len(parts) == 4 else (*heading, line) if len(heading) == 3 else _short(heading, line)
            yield _case(f"{path.stem}-{number}", {"intent": intent, "step": step, "business": business, "text": text})


def _short(heading: list[str], line: str) -> tuple[str, str, str, str]:
    """A heading may leave out the open question or the business."""
    return heading[0], heading[1] if len(heading) > 1 else "-", "salone", line


def _json(path: Path) -> Iterator[Case]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            yield _case(f"{path.stem}-{number}", json.loads(line))


def _case(name: str, row: dict[str, Any]) -> Case:
    expect: dict[str, Any] = dict(row.get("expect", {}))
    if "intent" in row:
        expect["intent"] = row["intent"]
    if str(expect.get("intent")).lower() in ("none", "null", "-"):
        expect["intent"] = None
    step = row.get("step")
    business = row.get("business", "salone")
    return Case(
        str(row.get("id", name)),
        str(row.get("kind", "training")),
        str(business),
        dt.datetime.fromisoformat(row["now"]) if row.get("now") else NOW,
        cast("Step", step) if step not in (None, "-", "") else None,
        str(row["text"]),
        expect,
        frozenset(row.get("skip", ())),
    )
