"""The command `doctor` from outside, and its trials: what is broken is named, mended by a command, and nothing is made by looking."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from sidecar import cli, doctor, trials
from sidecar.arguments import parser
from sidecar.config import Config
from tests.sidecar.children import arguments, run


def checks(folder: Path, *more: str) -> tuple[int, dict[str, dict[str, Any]]]:
    """Exit code and the checks by name."""
    ended = run(folder, ["doctor", "--json", *arguments(folder), *more])
    report = orjson.loads(ended.stdout)
    assert report["ok"] == (ended.returncode == 0)
    return ended.returncode, {check["name"]: check for check in report["checks"]}


@pytest.fixture(scope="module")
def missing(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int, dict[str, dict[str, Any]]]:
    folder = tmp_path_factory.mktemp("missing")
    return folder, *checks(folder)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int, dict[str, dict[str, Any]]]:
    folder = tmp_path_factory.mktemp("demo")
    assert run(folder, ["init-db", "--demo", *arguments(folder)]).returncode == 0
    return folder, *checks(folder)


def test_a_missing_database_is_an_error_with_the_command_that_makes_it(missing: tuple[Path, int, dict[str, dict[str, Any]]]) -> None:
    folder, code, found = missing
    assert code == 1
    assert found["database"]["state"] == "error"
    assert found["database"]["needed"] is True
    assert found["database"]["mend"] == f'init-db --db "{folder / "shop.db"}"'


def test_looking_makes_no_file(missing: tuple[Path, int, dict[str, dict[str, Any]]]) -> None:
    folder, _, _ = missing
    assert list(folder.iterdir()) == []


def test_a_demo_business_lacks_nothing_that_is_needed(demo: tuple[Path, int, dict[str, dict[str, Any]]]) -> None:
    _, code, found = demo
    assert code == 0
    assert [name for name, check in found.items() if check["state"] == "error"] == []
    assert found["opening hours"]["state"] == "ok"
    assert found["services"]["state"] == "ok"


def test_every_library_is_tried(demo: tuple[Path, int, dict[str, dict[str, Any]]]) -> None:
    _, _, found = demo
    assert {name: found[name]["state"] for name in trials.TRIALS} == dict.fromkeys(trials.TRIALS, "ok")


def test_what_is_switched_off_on_purpose_needs_no_mending(demo: tuple[Path, int, dict[str, dict[str, Any]]]) -> None:
    _, _, found = demo
    assert [(found[name]["state"], found[name]["mend"]) for name in ("voice", "language model", "embeddings")] == [("off", "")] * 3


def test_its_own_start_and_ping_are_measured(demo: tuple[Path, int, dict[str, dict[str, Any]]]) -> None:
    _, _, found = demo
    assert found["server"]["detail"].startswith("first answer after ")
    assert "ping" in found["server"]["detail"]


def test_nobody_is_named(demo: tuple[Path, int, dict[str, dict[str, Any]]]) -> None:
    folder, _, found = demo
    people = run(folder, arguments(folder), b'{"jsonrpc":"2.0","id":1,"method":"clienti.search","params":{"limit":1000}}\n')
    clients = orjson.loads(people.stdout)["result"]["clienti"]
    said = orjson.dumps(found).decode()
    assert len(clients) > 5
    assert [client["telefono"] for client in clients if client["telefono"] in said] == []
    assert [client["cognome"] for client in clients if client["cognome"] in said] == []


def test_a_business_without_hours_is_told(tmp_path: Path) -> None:
    assert run(tmp_path, ["init-db", *arguments(tmp_path)]).returncode == 0
    code, found = checks(tmp_path)
    assert code == 0
    assert found["opening hours"] == {
        "name": "opening hours",
        "state": "degraded",
        "detail": "none are entered: nothing can be booked",
        "mend": "enter them in the app",
        "needed": False,
    }


def test_a_file_that_is_no_database_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "shop.db").write_bytes(b"not a database" * 1000)
    code, found = checks(tmp_path)
    assert code == 1
    assert found["database"]["state"] == "error"


def test_the_table_shows_every_check_to_a_person(tmp_path: Path) -> None:
    shown = run(tmp_path, ["doctor", *arguments(tmp_path)])
    text = shown.stdout.decode()
    assert shown.returncode == 1
    assert [name for name in ("database", "voice", *trials.TRIALS) if name not in text] == []
    assert "Something that is needed does not work." in text


def _raises() -> str:
    raise RuntimeError("the text of a library may hold anything")


def _nothing(*_: object) -> list[doctor.Check]:
    return []


def _wrong() -> str:
    raise trials.Wrong("the answer is off")


@pytest.mark.parametrize(
    ("trial", "detail"), [(_raises, "does not work (RuntimeError); serves tests"), (_wrong, "the answer is off; serves tests")]
)
def test_a_library_that_fails_is_an_error_that_says_what_it_serves(
    trial: Callable[[], str], detail: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(trials, "TRIALS", {"thing": trials.Trial(trial, "tests")})
    monkeypatch.setattr(doctor, "_server", _nothing)
    monkeypatch.setattr(doctor, "_components", _nothing)
    config = Config.from_args({"db": str(tmp_path / "none.db")}, {})
    found = doctor.examine(config)
    assert found[-1] == doctor.Check("thing", "error", detail, doctor.AGAIN, needed=True)


def test_a_child_that_ends_its_process_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "dies"
    program.write_text("#!/bin/sh\nkill -SEGV $$\n", encoding="ascii")
    program.chmod(0o755)
    monkeypatch.setattr(doctor.client, "command", lambda: [str(program)])
    monkeypatch.setattr(trials, "TRIALS", {"thing": trials.Trial(_wrong, "tests", risky=True)})
    monkeypatch.setattr(doctor, "_server", _nothing)
    config = Config.from_args({"db": str(tmp_path / "none.db")}, {})
    states = {check.name: (check.state, check.detail) for check in doctor.examine(config)}
    assert states["thing"] == ("error", "ended its process (-11); serves tests")
    assert states["voice, FAQ, models"][0] == "error"


def test_the_options_of_models_may_stand_after_its_action() -> None:
    given = parser().parse_args(["models", "list", "--data-dir", "/x"])
    assert (given.action, given.data_dir) == ("list", "/x")
    given = parser().parse_args(["models", "pull", "NAME", "--voice", "v"])
    assert (given.action, given.name, given.voice) == ("pull", "NAME", "v")
    given = parser().parse_args(["--data-dir", "/y", "models", "add", "/usb"])
    assert (given.action, given.folder, given.data_dir) == ("add", "/usb", "/y")


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_every_shell_learns_the_commands(shell: str, tmp_path: Path) -> None:
    shown = run(tmp_path, ["completion", shell])
    assert shown.returncode == 0
    assert [word for word in (b"init-db", b"--data-dir", b"doctor") if word not in shown.stdout] == []


def test_a_shell_that_was_taught_completes_paths(tmp_path: Path) -> None:
    assert b"shtab_compgen_files" in run(tmp_path, ["completion", "bash"]).stdout


SAID = [
    ["--tts=off", "--db=a b/c=d.db"], ["--parent-pid", "7", "--faq", ""],
    [], ["serve"], ["--db", "x", "--tts", "off"], ["--db", "x", "serve", "--now", "2026-03-12T09:00"], ["--log-level=error", "serve"],
    ["--db", "demo"], ["--version"], ["doctor", "--json"], ["init-db", "--demo", "--db", "y"], ["--tts", "off", "models", "list"],
]  # fmt: skip


@pytest.mark.parametrize("given", SAID, ids=" ".join)
def test_the_short_way_to_serve_reads_what_the_whole_parser_reads(given: list[str]) -> None:
    whole = vars(parser().parse_args(given))
    short = cli._quickly(given)  # pyright: ignore[reportPrivateUsage]  # its only caller ends the process
    assert (short or whole) == whole
    assert (short is not None) == (whole["command"] in (None, "serve") and not whole["version"])


@pytest.mark.parametrize(
    "given",
    [
        ["--nonsense"],
        ["serve", "serve"],
        ["--parent-pid", "-5", "serve", "x"],
        ["--db", "a", "--", "x"],
        ["serve", "extra"],
        ["--tts", "loud"],
        ["--db"],
        ["nothing"],
    ],
    ids=" ".join,
)
def test_wrong_words_are_refused_by_the_whole_parser(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(given)
    assert ended.value.code == 2
    assert "COMMAND" in capsys.readouterr().err


@pytest.mark.parametrize(("given", "where"), [({}, ""), ({"db": "/a b/shop.db"}, f' --data-dir "{Path("/a b/sidecar").absolute()}"')])
def test_the_command_that_mends_a_voice_puts_it_where_it_is_looked_for(given: dict[str, str], where: str) -> None:
    config = Config.from_args(given, {})
    found = doctor._component("tts", {"state": "ok", "detail": "`models pull x` installs"}, config)  # pyright: ignore[reportPrivateUsage]  # the table needs a voice
    assert found.mend == f"models pull it_IT-paola-medium{where}"


def test_an_empty_file_is_mended_as_a_missing_one_and_a_folder_is_none(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    found = [doctor._database(Config.from_args({"db": str(place)}, {}))[0] for place in (tmp_path / "empty.db", tmp_path)]  # pyright: ignore[reportPrivateUsage]  # one row of the table
    assert [(check.detail.rpartition(" is ")[2], check.mend) for check in found] == [
        ("empty", f'init-db --db "{tmp_path / "empty.db"}"'),
        ("a folder", "--db with the path of a file"),
    ]
    assert (tmp_path / "empty.db").stat().st_size == 0
