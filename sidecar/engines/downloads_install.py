"""Whole models into the models folder, or not at all: files gathered aside, judged together, moved in by one rename.

Called by `sidecar.models`. Judges a model by loading it: a file that came whole may still be none.
"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sidecar.engines.voice_files import config_problem, model_problem

Kind = Literal["voice", "embedding"]
_ASIDE = ".partial"


class Unfit(Exception):
    """The files are no model that can be used; the message says which file and why."""


@dataclass(frozen=True, slots=True)
class Found:
    """A model's files in some folder."""

    name: str
    kind: Kind
    files: tuple[Path, ...]


def staging(models_dir: Path, name: str) -> Path:
    """Where the files of a model are gathered before they count; kept between tries so that downloads resume."""
    folder = models_dir / _ASIDE / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _loads(path: Path) -> None:
    """Raises Unfit unless onnxruntime accepts the model."""
    problem = model_problem(path)
    if problem:
        raise Unfit(problem)
    import onnxruntime

    try:
        onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    except Exception as error:  # the library's errors share no base of their own
        raise Unfit(f"{path.name} does not load: it is damaged or made for another version") from error


def _parses(path: Path) -> None:
    try:
        json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Unfit(f"{path.name} is not readable JSON") from error


def judge(found: Found) -> None:
    """Raises Unfit unless every file of the model can be used."""
    for path in found.files:
        if path.name.endswith(".json"):
            _parses(path)
        if found.kind == "voice" and path.name.endswith(".onnx.json"):
            problem = config_problem(path)
            if problem:
                raise Unfit(problem)
    for path in found.files:
        if path.suffix == ".onnx":
            _loads(path)


def install(folder: Path, models_dir: Path, name: str) -> Path:
    """Moves a judged folder in as models_dir/NAME, replacing an older one. Raises OSError."""
    target, old = models_dir / name, models_dir / _ASIDE / f"{name}.old"
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    folder.rename(target)
    shutil.rmtree(old, ignore_errors=True)
    aside = models_dir / _ASIDE
    if aside.is_dir() and not any(aside.iterdir()):
        aside.rmdir()
    return target


def _voices(folder: Path) -> list[Found]:
    found: list[Found] = []
    for config in sorted(folder.glob("*.onnx.json")):
        model = config.with_suffix("")
        if not model.is_file():
            raise Unfit(f"{config.name} is there, {model.name} is not")
        found.append(Found(model.stem, "voice", (config, model)))
    return found


def _embedding(folder: Path) -> list[Found]:
    models = sorted((*folder.glob("*.onnx"), *folder.glob("onnx/*.onnx")))
    if not (folder / "tokenizer.json").is_file():
        return []
    if not models:
        raise Unfit(f"{folder.name} has a tokenizer but no ONNX model")
    return [Found(folder.resolve().name, "embedding", (*sorted(folder.glob("*.json")), models[0]))]


def search(folder: Path) -> list[Found]:
    """Every model in a folder or one level below. Raises Unfit for one that is visibly incomplete."""
    found: list[Found] = []
    for place in (folder, *sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))):
        found += _voices(place) or _embedding(place)
    return found


def copy_in(found: Found, models_dir: Path) -> Path:
    """Judges a model found elsewhere and installs a copy of it. Raises Unfit, OSError."""
    judge(found)
    aside = staging(models_dir, found.name)
    try:
        for path in found.files:
            shutil.copyfile(path, aside / path.name)
        return install(aside, models_dir, found.name)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
