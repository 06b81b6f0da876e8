"""The command `doctor`: what is there, what is missing, and the command that mends it, as one table or as JSON.

Called by `sidecar.cli`; asks `sidecar.wiring`, `sidecar.health`, `sidecar.trials` and a server of its own. What may crash runs in a
child: this very program as `doctor --try NAME`. It makes no database, and names nobody: counts, states and paths of its own only.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Literal

import orjson

from pipeline.model.errors import SidecarError
from sidecar import client, trials, version
from sidecar.clock import make_clock
from sidecar.config import Config

State = Literal["ok", "off", "degraded", "error"]
COMPONENTS = "components"
"""The trial that is no library: every engine as it is configured."""
PATIENCE_S = 60.0
PINGS = 200
NO_DATABASE = "no database"
AGAIN = "install the program again"
_COLOURS = {"ok": "green", "off": "dim", "degraded": "yellow", "error": "red"}
_TITLES = {"tts": "voice", "llm": "language model", "whatsapp": "WhatsApp outbox", "faq": "FAQ", "embeddings": "embeddings"}


@dataclass(frozen=True, slots=True)
class Check:
    """One line: `needed` = without it the program does not do its work; `mend` = what to do, empty where nothing is to be done."""

    name: str
    state: State
    detail: str
    mend: str = ""
    needed: bool = False


def run(config: Config, args: argparse.Namespace) -> int:
    """Prints the table; exit code 1 where something needed is broken."""
    wanted = getattr(args, "attempt", None)
    if wanted is not None:
        return _attempt(config, str(wanted))
    checks = examine(config, client.arguments_of(vars(args)))
    broken = any(check.needed and check.state == "error" for check in checks)
    if args.json:
        report = {"ok": not broken, "version": version.VERSION, "commit": version.commit(), "checks": [asdict(check) for check in checks]}
        sys.stdout.write(orjson.dumps(report, option=orjson.OPT_INDENT_2).decode() + "\n")
    else:
        _print(checks, broken)
    return int(broken)


def examine(config: Config, options: Sequence[str] = ()) -> list[Check]:
    """Every check in the order of the table; `options`: the command line that leads a child to the same settings."""
    asks: list[Callable[[], list[Check]]] = [lambda: _database(config), lambda: _components(config, options)]
    asks += [partial(_library, name, options) for name in trials.TRIALS]
    with ThreadPoolExecutor(4) as pool:
        under_way = [pool.submit(ask) for ask in asks]
        found = [check for future in under_way for check in future.result()]
    return [*found, *_server()]


def _database(config: Config) -> list[Check]:
    """The file as it is now: nothing is created or filled."""
    from sidecar import wiring

    if config.db.is_dir():
        return [Check("database", "error", f"{config.db} is a folder", "--db with the path of a file", needed=True)]
    if not config.db.exists() or not config.db.stat().st_size:
        missing = "empty" if config.db.exists() else "not there"
        return [Check("database", "error", f"{config.db} is {missing}", f'init-db --db "{config.db}"', needed=True)]
    store = wiring.open_store(config, make_clock(config.now), create=False)
    try:
        state, detail = store.health()
        if state != "ok":
            return [Check("database", "error", detail, "close what holds the file, or restore a backup", needed=True)]
        notes = tuple(store.notes())
        checks = [Check("database", "ok", f"{config.db}, made by the {'app' if detail == 'desktop' else 'sidecar'}", needed=True)]
        checks += [Check("schema", "degraded", note, "update the desktop app and the sidecar together") for note in notes]
        return [*checks, *_business(store.reads.lexicon())]
    except SidecarError as error:
        return [Check("database", "error", type(error).__name__, "close what holds the file, or restore a backup", needed=True)]
    finally:
        store.close()


def _business(lexicon: Any) -> list[Check]:
    """What a business must have entered before anybody can book."""
    days, services, people = sum(bool(spans) for spans in lexicon.hours), len(lexicon.services), len(lexicon.operators)
    return [
        _entered("opening hours", days, f"open on {days} days of the week"),
        _entered("services", services, f"{services} active"),
        Check("operators", "ok", f"{people} active" if people else "none: one appointment at a time"),
    ]


def _entered(name: str, count: int, detail: str) -> Check:
    if count:
        return Check(name, "ok", detail)
    return Check(name, "degraded", "none are entered: nothing can be booked", "enter them in the app")


def _components(config: Config, options: Sequence[str]) -> list[Check]:
    """Every engine, really exercised, in a child: a broken model may end the process that loads it."""
    answer = _child(COMPONENTS, options)
    if "error" in answer:
        return [Check("voice, FAQ, models", "error", str(answer["error"]), "models list", needed=config.tts != "off")]
    return [_component(name, said, config) for name, said in answer["components"].items() if name != "database"]


def _component(name: str, said: Mapping[str, str], config: Config) -> Check:
    mends = {
        "faq": f'write questions into "{config.faq}"',
        "tts": _pull(config.voice, config),
        "embeddings": _pull(config.embedding_model or "multilingual-e5-small", config),
        "llm": "set GROQ_API_KEY or OPENROUTER_API_KEY",
        "whatsapp": "let the app acknowledge messages (whatsapp.ack)",
    }
    state: Any = said["state"]
    well = state == "ok" and "models pull" not in said["detail"]
    mend = "" if well or said["detail"] in ("switched off", NO_DATABASE) else mends.get(name, "")
    return Check(_TITLES.get(name, name), state, said["detail"], mend, needed=name == "tts" and config.tts != "off")


def _pull(name: str, config: Config) -> str:
    """The command that brings the model where this configuration looks for it."""
    elsewhere = config.db_explicit or config.data_explicit
    return f'models pull {name} --data-dir "{config.data_dir}"' if elsewhere else f"models pull {name}"


def _library(name: str, options: Sequence[str]) -> list[Check]:
    trial = trials.TRIALS[name]
    answer = _child(name, options) if trial.risky else _tried(name)
    if "error" in answer:
        mend = "raise the limit (ulimit -n 1024)" if name == "descriptors" else AGAIN
        return [Check(name, "error", f"{answer['error']}; serves {trial.serves}", mend, needed=True)]
    return [Check(name, "ok", str(answer["detail"]), needed=True)]


def _tried(name: str) -> dict[str, Any]:
    try:
        return {"detail": trials.TRIALS[name].run()}
    except Exception as error:  # noqa: BLE001 - whatever a library raises is what the table says of it
        said = str(error) if isinstance(error, trials.Wrong) else ""
        return {"error": said or f"does not work ({type(error).__name__})"}


def _child(name: str, options: Sequence[str]) -> dict[str, Any]:
    """What the trial said in a process of its own, or how that process ended."""
    command = [*client.command(), "doctor", "--try", name, *options]
    try:
        ended = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE_S, check=False)
    except subprocess.TimeoutExpired:
        return {"error": f"gave no answer in {PATIENCE_S:.0f} s"}
    except OSError as error:
        return {"error": f"cannot be started ({type(error).__name__})"}
    lines = ended.stdout.splitlines()
    if ended.returncode != 0 or not lines:
        return {"error": f"ended its process ({ended.returncode})"}
    return orjson.loads(lines[-1])


def _attempt(config: Config, name: str) -> int:
    """The other side of `_child`: one trial, one line of JSON."""
    answer = _exercised(config) if name == COMPONENTS else _tried(name)
    sys.stdout.write("\n" + orjson.dumps(answer).decode() + "\n")
    return 0


def _exercised(config: Config) -> dict[str, Any]:
    from sidecar import health, wiring
    from sidecar.outbox import Outbox

    clock = make_clock(config.now)
    with tempfile.TemporaryDirectory(prefix="fluxion-doctor-", ignore_cleanup_errors=True) as folder:
        # A folder that is not there yet is not made by looking whether all is well.
        place = config.data_dir if config.data_dir.is_dir() else Path(folder)
        parts = wiring.build(replace(config, db_explicit=False, data_dir=place), clock)
        outbox = Outbox(parts.world.reads, clock)
        found: dict[str, Any] = {}
        try:
            outbox.begin()
        except SidecarError:
            found = {"whatsapp": {"state": "off", "detail": NO_DATABASE}}
        found = {**health.components(parts, outbox, config, True), **found}
        parts.store.close()
        for engine in parts.engines.values():
            if hasattr(engine, "close"):
                engine.close()
    return {"components": found}


def _server() -> list[Check]:
    """A server of our own on an empty file: how long it takes to answer, and to answer again."""
    with tempfile.TemporaryDirectory(prefix="fluxion-doctor-", ignore_cleanup_errors=True) as folder:
        options = ["--db", str(Path(folder) / "empty.db"), "--data-dir", folder, "--tts", "off", "--llm", "off", "--embeddings", "off"]
        begun = time.perf_counter()
        try:
            with client.started(options) as server:
                server.call("initialize")
                started = (time.perf_counter() - begun) * 1000
                pings = [_timed(server) for _ in range(PINGS)]
        except (client.ServerGone, client.ServerError, OSError, subprocess.TimeoutExpired) as error:
            return [Check("server", "error", f"does not serve ({type(error).__name__})", AGAIN, needed=True)]
    took = f"first answer after {started:.0f} ms, ping {statistics.median(pings):.2f} ms"
    return [Check("server", "ok", took, needed=True)]


def _timed(server: client.Client) -> float:
    begun = time.perf_counter()
    server.call("ping")
    return (time.perf_counter() - begun) * 1000


def _print(checks: Sequence[Check], broken: bool) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table("what", "state", "detail", "what mends it", title=f"{version.NAME} {version.VERSION} ({version.commit()})")
    for check in checks:
        colour = _COLOURS[check.state]
        table.add_row(check.name, f"[{colour}]{check.state}[/{colour}]", escape(check.detail), escape(check.mend))
    console = Console(width=max(Console().width, 140), highlight=False)
    console.print(table)
    console.print("[red]Something that is needed does not work.[/red]" if broken else "Everything that is needed works.")
