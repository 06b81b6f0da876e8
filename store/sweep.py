"""The bytes beside the rows: write-ahead log, free pages, recordings.

Called by the retention and the erasure once their rows are committed. Must never touch a file it does not know.
"""

from pathlib import Path

from store.connection import Busy, Connection, SqliteError, describe
from store.faults import log

KEPT_S = 600
"""A recording that was returned is kept so long (docs/contract, section 3)."""


def flush(conn: Connection) -> bool:
    """Moves the write-ahead log into the file and empties it; False while another program still reads an old state."""
    try:
        row = conn.row("PRAGMA wal_checkpoint(TRUNCATE)")
    except Busy as error:
        log.warning("database: the log was not emptied, %s", describe(error))
        return False
    return row is not None and row[0] == 0


def rebuild(conn: Connection) -> bool:
    """Writes the whole file anew, so that pages another program freed without overwriting are gone; False when that was not possible."""
    try:
        conn.run("VACUUM")
    except SqliteError as error:
        log.warning("database: not rebuilt, %s", describe(error))
        return False
    return True


def drop_recordings(folder: Path | None, older_than_s: float = KEPT_S) -> int:
    """Deletes finished recordings older than that, by the file system's own clock; how many went."""
    if folder is None or not folder.is_dir():
        return 0
    mark = folder / ".sweep"
    mark.touch()
    limit = mark.stat().st_mtime - older_than_s
    mark.unlink()
    old = [path for path in folder.glob("*.wav") if path.stat().st_mtime < limit]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
