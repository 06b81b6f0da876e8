"""`python -m tests.simulator [--calls N] [--seed S] [--kind K] [--show-failures N] [--desktop] [--clean|--noisy]`: callers with an agenda.

Prints task success by kind with 95 % intervals, pass^k, turns beside the scripted minimum, false claims, unconfirmed writes and double
bookings, on a clean line and through noise. Exit code 1 when a caller was told an untruth, something was written without a yes, two
appointments overlap, or success is below 100 % (clean) or 95 % (noisy).
"""

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.simulator.calls import Exchange, Outcome
from tests.simulator.figures import by_kind
from tests.simulator.making import KINDS

TIMES = 4
"""How often each goal is played, in other words each time (the k of pass^k)."""
FLOORS = {False: 1.0, True: 0.95}


def main(arguments: list[str]) -> int:
    """Plays, prints, and returns the exit code."""
    options = _options(arguments)
    lines = [noisy for noisy, left_out in ((False, options.noisy), (True, options.clean)) if not left_out]
    with tempfile.TemporaryDirectory() as folder:
        exchange = Exchange(Path(folder), desktop=options.desktop)
        return max([_line(exchange, options, noisy) for noisy in lines], default=0)


def _options(arguments: list[str]) -> argparse.Namespace:
    reader = argparse.ArgumentParser(prog="python -m tests.simulator")
    reader.add_argument("--calls", type=int, default=1080, help="calls on each line (clean, noisy)")
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--kind", choices=[*KINDS], action="append")
    reader.add_argument("--show-failures", type=int, default=0)
    reader.add_argument("--desktop", action="store_true", help="on a file of the desktop app's making")
    reader.add_argument("--clean", action="store_true", help="only the clean line")
    reader.add_argument("--noisy", action="store_true", help="only the noisy line")
    return reader.parse_args(arguments)


def played(exchange: Exchange, kinds: list[str], calls: int, seed: int, noisy: bool) -> list[Outcome]:
    """That many calls, spread over the kinds, each goal `TIMES` times."""
    found: list[Outcome] = []
    for number in range(max(1, calls // (len(kinds) * TIMES))):
        for kind in kinds:
            goal = exchange.goal(kind, number, seed)
            found += [exchange.play(goal, f"{seed}/{kind}/{number}/{again}", noisy) for again in range(TIMES)]
    return found


def _line(exchange: Exchange, options: argparse.Namespace, noisy: bool) -> int:
    outcomes = played(exchange, options.kind or list(KINDS), options.calls, options.seed, noisy)
    print(f"{'noisy' if noisy else 'clean'} line, seed {options.seed}, k = {TIMES}")
    print(*by_kind(outcomes), sep="\n")
    claims = sum(bool(each.false_claims) for each in outcomes)
    unconfirmed = sum(bool(each.unconfirmed) for each in outcomes)
    overlaps = sum(each.overlaps for each in outcomes)
    print(f"false success claims {claims}, unconfirmed writes {unconfirmed}, double bookings {overlaps}")
    broken = Counter(fault.split("|")[0][:60] for each in outcomes for fault in each.laws)
    print(f"other laws broken in {sum(bool(each.laws) for each in outcomes)} calls", *broken.most_common(8), "", sep="\n")
    _show([each for each in outcomes if not each.success or each.false_claims or each.unconfirmed][: options.show_failures])
    right = sum(each.success for each in outcomes) / len(outcomes)
    return int(bool(claims or unconfirmed or overlaps or right < FLOORS[noisy]))


def _show(failures: list[Outcome]) -> None:
    for each in failures:
        goal = each.goal
        print(f"== {goal.kind} {goal.number} ({goal.style}, {sorted(goal.twists)}, {goal.now:%a %d %b %Y %H:%M}, from {goal.caller_id})")
        print(f"   {goal.person.full}: {[(task.what, task.first, task.wish) for task in goal.tasks]}")
        print(*each.heard, *(f"  ! {fault}" for fault in (each.why, *each.false_claims, *each.unconfirmed, *each.laws)), sep="\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
