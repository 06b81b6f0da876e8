"""The folder of finished sounds: what was said already is found again, what is old is removed.

Made by `voice`. Laws: 1. a file is never removed within ten minutes of having been returned; 2. beyond that, what is older than 24
hours goes, then the oldest until 200 MB are left. Ages are read from the files' own times, which every return renews, so they
hold across restarts and processes and need no clock.
"""

import os
import threading
import uuid
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from sidecar.engines.audio_wav import PARTIAL

KEEP_S = 600.0
OLD_S = 24 * 3600.0
LARGEST_BYTES = 200 * 1024 * 1024
_REMEMBERED = 1024
_HEADER = 44

Key = tuple[str, ...]
"""Engine, voice, speed, language, text."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A finished sound on disk."""

    path: Path
    samples: int
    sample_rate: int

    @property
    def duration_ms(self) -> int:
        """How long it lasts."""
        return self.samples * 1000 // self.sample_rate


def _removed(path: Path) -> bool:
    """Whether the file could be removed; Windows refuses while another program plays it."""
    try:
        path.unlink()
    except OSError:
        return False
    return True


class AudioStore:
    """One folder of sounds with its memory. Safe for threads."""

    def __init__(self, folder: Path, largest: int = LARGEST_BYTES) -> None:
        self._folder = folder
        self._largest = largest
        self._lock = threading.Lock()
        self._known: OrderedDict[Key, Recorded] = OrderedDict()

    def new_path(self) -> Path:
        """A name for a new sound; absolute, not yet there."""
        # Real randomness even under --now: a name that repeats in the next run would overwrite a sound somebody still plays.
        return self._folder.absolute() / f"{uuid.uuid4()}.wav"  # noqa: TID251 - as said above; the name identifies nothing else

    def get(self, key: Key) -> Recorded | None:
        """The sound of this key if its file is still there; from now on it is kept for ten minutes more."""
        with self._lock:
            recorded = self._known.get(key)
            if recorded is None:
                return None
            try:
                os.utime(recorded.path)
            except OSError:
                del self._known[key]
                return None
            self._known.move_to_end(key)
            return recorded

    def put(self, key: Key, recorded: Recorded) -> None:
        """Remembers a finished sound."""
        with self._lock:
            self._known[key] = recorded
            self._known.move_to_end(key)
            while len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)

    def sweep(self) -> int:
        """Removes what is old or too much and says how many files went. A file in use by another program is left for next time."""
        if not self._folder.is_dir():
            return 0
        now = self._file_time()
        files = sorted(self._files())
        total = sum(size for _, size, _ in files)
        removed = 0
        for modified, size, path in files:
            age = now - modified
            if age < KEEP_S or (age < OLD_S and total <= self._largest and path.suffix != PARTIAL):
                continue
            if _removed(path):
                total -= size
                removed += 1
        return removed

    def _file_time(self) -> float:
        """This moment as the file system writes it."""
        marker = self._folder / ".now"
        marker.touch()
        os.utime(marker)
        modified = marker.stat().st_mtime
        marker.unlink(missing_ok=True)
        return modified

    def _files(self) -> list[tuple[float, int, Path]]:
        found: list[tuple[float, int, Path]] = []
        with os.scandir(self._folder) as entries:
            for entry in entries:
                if entry.name.endswith((".wav", PARTIAL)) and entry.is_file(follow_symlinks=False):
                    stat = entry.stat(follow_symlinks=False)
                    found.append((stat.st_mtime, stat.st_size, Path(entry.path)))
        return found
