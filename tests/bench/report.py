"""The figures as JSON, as a Markdown document with plots, and as tables for the eye. Called by `tests.bench.__main__`."""

import json
import os
import platform
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.table import Table

from tests.bench.figures import Curve, Figure, Findings, Row
from tests.bench.plots import bars, curve

_ORDER = (
    "Intent classification", "Slot extraction", "RAG query", "API call", "TTS generation", "End-to-end (no TTS)", "End-to-end (with TTS)",
)  # fmt: skip


def machine() -> dict[str, Any]:
    """Where it was measured: kind of system, processors, Python, and how many processes wanted to run in the minute before the report."""
    load = round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None
    return {
        "load": load,
        "system": platform.system(),
        "machine": platform.machine(),
        "processors": os.cpu_count(),
        "python": platform.python_version(),
    }


def as_json(found: Mapping[str, Findings]) -> dict[str, Any]:
    """Every part with its figures, curves and rows."""
    return {"machine": machine(), "parts": {title: asdict(findings) for title, findings in found.items()}}


def rows_of(found: Mapping[str, Findings]) -> list[Row]:
    """The rows of the specification's section 18 that were measured, in its order."""
    rows = {row.name: row for findings in found.values() for row in findings.rows}
    return [rows[name] for name in _ORDER if name in rows]


def write(found: Mapping[str, Findings], folder: Path) -> None:
    """`performance.json`, `performance.md` and `performance/*.svg` in that folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "performance.json").write_text(json.dumps(as_json(found), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    plots = folder / "performance"
    plots.mkdir(exist_ok=True)
    (folder / "performance.md").write_text("\n".join(_document(found, plots)) + "\n", encoding="utf-8")


def _document(found: Mapping[str, Findings], plots: Path) -> Iterator[str]:
    where = machine()
    yield "# Performance\n"
    yield "Written by `make bench`; one part alone: `python -m tests.bench --only ping,turn`. Comparisons are within one run, in blocks"
    yield f"that alternate. Measured on {where['processors']} processors, {where['system']} {where['machine']}, Python {where['python']}."
    yield f"Load: {where['load']} (the benchmark itself is about 1; more than the processors slows every figure that is not a ratio).\n"
    rows = rows_of(found)
    if rows:
        yield "## The targets of the specification, section 18\n"
        yield "| Metric | Target | Critical | Ours (99th percentile) |\n| --- | --- | --- | --- |"
        for row in rows:
            yield f"| {row.name} | < {row.target:,.0f} ms | < {row.critical:,.0f} ms | {shown(row.ours)} ms |"
        yield ""
        bars(rows, plots / "specification.svg")
        yield "![ours beside target and critical](performance/specification.svg)\n"
    for title, findings in found.items():
        yield f"## {title}\n"
        if findings.failed:
            yield f"Not measured: {findings.failed}\n"
            continue
        yield "| Figure | Value | Must hold | |\n| --- | --- | --- | --- |"
        yield from (_line(figure) for figure in findings.figures)
        yield ""
        for one in findings.curves:
            yield _plotted(one, plots)


def _line(figure: Figure) -> str:
    note = f" ({figure.note})" if figure.note else ""
    return f"| {figure.name}{note} | {shown(figure.value)} {figure.unit} | {limit(figure)} | {mark(figure)} |"


def _plotted(one: Curve, plots: Path) -> str:
    name = one.name.lower().replace(" ", "-") + ".svg"
    curve(one, plots / name)
    return f"![{one.name}](performance/{name})\n"


def shown(value: float) -> str:
    """A number with as many places as it deserves."""
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 1 else f"{value:.3f}"


def limit(figure: Figure) -> str:
    """What must hold, in words."""
    if figure.limit is None:
        return ""
    return f"{'at least' if figure.at_least else 'at most'} {shown(figure.limit)} {figure.unit}"


def mark(figure: Figure) -> str:
    """Held, missed, or nothing to hold."""
    return "" if figure.held is None else "held" if figure.held else "**missed**"


def table(title: str, findings: Findings) -> Table:
    """The figures of a part for a terminal."""
    made = Table(title=title, title_justify="left")
    for column in ("figure", "value", "must hold", ""):
        made.add_column(column, justify="left" if column in ("figure", "") else "right")
    colour = {True: "green", False: "bold red", None: ""}
    for figure in findings.figures:
        state = mark(figure).replace("*", "")
        made.add_row(figure.name, f"{shown(figure.value)} {figure.unit}", limit(figure), state, style=colour[figure.held])
    return made


def targets(rows: list[Row]) -> Table:
    """The rows of section 18 for a terminal."""
    made = Table(title="Specification, section 18", title_justify="left")
    for column in ("metric", "target", "critical", "ours"):
        made.add_column(column, justify="left" if column == "metric" else "right")
    for row in rows:
        style = "green" if row.ours < row.target else "bold red"
        made.add_row(row.name, f"< {row.target:,.0f} ms", f"< {row.critical:,.0f} ms", f"{shown(row.ours)} ms", style=style)
    return made
