"""The bytes beside the rows: recordings, backups, the write-ahead log."""

import os
from datetime import timedelta
from pathlib import Path

from store import sweep
from tests.store.raw import sql
from tests.store.shop import NOW, Shop


def recording(folder: Path, name: str, age_s: int) -> Path:
    """A WAV of that age."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(b"RIFF")
    made = path.stat().st_mtime - age_s
    os.utime(path, (made, made))
    return path


def test_a_recording_is_kept_ten_minutes_and_no_other_file_is_touched(tmp_path: Path) -> None:
    fresh, old = recording(tmp_path / "audio", "a.wav", 540), recording(tmp_path / "audio", "b.wav", 660)
    other = recording(tmp_path / "audio", "voce.onnx", 99_999)
    assert sweep.drop_recordings(tmp_path / "audio") == 1
    assert [path.exists() for path in (fresh, old, other)] == [True, False, True]
    assert sorted(path.name for path in (tmp_path / "audio").iterdir()) == ["a.wav", "voce.onnx"]


def test_a_folder_that_is_not_there_holds_no_recordings(tmp_path: Path) -> None:
    assert (sweep.drop_recordings(None), sweep.drop_recordings(tmp_path / "mai")) == (0, 0)


def test_an_erasure_takes_recordings_and_backup_with_it(desktop_shop: Shop) -> None:
    audio = desktop_shop.path.parent.parent / "audio"
    recording(audio, "a.wav", 660)
    counts = desktop_shop.store.archive.erase(desktop_shop.client("Anna", "De Luca").id, NOW)
    assert (counts["audio"], counts["backup"]) == (1, 1)
    assert [path.name for path in desktop_shop.path.parent.iterdir() if "backup" in path.name] == []


def test_the_retention_takes_old_recordings(own_shop: Shop) -> None:
    audio = own_shop.path.parent.parent / "audio"
    recording(audio, "a.wav", 3_700)
    assert own_shop.store.archive.anonymize(30, NOW)["audio"] == 1


def test_after_the_retention_the_log_is_empty(own_shop: Shop) -> None:
    own_shop.talk("s1", "buongiorno")
    own_shop.store.archive.anonymize(30, NOW)
    assert own_shop.path.with_name("fluxion.db-wal").stat().st_size == 0


def test_statistics_of_the_planner_name_nobody_after_an_erasure(own_shop: Shop) -> None:
    sql(own_shop.path, "ANALYZE")
    own_shop.store.archive.erase(own_shop.client("Anna", "De Luca").id, NOW)
    left = b"".join(path.read_bytes() for path in sorted(own_shop.path.parent.iterdir()))
    assert (b"De Luca" in left, b"3401112233" in left) == (False, False)


def test_the_token_of_a_link_is_in_no_byte_once_it_has_expired(own_shop: Shop) -> None:
    said = b'{"text":"Ecco: https://shop.example/profile?token=GeheimesWort","session_id":"s1"}'
    own_shop.store.ledger.commit([], NOW, request_id="r1", answer=lambda made: said)
    assert own_shop.store.forget_links(NOW + timedelta(minutes=60)) == 0
    assert own_shop.store.reads.answer("r1") == said
    assert own_shop.store.forget_links(NOW + timedelta(minutes=61)) == 1
    assert own_shop.store.reads.answer("r1") == '{"text":"Ecco: https://shop.example/profile?token=…","session_id":"s1"}'.encode()
    assert own_shop.store.forget_links(NOW + timedelta(minutes=61)) == 0
    assert b"GeheimesWort" not in b"".join(path.read_bytes() for path in sorted(own_shop.path.parent.iterdir()))
