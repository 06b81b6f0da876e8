"""Where the frozen program begins: what `python -m sidecar` does, under a name that PyInstaller can start."""

import multiprocessing
import sys

from sidecar.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
