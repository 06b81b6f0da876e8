"""A ping there and back beside a bare echo in alternating blocks of one run: idle, beside a synthesis, a model call, and turns."""

import random
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

import orjson

from tests.bench.bench import Bench
from tests.bench.figures import Findings, quantile
from tests.bench.line import PING, Line
from tests.bench.shop import openings, shop
from tests.fakes.llm_server import KEY, LlmServer, Says

TIMES_ECHO, TIMES_MCP, BUSY_MS, BUSY_HIGH_MS, PIPELINED = 2.5, 20.0, 7.0, 12.0, 40_000.0
PAUSE_S = 0.002
_LONG = "Prova numero {0} di una lettura lunga: le confermo che il suo appuntamento è stato spostato, come da sua richiesta. " * 8


def measure(bench: Bench) -> Findings:
    """Every comparison with a reference is between medians of blocks that alternate."""
    found = Findings()
    folder = bench.place("ping")
    shop(folder, bench.sizes.appointments)
    with bench.peer("echo.py") as echo:
        bench.say("idle")
        with bench.server(folder) as server:
            server.call("initialize")
            time.sleep(1.0)
            _beside(found, bench, "idle", server.trip, echo)
            _mcp(found, bench, server)
            _pipelined(found, bench, server)
        bench.say("beside a synthesis")
        with bench.server(folder, tts="espeak") as server, _busy(server, _synthesis) as trip:
            _beside(found, bench, "beside a synthesis", trip, echo)
        bench.say("beside a call of the model")
        _with_a_model(found, bench, folder, echo)
        bench.say("beside turns")
        with bench.server(folder) as server, _busy(server, _Turns().next, PAUSE_S) as trip:
            taken = [trip() for _ in range(bench.sizes.blocks * bench.sizes.pings // 4)]
            found.times("ping while turns run back to back", taken, BUSY_MS, BUSY_HIGH_MS)
    return found


def _beside(found: Findings, bench: Bench, when: str, trip: Callable[[], float], echo: Line) -> None:
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(bench.sizes.blocks):
        bare += [echo.trip() for _ in range(bench.sizes.pings)]
        ours += [trip() for _ in range(bench.sizes.pings)]
    found.times(f"ping, {when}", ours)
    found.add(f"bare echo, {when}, median", 1000 * quantile(bare, 0.5), "ms")
    found.add(f"ping beside the bare echo, {when}", quantile(ours, 0.5) / quantile(bare, 0.5), "times", TIMES_ECHO, note="this run")


def _mcp(found: Findings, bench: Bench, server: Line) -> None:
    client = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "bench", "version": "1"}}
    ours: list[float] = []
    theirs: list[float] = []
    with bench.peer("mcp_server.py") as peer:
        peer.call("initialize", client)
        peer.write(b'{"jsonrpc":"2.0","method":"notifications/initialized"}\n')
        for _ in range(bench.sizes.blocks):
            theirs += [peer.trip() for _ in range(bench.sizes.pings // 4 + 1)]
            ours += [server.trip() for _ in range(bench.sizes.pings // 4 + 1)]
    found.times("ping of the MCP SDK's server", theirs)
    found.add("ping ahead of the MCP SDK", quantile(theirs, 0.5) / quantile(ours, 0.5), "times", TIMES_MCP, at_least=True)


def _pipelined(found: Findings, bench: Bench, server: Line) -> None:
    """Lines are written without waiting; the best of three, for the machine may have other things to do."""
    count = bench.sizes.pipelined
    data = b"".join(b'{"jsonrpc":"2.0","id":%d,"method":"ping"}\n' % number for number in range(count))
    rates: list[float] = []
    for _ in range(3):
        writer = threading.Thread(target=_write_all, args=(server, data))
        start = time.perf_counter()
        writer.start()
        for _ in range(count):
            server.read()
        rates.append(count / (time.perf_counter() - start))
        writer.join()
    found.add("pipelined pings a second", max(rates), "1/s", PIPELINED, at_least=True)


def _write_all(server: Line, data: bytes) -> None:
    stream = server.process.stdin
    view = memoryview(data)
    while view and stream is not None:
        view = view[stream.write(view) :]


@contextmanager
def _busy(server: Line, work: Callable[[int, dict[str, object] | None], bytes], pause_s: float = 0.0) -> Generator[Callable[[], float]]:
    """Pings of a server that has always one other request under way: `work(number, last result)` is the line of the next.

    With a pause the pings come at moments that have nothing to do with the work; without one most of them fall where it waits.
    """
    server.write(work(1, None))
    server.read()
    count = 2
    server.write(work(count, None))
    moments = random.Random(1)

    def heard() -> bool:
        nonlocal count
        message = orjson.loads(server.read())
        if message.get("id") == 0:
            return True
        if "method" not in message:
            count += 1
            server.write(work(count, message.get("result")))
        return False

    def trip() -> float:
        due = time.perf_counter() + moments.uniform(0.0, 2 * pause_s)
        while pause_s and (left := due - time.perf_counter()) > 0:
            if server.waits(left):
                heard()
        start = time.perf_counter()
        server.write(PING)
        while not heard():
            continue
        return time.perf_counter() - start

    yield trip


def _line(number: int, method: str, params: dict[str, object]) -> bytes:
    return orjson.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": params}) + b"\n"


def _synthesis(number: int, last: dict[str, object] | None) -> bytes:
    del last
    return _line(number, "voice.synthesize", {"text": _LONG.format(number)[:1900]})


class _Turns:
    """A caller who never stops: recap, yes, goodbye, and the next call."""

    def __init__(self) -> None:
        self._times = openings(10_000)
        self._begun = 0

    def next(self, number: int, last: dict[str, object] | None) -> bytes:
        """The line of the next turn."""
        step = last.get("step") if last else None
        if step == "conferma" and last:
            return self._said(number, "sì", last["session_id"])
        if step == "altro" and last:
            return self._said(number, "no grazie, arrivederci", last["session_id"])
        at = self._times[self._begun % len(self._times)]
        self._begun += 1
        return self._said(number, f"buongiorno, sono Anna De Luca, vorrei una piega con Sara il {at}", f"bench-{self._begun}")

    def _said(self, number: int, text: str, session: object) -> bytes:
        return _line(number, "voice.process", {"text": text, "session_id": session, "tts": False})


def _slow(body: object) -> Says:
    del body
    time.sleep(0.3)
    return Says("Non lo so.")


def _with_a_model(found: Findings, bench: Bench, folder: Path, echo: Line) -> None:
    def asked(number: int, last: dict[str, object] | None) -> bytes:
        del last
        return _line(number, "faq.answer", {"query": f"avete mai visto passare il treno numero {number} dalla finestra?"})

    with LlmServer(responder=_slow) as model:
        environ = {"GROQ_API_KEY": KEY, "GROQ_BASE_URL": model.url}
        with bench.server(folder, environ, llm="groq") as server, _busy(server, asked) as trip:
            _beside(found, bench, "beside a call of the model", trip, echo)
        found.add("requests the model was asked meanwhile", float(len(model.asked)), "", 1.0, at_least=True)
