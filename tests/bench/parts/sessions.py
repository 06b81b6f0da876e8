"""Many callers at once: all with a turn under way, and each with a turn every two seconds."""

import time
from collections.abc import Iterator

from tests.bench.bench import Bench
from tests.bench.figures import Curve, Findings, quantile
from tests.bench.line import Line
from tests.bench.parts.turn import FIRST, warmed
from tests.bench.shop import openings, shop

SHARE, HIGH_MS, EVERY_S = 1.2, 250.0, 2.0
_ROUNDS = 5
_QUESTIONS = ("quanto costa la piega?", "a che ora aprite il sabato?", "vorrei una piega", "giovedì pomeriggio", "chi fa il colore?")


def measure(bench: Bench) -> Findings:
    """The closed loop at each number of callers, then the open one at the largest."""
    found = Findings()
    folder = bench.place("sessions")
    shop(folder, bench.sizes.appointments)
    most = bench.sizes.sessions[-1]
    with bench.server(folder) as server:
        warmed(server)
        rounds: dict[int, list[float]] = {count: [] for count in bench.sizes.sessions}
        for again in range(_ROUNDS):
            # Every round has all of them, so that a busy moment of the machine falls on one caller as on a hundred.
            for count, taken in rounds.items():
                bench.say(f"{count} callers at once")
                taken += [_at_once(server, count, f"{count}-{again}-{part}") for part in range(max(1, 10 // count))]
        points = [(float(count), 1000 * quantile(taken, 0.5)) for count, taken in rounds.items()]
        single = points[0][1]
        found.add("one turn alone, median", single, "ms")
        found.add(
            f"{most} turns at once, until the last answer", points[-1][1], "ms", most * single * SHARE, note="of this run's single turn"
        )
        found.add(f"{most} turns at once, beside {most} single turns", points[-1][1] / (most * single), "times", SHARE)
        found.curves.append(Curve("Turns at once", "callers", "ms until the last answer", tuple(points)))
        bench.say(f"{most} callers, a turn every {EVERY_S:.0f} seconds")
        taken = _paced(server, most, bench.sizes.open_loop_s)
    found.times(f"{most} callers, a turn every {EVERY_S:.0f} s", taken, None, HIGH_MS)
    return found


def _at_once(server: Line, count: int, name: str) -> float:
    """Seconds until the last of that many first turns is answered, all sent together."""
    times = openings(count)
    start = time.perf_counter()
    for number in range(count):
        text = FIRST.format(times[number])
        server.send("voice.process", {"text": text, "session_id": f"at-once-{name}-{number}", "tts": False})
    for _ in range(count):
        server.answer()
    return time.perf_counter() - start


def _paced(server: Line, count: int, seconds: float) -> list[float]:
    """Seconds of every turn, from when it was due; the answers are read by this thread between the turns."""
    due = sorted(_schedule(count, seconds))
    sent: dict[int, float] = {}
    taken: list[float] = []
    begun = time.perf_counter()
    reader = _Reader(server, sent, taken)
    for at, session, text in due:
        reader.until(begun + at)
        sent[server.send("voice.process", {"text": text, "session_id": f"paced-{session}", "tts": False})] = begun + at
    while sent:
        reader.one()
    return taken


def _schedule(count: int, seconds: float) -> Iterator[tuple[float, int, str]]:
    for session in range(count):
        for turn in range(int(seconds / EVERY_S)):
            yield EVERY_S * (turn + session / count), session, _QUESTIONS[(turn + session) % len(_QUESTIONS)]


class _Reader:
    """Takes answers as they come and notes how long they took."""

    def __init__(self, server: Line, sent: dict[int, float], taken: list[float]) -> None:
        self._server = server
        self._sent = sent
        self._taken = taken

    def until(self, moment: float) -> None:
        """Reads answers until that moment."""
        while (left := moment - time.perf_counter()) > 0:
            if self._server.waits(left):
                self.one()

    def one(self) -> None:
        """Reads one answer."""
        message = self._server.answer()
        self._taken.append(time.perf_counter() - self._sent.pop(message["id"]))
