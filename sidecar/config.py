"""The one door for settings from outside: command line, environment, defaults (contract section 1).

Made by `sidecar.cli`, handed to `sidecar.wiring`. Nothing else reads the environment. Keys never appear in repr or logs.
"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, TypeVar, cast

_Value = TypeVar("_Value")

APP = "com.fluxion.desktop"
LOG_LEVELS = ("debug", "info", "warning", "error")
CHOICES: Mapping[str, tuple[str, ...]] = {
    "tts": ("auto", "piper", "espeak", "off"),
    "llm": ("auto", "groq", "openrouter", "off"),
    "embeddings": ("auto", "off"),
    "log_level": LOG_LEVELS,
}


class BadSetting(Exception):
    """A value from outside that cannot be used; its text names the option and never the value of a key."""


@dataclass(frozen=True, slots=True)
class Config:
    """Every option of contract section 1, resolved. `db_explicit`, `data_explicit`: the path was given, so it is created if missing."""

    db: Path
    data_dir: Path
    faq: Path
    db_explicit: bool = False
    data_explicit: bool = False
    tts: Literal["auto", "piper", "espeak", "off"] = "auto"
    voice: str = "it_IT-paola-medium"
    llm: Literal["auto", "groq", "openrouter", "off"] = "auto"
    llm_model: str | None = None
    llm_classifier: str | None = None
    embeddings: Literal["auto", "off"] = "auto"
    embedding_model: str | None = None
    models_url: str | None = None
    parent_pid: int | None = None
    log_level: str = "info"
    log_file: Path | None = None
    now: datetime | None = None
    groq_api_key: str | None = field(default=None, repr=False)
    groq_base_url: str | None = None
    openrouter_api_key: str | None = field(default=None, repr=False)
    openrouter_base_url: str | None = None

    @property
    def models_dir(self) -> Path:
        """Where voices and embedding models are installed."""
        return self.data_dir / "models"

    @property
    def audio_dir(self) -> Path:
        """Where finished WAV files lie."""
        return self.data_dir / "audio_output"

    @classmethod
    def from_args(cls, args: Mapping[str, Any], environ: Mapping[str, str]) -> "Config":
        """Options before environment before defaults; an empty variable counts as unset. Raises BadSetting."""
        return _resolve(_Sources(args, environ), environ)


@dataclass(frozen=True, slots=True)
class _Sources:
    args: Mapping[str, Any]
    environ: Mapping[str, str]

    def text(self, option: str, variable: str | None = None) -> str | None:
        given = self.args.get(option)
        if given is None and variable is not None:
            given = self.environ.get(variable) or None
        return None if given is None else str(given)

    def choice(self, option: str, variable: str | None, default: str) -> Any:
        value = self.text(option, variable) or default
        if value not in CHOICES[option]:
            raise BadSetting(f"{variable or '--' + option} must be one of {', '.join(CHOICES[option])}")
        return value

    def path(self, option: str, variable: str | None) -> Path | None:
        value = self.text(option, variable)
        if value is not None and not value.strip():
            raise BadSetting(f"--{option.replace('_', '-')} must name a file or a folder")
        return None if value is None else _at_home(Path(value)).absolute()

    def parsed(self, option: str, variable: str | None, parse: Callable[[str], _Value], expected: str) -> _Value | None:
        value = self.text(option, variable)
        try:
            return None if value is None else parse(value)
        except ValueError as error:
            given = self.args.get(option) is not None or variable is None
            raise BadSetting(f"{'--' + option.replace('_', '-') if given else variable} must be {expected}") from error


def _resolve(given: _Sources, environ: Mapping[str, str]) -> Config:
    from sidecar.clock import parse_instant

    explicit = given.path("db", "FLUXION_DB_PATH")
    db = explicit or default_db(sys.platform, environ)
    data = given.path("data_dir", "FLUXION_DATA_DIR")
    data_dir = data or db.parent / "sidecar"
    return Config(
        db=db,
        data_dir=data_dir,
        faq=given.path("faq", "FLUXION_FAQ") or data_dir / "faq_auto.md",
        db_explicit=explicit is not None,
        data_explicit=data is not None,
        tts=given.choice("tts", "FLUXION_TTS", "auto"),
        voice=given.text("voice", "FLUXION_VOICE") or "it_IT-paola-medium",
        llm=given.choice("llm", "FLUXION_LLM", "auto"),
        llm_model=given.text("llm_model", "FLUXION_LLM_MODEL"),
        llm_classifier=given.text("llm_classifier", "FLUXION_LLM_CLASSIFIER"),
        embeddings=given.choice("embeddings", "FLUXION_EMBEDDINGS", "auto"),
        embedding_model=given.text("embedding_model"),
        models_url=given.text("models_url", "FLUXION_MODELS_URL"),
        parent_pid=given.parsed("parent_pid", None, _pid, "the number of a process"),
        log_level=cast("str", given.choice("log_level", None, "info")),
        log_file=given.path("log_file", None),
        now=given.parsed("now", "FLUXION_NOW", parse_instant, "a local instant such as 2026-03-12T09:30:00"),
        groq_api_key=environ.get("GROQ_API_KEY") or None,
        groq_base_url=environ.get("GROQ_BASE_URL") or None,
        openrouter_api_key=environ.get("OPENROUTER_API_KEY") or None,
        openrouter_base_url=environ.get("OPENROUTER_BASE_URL") or None,
    )


def _pid(text: str) -> int:
    number = int(text)
    if number <= 0:
        raise ValueError
    return number


def _at_home(path: Path) -> Path:
    """The path with its `~` replaced; as it stands, seen from the folder we are in, for a user who has no home."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def default_db(platform: str, environ: Mapping[str, str]) -> Path:
    """Where the desktop app keeps its database on this platform."""
    home = _at_home(Path("~"))
    if platform == "darwin":
        folder = home / "Library" / "Application Support"
    elif platform == "win32":
        folder = Path(environ["APPDATA"]) if environ.get("APPDATA") else home / "AppData" / "Roaming"
    else:
        folder = Path(environ["XDG_DATA_HOME"]) if environ.get("XDG_DATA_HOME") else home / ".local" / "share"
    return folder.absolute() / APP / "fluxion.db"
