"""The command `completion`: prints the script that teaches a shell our commands and options.

Called by `sidecar.cli`; calls shtab with the parser of the command line. It knows no command.
"""

import argparse
import sys

import shtab

from sidecar.cli import PROGRAM, parser
from sidecar.config import Config


def run(config: Config, args: argparse.Namespace) -> int:
    """Prints the script for the shell that was named; exit code 0."""
    del config
    sys.stdout.write(shtab.complete(parser(), shell=args.shell, root_prefix=PROGRAM.replace("-", "_")) + "\n")
    return 0
