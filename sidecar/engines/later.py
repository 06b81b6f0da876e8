"""An engine that is loaded when it is first asked for something: its code weighs a megabyte, and many a day passes without it.

Made by `sidecar.wiring` for the engines that need no warming up: the search in the FAQ and the listener always, the language model and
the voice where the settings leave them out. It knows no engine; whoever holds one notices nothing but the first delay.
"""

import threading
from collections.abc import Callable
from typing import Any


class Later:
    """Stands in for the engine that `make` makes. Safe for threads: it is made once."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._engine: Any = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self.engine(), name)

    def engine(self) -> Any:
        """The engine, made now if nobody has asked before."""
        with self._lock:
            if self._engine is None:
                self._engine = self._make()
            return self._engine

    def warm(self) -> None:
        """Nothing: to load it is what is put off."""

    def close(self) -> None:
        """Closes the engine, if there is one by now."""
        with self._lock:
            if self._engine is not None:
                self._engine.close()
