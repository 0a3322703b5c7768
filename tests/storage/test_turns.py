"""The turn to write goes to events, then to whoever may wait least, then to who came first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from time import monotonic, sleep

import pytest

from bot.errors import RecordBusy
from storage.turns import Turns

PATIENT = timedelta(seconds=30)
IN_A_HURRY = timedelta(seconds=20)


def test_an_event_goes_first_then_who_may_wait_least_and_then_who_came_first() -> None:
    turns, went = Turns(), list[str]()

    def write(name: str, may_wait: timedelta) -> None:
        with turns.taken(may_wait, is_first=name == "event"):
            went.append(name)

    waiting = (("worker", PATIENT), ("tap", IN_A_HURRY), ("another tap", IN_A_HURRY), ("event", PATIENT))
    with ThreadPoolExecutor(4) as pool, turns.taken(PATIENT):
        for number, (name, may_wait) in enumerate(waiting, start=1):
            pool.submit(write, name, may_wait)
            deadline = monotonic() + 10
            while turns.waiting < number and monotonic() < deadline:
                sleep(0.001)
        assert went == []
    assert went == ["event", "tap", "another tap", "worker"]


def test_a_turn_that_does_not_come_is_not_waited_for_longer_and_is_not_lost() -> None:
    turns = Turns()
    with turns.taken(PATIENT), pytest.raises(RecordBusy), turns.taken(timedelta(milliseconds=1)):
        raise AssertionError("two at once")
    with turns.taken(timedelta()):
        assert turns.waiting == 0


def test_whoever_fails_hands_the_turn_on() -> None:
    turns = Turns()
    with pytest.raises(ValueError, match="on the way"), turns.taken(PATIENT):
        raise ValueError("on the way")
    with turns.taken(timedelta()):
        assert turns.waiting == 0
