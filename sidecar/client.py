"""A client of our own server: starts it as a child process and talks JSON-RPC with it over its pipes.

Used by the commands that show the program from outside (`chat`, `demo`, `doctor`). It knows lines and ids, no method but the two that
end the server; it calls nothing of ours.
"""

import queue
import subprocess
import sys
import threading
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import orjson


@dataclass
class ServerError(Exception):
    """An error answer: `code`, `message` and `data` as docs/contract section 2 has them."""

    code: int
    message: str
    data: Mapping[str, Any]


class ServerGone(Exception):
    """The server ended before it answered."""


def command() -> list[str]:
    """How this very program is started once more, frozen or not."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "sidecar"]


class Client:
    """One conversation with one server; used by one thread."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self.process = process
        self.notifications: queue.SimpleQueue[tuple[str, Mapping[str, Any]]] = queue.SimpleQueue()
        """(method, params) of what the server told by itself."""
        self._answers: queue.SimpleQueue[Mapping[str, Any] | None] = queue.SimpleQueue()
        self._number = 0
        threading.Thread(target=self._read, name="client", daemon=True).start()

    def call(self, method: str, params: Mapping[str, Any] | None = None) -> Mapping[str, Any]:
        """The result; raises ServerError for an error answer and ServerGone where there is none."""
        self._number += 1
        self._send({"jsonrpc": "2.0", "id": self._number, "method": method, "params": params or {}})
        while (answer := self._answers.get()) is not None:
            if answer.get("id") != self._number:
                continue
            if "error" in answer:
                fault = answer["error"]
                raise ServerError(fault["code"], fault["message"], fault.get("data", {}))
            return answer["result"]
        raise ServerGone

    def notify(self, method: str, params: Mapping[str, Any] | None = None) -> None:
        """A notification to the server; nothing comes back."""
        self._send({"jsonrpc": "2.0", "method": method, "params": params or {}})

    def close(self, timeout_s: float = 10.0) -> int:
        """Shuts the server down in order and returns its exit code."""
        try:
            self.call("shutdown")
            self.notify("exit")
        except (ServerGone, ServerError, OSError):
            self.process.terminate()
        return self.process.wait(timeout_s)

    def _send(self, message: Mapping[str, Any]) -> None:
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(orjson.dumps(message) + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError as error:
            raise ServerGone from error

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            message = orjson.loads(line)
            if "method" in message:
                self.notifications.put((message["method"], message.get("params", {})))
            else:
                self._answers.put(message)
        self._answers.put(None)


@contextmanager
def started(arguments: Sequence[str], quiet: bool = True) -> Generator[Client]:
    """A server with these arguments, shut down at the end; `quiet` leaves its logs out."""
    process = subprocess.Popen(
        [*command(), "serve", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL if quiet else None,
    )
    client = Client(process)
    try:
        yield client
    finally:
        client.close()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()


def arguments_of(options: Mapping[str, Any]) -> list[str]:
    """The options of our own command line that start a server with the same settings; what is None is left out."""
    flags = {
        "db": "--db", "data_dir": "--data-dir", "faq": "--faq", "tts": "--tts", "voice": "--voice", "llm": "--llm",
        "embeddings": "--embeddings", "embedding_model": "--embedding-model", "log_level": "--log-level",
        "log_file": "--log-file", "now": "--now",
    }  # fmt: skip
    return [part for name, flag in flags.items() if options.get(name) is not None for part in (flag, str(options[name]))]
