"""Two sidecars and the desktop app writing the same file at once: nobody overlaps, nobody loses a row.

Used by `python -m tests.reliability` for a minute, and by the tests for a number of bookings.
"""

import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import apsw

from tests.dialogue.phone import NOW
from tests.reliability.business import asked, overlaps, whole
from tests.reliability.serving import Serving
from tests.reliability.soak import unlimited

OPERATORS = (1, 2, 3, 4, 5)
DONE_BY = {1: 4, 2: 4, 3: 2, 4: 4, 5: 10}
"""A service that each operator of the demo business does."""


@dataclass(slots=True)
class Writers:
    """What became of it."""

    seconds: float = 0.0
    kept: list[tuple[str, Any]] = field(default_factory=list[tuple[str, Any]])
    """(who, row id) of every row somebody was told is written."""
    answers: Counter[str] = field(default_factory=Counter[str])
    lost: int = 0
    overlaps: int = 0
    sound: bool = True


def run(folder: Path, seconds: float, most: int = 1_000_000, seed: int = 7) -> Writers:
    """All three write until the time is over, or each has tried `most` times."""
    found = Writers()
    with Serving(folder) as first, Serving(folder, fresh=False) as second:
        unlimited(first.path)
        lock, ends = threading.Lock(), time.monotonic() + seconds

        def go_on(tried: int) -> bool:
            return tried < most and time.monotonic() < ends

        threads = [
            threading.Thread(target=_sidecar, args=(serving, f"sidecar {n}", found, lock, go_on, random.Random(seed + n)), daemon=True)
            for n, serving in enumerate((first, first, second, second))
        ]
        threads.append(threading.Thread(target=_desktop, args=(first.path, found, lock, go_on, random.Random(seed + 9)), daemon=True))
        started = time.monotonic()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        found.seconds = round(time.monotonic() - started, 1)
    ids = {row[0] for row in asked(first.path, "SELECT id FROM appuntamenti")[0]}
    found.lost = sum(row not in ids for _, row in found.kept) + len(found.kept) - len({row for _, row in found.kept})
    found.overlaps = len(overlaps(first.path)[0])
    found.sound = whole(first.path)
    return found


def some_slot(pick: random.Random) -> datetime:
    """A start on the grid in the next weeks, mornings only: few enough that all three want the same ones."""
    day = NOW.date() + timedelta(days=pick.choice([n for n in range(1, 40) if (NOW + timedelta(days=n)).weekday() not in (0, 6)]))
    return datetime.combine(day, NOW.time()) + timedelta(minutes=30 * pick.randrange(6))


def _sidecar(serving: Serving, who: str, found: Writers, lock: threading.Lock, go_on: Callable[[int], bool], pick: random.Random) -> None:
    tried = 0
    while go_on(tried):
        tried += 1
        slot, operator = some_slot(pick), pick.choice(OPERATORS)
        params = {"cliente_id": pick.randrange(1, 20), "servizi": [DONE_BY[operator]], "operatore_id": operator}
        answer = serving.call("appuntamenti.create", **params, data=slot.date().isoformat(), ora=slot.strftime("%H:%M"))
        with lock:
            if "result" in answer:
                found.answers["booked"] += 1
                found.kept.append((who, answer["result"]["id"]))
            else:
                found.answers[answer["error"]["data"]["name"]] += 1


FREE = """
SELECT count(*) FROM appuntamenti WHERE operatore_id = ?1 AND lower(stato) NOT IN ('cancellato', 'rifiutato', 'no_show')
AND deleted_at IS NULL AND data_ora_inizio < ?3 AND data_ora_fine > ?2
"""
INSERT = """
INSERT INTO appuntamenti (cliente_id, servizio_id, operatore_id, data_ora_inizio, data_ora_fine, durata_minuti, stato, prezzo)
VALUES (?, ?, ?, ?, ?, 30, 'confermato', 20) RETURNING id
"""


def _desktop(path: Path, found: Writers, lock: threading.Lock, go_on: Callable[[int], bool], pick: random.Random) -> None:
    """The app books at the desk: it looks whether the operator is free and inserts, in a transaction of its own."""
    connection: Any = apsw.Connection(str(path))
    connection.set_busy_timeout(5000)
    tried = 0
    while go_on(tried):
        tried += 1
        slot, operator = some_slot(pick), pick.choice(OPERATORS)
        times = (slot.isoformat(), (slot + timedelta(minutes=60)).isoformat())
        connection.execute("BEGIN IMMEDIATE")
        row: Any = None
        if connection.execute(FREE, (operator, *times)).fetchall()[0][0] == 0:
            end = (slot + timedelta(minutes=30)).isoformat()
            row = connection.execute(INSERT, (pick.randrange(1, 20), 4, operator, times[0], end)).fetchall()[0][0]
        connection.execute("COMMIT")
        with lock:
            found.answers["desktop booked" if row is not None else "desktop refused"] += 1
            if row is not None:
                found.kept.append(("desktop", row))
        time.sleep(0.005)
    connection.close()
