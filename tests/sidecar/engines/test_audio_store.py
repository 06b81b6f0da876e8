"""The folder of sounds: what is old or too much goes, what was just returned never does."""

import os
from pathlib import Path

import pytest

from sidecar.engines.audio_store import AudioStore, Recorded
from sidecar.engines.audio_wav import write_wav
from tests.sidecar.engines.sounds import measure

HOUR = 3600


def sound(folder: Path, name: str, age_s: float, size: int = 100) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(b"x" * size)
    modified = path.stat().st_mtime - age_s
    os.utime(path, (modified, modified))
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def test_a_day_old_sound_goes_and_a_younger_one_stays(tmp_path: Path) -> None:
    sound(tmp_path, "old.wav", 25 * HOUR)
    sound(tmp_path, "young.wav", 23 * HOUR)
    assert AudioStore(tmp_path).sweep() == 1
    assert names(tmp_path) == ["young.wav"]


def test_beyond_the_limit_the_oldest_go_first_but_never_the_fresh(tmp_path: Path) -> None:
    for n, age in enumerate((3 * HOUR, 2 * HOUR, HOUR, 599, 1)):
        sound(tmp_path, f"{n}.wav", age, 1000)
    assert AudioStore(tmp_path, largest=1500).sweep() == 3
    assert names(tmp_path) == ["3.wav", "4.wav"]


def test_a_sound_found_again_is_fresh_again(tmp_path: Path) -> None:
    store = AudioStore(tmp_path)
    path = sound(tmp_path, "a.wav", 25 * HOUR)
    store.put(("espeak", "it", "1", "it", "ciao"), Recorded(path, 10, 22_050))
    assert store.get(("espeak", "it", "1", "it", "ciao")) is not None
    assert store.sweep() == 0


def test_a_sound_that_is_gone_is_not_found(tmp_path: Path) -> None:
    store = AudioStore(tmp_path)
    path = sound(tmp_path, "a.wav", 0)
    store.put(("a",), Recorded(path, 10, 22_050))
    path.unlink()
    assert (store.get(("a",)), store.get(("b",))) == (None, None)


def test_what_a_killed_child_left_half_written_goes_after_ten_minutes(tmp_path: Path) -> None:
    sound(tmp_path, "a.part", 601)
    sound(tmp_path, "b.part", 10)
    sound(tmp_path, "notes.txt", 99 * HOUR)
    assert AudioStore(tmp_path).sweep() == 1
    assert names(tmp_path) == ["b.part", "notes.txt"]


def test_no_folder_is_nothing_to_sweep(tmp_path: Path) -> None:
    assert AudioStore(tmp_path / "none").sweep() == 0


def test_names_are_absolute_and_never_repeat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store = AudioStore(Path("audio_output"))
    paths = {store.new_path() for _ in range(100)}
    assert len(paths) == 100
    assert all(path.is_absolute() and path.suffix == ".wav" for path in paths)


def test_a_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    def broken() -> "list[bytes]":
        raise RuntimeError("the library gave up")

    with pytest.raises(RuntimeError):
        write_wav(tmp_path / "a.wav", 22_050, (piece for piece in broken()))
    assert write_wav(tmp_path / "b.wav", 22_050, []) == 0
    assert write_wav(tmp_path / "new folder" / "c.wav", 22_050, [b"\0\1" * 2205] * 2) == 4410
    assert measure(str(tmp_path / "new folder" / "c.wav")).seconds == 0.2
    assert names(tmp_path) == ["new folder"]
