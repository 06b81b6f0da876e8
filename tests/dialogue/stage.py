"""Plays a golden dialogue on the real pipeline and a real file, and holds every turn against the laws.

Called by the tests and by `python -m tests.dialogue`. The demo business is made once a day of the calendar and copied.
"""

import re
import shutil
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import apsw

from pipeline import turn
from pipeline.desk import sessions
from pipeline.model.errors import Unavailable
from pipeline.model.turn import Reply
from pipeline.model.writes import Committed
from pipeline.ports import Ledger
from sidecar.clock import FrozenClock
from store import open_store
from tests.dialogue import laws
from tests.dialogue.books import Books, difference, open_books
from tests.dialogue.phone import Line, fresh_store
from tests.dialogue.script import Dialogue, Part


@dataclass(slots=True)
class Reached:
    """What the dialogues have reached: printed, and asked for by a test."""

    steps: Counter[str] = field(default_factory=Counter[str])
    questions: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    transitions: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    commands: Counter[str] = field(default_factory=Counter[str])

    def add(self, other: "Reached") -> None:
        """The sum of both."""
        self.steps += other.steps
        self.questions += other.questions
        self.transitions += other.transitions
        self.commands += other.commands


class Failing:
    """A ledger whose next commits fail, as a disk or a lock makes them."""

    def __init__(self, ledger: Ledger, times: int) -> None:
        self._ledger, self.left = ledger, times

    def commit(self, writes: Sequence[Any], *args: Any, **kwargs: Any) -> Committed:
        if self.left:
            self.left -= 1
            raise Unavailable("database", "the disk is full")
        return self._ledger.commit(writes, *args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ledger, name)


