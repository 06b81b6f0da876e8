"""The one door for settings from outside: command line, environment, defaults (contract section 1).

Made by `sidecar.cli`, handed to `sidecar.wiring`. Nothing else reads the environment. Keys never appear in repr or logs.
"""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class Config:
    """Every option of contract section 1, resolved. `db_explicit`: the path was given, so it is created if missing."""

    db: Path
    data_dir: Path
    faq: Path
    db_explicit: bool = False
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
