"""The lines of every transcript come back as written: from the program in memory and from a real child process.

`FLUXION_RENEW=1 pytest tests/transcripts` writes what comes back into the files; what changed is then read in the diff.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sidecar.config import Config
from sidecar.replay import Memory, prepare
from sidecar.transcript import Transcript, differences, play, read
from tests.sidecar.children import ROOT, environment

FILES = sorted(Path(__file__).parent.glob("*.jsonl"))
RENEW = "FLUXION_RENEW" in os.environ  # noqa: TID251 - a switch of the tests, not of the program


@pytest.fixture(params=FILES, ids=[path.stem for path in FILES])
def file(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def configured(transcript: Transcript, folder: Path) -> Config:
    return prepare(transcript, Config.from_args({}, {}), folder)


class Child:
    """The program as a child process: a wire over its pipes."""

    def __init__(self, config: Config) -> None:
        options = ["--db", config.db, "--data-dir", config.data_dir, "--faq", config.faq, "--tts", config.tts]
        options += ["--llm", "off", "--embeddings", "off", "--now", str(config.now and config.now.isoformat()), "--log-level", "error"]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "sidecar", "serve", *map(str, options)],
            cwd=ROOT, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def send(self, data: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def next(self) -> str | None:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        return line.decode().removesuffix("\n") if line else None

    def end(self) -> str:
        """Ends its input; what it still said."""
        said, _ = self.process.communicate(timeout=60)
        return said.decode()


@pytest.fixture
def child(file: Path, tmp_path: Path) -> Iterator[Child]:
    started = Child(configured(read(file), tmp_path))
    yield started
    if started.process.poll() is None:
        started.process.kill()
    started.process.communicate()


def test_the_program_in_memory_answers_as_written(file: Path, tmp_path: Path) -> None:
    transcript = read(file)
    with Memory(configured(transcript, tmp_path)) as wire:
        answers = play(transcript, wire)
    if RENEW:
        file.write_text(transcript.renewed(answers), encoding="utf-8")
        transcript = read(file)
    assert differences(transcript, answers) == []


def test_a_child_process_answers_as_written(file: Path, child: Child) -> None:
    transcript = read(file)
    assert differences(transcript, play(transcript, child)) == []
    assert child.end() == ""
