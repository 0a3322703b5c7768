"""Fault 4: the process is killed somewhere between planning a message and having recorded it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest
from sqlalchemy import Engine, event

from bot.delivery import DeliveryState
from bot.partnership import Workspace
from storage import Record
from tests.databases import StoppedClock
from tests.faults.delivering import Killed, Stage, owe, reconcile, state, worker

KEY = "the weekly digest"


def kill() -> None:
    raise Killed


def kill_at_commit(record: Record, number: int) -> Callable[[], None]:
    """Die just before so many commits from now, as if the machine had; returns how to stop that."""
    engine: Engine = record._engine  # the one place that must reach under the record: it plays a crash
    left = [number]

    def on_commit(_: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            raise Killed

    event.listen(engine, "commit", on_commit)
    return lambda: event.remove(engine, "commit", on_commit)


def deliver_after_a_restart(record: Record, stage: Stage, clock: StoppedClock) -> None:
    stage.before = stage.after = lambda: None
    reconcile(record, stage, clock)
    survivor = worker(record, stage, clock, "survivor")
    while survivor.step():
        pass


def assert_exactly_one(record: Record, workspace: Workspace, stage: Stage) -> None:
    assert stage.counts() == {KEY: 1}
    assert state(record, workspace, KEY) is DeliveryState.POSTED


def test_killed_before_the_plan_is_committed(
    record: Record, workspace: Workspace, clock: StoppedClock
) -> None:
    stage, stop = Stage(), kill_at_commit(record, 1)
    with pytest.raises(Killed):
        owe(record, workspace, clock, KEY)
    stop()
    assert state(record, workspace, KEY) is None
    owe(record, workspace, clock, KEY)
    deliver_after_a_restart(record, stage, clock)
    assert_exactly_one(record, workspace, stage)


def test_killed_after_planning(record: Record, workspace: Workspace, clock: StoppedClock) -> None:
    stage = Stage()
    owe(record, workspace, clock, KEY)
    owe(record, workspace, clock, KEY)
    deliver_after_a_restart(record, stage, clock)
    assert_exactly_one(record, workspace, stage)


def test_killed_at_any_commit(record: Record, workspace: Workspace, clock: StoppedClock) -> None:
    """At the first commit of a delivery, the second, and so on, until there is none left to die at."""
    stages = []
    for number in count(1):
        key, stage = f"{KEY} {number}", Stage()
        owe(record, workspace, clock, key)
        stop = kill_at_commit(record, number)
        try:
            worker(record, stage, clock).step()
        except Killed:
            stages.append(len(stage.stored))
        stop()
        deliver_after_a_restart(record, stage, clock)
        assert stage.counts() == {key: 1}
        assert state(record, workspace, key) is DeliveryState.POSTED
        if len(stages) < number:
            break
    assert stages.count(0) >= 2, "it was to be killed before the claim and before the words were frozen"
    assert stages.count(1) >= 1, "it was to be killed before the post was recorded"


def test_killed_before_the_request_is_sent(record: Record, workspace: Workspace, clock: StoppedClock) -> None:
    stage = Stage()
    stage.before = kill
    owe(record, workspace, clock, KEY)
    with pytest.raises(Killed):
        worker(record, stage, clock).step()
    deliver_after_a_restart(record, stage, clock)
    assert_exactly_one(record, workspace, stage)


def test_killed_after_the_request_is_sent(record: Record, workspace: Workspace, clock: StoppedClock) -> None:
    stage = Stage()
    stage.after = kill
    owe(record, workspace, clock, KEY)
    with pytest.raises(Killed):
        worker(record, stage, clock).step()
    deliver_after_a_restart(record, stage, clock)
    assert_exactly_one(record, workspace, stage)


def test_the_reconciler_is_killed_too(record: Record, workspace: Workspace, clock: StoppedClock) -> None:
    stage = Stage()
    stage.after = kill
    owe(record, workspace, clock, KEY)
    with pytest.raises(Killed):
        worker(record, stage, clock).step()
    stop = kill_at_commit(record, 2)  # the first only looks
    with pytest.raises(Killed):
        reconcile(record, stage, clock)
    stop()
    assert state(record, workspace, KEY) is DeliveryState.POSTING
    deliver_after_a_restart(record, stage, clock)
    assert_exactly_one(record, workspace, stage)
