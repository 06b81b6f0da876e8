"""The whole program in memory, with components of one's choosing in place of its own: real lines, real turns, a real file.

Used by the tests of this room. `Program(folder, change)` hands the parts that were built to `change` before they are used.
"""

import queue
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson

from rpc.output import Output
from rpc.server import Server
from sidecar import wiring
from sidecar.clock import FrozenClock
from sidecar.config import Config
from sidecar.host import Process
from sidecar.wiring import Parts
from tests.dialogue.phone import NOW
from tests.reliability.business import FILE, lay

PATIENCE_S = 60


class Program:
    """A server over a copy of the demo business; notifications to the host are kept in `told`."""

    def __init__(self, folder: Path, change: Callable[[Parts], Parts] = lambda parts: parts, *, fresh: bool = True, **options: Any) -> None:
        self.folder = folder
        self.path = lay(folder) if fresh else folder / FILE
        self.told: list[dict[str, Any]] = []
        settings: dict[str, Any] = {"db_explicit": True, "llm": "off", "embeddings": "off", "tts": "off", "now": NOW, **options}
        self.config = Config(self.path, folder, folder / "faq_auto.md", **settings)
        self.clock = FrozenClock(NOW)
        self.parts: list[Parts] = []
        self._change, self._unfinished, self._sent = change, b"", 0
        self._in: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._out: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self.host = Process(self.config, self.clock, build=self._build)
        output = Output(self._write, lambda: True, failed=lambda: None)
        self.server = Server(self._in.get, output, self.host, check=True)
        self._codes: queue.SimpleQueue[int] = queue.SimpleQueue()
        threading.Thread(target=self.server.read_all, daemon=True).start()
        threading.Thread(target=lambda: self._codes.put(self.server.wait()), daemon=True).start()

    def send(self, method: str, **params: Any) -> int:
        """A request; its id."""
        self._sent += 1
        self.send_lines(orjson.dumps({"jsonrpc": "2.0", "id": self._sent, "method": method, "params": params}) + b"\n")
        return self._sent

    def send_lines(self, data: bytes) -> None:
        """Whatever it is, as it is."""
        self._in.put(data)

    def next(self) -> Any:
        """The next line out."""
        return orjson.loads(self._out.get(timeout=PATIENCE_S))

    def answer(self) -> Any:
        """The next answer; notifications before it are kept."""
        while "method" in (message := self.next()):
            self.told.append(message)
        return message

    def call(self, method: str, **params: Any) -> Any:
        """The answer to a request, the only one under way."""
        wanted = self.send(method, **params)
        while (message := self.answer())["id"] != wanted:
            self.told.append(message)
        return message

    def say(self, text: str, session: str = "s", **params: Any) -> Any:
        """One turn."""
        return self.call("voice.process", text=text, session_id=session, **{"tts": False, **params})["result"]

    def end(self) -> int:
        """The exit code."""
        self._in.put(b"")
        code = self._codes.get(timeout=PATIENCE_S)
        self.host.close()
        return code

    def _build(self) -> Parts:
        built = self._change(wiring.build(self.config, self.clock))
        self.parts.append(built)
        return built

    def _write(self, data: bytes | memoryview) -> int:
        *lines, self._unfinished = (self._unfinished + bytes(data)).split(b"\n")
        for line in lines:
            self._out.put(line)
        return len(data)
