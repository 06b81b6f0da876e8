"""One simulated call on a file of its own, held against the laws of every turn and judged by its rows.

Called by the runner and the tests.
"""

import random
import shutil
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import apsw

from sidecar.clock import FrozenClock
from store import open_store
from tests.desktop.twin import twin
from tests.dialogue import laws
from tests.dialogue.books import difference, open_books
from tests.dialogue.phone import Line, fresh_store
from tests.simulator.answering import next_utterance
from tests.simulator.caller import Caller
from tests.simulator.diary import Diary
from tests.simulator.draw import Draw
from tests.simulator.goals import Goal
from tests.simulator.judging import rows_agree, wanted_rows
from tests.simulator.making import KINDS
from tests.simulator.noise import heard
from tests.simulator.speaking import Utterance

MOMENTS = (datetime(2026, 3, 10, 9, 0), datetime(2026, 5, 15, 14, 10), datetime(2026, 9, 9, 17, 30), datetime(2026, 1, 31, 11, 45))
LONGEST = 30
"""Turns after which a call has failed."""


@dataclass(slots=True)
class Outcome:
    """What became of a call."""

    goal: Goal
    noisy: bool
    success: bool = False
    turns: int = 0
    """Until the last task was done."""
    false_claims: list[str] = field(default_factory=list[str])
    unconfirmed: list[str] = field(default_factory=list[str])
    overlaps: int = 0
    laws: list[str] = field(default_factory=list[str])
    heard: list[str] = field(default_factory=list[str])
    why: str = ""
    lines: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """(step before, what was said): material for the reader of Italian."""


class Exchange:
    """Where calls are put through: the templates of the business, one a moment and kind of file."""

    def __init__(self, folder: Path, desktop: bool = False) -> None:
        self.folder, self.desktop = folder, desktop
        self._diaries: dict[datetime, Diary] = {}

    def diary(self, now: datetime) -> Diary:
        """The diary of the untouched file."""
        if now not in self._diaries:
            self._diaries[now] = Diary(self._template(now), now)
        return self._diaries[now]

    def goal(self, kind: str, number: int, seed: int) -> Goal:
        """The goal of that number."""
        now = MOMENTS[number % len(MOMENTS)]
        return KINDS[kind](Draw(self.diary(now), kind, number, seed))

    def play(self, goal: Goal, turn_seed: str, noisy: bool) -> Outcome:
        """One call for this goal."""
        place = self.folder / "call"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        shutil.copy(self._template(goal.now), place / "fluxion.db")
        return Call(place, self.diary(goal.now), goal, turn_seed, noisy).play()

    def _template(self, now: datetime) -> Path:
        place = self.folder / f"{now:%Y%m%d%H%M}"
        file = place / "fluxion.db"
        if not file.exists():
            own = place / "own" if self.desktop else place
            fresh_store(own, FrozenClock(now)).close()
            if self.desktop:
                twin(file, own / "fluxion.db", now)
            connection: Any = apsw.Connection(str(file))
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
            connection.close()
        return file


class Call:
    """A call under way."""

    def __init__(self, place: Path, diary: Diary, goal: Goal, turn_seed: str, noisy: bool) -> None:
        self.file, self.diary, self.goal, self.noisy = place / "fluxion.db", diary, goal, noisy
        self.dice = random.Random(f"{turn_seed}/speech")
        self.channel = random.Random(f"{turn_seed}/noise")
        self.caller = Caller(goal, diary, self.dice)
        store = open_store(self.file, clock=FrozenClock(goal.now), create=False, data_dir=place)
        self.line = Line(place, goal.now, goal.caller_id, store)
        self.outcome = Outcome(goal, noisy)
        names = {word for row in diary.clients.values() for part in row[1:3] for word in part.lower().split()}
        names |= {word for part in (goal.person.nome, goal.person.cognome) for word in part.lower().split()}
        self.spared = frozenset(names | {name.lower() for name in diary.workers})

    def play(self) -> Outcome:
        """Until somebody hangs up; then the rows are judged."""
        start = open_books(self.file)
        try:
            self._talk()
            found = difference(start, open_books(self.file))
        finally:
            self.line.store.close()
        wanted = wanted_rows(self.caller, self.diary)
        outcome = self.outcome
        outcome.overlaps = len(laws.new_overlaps(start, open_books(self.file)))
        outcome.success = rows_agree(wanted, found) and self.caller.why is None
        if not outcome.success:
            outcome.why = f"{self.caller.why or 'rows'}: wanted {[sorted(each) for each in wanted]}, found {found}"
        return outcome

    def _talk(self) -> None:
        if self.dice.random() < 0.5:
            self._turn(None)
        reply = None
        for _ in range(LONGEST):
            said = next_utterance(self.caller, reply)
            if said is None:
                return
            reply = self._turn(said)
            if not self.caller.satisfied:
                self.outcome.turns += 1
        self.caller.why = "the call went on for ever"

    def _turn(self, said: Utterance | None):
        text = None if said is None else said.text
        if self.noisy and said is not None and said.text:
            text = heard(said.text, self.channel, self.spared, said.dictated)
        before = open_books(self.file)
        last = self.line.last
        was = last.step if last else "ascolto"
        reply = self.line.say(text)
        spoken = laws.Spoken(text, was, reply, last, before, open_books(self.file), self.line.world)
        self.outcome.heard += [f"  C: {text}", f"  A: [{reply.step}] {reply.text}"]
        self.outcome.lines.append((was, text or ""))
        self.outcome.false_claims += laws.success_has_rows(spoken)
        self.outcome.false_claims += laws.committed_rows_are_told(spoken)
        self.outcome.laws += [fault for law in OTHER_LAWS for fault in law(spoken)]
        self._unconfirmed(spoken, said)
        return reply

    def _unconfirmed(self, spoken: laws.Spoken, said: Utterance | None) -> None:
        changed = any(getattr(spoken.before, name) != getattr(spoken.after, name) for name in ("appointments", "clients", "waiting"))
        if changed and not (said is not None and said.yes):
            self.outcome.unconfirmed.append(f"{spoken.was}: {spoken.text!r}")


OTHER_LAWS = tuple(law for law in laws.LAWS if law not in (laws.success_has_rows, laws.a_write_needs_a_yes, laws.committed_rows_are_told))
