"""Where the frozen program begins: what `python -m sidecar` does, under a name that PyInstaller can start."""

import sys

from sidecar import early

if __name__ == "__main__":
    early.listen()
    from sidecar.cli import main

    sys.exit(main())
