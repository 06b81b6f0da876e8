"""Lays the frozen folder into a Tauri project in the shape that docs/tauri.md configures.

Run after `make freeze`: `python build/tauri.py path/to/src-tauri`
"""

import shutil
import sys
from pathlib import Path

import freeze


def place(frozen: Path, project: Path, platform: str = sys.platform) -> list[Path]:
    """Replaces what lies in `binaries/` of the project; what was placed. macOS gets the whole folder, the others two halves of it."""
    binaries = project / "binaries"
    binaries.mkdir(parents=True, exist_ok=True)
    suffix = ".exe" if platform == "win32" else ""
    if platform == "darwin":
        whole = binaries / "fluxion-sidecar"
        shutil.rmtree(whole, ignore_errors=True)
        shutil.copytree(frozen, whole, symlinks=True, ignore=shutil.ignore_patterns("fluxion-sidecar-*-*"))
        return [whole]
    program = binaries / f"fluxion-sidecar-{freeze.triple()}{suffix}"
    files = binaries / "fluxion-sidecar-files"
    licences = binaries / "THIRD_PARTY_LICENSES"
    shutil.copy2(frozen / f"fluxion-sidecar{suffix}", program)
    shutil.rmtree(files, ignore_errors=True)
    shutil.copytree(frozen / "fluxion-sidecar-files", files, symlinks=True)
    shutil.copy2(frozen / "THIRD_PARTY_LICENSES", licences)
    return [program, files, licences]


def main() -> int:
    """Places the folder of the last freeze; 2 without the project's path."""
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "tauri.conf.json").is_file():
        print("usage: python build/tauri.py path/to/src-tauri", file=sys.stderr)
        return 2
    for path in place(freeze.DIST / "fluxion-sidecar", Path(sys.argv[1])):
        print(path)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
