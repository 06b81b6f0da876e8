"""The bytes beside the rows: write-ahead log, free pages, recordings.

Called by the retention and the erasure once their rows are committed, and again by the process until no other program is in the way.
Must never touch a file it does not know.
"""

from pathlib import Path

from store.connection import Busy, Connection, SqliteError, describe
from store.door import Door
from store.faults import log

_FACT = "bytes_to_clean"
PATIENCE_MS = 500
BRIEF_MS = 50
"""How long the readers of other programs are waited for, at once and when it is tried again."""
EXPORT_KEPT_S = 7 * 24 * 3600
KEPT_S = 600
"""A recording that was returned is kept so long (docs/contract, section 3)."""


def remember(conn: Connection, rebuild: bool) -> None:
    """Notes, in the transaction that took a person out of the rows, that the bytes are still to be cleaned."""
    there = conn.value("SELECT valore FROM sidecar_facts WHERE chiave = ?", (_FACT,))
    wanted = "file" if rebuild or there == "file" else "log"
    conn.run("INSERT OR REPLACE INTO sidecar_facts (chiave, valore) VALUES (?, ?)", (_FACT, wanted))


def clean(door: Door, patience_ms: int = PATIENCE_MS) -> bool:
    """Cleans what is noted; True when nothing is left to clean. While another program reads an old state the note stays."""
    with door.reading() as conn:
        noted = conn.value("SELECT valore FROM sidecar_facts WHERE chiave = ?", (_FACT,))
        if noted is None:
            return True
        # The readers are waited for with the write lock held: callers who want to book must not wait long.
        with conn.waiting_at_most(patience_ms):
            if not flush(conn) or (noted == "file" and not rebuild(conn)):
                return False
            conn.run("DELETE FROM sidecar_facts WHERE chiave = ?", (_FACT,))
            if flush(conn):
                return True
            remember(conn, rebuild=False)
    return False


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
    """Deletes finished recordings older than that; how many went."""
    return _drop(folder, "*.wav", older_than_s)


def drop_exports(folder: Path, older_than_s: float = EXPORT_KEPT_S) -> int:
    """Deletes exports that were not fetched within that time; how many went."""
    return _drop(folder, "*.json", older_than_s)


def _drop(folder: Path | None, pattern: str, older_than_s: float) -> int:
    """Ages are read by the file system's own clock."""
    if folder is None or not folder.is_dir():
        return 0
    mark = folder / ".sweep"
    mark.touch()
    limit = mark.stat().st_mtime - older_than_s
    mark.unlink()
    old = [path for path in folder.glob(pattern) if older_than_s == 0 or path.stat().st_mtime < limit]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
