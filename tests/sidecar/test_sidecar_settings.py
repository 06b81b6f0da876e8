"""Settings, time and identifiers: the doors through which the outside comes in."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from sidecar import version
from sidecar.clock import FrozenClock, SystemClock, make_clock, parse_instant
from sidecar.config import BadSetting, Config, default_db
from sidecar.ids import ALPHABET, RandomIds, SeededIds


def config(args: dict[str, Any] | None = None, **environ: str) -> Config:
    return Config.from_args(args or {}, {"XDG_DATA_HOME": "/share", "APPDATA": "/share", **environ})


def test_an_option_wins_over_the_environment_and_that_over_the_default() -> None:
    assert config().tts == "auto"
    assert config(FLUXION_TTS="espeak").tts == "espeak"
    assert config({"tts": "off"}, FLUXION_TTS="espeak").tts == "off"


def test_an_empty_variable_counts_as_unset() -> None:
    assert config(FLUXION_TTS="", GROQ_API_KEY="", FLUXION_DB_PATH="") == config()


def test_a_path_that_is_given_is_created_and_the_default_is_not() -> None:
    assert not config().db_explicit
    assert config(FLUXION_DB_PATH="/shop/a.db").db_explicit
    assert config({"db": "/shop/a.db"}).db == Path("/shop/a.db")


def test_the_data_folder_lies_beside_the_database_unless_it_is_given() -> None:
    beside = config({"db": "/shop/a.db"})
    assert beside.data_dir.parent == Path("/shop")
    assert beside.faq == beside.data_dir / "faq_auto.md"
    elsewhere = config({"db": "/shop/a.db", "data_dir": "/data"}, FLUXION_FAQ="/faq.md")
    assert (elsewhere.data_dir, elsewhere.faq) == (Path("/data"), Path("/faq.md"))
    assert elsewhere.audio_dir == Path("/data/audio_output")


def test_paths_are_absolute_whatever_was_given() -> None:
    assert config({"db": "shop.db", "log_file": "x.log"}).db.is_absolute()


@pytest.mark.parametrize(
    ("platform", "environ", "ending"),
    [
        ("darwin", {}, "Library/Application Support/com.fluxion.desktop/fluxion.db"),
        ("win32", {"APPDATA": "/roaming"}, "/roaming/com.fluxion.desktop/fluxion.db"),
        ("win32", {}, "AppData/Roaming/com.fluxion.desktop/fluxion.db"),
        ("linux", {}, ".local/share/com.fluxion.desktop/fluxion.db"),
        ("linux", {"XDG_DATA_HOME": "/share"}, "/share/com.fluxion.desktop/fluxion.db"),
    ],
)
def test_the_default_file_is_the_desktop_apps(platform: str, environ: dict[str, str], ending: str) -> None:
    assert default_db(platform, environ).as_posix().endswith(ending)


@pytest.mark.parametrize(
    ("args", "environ"),
    [
        ({}, {"FLUXION_TTS": "loud"}), ({}, {"FLUXION_LLM": "gpt"}), ({}, {"FLUXION_EMBEDDINGS": "on"}), ({}, {"FLUXION_NOW": "noon"}),
        ({"now": "2026-03-12T09:00:00+01:00"}, {}), ({"parent_pid": "0"}, {}), ({"parent_pid": "abc"}, {}),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_used_is_named(args: dict[str, Any], environ: dict[str, str]) -> None:
    with pytest.raises(BadSetting, match="must be"):
        config(args, **environ)


def test_keys_are_not_shown() -> None:
    assert "secret" not in repr(config(GROQ_API_KEY="secret", OPENROUTER_API_KEY="secret"))


def test_a_frozen_calendar_stands_until_it_is_moved_forward() -> None:
    clock = FrozenClock(datetime(2026, 3, 12, 9))
    assert clock.now() == datetime(2026, 3, 12, 9)
    assert not clock.move(datetime(2026, 3, 12, 8))
    assert clock.move(datetime(2026, 3, 13, 8))
    assert clock.now() == datetime(2026, 3, 13, 8)
    assert clock.monotonic() <= clock.monotonic()


def test_now_is_local_and_in_whole_seconds() -> None:
    now = SystemClock().now()
    assert (now.microsecond, now.tzinfo) == (0, None)
    assert parse_instant("2026-03-12T09:30:15.7") == datetime(2026, 3, 12, 9, 30, 15)
    assert isinstance(make_clock(None), SystemClock)
    assert make_clock(now).now() == now


def test_seeded_identifiers_repeat_and_leave_out_what_is_in_use() -> None:
    first = SeededIds("2026", lambda value: False)
    sequence = [first.uuid(), first.code(), first.uuid(), first.code()]
    again = SeededIds("2026", lambda value: False)
    assert [again.uuid(), again.code(), again.uuid(), again.code()] == sequence
    used = set(sequence[:1])
    assert SeededIds("2026", used.__contains__).uuid() not in used
    assert SeededIds("2027", lambda value: False).uuid() != sequence[0]


def test_codes_are_short_and_hold_no_letters_that_sound_alike() -> None:
    codes = {RandomIds().code() for _ in range(200)}
    assert all(len(code) == 6 and set(code) <= set(ALPHABET) for code in codes)
    assert len(codes) == 200
    assert not set(ALPHABET) & set("BDPTVGIO015 8")


def test_uuids_are_of_version_four() -> None:
    for value in (RandomIds().uuid(), SeededIds("x", lambda value: False).uuid()):
        assert value[14] == "4"
        assert len(value) == 36


def test_the_commit_is_read_from_the_checkout(tmp_path: Path) -> None:
    read = version._checkout  # pyright: ignore[reportPrivateUsage] - a checkout of one's own is needed
    assert read(tmp_path) is None
    (tmp_path / "HEAD").write_text("0123456789abcdef0123\n")
    assert read(tmp_path) == "0123456789ab"
    (tmp_path / "HEAD").write_text("ref: refs/heads/main\n")
    (tmp_path / "packed-refs").write_text("# pack\nfedcba9876543210 refs/heads/main\n")
    assert read(tmp_path) == "fedcba987654"
    (tmp_path / "refs" / "heads").mkdir(parents=True)
    (tmp_path / "refs" / "heads" / "main").write_text("aaaabbbbccccdddd\n")
    assert read(tmp_path) == "aaaabbbbcccc"
