"""What is not loaded before it is needed, and what stands in for it until then."""

import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest

from sidecar import thrift
from sidecar.engines.later import Later
from tests.sidecar.children import PATIENCE_S, ROOT, environment

IDLE = """
import os, sys
from sidecar import cli, thrift
thrift.spare()
from sidecar.clock import make_clock
from sidecar.config import Config
from sidecar.host import Process
from sidecar.jobs import Jobs
config = Config.from_args({"db": sys.argv[1], "data_dir": sys.argv[1] + "-data", "tts": "off"}, {})
clock = make_clock(None)
host = Process(config, clock)
jobs = Jobs(host, clock, lambda method, params: None)
jobs._warm()
jobs.tick()
from pipeline import turn
from pipeline.model.turn import Ask
reply = turn.take(Ask(text=None, tts=False), host.parts()[0].world)
assert reply.text
print(*(name for name in sys.modules if name in sys.argv[2:]))
"""
ONLY_LATER = (
    "sidecar.engines.recall", "sidecar.engines.lexical_synonyms", "sidecar.engines.llm", "sidecar.engines.listener",
    "sidecar.engines.voice", "pipeline.knowledge.answers", "_sysconfigdata__linux_x86_64-linux-gnu", "wave", "httpx", "numpy",
    "store.erasure", "store.export", "argparse",
)  # fmt: skip


def test_after_a_greeting_nothing_is_loaded_that_only_a_question_or_a_sound_needs(tmp_path: Path) -> None:
    command = [sys.executable, "-c", IDLE, str(tmp_path / "shop.db"), *ONLY_LATER]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, env=environment(), timeout=PATIENCE_S, check=True)
    assert done.stdout.split() == []


class Engine:
    """An engine that says what became of it."""

    def __init__(self, said: list[str]) -> None:
        self.said = said
        said.append("made")

    def state(self) -> str:
        return "ok"

    def close(self) -> None:
        self.said.append("closed")


def test_an_engine_put_off_is_made_by_the_first_question_and_closed_only_if_it_was() -> None:
    said: list[str] = []
    later: Any = Later(lambda: Engine(said))
    later.warm()
    later.close()
    assert said == []
    assert (later.state(), later.state(), hasattr(later, "probe")) == ("ok", "ok", False)
    later.close()
    assert said == ["made", "closed"]


def test_who_asks_how_python_was_built_gets_the_real_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sysconfig", sysconfig)
    monkeypatch.delitem(sys.modules, "sysconfig")
    monkeypatch.setitem(sys.modules, "pydantic.plugin._loader", sys.modules.get("pydantic.plugin._loader"))
    monkeypatch.setitem(sys.modules, "_hashlib", sys.modules.get("_hashlib"))
    thrift.spare()
    stand_in: Any = sys.modules["sysconfig"]
    assert "/usr/share/zoneinfo" in stand_in.get_config_var("TZPATH")
    assert (stand_in.get_config_var("py_version_short"), stand_in.get_path("stdlib")) == (
        sysconfig.get_config_var("py_version_short"),
        sysconfig.get_path("stdlib"),
    )
