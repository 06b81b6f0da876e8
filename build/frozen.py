"""A copy of the frozen folder somewhere else, in an environment that helps it with nothing, and a few ways to run it.

Used by `build/smoke.py`. It knows lines and processes, no method. Nothing of the program is imported: it is only run.
"""

import contextlib
import json
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Generator, Mapping, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

PATIENCE_S = 60.0
PLACE = "così è, la vita (è bella)"
PROGRAM = "fluxion-sidecar.exe" if sys.platform == "win32" else "fluxion-sidecar"
NOW = "2026-03-10T09:00:00"


class Wrong(Exception):
    """The frozen program did not do what it should; the message says what."""


def expect(found: object, wanted: object, what: str) -> None:
    """Raises Wrong unless both are equal."""
    if found != wanted:
        raise Wrong(f"{what}: {found!r} instead of {wanted!r}")


def held(fact: object, what: str) -> None:
    """Raises Wrong unless it holds."""
    if not fact:
        raise Wrong(what)


class Frozen:
    """The copied folder; every run gets an empty path, the C locale, a wrong Python home, wrong libraries and no home."""

    def __init__(self, folder: Path, room: Path) -> None:
        self.folder = room / PLACE / "fluxion-sidecar"
        self.room = room
        shutil.copytree(folder, self.folder, symlinks=True)
        self.program = self.folder / PROGRAM
        nowhere = str(room / "nowhere")
        self.environment = {"PATH": nowhere, "LC_ALL": "C", "PYTHONHOME": nowhere, "PYTHONPATH": nowhere, "LD_LIBRARY_PATH": nowhere}
        if sys.platform == "win32":
            self.environment = {**self.environment, "SYSTEMROOT": "C:\\Windows", "TEMP": str(room)}

    def business(self, name: str) -> list[str]:
        """The options that name a database and a data folder of their own, with nothing from outside."""
        place = self.room / PLACE / name
        return ["--db", str(place / "shop.db"), "--data-dir", str(place / "data"), "--llm", "off", "--now", NOW]

    def demo(self, name: str) -> list[str]:
        """The same, filled with the demo business."""
        options = self.business(name)
        self.run("init-db", "--demo", *options)
        return options

    def run(self, *arguments: str, text: bytes = b"", code: int = 0, **more: str) -> bytes:
        """One run to its end, with its exit code checked; what it printed."""
        ended = subprocess.run(
            [str(self.program), *arguments], input=text, capture_output=True, timeout=PATIENCE_S, cwd=self.room, check=False,
            env={**self.environment, **more},
        )  # fmt: skip
        if ended.returncode != code:
            said = (ended.stdout + ended.stderr).decode(errors="replace")[-800:]
            raise Wrong(f"{' '.join(arguments[:2])} ended with {ended.returncode}: {said}")
        return ended.stdout

    @contextlib.contextmanager
    def serving(self, options: Sequence[str], raw: bool = False) -> Generator["Line"]:
        """A server with these options; ended in order if it still runs. `raw`: its lines are taken one by one with `next`."""
        process = subprocess.Popen(
            [str(self.program), *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=self.room,
            env=self.environment,
        )  # fmt: skip
        line = Line(process, raw)
        try:
            yield line
        finally:
            line.close()


class Line:
    """The two pipes of one server."""

    def __init__(self, process: "subprocess.Popen[bytes]", raw: bool = False) -> None:
        self.process = process
        self.notifications: list[Mapping[str, Any]] = []
        self._answers: SimpleQueue[Mapping[str, Any]] = SimpleQueue()
        self._number = 0
        if not raw:
            threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            message = json.loads(line)
            if "method" in message:
                self.notifications.append(message)
            else:
                self._answers.put(message)

    def ask(self, method: str, **params: Any) -> Any:
        """The answer, result or error, of one request."""
        self._number += 1
        self.send({"jsonrpc": "2.0", "id": self._number, "method": method, "params": params})
        try:
            answer = self._answers.get(timeout=PATIENCE_S)
        except Empty:
            raise Wrong(f"{method} was not answered in {PATIENCE_S:.0f} s") from None
        expect(answer.get("id"), self._number, f"the id of the answer to {method}")
        return answer

    def call(self, method: str, **params: Any) -> Any:
        """The result of one request; an error answer is Wrong."""
        answer = self.ask(method, **params)
        held("result" in answer, f"{method} was answered with {answer.get('error')}")
        return answer["result"]

    def send(self, data: Mapping[str, Any] | bytes) -> None:
        """One line to the server, or whole lines as they are."""
        assert self.process.stdin is not None
        self.process.stdin.write(data if isinstance(data, bytes) else json.dumps(data).encode() + b"\n")
        self.process.stdin.flush()

    def next(self) -> str | None:
        """The next line, None once there is none; of a raw line only."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        return line.decode().removesuffix("\n") if line else None

    def close(self) -> int:
        """Ends its input, waits for its end and returns its exit code."""
        assert self.process.stdin is not None
        with contextlib.suppress(OSError):  # it may have ended already
            self.process.stdin.close()
        return self.process.wait(PATIENCE_S)


def until(fact: Any, seconds: float) -> bool:
    """Whether it came true within so many seconds."""
    ends = time.monotonic() + seconds
    while not fact():
        if time.monotonic() > ends:
            return False
        time.sleep(0.02)
    return True
