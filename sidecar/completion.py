"""The command `completion`: prints the script that teaches a shell our commands and options.

Called by `sidecar.cli`; calls shtab with the parser of the command line. It knows no command: what takes a file or a folder is seen
by the name of its value.
"""

import argparse
import sys
from typing import Any

import shtab

from sidecar.arguments import parser
from sidecar.commands import PROGRAM
from sidecar.config import Config

_VALUES: dict[str, Any] = {"PATH": shtab.FILE, "FILE": shtab.FILE, "DIR": shtab.DIRECTORY}


def run(config: Config, args: argparse.Namespace) -> int:
    """Prints the script for the shell that was named; exit code 0."""
    del config
    top = parser()
    _teach(top)
    sys.stdout.write(shtab.complete(top, shell=args.shell, root_prefix=PROGRAM.replace("-", "_")) + "\n")
    return 0


def _teach(target: argparse.ArgumentParser) -> None:
    """Marks every value that is a path, in this parser and in those of its commands."""
    actions: list[Any] = target._actions  # pyright: ignore[reportPrivateUsage]  # argparse tells of its options in no other way
    for action in actions:
        if action.nargs == argparse.PARSER:
            for sub in action.choices.values():
                _teach(sub)
        elif action.metavar in _VALUES:
            action.complete = _VALUES[action.metavar]
