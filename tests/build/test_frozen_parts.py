"""What the frozen program is made of: what is left out, whose licences are told, where the parts lie in a Tauri project."""

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BUILD = Path(__file__).resolve().parents[2] / "build"


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Loads a script of build/ by its name; they import each other as they do when they are run."""
    monkeypatch.setattr(sys, "path", [str(BUILD), *sys.path])

    def load(name: str) -> ModuleType:
        spec = importlib.util.spec_from_file_location(name, BUILD / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        monkeypatch.setitem(sys.modules, name, module)
        spec.loader.exec_module(module)
        return module

    return load


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        ("numpy/_core/_multiarray_umath.cpython-311-x86_64-linux-gnu.so", True),
        ("numpy/random/mtrand.cpython-311-x86_64-linux-gnu.so", False),
        ("numpy\\random\\mtrand.cp311-win_amd64.pyd", False),
        ("rapidfuzz/distance/metrics_cpp.cpython-311-x86_64-linux-gnu.so", True),
        ("rapidfuzz/distance/metrics_cpp_avx2.cpython-311-x86_64-linux-gnu.so", False),
        ("libmvec.so.1", False),
        ("piper_tts-1.8.0.dist-info/METADATA", True),
        ("piper_tts-1.8.0.dist-info/RECORD", False),
    ],
)
def test_only_files_that_are_used_go_into_the_folder(build: Any, name: str, stays: bool) -> None:
    assert build("trimming").wanted(name) is stays


def test_of_all_countries_only_italy_is_kept_and_the_package_imports_none(build: Any) -> None:
    names = (
        "holidays", "holidays.countries", "holidays.countries.italy", "holidays.countries.france", "numpy.random", "numpy",
        "phonenumbers.shortdata.region_IT",
    )  # fmt: skip
    kept = build("trimming").kept([(name, f"{name}.py", "PYMODULE") for name in names], "stand_in.py")
    assert [(name, path) for name, path, _ in kept] == [
        ("holidays", "holidays.py"),
        ("holidays.countries", "stand_in.py"),
        ("holidays.countries.italy", "holidays.countries.italy.py"),
        ("numpy", "numpy.py"),
    ]


def test_only_our_own_modules_keep_their_docstrings_which_stand_in_the_protocol(build: Any) -> None:
    given = [
        ("rpc.methods.voice", "a.py", "PYMODULE-1"),
        ("pydantic.main", "b.py", "PYMODULE-1"),
        ("pydantic_core._pydantic_core", "c.so", "EXTENSION"),
    ]
    assert [kind for _, _, kind in build("trimming").kept(given, "stand_in.py")] == ["PYMODULE-1", "PYMODULE-2", "EXTENSION"]


def test_every_package_of_the_lock_is_named_with_its_licence(build: Any) -> None:
    lock = (BUILD.parent / "requirements.lock").read_text(encoding="utf-8")
    pinned = {line.partition("==")[0] for line in lock.splitlines() if "==" in line and not line.startswith((" ", "#"))}
    licences = build("licences")
    site = Path(importlib.util.find_spec("numpy").origin or "").parents[1]  # pyright: ignore[reportOptionalMemberAccess]  # it is installed
    text = licences.text(site)
    elsewhere = {line.split("==")[0] for line in lock.splitlines() if "sys_platform" in line or "platform_system" in line}
    missing = [name for name in sorted(pinned - licences.LEFT_OUT - elsewhere) if f"https://pypi.org/project/{name}/" not in text]
    assert missing == []
    assert "--- ThirdPartyNotices.txt" in text
    assert "GNU GENERAL PUBLIC LICENSE" in text


def test_pictures_have_a_stand_in_that_holds_what_is_mentioned(build: Any) -> None:
    spec = importlib.util.spec_from_file_location("stand_in", BUILD / "stubs" / "PIL" / "Image.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    import fastembed
    from PIL import Image

    known = {one.name: one.value for one in Image.Resampling}
    assert {one.name: known.get(one.name) for one in module.Resampling} == {one.name: one.value for one in module.Resampling}
    mentioned = [path.read_text(encoding="utf-8") for path in Path(fastembed.__file__).parent.rglob("*.py")]
    used = {name for text in mentioned for name in re.findall(r"Resampling\.([A-Z0-9]+)", text)}
    assert used <= {one.name for one in module.Resampling}


def _folder(place: Path, suffix: str = "") -> Path:
    folder = place / "fluxion-sidecar"
    (folder / "fluxion-sidecar-files" / "piper").mkdir(parents=True)
    for name in (f"fluxion-sidecar{suffix}", "THIRD_PARTY_LICENSES", "LICENSE", "fluxion-sidecar-files/base_library.zip"):
        (folder / name).write_text(name, encoding="ascii")
    return folder


@pytest.mark.parametrize(("platform", "suffix"), [("linux", ""), ("win32", ".exe")])
def test_beside_the_app_lie_the_executable_with_its_triple_and_its_files(build: Any, tmp_path: Path, platform: str, suffix: str) -> None:
    tauri, freeze = build("tauri"), build("freeze")
    tauri.place(_folder(tmp_path, suffix), tmp_path / "app", platform)
    binaries = tmp_path / "app" / "binaries"
    placed = {path.relative_to(binaries).as_posix() for path in binaries.rglob("*") if path.is_file()}
    assert placed == {f"fluxion-sidecar-{freeze.triple()}{suffix}", "fluxion-sidecar-files/base_library.zip", "THIRD_PARTY_LICENSES"}


def test_on_macos_the_whole_folder_goes_into_the_resources(build: Any, tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    (folder / "fluxion-sidecar-aarch64-apple-darwin").symlink_to("fluxion-sidecar")
    build("tauri").place(folder, tmp_path / "app", "darwin")
    whole = tmp_path / "app" / "binaries" / "fluxion-sidecar"
    placed = {path.relative_to(whole).as_posix() for path in whole.rglob("*") if path.is_file()}
    assert placed == {"fluxion-sidecar", "fluxion-sidecar-files/base_library.zip", "THIRD_PARTY_LICENSES", "LICENSE"}


def test_placing_again_leaves_nothing_of_the_last_time(build: Any, tmp_path: Path) -> None:
    tauri = build("tauri")
    folder = _folder(tmp_path)
    tauri.place(folder, tmp_path / "app", "linux")
    (folder / "fluxion-sidecar-files" / "base_library.zip").rename(folder / "fluxion-sidecar-files" / "other.zip")
    tauri.place(folder, tmp_path / "app", "linux")
    files = tmp_path / "app" / "binaries" / "fluxion-sidecar-files"
    assert sorted(path.name for path in files.iterdir()) == ["other.zip", "piper"]


def test_the_mark_of_a_folder_changes_with_a_name_and_with_a_byte(build: Any, tmp_path: Path) -> None:
    freeze = build("freeze")
    folder = _folder(tmp_path)
    first = freeze.digest(folder)
    (folder / "LICENSE").write_text("other", encoding="ascii")
    second = freeze.digest(folder)
    (folder / "LICENSE").rename(folder / "COPYING")
    assert len({first, second, freeze.digest(folder)}) == 3
