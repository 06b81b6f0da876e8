"""`python -m tests.bench [--only ping,turn] [--out DIR] [--tiny]`: measures, prints, and writes docs/performance.md with its plots.

Example: `python -m tests.bench --only start,memory --out build-figures`
"""

import argparse
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from tests.bench import report
from tests.bench.bench import TINY, Bench, Sizes
from tests.bench.figures import Findings
from tests.bench.line import Gone
from tests.bench.parts import PARTS
from tests.sidecar.children import ROOT


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the chosen parts; 1 where a part came to no end, or a figure is missed and `--strict` was given."""
    options = _parser().parse_args(argv)
    chosen = [name for name in PARTS if not options.only or name in options.only]
    console = Console()
    sizes = TINY if options.tiny else Sizes()
    if options.turns:
        sizes = replace(sizes, turns=options.turns)
    with tempfile.TemporaryDirectory(prefix="fluxion-bench-", ignore_cleanup_errors=True) as scratch:
        found = run(Bench(Path(scratch), sizes), chosen, console)
    rows = report.rows_of(found)
    if rows:
        console.print(report.targets(rows))
    if options.out or not options.only:
        folder = Path(options.out) if options.out else ROOT / "docs"
        report.write(found, folder)
        console.print(f"written: {folder / 'performance.md'}")
    missed = [figure.name for findings in found.values() for figure in findings.figures if figure.held is False]
    console.print("every figure is held" if not missed else f"missed: {'; '.join(missed)}", style="green" if not missed else "red")
    failed = any(findings.failed for findings in found.values())
    return 1 if failed or (missed and options.strict) else 0


def run(bench: Bench, chosen: Sequence[str], console: Console) -> dict[str, Findings]:
    """What the chosen parts found, by title; each is printed when it is done."""
    found: dict[str, Findings] = {}
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, TextColumn("{task.fields[doing]}"), console=console, transient=True) as progress:
        task = progress.add_task("measuring", total=len(chosen), doing="")
        for name in chosen:
            title, measure = PARTS[name]
            progress.update(task, description=title, doing="")
            try:
                found[title] = measure(replace(bench, say=partial(_say, progress, task)))
            except Gone as error:
                found[title] = Findings(failed=f"the program did not answer as it should: {error}")
                console.print(f"{title}: {found[title].failed}", style="bold red")
            progress.advance(task)
            console.print(report.table(title, found[title]))
    return found


def _say(progress: Progress, task: TaskID, text: str) -> None:
    progress.update(task, doing=text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Speed beside references in the same run.")
    parser.add_argument("--only", type=_names, metavar="PARTS", help=f"{', '.join(PARTS)}; writes nothing without --out")
    parser.add_argument("--out", metavar="DIR", help="where performance.json and performance.md go (docs)")
    parser.add_argument("--turns", type=int, metavar="N", help="bookings a measurement")
    parser.add_argument("--tiny", action="store_true", help="tiny numbers: does it run at all?")
    parser.add_argument("--strict", action="store_true", help="exit with 1 where a figure is missed")
    return parser


def _names(text: str) -> list[str]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: not one of {', '.join(PARTS)}")
    return names


if __name__ == "__main__":
    raise SystemExit(main())
