"""`nlu.parse` of a caller's sentences, through the server and within the process."""

import json
import time
from pathlib import Path

from pipeline.desk import understanding
from sidecar.clock import FrozenClock
from sidecar.config import Config
from sidecar.wiring import build
from tests.bench.bench import Bench
from tests.bench.figures import Findings, Row, quantile
from tests.bench.shop import NOW, shop

MEDIAN_MS, HIGH_MS = 3.0, 8.0
_DATA = Path(__file__).parents[2] / "data" / "nlu"


def sentences(count: int) -> list[str]:
    """Sentences of the tuning half, from all over it."""
    texts: list[str] = []
    for path in sorted((_DATA / "tuning").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                texts.append(json.loads(line)["text"])
    return texts[:: max(1, len(texts) // count)][:count]


def measure(bench: Bench) -> Findings:
    """Each sentence once: nothing is remembered from an earlier reading of it."""
    found = Findings()
    folder = bench.place("parse")
    shop(folder, bench.sizes.appointments)
    texts = sentences(5 * bench.sizes.calls)
    bench.say(f"{len(texts)} sentences through the server")
    with bench.server(folder) as server:
        server.call("nlu.parse", {"text": "buongiorno"})
        time.sleep(1.0)
        taken = [server.timed("nlu.parse", {"text": text})[0] for text in texts]
    found.times("nlu.parse through the server", taken, MEDIAN_MS, HIGH_MS)
    bench.say("the same within the process")
    parts = build(Config(folder / "shop.db", folder / "data", folder / "faq.md", tts="off", llm="off", embeddings="off"), FrozenClock(NOW))
    inside: list[float] = []
    understanding.parse(parts.world, text="buongiorno")
    for text in texts:
        start = time.perf_counter()
        understanding.parse(parts.world, text=text)
        inside.append(time.perf_counter() - start)
    parts.store.close()
    found.times("nlu.parse within the process", inside)
    high = 1000 * quantile(taken, 0.99)
    found.rows += [Row("Intent classification", 500, 800, high), Row("Slot extraction", 300, 500, high)]
    return found
