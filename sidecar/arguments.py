"""The parser of the whole command line, for people: every command with its words, its help and an example.

Called by `sidecar.cli` for whatever is not plain `serve`, and by `sidecar.completion`. Wrong arguments end with exit code 2. It knows
names and help, nothing of what a command does.
"""

import argparse
from typing import Any

from sidecar.commands import COMMANDS, OPTIONS, PROGRAM

_MOST_DAYS = 36_500
_MODELS = (
    ("list", "what is installed and what can be pulled", "models list", ()),
    (
        "pull",
        "download a Piper voice or an embedding model",
        "models pull it_IT-paola-medium",
        (("name", "NAME", "a name that `models list` shows, or another Piper voice"),),
    ),
    (
        "add",
        "install from a folder, for a machine without a network",
        "models add /media/usb",
        (("folder", "DIR", "holds NAME.onnx with NAME.onnx.json, or a model with its tokenizer.json"),),
    ),
)


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; options may stand before or after the command."""
    top = argparse.ArgumentParser(
        prog=PROGRAM,
        description="The voice agent of FLUXION: understands Italian callers and keeps the calendar of a small business.",
        epilog=f'example: printf \'{{"jsonrpc":"2.0","id":1,"method":"ping"}}\\n\' | {PROGRAM}',
        allow_abbrev=False,
    )
    top.add_argument("--version", action="store_true", help="version, commit and engines")
    _add_options(top, None)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, command in COMMANDS.items():
        sub = commands.add_parser(
            name, help=command.help, description=command.help, epilog=f"example: {PROGRAM} {command.example}", allow_abbrev=False
        )
        # Suppressed: what was given before the command must not be undone by the default after it.
        _add_options(sub, argparse.SUPPRESS)
        _add_own(name, sub)
    return top


def _add_options(target: argparse.ArgumentParser, default: Any) -> None:
    for flag, settings in OPTIONS.items():
        target.add_argument(flag, default=default, **settings)


def _add_own(name: str, sub: argparse.ArgumentParser) -> None:
    match name:
        case "init-db":
            sub.add_argument("--demo", action="store_true", help="fill it with the demo business")
        case "doctor":
            sub.add_argument("--json", action="store_true", help="as JSON")
            # How it starts itself for a library that may end the process it is tried in; no option for people.
            sub.add_argument("--try", dest="attempt", metavar="NAME", help=argparse.SUPPRESS)
        case "anonymize":
            sub.add_argument("--days", type=_days, metavar="N", help="keep this many days (the setting audit_giorni, 30)")
        case "replay":
            sub.add_argument("file", metavar="FILE", help="the transcript")
        case "completion":
            sub.add_argument("shell", choices=("bash", "zsh", "tcsh"))
        case "models":
            actions = sub.add_subparsers(dest="action", metavar="ACTION", required=True)
            for action, help_text, example, words in _MODELS:
                chosen = actions.add_parser(
                    action, help=help_text, description=help_text, epilog=f"example: {PROGRAM} {example}", allow_abbrev=False
                )
                _add_options(chosen, argparse.SUPPRESS)
                for dest, metavar, meaning in words:
                    chosen.add_argument(dest, metavar=metavar, help=meaning)
        case _:
            return


def _days(text: str) -> int:
    if not (text.isdecimal() and len(text) <= len(str(_MOST_DAYS)) and int(text) <= _MOST_DAYS):
        raise argparse.ArgumentTypeError(f"must be a number of days from 0 to {_MOST_DAYS:,}")
    return int(text)
