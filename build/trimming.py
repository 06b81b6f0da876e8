"""What is taken out of or off the frozen program's libraries: debug symbols of the heavy ones, and country tables nobody asks for.

Called by the spec file. numpy and everything in a `.libs` folder is never stripped: it was patched when its wheel was made.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

Entry = tuple[str, str, str]

UNTOUCHED = ("numpy", ".libs", "libcrypto", "libssl")


def trimmed(binaries: list[Entry], datas: list[Entry]) -> tuple[list[Entry], list[Entry]]:
    """The two lists of PyInstaller (name, source, kind) with smaller files in their place."""
    return [stripped(entry) for entry in binaries], [entry for entry in datas if wanted(entry[0])]


def wanted(name: str) -> bool:
    """Whether a data file is used by this program."""
    path = name.replace("\\", "/")
    foreign = path.startswith("holidays/locale/") and "/it" not in path
    return not foreign


def stripped(entry: Entry) -> Entry:
    """The same library without its symbols, on Linux and where that is safe."""
    name, source, kind = entry
    strip = shutil.which("strip")
    if not sys.platform.startswith("linux") or strip is None or any(part in name or part in source for part in UNTOUCHED):
        return entry
    small = Path(tempfile.mkdtemp(prefix="fluxion-strip-")) / Path(source).name
    shutil.copy(source, small)
    done = subprocess.run([strip, "--strip-unneeded", str(small)], capture_output=True, check=False)
    return (name, str(small), kind) if done.returncode == 0 else entry
