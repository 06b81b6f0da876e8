"""An offline recogniser where its package and its model are there: faster-whisper or vosk, neither of which this program brings along.

Called by `listener`. A model is a folder in the models folder: `faster-whisper-*` with model.bin, or `vosk-model*`. Detection imports
nothing; the package is loaded at the first transcription.
"""

import importlib
import io
import json
import threading
import wave
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from pipeline.model.errors import InvalidField, Unavailable

_BLOCK = 8000


class Recogniser(Protocol):
    """What `listener` asks of an engine, here or over the network."""

    name: str

    def transcribe(self, audio: bytes, kind: str, language: str, vocabulary: str, deadline_s: float) -> str: ...
    def abort(self) -> None: ...


class FasterWhisper:
    """faster-whisper on the processor."""

    name = "faster-whisper"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._model: Any = None

    def transcribe(self, audio: bytes, kind: str, language: str, vocabulary: str, deadline_s: float) -> str:
        """The words of a sound of any kind. Raises whatever the package raises."""
        with self._lock:
            if self._model is None:
                package: Any = importlib.import_module("faster_whisper")
                self._model = package.WhisperModel(str(self._folder), device="cpu", compute_type="int8")
            segments, _ = self._model.transcribe(io.BytesIO(audio), language=language, initial_prompt=vocabulary or None, vad_filter=True)
            return " ".join(str(segment.text).strip() for segment in segments)

    def abort(self) -> None:
        """Cannot be broken off; the deadline is kept by whoever waits."""


class Vosk:
    """vosk, which reads 16 bit mono WAV only."""

    name = "vosk"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._model: Any = None

    def transcribe(self, audio: bytes, kind: str, language: str, vocabulary: str, deadline_s: float) -> str:
        """The words of a WAV. Raises InvalidField for another kind of sound, and whatever the package raises."""
        if kind != "wav":
            raise InvalidField((("audio", "the offline recogniser reads wav only"),))
        with self._lock, wave.open(io.BytesIO(audio), "rb") as sound:
            package: Any = importlib.import_module("vosk")
            if self._model is None:
                self._model = package.Model(str(self._folder))
            reader = package.KaldiRecognizer(self._model, sound.getframerate())
            while block := sound.readframes(_BLOCK):
                reader.AcceptWaveform(block)
            text = json.loads(reader.FinalResult()).get("text")
        if not isinstance(text, str):
            raise Unavailable("stt", "the offline recogniser gave no text")
        return text

    def abort(self) -> None:
        """Cannot be broken off; the deadline is kept by whoever waits."""


def _there(package: str) -> bool:
    try:
        return find_spec(package) is not None
    except (ImportError, ValueError):
        return False


def offline_recogniser(models_dir: Path) -> Recogniser | None:
    """The offline recogniser of this machine, None where package or model is missing."""
    whisper = sorted(path.parent for path in models_dir.glob("faster-whisper-*/model.bin"))
    if whisper and _there("faster_whisper"):
        return FasterWhisper(whisper[0])
    vosk = sorted(path for path in models_dir.glob("vosk-model*") if path.is_dir())
    return Vosk(vosk[0]) if vosk and _there("vosk") else None
