"""Which Piper voices lie on this disk, and what is wrong with one: NAME.onnx with NAME.onnx.json, plain or in a folder of its own.

Called by `voice`, by `sidecar.models` and by the doctor. Never touches the network and imports no native library.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sidecar.engines.espeak_native import EspeakFailed, data_folder

_PROTOBUF_FIRST_FIELD = 0x08
_SMALLEST_MODEL = 256
_SECTIONS = ("audio", "espeak", "phoneme_id_map", "num_symbols", "num_speakers")


@dataclass(frozen=True, slots=True)
class VoiceFiles:
    """An installed voice; `signature` changes when a file is replaced."""

    name: str
    model: Path
    config: Path

    @property
    def language(self) -> str:
        """The language its name begins with: "it" of it_IT-paola-medium."""
        return self.name.partition("_")[0].partition("-")[0].lower()

    @property
    def signature(self) -> str:
        """Name, size and time of the model, for the cache."""
        stat = self.model.stat()
        return f"{self.name}:{stat.st_size}:{stat.st_mtime_ns}"


def find_voice(models_dir: Path, name: str) -> VoiceFiles | None:
    """The voice of that name, where both of its files are there."""
    for folder in (models_dir / name, models_dir):
        files = VoiceFiles(name, folder / f"{name}.onnx", folder / f"{name}.onnx.json")
        if files.model.is_file() and files.config.is_file():
            return files
    return None


def installed_voices(models_dir: Path) -> tuple[VoiceFiles, ...]:
    """Every complete voice, by name."""
    found: dict[str, VoiceFiles] = {}
    for config in (*models_dir.glob("*.onnx.json"), *models_dir.glob("*/*.onnx.json")):
        files = find_voice(models_dir, config.name.removesuffix(".onnx.json"))
        if files is not None:
            found[files.name] = files
    return tuple(found[name] for name in sorted(found))


def config_problem(path: Path) -> str | None:
    """What is wrong with a voice's configuration file, None if nothing."""
    try:
        config: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return f"{path.name} is not readable JSON"
    if not isinstance(config, dict):
        return f"{path.name} is not the configuration of a voice"
    missing = [section for section in _SECTIONS if section not in config]
    return f"{path.name} has no {', '.join(missing)}" if missing else None


def model_problem(path: Path) -> str | None:
    """What is visibly wrong with a model file without loading it, None if nothing."""
    try:
        with path.open("rb") as file:
            first = file.read(1)
        size = path.stat().st_size
    except OSError:
        return f"{path.name} is not readable"
    if size < _SMALLEST_MODEL or not first or first[0] != _PROTOBUF_FIRST_FIELD:
        return f"{path.name} is damaged or not an ONNX model"
    return None


def voice_problem(files: VoiceFiles) -> str | None:
    """What is wrong with an installed voice, None if nothing; `models pull NAME` mends it."""
    return config_problem(files.config) or model_problem(files.model)


def espeak_problem() -> str | None:
    """What keeps the built-in synthesiser from working, None if nothing."""
    try:
        data_folder()
    except EspeakFailed as error:
        return str(error)
    return None
