"""The rules of the house that no other tool keeps: rooms, sizes, and words that have no place in a product."""

import ast
import re
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from rpc.methods import METHODS

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("sidecar", "rpc", "pipeline", "store")
BESIDE = {"tests", "build", "docs"}
MOST_LINES = 300
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK|WIP|TBD)\b|lorem ipsum|coming soon|not implemented yet|^(?:<{7} |>{7} )")
MAKING_OF = re.compile(
    r"\b(?:Chat ?GPT|Claude|Copilot|AI[- ]generated|as an AI|sub-?agents?|sprint \d|milestone \d)\b|(?<![\w.])/(?:work|root)/\w+",
    re.IGNORECASE,
)
QUOTED_SPECIFICATIONS = {"tests/test_house.py"}
"""This file names what is forbidden."""


def tracked() -> list[Path]:
    """The files of the project, as the version control lists them; every file where there is none (an unpacked archive)."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split("\n")
    found = [ROOT / name for name in listed if name]
    return [path for path in found or ROOT.rglob("*.py") if path.is_file() and ".venv" not in path.parts]


def python_files() -> list[Path]:
    """The Python files of the project, tests included."""
    return [path for path in tracked() if path.suffix == ".py"]


def shown(path: Path) -> str:
    """A path as a person writes it."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_is_the_one_of_this_repository(room: str) -> None:
    spec = find_spec(room)
    assert spec is not None
    assert spec.origin == str(ROOT / room / "__init__.py")


def test_there_is_no_fifth_room() -> None:
    packages = {path.relative_to(ROOT).parts[0] for path in python_files() if len(path.relative_to(ROOT).parts) > 1}
    assert packages - BESIDE == set(ROOMS)
    assert [shown(path) for path in python_files() if path.parent == ROOT] == []
    assert not (ROOT / "build" / "__init__.py").exists()


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    lengths = {shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}
    assert len(lengths) > 300


def test_every_module_of_the_product_says_what_it_is() -> None:
    modules = [path for path in python_files() if path.relative_to(ROOT).parts[0] in ROOMS]
    assert [shown(path) for path in modules if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))] == []


def test_no_error_is_swallowed_without_a_word() -> None:
    silent: list[str] = []
    for path in python_files():
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ExceptHandler) and all(isinstance(each, ast.Pass | ast.Continue) for each in node.body):
                said = "#" in text.splitlines()[node.body[0].lineno - 1] and isinstance(node.body[0], ast.Continue)
                silent += [] if said else [f"{shown(path)}:{node.lineno}"]
    assert silent == []


def test_no_module_is_a_drawer_for_everything() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}
    assert [shown(path) for path in python_files() if path.stem in drawers or path.stem.endswith(("_utils", "_helpers"))] == []


def test_every_method_is_described_in_the_protocol() -> None:
    text = (ROOT / "docs" / "protocol.md").read_text(encoding="utf-8")
    assert [name for name in METHODS if f"`{name}`" not in text and f"## {name}" not in text] == []
    contract = (ROOT / "docs" / "contract.md").read_text(encoding="utf-8")
    assert [name for name in METHODS if f"`{name}`" not in contract] == []


@pytest.mark.parametrize("forbidden", [UNFINISHED, MAKING_OF], ids=["unfinished", "how it was made"])
def test_no_file_tells_of_its_making(forbidden: re.Pattern[str]) -> None:
    found: list[str] = []
    for path in tracked():
        if (
            shown(path) in QUOTED_SPECIFICATIONS
            or path.suffix in (".lock", ".png", ".wav", ".onnx", ".ico", ".icns")
            or path.name == "LICENSE"
        ):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            found += [f"{shown(path)}:{number}: {hit.group()}" for hit in forbidden.finditer(line)]
    assert found == []


def test_no_lint_exception_is_without_its_reason() -> None:
    bare = re.compile(r"#\s*(?:noqa|pyright: ignore)[^#]*$")
    reasoned = re.compile(r"#\s*(?:noqa: [A-Z0-9, ]+ - \S|pyright: ignore\[[\w, ]+\])")
    found = [
        f"{shown(path)}:{number}"
        for path in python_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if bare.search(line) and not reasoned.search(line) and "re.compile" not in line
    ]
    assert found == []
