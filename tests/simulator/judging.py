"""The rows a call must leave behind, told by the goal, the diary and what the caller agreed to; never by the assistant.

Each expected row is the set of lines of `tests.dialogue.books.difference` that would be right. Called by `calls`.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from tests.simulator.caller import Caller
from tests.simulator.diary import Diary, Visit
from tests.simulator.goals import Person, Task, Wish

Lines = list[frozenset[str]]
FLEXIBLE = ("taken", "part_of_day", "waiting_list")


def wanted_rows(caller: Caller, diary: Diary, waits: str = "NORMAL") -> Lines:
    """Every row that must be new or different at the end of the call."""
    goal, found = caller.goal, Lines()
    twists = goal.twists
    if goal.kind == "person_wanted":
        return [frozenset({"+ persona"})]
    if goal.kind == "wrong_number" or twists & {"give_up", "no_consent"}:
        return []
    if goal.person.id is None:
        born = goal.person.nascita.isoformat() if goal.person.nascita and caller.birth_told else "-"
        found.append(frozenset({f"+ cliente {goal.person.full} | {goal.person.telefono} | {born} | consenso 1"}))
    for at, task in enumerate(goal.tasks):
        found += _task(caller, diary, task, caller.settled.get(at, task.wish), at)
    return found


def _task(caller: Caller, diary: Diary, task: Task, settled: Wish, at: int) -> Lines:
    who = _person(caller.goal.guest)
    if task.what == "cancel" and task.visit is not None:
        return [frozenset({f"- appuntamento {line}"}) for line in _visit(diary, who, task.visit)]
    if task.offers == "refuse":
        return [_waiting(caller, who, task.wish)]
    flexible = caller.goal.kind in FLEXIBLE
    wish = replace(task.wish, day=settled.day, at=settled.at) if flexible else task.wish
    if task.visit is not None:
        return _changed(diary, who, task.visit, wish)
    note = f" | nota: per {caller.goal.relative}" if caller.goal.relative and caller.goal.other is None else ""
    gone = caller.goal.tasks[0].visit.ids if at and caller.goal.tasks[0].visit is not None else ()
    operators = _operators(diary, wish, gone)
    return [frozenset(_line(who, name, o, start, note) for o in operators) for name, start in _rows(diary, wish)]


def _person(person: Person) -> str:
    year = f" ({person.nascita.year})" if person.homonyms > 1 and person.nascita else ""
    return f"{person.full}{year}"


def _rows(diary: Diary, wish: Wish) -> list[tuple[str, datetime]]:
    """The services one after the other, a buffer between them."""
    if wish.day is None or wish.at is None:
        return []
    start, rows = datetime.combine(wish.day, wish.at), list[tuple[str, datetime]]()
    for name in wish.services:
        rows.append((name, start))
        start += timedelta(minutes=diary.services[name].durata + diary.services[name].buffer)
    return rows


def _line(who: str, service: str, operator: str, start: datetime, note: str = "") -> str:
    return f"{'+ appuntamento '}{who} | {service} | {operator} | {start:%Y-%m-%d %H:%M}{note}"


def _operators(diary: Diary, wish: Wish, gone: tuple[object, ...]) -> list[str]:
    """Who may do it: the one asked for, the second when the first is busy, one of that gender, or whoever has least to do."""
    if wish.day is None or wish.at is None:
        return []
    free = diary.free(wish.services, wish.day, wish.at, gone)
    if wish.operator is not None:
        return [wish.operator] if wish.operator in free or wish.second is None else [wish.second]
    if wish.gender is not None:
        return [name for name in free if diary.workers[name].genere == wish.gender]
    return free[:1]


def _visit(diary: Diary, who: str, visit: Visit) -> list[str]:
    wish = Wish(visit.services, visit.start.date(), visit.start.time())
    return [_line(who, name, visit.operator, start).removeprefix("+ appuntamento ") for name, start in _rows(diary, wish)]


def _changed(diary: Diary, who: str, visit: Visit, wish: Wish) -> Lines:
    old = _visit(diary, who, visit)
    new = (
        _visit(diary, who, Visit(visit.ids, visit.cliente_id, wish.services, datetime.min, wish.operator or visit.operator))
        if False
        else [
            _line(who, name, wish.operator or visit.operator, start).removeprefix("+ appuntamento ") for name, start in _rows(diary, wish)
        ]
    )
    found = [frozenset({f"~ appuntamento {a} -> {b}"}) for a, b in zip(old, new, strict=False) if a != b]
    return [*found, *(frozenset({f"+ appuntamento {line}"}) for line in new[len(old) :])]


def _waiting(caller: Caller, who: str, wish: Wish) -> frozenset[str]:
    rank = "VIP" if caller.goal.person.vip else "NORMAL"
    at = wish.at.strftime("%H:%M") if wish.at else "-"
    more = ("", f" | {wish.operator}")
    return frozenset(f"+ attesa {who} | {wish.services[0]} | {wish.day} | {hour} | {rank}{o}" for hour in ("-", at) for o in more)


def rows_agree(wanted: Lines, found: list[str]) -> bool:
    """Whether each line found is one of the right ones for a row of its own, none left over."""
    left = list(found)
    for right in wanted:
        line = next((line for line in left if line in right), None)
        if line is None:
            return False
        left.remove(line)
    return not left
