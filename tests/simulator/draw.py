"""What goals are drawn from: a seeded die, the diary of the file, and the clients in it. Called by the makers of goals."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from tests.simulator.diary import Diary, Visit
from tests.simulator.goals import STYLES, Goal, Person, Task, Wish

SINGLE = ("Piega", "Taglio Donna", "Taglio Uomo", "Colore", "Barba", "Manicure", "Ceretta", "Balayage", "Pedicure")


class Draw:
    """The dice and the diary a goal is drawn from."""

    def __init__(self, diary: Diary, kind: str, number: int, seed: int) -> None:
        self.diary, self.kind, self.number = diary, kind, number
        self.dice = random.Random(f"{seed}/{kind}/{number}")

    def goal(self, person: Person, *tasks: Task, **more: object) -> Goal:
        """A goal in a random manner of speaking."""
        made = Goal(self.kind, self.number, self.diary.now, person, tasks, style=self.dice.choice(STYLES))
        return replace(made, **more)  # pyright: ignore[reportArgumentType]

    def known(self, with_visits: int | None = None) -> Person:
        """A client whose name nobody shares, with or without visits to come."""
        found: list[Person] = []
        for i, nome, cognome, telefono, born, vip, _ in self.diary.clients.values():
            person = Person(nome, cognome, telefono, date.fromisoformat(born), i, self._homonyms(nome, cognome), bool(vip))
            count = sum(visit.cliente_id == i for visit in self.diary.visits)
            if person.homonyms == 1 and telefono.startswith("3") and (with_visits is None or count == with_visits):
                found.append(person)
        return self.dice.choice(found)

    def homonym(self) -> Person:
        """A client who shares his name."""
        rows = [row for row in self.diary.clients.values() if self._homonyms(row[1], row[2]) > 1]
        i, nome, cognome, telefono, born, vip, _ = self.dice.choice(rows)
        return Person(nome, cognome, telefono, date.fromisoformat(born), i, 2, bool(vip))

    def _homonyms(self, nome: str, cognome: str) -> int:
        return sum(row[1:3] == (nome, cognome) for row in self.diary.clients.values())

    def visits_of(self, person: Person) -> list[Visit]:
        """His visits to come."""
        return [visit for visit in self.diary.visits if visit.cliente_id == person.id]

    def slot(self, services: tuple[str, ...], operator: str | None = None, exclude: tuple[object, ...] = (), among: str = "") -> Wish:
        """A free day and hour for these services, perhaps with that operator."""
        for _ in range(500):
            day = self.diary.now.date() + timedelta(days=self.dice.randint(1, 18))
            starts = [at for at in self.diary.starts(day) if among == "" or (at.hour < 12) == (among == "mattina")]
            if not starts:
                continue
            at = self.dice.choice(starts)
            able = self.diary.free(services, day, at, exclude)
            if able and (operator is None or operator in able):
                return Wish(services, day, at, operator=operator)
        raise LookupError(f"nothing is free for {services} with {operator}")

    def wish(self) -> Wish:
        """One service at a free time, nobody in particular."""
        return self.slot((self.dice.choice(SINGLE),))

    def twists(self, *names: str, chance: float = 0.3) -> frozenset[str]:
        """Each of these with that probability."""
        return frozenset(name for name in names if self.dice.random() < chance)


Maker = Callable[[Draw], Goal]
