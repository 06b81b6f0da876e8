"""The loop between two streams: every line read, every promise settled.

Made by `sidecar.lifecycle` (and by tests) over a `read` function and an `rpc.output.Output`. `read_all` runs on one thread, which answers
what must not wait (`ping`, `initialize`, cancellation) and hands everything else to `rpc.traffic`; `wait` runs on another one and
returns the exit code. It knows the protocol's own methods and the notifications `$/...`, no business.

Laws: 1. The reader never waits: not for a lane, not for the stream out. 2. Whatever is not a notification is answered once.
3. Notifications to the host follow the answer of the request that caused them. 4. Whatever waits is bounded.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable
from typing import Any, Literal, cast

from rpc import errors, wire
from rpc.call import Deliver, Host
from rpc.dispatch import Dispatcher, no_params
from rpc.methods import METHODS
from rpc.output import Output
from rpc.traffic import Traffic

_log = logging.getLogger("fluxion.rpc")

DRAIN_S = 30.0
EXIT_S = 1.0
FIRM_S = 2.5
"""A commit under way at the end may take its 2 s for the lock: until then it is not known what to answer."""
BACKLOG = 32 * 1024 * 1024
"""Bytes the host has not read: beyond, nothing new is begun for it."""

_Event = Literal["ended", "stop", "quiet"]


class Server:
    """One connection, from the first line to the exit code."""

    def __init__(self, read: Callable[[], bytes], output: Output, host: Host, check: bool = False) -> None:
        self._read = read
        self._output = output
        self._host = host
        self._dispatcher = Dispatcher(host, lambda body: output.send(body + b"\n"), self.queues, check)
        self._events: queue.SimpleQueue[_Event] = queue.SimpleQueue()
        self._traffic = Traffic(self._dispatcher.run, lambda: output.backlog > BACKLOG, lambda: self._events.put("quiet"))
        self._closing = self._exiting = self._used = self._told = False
        self._chunk = threading.Lock()
        self._reader = 0
        self._lines: list[bytes] = []

    def queues(self) -> dict[str, int]:
        """Requests waiting or running by kind of lane, and the bytes the host has not read."""
        return {**self._traffic.depths(), "output_bytes": self._output.backlog}

    def tell(self, method: str, params: dict[str, Any]) -> None:
        """A notification to the host that follows no request."""
        self._output.send(wire.notification(method, params) + b"\n")

    def stop(self) -> None:
        """Ends as `exit` does, with exit code 0; may be called from a signal handler."""
        self._closing = True
        self._events.put("stop")

    # The thread that waits

    def wait(self) -> int:
        """Waits for the end, settles what is unfinished (docs/contract section 2, End) and returns the exit code."""
        deadline: float | None = None
        while True:
            left = None if deadline is None else max(0.0, deadline - time.monotonic())
            try:
                event = self._events.get(timeout=left)
            except queue.Empty:
                break
            if event != "quiet":
                end = time.monotonic() + (DRAIN_S if event == "ended" else EXIT_S)
                deadline = end if deadline is None else min(deadline, end)
            if deadline is not None and self._traffic.quiet:
                break
        self._finish()
        return 1 if self._exiting and not self._closing else 0

    def _finish(self) -> None:
        # A chunk that is being read at this moment is answered before the stream out is closed.
        read = self._chunk.acquire(timeout=EXIT_S)
        self._traffic.give_up()
        deadline = time.monotonic() + FIRM_S
        while not self._traffic.quiet and time.monotonic() < deadline:
            time.sleep(0.005)
        self._traffic.abandon()
        self._output.close(EXIT_S)
        if read:
            self._chunk.release()

    # The thread that reads

    def read_all(self) -> None:
        """Reads until the end of input, on the calling thread; never raises."""
        self._reader = threading.get_ident()
        splitter = wire.Splitter()
        while chunk := self._next():
            with self._chunk:
                for line in splitter.feed(chunk):
                    self._line(line)
                self._flush()
        with self._chunk:
            for line in splitter.close():
                self._line(line)
            self._flush()
            # The number of a thread that has ended is given to a new one, which must not take itself for the reader.
            self._reader = 0
        self._events.put("ended")

    def _next(self) -> bytes:
        try:
            return self._read()
        except OSError as error:
            _log.error("the input cannot be read any more", extra={"cause": [type(error).__name__]})
            return b""

    def _line(self, line: "bytes | wire.Bad") -> None:
        message = wire.decode(line) if isinstance(line, bytes) else line
        match message:
            case wire.Request():
                self._request(message, self._write)
            case wire.Bad():
                self._write(_bad(message), [])
            case wire.Batch(members):
                self._batch(members)
            case None:
                return

    def _batch(self, members: list[wire.Request | wire.Bad]) -> None:
        answers = _Answers(members, self._write)
        for index, member in enumerate(members):
            deliver = answers.slot(index)
            match member:
                case wire.Bad():
                    deliver(_bad(member), [])
                case wire.Request():
                    self._request(member, deliver)

    def _request(self, request: wire.Request, deliver: Deliver) -> None:
        name = request.method
        if name == "ping" and not request.params and not self._closing and not self._exiting:
            self._done(request, deliver)
            return
        self._used = True
        if name.startswith("$/") or name == "exit":
            self._control(request, deliver)
        elif self._closing or self._exiting:
            _fail(request, errors.SHUTTING_DOWN, deliver)
        elif name not in METHODS:
            _fail(request, errors.METHOD_NOT_FOUND, deliver)
        elif METHODS[name].lane != "reader":
            self._traffic.take(request, deliver)
        elif name == "initialize":
            deliver(self._initialize(request) if request.answered else None, [])
        elif (fault := no_params(request)) is not None:
            _fail(request, fault, deliver)
        elif name == "ping":
            self._done(request, deliver)
        else:
            self._closing = True
            self._traffic.after_all(lambda: self._done(request, deliver))

    def _done(self, request: wire.Request, deliver: Deliver) -> None:
        deliver(wire.empty_result(request.id) if request.answered else None, [])

    def _initialize(self, request: wire.Request) -> bytes:
        if isinstance(request.params, list) and request.params:
            return errors.invalid([("params", "must be given by name, in an object")]).encode(request.id)
        client = request.params.get("client") if isinstance(request.params, dict) else None
        self._host.meet(cast("dict[str, Any]", client) if isinstance(client, dict) else {})
        capabilities = {"methods": sorted(METHODS), **self._host.capabilities()}
        return wire.result(request.id, {"server": self._host.server(), "protocol_version": "1", "capabilities": capabilities})

    def _control(self, request: wire.Request, deliver: Deliver) -> None:
        params = request.params if isinstance(request.params, dict) else {}
        fault = None
        match request.method:
            case "$/cancelRequest":
                fault = self._cancel(params)
            case "$/now" if self._host.frozen:
                self._traffic.after_all(lambda: self._move_clock(request, params, deliver))
                return
            case "exit":
                self._exiting = True
            case _:
                fault = errors.METHOD_NOT_FOUND
        if fault is None:
            self._done(request, deliver)
        else:
            _fail(request, fault, deliver)

    def _cancel(self, params: dict[str, Any]) -> errors.Fault | None:
        identifier = params.get("id")
        if type(identifier) is not str and type(identifier) is not int:
            return errors.invalid([("id", "must be the id of a request: a string or an integer")])
        self._traffic.cancel(identifier)
        return None

    def _move_clock(self, request: wire.Request, params: dict[str, Any], deliver: Deliver) -> None:
        now = params.get("now")
        if isinstance(now, str) and self._host.move_clock(now):
            self._done(request, deliver)
        else:
            _fail(request, errors.invalid([("now", "must be a local instant that is not in the past")]), deliver)

    # Lines out

    def _write(self, body: bytes | None, notices: list[bytes]) -> None:
        lines = notices if body is None else [body, *notices]
        if not lines:
            return
        if threading.get_ident() == self._reader:
            self._lines += lines
        else:
            self._send(lines)

    def _flush(self) -> None:
        lines, self._lines = self._lines, []
        if lines:
            self._send(lines)
        if self._exiting:
            self._events.put("stop")

    def _send(self, lines: list[bytes]) -> None:
        self._output.send(b"\n".join(lines) + b"\n")
        if self._used and not self._told:
            self._told = True
            self._host.answered()


class _Answers:
    """The answers of a batch as they come in: one line once the last is there, then the notifications they caused."""

    def __init__(self, members: list[wire.Request | wire.Bad], write: Deliver) -> None:
        self._ids = [member.id for member in members]
        self._bodies: list[bytes | None] = [None] * len(members)
        self._notices: list[bytes] = []
        self._missing = len(members)
        self._lock = threading.Lock()
        self._write = write

    def slot(self, index: int) -> Deliver:
        """Takes the answer of that member."""

        def deliver(body: bytes | None, notices: list[bytes]) -> None:
            with self._lock:
                self._bodies[index] = body
                self._notices += notices
                self._missing -= 1
                if self._missing:
                    return
            answers = [(i, body) for i, body in zip(self._ids, self._bodies, strict=True) if body is not None]
            self._write(wire.batch(answers) if answers else None, self._notices)

        return deliver


def _bad(bad: wire.Bad) -> bytes:
    return wire.error(bad.id, bad.code, bad.message)


def _fail(request: wire.Request, fault: errors.Fault, deliver: Deliver) -> None:
    deliver(fault.encode(request.id) if request.answered else None, [])
