"""Work that waits for a place waits without a thread: a crowd costs no more threads than compute at once."""

import threading

from rpc.lanes import Gate, Lanes, Pool


def test_a_crowd_is_served_by_as_many_threads_as_there_are_places() -> None:
    pool, gate = Pool(100), Gate(3)
    lanes, hold, served = Lanes(pool, 1_000), threading.Event(), threading.Semaphore(0)
    seen: set[int] = set()

    def work() -> None:
        hold.wait(60)
        seen.add(threading.get_ident())
        served.release()

    for number in range(50):
        assert lanes.put(f"session:{number}", work, 1, 10, gate)
    assert gate.queue == 47
    hold.set()
    assert all(served.acquire(timeout=60) for _ in range(50))
    assert len(seen) <= 6


def test_each_piece_of_a_lane_waits_at_its_own_gate() -> None:
    lanes, gate = Lanes(Pool(10), 100), Gate(1)
    first, done = threading.Event(), threading.Semaphore(0)

    def wait() -> None:
        first.wait(60)
        done.release()

    assert lanes.put("beside", wait, 2, 10, gate)
    assert lanes.put("beside", done.release, 2, 10)
    assert done.acquire(timeout=60)
    first.set()
    assert done.acquire(timeout=60)
    assert gate.enter(timeout_s=60)
    gate.leave()
