"""What the process does by itself: loading what is slow, telling messages again, the daily retention and the year's holidays.

One thread, begun by `sidecar.lifecycle`; works through `sidecar.host`. Nothing here is waited for by a request, and a job that fails
is logged and tried again at its next time.
"""

import importlib
import logging
import threading
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sidecar import thrift
from sidecar.host import Process

if TYPE_CHECKING:
    from pipeline.ports import Archive, Clock, Reads

_log = logging.getLogger("fluxion.jobs")

FIRST_S = 2.0
"""Without any request the process begins its own work after so long."""
TICK_S = 5.0
RETRY_S = 30.0
"""After a failure: a file that is not there yet is no reason to fill the log."""
_SENTENCE = "Buongiorno, vorrei un appuntamento domani alle sedici"
_WARM = ("pydantic", "rpc.methods.voice", "rpc.methods.process", "pipeline.turn", "pipeline.phrases.italian.book")

Notify = Callable[[str, dict[str, Any]], None]


class Jobs:
    """The background work of one process."""

    def __init__(self, host: Process, clock: "Clock", notify: Notify) -> None:
        self._host = host
        self._clock = clock
        self._notify = notify
        self._begin = threading.Event()
        self._end = threading.Event()
        self._day: date | None = None
        self._hour: tuple[date, int] | None = None
        self._first = True
        self._said_ahead: tuple[date, int] | None = None
        self._not_before: dict[str, float] = {}

    def start(self) -> None:
        """Begins the thread; it ends with the process, or at `stop`."""
        threading.Thread(target=self._run, name="jobs", daemon=True).start()

    def begin(self) -> None:
        """The process is in use: the slow things may be loaded."""
        self._begin.set()

    def stop(self) -> None:
        """No further job is begun."""
        self._end.set()
        self._begin.set()

    def tick(self) -> None:
        """Does what is due now."""
        self._attempt("outbox", self._outbox)
        if self._day != self._clock.now().date():
            self._attempt("daily", self._daily)
        if self._hour != (self._clock.now().date(), self._clock.now().hour):
            self._attempt("links", self._links)
        self._attempt("bytes", self._bytes)
        self._attempt("ahead", self._ahead)

    def _run(self) -> None:
        # A process that is only pinged does its jobs and loads nothing else.
        used = self._begin.wait(FIRST_S)
        if used and not self._end.is_set():
            self._attempt("warm", self._warm)
        while not self._end.is_set():
            self.tick()
            if used:
                self._end.wait(TICK_S)
            elif used := self._begin.wait(TICK_S):
                self._attempt("warm", self._warm)

    def _attempt(self, job: str, work: Callable[[], None]) -> None:
        now = self._clock.monotonic()
        if now < self._not_before.get(job, now):
            return
        try:
            work()
        except Exception as error:  # noqa: BLE001 - whatever a job meets, the next one runs
            _log.warning("a job failed", extra={"job": job, "cause": [type(error).__name__]})
            self._not_before[job] = now + RETRY_S

    def _warm(self) -> None:
        for name in _WARM:
            importlib.import_module(name)
        parts, _ = self._host.parts()
        parts.store.warm_up()
        # One sentence read and thrown away: what every sentence needs (the words of the business, numbers, stems) is made before the
        # first caller speaks. What only some need, such as telephone numbers, is loaded by the first of them.
        importlib.import_module("pipeline.desk.understanding").parse(parts.world, text=_SENTENCE)
        for engine in parts.engines.values():
            if hasattr(engine, "warm"):
                engine.warm()
        thrift.give_back()

    def _outbox(self) -> None:
        _, shared = self._host.parts()
        messages = shared.outbox.begin() if self._first else shared.outbox.due()
        self._first = False
        for params in messages:
            self._notify("whatsapp.send_template", dict(params))

    def _daily(self) -> None:
        parts, _ = self._host.parts()
        now = self._clock.now()
        anonymize(parts.world.reads, parts.world.archive, now)
        parts.store.renew_holidays(now.year)
        self._day = now.date()

    def _links(self) -> None:
        """What an hour ago was a key opens nothing any more, and stands nowhere any more."""
        parts, _ = self._host.parts()
        now = self._clock.now()
        parts.store.forget_links(now)
        self._hour = (now.date(), now.hour)

    def _bytes(self) -> None:
        """What an erasure could not clean while another program was reading is cleaned once it has gone."""
        parts, _ = self._host.parts()
        parts.store.clean_up()

    def _ahead(self) -> None:
        """Once somebody was spoken to, the greeting of the hour and the fixed questions are spoken before they are needed."""
        if not self._host.speaks:
            return
        parts, _ = self._host.parts()
        voice, now = parts.engines.get("tts"), self._clock.now()
        hour = (now.date(), now.hour)
        if voice is None or hour == self._said_ahead or not getattr(voice, "spoken", False):
            return
        settings = parts.world.reads.settings()
        speeches = importlib.import_module("pipeline.phrases.ahead").ahead(settings, now)
        voice.prepare(speeches, settings.lingua)
        self._said_ahead = hour


def anonymize(reads: "Reads", archive: "Archive", now: datetime, days: int | None = None) -> Mapping[str, int]:
    """The retention of docs/contract (`gdpr.anonymize`): counts of the rows changed; `days` None = the setting audit_giorni."""
    return archive.anonymize(reads.settings().audit_giorni if days is None else days, now)
