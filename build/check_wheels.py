"""Every package of the runtime lock has a wheel for each platform that is served; says which has none and exits 1.

Run by `make wheels`. Asks the package index through uv without installing anything.
Example: `python build/check_wheels.py`
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLATFORMS = {
    "Windows x64": "x86_64-pc-windows-msvc",
    "Linux x64": "x86_64-manylinux_2_28",
    "Linux ARM": "aarch64-manylinux_2_28",
    "Apple silicon (macOS 14 or later)": "aarch64-apple-darwin",
}


def missing(platform: str) -> str:
    """What uv says is missing on a platform; empty when every package has a wheel."""
    found = subprocess.run(
        [
            sys.executable, "-m", "uv", "pip", "install", "--dry-run", "--quiet", "--only-binary", ":all:", "--reinstall",
            "--python-platform", platform, "--python-version", "3.11", "--require-hashes", "--target", str(ROOT / ".venv" / "none"),
            "-r", str(ROOT / "requirements.lock"),
        ],
        capture_output=True, text=True, check=False,
        env={**os.environ, "MACOSX_DEPLOYMENT_TARGET": "14.0"},  # noqa: TID251 - a build script: uv takes the macOS version from here
    )  # fmt: skip
    return "" if found.returncode == 0 else found.stderr.strip()


def main() -> int:
    """Prints one line a platform; 1 if any misses a wheel."""
    worst = 0
    for name, platform in PLATFORMS.items():
        trouble = missing(platform)
        print(f"{name}: {trouble or 'every package has a wheel'}")
        worst = worst or int(bool(trouble))
    return worst


if __name__ == "__main__":
    raise SystemExit(main())
