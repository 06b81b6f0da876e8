"""The command line: every command, its help with an example, and the commands that live in this room."""

import argparse
from pathlib import Path

import orjson
import pytest

from rpc.openrpc import document
from sidecar import cli
from sidecar.arguments import parser
from sidecar.config import Config
from sidecar.version import VERSION
from tests.sidecar.children import arguments, environment, run

CONTRACT = {"serve", "demo", "chat", "init-db", "models", "doctor", "openrpc", "types", "anonymize", "replay"}


def parse(*given: str) -> argparse.Namespace:
    return parser().parse_args(given)


def test_every_command_of_the_contract_is_there() -> None:
    assert set(cli.COMMANDS) >= CONTRACT


@pytest.mark.parametrize("command", [*cli.COMMANDS, ""])
def test_help_shows_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(*filter(None, [command]), "--help")
    assert ended.value.code == 0
    assert "example: " in capsys.readouterr().out


def test_options_may_stand_before_or_after_the_command() -> None:
    assert parse("--tts", "off", "serve").tts == "off"
    assert parse("serve", "--tts", "off").tts == "off"
    assert parse("--db", "a", "init-db", "--demo").db == "a"
    assert parse().command is None


def test_every_option_reaches_the_settings() -> None:
    given = vars(parse(
        "--db", "/a.db", "--data-dir", "/d", "--faq", "/f", "--tts", "off", "--voice", "v", "--llm", "off", "--embeddings", "off",
        "--embedding-model", "e", "--parent-pid", "7", "--log-level", "error", "--log-file", "/l", "--now", "2026-03-12T09:00",
    ))  # fmt: skip
    made = Config.from_args(given, {})
    assert (made.db, made.data_dir, made.faq, made.log_file) == (Path("/a.db"), Path("/d"), Path("/f"), Path("/l"))
    assert (made.tts, made.voice, made.llm, made.embeddings, made.embedding_model) == ("off", "v", "off", "off", "e")
    assert (made.parent_pid, made.log_level, str(made.now)) == (7, "error", "2026-03-12 09:00:00")


def test_version_names_the_commit_and_the_engines(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"fluxion-sidecar {VERSION} (")
    assert "apsw" in said
    assert "piper-tts" in said


def test_openrpc_prints_what_the_server_answers(tmp_path: Path) -> None:
    printed = run(tmp_path, ["openrpc"])
    asked = run(tmp_path, arguments(tmp_path), b'{"jsonrpc":"2.0","id":1,"method":"rpc.discover"}\n')
    assert printed.returncode == 0
    assert orjson.loads(printed.stdout) == orjson.loads(asked.stdout)["result"] == document(VERSION)


def test_output_that_nobody_reads_to_the_end_is_no_error(tmp_path: Path) -> None:
    import subprocess
    import sys

    child = subprocess.Popen(
        [sys.executable, "-m", "sidecar", "openrpc"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=environment()
    )
    assert child.stdout is not None
    child.stdout.close()
    assert child.stderr is not None
    assert child.stderr.read() == b""
    child.stderr.close()
    assert child.wait(60) == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_a_completion_script_knows_the_commands(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["completion", shell]) == 0
    assert "init-db" in capsys.readouterr().out


def test_init_db_makes_a_file_that_serves_and_the_demo_has_its_business(tmp_path: Path) -> None:
    made = run(tmp_path, ["init-db", "--demo", *arguments(tmp_path)])
    assert (made.returncode, made.stderr) == (0, b"")
    assert (tmp_path / "data" / "prompt_agent.md").exists()
    served = run(tmp_path, arguments(tmp_path), b'{"jsonrpc":"2.0","id":1,"method":"clienti.search","params":{"nome":"Anna De Luca"}}\n')
    assert orjson.loads(served.stdout)["result"]["count"] == 1


def test_init_db_without_demo_leaves_the_business_empty(tmp_path: Path) -> None:
    assert run(tmp_path, ["init-db", *arguments(tmp_path)]).returncode == 0
    served = run(tmp_path, arguments(tmp_path), b'{"jsonrpc":"2.0","id":1,"method":"servizi.list"}\n')
    assert orjson.loads(served.stdout)["result"] == {"servizi": []}


def test_init_db_says_why_it_cannot(tmp_path: Path) -> None:
    (tmp_path / "shop.db").mkdir()
    done = run(tmp_path, ["init-db", *arguments(tmp_path)])
    assert done.returncode == 1
    assert b"init-db: the database" in done.stderr


def test_anonymize_prints_its_counts(tmp_path: Path) -> None:
    run(tmp_path, ["init-db", *arguments(tmp_path)])
    done = run(tmp_path, ["anonymize", "--days", "0", *arguments(tmp_path)])
    assert done.returncode == 0
    assert all(isinstance(count, int) for count in orjson.loads(done.stdout).values())


def test_anonymize_says_that_there_is_no_database(tmp_path: Path) -> None:
    done = run(tmp_path, ["anonymize", *arguments(tmp_path)])
    assert done.returncode == 1
    assert b"the database cannot be used" in done.stderr


def test_chat_talks_with_the_assistant_until_it_is_ended(tmp_path: Path) -> None:
    run(tmp_path, ["init-db", "--demo", *arguments(tmp_path)])
    done = run(tmp_path, ["chat", *arguments(tmp_path)], b"quali servizi avete?\n/explain\n/fine\n")
    said = done.stdout.decode()
    assert done.returncode == 0
    assert "assistente vocale automatica" in said
    assert "Piega" in said
    assert "explain on" in said
