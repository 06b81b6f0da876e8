"""`python -m sidecar`, the same program as the frozen `fluxion-sidecar`; all of it is in `sidecar.cli`, which can be imported frozen."""

import sys

from sidecar import early

if __name__ == "__main__":
    early.listen()  # before the rest is imported: that takes most of the start
    from sidecar.cli import main

    sys.exit(main())
