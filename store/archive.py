"""The port `Archive`: lists for the desktop, retention, export, erasure, health.

Made by `store.open_store`. The GDPR jobs live in `store.retention`, `store.erasure` and `store.export`; here they are only given the file.
"""

import os
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from pipeline.model.business import Booking, Client, Id
from pipeline.model.errors import Unavailable
from pipeline.ports import Row
from store import bookings, clients, retention, sweep
from store.door import Door
from store.faults import FAILED, FULL, LOCKED, unavailable
from store.lists import AUDIT_COLUMNS, STATS_COLUMNS
from store.people import PeopleIndex
from store.pii import LentPeople
from store.reads import SqliteReads
from store.schema import inspect
from store.values import words
from store.veil import SessionVeil

PROBE_MS = 100
"""How long `health` waits for another program's lock before it says so."""


FEW_BYTES = 32 * 1024
"""Less room than a commit needs."""


class SqliteArchive:
    """The files of the business."""

    def __init__(
        self, door: Door, reads: SqliteReads, people: PeopleIndex, lent: LentPeople, veil: SessionVeil,
        audio_dir: Path | None, data_dir: Path | None,
    ) -> None:  # fmt: skip
        self._door = door
        self._reads = reads
        self._people = people
        self._lent = lent
        self._veil = veil
        self._audio_dir = audio_dir
        self._data_dir = data_dir

    def search_clients(self, nome: str | None, telefono: str | None, query: str | None, limit: int) -> tuple[int, tuple[Client, ...]]:
        """(count of all matches, the first `limit`): exact first, then fuzzy; all None = every client by surname."""
        if nome is None and telefono is None and query is None:
            return self._everybody(limit)
        found: tuple[Client, ...] | None = None
        if telefono is not None:
            found = self._reads.clients_by_phone(telefono)
        if nome is not None:
            found = _both(found, self._named(nome))
        if query is not None:
            by_number = self._reads.clients_by_phone(query) if sum(letter.isdigit() for letter in query) >= 5 else ()
            found = _both(found, by_number or self._named(query))
        found = found or ()
        return len(found), found[:limit]

    def _everybody(self, limit: int) -> tuple[int, tuple[Client, ...]]:
        if self._reads.encrypted():
            self._reads.clients_by_name(None, None)
        with self._door.reading() as conn:
            count = int(conn.value("SELECT count(*) FROM clienti WHERE deleted_at IS NULL"))
            rows = conn.rows(
                f"SELECT {clients.COLUMNS} FROM clienti WHERE deleted_at IS NULL"
                " ORDER BY cognome COLLATE NOCASE, nome COLLATE NOCASE LIMIT ?",
                (limit,),
            )
        return count, tuple(clients.client_of(row, self._lent) for row in rows)

    def _named(self, text: str) -> tuple[Client, ...]:
        """People whom the words may name: as first name and surname split anywhere, either way round, or as one of them alone."""
        parts = text.split()
        splits = [(" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts))]
        asked: list[tuple[str | None, str | None]] = [*splits, *((last, first) for first, last in splits), (None, text), (text, None)]
        exact: dict[Id, Client] = {}
        close: dict[Id, Client] = {}
        for first, last in asked:
            if exact and (first is None or last is None) and len(parts) > 1:
                break
            people = self._reads.clients_by_name(first, last)
            exact |= {client.id: client for client in people.exact}
            close |= {client.id: client for client in people.close}
        return (*exact.values(), *(client for key, client in close.items() if key not in exact))

    def bookings(
        self, cliente_id: Id | None, first: date | None, last: date | None, stato: str | None, limit: int, offset: int
    ) -> tuple[tuple[Booking, ...], bool]:
        with self._door.snapshot() as conn:
            return bookings.page(conn, cliente_id, first, last, stato, limit, offset)

    def services_of_operator(self) -> Mapping[Id, frozenset[Id] | None]:
        return {operator.id: operator.services for operator in self._reads.operators()}

    def audit(self, session_id: str | None, limit: int, offset: int) -> tuple[tuple[Row, ...], bool]:
        """(rows, more), oldest first; the keyed hash and the address are not shown."""
        where = "WHERE session_id = ?" if session_id is not None else ""
        values: tuple[Any, ...] = (session_id,) if session_id is not None else ()
        sql = f"SELECT {', '.join(AUDIT_COLUMNS)} FROM {{voice_audit_log}} {where} ORDER BY id LIMIT ? OFFSET ?"
        return self._page(sql, values, AUDIT_COLUMNS, limit, offset)

    def stats(self, first: date | None, last: date | None, limit: int, offset: int) -> tuple[tuple[Row, ...], bool]:
        sql = f"SELECT {', '.join(STATS_COLUMNS)} FROM voice_agent_stats WHERE data >= ? AND data <= ? ORDER BY data LIMIT ? OFFSET ?"
        return self._page(sql, (_from(first), _until(last)), STATS_COLUMNS, limit, offset)

    def unanswered(self, first: date | None, last: date | None) -> tuple[Row, ...]:
        columns = ("id", "question", "language", "session_id", "created_at")
        after = (last + timedelta(days=1)).isoformat() if last else "9999"
        with self._door.reading() as conn:
            rows = conn.rows(
                f"SELECT {', '.join(columns)} FROM sidecar_unanswered WHERE created_at >= ? AND created_at < ? ORDER BY created_at, id",
                (_from(first), after),
            )
        return tuple(dict(zip(columns, row, strict=True)) for row in rows if words(row[1]))

    def _page(self, sql: str, values: tuple[Any, ...], columns: Sequence[str], limit: int, offset: int) -> tuple[tuple[Row, ...], bool]:
        with self._door.reading() as conn:
            rows = conn.rows(self._door.schema.sql(sql), (*values, limit + 1, offset))
        return tuple(dict(zip(columns, row, strict=True)) for row in rows[:limit]), len(rows) > limit

    def anonymize(self, days: int, now: datetime) -> Mapping[str, int]:
        """The retention job: what is older than so many days loses its personal parts. Counts by kind."""
        counts = retention.run(self._door, days, now, self._audio_dir)
        return {**counts, "exports": sweep.drop_exports(self._exports())}

    def export(self, cliente_id: Id) -> Row:
        """Everything held about a client; NotFound for one that is not there."""
        from store import export  # asked for once in a year

        with self._door.snapshot() as conn:
            return export.everything(conn, inspect(conn), cliente_id, self._lent)

    def keep_export(self, data: bytes, name: str) -> str:
        """Writes a large export into a file of the data folder; its absolute path. Raises Unavailable."""
        from store import export  # as above

        try:
            return export.keep(self._exports(), data, name)
        except OSError:
            raise unavailable(FAILED) from None

    def _exports(self) -> Path:
        return (self._data_dir or Path(self._door.path).parent) / "exports"

    def erase(self, cliente_id: Id, now: datetime, everyday: Collection[str] = ()) -> Mapping[str, int]:
        """The client's future appointments are cancelled, then nothing names the person any more. Counts by kind."""
        from store import erasure  # asked for once in a year

        counts = erasure.run(self._door, cliente_id, now, self._lent, (self._audio_dir, self._data_dir), everyday)
        counts = {**counts, "exports": sweep.drop_exports(self._exports(), older_than_s=0)}
        self._lent.forget(cliente_id)
        self._veil.forget()
        self._door.epoch += 1
        return counts

    def provide_index(self, people: Sequence[Client]) -> int:
        """Lends decrypted people for this run, in memory only; how many are known now."""
        return self._lent.lend(people)

    def health(self) -> tuple[Literal["ok", "error"], str]:
        """(state, detail), asked of the file now: read, and the write lock taken and given back; never raises."""
        try:
            with self._door.reading() as conn:
                conn.value("SELECT count(*) FROM impostazioni")
                if conn.read_only() or not os.access(self._door.path, os.W_OK):
                    return "error", "the database file can only be read"
                if not conn.try_to_write(PROBE_MS):
                    return "error", LOCKED
                if _is_full(self._door.path):
                    return "error", FULL
                if self._door.unwritten:
                    # A lock costs no room on the disk: where the last write found none, only a write can tell.
                    self._door.write_mark()
        except Unavailable as error:
            return "error", error.message
        return "ok", self._door.schema.kind


def _is_full(path: str) -> bool:
    """Whether the disk has no room for a few pages; a file system that does not know its size is not said to be full."""
    import shutil  # half a megabyte with its archive formats, for a question of the host's

    try:
        size = shutil.disk_usage(os.path.dirname(path) or ".")
    except OSError:
        return False
    return size.total > 0 and size.free < FEW_BYTES


def _both(first: tuple[Client, ...] | None, second: tuple[Client, ...]) -> tuple[Client, ...]:
    """Who is in both lists, in the order of the second; the second where there is no first."""
    if first is None:
        return second
    ids = {client.id for client in first}
    return tuple(client for client in second if client.id in ids)


def _from(first: date | None) -> str:
    return first.isoformat() if first else ""


def _until(last: date | None) -> str:
    return last.isoformat() if last else "9999"
