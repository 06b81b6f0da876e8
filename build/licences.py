"""The licences of everything in the frozen folder, in one text file beside it.

Called by `build/freeze.py` with the environment the folder was frozen from. It knows no package by name but those whose libraries come
from elsewhere than the package index.
"""

import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

TOOLS = frozenset({"pyinstaller", "pyinstaller-hooks-contrib", "altgraph", "setuptools", "pip", "macholib", "pefile"})
"""In the environment, not in the folder; PyInstaller's own loader is, under an exception to the GPL that asks for nothing."""
LEFT_OUT = frozenset({"pillow", "pygments", "markdown-it-py", "mdurl", "hf-xet"})
"""In the lock as somebody's dependency, and left out by the spec file."""
NAMES = ("licen", "copying", "notice", "authors", "thirdparty")
FOREWORD = """FLUXION sidecar is free software under the GNU General Public License, version 3 or later (file LICENSE), which it shares
with piper-tts and espeak-ng. It contains the works below, each under its own licence.

Python {version}: Python Software Foundation Licence, version 2; https://docs.python.org/3/license.html
OpenSSL 3: Apache Licence 2.0; zlib, liblzma, libbz2, libffi, expat: their permissive licences
libstdc++, libgcc, libgomp, libgfortran, libquadmath: GPL-3.0 with the GCC Runtime Library Exception
espeak-ng with its data (inside piper-tts): GPL-3.0-or-later; https://github.com/espeak-ng/espeak-ng
The loader of PyInstaller: GPL-2.0-or-later with an exception for what it loads; https://pyinstaller.org
"""


def text(site: Path) -> str:
    """The whole file, the same for the same environment."""
    parts = [FOREWORD.format(version=".".join(map(str, sys.version_info[:3])))]
    for name, dist in sorted(packages(site).items()):
        title = f"{dist.name} {dist.version}"
        said = field(dist, "License-Expression") or licence_line(dist) or "see its licence text"
        parts.append(f"\n{'=' * 100}\n{title}\n{said}\nhttps://pypi.org/project/{name}/\n{'=' * 100}\n")
        parts += [f"\n--- {path.name}\n\n{words.rstrip()}\n" for path, words in texts(dist)]
    return "".join(parts)


def packages(site: Path) -> dict[str, metadata.Distribution]:
    """What is installed there and goes into the folder, by its name on the package index."""
    found = {dist.name.lower().replace("_", "-"): dist for dist in metadata.distributions(path=[str(site)])}
    return {name: dist for name, dist in found.items() if name not in TOOLS | LEFT_OUT}


def field(dist: metadata.Distribution, name: str) -> str:
    """The first value of a field of the metadata, empty where there is none."""
    return next(iter(dist.metadata.get_all(name) or ()), "")


def licence_line(dist: metadata.Distribution) -> str:
    """The licence in a line, from the classifiers or the old field."""
    classifiers = [line.rsplit(" :: ", 1)[-1] for line in dist.metadata.get_all("Classifier") or () if line.startswith("License ::")]
    old = field(dist, "License").strip()
    return ", ".join(classifiers) or (old if 0 < len(old) < 100 else "")


def texts(dist: metadata.Distribution) -> Iterator[tuple[Path, str]]:
    """Every licence text a package brings."""
    for file in sorted(dist.files or (), key=str):
        inside = ".dist-info" in str(file.parent) or (len(file.parts) == 2 and ".." not in file.parts)
        if inside and (any(name in file.name.lower() for name in NAMES) or "licenses" in file.parts):
            path = Path(str(dist.locate_file(file)))
            if path.is_file() and path.suffix not in (".json", ".py"):
                yield path, path.read_text(encoding="utf-8", errors="replace")


def without_text(site: Path) -> tuple[str, ...]:
    """The packages that bring no licence text at all: their line in the file is all there is."""
    return tuple(name for name, dist in sorted(packages(site).items()) if not any(True for _ in texts(dist)))
