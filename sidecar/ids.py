"""The one door for randomness: identifiers and confirmation codes.

Made by `sidecar.wiring`, handed on as `pipeline.ports.Ids`. Calls nothing of ours; what is already in use it asks of a predicate.
"""

import random
import threading
import uuid
from collections.abc import Callable

ALPHABET = "ACEFHKLMNRSUX234679"
"""Letters and digits that are told apart on a bad line: no B/D/P/T/V/G, no I/1, O/0, 5/8."""
CODE_LENGTH = 6


class RandomIds:
    """Identifiers nobody can foresee."""

    def __init__(self) -> None:
        self._random = random.SystemRandom()

    def uuid(self) -> str:
        """A random UUID."""
        return str(uuid.uuid4())  # noqa: TID251 - this is the door

    def code(self) -> str:
        """A confirmation code of six characters."""
        return "".join(self._random.choices(ALPHABET, k=CODE_LENGTH))


class SeededIds:
    """The same identifiers for the same seed (`--now`), leaving out what `taken` says is in use. Safe for threads."""

    def __init__(self, seed: str, taken: Callable[[str], bool]) -> None:
        self._random = random.Random(seed)
        self._taken = taken
        self._lock = threading.Lock()

    def uuid(self) -> str:
        """The next UUID of the sequence that is not in use."""
        return self._next(lambda: str(uuid.UUID(int=self._random.getrandbits(128), version=4)))

    def code(self) -> str:
        """The next confirmation code of the sequence that is not in use."""
        return self._next(lambda: "".join(self._random.choices(ALPHABET, k=CODE_LENGTH)))

    def _next(self, make: Callable[[], str]) -> str:
        with self._lock:
            value = make()
            while self._taken(value):
                value = make()
            return value
