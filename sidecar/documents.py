"""The command `openrpc`: prints the document that `rpc.discover` answers.

Called by `sidecar.cli`; calls `rpc.openrpc`. It knows no method.
"""

import argparse
import sys

import orjson

from rpc.openrpc import document
from sidecar.config import Config
from sidecar.version import VERSION


def run(config: Config, args: argparse.Namespace) -> int:
    """Prints the OpenRPC document as indented JSON; exit code 0."""
    del config, args
    sys.stdout.write(orjson.dumps(document(VERSION), option=orjson.OPT_INDENT_2).decode() + "\n")
    return 0
