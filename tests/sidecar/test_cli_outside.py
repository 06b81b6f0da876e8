"""The command line in surroundings nobody chose: streams that are closed or full, no home, paths that are none, a checkout of a kind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sidecar import version
from sidecar.config import BadSetting, Config, default_db
from tests.sidecar.children import PATIENCE_S, arguments, environment, run

SPOKEN = ("--version", "openrpc", "completion bash", "models list", "init-db", "anonymize")


def shell(folder: Path, command: str, redirection: str) -> "subprocess.CompletedProcess[bytes]":
    """The command as a shell runs it, in that folder, its streams redirected."""
    line = f'exec "{sys.executable}" -m sidecar {command} {redirection}'
    return subprocess.run(["sh", "-c", line], capture_output=True, cwd=folder, env=environment(), timeout=PATIENCE_S, check=False)


@pytest.mark.skipif(os.name == "nt", reason="redirections of a POSIX shell")
@pytest.mark.parametrize("command", SPOKEN)
def test_a_command_whose_output_is_closed_does_its_work(tmp_path: Path, command: str) -> None:
    run(tmp_path, ["init-db", *arguments(tmp_path)])
    done = shell(tmp_path, f"{command} --db shop.db --data-dir data", ">&-")
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is known on Linux")
@pytest.mark.parametrize("command", SPOKEN)
def test_a_command_whose_output_finds_no_room_says_so_in_one_sentence(tmp_path: Path, command: str) -> None:
    run(tmp_path, ["init-db", *arguments(tmp_path)])
    done = shell(tmp_path, f"{command} --db shop.db --data-dir data", ">/dev/full")
    assert (done.returncode, done.stderr) == (1, b"fluxion-sidecar: error: No space left on device\n")


@pytest.mark.skipif(os.name == "nt", reason="redirections of a POSIX shell")
@pytest.mark.parametrize("command", ["--version", "openrpc", "chat --tts off --db shop.db"])
def test_a_reader_who_has_gone_away_is_no_error(tmp_path: Path, command: str) -> None:
    done = shell(tmp_path, command, "</dev/null | true")
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="redirections of a POSIX shell")
def test_a_chat_whose_input_is_closed_greets_and_ends(tmp_path: Path) -> None:
    done = shell(tmp_path, "chat --tts off --db shop.db", "<&-")
    assert (done.returncode, done.stderr, b"Come posso" in done.stdout) == (0, b"", True)


@pytest.mark.parametrize("days", ["-1", "x", "99999999999", "36501", "1.5", ""])
def test_days_that_are_none_are_refused_in_words(tmp_path: Path, days: str) -> None:
    done = run(tmp_path, ["anonymize", "--days", days])
    assert (done.returncode, b"must be a number of days from 0 to 36,500" in done.stderr) == (2, True)


@pytest.mark.parametrize("option", ["db", "data_dir", "faq", "log_file"])
def test_an_empty_path_names_nothing(option: str) -> None:
    with pytest.raises(BadSetting, match=rf"--{option.replace('_', '-')} must name a file or a folder"):
        Config.from_args({option: " "}, {})


def test_a_user_without_a_home_is_served_from_where_he_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(path: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", unknown)
    assert default_db("linux", {}).is_absolute()
    assert Config.from_args({"db": "~/shop.db"}, {}).db == Path("~/shop.db").absolute()


def test_a_transcript_that_is_not_there_is_named_in_a_sentence(tmp_path: Path) -> None:
    done = run(tmp_path, ["replay", "call.jsonl"])
    assert (done.returncode, done.stderr) == (2, b"replay: call.jsonl: No such file or directory\n")


@pytest.mark.parametrize(("action", "meant"), [("list", "models list"), ("pull", "models pull"), ("add", "models add")])
def test_every_action_of_models_has_an_example(tmp_path: Path, action: str, meant: str) -> None:
    assert f"example: fluxion-sidecar {meant}".encode() in run(tmp_path, ["models", action, "--help"]).stdout


def test_a_worktree_knows_its_commit(tmp_path: Path) -> None:
    def git(*words: str, folder: Path = tmp_path / "one") -> str:
        named = ["-c", "user.name=a", "-c", "user.email=a@b"]
        return subprocess.run(["git", *named, *words], cwd=folder, capture_output=True, text=True, check=True).stdout.strip()

    (tmp_path / "one").mkdir()
    git("init", "--quiet")
    git("commit", "--quiet", "--allow-empty", "-m", "first")
    git("worktree", "add", "--quiet", "-b", "side", str(tmp_path / "two"))
    git("commit", "--quiet", "--allow-empty", "-m", "second", folder=tmp_path / "two")
    for place in ("one", "two"):
        found = version._checkout(tmp_path / place / ".git")  # pyright: ignore[reportPrivateUsage]  # the whole looks at this file's checkout
        assert found == git("rev-parse", "HEAD", folder=tmp_path / place)[:12]
