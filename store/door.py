"""The way to the file: a connection per thread, readiness, damage and recovery, and the one write transaction.

Used by `store.reads`, `store.ledger` and `store.archive`; calls `store.migrations` once a file. Knows no table of the business.

1. Opening never raises; using raises Unavailable("database").
2. The file is looked at (one stat) at each use: it is picked up when it appears, is mended or is replaced.
3. A file is made only when it was missing from the start and that was allowed.
4. The first write waits for the check of the whole file; a damaged one is never written.
"""

import os
import threading
import weakref
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from pipeline.ports import Clock
from store import faults, log_file, migrations
from store.check import FileCheck
from store.connection import Broken, Busy, Connection, Damage, NoRoom, SqliteError, Stuck, Trace, open_connection
from store.schema import Schema

Identity = tuple[int, int]
CHECK_PATIENCE_S = 20.0
LOCKED_S = 1.0
"""For so long after a vain wait the lock is believed to be held by a program that does not let go."""


class Door:
    """The open (or waiting) file. Safe to use from many threads."""

    def __init__(
        self, path: Path, clock: Clock, *, create: bool, on_event: Callable[[str], None] | None = None, trace: Trace | None = None
    ) -> None:
        self.path = str(path)
        self.clock = clock
        self.epoch = 0
        """Raised by our own changes to what is cached (catalogue, people)."""
        self._may_create = create
        self._on_event = on_event
        self.trace = trace
        self._lock = threading.RLock()
        self._local = threading.local()
        self._open: weakref.WeakSet[Connection] = weakref.WeakSet()
        self._ready: Identity | None = None
        self._schema: Schema | None = None
        self._check: FileCheck | None = None
        self._damaged: tuple[int, ...] | None = None
        self._locked_until = 0.0
        self._era = 0
        """Connections of an earlier era are opened anew."""
        self._reads_only = False
        """Whether the file could only be opened for reading: such connections are left once it can be written."""
        self.unwritten = False
        """Whether the last write was refused by the disk: only another write can tell that it is over."""
        self._closed = False

    @property
    def schema(self) -> Schema:
        """The schema of the open file; Unavailable while there is none."""
        schema = self._schema
        if schema is None:
            raise faults.unavailable(faults.FAILED)
        return schema

    def tell(self, event: str) -> None:
        """Passes an event on: created, upgraded, adopted, damaged, changed."""
        if self._on_event is not None:
            self._on_event(event)

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """This thread's connection; database errors inside become Unavailable. Inside a write transaction: that one's."""
        with self._guarded(), self._used() as conn:
            yield conn

    @contextmanager
    def snapshot(self) -> Generator[Connection]:
        """As `reading`, and everything read inside is of one moment."""
        with self._guarded(), self._used() as conn:
            if conn.in_transaction:
                yield conn
                return
            conn.run("BEGIN")
            try:
                yield conn
            finally:
                conn.rollback()

    @contextmanager
    def writing(self) -> Generator[Connection]:
        """One BEGIN IMMEDIATE: everything inside is kept together or not at all."""
        with self._guarded(), self._used() as conn:
            self._await_check()
            self._be_patient(conn)
            conn.run("BEGIN IMMEDIATE")
            self._locked_until = 0.0
            try:
                yield conn
                conn.run("COMMIT")
                if not log_file.stands(conn, self.path) and not log_file.rescue(conn, self.path, list(self._open)):
                    raise faults.unavailable(faults.FAILED)
                self.unwritten = False
            except NoRoom:
                self.unwritten = True
                raise
            finally:
                conn.rollback()

    @contextmanager
    def _used(self) -> Generator[Connection]:
        conn = self._connection()
        conn.inside += 1
        try:
            yield conn
        finally:
            conn.inside -= 1

    def write_mark(self) -> None:
        """Writes a row of no meaning, to learn whether the disk takes one. Raises Unavailable."""
        with self.writing() as conn:
            conn.run("INSERT OR REPLACE INTO sidecar_facts (chiave, valore) VALUES ('written_at', ?)", (self.clock.now().isoformat(),))

    def _be_patient(self, conn: Connection) -> None:
        """Right after somebody waited in vain for the lock, wait only briefly: a turn that asks again waits 2 s once."""
        brief = self._locked_until > 0.0 and self.clock.monotonic() < self._locked_until
        if brief != conn.brief:
            conn.wait_briefly(brief)

    def close(self) -> None:
        """Closes every connection; whoever is still inside one gets Unavailable."""
        with self._lock:
            self._closed = True
            if self._check is not None:
                self._check.stop()
            for conn in list(self._open):
                conn.interrupt()
                self._discard(conn)
            self._ready = None

    @contextmanager
    def _guarded(self) -> Generator[None]:
        try:
            yield
        except (SqliteError, OSError) as error:
            self._after(error)
            raise faults.translate(error) from None

    def _after(self, error: Exception) -> None:
        if isinstance(error, Busy):
            self._locked_until = self.clock.monotonic() + LOCKED_S
        if isinstance(error, Damage):
            self._mark_damaged(self._stamp())
        if isinstance(error, (*Damage, *Broken)):
            conn = getattr(self._local, "conn", None)
            if conn is not None:
                self._discard(conn)
            with self._lock:
                self._ready = None
        if isinstance(error, Stuck):
            self._open_all_anew()

    def _open_all_anew(self) -> None:
        """Idle connections are closed now, the others are left by their threads at their next use."""
        with self._lock:
            self._era += 1
            idle = [conn for conn in self._open if not conn.inside]
        for conn in idle:
            self._discard(conn)

    def _discard(self, conn: Connection) -> None:
        if getattr(self._local, "conn", None) is conn:
            self._local.conn = None
        self._open.discard(conn)
        try:
            conn.close()
        except SqliteError as error:
            faults.log.warning("database: closing, %s", type(error).__name__)

    def identity(self) -> Identity | None:
        """Which file lies at the path now."""
        try:
            found = os.stat(self.path)
        except OSError:
            return None
        return (found.st_dev, found.st_ino)

    def _connection(self) -> Connection:
        identity = self.identity()
        conn: Connection | None = getattr(self._local, "conn", None)
        if self._reads_only and os.access(self.path, os.W_OK):
            self._reads_only = False
            self._open_all_anew()
        if conn is not None and identity is not None and conn.identity == identity == self._ready and self._fresh(conn):
            self._be_patient(conn)
            return conn
        self._save_log()
        if conn is not None:
            self._discard(conn)
        self._prepare()
        conn = open_connection(self.path, identity=self.identity(), trace=self.trace)
        conn.era = self._era
        self._reads_only = self._reads_only or conn.read_only()
        conn.rows("SELECT 1 FROM sqlite_master LIMIT 1")
        log_file.stands(conn, self.path)
        self._local.conn = conn
        with self._lock:
            self._open.add(conn)
        return conn

    def _fresh(self, conn: Connection) -> bool:
        return conn.era == self._era and not self._closed and (conn.inside > 0 or log_file.stands(conn, self.path))

    def _save_log(self) -> None:
        """Before a new connection begins a new log: one that was deleted under those of this process is moved into the file."""
        lost = next((conn for conn in list(self._open) if not conn.inside and not log_file.stands(conn, self.path)), None)
        if lost is not None:
            log_file.rescue(lost, self.path, list(self._open))
            self._open_all_anew()

    def _prepare(self) -> None:
        with self._lock:
            if self._closed:
                raise faults.unavailable(faults.CLOSED)
            if self._damaged is not None:
                if self._stamp() == self._damaged:
                    raise faults.unavailable(faults.DAMAGED)
                self._damaged = None
            identity = self.identity()
            if identity is not None and identity == self._ready:
                return
            if identity is None and not self._may_create:
                raise faults.unavailable(faults.MISSING)
            if self.clock.monotonic() < self._locked_until:
                raise faults.unavailable(faults.LOCKED)
            self._make_ready(created=identity is None)

    def _make_ready(self, created: bool) -> None:
        if created:
            Path(self.path).parent.mkdir(parents=True, exist_ok=True)
        elif os.path.getsize(self.path) == 0 and not self._may_create:
            raise faults.unavailable(faults.FOREIGN)
        conn = open_connection(self.path, create=created, trace=self.trace)
        try:
            self._upgrade(conn, created)
        except migrations.ForeignFile:
            raise faults.unavailable(faults.FOREIGN) from None
        except migrations.LostPart as lost:
            raise faults.unavailable(faults.LOST.format(what=lost)) from None
        finally:
            conn.close()
        self._may_create = False
        self._ready = self.identity()
        self.epoch += 1

    def _upgrade(self, conn: Connection, created: bool) -> None:
        schema = migrations.inspect(conn)
        check, stamp = FileCheck(self.path), self._stamp()
        if migrations.needs_work(conn, schema):
            if not check.run(lambda: self._mark_damaged(stamp)):
                raise faults.unavailable(faults.DAMAGED)
            _to_wal(conn)
            schema, changed = migrations.migrate(conn, self.path, self.clock.now())
            if changed:
                self.tell("created" if created else "adopted" if schema.kind == "desktop" else "upgraded")
        else:
            _to_wal(conn)
            check.start(lambda: self._mark_damaged(stamp))
        self._schema, self._check = schema, check

    def _await_check(self) -> None:
        check = self._check
        if check is not None and not check.wait(CHECK_PATIENCE_S):
            raise faults.unavailable(faults.DAMAGED if check.finished else faults.FAILED)

    def _mark_damaged(self, stamp: tuple[int, ...] | None) -> None:
        """`stamp` is the file as it was when it was looked at: one that was put in its place since is looked at anew."""
        with self._lock:
            self._ready = None
            self._damaged = stamp if self._stamp() == stamp else None
        faults.log.error("database: the file %s is damaged", os.path.basename(self.path))
        self.tell("damaged")

    def _stamp(self) -> tuple[int, ...] | None:
        try:
            found = os.stat(self.path)
        except OSError:
            return None
        return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def _to_wal(conn: Connection) -> None:
    if conn.read_only() or str(conn.value("PRAGMA journal_mode")).lower() == "wal":
        return
    try:
        conn.rows("PRAGMA journal_mode = WAL")
    except Busy as error:
        # Another program holds the file in its own mode: it can be used as it is, and is asked again at the next start.
        faults.log.warning("database: not switched to WAL, %s", type(error).__name__)
