"""The command line: every command and option of docs/contract, section 1.

Entered by `python -m sidecar` and by the frozen program. Each command lives in a module of its own that is imported when it is used;
wrong arguments end with exit code 2. It knows names and help, nothing of what a command does.
"""

import argparse
import importlib
import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NoReturn

from sidecar import stdio, thrift
from sidecar.config import CHOICES, BadSetting, Config

PROGRAM = "fluxion-sidecar"
VOICE_CHILD = "voice-child"
"""How a frozen program starts itself as the process that speaks (`sidecar.engines.child_process`); no command for people."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command: `run(config, args) -> int` of that module; `example` is shown under its help."""

    module: str
    help: str
    example: str


COMMANDS: dict[str, Command] = {
    "serve": Command("", "JSON-RPC on stdin and stdout until end of input or exit (also without a command)", "serve --tts off"),
    "demo": Command("sidecar.demo", "a whole Italian phone call against a demo business, with the rows it wrote", "demo"),
    "chat": Command("sidecar.chat", "you type, the assistant answers", "chat --db shop.db"),
    "init-db": Command("sidecar.init_db", "create or upgrade the database", "init-db --db shop.db --demo"),
    "models": Command("sidecar.models", "voices and embedding models: list, pull NAME, add DIR", "models pull it_IT-paola-medium"),
    "doctor": Command("sidecar.doctor", "what is there, what is missing, and the command that mends it", "doctor --json"),
    "openrpc": Command("sidecar.documents", "print the OpenRPC document", "openrpc > openrpc.json"),
    "types": Command("sidecar.typescript", "print a TypeScript client", "types > sidecar.ts"),
    "anonymize": Command("sidecar.retention", "the GDPR retention job, now", "anonymize --days 30"),
    "replay": Command("sidecar.replay", "play a transcript against a fresh database and show the differences", "replay call.jsonl"),
    "completion": Command("sidecar.completion", "print the completion script of a shell", "completion bash"),
}

_OPTIONS: dict[str, dict[str, Any]] = {
    "--db": {"metavar": "PATH", "help": "the database (FLUXION_DB_PATH); created if it is missing; default: the desktop app's"},
    "--data-dir": {"metavar": "DIR", "help": "audio, models, indexes, secrets (FLUXION_DATA_DIR); default: beside the database"},
    "--faq": {"metavar": "PATH", "help": "the FAQ file (FLUXION_FAQ); default: faq_auto.md in the data folder"},
    "--tts": {"choices": CHOICES["tts"], "help": "the voice engine (FLUXION_TTS; auto)"},
    "--voice": {"metavar": "NAME", "help": "the Piper voice (FLUXION_VOICE; it_IT-paola-medium)"},
    "--llm": {"choices": CHOICES["llm"], "help": "the language model's provider (FLUXION_LLM; auto)"},
    "--embeddings": {"choices": CHOICES["embeddings"], "help": "dense search in the FAQ (FLUXION_EMBEDDINGS; auto)"},
    "--embedding-model": {"metavar": "NAME", "help": "the embedding model"},
    "--parent-pid": {"metavar": "N", "help": "end when this process ends"},
    "--log-level": {"choices": CHOICES["log_level"], "help": "what is logged (info)"},
    "--log-file": {"metavar": "PATH", "help": "also log to this file"},
    "--now": {"metavar": "ISO", "help": "freeze the calendar at this local instant (FLUXION_NOW), for tests and replays"},
}

_MODELS = (
    ("list", "what is there", ()),
    ("pull", "download a Piper voice or an embedding model", (("name", "NAME"),)),
    ("add", "install from a folder", (("folder", "DIR"),)),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; `serve` ends the process itself."""
    given = sys.argv[1:] if argv is None else argv
    if given[:1] == [VOICE_CHILD]:
        return importlib.import_module("sidecar.engines.voice_child").main()
    arguments = _quickly(given) or parser().parse_args(given)
    if arguments.version:
        from sidecar.version import describe

        print(describe())
        return 0
    try:
        config = Config.from_args(vars(arguments), os.environ)  # noqa: TID251 - handed on to the one door
    except BadSetting as error:
        print(f"{PROGRAM}: error: {error}", file=sys.stderr)
        return 2
    name = arguments.command or "serve"
    if name == "serve":
        return _serve(config)
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


def _run(command: Command, config: Config, arguments: argparse.Namespace) -> int:
    from sidecar import logs

    # A person reads the output of a command: only what went wrong is logged unless more is asked for.
    logs.set_up(config if arguments.log_level else replace(config, log_level="warning"))
    try:
        return importlib.import_module(command.module).run(config, arguments)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read the output has enough; without this the interpreter complains once more while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0


class _NotThat(Exception):
    """The words are not those of `serve` alone."""


class _ServeOnly(argparse.ArgumentParser):
    """The options of `serve` and nothing else; whatever it does not know is left to the whole parser, and to its words."""

    def error(self, message: str) -> NoReturn:
        raise _NotThat(message)


def _quickly(given: Sequence[str]) -> argparse.Namespace | None:
    """The arguments of `serve`, read without making the parsers of all the other commands, which would take a fifth of the start."""
    only = _ServeOnly(add_help=False, allow_abbrev=False)
    only.set_defaults(version=False)
    only.add_argument("command", nargs="?", choices=("serve",))
    _add_options(only, None)
    try:
        return only.parse_args(given)
    except _NotThat:
        return None


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
    for flag, settings in _OPTIONS.items():
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
            sub.add_argument("--days", type=_days, help="keep this many days (the setting audit_giorni, 30)")
        case "replay":
            sub.add_argument("file", metavar="FILE", help="the transcript")
        case "completion":
            sub.add_argument("shell", choices=("bash", "zsh", "tcsh"))
        case "models":
            actions = sub.add_subparsers(dest="action", metavar="ACTION", required=True)
            for action, help_text, words in _MODELS:
                chosen = actions.add_parser(action, help=help_text, description=help_text, allow_abbrev=False)
                _add_options(chosen, argparse.SUPPRESS)
                for dest, metavar in words:
                    chosen.add_argument(dest, metavar=metavar)
        case _:
            return


def _days(text: str) -> int:
    days = int(text)
    if days < 0:
        raise argparse.ArgumentTypeError("must not be negative")
    return days
