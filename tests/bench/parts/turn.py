"""A booking by telephone through the server: the recap of free speech, the yes, the goodbye."""

import time

from tests.bench.bench import Bench
from tests.bench.figures import Findings, Row, quantile
from tests.bench.line import Gone, Line
from tests.bench.shop import openings, shop

MEDIAN_MS, HIGH_MS = 5.0, 25.0
FIRST = "buongiorno, sono Anna De Luca, vorrei una piega con Sara il {}"


def booked(server: Line, at: str, session: str) -> list[float]:
    """Seconds of the three turns of one booking; raises Gone where it came to no booking."""
    said = {"session_id": session, "tts": False}
    recap, turn = server.timed("voice.process", {"text": FIRST.format(at), **said})
    if turn["step"] != "conferma":
        raise Gone(turn["text"])
    yes, turn = server.timed("voice.process", {"text": "sì", **said})
    if not turn["action"]:
        raise Gone(turn["text"])
    bye, turn = server.timed("voice.process", {"text": "no grazie, arrivederci", **said})
    return [recap, yes, bye]


def warmed(server: Line) -> None:
    """Waits until what is loaded after the first answer is there, and has one booking behind it."""
    server.call("voice.greet", {"tts": False})
    time.sleep(1.5)
    booked(server, "13 marzo alle 18", "warm")


def measure(bench: Bench) -> Findings:
    """All turns of the calls count, with the appointments the figures ask for in the file."""
    found = Findings()
    folder = bench.place("turn")
    shop(folder, bench.sizes.appointments)
    times = openings(bench.sizes.turns)
    with bench.server(folder) as server:
        bench.say("the first turn of a process")
        first, _ = server.timed("voice.process", {"text": FIRST.format("13 marzo alle 15"), "tts": False})
        found.add(
            "first turn of a process, right after its start", 1000 * (time.perf_counter() - server.begun), "ms", note="start included"
        )
        found.add("first turn of a process", 1000 * first, "ms")
        warmed(server)
        bench.say(f"{len(times)} bookings")
        calls = [booked(server, at, f"bench-{number}") for number, at in enumerate(times)]
        bench.say("calls of the desktop app")
        free = {"data": "2026-03-19", "ora": "16:00", "servizi": [4]}
        desk = [server.timed("appuntamenti.disponibilita", free)[0] for _ in range(bench.sizes.calls)]
        greets = [server.timed("voice.greet", {"tts": False})[0] for _ in range(bench.sizes.calls)]
    every = [seconds for call in calls for seconds in call]
    note = f"{bench.sizes.appointments} appointments"
    found.times("a turn of a booking", every, MEDIAN_MS, HIGH_MS, note)
    for at, name in enumerate(("free speech to the recap", "yes to the booking", "goodbye")):
        found.times(name, [call[at] for call in calls], MEDIAN_MS if at < 2 else None, HIGH_MS if at < 2 else None)
    found.times("voice.greet", greets)
    found.times("appuntamenti.disponibilita", desk)
    found.rows.append(Row("API call", 200, 500, 1000 * quantile(desk, 0.99)))
    found.rows.append(Row("End-to-end (no TTS)", 3000, 5000, 1000 * quantile(every, 0.99)))
    return found
