"""What libraries load by themselves and this program never uses, left out before they are imported: memory and time of every start.

Called by `sidecar.cli` for `serve`, before anything heavy is imported; calls nobody. It must never change what a library does for us.
"""

import os
import sys
from importlib.util import find_spec

_HASHES = ("_md5", "_sha1", "_sha2" if sys.version_info >= (3, 12) else "_sha256")


def spare() -> None:
    """Leaves out OpenSSL's copies of hashes that Python has of its own (3.5 MB), and pydantic's search for plugins (2 MB, 25 ms)."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # noqa: TID251 - said to pydantic, which listens only there
    if all(find_spec(name) is not None for name in _HASHES):
        # None in sys.modules makes `import _hashlib` fail, and hashlib and hmac take their own. ssl is another module, and stays.
        sys.modules.setdefault("_hashlib", None)  # pyright: ignore[reportArgumentType] -- None is the documented way
