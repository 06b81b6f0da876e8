"""`python -m sidecar`, the same program as the frozen `fluxion-sidecar`; all of it is in `sidecar.cli`, which can be imported frozen."""

import sys

from sidecar.cli import main

if __name__ == "__main__":
    sys.exit(main())
