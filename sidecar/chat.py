"""The command `chat`: a person types, the assistant answers; the same server as everywhere, as a child process.

Called by `sidecar.cli`; talks through `sidecar.client`. It shows a Turn and knows nothing of how one is made.
"""

import argparse
import sys
from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.markup import escape

from sidecar.client import Client, ServerError, ServerGone, arguments_of, started
from sidecar.config import Config

_END = frozenset({"/fine", "/quit", "/exit"})
_HELP = "Type as the caller would speak. /explain shows why, /fine ends."


def run(config: Config, args: argparse.Namespace) -> int:
    """Talks until the end of input, /fine, or the goodbye; exit code 1 where the server is lost."""
    del config
    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    with started(arguments_of(vars(args))) as client:
        try:
            _talk(client, console)
        except ServerGone:
            console.print("[red]The server has ended; --log-file shows why.[/red]")
            return 1
    return 0


def _talk(client: Client, console: Console) -> None:
    console.print(f"[dim]{_HELP}[/dim]")
    turn = client.call("voice.greet")
    _show(turn, console)
    explain = False
    while not turn["completed"]:
        said = _ask(console)
        if said is None or said in _END:
            return
        if said == "/explain":
            explain = not explain
            console.print(f"[dim]explain {'on' if explain else 'off'}[/dim]")
            continue
        try:
            turn = client.call("voice.process", {"text": said, "session_id": turn["session_id"], "explain": explain})
        except ServerError as error:
            console.print(f"[red]{escape(error.message)}[/red]")
            continue
        _show(turn, console)


def _ask(console: Console) -> str | None:
    """A line of the caller's, None at the end of input."""
    if sys.stdin is None:
        return None  # closed by whoever started us
    if sys.stdin.isatty():
        console.print("[bold cyan]> [/bold cyan]", end="")
    line = sys.stdin.readline()
    return line.strip() if line else None


def _show(turn: Mapping[str, Any], console: Console) -> None:
    console.print(f"[bold]{escape(turn['text'])}[/bold]")
    for option in turn["options"]:
        console.print(f"  {option['n']}. {escape(option['label'])}")
    for action in turn["actions"]:
        code = action.get("confirmation_code")
        console.print(f"[green]  {action['type']}{f' {code}' if code else ''}[/green]")
    for reason in turn.get("explanation") or ():
        console.print(f"[dim]  {escape(str(reason['rule']))}: {escape(str(reason['values']))}[/dim]")
    notes = [turn["step"], *turn["degraded"], f"{turn['timings_ms'].get('total', 0):.0f} ms"]
    if turn["audio_path"]:
        notes.append(turn["audio_path"])
    console.print(f"[dim]  {escape(' | '.join(notes))}[/dim]", soft_wrap=True)
