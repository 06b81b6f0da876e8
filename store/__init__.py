"""The memory: SQLite and nothing else. `open_store` is the way in; `sidecar.wiring` calls it, the rest sees the ports.

Opening never raises and never waits for a check: a missing, locked or damaged file makes each use raise Unavailable("database") until it is
there, free or mended.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from pipeline.model.errors import Unavailable
from pipeline.ports import Clock
from store import festivi, migrations, retention, sweep
from store.archive import SqliteArchive
from store.connection import Trace
from store.door import Door
from store.ledger import SqliteLedger
from store.people import PeopleIndex
from store.pii import LentPeople
from store.reads import SqliteReads
from store.schema import Schema
from store.veil import SessionVeil

__all__ = ["Store", "open_store"]


class Store:
    """The file of a business, open or waited for: the three ports, and the few jobs that only the process asks for."""

    def __init__(self, door: Door, audio_dir: Path | None, data_dir: Path | None) -> None:
        lent, veil = LentPeople(), SessionVeil()
        people = PeopleIndex(door, lent)
        self._door = door
        self.reads = SqliteReads(door, lent, people, veil)
        self.ledger = SqliteLedger(door, self.reads, lent, veil)
        self.archive = SqliteArchive(door, self.reads, people, lent, veil, audio_dir, data_dir)

    @property
    def schema(self) -> Schema:
        """What the open file is. Raises Unavailable."""
        with self._door.reading():
            return self._door.schema

    def notes(self) -> tuple[str, ...]:
        """What is strange about the open file, in sentences for `doctor`; raises Unavailable."""
        with self._door.reading() as conn:
            return migrations.strange(conn, self._door.schema)

    def warm_up(self) -> None:
        """Opens the file and fills the caches; a file that is not there is no error."""
        try:
            self.reads.prepare()
        except Unavailable:
            return

    def health(self) -> tuple[Literal["ok", "error"], str]:
        """(state, detail), asked of the file now; never raises."""
        return self.archive.health()

    def fill_demo(self, now: datetime) -> bool:
        """Inserts the demo business; False where there is a business already. Raises Unavailable."""
        from store import demo  # no business but the invented one needs it

        with self._door.writing() as conn:
            filled = demo.fill(conn, self._door.schema, now)
        self._door.epoch += 1
        return filled

    def renew_holidays(self, year: int) -> int:
        """Adds the holidays of that year and the next once; the number added. Imports `holidays` (190 ms). Raises Unavailable."""
        with self._door.writing() as conn:
            added = festivi.renew(conn, self._door.schema, year)
        self._door.epoch += 1
        return added

    def clean_up(self) -> bool:
        """Tries once more to clean the bytes of who was taken out of the rows; True when nothing is left to do. Raises Unavailable."""
        return sweep.clean(self._door, sweep.BRIEF_MS)

    def forget_links(self, now: datetime) -> int:
        """Takes the tokens of links that are no longer good out of what is stored; how many answers changed. Raises Unavailable."""
        return retention.forget_links(self._door, now - timedelta(minutes=self.reads.settings().link_minuti))

    def write_texts(self, faq: Path, prompt: Path) -> tuple[Path, ...]:
        """Writes the demo FAQ and the agent's prompt where they are missing; which were written."""
        from store import demo_faq

        return demo_faq.write_missing(faq, prompt)

    def knows(self, code_or_session: str) -> bool:
        """Whether the file holds that confirmation code or session id, for a seeded generator to skip. Raises Unavailable."""
        with self._door.reading() as conn:
            schema = self._door.schema
            return any(
                conn.value(schema.sql(sql), (code_or_session,)) is not None
                for sql in ("SELECT 1 FROM appuntamenti WHERE confirmation_code = ?", "SELECT 1 FROM {voice_sessions} WHERE id = ?")
            )

    def close(self) -> None:
        """Closes every connection."""
        self._door.close()


def open_store(
    path: Path | str,
    *,
    clock: Clock,
    create: bool,
    audio_dir: Path | None = None,
    data_dir: Path | None = None,
    on_event: Callable[[str], None] | None = None,
    trace: Trace | None = None,
) -> Store:
    """The store of that file. Never raises: what is wrong with the file is told by each use.

    `create`: a missing file is made at the first use. `on_event` hears created, adopted, upgraded, damaged; `trace` every statement.
    """
    door = Door(Path(path), clock, create=create, on_event=on_event, trace=trace)
    return Store(door, audio_dir, data_dir)
