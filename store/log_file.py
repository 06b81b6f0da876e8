"""The write-ahead log beside the file, watched: whoever deletes it takes from a running program what it commits, without an error.

Used by `store.door`. SQLite goes on writing into a log that has no name any more; no other program ever sees those rows.
"""

import os
from collections.abc import Iterable

from store.connection import Connection, SqliteError, describe
from store.faults import log


def stands(conn: Connection, path: str) -> bool:
    """Whether the connection writes into the log that lies beside the file; True where there is no log (yet)."""
    there = _identity(path)
    if conn.log is None:
        conn.log = there
    return conn.log == there


def rescue(conn: Connection, path: str, all_open: Iterable[Connection]) -> bool:
    """Moves what is in a log that was taken away into the file; False where another program has begun a new one, or it fails."""
    if _identity(path) is not None:
        # Two logs would overwrite each other's pages.
        for each in all_open:
            _leave(each)
        log.error("database: the log of %s was replaced while it was in use", os.path.basename(path))
        return False
    try:
        row = conn.row("PRAGMA wal_checkpoint(FULL)")
    except SqliteError as error:
        log.error("database: a log that was deleted is lost, %s", describe(error))
        return False
    log.warning("database: the log of %s was deleted while it was in use; its rows are in the file", os.path.basename(path))
    return row is not None and row[0] == 0


def _leave(conn: Connection) -> None:
    try:
        conn.leave_log_alone()
    except SqliteError as error:
        log.warning("database: a connection is in use, %s", describe(error))


def _identity(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(f"{path}-wal")
    except OSError:
        return None
    return (found.st_dev, found.st_ino)
