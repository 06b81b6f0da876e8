"""The figures of this room as a page: docs/reliability.md. Made by `python -m tests.reliability`."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass

import apsw

from tests.reliability.fuzz import Fuzzed
from tests.reliability.kills import Tally
from tests.reliability.soak import Burst, Soak
from tests.reliability.writers import Writers


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that was measured."""

    points: int
    kills: Tally
    soak: Soak
    pause_s: float
    burst: Burst
    writers: Writers
    lines: Fuzzed
    words: Fuzzed


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure beside what must hold."""

    name: str
    wanted: str
    found: str
    held: bool


def goals(f: Figures) -> Sequence[Goal]:
    """What must hold, and what was found."""
    soak, first, last = f.soak, f.soak.held[len(f.soak.held) // 5], f.soak.held[-1]
    half = sum("half-written" in fault or "damaged" in fault for fault in f.kills.faults)
    refused = soak.errors.total()
    return (
        Goal(
            "kills: lost, double or half-written",
            "0",
            f"{len(f.kills.faults)} of {f.kills.kills} ({half} half-written)",
            not f.kills.faults,
        ),
        Goal(f"turn with {soak.sessions} sessions, 99th percentile", "< 250 ms", f"{soak.at(0.99)} ms", soak.at(0.99) < 250),
        Goal("turns refused, failed or degraded", "0", f"{refused + soak.degraded.total()}", refused + soak.degraded.total() == 0),
        Goal("bookings told to a caller and not in the file", "0", f"{soak.lost} of {len(soak.confirmed)}", soak.lost == 0),
        Goal("appointments over each other", "0", str(soak.overlaps + f.writers.overlaps), soak.overlaps + f.writers.overlaps == 0),
        Goal("growth of memory over the soak", "< 5 %", f"{soak.growth} % ({first.memory_mb} to {last.memory_mb} MB)", soak.growth < 5),
        Goal("handles (a thread's connection has two)", "flat", f"{first.handles} to {last.handles}", last.handles <= first.handles + 4),
        Goal("threads", "flat", f"{first.threads} to {last.threads}", last.threads <= first.threads + 2),
        Goal("files in the data folder", "flat", f"{first.files} to {last.files}", last.files == first.files),
        Goal(f"{f.burst.sessions} callers in one moment", "<= 120 single turns", f"{f.burst.ratio} single turns", f.burst.ratio <= 120),
        Goal("rows lost among three writers", "0", f"{f.writers.lost} of {len(f.writers.kept)}", f.writers.lost == 0),
        Goal("broken lines answered otherwise than once", "0", f"{len(f.lines.faults)} of {f.lines.sent}", not f.lines.faults),
        Goal("nonsense turns without a speakable answer", "0", f"{len(f.words.faults)} of {f.words.sent}", not f.words.faults),
    )


def page(f: Figures) -> str:
    """The page."""
    rows = "\n".join(f"| {goal.name} | {goal.wanted} | {goal.found} | {'yes' if goal.held else '**no**'} |" for goal in goals(f))
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    sqlite = f"SQLite {apsw.sqlite_lib_version()}"
    codes = ", ".join(f"{code or 'a result'}: {count}" for code, count in sorted(f.lines.codes.items()))
    w, s = f.writers, f.soak
    faults = "\n".join(f"- {fault}" for fault in (*f.kills.faults, *f.lines.faults, *f.words.faults)[:20])
    return f"""# Reliability

Made by `make reliability` on {machine}, {sqlite}. `make test` plays a seeded sample of everything here.

| what | must hold | found | held |
| --- | --- | --- | --- |
{rows}

## What was done

- **Kills.** A warm process is forked, plays a call and is killed without warning (SIGKILL) at a numbered point of a turn: before and after
  every question to the database, the clock, the ids, the model, the voice and the FAQ, and before every statement of SQL. There are
  {f.points} such points in five calls (booking, registration, cancellation, move, question in the middle). Another process takes the
  call over, the caller says the same words again and goes on. After {f.kills.kills} kills nothing of the turn was in the file
  {f.kills.before} times, all of it {f.kills.after} times.
- **Soak.** {s.sessions} callers against one `serve`, each with a turn every {f.pause_s:g} s, {s.turns} turns: median {s.at(0.5)} ms,
  90th percentile {s.at(0.9)} ms, 99th {s.at(0.99)} ms, longest {s.at(1.0)} ms, measured at the caller's end of the pipe.
  {len(s.confirmed)} bookings were confirmed.
- **One moment.** A first turn alone takes {f.burst.single_ms} ms; {f.burst.sessions} at once are all answered after {f.burst.all_ms} ms.
- **Writers.** Two sidecars (two callers each) and the desktop app on one file for {w.seconds:g} s, wanting the same times:
  {", ".join(f"{name} {count}" for name, count in sorted(w.answers.items()))}.
- **Nonsense.** {f.lines.sent} damaged lines, answered with {codes};
  {f.words.sent} turns of words nobody means.

## What the tests assert

`tests/reliability`: the fault matrix of what is optional (component, failure, moment) and of the database (what is wrong with it, at every
statement of every turn), repeated requests and turns, the outbox across restarts, floods, hostile words, and the search of every byte of
the data folder and every line of the logs for a person who was erased.
{f"{chr(10)}## Faults{chr(10)}{chr(10)}{faults}{chr(10)}" if faults else ""}"""
