"""Personal data that the desktop app keeps encrypted: recognising it, and the decrypted people the host lent us.

Used by `store.people`, `store.catalog`, `store.ledger` and `store.archive`. What the host lends lives in memory only; a ciphertext never
leaves this module as if it were a name.
"""

import re
import threading
from collections.abc import Iterable
from typing import Any

from pipeline.model.business import Client, Id

_BASE64 = re.compile(r"^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$")
MIN_BYTES = 28
"""A nonce of 12 bytes and a tag of 16."""


def is_cipher(cell: Any) -> bool:
    """Whether a cell holds Base64 of 28 bytes and more, which is no name, number or date."""
    if not isinstance(cell, str) or len(cell) * 3 // 4 - cell[-2:].count("=") < MIN_BYTES or not _BASE64.match(cell):
        return False
    return any(letter.isdigit() or letter in "+/=" or letter.isupper() for letter in cell[1:])


def clear(cell: Any) -> str:
    """The text of a cell, "" where it is encrypted or empty."""
    return "" if cell is None or is_cipher(cell) else str(cell).strip()


class LentPeople:
    """The decrypted people of this run, by id as text."""

    def __init__(self) -> None:
        self._people: dict[str, Client] = {}
        self._lock = threading.Lock()
        self.epoch = 0

    def lend(self, people: Iterable[Client]) -> int:
        """Adds or replaces people; how many are known now."""
        with self._lock:
            self._people |= {str(person.id): person for person in people}
            self.epoch += 1
            return len(self._people)

    def forget(self, cliente_id: Id) -> None:
        """The person was erased."""
        with self._lock:
            self._people.pop(str(cliente_id), None)
            self.epoch += 1

    def people(self) -> tuple[Client, ...]:
        """Everybody who was lent."""
        with self._lock:
            return tuple(self._people.values())

    def get(self, cliente_id: Any) -> Client | None:
        return self._people.get(str(cliente_id))

    def __bool__(self) -> bool:
        return bool(self._people)
