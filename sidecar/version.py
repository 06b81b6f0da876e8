"""Which program this is: version, commit, and the engines it was built with.

Asked by `initialize`, `health.check`, `--version` and the documents. Calls nothing of ours; loads no engine.
"""

from functools import cache
from pathlib import Path

NAME = "fluxion-sidecar"
VERSION = "1.0.0"
_ENGINES = ("apsw", "pydantic", "orjson", "piper-tts", "onnxruntime", "fastembed", "usearch", "groq", "holidays")


@cache
def commit() -> str:
    """The commit this was built from: the stamp of a frozen program, else the checkout's, else `unknown`."""
    here = Path(__file__).parent
    try:
        return (here / "commit.txt").read_text(encoding="ascii").strip()
    except OSError:
        return _checkout(here.parent / ".git") or "unknown"


def _checkout(git: Path) -> str | None:
    try:
        if git.is_file():
            # A worktree, or a submodule of the app's own repository: the file names the folder.
            git = git.parent / git.read_text(encoding="utf-8").removeprefix("gitdir:").strip()
        head = (git / "HEAD").read_text(encoding="ascii").strip()
        if not head.startswith("ref: "):
            return head[:12]
        name = head.removeprefix("ref: ")
        shared = git / "commondir"
        git = git / shared.read_text(encoding="utf-8").strip() if shared.exists() else git
        loose = git / name
        if loose.exists():
            return loose.read_text(encoding="ascii").strip()[:12]
        packed = (git / "packed-refs").read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    return next((line.split()[0][:12] for line in packed if line.endswith(" " + name)), None)


def describe() -> str:
    """What `--version` prints: program, commit, Python, engines."""
    import platform
    from importlib import metadata

    lines = [f"{NAME} {VERSION} ({commit()}), Python {platform.python_version()} on {platform.system()} {platform.machine()}"]
    for engine in _ENGINES:
        try:
            lines.append(f"  {engine} {metadata.version(engine)}")
        except metadata.PackageNotFoundError:
            lines.append(f"  {engine} not installed")
    return "\n".join(lines)
