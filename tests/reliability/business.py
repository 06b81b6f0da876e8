"""A demo business as a file that can be copied in a moment, the calls played on it, and what stands in it afterwards.

Used by every test and figure of this room; calls the store. The calls are sentences of invented callers.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import apsw

from pipeline.model.turn import Reply
from pipeline.ports import World
from sidecar.clock import FrozenClock
from store import Store, open_store
from store.connection import Trace
from tests.dialogue.phone import NOW, Line, fresh_store

FILE = "fluxion.db"


@dataclass(frozen=True, slots=True)
class Call:
    """A call to be played: its words in order."""

    name: str
    words: tuple[str, ...]
    telefono: str | None = None


CALLS = (
    Call("booking", ("Vorrei una piega con Sara giovedì alle 16, sono Anna De Luca", "sì", "no grazie, arrivederci")),
    Call(
        "registration",
        ("Vorrei una piega con Giulia venerdì alle 11, sono Ilaria Provenzani", "sì", "340 123 9876", "sì", "no", "sì", "sì", "no grazie"),
    ),
    Call(
        "cancellation",
        ("Vorrei disdire il mio appuntamento, sono Chiara Lombardi", "il primo", "sì", "no grazie"),
        telefono="3441230055",
    ),
    Call(
        "question in the middle",
        ("Buongiorno, sono Laura Gatti, vorrei una piega", "ma quanto costa la piega?", "giovedì alle 15 con Giulia", "sì", "no grazie"),
    ),
    Call(
        "move",
        ("Vorrei spostare il mio appuntamento, sono Laura Gatti", "il primo", "sabato alle 15", "sì", "no grazie"),
        telefono="3479998877",
    ),
)


@cache
def template() -> Path:
    """The file of a demo business at NOW, without a write-ahead log."""
    folder = Path(mkdtemp(prefix="fluxion-template-"))
    store = fresh_store(folder, FrozenClock(NOW))
    store.reads.prepare()
    store.close()
    connection: Any = apsw.Connection(str(folder / FILE))
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    return folder / FILE


def lay(folder: Path) -> Path:
    """A copy of the template in that folder."""
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(template(), folder / FILE))


class Caller(Line):
    """A call on a copied file; `through` may wrap the World, `trace` hears every statement."""

    def __init__(
        self, folder: Path, through: Callable[[World], World] | None = None, trace: Trace | None = None, author: str = "first"
    ) -> None:
        self._through = through
        clock = FrozenClock(NOW)
        store: Store = open_store(folder / FILE, clock=clock, create=False, data_dir=folder, trace=trace)
        super().__init__(folder, store=store)
        self.rewire(store, author)

    def _world(self, author: str = "tests") -> World:
        world = super()._world(author)
        return world if self._through is None else self._through(world)

    def play(self, call: Call, first: int = 0, last: int | None = None) -> list[Reply]:
        """The turns from `first` up to `last`, not included; errors that were answered politely are left in `errors`."""
        self.telefono = call.telefono
        self.session = f"call {call.name}"
        return [self.say(words, fails=True) for words in call.words[first:last]]


BUSINESS = (
    "SELECT c.nome, c.cognome, s.nome, o.nome, a.data_ora_inizio, a.stato FROM appuntamenti a JOIN clienti c ON c.id = a.cliente_id"
    " JOIN servizi s ON s.id = a.servizio_id LEFT JOIN operatori o ON o.id = a.operatore_id ORDER BY a.id",
    "SELECT nome, cognome, telefono, voice_consent FROM clienti ORDER BY id",
    "SELECT template, appuntamento_id, status FROM whatsapp_outbox ORDER BY rowid",
    "SELECT session_id, day, start FROM sidecar_holds",
)
OF_A_TURN = (
    "SELECT id, total_turns, current_step, completed FROM voice_sessions WHERE id != 'rpc'",
    "SELECT session_id, user_input, action_taken FROM voice_audit_log ORDER BY id",
)

State = tuple[tuple[tuple[Any, ...], ...], ...]


def asked(path: Path, *questions: str) -> State:
    """The rows of these questions, as any other program sees them."""
    connection: Any = apsw.Connection(str(path))
    try:
        return tuple(tuple(tuple(row) for row in connection.execute(question)) for question in questions)
    finally:
        connection.close()


def state(path: Path) -> State:
    """Everything that a turn may have changed."""
    return asked(path, *BUSINESS, *OF_A_TURN)


def whole(path: Path) -> bool:
    """Whether the file opens and is sound."""
    return asked(path, "PRAGMA quick_check") == ((("ok",),),)


OVERLAPS = """
SELECT a.id, b.id FROM appuntamenti a JOIN appuntamenti b ON a.operatore_id = b.operatore_id AND a.id < b.id
WHERE lower(a.stato) NOT IN ('cancellato', 'rifiutato', 'no_show') AND lower(b.stato) NOT IN ('cancellato', 'rifiutato', 'no_show')
  AND a.deleted_at IS NULL AND b.deleted_at IS NULL AND a.data_ora_inizio < b.data_ora_fine AND b.data_ora_inizio < a.data_ora_fine
"""


def overlaps(path: Path) -> State:
    """Live appointments of one operator that lie over each other."""
    return asked(path, OVERLAPS)
