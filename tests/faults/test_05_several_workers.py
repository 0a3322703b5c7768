"""Fault 5: several workers on one outbox, each of which may die or be left in doubt at any moment."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from threading import Thread

from bot.delivery import DeliveryState
from bot.errors import MaybePosted, NotPosted
from bot.partnership import Workspace
from storage import Record
from tests.databases import StoppedClock
from tests.faults.delivering import Killed, Stage, owe, reconcile, state, worker

DELIVERIES = 60
WORKERS = 4
SEED = 20260921
NO_WAIT = timedelta()


class Weather:
    """What befalls a post, drawn from a fixed seed."""

    def __init__(self) -> None:
        self._random = Random(SEED)  # noqa: S311 - a test's dice

    def before_storing(self) -> None:
        self._befall((Killed(), MaybePosted("reset"), NotPosted("ratelimited", NO_WAIT)), 0.1)

    def after_storing(self) -> None:
        self._befall((Killed(), MaybePosted("TimeoutError")), 0.1)

    def _befall(self, troubles: tuple[BaseException, ...], chance: float) -> None:
        for trouble in troubles:
            if self._random.random() < chance:
                raise trouble


def live_and_die(record: Record, stage: Stage, clock: StoppedClock, name: str) -> None:
    """Work until nothing is left, starting anew after every death."""
    lives = 0
    while True:
        lives += 1
        try:
            one = worker(record, stage, clock, f"{name}, life {lives}")
            while one.step():
                pass
        except Killed:
            continue
        return


def work_together(record: Record, stage: Stage, clock: StoppedClock) -> None:
    threads = [
        Thread(target=live_and_die, args=(record, stage, clock, f"worker {number}"))
        for number in range(WORKERS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_nothing_is_doubled_and_nothing_is_lost(
    record: Record, workspace: Workspace, clock: StoppedClock
) -> None:
    keys = [f"delivery {number}" for number in range(DELIVERIES)]
    for key in keys:
        owe(record, workspace, clock, key)
    stage, weather = Stage(), Weather()
    stage.before, stage.after = weather.before_storing, weather.after_storing
    work_together(record, stage, clock)
    assert 0 < sum(stage.counts().values()) < DELIVERIES, "the weather was too fine to prove anything"
    reconcile(record, stage, clock)
    stage.before = stage.after = lambda: None
    work_together(record, stage, clock)
    reconcile(record, stage, clock)
    assert set(stage.counts().values()) == {1}
    assert sorted(stage.counts()) == sorted(keys)
    assert {state(record, workspace, key) for key in keys} == {DeliveryState.POSTED}
