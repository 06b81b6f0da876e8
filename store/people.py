"""Finding a client by name or telephone: an index in memory over how names are written, how they sound, and the ends of numbers.

Used by `store.reads` and `store.archive`. Built at the first search, refreshed at the next one after the file changed; every hit is read
again from the file, so the index may be behind but never shows a deleted or renamed person.
"""

import threading
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.model.business import Client, Id
from pipeline.ports import People
from store import clients
from store.connection import Connection
from store.door import Door
from store.phones import e164, tail
from store.phonetics import fold
from store.pii import LentPeople, clear
from store.sounds import NameIndex

SMALL = 2000
"""Up to so many clients the whole table is looked through for changes: a program that forgets updated_at is still seen at once."""
CLOSE_LIMIT = 10
_INDEXED = "SELECT id, nome, cognome, soprannome, telefono FROM clienti WHERE deleted_at IS NULL"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells cheaply that the table changed."""

    count: int
    last: int
    updated: str


class PeopleIndex:
    """The clients of the open file by name and telephone."""

    def __init__(self, door: Door, lent: LentPeople) -> None:
        self._door = door
        self._lent = lent
        self._lock = threading.Lock()
        self._names = NameIndex()
        self._tails: dict[str, set[Id]] = {}
        self._seen: dict[Id, tuple[object, ...]] = {}
        self._raw: dict[Id, tuple[object, ...]] = {}
        """Rows as they were read last: one that has not changed is not looked into again."""
        self._rows: list[tuple[object, ...]] = []
        """The same as one list, for when nothing has changed at all."""
        self._stamp: Stamp | None = None
        self._epoch: tuple[int, int] | None = None

    def by_name(self, conn: Connection, nome: str | None, cognome: str | None) -> People:
        """Clients that these words may mean: exact spelling first, then sound and distance, best first."""
        with self._lock:
            self._refresh(conn)
            exact, close = self._names.find(fold(nome or ""), fold(cognome or ""))
        exact = [*exact, *(found for found in self._written(conn, nome, cognome) if found not in set(exact))]
        sure = clients.by_ids(conn, exact, self._lent)
        names = {client.id for client in sure}
        near = clients.by_ids(conn, [found for found in close if found not in names][:CLOSE_LIMIT], self._lent)
        return People(sure, near)

    def prepare(self, conn: Connection) -> None:
        """Builds the index before somebody asks."""
        with self._lock:
            self._refresh(conn)

    def by_phone(self, conn: Connection, telefono: str) -> tuple[Client, ...]:
        """Clients with that number in any form, by id."""
        wanted = e164(telefono)
        if wanted is None:
            return ()
        with self._lock:
            self._refresh(conn)
            ids = sorted(self._tails.get(tail(telefono), ()), key=str)
        if len(self._seen) > SMALL:
            forms = (wanted, wanted[3:] if wanted.startswith("+39") else wanted, telefono)
            rows = conn.rows("SELECT id FROM clienti WHERE telefono IN (?, ?, ?) AND deleted_at IS NULL", forms)
            ids += [row[0] for row in rows if row[0] not in set(ids)]
        return tuple(client for client in clients.by_ids(conn, ids, self._lent) if e164(client.telefono) == wanted)

    def _written(self, conn: Connection, nome: str | None, cognome: str | None) -> list[Id]:
        """In a large file: people written just so whom the index may not have seen yet."""
        if len(self._seen) <= SMALL or not cognome:
            return []
        rows = conn.rows(
            "SELECT id, nome, cognome, soprannome FROM clienti WHERE cognome = ? COLLATE NOCASE AND deleted_at IS NULL LIMIT 200",
            (cognome,),
        )
        wanted = fold(nome or "")
        return [row[0] for row in rows if not wanted or wanted in (fold(str(row[1] or "")), fold(str(row[3] or "")))]

    def _refresh(self, conn: Connection) -> None:
        epoch = (self._door.epoch, self._lent.epoch)
        stamp = self._read_stamp(conn)
        if epoch != self._epoch:
            self._raw.clear()
            self._rows = []
        if epoch != self._epoch or self._stamp is None or stamp.count <= SMALL:
            self._look_through(conn)
        elif stamp != self._stamp:
            self._catch_up(conn, stamp)
        self._stamp, self._epoch = stamp, epoch

    def _look_through(self, conn: Connection) -> None:
        rows = conn.rows(f"{_INDEXED} /* people index */")
        if rows != self._rows or not rows:
            self._replace(rows, whole=True)
            self._rows = rows if len(rows) <= SMALL else []

    def _catch_up(self, conn: Connection, stamp: Stamp) -> None:
        last = self._stamp
        if last is None or stamp.last < last.last:
            self._look_through(conn)
            return
        self._replace(conn.rows(f"{_INDEXED} AND rowid > ?", (last.last,)), whole=False)
        self._replace(conn.rows(f"{_INDEXED} AND updated_at >= ?", (last.updated,)), whole=False)

    @staticmethod
    def _read_stamp(conn: Connection) -> Stamp:
        last = int(conn.value("SELECT max(rowid) FROM clienti") or 0)
        updated = str(conn.value("SELECT max(updated_at) FROM clienti") or "")
        return Stamp(int(conn.value("SELECT count(*) FROM clienti") or 0) if last <= SMALL else last, last, updated)

    def _replace(self, rows: Iterable[tuple[object, ...]], whole: bool) -> None:
        present: set[Id] = set()
        for row in rows:
            cliente_id: Id = row[0]  # pyright: ignore[reportAssignmentType] -- an id is whatever the file says
            present.add(cliente_id)
            if self._raw.get(cliente_id) == row:
                continue
            known = self._lent.get(cliente_id)
            shown = (known.nome, known.cognome, row[3], known.telefono) if known else tuple(clear(cell) for cell in row[1:])
            if self._seen.get(cliente_id) != shown:
                self._put(cliente_id, shown)
            self._raw[cliente_id] = row
        if whole:
            for gone in self._seen.keys() - present:
                self._drop(gone)

    def _put(self, cliente_id: Id, shown: tuple[object, ...]) -> None:
        self._drop(cliente_id)
        nome, cognome, soprannome, telefono = (str(cell or "") for cell in shown)
        self._seen[cliente_id] = shown
        self._names.add(cliente_id, nome, cognome, soprannome)
        end = tail(telefono)
        if end:
            self._tails.setdefault(end, set()).add(cliente_id)

    def _drop(self, cliente_id: Id) -> None:
        self._raw.pop(cliente_id, None)
        shown = self._seen.pop(cliente_id, None)
        if shown is not None:
            self._names.remove(cliente_id)
            self._tails.get(tail(str(shown[3] or "")), set()).discard(cliente_id)
