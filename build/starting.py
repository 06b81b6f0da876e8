"""How long the frozen program takes from its start to the first answer, beside a frozen hello world measured in the same run.

Called by `build/smoke.py`, and alone: `python build/starting.py`. Both are started in turn, so that a busy machine is busy for both.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import freeze

HELLO = "print('hello')\n"
ASK = b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}\n'
ROUNDS = 15
MOST = 2.5
"""Times a frozen hello world that a start may take."""


def hello() -> Path:
    """The frozen hello world, made where it is missing."""
    folder = freeze.WORK / "hello"
    program = folder / "dist" / "hello" / ("hello.exe" if sys.platform == "win32" else "hello")
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        source = folder / "hello.py"
        source.write_text(HELLO, encoding="ascii")
        command = [str(freeze.environment()), "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR",
                   "--workpath", str(folder / "work"),
                   "--specpath", str(folder), "--distpath", str(folder / "dist"), str(source)]  # fmt: skip
        subprocess.run(command, check=True)
    return program


def first_line_ms(command: list[str], text: bytes, environment: dict[str, str]) -> float:
    """Milliseconds from the start of a program to the first line it writes."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(text)
    process.stdin.flush()
    line = process.stdout.readline()
    took = (time.perf_counter() - begun) * 1000
    process.stdin.close()
    process.stdout.read()
    process.stdout.close()
    if process.wait(30) != 0 or not line:
        raise RuntimeError(f"{Path(command[0]).name} ended with {process.returncode} and said {line!r}")
    return took


def measured(program: Path) -> tuple[float, float]:
    """(median start of a frozen hello world, median start to the answer of `initialize`), in milliseconds."""
    plain = hello()
    kept = ("PATH", "HOME", "SYSTEMROOT", "TEMP")
    environment = {name: value for name, value in os.environ.items() if name in kept}  # noqa: TID251 - a build script
    with tempfile.TemporaryDirectory(prefix="fluxion-start-") as folder:
        ours = [str(program), "--db", str(Path(folder) / "a.db"), "--data-dir", folder, "--tts", "off", "--llm", "off"]
        first_line_ms([str(plain)], b"", environment)
        first_line_ms(ours, ASK, environment)
        pairs = [(first_line_ms([str(plain)], b"", environment), first_line_ms(ours, ASK, environment)) for _ in range(ROUNDS)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def main() -> int:
    """Prints both and their ratio; 1 where the program is too slow."""
    plain, ours = measured(freeze.DIST / "fluxion-sidecar" / ("fluxion-sidecar.exe" if sys.platform == "win32" else "fluxion-sidecar"))
    print(f"frozen hello world {plain:.0f} ms, start to the first answer {ours:.0f} ms: {ours / plain:.2f} times (at most {MOST})")
    return int(ours > MOST * plain)


if __name__ == "__main__":
    raise SystemExit(main())
