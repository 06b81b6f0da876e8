"""The full-text index of the FAQ: stemmed plain text in FTS5 and the vectors of a model, in a file of their own.

Used by `sidecar.engines.recall` and `dense`; calls `store.connection`. Must never know how a word is stemmed, or a threshold.

1. Built-in tokenizer only, so that any SQLite can check the file. MATCH gets quoted tokens only.
2. An entry's number is a hash of its contents: unchanged entries are never written again, and two programs that share the file agree.
3. The file is a cache: one that cannot be used is made anew, and where no file can be made the index lives in memory.
"""

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from store.connection import Broken, Connection, Damage, SqliteError, describe, open_connection

SCHEMA = """
CREATE TABLE IF NOT EXISTS faq_source(source TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (source, entry)) WITHOUT ROWID;
CREATE VIRTUAL TABLE IF NOT EXISTS faq_fts USING fts5(question, synonyms, answer, tokenize = 'unicode61 remove_diacritics 0');
CREATE TABLE IF NOT EXISTS faq_vector(entry INTEGER NOT NULL, model TEXT NOT NULL, dimension INTEGER NOT NULL, vector BLOB NOT NULL,
    PRIMARY KEY (entry, model)) WITHOUT ROWID;
"""
WEIGHTS = "4.0, 4.0, 1.0"
"""BM25 weights of question, synonyms and answer: what is asked says more than what is answered."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Indexed:
    """An entry as it is stored: the number of its contents and its analysed text."""

    entry: int
    question: str
    synonyms: str
    answer: str


class FaqIndex:
    """The index file, or an index in memory where the file cannot be used. Safe for threads."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._conn: Connection | None = None
        self._contents: dict[str, tuple[Indexed, ...]] = {}
        self.problem = ""
        """Why the file is not used, empty while it is."""
        self._damaged = False
        self._in_memory = False

    def replace(self, source: str, rows: Sequence[Indexed]) -> None:
        """Makes `rows` the entries of `source` in one transaction, writing only what changed."""
        self._contents[source] = tuple(rows)
        self._use(lambda conn: _replace(conn, source, rows))

    def match(self, source: str, tokens: Iterable[str], limit: int) -> list[tuple[int, float]]:
        """(entry, BM25 score, greater is nearer) of the entries that hold any of the tokens, best first."""
        quoted = " OR ".join(f'"{token}"' for token in dict.fromkeys(tokens) if token.isalnum())
        if not quoted:
            return []
        return self._use(lambda conn: _match(conn, source, quoted, limit))

    def vectors(self, model: str) -> Mapping[int, tuple[int, bytes]]:
        """Entry -> (dimension, float32 bytes) of one model."""
        found = self._use(lambda conn: conn.rows("SELECT entry, dimension, vector FROM faq_vector WHERE model = ?", (model,)))
        return {int(entry): (int(dimension), bytes(vector)) for entry, dimension, vector in found}

    def keep_vectors(self, model: str, dimension: int, vectors: Sequence[tuple[int, bytes]]) -> None:
        """Keeps the vectors of some entries."""
        rows = [(entry, model, dimension, vector) for entry, vector in vectors]
        self._use(lambda conn: _in_transaction(conn, lambda: conn.many("INSERT OR REPLACE INTO faq_vector VALUES (?, ?, ?, ?)", rows)))

    def close(self) -> None:
        """Closes the file."""
        with self._lock:
            if self._conn is not None:
                self._conn.close()
                self._conn = None

    def _use(self, work: Callable[[Connection], T]) -> T:
        with self._lock:
            for _ in range(2):
                try:
                    return work(self._connection())
                except SqliteError as error:
                    self._discard(error)
            self._in_memory = True
            return work(self._connection())

    def _connection(self) -> Connection:
        if self._conn is None:
            self._conn = self._open()
            for source, rows in self._contents.items():
                _replace(self._conn, source, rows)
        return self._conn

    def _open(self) -> Connection:
        """The file; a damaged one is made anew. Where there can be no file, an index in memory."""
        if not self._in_memory:
            try:
                if self._damaged:
                    _remove(self._path)
                conn = _prepared(str(self._path))
                self._damaged, self.problem = False, ""
                return conn
            except Damage:
                self._damaged = True
                raise
            except (SqliteError, OSError) as error:
                self.problem, self._in_memory = type(error).__name__, True
        return _prepared(":memory:")

    def _discard(self, error: Exception) -> None:
        self.problem = describe(error)
        self._damaged = self._damaged or isinstance(error, (*Damage, *Broken))
        if self._conn is not None:
            self._conn.close()
            self._conn = None


def _prepared(path: str) -> Connection:
    if path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    conn = open_connection(path, create=True)
    try:
        # A cache that can be made again: it need not survive a power cut, and readers of another program are not kept out.
        conn.rows("PRAGMA journal_mode = WAL")
        conn.rows("PRAGMA synchronous = NORMAL")
        for statement in SCHEMA.split(";\n"):
            if statement.strip():
                conn.run(statement)
        conn.rows("SELECT count(*) FROM faq_fts WHERE faq_fts MATCH '\"a\"'")
    except BaseException:
        conn.close()
        raise
    return conn


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _in_transaction(conn: Connection, work: Callable[[], None]) -> None:
    conn.run("BEGIN IMMEDIATE")
    try:
        work()
        conn.run("COMMIT")
    finally:
        conn.rollback()


def _replace(conn: Connection, source: str, rows: Sequence[Indexed]) -> None:
    def work() -> None:
        old = {int(row[0]) for row in conn.rows("SELECT entry FROM faq_source WHERE source = ?", (source,))}
        new = {row.entry for row in rows}
        gone = [(source, entry) for entry in old - new]
        conn.many("DELETE FROM faq_source WHERE source = ? AND entry = ?", gone)
        present = {int(row[0]) for row in conn.rows("SELECT rowid FROM faq_fts")}
        added = [(row.entry, row.question, row.synonyms, row.answer) for row in rows if row.entry not in present]
        conn.many("INSERT INTO faq_fts(rowid, question, synonyms, answer) VALUES (?, ?, ?, ?)", added)
        conn.many("INSERT INTO faq_source VALUES (?, ?)", [(source, entry) for entry in new - old])
        conn.run("DELETE FROM faq_fts WHERE rowid NOT IN (SELECT entry FROM faq_source)")
        conn.run("DELETE FROM faq_vector WHERE entry NOT IN (SELECT entry FROM faq_source)")

    _in_transaction(conn, work)


def _match(conn: Connection, source: str, quoted: str, limit: int) -> list[tuple[int, float]]:
    found = conn.rows(
        f"SELECT f.rowid, -bm25(faq_fts, {WEIGHTS}) FROM faq_fts AS f JOIN faq_source AS s ON s.entry = f.rowid AND s.source = ?"
        f" WHERE faq_fts MATCH ? ORDER BY 2 DESC, f.rowid LIMIT {int(limit)}",
        (source, quoted),
    )
    return [(int(entry), float(score)) for entry, score in found]
