"""Measures of a sound file and the doubles of the voice tests: a real monotonic clock and a configuration in a temporary folder."""

import time
import wave
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import numpy as np

from sidecar.config import Config


class RealClock:
    """Durations are real, the calendar stands still."""

    def now(self) -> datetime:
        return datetime(2026, 3, 10, 9, 0)

    def monotonic(self) -> float:
        return time.monotonic()


class HandClock(RealClock):
    """A monotonic clock that moves when told."""

    def __init__(self) -> None:
        self.at = 1000.0

    def monotonic(self) -> float:
        return self.at


def make_config(folder: Path, tts: Literal["auto", "piper", "espeak", "off"] = "auto", **more: Any) -> Config:
    return Config(db=folder / "fluxion.db", data_dir=folder, faq=folder / "faq_auto.md", tts=tts, **more)


@dataclass(frozen=True)
class Measured:
    """What a listener would notice."""

    channels: int
    width: int
    sample_rate: int
    seconds: float
    loudness: float
    """Root mean square, 0 to 1."""
    clipped: float
    """Share of samples at the limit."""


def measure(path: str | None) -> Measured:
    assert path is not None
    assert Path(path).is_absolute()
    with wave.open(path, "rb") as sound:
        samples = np.frombuffer(sound.readframes(sound.getnframes()), np.int16).astype(np.float64) / 32768
        return Measured(
            sound.getnchannels(),
            sound.getsampwidth(),
            sound.getframerate(),
            len(samples) / sound.getframerate(),
            float(np.sqrt(np.mean(samples**2))),
            float(np.mean(np.abs(samples) > 0.999)),
        )


def wait_until(ready: Callable[[], bool], seconds: float = 20.0) -> bool:
    """Whether it became true in time, asked again and again."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if ready():
            return True
        time.sleep(0.01)
    return ready()
