"""Plots as SVG. matplotlib is imported when one is drawn; its types are partly unknown, so it is `Any` here and nowhere else."""

import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.bench.figures import Curve, Row


def _figure(width: float, height: float) -> tuple[Any, Any, Any]:
    library: Any = importlib.import_module("matplotlib")
    library.use("Agg")
    library.rcParams["svg.hashsalt"] = "fluxion"
    pyplot: Any = importlib.import_module("matplotlib.pyplot")
    figure, axes = pyplot.subplots(figsize=(width, height), layout="constrained")
    return pyplot, figure, axes


def _kept(pyplot: Any, figure: Any, path: Path) -> None:
    figure.savefig(path, format="svg", metadata={"Date": None})
    pyplot.close(figure)


def curve(one: Curve, path: Path) -> None:
    """One curve over a logarithmic axis."""
    pyplot, figure, axes = _figure(7, 3.2)
    axes.plot([x for x, _ in one.points], [y for _, y in one.points], marker="o", color="#1f6f8b")
    axes.set_xscale("log")
    axes.set_ylim(bottom=0)
    axes.set_xlabel(one.label)
    axes.set_ylabel(one.unit)
    axes.set_title(one.name)
    axes.grid(True, alpha=0.3)
    _kept(pyplot, figure, path)


def bars(rows: Sequence[Row], path: Path) -> None:
    """Ours beside target and critical, on a logarithmic axis."""
    pyplot, figure, axes = _figure(7, 3.6)
    kinds = (("critical", "#c9c9c9", 0.8), ("target", "#8fb8c9", 0.55), ("ours", "#1f6f8b", 0.3))
    for kind, colour, height in kinds:
        axes.barh([row.name for row in rows], [getattr(row, kind) for row in rows], height=height, color=colour, label=kind)
    axes.set_xscale("log")
    axes.invert_yaxis()
    axes.set_xlabel("milliseconds")
    axes.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0))
    _kept(pyplot, figure, path)
