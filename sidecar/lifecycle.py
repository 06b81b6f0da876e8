"""Start, serve, drain, stop: the life of `serve`.

Called by `sidecar.cli`; puts `sidecar.stdio`, `rpc.server`, `sidecar.host`, `sidecar.jobs` and `sidecar.parent` together. It knows
signals and exit codes (docs/contract section 2, End), no method.
"""

import os
import signal
import threading
from types import FrameType
from typing import NoReturn

from rpc.output import Output
from rpc.server import Server
from sidecar import logs, parent
from sidecar.clock import make_clock
from sidecar.config import Config
from sidecar.host import Process
from sidecar.jobs import Jobs
from sidecar.stdio import Streams

CLOSE_S = 1.0


def serve(config: Config, streams: Streams) -> int:
    """Serves until the end and returns the exit code."""
    clock = make_clock(config.now)
    host = Process(config, clock, on_answered=lambda: jobs.begin())
    output = Output(streams.write, streams.writable(), failed=lambda: server.stop())
    server = Server(streams.read, output, host)
    jobs = Jobs(host, clock, server.tell)
    _listen_to_signals(server, streams)
    if config.parent_pid is not None:
        parent.watch(config.parent_pid, server.stop)
    threading.Thread(target=server.read_all, name="reader", daemon=True).start()
    jobs.start()
    code = server.wait()
    jobs.stop()
    _close(host)
    return code


def leave(code: int) -> NoReturn:
    """Ends the process now: threads that still read or compute are not waited for."""
    logs.flush()
    os._exit(code)


def _listen_to_signals(server: Server, streams: Streams) -> None:
    def stop(number: int, frame: FrameType | None) -> None:
        del number, frame
        server.stop()

    signal.signal(signal.SIGTERM, stop)
    if streams.tty:
        signal.signal(signal.SIGINT, stop)
    else:
        # A terminal sends it to the whole group: the app decides when its sidecar ends.
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _close(host: Process) -> None:
    """Closes the database, for at most a second: a crash here would lose nothing that was committed."""
    closing = threading.Thread(target=host.close, name="close", daemon=True)
    closing.start()
    closing.join(CLOSE_S)
