"""What a turn costs as the file grows from a thousand to a million appointments."""

from tests.bench.bench import Bench
from tests.bench.figures import Curve, Findings, quantile
from tests.bench.line import Line
from tests.bench.parts.turn import booked, warmed
from tests.bench.shop import openings, shop

FLAT = 1.5
_ROUNDS = 4


def measure(bench: Bench) -> Findings:
    """Servers on files of each size take turns, so that a busy moment of the machine falls on all alike."""
    found = Findings()
    servers: dict[int, Line] = {}
    taken: dict[int, list[float]] = {count: [] for count in bench.sizes.growth}
    try:
        for count in bench.sizes.growth:
            bench.say(f"a file with {count} appointments")
            folder = bench.place(f"growth-{count}")
            shop(folder, count)
            servers[count] = bench.server(folder)
            warmed(servers[count])
        times = openings(bench.sizes.turns)
        share = max(1, len(times) // _ROUNDS)
        for begin in range(0, len(times), share):
            for count, server in servers.items():
                bench.say(f"bookings among {count} appointments")
                for number, at in enumerate(times[begin : begin + share]):
                    taken[count] += booked(server, at, f"growth-{begin}-{number}")
    finally:
        for server in servers.values():
            server.end()
    for count, seconds in taken.items():
        found.times(f"a turn among {count} appointments", seconds)
    medians = {count: quantile(seconds, 0.5) for count, seconds in taken.items()}
    least, most = bench.sizes.growth[0], bench.sizes.growth[-1]
    found.add(f"a turn among {most} beside one among {least} appointments", medians[most] / medians[least], "times", FLAT)
    found.curves.append(Curve("A turn as the file grows", "appointments", "ms", tuple((n, 1000 * t) for n, t in medians.items())))
    return found
