"""Another program on the same file: plain SQL on a connection of its own, as the desktop app would."""

from pathlib import Path
from typing import Any, cast

import apsw


def sql(path: Path, text: str, *values: Any) -> list[tuple[Any, ...]]:
    """Carries out one statement and gives its rows."""
    conn: Any = apsw.Connection(str(path))
    try:
        conn.set_busy_timeout(5000)
        conn.execute("PRAGMA foreign_keys = ON").fetchall()
        return cast("list[tuple[Any, ...]]", conn.execute(text, values).fetchall())
    finally:
        conn.close(True)


def holding_the_lock(path: Path) -> Any:
    """A connection that holds the write lock until it is closed."""
    conn: Any = apsw.Connection(str(path))
    conn.execute("BEGIN IMMEDIATE").fetchall()
    return conn


def everything(path: Path, *without: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, to compare a whole file."""
    tables = [str(row[0]) for row in sql(path, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
    return {table: sorted(sql(path, f'SELECT * FROM "{table}"'), key=repr) for table in tables if table not in without}
