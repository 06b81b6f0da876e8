"""A real `serve` as a child process over a copy of the demo business; what it says on stderr is kept.

Used by the tests of personal data and by the figures of `python -m tests.reliability`.
"""

import queue
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import orjson

from tests.dialogue.phone import NOW
from tests.reliability.business import FILE, lay
from tests.sidecar.children import ROOT, environment

PATIENCE_S = 120.0


class Serving:
    """One child. Answers come to whoever waits for their id; the rest is kept in `told`."""

    def __init__(self, folder: Path, *more: str, fresh: bool = True, frozen: bool = True) -> None:
        self.folder = folder
        self.path = lay(folder) if fresh else folder / FILE
        self.told: list[dict[str, Any]] = []
        self.logs = bytearray()
        self._answers: dict[Any, queue.SimpleQueue[dict[str, Any]]] = {}
        self._lock = threading.Lock()
        self._sent = 0
        options = ["--db", str(self.path), "--data-dir", str(folder), "--llm", "off", "--embeddings", "off", "--tts", "off"]
        options += ["--now", NOW.isoformat()] if frozen else []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "sidecar", "serve", *options, *more],
            cwd=ROOT,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._threads = [threading.Thread(target=work, daemon=True) for work in (self._hear, self._log)]
        for thread in self._threads:
            thread.start()

    def __enter__(self) -> "Serving":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.end()

    def call(self, method: str, **params: Any) -> Any:
        """The answer to a request; may be called from many threads."""
        return self.call_all(method, [params])[0]

    def call_all(self, method: str, each: Sequence[Mapping[str, Any]]) -> list[Any]:
        """The answers to several requests written at once, in their order."""
        answers: list[queue.SimpleQueue[dict[str, Any]]] = []
        lines: list[bytes] = []
        with self._lock:
            for params in each:
                self._sent += 1
                answers.append(queue.SimpleQueue())
                self._answers[self._sent] = answers[-1]
                lines.append(orjson.dumps({"jsonrpc": "2.0", "id": self._sent, "method": method, "params": params}) + b"\n")
        self.write(b"".join(lines))
        return [answer.get(timeout=PATIENCE_S) for answer in answers]

    def notify(self, method: str, **params: Any) -> None:
        """A notification."""
        self.write(orjson.dumps({"jsonrpc": "2.0", "method": method, "params": params}) + b"\n")

    def say(self, text: str, session: str = "s", **params: Any) -> Any:
        """One turn."""
        return self.call("voice.process", text=text, session_id=session, **{"tts": False, **params})["result"]

    def write(self, data: bytes) -> None:
        """Whatever it is, as it is."""
        assert self.process.stdin is not None
        with self._lock:
            self.process.stdin.write(data)
            self.process.stdin.flush()

    def end(self) -> int:
        """Ends its input; the exit code."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        self.process.stdin.close()
        code = self.process.wait(PATIENCE_S)
        for thread in self._threads:
            thread.join(PATIENCE_S)
        self.process.stdout.close()
        self.process.stderr.close()
        return code

    def _hear(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            message = orjson.loads(line)
            waiting = self._answers.pop(message.get("id"), None)
            if waiting is not None:
                waiting.put(message)
            else:
                self.told.append(message)

    def _log(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.logs += line
