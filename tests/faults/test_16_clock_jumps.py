"""Fault 16: the machine's clock jumps two hours ahead, or back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.delivery import Delivery, DeliveryState, Posted
from bot.errors import MaybePosted
from bot.partnership import Workspace
from schedules.timing import USUAL
from storage import Record
from tests.databases import StoppedClock
from tests.faults.delivering import Stage, drain, owe, reconcile, state, worker
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHANNEL

JUMP = timedelta(hours=2)


@pytest.mark.parametrize("jump", [JUMP, -JUMP], ids=["ahead", "back"])
def test_a_lease_runs_by_the_databases_clock(
    record: Record, workspace: Workspace, clock: StoppedClock, jump: timedelta
) -> None:
    owe(record, workspace, clock, "held")
    assert record.outbox.claim("one", clock.now(), USUAL.lease) is not None
    clock.instant += jump
    assert record.outbox.take_over("two", timedelta(0), USUAL.lease) is None
    assert record.outbox.claim("two", clock.now(), USUAL.lease) is None


class OfItsOwnTime(Stage):
    """A platform whose clock, which says when a message was stored, did not jump."""

    def __init__(self, now: datetime) -> None:
        super().__init__()
        self.now = now

    def copies(self, delivery: Delivery, since: object) -> tuple[Posted, ...]:
        assert isinstance(since, datetime)
        return super().copies(delivery, since) if self.now >= since else ()


def test_what_was_posted_is_found_by_a_machine_whose_clock_is_ahead(
    record: Record, workspace: Workspace, clock: StoppedClock
) -> None:
    stage = OfItsOwnTime(clock.now())
    clock.instant += JUMP

    def lose_the_answer() -> None:
        raise MaybePosted("TimeoutError")

    stage.after = lose_the_answer
    owe(record, workspace, clock, "doubtful")
    drain(worker(record, stage, clock))
    reconcile(record, stage, clock)
    drain(worker(record, stage, clock))
    assert stage.counts() == {"doubtful": 1}
    assert state(record, workspace, "doubtful") is DeliveryState.POSTED


def test_a_digest_is_posted_once_though_its_hour_comes_twice(one_chat: Dialogue) -> None:
    one_chat.at(timedelta(days=6, hours=23, minutes=30))
    once = len(one_chat.reads(CHANNEL))
    for jump in (-JUMP, JUMP, -JUMP, JUMP):
        one_chat.at(jump)
    assert once > 0
    assert len(one_chat.reads(CHANNEL)) == once
