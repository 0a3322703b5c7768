"""Deliveries are planned once, frozen before they are sent, and found again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.card import Act, Button, Card, Line, Taps
from bot.delivery import DeliveryKind, DeliveryState, Owed
from bot.errors import NotFound
from bot.partnership import Workspace
from storage import Record
from tests.storage.larkmere import NOW, add_partnership
from tests.storage.statements import statements_sent

LEASE = timedelta(minutes=1)
CARD = Card("Saved", (Line("Saved."), Taps((Button("Undo", Act.UNDO, "update:12"),))))
REPLY = Owed(
    channel="D1",
    kind=DeliveryKind.REPLY,
    period_key="reply:D1:1790.1:0",
    due_at=NOW,
    subject={"say": "read_back", "message": 12},
)


def test_the_same_delivery_is_planned_once(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        assert work.owing.owe(REPLY)
        assert not work.owing.owe(replace(REPLY, due_at=NOW + timedelta(days=1)))
        assert work.owing.owe(replace(REPLY, part=1))
        assert work.owing.owe(replace(REPLY, channel="D2"))
        assert work.owing.owe(replace(REPLY, kind=DeliveryKind.NOTICE))


def test_a_planned_delivery_comes_back_whole(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        owed = replace(
            REPLY,
            partnership_id=add_partnership(work).id,
            body=CARD,
            thread_ts="1789.5",
            late_after=NOW + timedelta(days=3),
        )
        work.owing.owe(owed)
    with record.open_work(workspace.id, read_only=True) as work:
        found = work.owing.find("D1", "reply", owed.period_key)
        assert found is not None
        assert (found.owed, found.state, found.attempt) == (owed, DeliveryState.PENDING, 0)
        assert found.workspace_id == workspace.id
        assert work.owing.find("D1", "reply", owed.period_key, part=1) is None


def test_who_looks_for_many_that_still_wait_asks_for_them_together(
    record: Record, workspace: Workspace
) -> None:
    """At every tick of a night a thousand leads' introductions are found to wait already."""
    many = [replace(REPLY, channel=f"D{number}") for number in range(30)]
    with record.open_work(workspace.id) as work:
        for owed in many[:-1]:
            work.owing.owe(owed)
    record.outbox.claim("one", NOW, LEASE)  # one of them waits no longer, and is owed all the same
    with record.open_work(workspace.id, read_only=True) as work, statements_sent() as sent:
        assert [work.owing.owe(owed) for owed in many] == [False] * 29 + [True]
        assert work.owing.noted == (many[-1],)
    assert len(sent) <= 5, sent


def test_the_body_is_frozen_by_the_attempt_that_holds_it(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        work.owing.owe(REPLY)
    claimed = record.outbox.claim("one", NOW, LEASE)
    assert claimed is not None
    with record.open_work(workspace.id) as work:
        work.owing.freeze(claimed.id, claimed.attempt, CARD)
        found = work.owing.find("D1", "reply", REPLY.period_key)
        assert found is not None
        assert found.owed.body == CARD
        with pytest.raises(NotFound):
            work.owing.freeze(claimed.id, claimed.attempt + 1, CARD)


def test_what_need_not_be_said_is_skipped_with_its_reason(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        work.owing.owe(REPLY)
    claimed = record.outbox.claim("one", NOW, LEASE)
    assert claimed is not None
    with record.open_work(workspace.id) as work:
        work.owing.skip(claimed.id, claimed.attempt, "answered")
        found = work.owing.find("D1", "reply", REPLY.period_key)
        assert found is not None
        assert (found.state, found.reason) == (DeliveryState.SKIPPED, "answered")
        with pytest.raises(NotFound):
            work.owing.skip(claimed.id, claimed.attempt, "again")
    assert record.outbox.claim("one", NOW, LEASE) is None


def test_recent_deliveries_of_a_kind_come_in_order(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        for hours in (2, 0, 1):
            work.owing.owe(replace(REPLY, period_key=f"at {hours}", due_at=NOW + timedelta(hours=hours)))
        work.owing.owe(replace(REPLY, kind=DeliveryKind.NOTICE))
        recent = work.owing.recent("reply", NOW + timedelta(hours=1))
    assert [delivery.owed.period_key for delivery in recent] == ["at 1", "at 2"]


def test_the_calendar_remembers_how_far_it_has_planned(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        assert work.owing.planned_to("tick") is None
        work.owing.set_planned_to("tick", NOW)
        work.owing.set_planned_to("tick", NOW + timedelta(minutes=5))
        work.owing.set_planned_to("other", NOW)
    with record.open_work(workspace.id) as work:
        assert work.owing.planned_to("tick") == NOW + timedelta(minutes=5)
