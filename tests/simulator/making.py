"""The makers of goals: one function a kind, from a seeded die and the diary of the file. What is wanted is possible, or meant not to be.

Called by `calls`. Every wish is checked against the diary, never against the assistant.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tests.simulator.diary import Visit
from tests.simulator.draw import SINGLE, Draw, Maker
from tests.simulator.goals import Goal, Person, Task, Wish

NEWCOMERS = (
    ("Ludovica", "Ferrante", "3387712095", date(1990, 5, 17)), ("Ettore", "Sabatini", "3402218876", date(1979, 11, 3)),
    ("Nadia", "Vitali", "3476650912", date(1986, 8, 29)), ("Gianluca", "Morandini", "3291147003", date(1968, 2, 12)),
    ("Beatrice", "Palmieri", "3518820467", date(2002, 12, 1)), ("Rosaria", "Cuccurullo", "3339104478", date(1957, 7, 22)),
    ("Tommaso", "Zanetti", "3665507731", date(1995, 1, 9)), ("Agnese", "Quadri", "3470092816", date(1973, 10, 30)),
)  # fmt: skip
TOGETHER = (("Taglio Donna", "Piega"), ("Colore", "Piega"), ("Taglio Uomo", "Barba"), ("Manicure", "Pedicure"), ("Manicure", "Ceretta"))
RELATIVES = ("mio padre", "mia madre", "mio figlio", "mia moglie", "mia nonna")


def known(draw: Draw) -> Goal:
    """A returning client books."""
    return draw.goal(draw.known(), Task("book", draw.wish()), twists=draw.twists("over", "brief"))


def newcomer(draw: Draw) -> Goal:
    """Somebody nobody knows books and is registered."""
    person = Person(*draw.dice.choice(NEWCOMERS))
    shown = person.telefono if draw.dice.random() < 0.3 else None
    return draw.goal(person, Task("book", draw.wish()), caller_id=shown, twists=draw.twists("no_birth", "over", "brief"))


def homonym(draw: Draw) -> Goal:
    """One of two of the same name books."""
    return draw.goal(draw.homonym(), Task("book", draw.wish()), twists=draw.twists("brief"))


def caller_id(draw: Draw) -> Goal:
    """The number is known."""
    person = draw.known()
    return draw.goal(person, Task("book", draw.wish()), caller_id=person.telefono, twists=draw.twists("over", "brief"))


def several(draw: Draw) -> Goal:
    """Two services in one visit."""
    return draw.goal(draw.known(), Task("book", draw.slot(draw.dice.choice(TOGETHER))), twists=draw.twists("brief", "over"))


def with_operator(draw: Draw) -> Goal:
    """With somebody by name."""
    service = (draw.dice.choice(SINGLE),)
    worker = draw.dice.choice(draw.diary.able(service))
    return draw.goal(draw.known(), Task("book", draw.slot(service, worker.nome)), twists=draw.twists("over", "brief"))


def by_gender(draw: Draw) -> Goal:
    """With a woman or with a man."""
    service = (draw.dice.choice(("Piega", "Taglio Donna", "Taglio Bambino")),)
    worker = draw.dice.choice(draw.diary.able(service))
    wish = replace(draw.slot(service, worker.nome), operator=None, gender=worker.genere)
    return draw.goal(draw.known(), Task("book", wish))


def anyone(draw: Draw) -> Goal:
    """With whoever is there."""
    return draw.goal(draw.known(), Task("book", replace(draw.wish(), anyone=True)))


def fallback(draw: Draw) -> Goal:
    """With one, or else with another; the first is busy half of the time."""
    visit = draw.dice.choice([v for v in draw.diary.visits if len(draw.diary.able(v.services)) > 1 and len(v.services) == 1])
    day, at = visit.start.date(), visit.start.time()
    others = [name for name in draw.diary.free(visit.services, day, at) if name != visit.operator]
    if draw.dice.random() < 0.5 or not others:
        worker, second = draw.dice.sample(draw.diary.able(("Piega",)), 2)
        return draw.goal(draw.known(), Task("book", replace(draw.slot(("Piega",), worker.nome), second=second.nome)))
    wish = Wish(visit.services, day, at, operator=visit.operator, second=draw.dice.choice(others))
    return draw.goal(draw.known(), Task("book", wish))


def taken(draw: Draw) -> Goal:
    """The time wanted is taken; one of the times offered will do."""
    return draw.goal(_other(draw, visit := _taken_visit(draw)), Task("book", _same_time(visit)))


def waiting_list(draw: Draw) -> Goal:
    """The time wanted is taken and no other will do: the waiting list."""
    return draw.goal(_other(draw, visit := _taken_visit(draw)), Task("book", _same_time(visit), offers="refuse"))


def _taken_visit(draw: Draw) -> Visit:
    return draw.dice.choice([visit for visit in draw.diary.visits if len(visit.services) == 1])


def _other(draw: Draw, visit: Visit) -> Person:
    return next(person for person in iter(draw.known, None) if person.id != visit.cliente_id)


def _same_time(visit: Visit) -> Wish:
    return Wish(visit.services, visit.start.date(), visit.start.time(), operator=visit.operator)


def part_of_day(draw: Draw) -> Goal:
    """In the morning or in the afternoon: one of the times offered is taken."""
    part = draw.dice.choice(("mattina", "pomeriggio"))
    wish = replace(draw.slot((draw.dice.choice(SINGLE),), among=part), at=None, part=part)
    return draw.goal(draw.known(), Task("book", wish))


def cancel(draw: Draw) -> Goal:
    """An appointment is cancelled, from his own telephone or after a proof."""
    person = draw.known(with_visits=2)
    shown = person.telefono if draw.dice.random() < 0.5 else None
    return draw.goal(person, Task("cancel", visit=draw.dice.choice(draw.visits_of(person))), caller_id=shown, twists=draw.twists("over"))


def _moved(draw: Draw, change: Callable[[Visit], Wish]) -> Goal:
    for _ in range(200):
        person = draw.known(with_visits=2)
        visit = draw.dice.choice(draw.visits_of(person))
        try:
            wish = change(visit)
        except LookupError:
            continue  # this visit has no such change: another one is drawn
        shown = person.telefono if draw.dice.random() < 0.6 else None
        return draw.goal(person, Task("move", wish, visit=visit), caller_id=shown, twists=draw.twists("over", chance=0.6))
    raise LookupError("no visit can be moved")


def move_day(draw: Draw) -> Goal:
    """To another day, the hour stays or is said."""

    def change(visit: Visit) -> Wish:
        wish = draw.slot(visit.services, visit.operator, visit.ids)
        if wish.day == visit.start.date():
            raise LookupError
        return wish

    return _moved(draw, change)


def move_time(draw: Draw) -> Goal:
    """To another hour of the same day."""

    def change(visit: Visit) -> Wish:
        day = visit.start.date()
        fits = [
            at
            for at in draw.diary.starts(day)
            if at != visit.start.time() and visit.operator in draw.diary.free(visit.services, day, at, visit.ids)
        ]
        if not fits:
            raise LookupError
        return Wish(visit.services, day, draw.dice.choice(fits), operator=visit.operator)

    return _moved(draw, change)


def move_operator(draw: Draw) -> Goal:
    """To somebody else at the same time."""

    def change(visit: Visit) -> Wish:
        day, at = visit.start.date(), visit.start.time()
        others = [name for name in draw.diary.free(visit.services, day, at, visit.ids) if name != visit.operator]
        if not others:
            raise LookupError
        return Wish(visit.services, day, at, operator=draw.dice.choice(others))

    return _moved(draw, change)


def add_service(draw: Draw) -> Goal:
    """Something more in the same visit."""

    def change(visit: Visit) -> Wish:
        day, at = visit.start.date(), visit.start.time()
        more = [
            (*visit.services, name)
            for name in draw.diary.services
            if name not in visit.services and visit.operator in draw.diary.free((*visit.services, name), day, at, visit.ids)
        ]
        if not more:
            raise LookupError
        return Wish(draw.dice.choice(more), day, at, operator=visit.operator)

    goal = _moved(draw, change)
    return replace(goal, tasks=(replace(goal.tasks[0], what="add"),))


def two_requests(draw: Draw) -> Goal:
    """One is cancelled and another one taken, said at once or one after the other."""
    person = draw.known(with_visits=2)
    visit = draw.dice.choice(draw.visits_of(person))
    tasks = (Task("cancel", visit=visit), Task("book", draw.slot(("Piega",))))
    return draw.goal(person, *tasks, caller_id=person.telefono, twists=draw.twists("both", chance=0.6))


def questions(draw: Draw) -> Goal:
    """A booking with questions in the middle."""
    return draw.goal(draw.known(), Task("book", draw.wish()), twists=frozenset({"digress"}) | draw.twists("brief", chance=0.6))


def disturbed(draw: Draw) -> Goal:
    """A booking with silence or words nobody understands in the middle."""
    return draw.goal(draw.known(), Task("book", draw.wish()), twists=frozenset({draw.dice.choice(("silence", "gibberish", "repeat"))}))


def slip(draw: Draw) -> Goal:
    """Something is said wrong and put right in the next breath or the next turn."""
    first, then = _differing(draw)
    return draw.goal(draw.known(), Task("book", then, first), twists=frozenset({draw.dice.choice(("slip", "late_slip"))}))


def second_thoughts(draw: Draw) -> Goal:
    """The caller thinks better of it at the recap."""
    first, then = _differing(draw)
    return draw.goal(draw.known(), Task("book", then, first))


def _differing(draw: Draw) -> tuple[Wish, Wish]:
    for _ in range(500):
        first = draw.slot(("Piega",), draw.dice.choice(("Sara", "Giulia")))
        what = draw.dice.choice(("day", "at", "operator"))
        then = draw.slot(
            first.services, first.operator if what != "operator" else {"Sara": "Giulia", "Giulia": "Sara"}[str(first.operator)]
        )
        then = replace(first, **{what: getattr(then, what)})
        if then != first and then.day and then.at and then.operator in draw.diary.free(then.services, then.day, then.at):
            return first, then
    raise LookupError("no second thought is possible")


def somebody_else(draw: Draw) -> Goal:
    """For a relative without a card, or for another client."""
    person = draw.known()
    if draw.dice.random() < 0.5:
        return draw.goal(person, Task("book", draw.wish()), caller_id=person.telefono, relative=draw.dice.choice(RELATIVES))
    other = next(each for each in iter(draw.known, None) if each.id != person.id)
    return draw.goal(person, Task("book", draw.wish()), caller_id=person.telefono, other=other, relative=draw.dice.choice(RELATIVES))


def consent_refused(draw: Draw) -> Goal:
    """Somebody nobody knows does not want to be on file."""
    return draw.goal(Person(*draw.dice.choice(NEWCOMERS)), Task("book", draw.wish()), twists=frozenset({"no_consent"}))


def give_up(draw: Draw) -> Goal:
    """At the recap the caller lets it be."""
    return draw.goal(draw.known(), Task("book", draw.wish()), twists=frozenset({"give_up"}))


def wrong_number(draw: Draw) -> Goal:
    """Somebody else was meant to be called."""
    return draw.goal(draw.known(), Task("wrong_number"))


def person_wanted(draw: Draw) -> Goal:
    """A human, please."""
    return draw.goal(draw.known(), Task("person"))


KINDS: dict[str, Maker] = {
    maker.__name__: maker
    for maker in (
        known, newcomer, homonym, caller_id, several, with_operator, by_gender, anyone, fallback, taken, waiting_list, part_of_day, cancel,
        move_day, move_time, move_operator, add_service, two_requests, questions, disturbed, slip, second_thoughts, somebody_else,
        consent_refused, give_up, wrong_number, person_wanted,
    )
}  # fmt: skip
