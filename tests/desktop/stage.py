"""A golden dialogue played on a file of the desktop app's making, which is compared as a whole afterwards.

Called by the tests of this folder.
"""

import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import apsw

from pipeline.model.turn import Reply
from sidecar.clock import FrozenClock
from tests.desktop.twin import Ids, twin
from tests.dialogue.books import open_books
from tests.dialogue.phone import fresh_store
from tests.dialogue.script import Part
from tests.dialogue.stage import Stage

Whole = dict[tuple[str, Any], dict[str, Any]]
"""Every row of the app's own tables: (table, rowid) to its values by column."""

OURS = ("sidecar_", "voice_sessions", "voice_audit_log", "whatsapp_outbox", "secure_tokens", "schema_migrations", "sqlite_")
VISIT = {
    "servizio_id", "operatore_id", "data_ora_inizio", "data_ora_fine", "durata_minuti", "stato", "prezzo", "sconto_percentuale",
    "prezzo_finale", "note", "updated_at", "deleted_at", "confirmation_code", "whatsapp_confirmed", "whatsapp_confirmed_at",
}  # fmt: skip
"""What a change or a cancellation may touch of an appointment."""
CONSENT = {"voice_consent", "voice_consent_at", "voice_consent_version", "updated_at"}


def whole(file: Path) -> Whole:
    """The app's own tables as they stand."""
    connection: Any = apsw.Connection(str(file))
    try:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'") if not name.startswith(OURS)]
        found: Whole = {}
        for name in names:
            columns = [str(row[1]) for row in connection.execute(f'PRAGMA table_info("{name}")')]
            for rowid, *values in connection.execute(f'SELECT rowid, * FROM "{name}"'):
                found[name, rowid] = dict(zip(columns, values, strict=True))
        return found
    finally:
        connection.close()


def touched(before: Whole, after: Whole) -> dict[tuple[str, Any], set[str]]:
    """Rows that are new, gone or different, with the columns that differ (empty for new and gone ones)."""
    found: dict[tuple[str, Any], set[str]] = {key: set() for key in before.keys() ^ after.keys()}
    for key in before.keys() & after.keys():
        columns = {name for name, value in after[key].items() if before[key].get(name) != value}
        if columns:
            found[key] = columns
    return found


class DesktopStage(Stage):
    """The same dialogue, the same judge, another file."""

    def play(self) -> list[str]:
        """Everything that is wrong; what was touched beyond the rows of the dialogue counts too."""
        self._by_desk: set[tuple[str, Any]] = set()
        before = whole(self.file)
        faults = super().play()
        after = whole(self.file)
        known = {key: row for key, row in before.items() if key not in self._by_desk}
        for key, columns in touched(known, after).items():
            if self._stray(key, columns, after):
                faults.append(f"touched {key}: {sorted(columns)}")
        return faults

    def _stray(self, key: tuple[str, Any], columns: set[str], after: Whole) -> bool:
        """Whether a touched row is none that the dialogue was meant to change."""
        table = key[0]
        if key in self._by_desk or table == "voice_agent_stats":
            return False
        if key not in after:
            return True
        meant = open_books(self.file)
        now, then = (meant.appointments, self.start.appointments) if table == "appuntamenti" else (meant.clients, self.start.clients)
        identifier = after[key].get("id")
        if table == "appuntamenti" and columns == {"updated_at"}:
            # A row of a changed visit that stays as it is.
            return False
        if table == "appuntamenti":
            return now.get(identifier) == then.get(identifier) or not columns <= VISIT
        return table != "clienti" or now.get(identifier) == then.get(identifier) or not columns <= CONSENT

    def _step(self, part: Part, reply: Reply | None) -> Reply | None:
        """What the app writes meanwhile is its own."""
        if part.kind != "desk":
            return super()._step(part, reply)
        before = whole(self.file)
        super().desk(part.text)
        self._by_desk |= touched(before, whole(self.file)).keys()
        return reply

    def _lay(self, templates: Path) -> None:
        day = datetime.combine(self.dialogue.now.date(), datetime.min.time())
        template = templates / f"desktop {day:%Y-%m-%d}"
        if not (template / "fluxion.db").exists():
            own = template / "own"
            fresh_store(own, FrozenClock(day)).close()
            twin(template / "fluxion.db", own / "fluxion.db", day)
        self.folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(template / "fluxion.db", self.file)
        for key, value in self.dialogue.settings.items():
            self._sql(f"INSERT OR REPLACE INTO impostazioni (chiave, valore) VALUES ('{key}', '{value}')")

    def _sql(self, sql: str) -> None:
        connection: Any = apsw.Connection(str(self.file))
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(Ids().translated(sql))
        finally:
            connection.close()
