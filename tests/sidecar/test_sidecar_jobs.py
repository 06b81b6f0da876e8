"""What the process does by itself: messages told again, the retention, the holidays, old sound."""

import threading
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sidecar import jobs as jobs_module
from sidecar.config import Config
from sidecar.host import Process
from sidecar.jobs import Jobs
from sidecar.outbox import Outbox
from tests.sidecar.worlds import NOON, FakeReads, HandClock, message, parts, queued, world


def ids(told: list[Mapping[str, Any]]) -> list[str]:
    return [params["message_id"] for params in told]


def test_a_message_is_told_again_with_growing_pauses_until_it_is_acknowledged() -> None:
    clock, reads = HandClock(), FakeReads([message("m")])
    outbox = Outbox(reads, clock)
    assert ids(outbox.announce(["m"], ())) == ["m"]
    moments: list[float] = []
    for second in range(2200):
        clock.seconds = 1000.0 + second
        moments += [float(second) for _ in outbox.due()]
    assert moments == [30.0, 150.0, 750.0, 1350.0, 1950.0]
    assert outbox.ignored == 1
    reads.outbox.clear()
    clock.seconds += 10_000
    assert outbox.due() == []
    assert (outbox.pending, outbox.ignored) == (0, 0)


def test_what_was_left_from_before_is_told_at_start_and_once() -> None:
    clock, reads = HandClock(), FakeReads([message("old"), message("new")])
    outbox = Outbox(reads, clock)
    assert ids(outbox.announce(["new"], ())) == ["new"]
    assert ids(outbox.begin()) == ["old"]
    assert outbox.due() == []
    assert outbox.pending == 2


def test_a_message_that_another_process_queued_is_taken_up_after_a_pause() -> None:
    clock, reads = HandClock(), FakeReads()
    outbox = Outbox(reads, clock)
    assert outbox.begin() == []
    reads.outbox.append(message("other"))
    assert outbox.due() == []
    clock.seconds += 30
    assert ids(outbox.due()) == ["other"]


def test_a_commit_that_names_no_messages_tells_what_it_wrote() -> None:
    outbox = Outbox(FakeReads([message("m"), message("x")]), HandClock())
    assert ids(outbox.announce((), (queued("m"),))) == ["m"]


class SilentVoice:
    """Keeps what it is to speak ahead."""

    def __init__(self) -> None:
        self.spoken = False
        self.prepared: list[str] = []

    def prepare(self, speeches: Sequence[str], language: str = "it") -> None:
        self.prepared += speeches


class Office:
    """A process with fakes, and a record of what its jobs did."""

    def __init__(self, folder: Path) -> None:
        self.clock = HandClock()
        self.reads = FakeReads([message("m")])
        self.anonymized: list[tuple[int, datetime]] = []
        self.renewed: list[int] = []
        self.told: list[str] = []
        archive = SimpleNamespace(anonymize=self._anonymize)
        self.voice = SilentVoice()
        made = parts(world(reads=self.reads, clock=self.clock, archive=archive), tts=self.voice)
        made.store.renew_holidays = self._renew
        self.host = Process(Config(folder / "db", folder, folder / "faq"), self.clock, build=lambda: made)
        self.jobs = Jobs(self.host, self.clock, self._tell)

    def _anonymize(self, days: int, now: datetime) -> dict[str, int]:
        self.anonymized.append((days, now))
        return {}

    def _renew(self, year: int) -> int:
        self.renewed.append(year)
        return 0

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self.told.append(f"{method} {params['message_id']}")


def test_the_first_tick_tells_what_was_left_and_does_the_daily_jobs_once_a_day(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.jobs.tick()
    office.jobs.tick()
    assert office.told == ["whatsapp.send_template m"]
    assert office.anonymized == [(30, NOON)]
    assert office.renewed == [2026]
    office.clock.time = NOON + timedelta(days=1)
    office.jobs.tick()
    assert len(office.anonymized) == 2


def test_a_job_that_fails_is_tried_again_and_keeps_no_other_from_running(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.reads.gone = True
    office.jobs.tick()
    assert office.anonymized == [(30, NOON)]
    office.reads.gone = False
    office.clock.seconds += 30
    office.jobs.tick()
    assert office.told == ["whatsapp.send_template m"]


def test_a_day_whose_jobs_failed_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = Office(tmp_path)
    with monkeypatch.context() as broken:
        broken.setattr(jobs_module, "anonymize", lambda *_: 1 / 0)  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
        office.jobs.tick()
    assert office.anonymized == []
    office.jobs.tick()
    assert office.anonymized == []
    office.clock.seconds += 30
    office.jobs.tick()
    assert office.anonymized == [(30, NOON)]


def test_a_process_that_is_only_pinged_does_its_jobs_and_loads_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs_module, "FIRST_S", 0.0)
    office, warmed, daily = Office(tmp_path), threading.Event(), threading.Event()

    def renew(year: int) -> int:
        daily.set()
        return 0

    def warm() -> None:
        warmed.set()

    office.host.parts()[0].store.renew_holidays = renew  # pyright: ignore[reportAttributeAccessIssue] - the store is a stand-in
    monkeypatch.setattr(office.jobs, "_warm", warm)
    office.jobs.start()
    assert daily.wait(20)
    assert not warmed.is_set()
    office.jobs.begin()
    assert warmed.wait(20)
    office.jobs.stop()


def test_nothing_is_spoken_ahead_before_the_first_spoken_turn_and_the_greeting_of_each_hour_after_it(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.jobs.tick()
    assert office.voice.prepared == []
    office.voice.spoken = True
    office.jobs.tick()
    noon = list(office.voice.prepared)
    office.jobs.tick()
    assert office.voice.prepared == noon
    assert noon[0].startswith("Buon pomeriggio")
    office.clock.time = NOON + timedelta(hours=8)
    office.jobs.tick()
    assert office.voice.prepared[len(noon)].startswith("Buonasera")
