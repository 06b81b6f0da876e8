"""What libraries load by themselves and this program never uses, left out before they are imported: memory and time of every start.

Called by `sidecar.cli` for `serve`, before anything heavy is imported; calls nobody. It must never change what a library does for us.
"""

import importlib
import sys
from importlib.util import find_spec
from types import ModuleType
from typing import Any

_HASHES = ("_md5", "_sha1", "_sha2" if sys.version_info >= (3, 12) else "_sha256")

_M_ARENA_MAX = -8
"""From glibc's malloc.h."""


def spare() -> None:
    """Leaves out OpenSSL's copies of hashes that Python has of its own (3.5 MB) and pydantic's search for plugins; one heap for all."""
    sys.modules.setdefault("pydantic.plugin._loader", _no_plugins())
    if sys.platform != "win32":
        sys.modules.setdefault("sysconfig", _UnaskedSysconfig("sysconfig"))
    if all(find_spec(name) is not None for name in _HASHES):
        # None in sys.modules makes `import _hashlib` fail, and hashlib and hmac take their own. ssl is another module, and stays.
        sys.modules.setdefault("_hashlib", None)  # pyright: ignore[reportArgumentType] -- None is the documented way
    _share_one_heap()


class _UnaskedSysconfig(ModuleType):
    """Stands where zoneinfo asks how Python was built, for a path: the answer weighs half a megabyte, and no zone is ever used.

    Whoever asks anything else gets the real module.
    """

    def get_config_var(self, name: str) -> Any:
        """The folders of time zones on every system that is not Windows; the rest from the real module."""
        if name == "TZPATH":
            return "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo"
        return _really("sysconfig").get_config_var(name)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(_really("sysconfig"), name)


def _really(name: str) -> Any:
    if isinstance(sys.modules.get(name), _UnaskedSysconfig):
        del sys.modules[name]
    return importlib.import_module(name)


def _no_plugins() -> ModuleType:
    """Stands where pydantic looks for plugins: its own search loads 26 modules (2 MB, 20 ms) to find that there are none."""
    loader: Any = ModuleType("pydantic.plugin._loader")
    loader.get_plugins = tuple
    return loader


def give_back() -> None:
    """Gives the system what loading has used and left (0.5 MB; more where modules were compiled on the way); glibc keeps it otherwise."""
    if sys.platform == "linux":
        import ctypes

        library: Any = ctypes.CDLL(None)
        if hasattr(library, "malloc_trim"):
            library.malloc_trim(0)


def _share_one_heap() -> None:
    """Threads allocate from one heap: glibc would keep one for each, half empty (2 MB), though the interpreter runs them in turn."""
    if sys.platform == "linux":
        import ctypes

        library: Any = ctypes.CDLL(None)
        if hasattr(library, "mallopt"):
            library.mallopt(_M_ARENA_MAX, 1)
