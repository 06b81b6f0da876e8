"""docs/contract section 1: the command, its options, its environment, and files that are missing, locked or broken."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.acceptance.program import NOW, ROOT, Program, Shop, environment, line, run

PING = line("ping")
PONG = b'{"jsonrpc":"2.0","id":1,"result":{}}\n'
COMMANDS = ("serve", "demo", "chat", "init-db", "models", "doctor", "openrpc", "types", "anonymize", "replay")


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """A demo business nobody serves."""
    return Shop(tmp_path_factory.mktemp("command"))


def test_without_a_command_it_serves(own: Shop) -> None:
    assert run(*own.args, stdin=PING).stdout == PONG


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert b"example: " in done.stdout
    assert done.stderr == b""


def test_version_says_the_commit_and_the_engines() -> None:
    done = run("--version")
    assert done.returncode == 0
    assert done.stdout.startswith(b"fluxion-sidecar ")
    assert b"apsw" in done.stdout


WRONG = (
    "nothing", "--nothing", "serve --tts loud", "--now yesterday", "--parent-pid x", "models", "models pull", "replay", "--llm x", "--db",
    "anonymize --days x", "serve more",
)  # fmt: skip


@pytest.mark.parametrize("args", WRONG)
def test_wrong_arguments_end_with_code_2_and_nothing_on_stdout(args: str) -> None:
    done = run(*args.split())
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "value"), [("FLUXION_TTS", "loud"), ("FLUXION_NOW", "boh"), ("FLUXION_LLM", "x"), ("FLUXION_EMBEDDINGS", "1")]
)
def test_a_wrong_environment_ends_with_code_2(name: str, value: str) -> None:
    done = run("serve", stdin=PING, env={name: value})
    assert done.returncode == 2
    assert name.encode() in done.stderr


def test_the_environment_configures_and_an_option_wins(own: Shop, tmp_path: Path) -> None:
    env = {"FLUXION_DB_PATH": str(own.db), "FLUXION_DATA_DIR": str(own.data), "FLUXION_NOW": NOW, "FLUXION_TTS": "off"}
    ask = line("settings.nome_attivita")
    assert b"Salone Aurora" in run(stdin=ask, env=env).stdout
    assert b"FLUXION" in run("--db", str(tmp_path / "other.db"), stdin=ask, env=env).stdout
    assert (tmp_path / "other.db").exists()


def test_a_path_given_is_created_with_its_folders(tmp_path: Path) -> None:
    db, data = tmp_path / "a" / "b" / "shop.db", tmp_path / "c" / "d"
    done = run("serve", "--db", str(db), "--data-dir", str(data), "--tts", "off", stdin=line("voice.greet"))
    assert json.loads(done.stdout)["result"]["degraded"] == []
    assert db.exists()
    assert data.is_dir()


def test_the_data_folder_stands_beside_the_database(tmp_path: Path) -> None:
    db = tmp_path / "shop" / "shop.db"
    assert run("init-db", "--demo", "--db", str(db)).returncode == 0
    assert [p.name for p in db.parent.rglob("faq_auto.md")] == ["faq_auto.md"]
    assert list(db.parent.rglob("prompt_agent.md"))


def test_the_default_database_is_not_made_by_serve_and_is_picked_up_when_it_appears(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "APPDATA": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "share"), "FLUXION_TTS": "off"}
    program = Program("serve", **home)
    assert program.call("ping") == {}
    health = program.call("health.check")
    assert (health["status"], health["components"]["database"]["state"]) == ("degraded", "error")
    error = program.error("servizi.list")
    assert (error.code, error.data["name"], error.data["component"]) == (-32005, "unavailable", "database")
    turn = program.say("buongiorno, vorrei una piega")
    assert "database" in turn["degraded"]
    assert turn["text"]
    assert not list(tmp_path.rglob("fluxion.db"))
    assert run("init-db", "--demo", env=home).returncode == 0
    assert list(tmp_path.rglob("fluxion.db"))
    assert program.call("servizi.list")["servizi"]
    assert program.call("health.check")["components"]["database"]["state"] == "ok"
    assert program.end() == 0


def test_a_file_that_is_no_database_is_named_and_never_overwritten(tmp_path: Path) -> None:
    db = tmp_path / "shop.db"
    db.write_bytes(b"this is no database at all " * 400)
    before = db.read_bytes()
    program = Program("serve", "--db", str(db), "--data-dir", str(tmp_path / "data"), "--tts", "off")
    assert program.call("ping") == {}
    assert program.call("health.check")["components"]["database"]["state"] == "error"
    assert program.error("clienti.search").code == -32005
    turn = program.say("vorrei una piega")
    assert turn["degraded"] == ["database"]
    assert "Non riesco ad accedere ai dati" in turn["text"]
    assert program.end() == 0
    assert db.read_bytes() == before
    assert run("doctor", "--json", "--db", str(db), "--data-dir", str(tmp_path / "data")).returncode == 1


def test_a_locked_file_answers_ping_and_a_turn_within_its_wait(own: Shop) -> None:
    with contextlib.closing(sqlite3.connect(own.db, isolation_level=None)) as other, own.serving() as program:
        program.call("voice.greet")
        other.execute("BEGIN IMMEDIATE")
        number = program.send("voice.process", text="sono Anna De Luca, vorrei una piega")
        assert program.call("ping") == {}
        turn = program.answer(number)["result"]
        assert turn["degraded"] == ["database"]
        other.execute("COMMIT")
        assert program.say("sono Anna De Luca, vorrei una piega", turn["session_id"])["degraded"] == []


def test_it_ends_when_its_parent_is_gone(own: Shop) -> None:
    parent = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    program = Program("serve", *own.args, "--parent-pid", str(parent.pid))
    assert program.call("ping") == {}
    parent.communicate(b"\n", timeout=10)
    assert program.child.wait(10) == 0
    program.end()


def test_keys_never_appear_in_logs_or_replies(own: Shop) -> None:
    secret = "gsk_verysecret0123456789"
    env = {
        "GROQ_API_KEY": secret,
        "OPENROUTER_API_KEY": secret,
        "GROQ_BASE_URL": "http://127.0.0.1:9",
        "OPENROUTER_BASE_URL": "http://127.0.0.1:9",
    }
    sent = line("health.check", 1, probe=True) + line("voice.process", 2, text="fate anche i tatuaggi sonori?") + line("initialize", 3)
    done = run("serve", *own.args, "--log-level", "debug", stdin=sent, env=env)
    assert done.stdout.count(b"\n") >= 3
    assert secret.encode() not in done.stdout + done.stderr
    checked = run("doctor", *own.args, env=env)
    assert secret.encode() not in checked.stdout + checked.stderr
    everything = b"".join(p.read_bytes() for p in own.data.rglob("*") if p.is_file())
    assert secret.encode() not in everything


def test_with_a_log_file_the_same_lines_are_written_there(own: Shop, tmp_path: Path) -> None:
    log = tmp_path / "deep" / "sidecar.log"
    run("serve", *own.args, "--log-level", "debug", "--log-file", str(log), stdin=line("voice.greet"))
    assert log.is_file()
    assert [part for part in log.read_text("utf-8").splitlines() if not part.startswith('{"time":')] == []


def test_doctor_as_json_names_what_is_there_and_how_to_mend_the_rest(own: Shop) -> None:
    done = run("doctor", "--json", *own.args)
    assert done.returncode == 0, done.stdout
    json.loads(done.stdout)


def test_doctor_says_that_hours_are_missing(tmp_path: Path) -> None:
    args = ("--db", str(tmp_path / "x.db"), "--data-dir", str(tmp_path / "data"))
    assert run("init-db", *args).returncode == 0
    done = run("doctor", *args)
    assert b"hours" in done.stdout.lower()


def test_openrpc_and_types_come_from_the_table_the_server_uses(own: Shop) -> None:
    document = json.loads(run("openrpc").stdout)
    with own.serving() as program:
        methods = program.call("initialize")["capabilities"]["methods"]
        assert program.call("rpc.discover") == document
    assert sorted(m["name"] for m in document["methods"]) == sorted(methods)
    client = run("types").stdout.decode()
    assert all(f'"{name}"' in client for name in methods)


def test_init_db_twice_changes_nothing(own: Shop) -> None:
    before = (
        own.rows("SELECT count(*) FROM clienti")
        + own.rows("SELECT count(*) FROM appuntamenti")
        + own.rows("SELECT count(*) FROM orari_lavoro")
    )
    assert run("init-db", "--demo", *own.args).returncode == 0
    after = (
        own.rows("SELECT count(*) FROM clienti")
        + own.rows("SELECT count(*) FROM appuntamenti")
        + own.rows("SELECT count(*) FROM orari_lavoro")
    )
    assert after == before


def test_anonymize_redacts_what_is_older_than_the_days(own: Shop) -> None:
    own.write("INSERT INTO voice_sessions (id) VALUES ('antica')")
    own.write("INSERT INTO voice_audit_log (session_id, timestamp, user_input) VALUES ('antica', '2026-01-01T10:00:00', 'sono Tizia Caia')")
    own.write("INSERT INTO voice_audit_log (session_id, timestamp, user_input) VALUES ('antica', '2026-03-08T10:00:00', 'di ieri')")
    assert run("anonymize", "--days", "30", *own.args).returncode == 0
    found = own.rows("SELECT user_input, system_response, ip_address FROM voice_audit_log WHERE session_id = 'antica' ORDER BY timestamp")
    assert found == [("[REDACTED]", "[REDACTED]", None), ("di ieri", None, None)]


def test_the_frozen_calendar_moves_only_by_notification(own: Shop) -> None:
    with own.serving() as program:
        assert program.call("health.check")["timestamp"] == NOW
        program.notify("$/now", now="2026-03-10T08:30:00")
        assert program.call("health.check")["timestamp"] == "2026-03-10T08:30:00"
        program.notify("$/now", now="2026-03-09T08:30:00")
        assert program.call("health.check")["timestamp"] == "2026-03-10T08:30:00"


def test_models_list_says_what_is_there_and_add_refuses_a_folder_without_any(own: Shop, tmp_path: Path) -> None:
    listed = run("models", "list", *own.args)
    assert listed.returncode == 0
    assert b"it_IT-paola-medium" in listed.stdout
    assert run("models", "add", str(tmp_path), *own.args).returncode == 1
    assert run("models", "pull", "nothing-like-this", *own.args).returncode in (1, 2)


def test_replay_shows_no_difference_for_a_true_transcript_and_the_difference_for_a_false_one(tmp_path: Path) -> None:
    true = tmp_path / "true.jsonl"
    text = (
        f"# now={NOW} db=demo tts=off\n# a comment\n"
        '> {"jsonrpc":"2.0","id":1,"method":"settings.nome_attivita"}\n'
        '< {"jsonrpc":"2.0","id":1,"result":{"nome_attivita":"Salone Aurora"}}\n'
    )
    true.write_text(text, "utf-8")
    false = tmp_path / "false.jsonl"
    false.write_text(text.replace("Aurora", "Alba"), "utf-8")
    assert run("replay", str(true)).returncode == 0
    done = run("replay", str(false))
    assert done.returncode == 1
    assert b"Aurora" in done.stdout
    assert b"Traceback" not in run("replay", str(tmp_path / "missing.jsonl")).stderr


def test_one_line_can_be_piped_in_without_any_configuration(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sidecar"],
        input=b'{"jsonrpc":"2.0","id":1,"method":"ping"}',
        capture_output=True,
        cwd=ROOT,
        env=environment(HOME=str(tmp_path), PATH=os.defpath),
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, PONG)


@pytest.mark.parametrize("option", ["--log-file", "--data-dir", "--db"])
def test_a_path_that_cannot_be_made_stops_no_ping(own: Shop, tmp_path: Path, option: str) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("a file, no folder", "utf-8")
    done = run("serve", *own.args, option, str(blocked / "in" / "it"), stdin=PING)
    assert (done.returncode, done.stdout) == (0, PONG)
    assert b"Traceback" not in done.stderr


def test_init_db_where_nothing_can_be_made_says_so(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("a file, no folder", "utf-8")
    done = run("init-db", "--db", str(blocked / "shop.db"))
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
