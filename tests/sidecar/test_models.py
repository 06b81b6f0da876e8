"""Models come whole or not at all, from a hub that misbehaves in every way we know and from a folder."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from sidecar import models
from sidecar.config import Config
from sidecar.engines import downloads
from sidecar.engines.voice_files import find_voice, voice_problem
from tests.sidecar.engines import tiny_embed
from tests.sidecar.engines.hub import Hub, serving
from tests.sidecar.engines.sounds import make_config
from tests.sidecar.engines.tiny_voice import build

NAME = "it_IT-paola-medium"
MODEL, CONFIG = f"{NAME}.onnx", f"{NAME}.onnx.json"


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    model = build(tmp_path / "hub")
    for variable in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(downloads, "_PAUSE_S", 0.0)
    monkeypatch.setattr(downloads.fetch, "__kwdefaults__", {"pause_s": 0.0})
    files = {MODEL: model.read_bytes(), CONFIG: (tmp_path / "hub" / CONFIG).read_bytes()}
    with serving(files) as running:
        yield running


@pytest.fixture
def config(tmp_path: Path, hub: Hub) -> Config:
    return make_config(tmp_path / "data", models_url=hub.url)


def run(config: Config, action: str, **words: object) -> int:
    return models.run(config, argparse.Namespace(action=action, **words))


def pull(config: Config, name: str = NAME) -> int:
    return run(config, "pull", name=name)


def left(config: Config) -> list[str]:
    """Whatever lies in the models folder, as a person would see it."""
    return sorted(str(path.relative_to(config.models_dir)) for path in config.models_dir.rglob("*") if path.is_file())


def test_a_pulled_voice_is_whole_and_ready(config: Config, hub: Hub) -> None:
    assert pull(config) == 0
    files = find_voice(config.models_dir, NAME)
    assert files is not None
    assert (voice_problem(files), files.model.read_bytes()) == (None, hub.files[MODEL])
    assert left(config) == [f"{NAME}/{MODEL}", f"{NAME}/{CONFIG}"]
    assert hub.asked[0][0] == f"/rhasspy/piper-voices/resolve/main/it/it_IT/paola/medium/{CONFIG}"


@pytest.mark.parametrize(
    "faults", [["break"], ["", "break"], ["", "break", "break", "busy"], ["busy", "corrupt"], ["", "long"], ["", "corrupt"]]
)
def test_a_passing_fault_is_overcome(config: Config, hub: Hub, faults: list[str]) -> None:
    hub.faults = list(faults)
    assert pull(config) == 0
    assert (config.models_dir / NAME / MODEL).read_bytes() == hub.files[MODEL]


def test_a_download_goes_on_where_it_broke_off(config: Config, hub: Hub) -> None:
    hub.faults = ["", "break"]
    assert pull(config) == 0
    assert hub.asked[-1] == (hub.asked[-2][0], f"bytes={len(hub.files[MODEL]) // 2}-")


def test_a_server_that_ignores_ranges_is_read_from_the_beginning(config: Config, hub: Hub) -> None:
    hub.faults, hub.ranges = ["", "break"], False
    assert pull(config) == 0
    assert (config.models_dir / NAME / MODEL).read_bytes() == hub.files[MODEL]


@pytest.mark.parametrize("fault", ["corrupt", "long", "short", "busy"])
def test_a_lasting_fault_installs_nothing(config: Config, hub: Hub, fault: str, capsys: pytest.CaptureFixture[str]) -> None:
    hub.faults = ["", *[fault] * 20]
    assert pull(config) == 1
    assert find_voice(config.models_dir, NAME) is None
    assert not (config.models_dir / NAME).exists()
    assert "was not installed" in capsys.readouterr().err


@pytest.mark.parametrize("fault", ["corrupt", "short"])
def test_without_any_checksum_a_file_that_is_no_model_is_still_refused(config: Config, hub: Hub, fault: str) -> None:
    hub.faults, hub.tags = ["", *[fault] * 20], False
    assert pull(config) == 1
    assert not (config.models_dir / NAME).exists()


def test_a_checksum_file_beside_the_model_is_believed(config: Config, hub: Hub) -> None:
    hub.tags, hub.sidecars = False, True
    hub.faults = ["corrupt"]
    assert pull(config) == 0
    assert json.loads((config.models_dir / NAME / CONFIG).read_text())["num_speakers"] == 1


def test_an_interrupted_pull_is_taken_up_by_the_next_one(config: Config, hub: Hub) -> None:
    hub.faults = ["", "break", *["busy"] * 10]
    assert pull(config) == 1
    hub.faults, hub.asked = [], []
    assert pull(config) == 0
    assert [wanted for _, wanted in hub.asked] == [f"bytes={len(hub.files[MODEL]) // 2}-"]


def test_a_failed_pull_leaves_the_installed_voice_alone(config: Config, hub: Hub) -> None:
    assert pull(config) == 0
    hub.faults = ["corrupt"] * 20
    assert pull(config) == 1
    files = find_voice(config.models_dir, NAME)
    assert files is not None
    assert voice_problem(files) is None


def test_a_broken_voice_is_mended_by_pulling_it(config: Config) -> None:
    build(config.models_dir).write_bytes(b"broken")
    assert pull(config) == 0
    files = find_voice(config.models_dir, NAME)
    assert files is not None
    assert voice_problem(files) is None


def test_an_embedding_model_comes_with_its_tokenizer(config: Config, hub: Hub) -> None:
    for name in ("config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json"):
        hub.files[name] = b"{}"
    hub.files["model.onnx"] = hub.files[MODEL]
    assert pull(config, "all-MiniLM-L6-v2") == 0
    assert len(list((config.models_dir / "all-MiniLM-L6-v2").iterdir())) == 5


def test_without_a_network_the_person_is_told_what_to_do(tmp_path: Path, hub: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    offline = make_config(tmp_path / "offline", models_url="http://127.0.0.1:9")
    assert pull(offline) == 1
    said = capsys.readouterr().err
    assert "no connection to 127.0.0.1" in said
    assert "models add DIR" in said
    assert left(offline) == []


@pytest.mark.parametrize(
    ("variable", "address", "said"),
    [("", "ftp://hub.invalid", "no http or https address"), ("HTTP_PROXY", "http://hub.invalid", "is a proxy needed")],
)
def test_a_wrong_address_and_a_dead_proxy_are_told_apart(
    tmp_path: Path, hub: Hub, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], variable: str, address: str, said: str
) -> None:
    monkeypatch.setenv(variable or "UNUSED", "http://127.0.0.1:9")
    assert pull(make_config(tmp_path / "far", models_url=address)) == 1
    assert said in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("name", ["pippo", "it_IT-paola", "../../etc/passwd", "", "it_IT-paola-huge"])
def test_a_name_that_means_nothing_is_a_wrong_argument(config: Config, hub: Hub, name: str) -> None:
    assert pull(config, name) == 2
    assert hub.asked == []


def test_a_voice_the_hub_does_not_have_is_said_to_be_missing(config: Config, capsys: pytest.CaptureFixture[str]) -> None:
    assert pull(config, "it_IT-nessuno-low") == 1
    assert "404" in capsys.readouterr().err


def test_a_voice_is_installed_from_a_folder(config: Config, tmp_path: Path) -> None:
    build(tmp_path / "usb", "it_IT-riccardo-low")
    assert run(config, "add", folder=str(tmp_path / "usb")) == 0
    assert left(config) == ["it_IT-riccardo-low/it_IT-riccardo-low.onnx", "it_IT-riccardo-low/it_IT-riccardo-low.onnx.json"]


@pytest.mark.parametrize("damage", ["model", "config", "no model"])
def test_a_folder_with_a_broken_voice_is_refused(config: Config, tmp_path: Path, damage: str) -> None:
    model = build(tmp_path / "usb")
    damaged = {
        "model": lambda: model.write_bytes(b"\x08" + b"\xff" * 4000),
        "config": lambda: (tmp_path / "usb" / CONFIG).write_text("{}"),
        "no model": lambda: model.unlink() or 0,
    }
    damaged[damage]()
    assert run(config, "add", folder=str(tmp_path / "usb")) == 1
    assert left(config) == []


def test_an_empty_folder_and_none_at_all_are_told_apart(config: Config, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run(config, "add", folder=str(tmp_path / "empty")) == 1
    assert run(config, "add", folder=str(tmp_path / "nothing")) == 2


def test_the_list_shows_what_is_there_and_the_command_for_the_rest(config: Config, capsys: pytest.CaptureFixture[str]) -> None:
    build(config.models_dir)
    assert run(config, "list") == 0
    said = capsys.readouterr().out
    assert "installed" in said
    assert "models pull multilingual-e5-small" in said


def test_an_embedding_model_of_another_name_is_listed_with_the_option_that_uses_it(
    config: Config, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny_embed.build(tmp_path / "mine")
    assert run(config, "add", folder=str(tmp_path / "mine")) == 0
    assert "mine is installed (embedding); used with --embedding-model mine." in capsys.readouterr().out
    (config.models_dir / "half").mkdir()
    (config.models_dir / "half" / "tokenizer.json").write_text("{}")
    assert run(config, "list") == 0
    said = capsys.readouterr().out
    assert "installed; used with --embedding-model mine" in said
    assert "incomplete: no model.onnx, tokenizer_config.json" in said
