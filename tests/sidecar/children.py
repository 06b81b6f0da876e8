"""The real program as a child process, in a folder of its own and without anything from the environment of the tests."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 60.0


def environment(**more: str) -> dict[str, str]:
    """What a child needs to start, and nothing that configures it."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "SYSTEMROOT", "TEMP", "TMPDIR", "LANG")}  # noqa: TID251 - a child needs a path
    return {**kept, "PYTHONPATH": str(ROOT), **more}


def arguments(folder: Path) -> list[str]:
    """A database and a data folder there, no voice, no network."""
    return ["--db", str(folder / "shop.db"), "--data-dir", str(folder / "data"), "--tts", "off", "--llm", "off", "--embeddings", "off"]


def start(folder: Path, *more: str) -> "subprocess.Popen[bytes]":
    """`python -m sidecar` with pipes, in that folder."""
    return subprocess.Popen(
        [sys.executable, "-m", "sidecar", *more, *arguments(folder)],
        cwd=folder,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def run(
    folder: Path, command: Sequence[str], text: bytes = b"", environ: Mapping[str, str] | None = None
) -> "subprocess.CompletedProcess[bytes]":
    """One run to its end."""
    return subprocess.run(
        [sys.executable, "-m", "sidecar", *command],
        cwd=folder,
        env=dict(environ or environment()),
        input=text,
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
    )


def say(child: "subprocess.Popen[bytes]", *messages: Any) -> None:
    """Lines to the child."""
    assert child.stdin is not None
    child.stdin.write(b"".join(orjson.dumps(message) + b"\n" for message in messages))
    child.stdin.flush()


def hear(child: "subprocess.Popen[bytes]") -> Any:
    """The next line from the child."""
    assert child.stdout is not None
    return orjson.loads(child.stdout.readline())


def finish(child: "subprocess.Popen[bytes]") -> tuple[int, bytes, bytes]:
    """Ends its input; exit code, the rest of its output, its logs."""
    output, logs = child.communicate(timeout=PATIENCE_S)
    return child.returncode, output, logs
