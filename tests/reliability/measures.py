"""What a process holds: memory, open handles, threads, files. Read through psutil and the file system."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil


@dataclass(frozen=True, slots=True)
class Held:
    """At one moment: megabytes of memory, open handles, threads, files in the data folder."""

    memory_mb: float
    handles: int
    threads: int
    files: int


def held(pid: int, folder: Path) -> Held:
    """What that process and its folder hold now."""
    process: Any = psutil.Process(pid)
    with process.oneshot():
        memory = process.memory_info().rss / 2**20
        handles = process.num_handles() if hasattr(process, "num_handles") else process.num_fds()
        threads = process.num_threads()
    return Held(round(memory, 1), int(handles), threads, sum(path.is_file() for path in folder.rglob("*")))


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
