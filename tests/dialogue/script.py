"""Reads the golden dialogues: what callers say, what is checked on the way, and the rows that must be there at the end.

A file of `golden/` holds the dialogues of one kind. A dialogue begins with `## name | key=value | ...` (now, telefono, altro = the second
caller's number; any other key is a setting of the business) and goes on line by line:

    C: what the caller says (nothing after the colon = silence)      B: what a second caller says
    step: conferma      says: regular expression      not says: ...      intent: info      options: 3      degraded: session_expired
    greet      wait 11 (minutes)      restart (the process)      reset      host: accepted      desk: SQL      fails 1 (commits that fail)
    rows: then the complete difference of the business tables, one row a line (nothing = no row changed)

Read by the tests and by `python -m tests.dialogue`; knows nothing of the program.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
START = datetime(2026, 3, 10, 9, 0)
"""A Tuesday morning."""

CHECKS = ("step", "says", "not says", "intent", "options", "degraded", "language")
DEEDS = ("greet", "wait", "restart", "reset", "host", "desk", "fails")
_LINE = re.compile(r"(C|B|not says|[a-z]+)(?::\s*|\s+|$)(.*)")


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a dialogue: who or what, and its text."""

    kind: str
    text: str
    line: int


@dataclass(slots=True)
class Dialogue:
    """One dialogue as written."""

    name: str
    kind: str
    now: datetime = START
    telefono: str | None = None
    other: str | None = None
    settings: dict[str, str] = field(default_factory=dict[str, str])
    parts: list[Part] = field(default_factory=list[Part])
    rows: list[str] | None = None

    @property
    def turns(self) -> int:
        """Utterances of the first caller."""
        return sum(part.kind == "C" for part in self.parts)


def dialogues() -> list[Dialogue]:
    """All golden dialogues, by file and place."""
    return [dialogue for path in sorted(GOLDEN.glob("*.txt")) for dialogue in read(path)]


def read(path: Path) -> list[Dialogue]:
    """The dialogues of one file. Raises ValueError with file and line where a line means nothing."""
    found: list[Dialogue] = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        if line.startswith("## "):
            found.append(_opened(line[3:], path.stem))
        elif line and not line.startswith("#"):
            try:
                _added(found[-1], line, number)
            except (ValueError, IndexError) as error:
                raise ValueError(f"{path.name}:{number}: {line}") from error
    unsettled = [dialogue.name for dialogue in found if dialogue.rows is None]
    if unsettled:
        raise ValueError(f"{path.name}: no rows: {unsettled}")
    return found


def _opened(header: str, kind: str) -> Dialogue:
    name, *pairs = (part.strip() for part in header.split("|"))
    dialogue = Dialogue(name, kind)
    for key, value in (pair.split("=", 1) for pair in pairs):
        match key.strip():
            case "now":
                dialogue.now = datetime.fromisoformat(value)
            case "telefono":
                dialogue.telefono = value
            case "altro":
                dialogue.other = value
            case setting:
                dialogue.settings[setting] = value
    return dialogue


def _added(dialogue: Dialogue, line: str, number: int) -> None:
    if line == "rows:":
        dialogue.rows = []
        return
    if dialogue.rows is not None:
        if line[0] not in "+-~":
            raise ValueError(line)
        dialogue.rows.append(" ".join(line.split()))
        return
    found = _LINE.fullmatch(line)
    if found is None or (found[1] not in ("C", "B") and found[1] not in CHECKS + DEEDS):
        raise ValueError(line)
    dialogue.parts.append(Part(found[1], found[2].strip(), number))
