"""The command `replay`: plays a transcript against a fresh database and shows the differences.

Called by `sidecar.cli` and, part by part, by the snapshot tests. The whole program runs in memory: its own streams, its own file in a
temporary folder, nothing optional. Exit code 0 as written, 1 with differences, 2 for a file that is no transcript.
"""

import argparse
import importlib
import queue
import sys
import tempfile
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

from rpc.output import Output
from rpc.server import Server
from sidecar import wiring
from sidecar.clock import FrozenClock, make_clock
from sidecar.config import Config
from sidecar.host import Process
from sidecar.transcript import BadTranscript, Transcript, differences, play, read

PATIENCE_S = 60.0


def run(config: Config, args: argparse.Namespace) -> int:
    """Prints what differs, or that nothing does."""
    path = Path(args.file)
    try:
        transcript = read(path)
    except (BadTranscript, OSError) as error:
        why = f"{path}: {error.strerror or 'it cannot be read'}" if isinstance(error, OSError) else str(error)
        print(f"replay: {why}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="fluxion-replay-", ignore_cleanup_errors=True) as folder:
        try:
            prepared = prepare(transcript, config, Path(folder))
        except ModuleNotFoundError:
            print("replay: a file of the desktop app is only made in a source checkout", file=sys.stderr)
            return 2
        with Memory(prepared) as wire:
            found = differences(transcript, play(transcript, wire))
    if found:
        print(*found, sep="\n")
        return 1
    print(f"{path.name}: {len(transcript.exchanges)} exchanges as written")
    return 0


def prepare(transcript: Transcript, config: Config, folder: Path) -> Config:
    """A fresh database of the kind the transcript names, and the configuration to serve it."""
    fresh = replace(
        config, db=folder / "fluxion.db", data_dir=folder / "data", faq=folder / "data" / "faq_auto.md", db_explicit=True,
        now=transcript.now, tts=_voice(transcript), llm="off", embeddings="off", parent_pid=None, log_file=None,
    )  # fmt: skip
    if transcript.db == "desktop":
        # The maker of the desktop app's files belongs to the tests: the program itself never makes one.
        importlib.import_module("tests.store.desktop").make_desktop_file(fresh.db, transcript.now)
    store = wiring.open_store(fresh, FrozenClock(transcript.now), create=True)
    try:
        if transcript.db == "demo":
            store.fill_demo(transcript.now)
            store.write_texts(fresh.faq, fresh.data_dir / "prompt_agent.md")
    finally:
        store.close()
    return fresh


def _voice(transcript: Transcript) -> Any:
    return transcript.tts if transcript.tts in ("auto", "piper", "espeak") else "off"


class Memory:
    """The program in memory: a `Wire` over streams that are queues."""

    def __init__(self, config: Config) -> None:
        self._in: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._out: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._rest = b""
        self._host = Process(config, make_clock(config.now))
        self._server = Server(self._in.get, Output(self._write, lambda: True, failed=lambda: None), self._host)
        self._threads = [threading.Thread(target=each, daemon=True) for each in (self._server.read_all, self._wait)]

    def __enter__(self) -> "Memory":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._in.put(b"")
        self._threads[1].join(PATIENCE_S)
        self._host.close()

    def send(self, data: bytes) -> None:
        """Whole lines to the server."""
        self._in.put(data)

    def next(self) -> str | None:
        """The next line of the server; None once it has ended. Raises queue.Empty after a minute of silence."""
        return self._out.get(timeout=PATIENCE_S)

    def _wait(self) -> None:
        self._server.wait()
        self._out.put(None)

    def _write(self, data: "bytes | memoryview") -> int:
        *lines, self._rest = (self._rest + bytes(data)).split(b"\n")
        for line in lines:
            self._out.put(line.decode())
        return len(data)
