"""The generated documents are fresh, and the examples are what the documents say they are."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rpc.methods import METHODS

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
TAURI = DOCS / "examples" / "src-tauri"


def test_every_generated_document_is_fresh() -> None:
    checked = subprocess.run([sys.executable, str(ROOT / "build" / "make_docs.py"), "--check"], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout) == (0, "")


@pytest.mark.parametrize("method", METHODS)
def test_every_method_stands_in_the_protocol_and_in_the_client(method: str) -> None:
    assert f"### `{method}`" in (DOCS / "protocol.md").read_text(encoding="utf-8")
    assert json.dumps(method) in (DOCS / "examples" / "sidecar.ts").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(TAURI.rglob("*.json")), ids=lambda path: path.name)
def test_the_configuration_in_the_text_is_the_one_of_the_example(path: Path) -> None:
    text = (DOCS / "tauri.md").read_text(encoding="utf-8")
    assert path.read_text(encoding="utf-8").strip() in text


def _read(name: str) -> Any:
    return json.loads((TAURI / name).read_text(encoding="utf-8"))


def test_the_front_end_starts_what_the_capabilities_allow() -> None:
    source = (DOCS / "examples" / "tauri_transport.ts").read_text(encoding="utf-8")
    allowed = [
        entry["name"]
        for name in ("capabilities/sidecar.json", "capabilities/sidecar-macos.json")
        for permission in _read(name)["permissions"]
        for entry in permission["allow"]
    ]
    assert [name for name in allowed if f'= "{name}";' not in source] == []
    assert (
        _read("tauri.linux.conf.json")["bundle"]["externalBin"] == _read("tauri.windows.conf.json")["bundle"]["externalBin"] == [allowed[0]]
    )


def test_the_files_lie_where_the_frozen_program_looks_for_them() -> None:
    spec = (ROOT / "fluxion-sidecar.spec").read_text(encoding="utf-8")
    assert 'contents_directory="fluxion-sidecar-files"' in spec
    linux = _read("tauri.linux.conf.json")["bundle"]["linux"]
    assert [name for name in ("deb", "rpm", "appimage") if "/usr/bin/fluxion-sidecar-files" not in linux[name]["files"]] == []
    assert "fluxion-sidecar-files/" in _read("tauri.windows.conf.json")["bundle"]["resources"].values()


def test_the_locks_hold_no_address_of_a_registry() -> None:
    lock = json.loads((ROOT / "tests" / "clients" / "package-lock.json").read_text(encoding="utf-8"))
    packages: dict[str, Any] = lock["packages"]
    assert len(packages) > 100
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []


def test_the_page_may_call_tauri_and_play_what_was_spoken() -> None:
    rules = dict(rule.strip().split(" ", 1) for rule in _read("tauri.conf.json")["app"]["security"]["csp"].split(";"))
    assert {"ipc:", "http://ipc.localhost"} <= set(rules["connect-src"].split())
    assert {"asset:", "http://asset.localhost"} <= set(rules["media-src"].split())
