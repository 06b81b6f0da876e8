"""What the process holds: pinged, asked who it is, after calls, and with voice, vectors and model loaded."""

import sys
import time

import psutil

from tests.bench.bench import Bench, frozen_program
from tests.bench.figures import Findings
from tests.bench.line import Line
from tests.bench.parts.turn import booked
from tests.bench.shop import demo, openings, shop
from tests.fakes.llm_server import KEY, LlmServer, Says
from tests.sidecar.engines.tiny_embed import build

IDLE_MB = 45.0
_SETTLE_S = 3.0


def resident(server: Line) -> float:
    """Megabytes of the process, without its children."""
    return psutil.Process(server.process.pid).memory_info().rss / 1e6


def measure(bench: Bench) -> Findings:
    """Resident memory of the process itself, and of its children where it has some."""
    found = Findings()
    folder = bench.place("memory-idle")
    demo(folder / "shop.db")
    bench.say("idle")
    _idle(found, "source", Line([sys.executable, "-m", "sidecar", *bench.arguments(folder)], folder))
    program = frozen_program()
    if program is not None:
        _idle(found, "frozen", Line([str(program), *bench.arguments(folder)], folder))
    bench.say("in use")
    folder = bench.place("memory")
    shop(folder, bench.sizes.appointments)
    with bench.server(folder) as server:
        server.call("voice.greet", {"tts": False})
        time.sleep(_SETTLE_S)
        before = 0.0
        for number, at in enumerate(openings(bench.sizes.turns)):
            booked(server, at, f"memory-{number}")
            before = before or resident(server)
        found.add("after one call", before, "MB")
        found.add(f"after {bench.sizes.turns} calls", resident(server), "MB")
    bench.say("everything loaded")
    _all(found, bench)
    return found


def _idle(found: Findings, name: str, server: Line) -> None:
    with server:
        server.call("ping")
        found.add(f"{name}: after a ping", resident(server), "MB", IDLE_MB)
        server.call("initialize")
        time.sleep(_SETTLE_S)
        found.add(f"{name}: idle after initialize", resident(server), "MB", IDLE_MB, note="nothing optional loaded")
        server.call("voice.greet", {"tts": False})
        time.sleep(_SETTLE_S)
        found.add(f"{name}: idle after a greeting without sound", resident(server), "MB", IDLE_MB, note="nothing optional loaded")


def _all(found: Findings, bench: Bench) -> None:
    folder = bench.place("memory-all")
    shop(folder, bench.sizes.appointments)
    build(folder / "data" / "models" / "tiny")
    (folder / "data" / "faq_auto.md").write_text("### Avete il parcheggio?\nSì, dietro il salone.\n", encoding="utf-8")
    with LlmServer([Says("Non lo so.")]) as model:
        environ = {"GROQ_API_KEY": KEY, "GROQ_BASE_URL": model.url}
        with bench.server(folder, environ, tts="espeak", llm="groq", embeddings="auto", embedding_model="tiny") as server:
            server.call("voice.greet")
            server.call("faq.answer", {"query": "avete mai visto un treno a vapore?"})
            server.call("faq.search", {"query": "dove posso parcheggiare?"})
            time.sleep(2 * _SETTLE_S)
            server.call("faq.search", {"query": "dove lascio la macchina?"})
            found.add("voice, vectors and model loaded", resident(server), "MB")
            children = psutil.Process(server.process.pid).children(recursive=True)
            found.add("its children then (voices)", sum(child.memory_info().rss for child in children) / 1e6, "MB")
