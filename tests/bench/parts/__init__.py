"""The parts of the benchmark, by the name that `--only` takes."""

from collections.abc import Callable

from tests.bench.bench import Bench
from tests.bench.figures import Findings
from tests.bench.parts import growth, memory, ping, search, sessions, start, turn, understanding, voice

Part = Callable[[Bench], Findings]

PARTS: dict[str, tuple[str, Part]] = {
    "start": ("Start and end", start.measure),
    "ping": ("Ping", ping.measure),
    "parse": ("Understanding", understanding.measure),
    "turn": ("Turns", turn.measure),
    "search": ("Searches and the formatter", search.measure),
    "voice": ("Voice", voice.measure),
    "sessions": ("Many sessions", sessions.measure),
    "memory": ("Memory", memory.measure),
    "growth": ("Growth of the file", growth.measure),
}
"""Part to its title and what measures it; the rows of the specification come out of them."""
