"""One commit while it is being written: the connection, the moment, and what was made so far.

Made by `store.ledger`, handed to the modules that carry out one kind of write. Lives for one transaction.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pipeline.model.business import Client, Id
from pipeline.model.errors import NotFound
from store import faults
from store.connection import Connection
from store.kept import WrittenVisit
from store.schema import Schema
from store.values import stamp
from store.veil import veiled_note


@dataclass(slots=True)
class Draft:
    """What a write needs and what it leaves for the next one."""

    conn: Connection
    schema: Schema
    at: datetime
    hidden: bool = False
    """The file is encrypted: no name, number or word may be written into it."""
    people: Callable[[], Iterable[Client]] = tuple
    """The decrypted people the host lent, who must not be named in such a file."""
    clients: list[Id] = field(default_factory=list[Id])
    bookings: list[tuple[Id, ...]] = field(default_factory=list[tuple[Id, ...]])
    visits: list[WrittenVisit] = field(default_factory=list[WrittenVisit])
    """The rows of `appuntamenti` as they are meant to be in the end."""
    waitlist: list[Id] = field(default_factory=list[Id])
    messages: list[str] = field(default_factory=list[str])

    @property
    def now(self) -> str:
        """The moment of the commit as text."""
        return stamp(self.at)

    def note(self, text: str | None) -> str | None:
        """A note as this file may hold it."""
        return veiled_note(text, self.people()) if text and self.hidden else text

    def run(self, sql: str, values: tuple[Any, ...] = ()) -> int:
        """Carries out a statement with the real names of our tables; the number of rows it changed."""
        return self.conn.run(self.schema.sql(sql) if "{" in sql else sql, values)

    def insert(self, table: str, columns: dict[str, Any]) -> Id:
        """Inserts a row and gives its id as stored; Unavailable where a trigger dropped it.

        Where ids are TEXT one is made from the row's place and moment.
        """
        name = self.schema.name(table)
        if name in self.schema.text_ids:
            columns = {"id": self._text_id(name), **columns}
        marks = ", ".join("?" * len(columns))
        made = self.conn.value(f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks}) RETURNING id", tuple(columns.values()))
        if made is None:
            raise faults.unavailable(faults.UNKEPT)
        return made

    def insert_plain(self, table: str, columns: dict[str, Any]) -> None:
        """Inserts a row of a table without id."""
        marks = ", ".join("?" * len(columns))
        self.conn.run(f"INSERT INTO {self.schema.name(table)} ({', '.join(columns)}) VALUES ({marks})", tuple(columns.values()))

    def _text_id(self, table: str) -> str:
        """32 hex digits as the desktop app has them, reproducible under a frozen calendar and unused in this file."""
        place = int(self.conn.value(f"SELECT max(rowid) FROM {table}") or 0) + 1
        while True:
            made = hashlib.blake2b(f"{table} {place} {self.now}".encode(), digest_size=16).hexdigest()
            if self.conn.value(f"SELECT 1 FROM {table} WHERE id = ?", (made,)) is None:
                return made
            place += 1

    def client(self, cliente_id: Id | None) -> Id:
        """That client, or the newest of this commit."""
        if cliente_id is not None:
            return cliente_id
        if not self.clients:
            raise NotFound("cliente_id")
        return self.clients[-1]
