"""A worker works while there is work, sleeps until the bell, and outlives its errors."""

import logging
from collections.abc import Callable
from threading import Event, Thread
from time import monotonic, sleep

import pytest

from schedules.bell import Bell
from schedules.worker import Worker

DEADLINE = 60.0


def eventually(is_so: Callable[[], bool]) -> None:
    until = monotonic() + DEADLINE
    while not is_so():
        assert monotonic() < until, "it never became so"
        sleep(0.005)


class Pile:
    """Work in a pile; a negative piece fails."""

    def __init__(self, *pieces: int) -> None:
        self.pieces = list(pieces)
        self.done: list[int] = []

    def step(self) -> bool:
        if not self.pieces:
            return False
        piece = self.pieces.pop(0)
        if piece < 0:
            raise ValueError("what somebody wrote")
        self.done.append(piece)
        return True


def test_what_was_left_by_an_earlier_run_is_done_at_once() -> None:
    pile = Pile(1, 2, 3)
    worker = Worker("test", pile.step, Bell().listen(), fallback=60)
    worker.start()
    eventually(lambda: pile.done == [1, 2, 3])
    assert worker.stop(DEADLINE)


def test_the_bell_wakes_a_sleeping_worker() -> None:
    bell, pile = Bell(), Pile()
    worker = Worker("test", pile.step, bell.listen(), fallback=60)
    worker.start()
    pile.pieces.append(7)
    bell.ring()
    eventually(lambda: pile.done == [7])
    assert worker.stop(DEADLINE)


def test_it_rests_once_everything_is_done_and_until_somebody_rings() -> None:
    bell, pile = Bell(), Pile(1)
    worker = Worker("test", pile.step, bell.listen(), fallback=60)
    assert not worker.is_resting
    worker.start()
    eventually(lambda: worker.is_resting)
    assert pile.done == [1]
    pile.pieces.append(2)
    bell.ring()
    assert not worker.is_resting or pile.done == [1, 2]
    eventually(lambda: worker.is_resting)
    assert pile.done == [1, 2]
    assert worker.stop(DEADLINE)


def test_work_is_found_though_nobody_rang() -> None:
    pile = Pile()
    worker = Worker("test", pile.step, Bell().listen(), fallback=0.01)
    worker.start()
    pile.pieces.append(7)
    eventually(lambda: pile.done == [7])
    assert worker.stop(DEADLINE)


def test_an_error_is_logged_by_its_class_and_the_worker_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    pile = Pile(-1, 2)
    worker = Worker("test", pile.step, Bell().listen(), fallback=0.01)
    with caplog.at_level(logging.DEBUG):
        worker.start()
        eventually(lambda: pile.done == [2])
        assert worker.stop(DEADLINE)
    assert "ValueError at test_worker.py" in caplog.text
    assert "somebody wrote" not in caplog.text


def test_stopping_finishes_what_there_is() -> None:
    pile = Pile(*range(50))
    worker = Worker("test", pile.step, Bell().listen(), fallback=60)
    worker.start()
    assert worker.stop(DEADLINE)
    assert pile.done == list(range(50))


def test_stopping_does_not_wait_longer_than_its_deadline() -> None:
    started, released = Event(), Event()

    def stuck() -> bool:
        started.set()
        released.wait(DEADLINE)
        return False

    worker = Worker("test", stuck, Bell().listen(), fallback=60)
    worker.start()
    assert started.wait(DEADLINE)
    assert worker.stop(0.05) is False
    released.set()


def test_a_bell_rings_for_everybody_who_listens() -> None:
    bell = Bell()
    one, other = bell.listen(), bell.listen()
    Thread(target=bell.ring).start()
    assert one.wait(DEADLINE)
    assert other.wait(DEADLINE)
