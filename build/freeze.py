"""Freezes the program into dist/: from the runtime lock only, in an environment of its own, the same bytes from the same commit.

Run by `make freeze`. Example: `python build/freeze.py`
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import licences

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / ".freeze"
DIST = ROOT / "dist"
LIMIT = 150 * 2**20
"""Bytes the folder may weigh."""
SECONDS = "1767225600"
"""The first of January 2026: one moment for every build, so that two builds of a commit are alike."""


def main() -> int:
    """Builds dist/fluxion-sidecar and says its size; 1 where a step fails."""
    python = environment()
    stamp()
    # What an earlier build left would be taken up again in part, and two builds would not be alike.
    shutil.rmtree(WORK / "work", ignore_errors=True)
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--workpath", str(WORK / "work"),
               "--distpath", str(DIST), str(ROOT / "fluxion-sidecar.spec")]  # fmt: skip
    # Without the columns of every instruction the modules weigh less in memory; a traceback still names its line.
    fixed = {"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": SECONDS, "PYTHONNODEBUGRANGES": "1"}
    settings = {**os.environ, **fixed}  # noqa: TID251 - a build script
    if subprocess.run(command, cwd=ROOT, env=settings, check=False).returncode != 0:
        return 1
    folder = DIST / "fluxion-sidecar"
    named = with_triple(folder)
    (folder / "THIRD_PARTY_LICENSES").write_text(licences.text(site_packages()), encoding="utf-8")
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE")
    size = apparent_size(folder)
    print(f"{folder}: {size / 2**20:.1f} MiB (at most {LIMIT / 2**20:.0f}); for Tauri: {named.name}; tree {digest(folder)}")
    if size > LIMIT:
        print("the folder is too big", file=sys.stderr)
    return int(size > LIMIT)


def apparent_size(folder: Path) -> int:
    """Bytes as `du --apparent-size` counts them: files, folders and links."""
    return folder.stat().st_size + sum(path.lstat().st_size for path in folder.rglob("*"))


def digest(folder: Path) -> str:
    """A mark of every name and byte in the folder: two builds of a commit show the same one."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            whole.update(f"{path.relative_to(folder).as_posix()}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]


def site_packages() -> Path:
    """Where the packages of the environment lie."""
    lib = WORK / "venv" / ("Lib" if sys.platform == "win32" else f"lib/python{sys.version_info.major}.{sys.version_info.minor}")
    return lib / "site-packages"


def environment() -> Path:
    """The Python of an environment that holds the runtime lock and PyInstaller, nothing else; made anew when the lock changes."""
    lock = ROOT / "requirements-freeze.lock"
    folder, mark = WORK / "venv", WORK / "venv.lock"
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not mark.exists() or mark.read_bytes() != lock.read_bytes():
        shutil.rmtree(folder, ignore_errors=True)
        venv.create(folder, with_pip=False, symlinks=sys.platform != "win32")
        uv = [sys.executable, "-m", "uv", "pip", "sync", "--quiet", "--require-hashes", "--python", str(python), str(lock)]
        subprocess.run(uv, check=True)
        mark.write_bytes(lock.read_bytes())
    return python


def stamp() -> None:
    """The commit this is built from, for --version; marked where the checkout differs from it."""
    found = subprocess.run(
        ["git", "describe", "--always", "--exclude=*", "--abbrev=12", "--dirty=+"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    (WORK / "commit.txt").write_text(found.stdout.strip() or "unknown", encoding="ascii")


def triple() -> str:
    """The target triple by which Tauri looks for a sidecar."""
    machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(os.uname().machine.lower() if hasattr(os, "uname") else "amd64")
    machine = machine or os.uname().machine
    system = {"win32": "pc-windows-msvc", "darwin": "apple-darwin"}.get(sys.platform, "unknown-linux-gnu")
    return f"{machine}-{system}"


def with_triple(folder: Path) -> Path:
    """The executable beside itself under the name Tauri's externalBin asks for; a link, for the file weighs 15 MB."""
    suffix = ".exe" if sys.platform == "win32" else ""
    named = folder / f"fluxion-sidecar-{triple()}{suffix}"
    named.unlink(missing_ok=True)
    if sys.platform == "win32":
        os.link(folder / f"fluxion-sidecar{suffix}", named)
    else:
        named.symlink_to(f"fluxion-sidecar{suffix}")
    return named


if __name__ == "__main__":
    raise SystemExit(main())
