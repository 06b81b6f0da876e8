"""A client with as little of its own as can be: raw pipes, one line out, one line in. Called by the parts that measure a process."""

import os
import select
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson

from tests.sidecar.children import environment

PING = b'{"jsonrpc":"2.0","id":0,"method":"ping"}\n'
_PATIENCE_S = 30.0


class Gone(Exception):
    """The process ended, or gave no line."""


class Line:
    """A child process that speaks lines."""

    def __init__(self, command: Sequence[str], folder: Path, environ: Mapping[str, str] | None = None) -> None:
        self.begun = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env=dict(environ) if environ is not None else environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self._in = self.process.stdin.fileno()
        self._out = self.process.stdout.fileno()
        self._kept = b""
        self._number = 0

    def __enter__(self) -> "Line":
        return self

    def __exit__(self, *error: object) -> None:
        self.end()

    def write(self, data: bytes) -> None:
        """Bytes to the child."""
        os.write(self._in, data)

    def read(self) -> bytes:
        """The next line, without its end; raises Gone where there is none."""
        while b"\n" not in self._kept:
            chunk = os.read(self._out, 1 << 16)
            if not chunk:
                raise Gone
            self._kept += chunk
        line, _, self._kept = self._kept.partition(b"\n")
        return line

    def waits(self, seconds: float) -> bool:
        """Whether something to read comes within that time."""
        return b"\n" in self._kept or bool(select.select([self._out], [], [], seconds)[0])

    def send(self, method: str, params: Mapping[str, Any] | None = None) -> int:
        """A request under way; its id."""
        self._number += 1
        self.write(orjson.dumps({"jsonrpc": "2.0", "id": self._number, "method": method, "params": params or {}}) + b"\n")
        return self._number

    def answer(self) -> dict[str, Any]:
        """The next answer, notifications left out."""
        while True:
            message = orjson.loads(self.read())
            if "method" not in message:
                return message

    def call(self, method: str, params: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The result of a request that nothing overtakes; raises Gone for an error answer, with its text."""
        number = self.send(method, params)
        message = self.answer()
        while message["id"] != number:
            message = self.answer()
        if "error" in message:
            raise Gone(message["error"])
        return message["result"]

    def timed(self, method: str, params: Mapping[str, Any] | None = None) -> tuple[float, dict[str, Any]]:
        """Seconds from the write to the answer, and the result."""
        start = time.perf_counter()
        result = self.call(method, params)
        return time.perf_counter() - start, result

    def trip(self, line: bytes = PING) -> float:
        """Seconds of one line there and back."""
        start = time.perf_counter()
        os.write(self._in, line)
        self.read()
        return time.perf_counter() - start

    def end(self) -> float:
        """Ends its input; seconds until it is gone."""
        start = time.perf_counter()
        if self.process.stdin is not None and not self.process.stdin.closed:
            self.process.stdin.close()
        self.process.wait(_PATIENCE_S)
        gone = time.perf_counter() - start
        if self.process.stdout is not None:
            self.process.stdout.close()
        return gone
