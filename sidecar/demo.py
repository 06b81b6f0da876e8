"""The command `demo`: the main job end to end, as the desktop app would see it.

Called by `sidecar.cli`. A demo business in a fresh database, `serve` as a child process, two Italian calls over JSON-RPC printed as they
go, then the rows they wrote and the WAV files. Exit code 0 only if the rows are there and say what was agreed.
"""

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table

from sidecar import init_db
from sidecar.client import Client, ServerGone, started
from sidecar.clock import make_clock
from sidecar.config import Config
from store.connection import open_connection

CALLS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "free speech, a recap in one turn, a yes",
        ("Buongiorno, sono Anna De Luca, vorrei una piega con Sara giovedì pomeriggio alle quattro", "sì, perfetto", "no grazie"),
    ),
    (
        "a homonym, a taken slot, alternatives, a price in the middle, a question from the FAQ",
        (
            "Salve, sono Marco Rossi, mi servirebbe una piega con Sara venerdì alle dieci",
            "sono nato il cinque novembre del novantadue",
            "scusi, ma quanto costa la piega?",
            "allora facciamo la prima",
            "sì, va bene",
            "senta, avete il parcheggio?",
            "no, grazie, arrivederci",
        ),
    ),
)

MORNING = 9


def run(config: Config, args: argparse.Namespace) -> int:
    """Plays the calls; 1 where a row is missing or the server is lost."""
    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    folder = Path(tempfile.mkdtemp(prefix="fluxion-demo-"))
    now = config.now or _this_morning(make_clock(None).now())
    demo = replace(config, db=folder / "fluxion.db", data_dir=folder, faq=folder / "faq_auto.md", db_explicit=True, now=now)
    if init_db.run(demo, argparse.Namespace(**{**vars(args), "demo": True})) != 0:
        return 1
    options = ["--db", str(demo.db), "--data-dir", str(folder), "--now", now.isoformat(), "--tts", demo.tts]
    wavs: list[str] = []
    booked: list[Mapping[str, Any]] = []
    try:
        with started(options) as client:
            for title, lines in CALLS:
                console.rule(title, align="left")
                booked += _call(client, lines, wavs, console)
    except ServerGone:
        console.print("[red]The server has ended before the call was over.[/red]")
        return 1
    return _verdict(demo, booked, wavs, console)


def _this_morning(now: datetime) -> datetime:
    return now.replace(hour=MORNING, minute=0, second=0)


def _call(client: Client, lines: Sequence[str], wavs: list[str], console: Console) -> list[Mapping[str, Any]]:
    """One call; the actions that booked something."""
    turn = client.call("voice.greet")
    _answered(turn, wavs, console)
    actions: list[Mapping[str, Any]] = []
    for line in lines:
        console.print(f"[cyan]  cliente     {escape(line)}[/cyan]")
        turn = client.call("voice.process", {"session_id": turn["session_id"], "text": line})
        _answered(turn, wavs, console)
        actions += [action for action in turn["actions"] if action["type"] == "appuntamento_creato"]
    return actions


def _answered(turn: Mapping[str, Any], wavs: list[str], console: Console) -> None:
    console.print(f"[bold]  assistente  {escape(turn['text'])}[/bold]")
    took = (
        f"{turn['timings_ms']['total'] - turn['timings_ms']['tts']:.0f} ms, voice {turn['tts_engine']} {turn['timings_ms']['tts']:.0f} ms"
    )
    console.print(f"[dim]              {turn['step']}, {took}[/dim]")
    if turn["audio_path"]:
        wavs.append(turn["audio_path"])


ROWS = """
SELECT a.id, c.nome || ' ' || c.cognome, s.nome, o.nome, a.data_ora_inizio, a.stato, a.confirmation_code
FROM appuntamenti a JOIN clienti c ON c.id = a.cliente_id JOIN servizi s ON s.id = a.servizio_id
LEFT JOIN operatori o ON o.id = a.operatore_id
WHERE a.id = ?
"""


def _verdict(config: Config, booked: Sequence[Mapping[str, Any]], wavs: Sequence[str], console: Console) -> int:
    names = ("id", "cliente", "servizio", "operatore", "inizio", "stato", "codice")
    table = Table(*(Column(name, overflow="fold") for name in names), title="rows written", title_justify="left")
    connection = open_connection(str(config.db))
    rows = [row for action in booked for row_id in action["ids"] for row in connection.rows(ROWS, (row_id,))]
    connection.close()
    for row in rows:
        table.add_row(*(str(value) for value in row))
    console.print(table)
    for path in wavs:
        console.print(f"  {escape(path)}", soft_wrap=True)
    whole = len(booked) == len(CALLS) and len(rows) >= len(CALLS) and all(Path(path).is_file() for path in wavs)
    if not whole:
        print("demo: a booking that was confirmed is not in the file", file=sys.stderr)
    return 0 if whole else 1
