"""Fault 7: Slack says "too often" in the middle of a message of several parts."""

from __future__ import annotations

from datetime import timedelta

from bot.card import Card, Line
from bot.delivery import DeliveryKind, Owed
from bot.errors import NotPosted
from bot.partnership import Workspace
from storage import Record
from tests.databases import StoppedClock
from tests.faults.delivering import Stage, drain, worker

PARTS = 6
WAIT = timedelta(seconds=7)


def test_the_rest_waits_as_long_as_slack_says_and_keeps_its_order_and_thread(
    record: Record, workspace: Workspace, clock: StoppedClock
) -> None:
    stage = Stage()
    with record.open_work(workspace.id) as work:
        for part in range(PARTS):
            card = Card("digest", (Line(str(part)),))
            digest = Owed("C1", DeliveryKind.NOTICE, "week", clock.now(), {"say": "x"}, part=part, body=card)
            work.owing.owe(digest)
    refusals = iter([None, None, NotPosted("ratelimited", WAIT)])

    def refuse_the_third() -> None:
        refusal = next(refusals, None)
        if refusal is not None:
            raise refusal

    stage.before = refuse_the_third
    drain(worker(record, stage, clock))
    assert [one.owed.part for one in stage.stored] == [0, 1]
    clock.instant += WAIT - timedelta(seconds=1)
    drain(worker(record, stage, clock))
    assert [one.owed.part for one in stage.stored] == [0, 1]
    clock.instant += timedelta(seconds=1)
    drain(worker(record, stage, clock))
    assert [one.owed.part for one in stage.stored] == list(range(PARTS))
    assert {one.owed.thread_ts for one in stage.stored[1:]} == {"1.0"}, "in the thread of the first"
