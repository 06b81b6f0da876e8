"""A hundred callers at once against a real `serve`: turns in order, their times, and what the process holds while they talk.

Used by `python -m tests.reliability` in full, and by the tests in small without any clock.
"""

import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import apsw

from tests.reliability.business import overlaps, whole
from tests.reliability.measures import Held, held, percentile
from tests.reliability.serving import Serving

CALLERS = (
    "Anna De Luca", "Francesca Bellini", "Giuseppe Ferraro", "Chiara Lombardi", "Luca Ricci", "Elisa Marini", "Valentina Fontana",
    "Roberto Galli", "Martina Costa", "Silvia Barbieri", "Laura Gatti", "Stefano Pellegrini", "Teresa Longo", "Simone Leone",
)  # fmt: skip
SERVICES = ("una piega", "un taglio uomo", "una manicure", "un taglio donna", "una barba", "una ceretta")
DAYS = ("giovedì prossimo", "venerdì prossimo", "sabato prossimo", "mercoledì prossimo", "martedì prossimo")
HOURS = ("alle 9", "alle 11", "alle 15", "alle 17", "di mattina", "nel pomeriggio")


def words_of(caller: int) -> Sequence[str]:
    """What one caller says in one conversation: a booking with a question in it, and a goodbye."""
    who, service = CALLERS[caller % len(CALLERS)], SERVICES[caller % len(SERVICES)]
    when = f"{DAYS[caller % len(DAYS)]} {HOURS[(caller // 5) % len(HOURS)]}"
    return (f"Buongiorno, sono {who}, vorrei {service} {when}", "quanto costa?", "la prima", "sì", "no grazie, arrivederci")


@dataclass(slots=True)
class Soak:
    """What the callers met."""

    sessions: int
    turns: int = 0
    times_ms: list[float] = field(default_factory=list[float])
    held: list[Held] = field(default_factory=list[Held])
    degraded: Counter[str] = field(default_factory=Counter[str])
    errors: Counter[str] = field(default_factory=Counter[str])
    confirmed: list[tuple[Any, ...]] = field(default_factory=list[tuple[Any, ...]])
    """(row id, code) of every booking a caller was told of."""
    lost: int = 0
    overlaps: int = 0
    sound: bool = True

    def at(self, share: float) -> float:
        """That percentile of the times, in milliseconds."""
        return round(percentile(self.times_ms, share), 1) if self.times_ms else 0.0

    @property
    def growth(self) -> float:
        """Per cent of memory more at the end than after the first fifth, when everything is loaded."""
        first = self.held[len(self.held) // 5].memory_mb
        return round((self.held[-1].memory_mb - first) / first * 100, 1)


def unlimited(path: Path) -> None:
    """No limit on turns and sessions: this measures the program, not its limits."""
    connection: Any = apsw.Connection(str(path))
    for name in ("limite_turni_minuto", "limite_sessioni"):
        value = "0" if name == "limite_turni_minuto" else "100000"
        connection.execute("INSERT OR REPLACE INTO impostazioni (chiave, valore) VALUES (?, ?)", (name, value))
    connection.close()


def run(folder: Path, sessions: int, turns: int, pause_s: float) -> Soak:
    """So many sessions at once, so many turns in all, each caller one turn every `pause_s`."""
    soak = Soak(sessions)
    with Serving(folder) as serving:
        unlimited(serving.path)
        serving.say("buongiorno", session="warm")
        lock = threading.Lock()
        each = turns // sessions
        threads = [threading.Thread(target=_caller, args=(serving, soak, lock, n, each, pause_s), daemon=True) for n in range(sessions)]
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            threads[0].join(max(pause_s, 0.05)) if threads[0].is_alive() else time.sleep(max(pause_s, 0.05) / 4)
            soak.held.append(held(serving.process.pid, folder))
        for thread in threads:
            thread.join()
        soak.held.append(held(serving.process.pid, folder))
    _judge(serving.path, soak)
    return soak


def _caller(serving: Serving, soak: Soak, lock: threading.Lock, number: int, turns: int, pause_s: float) -> None:
    words = list(words_of(number))
    # Callers do not speak in step: each begins somewhere in the first pause.
    begin = time.monotonic() + pause_s * (number % 100) / 100
    for turn, said in enumerate(islice(cycle(words), turns)):
        time.sleep(max(0.0, begin + turn * pause_s - time.monotonic()))
        started = time.perf_counter()
        answer = serving.call("voice.process", text=said, session_id=f"caller {number}", tts=False)
        took = (time.perf_counter() - started) * 1000
        with lock:
            _note(soak, answer, took)


def _note(soak: Soak, answer: dict[str, Any], took: float) -> None:
    soak.turns += 1
    soak.times_ms.append(took)
    if "error" in answer:
        soak.errors[answer["error"]["data"]["name"]] += 1
        return
    turn = answer["result"]
    soak.degraded.update(name for name in turn["degraded"] if name != "session_expired")
    soak.confirmed += [
        (row, action["confirmation_code"]) for action in turn["actions"] if action["type"] == "appuntamento_creato" for row in action["ids"]
    ]


def _judge(path: Path, soak: Soak) -> None:
    connection: Any = apsw.Connection(str(path))
    rows = {(row[0], row[1]) for row in connection.execute("SELECT id, confirmation_code FROM appuntamenti WHERE stato = 'confermato'")}
    connection.close()
    soak.lost = len(set(soak.confirmed) - rows) + len(soak.confirmed) - len(set(soak.confirmed))
    soak.overlaps = len(overlaps(path)[0])
    soak.sound = whole(path)


@dataclass(frozen=True, slots=True)
class Burst:
    """All callers in the same moment against one caller alone, in milliseconds."""

    sessions: int
    single_ms: float
    all_ms: float

    @property
    def ratio(self) -> float:
        """How many single turns all of them at once take."""
        return round(self.all_ms / self.single_ms, 1)


def burst(folder: Path, sessions: int, rounds: int = 5) -> Burst:
    """The same first turn, one after the other and then all at once: the round of the median ratio.

    Both halves of a round see the same machine, which others may be using.
    """
    made: list[Burst] = []
    with Serving(folder) as serving:
        unlimited(serving.path)
        serving.say("buongiorno", session="warm")
        for turn in range(rounds):
            began = time.perf_counter()
            for number in range(sessions):
                serving.say(words_of(number)[0], session=f"alone {turn} {number}")
            started = time.perf_counter()
            serving.call_all(
                "voice.process", [{"text": words_of(n)[0], "session_id": f"together {turn} {n}", "tts": False} for n in range(sessions)]
            )
            single_ms = (started - began) * 1000 / sessions
            made.append(Burst(sessions, round(single_ms, 2), round((time.perf_counter() - started) * 1000, 1)))
    return sorted(made, key=lambda burst: burst.ratio)[rounds // 2]
