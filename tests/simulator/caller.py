"""A simulated caller: an agenda, answered from whatever the assistant asks (`step`, `options`, `slots`). Called by `calls`.

He tells more or less at once, asks things in between, mishears, thinks better of it; he says yes only to a recap that holds what he wants.
"""

import random
from collections import Counter

from pipeline.model.turn import Reply
from tests.simulator import phrases
from tests.simulator.diary import Diary
from tests.simulator.goals import Goal, Task, Wish
from tests.simulator.speaking import Tongue, Utterance

PATIENCE = 4
"""How often a caller says the same thing again before he hangs up."""
DONE = {"book": ("appuntamento_creato", "waitlist_aggiunto"), "cancel": ("appuntamento_cancellato",), "move": ("appuntamento_modificato",),
        "add": ("appuntamento_modificato",), "person": ("handoff",), "wrong_number": ()}  # fmt: skip


class Caller:
    """One call from the caller's side."""

    def __init__(self, goal: Goal, diary: Diary, dice: random.Random) -> None:
        self.goal, self.diary, self.dice = goal, diary, dice
        self.tongue = Tongue(goal, dice)
        self.twists = set(goal.twists)
        self.at = 0
        """Which task is under way."""
        self.begun: set[int] = set()
        self.want = self._first()
        self.settled: dict[int, Wish] = {}
        """What was agreed to, by task."""
        self.birth_told = False
        self.refused = False
        self.complaints: Counter[str] = Counter()
        self.why: str | None = None
        """Why he hung up."""

    @property
    def task(self) -> Task:
        """The task under way (the last one when all are done)."""
        return self.goal.tasks[min(self.at, len(self.goal.tasks) - 1)]

    @property
    def satisfied(self) -> bool:
        """Nothing is left to be done."""
        return self.at >= len(self.goal.tasks)

    def _first(self) -> Wish:
        return self.task.first or self.task.wish

    def take_note(self, reply: Reply) -> None:
        for action in reply.actions:
            if not self.satisfied and action["type"] in DONE[self.task.what]:
                self.settled.setdefault(self.at, self.want)
                self.at += 1
                self.want = self._first()
                self.tongue.told -= {"services", "day", "at", "operator"}

    # What is said without being asked

    def opening(self) -> Utterance:
        self.begun.add(self.at)
        text = self.request()
        if "both" in self.twists and self.at == 0:
            self.begun.add(1)
            other = self.goal.tasks[1].wish
            text = f"{text} e {self.tongue.pick(('mi prenda', 'mi prenoti', 'vorrei prenotare'))} " + " ".join(
                (self.tongue.services(other.services), *self.said(other, "day", "at"))
            )
        name = "" if self.goal.caller_id and self.dice.random() < 0.7 else self.tongue.name() if self._introduces() else ""
        hello, tail = self.tongue.greeting(), self.dice.choice(phrases.TAIL[self.goal.style])
        parts = (hello, name, text, tail) if self.dice.random() < 0.85 else (hello, text, name, tail)
        return Utterance(" ".join(part for part in parts if part))

    def said(self, wish: Wish, *names: str) -> list[str]:
        return [self.tongue.field(name, wish) for name in names]

    def _introduces(self) -> bool:
        return self.task.what not in ("person", "wrong_number") and self.goal.other is None and self.dice.random() < 0.75

    def request(self) -> str:
        match self.task.what:
            case "book":
                return self._booking()
            case "cancel":
                return self.tongue.cancelling(self.task)
            case "move" | "add":
                return self.tongue.moving(self.task, "over" in self.twists)
            case "person":
                return self.tongue.pick(phrases.PERSON)
            case "wrong_number":
                return self.tongue.pick(phrases.WRONG_NUMBER)

    def _booking(self) -> str:
        wish = self.want
        likely = 0.25 if "brief" in self.twists else 1.0 if "over" in self.twists else 0.7
        parts = [name for name in ("services", "day", "at") if self.dice.random() < likely]
        particular = wish.operator or wish.gender or wish.anyone
        if particular and ("services" in parts or self.dice.random() < 0.5):
            parts.insert(self.dice.randint(0, len(parts)), "operator")
        slip = None
        if "slip" in self.twists and self.task.first is not None:
            slip = next((name for name in self.changed() if name in parts), None)
            if slip is not None:
                self.twists.discard("slip")
                self.want = self.task.wish
        return self.tongue.booking(wish, parts, slip, self.task.wish)

    def changed(self) -> list[str]:
        first = self.task.first
        return [n for n in ("day", "at", "operator") if first is not None and getattr(first, n) != getattr(self.task.wish, n)]

    def twist(self, reply: Reply) -> Utterance | None:
        """What comes in between: a question, silence, words nobody understands, a correction of what was said before."""
        if reply.step not in ("cliente", "servizi", "data", "ora", "conferma", "cognome") or "ho capito che" in reply.text.lower():
            return None
        if "late_slip" in self.twists and self.changed()[0] in self.tongue.told:
            self.twists.discard("late_slip")
            self.want = self.task.wish
            return self._late()
        for name, stock in (("silence", ("",)), ("gibberish", phrases.GIBBERISH), ("repeat", phrases.REPEAT), ("digress", phrases.DIGRESS)):
            if name in self.twists and self.dice.random() < 0.6:
                if name != "digress" or self.dice.random() < 0.6:
                    self.twists.discard(name)
                return Utterance(self.tongue.pick(stock))
        return None

    def _late(self) -> Utterance:
        return Utterance(self.tongue.pick(phrases.LATE, b=self.tongue.field(self.changed()[0], self.want)))

    def has_given_up(self) -> bool:
        return self.refused or self.task.what == "wrong_number"

    def complains(self, why: str) -> bool:
        """The same question again; True when the patience is at its end."""
        self.complaints[why] += 1
        if self.complaints[why] > PATIENCE:
            self.why = why
        return self.complaints[why] > PATIENCE

    def more(self, *names: str) -> str:
        """What comes along with an answer though nobody asked."""
        wanted = [*names, *(("operator",) if self.want.operator or self.want.gender or self.want.anyone else ())]
        said = [n for n in wanted if n not in self.tongue.told and (n == "operator" or self.dice.random() < 0.3)]
        return "".join(f" {self.tongue.field(n, self.want)}" for n in said)

    def yes(self) -> Utterance:
        return Utterance(self.tongue.pick(phrases.YES_STYLE[self.goal.style]), yes=True)
