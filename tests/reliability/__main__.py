"""`python -m tests.reliability`: the full numbers, written to docs/reliability.md. Exit code 1 where something does not hold.

`--scale 0.1` plays a tenth of everything and writes nothing.
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.reliability import fuzz, kills, soak, writers
from tests.reliability.report import Figures, goals, page

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
KILLS, SESSIONS, TURNS, PAUSE_S, WRITING_S, LINES, WORDS = 1_000, 100, 10_000, 2.0, 60.0, 10_000, 5_000
SEED = 20260310


def measured(folder: Path, scale: float) -> Figures:
    """Everything, one after the other."""

    def say(what: str) -> None:
        print(what, file=sys.stderr, flush=True)

    say("soak")
    soaked = soak.run(folder / "soak", SESSIONS, int(TURNS * scale), PAUSE_S)
    say("one moment")
    burst = soak.burst(folder / "burst", SESSIONS)
    say("writers")
    written = writers.run(folder / "writers", WRITING_S * scale)
    say("nonsense")
    lines = fuzz.lines(folder / "lines", int(LINES * scale), SEED)
    words = fuzz.words(folder / "words", int(WORDS * scale), SEED)
    say("kills")
    points = len(kills.every_kill(folder / "kills"))
    tally = kills.run(folder / "kills", int(KILLS * scale), SEED)
    return Figures(points, tally, soaked, PAUSE_S, burst, written, lines, words)


def main() -> int:
    """Measures, prints and writes."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability")
    parser.add_argument("--scale", type=float, default=1.0, help="a fraction of the full numbers; nothing is written below 1")
    scale = parser.parse_args().scale
    with TemporaryDirectory(prefix="fluxion-reliability-") as folder:
        figures = measured(Path(folder), scale)
    text = page(figures)
    print(text)
    if scale >= 1:
        PAGE.write_text(text, encoding="utf-8")
    return 0 if all(goal.held for goal in goals(figures)) else 1


if __name__ == "__main__":
    sys.exit(main())
