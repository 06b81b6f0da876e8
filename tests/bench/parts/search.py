"""What is looked up: free times of ninety days, the FAQ by words and with vectors, and a text of ten tokens."""

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from pipeline.knowledge.tokens import TOKENS
from pipeline.model.calendar import Window
from pipeline.rules.calendar import free_slots
from sidecar.clock import FrozenClock
from store import open_store
from tests.bench.bench import Bench
from tests.bench.figures import Findings, Row, quantile
from tests.bench.line import Line
from tests.bench.shop import FULL, NOW, OPERATORS, shop
from tests.retrieval.figures import DATA, questions
from tests.sidecar.engines.tiny_embed import build

FREE_MS, WORDS_MS, DENSE_MS, TOKENS_MS = 50.0, 5.0, 25.0, 20.0
_DAYS = 90
_TEMPLATE = " ".join(f"Ecco: [{token}]." for token in (*TOKENS, *TOKENS)[:10])


def measure(bench: Bench) -> Findings:
    """Searches in process where a rule is meant, through the server where a method is."""
    found = Findings()
    for share in (0.0, 0.4):
        bench.say(f"free times of {_DAYS} days")
        _free(found, bench, share)
    folder = bench.place("faq")
    shop(folder, bench.sizes.appointments)
    faq = _entries(folder, bench.sizes.entries)
    bench.say("the FAQ by words")
    with bench.server(folder, faq=str(faq)) as server:
        taken = _searches(bench, server, lambda: True)
        found.times(f"faq.search of {bench.sizes.entries} entries, by words", taken, WORDS_MS)
        answers = [server.timed("faq.answer", {"query": one.query})[0] for one in questions("tuning")[: bench.sizes.calls]]
        found.times("faq.answer without a model", answers)
        found.rows.append(Row("RAG query", 1500, 2500, 1000 * quantile(answers, 0.99)))
        bench.say("the formatter")
        _tokens(found, bench, server)
    bench.say("the FAQ with vectors")
    build(folder / "data" / "models" / "tiny")
    with bench.server(folder, faq=str(faq), embeddings="auto", embedding_model="tiny") as server:
        taken = _searches(bench, server, lambda: server.call("faq.reload")["index"] == "hybrid")
        found.times(f"faq.search of {bench.sizes.entries} entries, with a tiny dense model", taken, DENSE_MS)
    return found


def _free(found: Findings, bench: Bench, unassigned: float) -> None:
    """Reading the calendar and searching it, for any operator."""
    path = shop(bench.place(f"free-{unassigned}"), bench.sizes.appointments, unassigned, ahead=min(FULL, bench.sizes.appointments // 2))
    store = open_store(path, clock=FrozenClock(NOW), create=False)
    service = next(service for service in store.reads.services() if service.nome == "Piega")
    last = NOW.date() + timedelta(days=_DAYS)
    taken: list[float] = []
    for _ in range(max(2, bench.sizes.calls // 10)):
        start = time.perf_counter()
        calendar = store.reads.calendar(NOW.date(), last, NOW)
        free_slots(calendar, (service,), Window(NOW.date(), last))
        taken.append(time.perf_counter() - start)
    store.close()
    name = f"free-slot search, {_DAYS} days, {OPERATORS} operators, {FULL} appointments ahead"
    found.times(f"{name}, {round(100 * unassigned)} % without operator" if unassigned else name, taken, FREE_MS)


def _entries(folder: Path, count: int) -> Path:
    whole = "\n".join(path.read_text(encoding="utf-8") for path in sorted(DATA.glob("*.md")))
    entries = [block for block in whole.split("### ")[1:] if not block.startswith("[")]
    path = folder / "faq.md"
    path.write_text("".join(f"### Reparto {at}: {entries[at % len(entries)]}\n" for at in range(count)), encoding="utf-8")
    return path


def _searches(bench: Bench, server: Line, ready: Callable[[], bool]) -> list[float]:
    server.call("faq.search", {"query": "orari"})
    for _ in range(60):
        if ready():
            break
        time.sleep(0.5)
    time.sleep(1.0)
    return [server.timed("faq.search", {"query": one.query})[0] for one in questions("tuning")[: bench.sizes.calls]]


def _tokens(found: Findings, bench: Bench, server: Line) -> None:
    asked = {"response": _TEMPLATE, "language": "it", "customer_id": 1, "workspace_id": "default", "original_question": "cosa offrite?"}
    facts = len(server.call("formatter.format", asked)["facts"])
    taken = [server.timed("formatter.format", asked)[0] for _ in range(bench.sizes.calls)]
    found.times(f"formatter.format, {facts} tokens, no model", taken, TOKENS_MS)
