"""A program that dies without warning at any numbered point of any turn, and the one that takes the call over.

Used by the tests (a seeded sample) and by `python -m tests.reliability` (the full number). Each kill is a fork of a warm process.
"""

import os
import random
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from shutil import rmtree

from pipeline.model.turn import Reply
from tests.reliability.business import CALLS, Call, Caller, State, lay, overlaps, state, whole
from tests.reliability.points import Counter, watched

SURVIVED = 0
BROKEN = 7


@dataclass(frozen=True, slots=True)
class Kill:
    """Where the program dies: this call, this turn, this point of it."""

    call: Call
    turn: int
    point: int


@dataclass(slots=True)
class Played:
    """A call without any fault: the file before each turn and after the last, the answers, and the points of each turn."""

    states: list[State] = field(default_factory=list[State])
    replies: list[Reply] = field(default_factory=list[Reply])
    points: list[int] = field(default_factory=list[int])


@dataclass(slots=True)
class Tally:
    """What became of all kills."""

    kills: int = 0
    before: int = 0
    """Nothing of the turn was in the file."""
    after: int = 0
    """All of it was."""
    faults: list[str] = field(default_factory=list[str])


def undisturbed(call: Call, folder: Path) -> Played:
    """The call as it should go."""
    return _undisturbed(call, folder)


@cache
def _undisturbed(call: Call, folder: Path) -> Played:
    here = folder / f"undisturbed {call.name}"
    path, counter, played = lay(here), Counter(), Played()
    caller = Caller(here, watched(counter), counter.point)
    for turn in range(len(call.words)):
        played.states.append(state(path))
        counter.passed, counter.armed = 0, True
        played.replies += caller.play(call, turn, turn + 1)
        counter.armed = False
        played.points.append(counter.passed)
    played.states.append(state(path))
    caller.store.close()
    return played


def every_kill(folder: Path) -> list[Kill]:
    """All numbered points of all turns of all calls."""
    return [
        Kill(call, turn, point)
        for call in CALLS
        for turn, points in enumerate(undisturbed(call, folder).points)
        for point in range(1, points + 1)
    ]


def some_kills(folder: Path, count: int, seed: int) -> Iterator[Kill]:
    """A seeded sample; all of them, and again from the beginning, where more are wanted than there are."""
    pick = random.Random(seed)
    left: list[Kill] = []
    for _ in range(count):
        if not left:
            left = every_kill(folder)
            pick.shuffle(left)
        yield left.pop()


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _in_a_child(kill: Kill, folder: Path) -> int:
    """The exit code of a process that plays the call up to that point; minus the signal that ended it."""
    child = os.fork()
    if child == 0:
        code = BROKEN
        try:
            counter = Counter(kill.point, _die)
            caller = Caller(folder, watched(counter), counter.point)
            caller.play(kill.call, 0, kill.turn)
            counter.armed = True
            caller.play(kill.call, kill.turn, kill.turn + 1)
            code = SURVIVED
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def carry_out(kill: Kill, folder: Path, tally: Tally) -> None:
    """One kill and what follows: the file, the rows, the rest of the call in another process, the rows at the end."""
    good = undisturbed(kill.call, folder)
    here = folder / "killed"
    path = lay(here)
    ended = _in_a_child(kill, here)
    found = state(path)
    tally.kills += 1
    where = f"{kill.call.name}, turn {kill.turn + 1}, point {kill.point}"
    if ended != -signal.SIGKILL:
        tally.faults.append(f"{where}: the process ended with {ended}")
    if not whole(path):
        tally.faults.append(f"{where}: the file is damaged")
    if found == good.states[kill.turn]:
        tally.before += 1
    elif found == good.states[kill.turn + 1]:
        tally.after += 1
    else:
        tally.faults.append(f"{where}: the turn is half-written: {_difference(found, good.states[kill.turn])}")
    _go_on(kill, here, good, tally, where)
    rmtree(here)


def _go_on(kill: Kill, here: Path, good: Played, tally: Tally, where: str) -> None:
    """The caller says the same words again, once more where the question is asked once more, and goes on."""
    path = here / "fluxion.db"
    caller = Caller(here, author="second")
    wanted = good.replies[kill.turn].step
    replies = caller.play(kill.call, kill.turn, kill.turn + 1)
    if replies[-1].step != wanted:
        replies = caller.play(kill.call, kill.turn, kill.turn + 1)
    if replies[-1].step != wanted:
        tally.faults.append(f"{where}: after the repetition the call stands at {replies[-1].step}, not {wanted}: {replies[-1].text}")
    caller.play(kill.call, kill.turn + 1)
    caller.store.close()
    if caller.errors:
        tally.faults.append(f"{where}: {caller.errors!r}")
    business = len(good.states[-1]) - 2
    if state(path)[:business] != good.states[-1][:business]:
        tally.faults.append(f"{where}: at the end {_difference(state(path)[:business], good.states[-1][:business])}")
    if overlaps(path) != ((),):
        tally.faults.append(f"{where}: two appointments lie over each other")


def _difference(found: State, wanted: State) -> list[str]:
    return [f"{set(here) ^ set(there)}" for here, there in zip(found, wanted, strict=True) if here != there]


def run(folder: Path, count: int, seed: int) -> Tally:
    """So many kills, and what became of them."""
    tally = Tally()
    for kill in some_kills(folder, count, seed):
        carry_out(kill, folder, tally)
        if sys.stderr.isatty() and tally.kills % 50 == 0:
            print(f"  {tally.kills} kills", file=sys.stderr)
    return tally
