"""A finished WAV file, or none: PCM 16 bit mono under a temporary name, renamed when complete.

Called by the engines inside a voice child. Knows nothing of speech.
"""

import os
from collections.abc import Iterable
from pathlib import Path

PARTIAL = ".part"
"""Ending of a file that is not complete; the sweep removes what a killed child left."""


def write_wav(path: Path, sample_rate: int, pieces: Iterable[bytes]) -> int:
    """Writes the samples and returns how many there are; with none, no file appears. Raises OSError."""
    import wave  # the process that asks for the sound needs only the name above

    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(PARTIAL)
    samples = 0
    try:
        with wave.open(str(partial), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(sample_rate)
            for piece in pieces:
                out.writeframesraw(piece)
                samples += len(piece) // 2
        if samples:
            os.replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)
    return samples
