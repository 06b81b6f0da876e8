"""How long the program takes to its first answer and to its end, from source and frozen, beside a bare Python and a frozen hello."""

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bench.bench import Bench, frozen_hello, frozen_program
from tests.bench.figures import Findings, quantile
from tests.bench.line import Line
from tests.bench.shop import shop

PING_S, GREET_S, END_S, FROZEN_TIMES = 0.15, 0.6, 0.2, 2.5


def measure(bench: Bench) -> Findings:
    """Starts take turns, so that a busy moment of the machine falls on all alike."""
    found = Findings()
    folder = bench.place("start")
    shop(folder, bench.sizes.appointments)
    source = [sys.executable, "-m", "sidecar", *bench.arguments(folder)]
    bench.say("a hello world is frozen")
    hello, program = frozen_hello(bench.place("hello")), frozen_program()
    times: dict[str, list[float]] = {}
    for number in range(bench.sizes.starts):
        bench.say(f"start {number + 1} of {bench.sizes.starts}")
        _keep(times, "bare Python to its end", _run([sys.executable, "-c", "print('hello', flush=True)"]))
        for method in ("ping", "initialize", "voice.greet"):
            answer, end = _first(source, folder, method)
            _keep(times, method, answer)
            _keep(times, f"end after {method}", end)
        if hello and program:
            _keep(times, "hello", _run([str(hello)]))
            _keep(times, "frozen", _first([str(program), *bench.arguments(folder)], folder, "initialize")[0])
    for method, limit in (("ping", PING_S), ("initialize", PING_S), ("voice.greet", GREET_S)):
        found.times(f"from source to the first {method}", times[method], 1000 * limit)
    found.times("bare Python, start to end", times["bare Python to its end"])
    idle = times["end after ping"] + times["end after initialize"]
    found.times("end of input to exit", idle, 1000 * END_S, note="soon after the first answer")
    _frozen(found, times)
    _settled_end(bench, found, folder)
    return found


def _keep(times: dict[str, list[float]], name: str, seconds: float) -> None:
    times.setdefault(name, []).append(seconds)


def _run(command: Sequence[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return time.perf_counter() - start


def _first(command: Sequence[str], folder: Path, method: str) -> tuple[float, float]:
    """Seconds from the start to the first answer, and from the end of input to the end."""
    child = Line(command, folder)
    child.call(method, {"tts": False} if method == "voice.greet" else {})
    answered = time.perf_counter() - child.begun
    return answered, child.end()


def _frozen(found: Findings, times: dict[str, list[float]]) -> None:
    if "frozen" not in times:
        return
    ours, theirs = quantile(times["frozen"], 0.5), quantile(times["hello"], 0.5)
    found.times("frozen hello world, start to end", times["hello"])
    found.times("frozen, to the first initialize", times["frozen"])
    found.add("frozen start beside the hello world", ours / theirs, "times", FROZEN_TIMES, note="this run")


def _settled_end(bench: Bench, found: Findings, folder: Path) -> None:
    """The end of a process that has served turns and is idle."""
    ends: list[float] = []
    for _ in range(max(1, bench.sizes.starts // 3)):
        child = bench.server(folder)
        child.call("voice.greet", {"tts": False})
        time.sleep(1.0)
        ends.append(child.end())
    found.times("end of input to exit, idle after turns", ends, 1000 * END_S)
