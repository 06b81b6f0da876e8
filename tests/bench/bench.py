"""What every part is given: a folder, how much to do, how the program is started, and where it says how far it is."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench.line import Line
from tests.bench.shop import NOW
from tests.sidecar.children import ROOT, environment


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is measured."""

    starts: int = 15
    blocks: int = 12
    pings: int = 400
    pipelined: int = 100_000
    turns: int = 120
    calls: int = 200
    entries: int = 1_000
    sessions: tuple[int, ...] = (1, 2, 5, 10, 20, 50, 100)
    open_loop_s: float = 12.0
    appointments: int = 10_000
    growth: tuple[int, ...] = (1_000, 10_000, 100_000, 1_000_000)
    voices: int = 12


TINY = Sizes(2, 2, 5, 200, 2, 3, 20, (1, 2), 0.5, 200, (100, 200), 1)
"""Enough to see that the plumbing holds."""


@dataclass(frozen=True, slots=True)
class Bench:
    """One run of the benchmark. `say` tells what is being done now."""

    folder: Path
    sizes: Sizes
    say: Callable[[str], None] = lambda text: None

    def place(self, name: str) -> Path:
        """A folder of its own for one measurement."""
        made = self.folder / name
        made.mkdir(parents=True, exist_ok=True)
        return made

    def arguments(self, folder: Path, **options: str) -> list[str]:
        """Options of a server without voice, model and network in that folder, its calendar standing still."""
        chosen = {"tts": "off", "llm": "off", "embeddings": "off", "now": NOW.isoformat(), **options}
        named = [part for name, value in chosen.items() for part in (f"--{name.replace('_', '-')}", value)]
        return ["--db", str(folder / "shop.db"), "--data-dir", str(folder / "data"), *named]

    def server(self, folder: Path, environ: Mapping[str, str] | None = None, **options: str) -> Line:
        """`python -m sidecar` in that folder."""
        more = environment(**environ) if environ else None
        return Line([sys.executable, "-m", "sidecar", *self.arguments(folder, **options)], folder, more)

    def peer(self, name: str) -> Line:
        """A reference program, run by this Python."""
        return Line([sys.executable, str(Path(__file__).parent / "peers" / name)], self.folder)


def frozen_program() -> Path | None:
    """The program that `make freeze` built, if it is there."""
    found = [ROOT / "dist" / "fluxion-sidecar" / f"fluxion-sidecar{suffix}" for suffix in ("", ".exe")]
    return next((path for path in found if path.is_file()), None)


def frozen_hello(folder: Path) -> Path | None:
    """A hello world frozen the same way; None where PyInstaller is not there."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--onedir", "--log-level", "ERROR", "--name", "hello"]
    places = ["--distpath", str(folder / "dist"), "--workpath", str(folder / "work"), "--specpath", str(folder)]
    script = str(Path(__file__).parent / "peers" / "hello.py")
    done = subprocess.run([*command, *places, script], capture_output=True, check=False)
    made = folder / "dist" / "hello" / ("hello.exe" if sys.platform == "win32" else "hello")
    return made if done.returncode == 0 and made.is_file() else None
