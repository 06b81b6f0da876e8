"""A native call that may hang: waited for so long, one at a time."""

import threading

import pytest

from sidecar.engines.deadline import Deadline, Late


def test_what_the_call_returns_is_returned() -> None:
    assert Deadline("library", 5).call(lambda: 7) == 7


def test_what_the_call_raises_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        Deadline("library", 5).call(lambda: 1 // 0)


def test_while_a_call_hangs_no_other_is_begun() -> None:
    free, begun = threading.Event(), list[int]()
    deadline = Deadline("library", 0.01)

    def hang() -> None:
        begun.append(1)
        free.wait()

    for _ in range(3):
        with pytest.raises(Late):
            deadline.call(hang)
    assert begun == [1]
    hanging = [thread for thread in threading.enumerate() if thread.name == "library"]
    assert len(hanging) == 1
    free.set()
    hanging[0].join()
    assert deadline.call(lambda: "again") == "again"
