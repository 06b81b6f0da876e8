"""The stream out: whole lines in order, from many threads, and nobody waits for a host that does not read."""

import os
import threading
from collections.abc import Iterator

import pytest

from rpc.lanes import Gate, Lanes, Pool
from rpc.output import Output
from sidecar.stdio import Streams


@pytest.fixture
def pipe() -> Iterator[tuple[int, Output]]:
    reading, writing = os.pipe()
    streams = Streams(0, writing, False)
    yield reading, Output(streams.write, streams.writable(), failed=lambda: None)
    os.close(writing)
    os.close(reading)


def drain(reading: int, size: int) -> bytes:
    found = b""
    while len(found) < size:
        found += os.read(reading, size - len(found))
    return found


def test_sending_does_not_wait_for_a_host_that_does_not_read(pipe: tuple[int, Output]) -> None:
    reading, output = pipe
    lines = [b"%06d" % i + b"x" * 1000 + b"\n" for i in range(2000)]
    for line in lines:
        output.send(line)
    assert output.backlog > 1_000_000
    assert drain(reading, sum(map(len, lines))) == b"".join(lines)
    assert output.close(20.0)
    assert output.backlog == 0


def test_lines_of_many_threads_stay_whole(pipe: tuple[int, Output]) -> None:
    reading, output = pipe
    size = 50

    def send(number: int) -> None:
        for i in range(300):
            output.send(b"%d" % number * size * (1 + i % 200) + b"\n")

    threads = [threading.Thread(target=send, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    text = drain(reading, 8 * sum(size * (1 + i % 200) + 1 for i in range(300)))
    for thread in threads:
        thread.join()
    lines = text.splitlines()
    assert len(lines) == 8 * 300
    assert all(len(set(line)) == 1 for line in lines)
    for n in range(8):
        assert [len(line) for line in lines if line[:1] == b"%d" % n] == [size * (1 + i % 200) for i in range(300)]


def test_a_large_line_is_written_whole(pipe: tuple[int, Output]) -> None:
    reading, output = pipe
    line = b"y" * 3_000_000 + b"\n"
    output.send(line)
    output.send(b"next\n")
    assert drain(reading, len(line) + 5) == line + b"next\n"


def test_closing_gives_up_on_a_host_that_does_not_read(pipe: tuple[int, Output]) -> None:
    reading, output = pipe
    output.send(b"z" * 1_000_000)
    assert not output.close(0.01)
    assert drain(reading, 1_000_000) == b"z" * 1_000_000
    assert output.close(20.0)


def test_a_broken_pipe_is_said_once_and_swallows_the_rest() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    streams, said = Streams(0, writing, False), list[str]()
    output = Output(streams.write, streams.writable(), failed=lambda: said.append("broken"))
    output.send(b"one\n")
    output.send(b"two\n")
    assert output.close(20.0)
    os.close(writing)
    assert said == ["broken"]


def test_the_lanes_are_gone_after_their_last_work_and_the_threads_are_kept() -> None:
    lanes, done = Lanes(Pool(4), total=1000), threading.Semaphore(0)
    taken = [lanes.put(f"session:{i % 7}", done.release, 1, 100) for i in range(70)]
    assert all(taken)
    assert all(done.acquire(timeout=20) for _ in range(70))
    waited = threading.Event()
    assert lanes.put("shared", waited.set, 1, 1)
    assert waited.wait(20)


def test_work_that_fails_does_not_stop_its_lane() -> None:
    lanes, done = Lanes(Pool(1), total=10), threading.Event()

    def fail() -> None:
        raise RuntimeError

    assert lanes.put("shared", fail, 1, 10)
    assert lanes.put("shared", done.set, 1, 10)
    assert done.wait(20)


def test_a_lane_wider_than_one_runs_that_many_at_once() -> None:
    lanes, meeting, done = Lanes(Pool(8), total=10), threading.Barrier(3), threading.Semaphore(0)

    def meet() -> None:
        meeting.wait(20)
        done.release()

    assert all([lanes.put("beside", meet, 3, 10) for _ in range(6)])
    assert all(done.acquire(timeout=20) for _ in range(6))


def test_all_lanes_together_are_bounded() -> None:
    lanes, hold = Lanes(Pool(2), total=3), threading.Event()

    def wait() -> None:
        hold.wait(20)

    assert [lanes.put(f"session:{i}", wait, 1, 10) for i in range(4)] == [True, True, True, False]
    assert lanes.depths() == {"session": 3}
    hold.set()


def test_a_gate_hands_its_place_over_in_the_order_of_arrival() -> None:
    gate, order, waiting = Gate(1), list[int](), threading.Semaphore(0)

    def pass_through(number: int) -> None:
        gate.enter()
        order.append(number)
        gate.leave()
        waiting.release()

    assert gate.enter()
    for number in range(5):
        threading.Thread(target=pass_through, args=(number,)).start()
        while gate.queue < number + 1:
            threading.Event().wait(0.001)
    gate.leave()
    assert all(waiting.acquire(timeout=20) for _ in range(5))
    assert order == [0, 1, 2, 3, 4]


def test_whoever_waits_too_long_at_a_gate_is_told_so_and_takes_no_place() -> None:
    gate = Gate(1)
    assert gate.enter()
    assert not gate.enter(timeout_s=0.01)
    assert gate.queue == 0
    gate.leave()
    assert gate.enter(timeout_s=0.01)