class Stage:
    """One dialogue under way: the first caller's line, perhaps a second one, and what is wrong so far."""

    def __init__(self, folder: Path, dialogue: Dialogue, templates: Path) -> None:
        self.folder, self.dialogue = folder, dialogue
        self.faults: list[str] = []
        self.heard: list[str] = []
        self.reached = Reached()
        self._lay(templates)
        self.caller = self.line(dialogue.telefono)
        self.other: Line | None = None
        self.start = open_books(self.file)
        self._replies: dict[str, list[Reply]] = {}

    @property
    def file(self) -> Path:
        """The database."""
        return self.folder / "fluxion.db"

    def play(self) -> list[str]:
        """Everything that is wrong with this dialogue; empty = as it should be."""
        reply: Reply | None = None
        for part in self.dialogue.parts:
            reply = self._step(part, reply)
        found = difference(self.start, self._books())
        wanted = sorted(self.dialogue.rows or [])
        if found != wanted:
            self.faults.append(f"rows: wanted {wanted}, found {found}")
        clashes = laws.new_overlaps(self.start, self._books())
        self.faults += [f"two appointments of one operator overlap: {pair}" for pair in clashes]
        return self.faults

    def close(self) -> None:
        """Closes the file."""
        self.caller.store.close()

    def _lay(self, templates: Path) -> None:
        day = self.dialogue.now.date().isoformat()
        template = templates / day
        if not (template / "fluxion.db").exists():
            store = fresh_store(template, FrozenClock(datetime.combine(self.dialogue.now.date(), datetime.min.time())))
            store.close()
            connection: Any = apsw.Connection(str(template / "fluxion.db"))
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.close()
        self.folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(template / "fluxion.db", self.file)
        for key, value in self.dialogue.settings.items():
            self._sql(f"INSERT OR REPLACE INTO impostazioni (chiave, valore) VALUES ('{key}', '{value}')")

    def line(self, telefono: str | None) -> Line:
        """A caller at a store of his own on the file."""
        clock = FrozenClock(self.dialogue.now)
        store = open_store(self.file, clock=clock, create=True, data_dir=self.folder)
        line = Line(self.folder, self.dialogue.now, telefono, store)
        line.store = store
        return line

    def _books(self) -> Books:
        return open_books(self.file)

    def _sql(self, sql: str) -> None:
        connection: Any = apsw.Connection(str(self.file))
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(sql)
        finally:
            connection.close()

    def _step(self, part: Part, reply: Reply | None) -> Reply | None:
        match part.kind:
            case "C":
                return self._turn(self.caller, part.text)
            case "B":
                return self._turn(self._second(), part.text)
            case "greet":
                return self._turn(self.caller, None)
            case "step" | "says" | "not says" | "intent" | "options" | "degraded" | "language":
                self._check(part, reply)
            case _:
                DEEDS[part.kind](self, part.text)
        return reply

    def _second(self) -> Line:
        if self.other is None:
            self.other = Line(self.folder, self.dialogue.now, self.dialogue.other, self.caller.store)
            self.other.clock = self.caller.clock
            self.other.rewire(self.caller.store)
        return self.other

    def _turn(self, line: Line, text: str | None) -> Reply:
        before, was = self._books(), line.last.step if line.last else "ascolto"
        reply = line.say(text, fails=isinstance(line.world.ledger, Failing))
        after = self._books()
        said = self._replies.setdefault(reply.session_id, [])
        spoken = laws.Spoken(text, was, reply, said[-1] if said else None, before, after, line.world)
        self.heard += [f"  C: {text}", f"  A: [{reply.step}] {reply.text}"]
        self.faults += [f"{fault} | C: {text!r} | A: {reply.speech!r}" for fault in laws.broken(spoken)]
        said.append(reply)
        self._reach(line, was, reply)
        return reply

    def _reach(self, line: Line, was: str, reply: Reply) -> None:
        session = line.world.reads.session(reply.session_id)
        flow = session.dialogue.flow if session is not None else None
        self.reached.steps[reply.step] += 1
        self.reached.transitions[was, reply.step] += 1
        if flow is not None:
            self.reached.questions[flow, reply.step] += 1
        rows = line.rows("SELECT special_command FROM voice_audit_log ORDER BY id DESC LIMIT 1")
        self.reached.commands.update(str(row[0]) for row in rows if row[0])

    def _check(self, part: Part, reply: Reply | None) -> None:
        if reply is None:
            raise ValueError(f"line {part.line}: nothing was said yet")
        if not CHECKED[part.kind](part.text, reply):
            self.faults.append(f"line {part.line}: {part.kind}: {part.text}, but [{reply.step}] {reply.text!r} (intent {reply.intent})")

    # What happens between the turns

    def wait(self, minutes: str) -> None:
        """The calendar moves on."""
        self.caller.wait(int(minutes))

    def desk(self, sql: str) -> None:
        """Somebody at the desk writes to the file: that is there from the start, as far as the rows go."""
        before = self._books()
        self._sql(sql)
        self.start.adopt(before, self._books())

    def restart(self, _: str) -> None:
        """The process ends and another one opens the file."""
        clock = self.caller.clock
        self.caller.store.close()
        store = open_store(self.file, clock=clock, create=False, data_dir=self.folder)
        for line in (self.caller, self.other):
            if line is not None:
                line.rewire(store, author=f"{line.world.author}+")

    def reset(self, _: str) -> None:
        """The host resets the session."""
        turn.reset(self.caller.session or "", self.caller.world)

    def host(self, status: str) -> None:
        """The host says what became of the wish for a person."""
        sessions.handoff_update(
            self.caller.world, session_id=self.caller.session or "", status="accepted" if status == "accepted" else "unavailable"
        )

    def fails(self, times: str) -> None:
        """The next commits of the first caller fail."""
        self.caller.ledger(Failing(self.caller.store.ledger, int(times)))


DEEDS: Mapping[str, Callable[[Stage, str], None]] = {
    "wait": Stage.wait,
    "desk": Stage.desk,
    "restart": Stage.restart,
    "reset": Stage.reset,
    "host": Stage.host,
    "fails": Stage.fails,
}

CHECKED: Mapping[str, Callable[[str, Reply], bool]] = {
    "step": lambda text, reply: reply.step in text.split(),
    "says": lambda text, reply: re.search(text, reply.text, re.IGNORECASE) is not None,
    "not says": lambda text, reply: re.search(text, reply.text, re.IGNORECASE) is None,
    "intent": lambda text, reply: str(reply.intent or "null") == text,
    "options": lambda text, reply: len(reply.options) == int(text),
    "degraded": lambda text, reply: text in reply.degraded,
    "language": lambda text, reply: reply.language == text,
}
