"""The labelled sentences of tests/data/nlu as values, and the businesses they are said to.

Read by the measuring program and its tests; knows nothing of the parser.
"""

import datetime as dt
import json
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.model.business import Lexicon, Operator, Service
from pipeline.model.parse import Context, Step

DATA = Path(__file__).parents[1] / "data" / "nlu"
PARTS = {"tuning": ("tuning", "tuning_second"), "third": ("tuning_third", "tuning_fourth"), "counted": ("counted_fresh", "counted_fourth")}
"""The folders of each part; `tuning_second` was counted until its figures had been looked at too often to be honest."""
SECTORS = {
    "salone": "salone",
    "medico": "medico",
    "palestra": "palestra",
    "officina": "officina",
    "dentista": "medico",
    "veterinario": "medico",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled sentence; `expect` holds wire fields of a Parse, absent ones must be empty, `skip` ones are not counted."""

    id: str
    kind: str
    business: str
    now: dt.datetime
    step: Step | None
    text: str
    expect: dict[str, Any]
    skip: frozenset[str]

    def context(self) -> Context:
        """What the parser is told beside the text."""
        return Context(now=self.now, lexicon=lexicon(self.business), step=self.step)


@cache
def lexicon(business: str) -> Lexicon:
    """The words of one of the invented businesses."""
    data = json.loads((DATA / "businesses.json").read_text(encoding="utf-8"))[business]
    hours = tuple(
        tuple((dt.time.fromisoformat(opens), dt.time.fromisoformat(closes)) for opens, closes in data["hours"][str(day)])
        for day in range(7)
    )
    services = tuple(
        Service(
            row["id"],
            row["nome"],
            row["durata_minuti"],
            prezzo=Decimal(str(row["prezzo"])),
            categoria=row["categoria"],
            sinonimi=tuple(row["sinonimi"]),
        )
        for row in data["services"]
    )
    operators = tuple(Operator(row["id"], row["nome"], row["cognome"], row["genere"]) for row in data["operators"])
    return Lexicon(services, operators, hours, settore=SECTORS[business])


def labelled(part: str) -> list[Case]:
    """The sentences of a part, one of PARTS."""
    files = [path for folder in PARTS[part] for path in sorted((DATA / folder).glob("*.jsonl"))]
    return [_case(json.loads(line)) for path in files for line in _lines(path)]


def dateless(counted: bool) -> list[Case]:
    """Texts that hold no day and no hour."""
    names = ("no_dates_counted.jsonl", "no_dates_counted_fourth.jsonl") if counted else ("no_dates.jsonl",)
    return [_case({"kind": "no_dates", "expect": {}, **json.loads(line)}) for name in names for line in _lines(DATA / name)]


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _case(row: dict[str, Any]) -> Case:
    return Case(
        row["id"], row["kind"], row["business"], dt.datetime.fromisoformat(row["now"]), row["step"], row["text"], row["expect"],
        frozenset(row.get("skip", ())),
    )  # fmt: skip
