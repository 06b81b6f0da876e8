"""The one backup: made before a schema upgrade, replaced by the next, gone after seven days or with the first erasure.

Called by `store.migrations` and the retention jobs. Must never touch any other file.
"""

import os
from datetime import datetime, timedelta

from store.connection import Connection

DAYS = 7


def path_of(path: str) -> str:
    """Where the backup of that database lies."""
    return f"{path}.sidecar-backup"


def make(conn: Connection, path: str) -> None:
    """Copies the database beside itself; an older backup is replaced only once the new one is complete."""
    fresh = path_of(path) + ".new"
    _remove(fresh)
    conn.backup_to(fresh)
    os.replace(fresh, path_of(path))


def remember(conn: Connection, at: datetime) -> None:
    """Notes when the backup was made."""
    conn.run("INSERT OR REPLACE INTO sidecar_facts (chiave, valore) VALUES ('backup_at', ?)", (at.isoformat(),))


def drop(path: str) -> int:
    """Removes the backup; how many files went."""
    return _remove(path_of(path)) + _remove(path_of(path) + ".new")


def drop_if_old(conn: Connection, path: str, now: datetime) -> int:
    """Removes the backup once it is seven days old, or when nobody knows its age."""
    made = conn.value("SELECT valore FROM sidecar_facts WHERE chiave = 'backup_at'")
    fresh = made is not None and datetime.fromisoformat(str(made)) > now - timedelta(days=DAYS)
    return 0 if fresh else drop(path)


def _remove(path: str) -> int:
    removed = 0
    for name in (path, f"{path}-wal", f"{path}-shm", f"{path}-journal"):
        if os.path.exists(name):
            os.remove(name)
            removed += 1
    return removed
