"""Where the frozen program begins: what `python -m sidecar` does, under a name that PyInstaller can start."""

import sys

from sidecar.cli import main

if __name__ == "__main__":
    sys.exit(main())
