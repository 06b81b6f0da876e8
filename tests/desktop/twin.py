"""The demo business in a file of the desktop app's making, with what its owner can have filled in: synonyms, codes, a discount.

`twin` makes the file as the app leaves it, adopts it, and copies what a file of our own making holds beside; `Ids` translates the
numbered ids of the golden dialogues. Called by the stage and the simulator's tests.
"""

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import apsw

from sidecar.clock import FrozenClock
from store import demo_data, open_store
from tests.store.desktop import client_id, make_desktop_file, slug

SAME = {
    "clienti": ("sconto_percentuale", "voice_consent", "voice_consent_version"),
    "servizi": ("sinonimi",),
}
"""Columns whose values follow the row of the same place in a file of our own making."""


def twin(file: Path, own: Path, now: datetime) -> None:
    """The desktop file at `file`, holding what the file of our own making at `own` holds."""
    make_desktop_file(file, now)
    adopt(file, now)
    target: Any = apsw.Connection(str(file))
    source: Any = apsw.Connection(str(own), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        _copied(target, source)
        target.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        target.close()
        source.close()


def adopt(file: Path, now: datetime) -> None:
    """Opens and closes the file once, as the program's first start does."""
    store = open_store(file, clock=FrozenClock(now), create=False, data_dir=file.parent)
    store.warm_up()
    store.close()


def _copied(target: Any, source: Any) -> None:
    ids = Ids()
    with target:
        for table, columns in SAME.items():
            for number, *values in source.execute(f"SELECT id, {', '.join(columns)} FROM {table}").fetchall():
                marks = ", ".join(f"{column} = ?" for column in columns)
                target.execute(f"UPDATE {table} SET {marks} WHERE id = ?", (*values, ids.of(table, number)))
        for key, value in source.execute("SELECT chiave, valore FROM impostazioni").fetchall():
            target.execute("INSERT OR IGNORE INTO impostazioni (chiave, valore) VALUES (?, ?)", (key, value))
        for row in source.execute("SELECT data, descrizione, ricorrente FROM giorni_festivi").fetchall():
            target.execute("INSERT OR IGNORE INTO giorni_festivi (data, descrizione, ricorrente) VALUES (?, ?, ?)", row)
        rows = source.execute("SELECT cliente_id, data_ora_inizio, confirmation_code FROM appuntamenti WHERE confirmation_code NOT NULL")
        for client, start, code in rows.fetchall():
            target.execute(
                "UPDATE appuntamenti SET confirmation_code = ? WHERE cliente_id = ? AND data_ora_inizio = ?",
                (code, ids.of("clienti", client), start),
            )


TABLE_OF = {"cliente_id": "clienti", "servizio_id": "servizi", "operatore_id": "operatori", "operatore_preferito_id": "operatori"}


class Ids:
    """The ids of the desktop file by the numbers of a file of our own making."""

    def of(self, table: str, number: int) -> str:
        """The id of the row of that number."""
        match table:
            case "clienti":
                return client_id(number)
            case "servizi":
                return slug("srv", demo_data.SERVICES[number - 1][0])
            case _:
                return slug("op", demo_data.OPERATORS[number - 1][0])

    def translated(self, sql: str) -> str:
        """A statement written for a file of our own making, for this one."""
        inserted = re.fullmatch(r"INSERT INTO (\w+) \(([^)]*)\) VALUES \((.*)\)", sql)
        if inserted is not None:
            return self._inserted(inserted[1], inserted[2].split(", "), inserted[3].split(", "))
        table = sql.split()[1]
        sql = re.sub(r"(\w*_id) = (\d+)", lambda m: f"{m[1]} = '{self.of(TABLE_OF[m[1]], int(m[2]))}'", sql)
        return re.sub(r"\bid = (\d+)", lambda m: f"id = '{self.of(table, int(m[1]))}'", sql)

    def _inserted(self, table: str, columns: list[str], values: list[str]) -> str:
        values = [
            f"'{self.of(TABLE_OF[column], int(value))}'" if column in TABLE_OF else value
            for column, value in zip(columns, values, strict=True)
        ]
        if table == "appuntamenti":
            columns, values = [*columns, "prezzo", "prezzo_finale"], [*values, "20", "20"]
        name = "sidecar_waitlist" if table == "waitlist" else table
        return f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({', '.join(values)})"
