"""The check of the whole file (PRAGMA quick_check), beside everything else, on a connection of its own.

Started by `store.door`; tells it once when the file is damaged. Must never write.
"""

import threading
from collections.abc import Callable

from store.connection import Busy, Connection, Damage, SqliteError, describe, open_connection
from store.faults import log


class FileCheck:
    """One check of one file. `finished` with `sound` False means damaged."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._done = threading.Event()
        self._conn: Connection | None = None
        self._stopped = False
        self.sound = True

    @property
    def finished(self) -> bool:
        return self._done.is_set()

    def run(self, when_damaged: Callable[[], None]) -> bool:
        """Checks now and calls `when_damaged` if the file is not sound; True also when it could not be looked at for another reason."""
        try:
            self.sound = self._look()
            if not self.sound and not self._stopped:
                when_damaged()
        finally:
            self._done.set()
        return self.sound

    def start(self, when_damaged: Callable[[], None]) -> None:
        """The same in the background."""
        threading.Thread(target=self.run, args=(when_damaged,), name="store-check", daemon=True).start()

    def _look(self) -> bool:
        try:
            conn = open_connection(self._path)
            self._conn = conn
            # Every page is looked at once: nothing is gained by keeping them.
            conn.run("PRAGMA cache_size = -256")
            try:
                return _sound(conn)
            finally:
                self._conn = None
                conn.close()
        except Damage:
            return False
        except (*Busy, SqliteError, OSError) as error:
            if not self._stopped:  # who ends the program ends the check
                log.warning("database: the check was not finished, %s", describe(error))
            return True

    def wait(self, seconds: float) -> bool:
        """Waits for the end of the check; True when the file is sound."""
        return self._done.wait(seconds) and self.sound

    def stop(self) -> None:
        """Ends a running check."""
        self._stopped = True
        conn = self._conn
        if conn is not None:
            conn.interrupt()
            self._done.wait(5)


def _sound(conn: Connection) -> bool:
    """A full-text index whose tokenizer only another program knows cannot be checked here and is no damage."""
    said = [str(row[0]) for row in conn.rows("PRAGMA quick_check(20)")]
    return all(line == "ok" or "fts" in line.lower() for line in said)
