"""Fault 6: a worker is paused for longer than its lease, and wakes when another has taken over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from bot.delivery import Delivery, DeliveryState
from bot.partnership import Workspace
from schedules.timing import USUAL
from storage import Record
from tests.databases import StoppedClock
from tests.faults.delivering import Stage, composing, owe, reconcile, state, worker

KEY = "the weekly digest"


@dataclass
class Stopwatch:
    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_who_wakes_too_late_does_not_post(
    record: Record, workspace: Workspace, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The freezing of the words is fenced too; it is taken away here, so that the guard stands alone."""
    stage, stopwatch = Stage(), Stopwatch()
    owe(record, workspace, clock, KEY)
    unfenced = replace(composing(), compose=lambda work, delivery, draft: delivery.owed.body)
    zombie = worker(record, stage, clock, "zombie", stopwatch, unfenced)
    claim = record.outbox.claim

    def claim_and_sleep(name: str, now: datetime, lease: timedelta) -> Delivery | None:
        """The zombie is paused with its claim; another finds the delivery abandoned, and posts it."""
        claimed = claim(name, now, lease)
        if name == "zombie" and not stopwatch.seconds:
            reconcile(record, stage, clock)
            assert worker(record, stage, clock, "survivor").step()
            stopwatch.seconds += USUAL.lease.total_seconds()
        return claimed

    monkeypatch.setattr(record.outbox, "claim", claim_and_sleep)
    zombie.step()
    assert stage.counts() == {KEY: 1}
    assert state(record, workspace, KEY) is DeliveryState.POSTED


def test_who_wakes_in_time_but_was_overtaken_cannot_say_what_became_of_it(
    record: Record, workspace: Workspace, clock: StoppedClock
) -> None:
    stage = Stage()
    owe(record, workspace, clock, KEY)
    overtaken = record.outbox.claim("overtaken", clock.now(), USUAL.lease)
    assert overtaken is not None
    reconcile(record, stage, clock)
    assert worker(record, stage, clock, "survivor").step()
    assert not record.outbox.failed(overtaken.id, overtaken.attempt, "is_archived")
    assert not record.outbox.later(overtaken.id, overtaken.attempt, clock.now(), "ratelimited")
    assert state(record, workspace, KEY) is DeliveryState.POSTED
