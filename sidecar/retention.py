"""The command `anonymize`: the retention that `serve` runs once a day, now.

Called by `sidecar.cli`; calls `sidecar.jobs`. It prints counts and nobody's data.
"""

import argparse
import sys

import orjson

from pipeline.model.errors import SidecarError, Unavailable
from sidecar import jobs, wiring
from sidecar.clock import make_clock
from sidecar.config import Config


def run(config: Config, args: argparse.Namespace) -> int:
    """Prints the counts as JSON; exit code 1 where the database cannot be used."""
    clock = make_clock(config.now)
    store = wiring.open_store(config, clock, create=False)
    try:
        counts = jobs.anonymize(store.reads, store.archive, clock.now(), args.days)
    except SidecarError as error:
        told = error.message if isinstance(error, Unavailable) else type(error).__name__
        print(f"anonymize: the database cannot be used: {told}", file=sys.stderr)
        return 1
    finally:
        store.close()
    sys.stdout.write(orjson.dumps(dict(counts), option=orjson.OPT_INDENT_2).decode() + "\n")
    return 0
