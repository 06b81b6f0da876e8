"""The command `init-db`: creates or upgrades the database, and fills it with the demo business if asked to.

Called by `sidecar.cli`; calls the store through `sidecar.wiring`. The only command that creates the desktop app's own file.
"""

import argparse
import sys

from pipeline.model.errors import SidecarError, Unavailable
from sidecar import wiring
from sidecar.clock import make_clock
from sidecar.config import Config


def run(config: Config, args: argparse.Namespace) -> int:
    """Says what was made; exit code 1 where it could not be."""
    clock = make_clock(config.now)
    try:
        for folder in (config.db.parent, config.data_dir) if config.data_explicit else (config.db.parent,):
            folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        print(f"init-db: the folder cannot be made: {error.strerror}", file=sys.stderr)
        return 1
    store = wiring.open_store(config, clock, create=True)
    try:
        state, detail = store.archive.health()
        if state == "ok" and args.demo:
            store.fill_demo(clock.now())
            store.write_texts(config.faq, config.data_dir / "prompt_agent.md")
    except SidecarError as error:
        state, detail = "error", error.message if isinstance(error, Unavailable) else type(error).__name__
    finally:
        store.close()
    if state != "ok":
        print(f"init-db: {detail}", file=sys.stderr)
        return 1
    print(f"{config.db}: ready{', with the demo business' if args.demo else ''}")
    return 0
