"""What is taken out of or off the frozen program: debug symbols, doubles for other processors, and tables nobody asks for.

Called by the spec file. numpy and everything in a `.libs` folder is never stripped: it was patched when its wheel was made.
"""

import shutil
import subprocess
import sys
from pathlib import Path

Entry = tuple[str, str, str]
Module = tuple[str, str, str]

STRIPPED = Path(__file__).resolve().parent.parent / ".freeze" / "work" / "stripped"
"""Where the smaller libraries lie until they are collected."""
UNTOUCHED = ("numpy", ".libs", "libcrypto", "libssl")
DROPPED = (
    "libmvec.so",  # belongs to the C library, which is never brought along: a mixture of two versions does not load
    "_avx2.cpython", "_avx2.cp3",  # rapidfuzz once more for newer processors; it falls back to the plain one by itself
    "numpy/random/", "numpy/fft/",  # loaded by numpy when they are first used; nothing here draws numbers or transforms
    "_multiarray_tests", "_umath_tests", "_rational_tests", "_struct_ufunc_tests", "_operand_flag_tests", "_simd.cpython",
    "dateutil/zoneinfo/", "/RECORD", "/INSTALLER", "/REQUESTED", "/WHEEL",
)  # fmt: skip
UNUSED_TREES = ("holidays.financial", "pydantic.v1", "numpy.random", "numpy.fft")
"""Pure modules that nothing imports in this program."""
COUNTRIES = "holidays.countries"
SHORT_NUMBERS = "phonenumbers.shortdata.region_"
"""Emergency and service numbers of 240 countries: each module costs a place in the archive's index, which is held in memory."""
DOCUMENTED = ("sidecar", "rpc")


def trimmed(binaries: list[Entry], datas: list[Entry]) -> tuple[list[Entry], list[Entry]]:
    """The two lists of PyInstaller (name, source, kind) with fewer and smaller files in them."""
    return [stripped(entry) for entry in binaries if wanted(entry[0])], [entry for entry in datas if wanted(entry[0])]


def kept(modules: list[Module], stand_in: str) -> list[Module]:
    """The modules that go into the archive; the package of all countries becomes `stand_in`, which imports none."""
    return [undocumented((name, stand_in if name == COUNTRIES else path, kind)) for name, path, kind in modules if imported(name)]


def wanted(name: str) -> bool:
    """Whether a file is used by this program."""
    path = name.replace("\\", "/")
    return not any(part in path for part in DROPPED)


def imported(name: str) -> bool:
    """Whether a module can be imported by anything this program does."""
    if name.startswith(COUNTRIES):
        return name in (COUNTRIES, f"{COUNTRIES}.italy")
    return not (name.startswith(SHORT_NUMBERS) or any(name == tree or name.startswith(tree + ".") for tree in UNUSED_TREES))


def undocumented(module: Module) -> Module:
    """The entry of a module that goes in without its docstrings, most of a megabyte in memory; those of the protocol stand in documents."""
    name, path, kind = module
    stays = name.partition(".")[0] in DOCUMENTED or not kind.startswith("PYMODULE")
    return module if stays else (name, path, "PYMODULE-2")


def stripped(entry: Entry) -> Entry:
    """The same library without its symbols, on Linux and where that is safe."""
    name, source, kind = entry
    strip = shutil.which("strip")
    if not sys.platform.startswith("linux") or strip is None or any(part in name or part in source for part in UNTOUCHED):
        return entry
    small = STRIPPED / name
    small.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, small)
    done = subprocess.run([strip, "--strip-unneeded", str(small)], capture_output=True, check=False)
    return (name, str(small), kind) if done.returncode == 0 else entry
