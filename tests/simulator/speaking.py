"""How a simulated caller puts things: the pieces of a sentence for what he wants, in his manner. Called by `caller`; knows no dialogue."""

import random
from dataclasses import dataclass, field
from datetime import date

from tests.simulator import phrases, telling
from tests.simulator.diary import Visit
from tests.simulator.goals import Goal, Task, Wish


@dataclass(frozen=True, slots=True)
class Utterance:
    """What is said; `yes` when it agrees to the open question, `dictated` when its figures are a number being dictated."""

    text: str
    yes: bool = False
    dictated: bool = False


@dataclass(slots=True)
class Tongue:
    """One caller's way with words."""

    goal: Goal
    dice: random.Random
    told: set[str] = field(default_factory=set[str])

    def pick(self, stock: tuple[str, ...] | list[str], **parts: str) -> str:
        """One of the stock, filled in."""
        return self.dice.choice(stock).format(**parts)

    def greeting(self) -> str:
        """Hello, in his manner."""
        return self.pick(phrases.HELLO[self.goal.style])

    def name(self) -> str:
        """ "Sono Anna De Luca" """
        self.told.add("name")
        person = self.goal.person
        stock = phrases.NAME_ELDERLY if self.goal.style == "elderly" else phrases.NAME
        return self.pick(stock, n=person.full, c=person.cognome)

    def services(self, names: tuple[str, ...]) -> str:
        """ "Un taglio donna e la piega" """
        self.told.add("services")
        return " e ".join(self.pick(phrases.SERVICES[name]) for name in names)

    def day(self, day: date) -> str:
        """The day wanted."""
        self.told.add("day")
        return self.pick(telling.days(day, self.goal.now.date()))

    def hour(self, wish: Wish) -> str:
        """The hour, or the part of the day."""
        self.told.add("at")
        if wish.at is None:
            return self.pick(phrases.PARTS[wish.part or "mattina"])
        return self.pick(telling.hours(wish.at))

    def operator(self, wish: Wish) -> str:
        """With whom; empty when that was not thought of."""
        self.told.add("operator")
        if wish.second is not None:
            return self.pick(phrases.SECOND, o=wish.operator or "", p=wish.second)
        if wish.operator is not None:
            return self.pick(phrases.OPERATOR, o=wish.operator)
        if wish.gender is not None:
            return self.pick(phrases.GENDER[wish.gender])
        return self.pick(phrases.ANYONE) if wish.anyone else ""

    def field(self, name: str, wish: Wish) -> str:
        """One part of a wish."""
        match name:
            case "day" if wish.day is not None:
                return self.day(wish.day)
            case "at":
                return self.hour(wish)
            case "operator":
                return self.operator(wish)
            case "services":
                return self.services(wish.services)
            case _:
                raise ValueError(name)

    def booking(self, wish: Wish, parts: list[str], slip: str | None = None, then: Wish | None = None) -> str:
        """A request with these parts of the wish; `slip` is said wrong first and put right at once."""
        if "services" not in parts:
            said = self.pick(phrases.BOOK_BARE)
        else:
            said = self.pick(phrases.BOOK_STYLE[self.goal.style], x=self.services(wish.services))
        rest = [self._put_right(part, wish, slip, then) for part in parts if part != "services"]
        who = self.relative()
        end = "?" if said.endswith("?") else ""
        return " ".join(part for part in (said.rstrip("?"), who, *rest) if part) + end

    def _put_right(self, part: str, wish: Wish, slip: str | None, then: Wish | None) -> str:
        if part == slip and then is not None:
            return self.pick(phrases.SLIP, a=self.field(part, wish), b=self.field(part, then))
        return self.field(part, wish)

    def relative(self) -> str:
        """For whom, when not for the caller."""
        if self.goal.relative is None or "relative" in self.told:
            return ""
        self.told.add("relative")
        name = f" {self.goal.other.full}" if self.goal.other else ""
        return self.pick(phrases.FOR_RELATIVE, r=self.goal.relative + name)

    def visit(self, visit: Visit, to: str = "l'") -> str:
        """ "L'appuntamento di giovedì", "la piega del 12 marzo"; the day is always said."""
        forms = [form for form in telling.days(visit.start.date(), self.goal.now.date()) if not form.startswith("fra")]
        day = self.pick(forms)
        day = f"del {day[3:]}" if day.startswith("il ") else f"di {day}"
        if self.dice.random() < 0.2:
            day += " " + self.pick(telling.hours(visit.start.time())).replace("alle ", "delle ").replace("a mezzogiorno", "di mezzogiorno")
        return f"{to}appuntamento {day}" if self.dice.random() < 0.7 or len(visit.services) > 1 else self._named(visit, day, to)

    def _named(self, visit: Visit, day: str, to: str) -> str:
        article = {"Taglio Donna": "il taglio donna", "Taglio Uomo": "il taglio uomo", "Colore": "il colore", "Balayage": "il balayage"}
        name = visit.services[0]
        said = article.get(name, f"la {name.lower()}" if name in ("Piega", "Manicure", "Pedicure", "Barba", "Ceretta") else "")
        if not said or to != "l'":
            return f"{to}appuntamento {day}"
        return f"{said} {day}"

    def cancelling(self, task: Task) -> str:
        """The wish to cancel."""
        assert task.visit is not None
        bare = self.dice.random() < 0.2
        return self.pick(phrases.CANCEL, x="un appuntamento" if bare else self.visit(task.visit))

    def moving(self, task: Task, over: bool) -> str:
        """The wish to change a visit, with the new time when `over`."""
        visit, wish = task.visit, task.wish
        assert visit is not None
        if task.what == "add":
            new = " e ".join(self.pick(phrases.SERVICES[name]) for name in wish.services if name not in visit.services)
            return self.pick(phrases.ADD, s=new, al=self.visit(visit, "all'"))
        if (wish.day, wish.at) == (visit.start.date(), visit.start.time()):
            self.told.add("operator")
            return self.pick(phrases.MOVE_OPERATOR, x=self.visit(visit), o=wish.operator or "", v=visit.operator)
        said = self.pick(phrases.MOVE, x=self.visit(visit))
        return f"{said} {self.new_time(task, 'a ')}" if over and not said.endswith("?") else said

    def new_time(self, task: Task, to: str = "") -> str:
        """What is new about the time: the day, the hour, or both."""
        visit, wish = task.visit, task.wish
        assert visit is not None
        assert wish.day is not None
        parts: list[str] = []
        if wish.day != visit.start.date():
            day = self.day(wish.day)
            parts.append(f"al {day[3:]}" if to and day.startswith("il ") else f"{to}{day}")
        if wish.at != visit.start.time() or self.dice.random() < 0.5:
            parts.append(self.hour(wish))
        return " ".join(parts)
