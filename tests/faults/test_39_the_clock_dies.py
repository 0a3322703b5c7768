"""Fault 39: a tick fails, or the thread that ticks is gone."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from bot.delivery import Owed
from bot.partnership import Workspace
from schedules.clockwork import EVERY, MISSED_TICKS, Calendar, Clockwork
from storage import Record
from tests.databases import StoppedClock
from tests.schedules.hand_clock import HandClock

NOTHING = Calendar(lambda *_: (), lambda *_: None, lambda *_: None)


def test_the_tick_after_one_that_failed_plans_what_was_due(
    record: Record, workspace: Workspace, clock: StoppedClock, caplog: pytest.LogCaptureFixture
) -> None:
    planned: list[datetime] = []

    def due(work: Any, now: datetime) -> tuple[Owed, ...]:
        if not planned and not caplog.records:
            raise RuntimeError("what somebody wrote")
        planned.append(now)
        return ()

    calendar = Calendar(due, lambda *_: None, lambda *_: None)
    ticking = Clockwork(record.workspaces, record.open_work, calendar, lambda: None, (), lambda: 0.0)
    ticking.tick()
    assert planned == []
    ticking.tick()
    assert planned == [clock.now()]
    assert "RuntimeError" in caplog.text
    assert "somebody wrote" not in caplog.text


def test_five_missed_ticks_are_called_unwell_and_the_next_tick_well_again(record: Record) -> None:
    watch = HandClock()
    ticking = Clockwork(record.workspaces, record.open_work, NOTHING, lambda: None, (), watch.monotonic)
    ticking.tick()
    watch.move(MISSED_TICKS * EVERY - 1)
    assert ticking.is_alive()
    watch.move(1)
    assert not ticking.is_alive()
    ticking.tick()
    assert ticking.is_alive()


def test_every_tick_says_when_this_replica_lived(record: Record, clock: StoppedClock) -> None:
    def beat() -> None:
        record.heartbeats.beat("one", clock.now())

    ticking = Clockwork(record.workspaces, record.open_work, NOTHING, lambda: None, (beat,), lambda: 0.0)
    ticking.tick()
    assert record.heartbeats.last() == {"one": clock.now()}
