"""The one typed adapter over apsw: a connection with our pragmas, and nothing that knows a table.

Called by `store.door` and the maintenance jobs; calls apsw alone. Must never know what a row means.
apsw's stubs are partly unknown to pyright, so the raw object is `Any` here and nowhere else.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from typing import Any, cast

import apsw

Row = tuple[Any, ...]
Trace = Callable[[str], None]

BUSY_MS = 2000
"""How long one statement waits for another program's lock (contract section 3: a turn waits at most 2 s)."""
BRIEF_MS = 50
"""The same when the lock was waited for in vain a moment ago."""

SqliteError: type[Exception] = cast("type[Exception]", apsw.Error)
Busy: tuple[type[Exception], ...] = (apsw.BusyError, apsw.LockedError)
Damage: tuple[type[Exception], ...] = (apsw.CorruptError, apsw.NotADBError)
Broken: tuple[type[Exception], ...] = (
    apsw.IOError, apsw.CantOpenError, apsw.ReadOnlyError, apsw.FullError, apsw.SQLError, apsw.SchemaChangeError,
    apsw.ConnectionClosedError, apsw.PermissionsError, apsw.AuthError,
)  # fmt: skip
Refused: tuple[type[Exception], ...] = (apsw.ConstraintError, apsw.MismatchError)
"""A rule of the table says no."""
NoRoom: tuple[type[Exception], ...] = (apsw.IOError, apsw.FullError)
Stuck: tuple[type[Exception], ...] = (apsw.IOError, apsw.CantOpenError, apsw.ReadOnlyError)
"""After these the other connections of this process may keep what is wrong alive: they share the log's index in memory."""


class Connection:
    """A connection that belongs to one thread. `identity` names the file it was opened on; the rest is a scratch place of its owner."""

    __slots__ = ("__weakref__", "_raw", "_trace", "brief", "cached", "cached_key", "era", "identity", "inside", "log")

    def __init__(self, raw: Any, identity: tuple[int, int] | None, trace: Trace | None) -> None:
        self._raw = raw
        self._trace = trace
        self.identity = identity
        self.era = 0
        self.inside = 0
        """How many of its owner's questions and transactions are under way."""
        self.log: tuple[int, int] | None = None
        """Which write-ahead log it was opened on."""
        self.brief = False
        self.cached: Any = None
        self.cached_key: Any = None

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of a statement."""
        if self._trace is not None:
            self._trace(sql)
        return cast("list[Row]", self._raw.execute(sql, tuple(values)).fetchall())

    def row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row, None where there is none; the statement is finished either way."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first column of the first row, or None."""
        found = self.row(sql, values)
        return found[0] if found else None

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Carries out a statement; the number of rows it changed."""
        if self._trace is not None:
            self._trace(sql)
        self._raw.execute(sql, tuple(values)).fetchall()
        return cast("int", self._raw.changes())

    def many(self, sql: str, values: Sequence[Sequence[Any]]) -> None:
        """Carries out a statement once for each tuple of values."""
        self._raw.executemany(sql, values).fetchall()

    def iterate(self, sql: str, values: Sequence[Any] = ()) -> Generator[Row]:
        """Rows one by one; closing the iterator finishes the statement."""
        if self._trace is not None:
            self._trace(sql)
        cursor = self._raw.cursor()
        try:
            yield from cursor.execute(sql, tuple(values))
        finally:
            cursor.close(True)

    @property
    def in_transaction(self) -> bool:
        return cast("bool", self._raw.in_transaction)

    def rollback(self) -> None:
        """Undoes the open transaction, if there still is one (SQLite ends it by itself on some errors)."""
        if self._raw.in_transaction:
            self._raw.execute("ROLLBACK")

    def data_version(self) -> int:
        """A number that changes when any other connection commits to the file."""
        return cast("int", self._raw.execute("PRAGMA data_version").fetchall()[0][0])

    def try_to_write(self, milliseconds: int) -> bool:
        """Takes the write lock and gives it back; False when it was not to be had within that time."""
        with self.waiting_at_most(milliseconds):
            try:
                self._raw.execute("BEGIN IMMEDIATE")
            except Busy:
                return False
            finally:
                self.rollback()
        return True

    @contextmanager
    def waiting_at_most(self, milliseconds: int) -> Generator[None]:
        """Inside, a lock is waited for that long."""
        self._raw.set_busy_timeout(milliseconds)
        try:
            yield
        finally:
            self.wait_briefly(self.brief)

    def wait_briefly(self, brief: bool) -> None:
        """Whether a lock is waited for only briefly from now on."""
        self.brief = brief
        self._raw.set_busy_timeout(BRIEF_MS if brief else BUSY_MS)

    def read_only(self) -> bool:
        """Whether the file could only be opened for reading."""
        return cast("bool", self._raw.readonly("main"))

    def backup_to(self, path: str) -> None:
        """Copies the whole database to a new file at `path`."""
        target: Any = apsw.Connection(path)
        try:
            with target.backup("main", self._raw, "main") as job:
                while not job.done:
                    job.step(-1)
        finally:
            target.close()

    def leave_log_alone(self) -> None:
        """Closing it will not move its log into the file."""
        self._raw.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)

    def interrupt(self) -> None:
        """Ends whatever another thread is doing on this connection."""
        self._raw.interrupt()

    def close(self) -> None:
        self._raw.close(True)


def open_connection(path: str, *, create: bool = False, identity: tuple[int, int] | None = None, trace: Trace | None = None) -> Connection:
    """A connection with the pragmas of the house; raises apsw errors, which `store.faults` translates."""
    flags = apsw.SQLITE_OPEN_READWRITE | (apsw.SQLITE_OPEN_CREATE if create else 0)
    raw: Any = apsw.Connection(path, flags=flags, statementcachesize=250)
    raw.set_busy_timeout(BUSY_MS)
    try:
        raw.execute(
            "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;"
            " PRAGMA cache_size = -1000"
        ).fetchall()
    except BaseException:
        raw.close(True)
        raise
    return Connection(raw, identity, trace)


def describe(error: Exception) -> str:
    """The kind and number of a database error, never its text."""
    return f"{type(error).__name__} {getattr(error, 'extendedresult', '')}".strip()
