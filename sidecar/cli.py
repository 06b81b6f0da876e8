"""The command line: what is run of `sidecar.commands`, and how it ends.

Entered by `python -m sidecar` and by the frozen program. Each command lives in a module of its own that is imported when it is used;
wrong arguments end with exit code 2. It knows nothing of what a command does.
"""

import errno
import importlib
import logging
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sidecar import early, stdio, thrift
from sidecar.commands import COMMANDS, OPTIONS, PROGRAM, Command
from sidecar.config import BadSetting, Config

VOICE_CHILD = "voice-child"
"""How a frozen program starts itself as the process that speaks (`sidecar.engines.child_process`); no command for people."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; `serve` ends the process itself."""
    early.listen()
    given = sys.argv[1:] if argv is None else argv
    if given[:1] == [VOICE_CHILD]:
        early.give_back()
        return importlib.import_module("sidecar.engines.voice_child").main()
    arguments = _quickly(given) or _parsed(given)
    if arguments["version"]:
        return _shown(_version)
    try:
        config = Config.from_args(arguments, os.environ)  # noqa: TID251 - handed on to the one door
    except BadSetting as error:
        print(f"{PROGRAM}: error: {error}", file=sys.stderr)
        return 2
    name = arguments["command"] or "serve"
    if name == "serve":
        return _serve(config)
    early.give_back()
    return _run(COMMANDS[name], config, arguments)


def _serve(config: Config) -> int:
    streams = stdio.claim()
    thrift.spare()
    from sidecar import lifecycle, logs

    logs.set_up(config)
    if config.data_explicit:
        _make_folder(config.data_dir)
    lifecycle.leave(lifecycle.serve(config, streams))


def _make_folder(folder: Path) -> None:
    """A path that is given is made; where that fails `serve` starts all the same, and whoever needs the folder says so."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        logging.getLogger("sidecar").warning("the data folder cannot be made", extra={"cause": type(error).__name__})


def _version() -> int:
    from sidecar.version import describe

    print(describe())
    return 0


def _parsed(given: Sequence[str]) -> dict[str, Any]:
    from sidecar.arguments import parser

    return vars(parser().parse_args(given))


def _run(command: Command, config: Config, arguments: dict[str, Any]) -> int:
    from argparse import Namespace

    from sidecar import logs

    # A person reads the output of a command: only what went wrong is logged unless more is asked for.
    logs.set_up(config if arguments["log_level"] else replace(config, log_level="warning"))
    return _shown(lambda: importlib.import_module(command.module).run(config, Namespace(**arguments)))


def _shown(work: Callable[[], int]) -> int:
    """The exit code of what writes for a reader: one who has gone away is no error, a disk that is full is one."""
    if sys.stdout is None:
        # Closed by whoever started us: what is written is lost, what is done is done.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - lives as long as the process
    try:
        code = work()
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        if error.errno not in (errno.EPIPE, errno.ENOSPC):
            raise
        # Whatever is still unwritten is given up; without this the interpreter complains once more while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        if error.errno == errno.EPIPE:
            return 0
        print(f"{PROGRAM}: error: {error.strerror}", file=sys.stderr)
        return 1


def _quickly(given: Sequence[str]) -> dict[str, Any] | None:
    """The options of `serve`, or None for whatever is more than that: making the parsers would take a fifth of the start."""
    found: dict[str, Any] = {"command": None, "version": False, **{_name(flag): None for flag in OPTIONS}}
    words = iter(given)
    for word in words:
        flag, equals, value = word.partition("=")
        if word == "serve" and found["command"] is None:
            found["command"] = word
            continue
        if flag not in OPTIONS:
            return None
        value = value if equals else next(words, "-")
        if value.startswith("-") or value not in OPTIONS[flag].get("choices", (value,)):
            return None
        found[_name(flag)] = value
    return found


def _name(flag: str) -> str:
    return flag.removeprefix("--").replace("-", "_")
