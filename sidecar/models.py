"""`models list`, `models pull NAME`, `models add DIR`: the voices and embedding models on this machine.

Called by `sidecar.cli`; calls `engines.downloads*`. Works for a person at a terminal: progress on stderr, results on stdout, one
clear sentence when something is wrong. Nothing is ever half-installed.
"""

import argparse
import shutil
from pathlib import Path

import httpx
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn
from rich.table import Table

from sidecar.config import Config
from sidecar.engines.downloads import TIMEOUT, DownloadFailed, fetch
from sidecar.engines.downloads_catalog import DEFAULT_VOICE, EMBEDDINGS, Model, model
from sidecar.engines.downloads_install import Found, Unfit, copy_in, install, judge, search, staging
from sidecar.engines.embeddings import DEFAULTS, missing_files
from sidecar.engines.voice_files import installed_voices, voice_problem

_WRONG_ARGUMENTS = 2


def run(config: Config, args: argparse.Namespace) -> int:
    """Carries the command out. Returns the exit code: 0, 1 when it could not be done, 2 for a name that means nothing."""
    console = Console(stderr=True)
    if args.action == "pull":
        return _pull(config, str(args.name), console)
    if args.action == "add":
        return _add(config, Path(args.folder), console)
    return _list(config)


def _size(folder: Path) -> str:
    total = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return f"{total / 1_000_000:.1f} MB"


def _list(config: Config) -> int:
    table = Table("name", "kind", "state", "size", title=None)
    there: set[str] = set()
    for files in installed_voices(config.models_dir):
        problem = voice_problem(files)
        size = f"{files.model.stat().st_size / 1_000_000:.1f} MB"
        table.add_row(files.name, "voice", f"broken: {problem}; models pull {files.name}" if problem else "installed", size)
        there.add(files.name)
    for folder in sorted(file.parent for file in config.models_dir.glob("*/tokenizer.json")):
        lacking = missing_files(folder)
        state = f"incomplete: no {', '.join(lacking)}" if lacking else f"installed{_use(folder.name, 'embedding')}"
        table.add_row(folder.name, "embedding", state, _size(folder))
        there.add(folder.name)
    for name in (config.voice, *EMBEDDINGS):
        if name not in there:
            table.add_row(name, "embedding" if name in EMBEDDINGS else "voice", f"models pull {name}", "")
    Console(width=max(Console().width, 120)).print(table)
    return 0


def _use(name: str, kind: str) -> str:
    """What has to be said for an embedding model to be taken; nothing of one that is taken by itself."""
    return f"; used with --embedding-model {name}" if kind == "embedding" and name not in DEFAULTS else ""


def _pull(config: Config, name: str, console: Console) -> int:
    wanted = model(name, config.models_url)
    if wanted is None:
        console.print(f"No model is called {name!r}. Voices are named like {DEFAULT_VOICE}; embedding models: {', '.join(EMBEDDINGS)}.")
        return _WRONG_ARGUMENTS
    try:
        target = _download(config.models_dir, wanted, console)
    except (DownloadFailed, Unfit) as failure:
        console.print(f"{wanted.name} was not installed: {failure}.", soft_wrap=True)
        console.print("Without a network: copy the files from another machine and run `models add DIR`.", soft_wrap=True)
        return 1
    except OSError as error:
        console.print(f"{wanted.name} was not installed: {error.strerror or 'the disk refused'}.", soft_wrap=True)
        return 1
    Console(soft_wrap=True).print(f"{wanted.name} is installed ({_size(target)}){_use(wanted.name, wanted.kind)}.")
    return 0


def _download(models_dir: Path, wanted: Model, console: Console) -> Path:
    """Fetches all files aside, judges them, moves them in. Raises DownloadFailed, Unfit, OSError."""
    aside = staging(models_dir, wanted.name)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as bars, httpx.Client(timeout=TIMEOUT, follow_redirects=True) as client:
        for file in wanted.files:
            target = aside / file.name
            if target.is_file():
                continue  # fetched whole and checked by an earlier try
            bar = bars.add_task(file.name, total=None)
            fetch(client, file.url, target, lambda done, total, bar=bar: bars.update(bar, completed=done, total=total))
    found = Found(wanted.name, wanted.kind, tuple(aside / file.name for file in wanted.files))
    try:
        judge(found)
    except Unfit:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    return install(aside, models_dir, wanted.name)


def _add(config: Config, folder: Path, console: Console) -> int:
    if not folder.is_dir():
        console.print(f"{folder} is not a folder.", soft_wrap=True)
        return _WRONG_ARGUMENTS
    try:
        found = search(folder)
        for one in found:
            copy_in(one, config.models_dir)
            Console(soft_wrap=True).print(f"{one.name} is installed ({one.kind}){_use(one.name, one.kind)}.")
    except Unfit as failure:
        console.print(f"Nothing more was installed: {failure}.", soft_wrap=True)
        return 1
    except OSError as error:
        console.print(f"Nothing more was installed: {error.strerror or 'the disk refused'}.", soft_wrap=True)
        return 1
    if not found:
        console.print(f"{folder} holds no model: NAME.onnx with NAME.onnx.json, or an ONNX model with tokenizer.json.", soft_wrap=True)
        return 1
    return 0
