"""How much is waiting is known across workspaces."""

from __future__ import annotations

from datetime import timedelta

from bot.delivery import DeliveryKind, Owed
from bot.partnership import Platform
from storage import Record
from storage.repositories.backlog import Backlog
from tests.storage.larkmere import NOW

LEASE = timedelta(minutes=1)


def test_an_event_waits_until_it_is_done(record: Record) -> None:
    assert record.backlog(NOW).is_empty
    record.inbox.keep("T1", "Ev1", "{}", NOW)
    assert record.backlog(NOW) == Backlog(events=1, deliveries=0)
    event = record.inbox.claim("one", LEASE)
    assert event is not None
    assert not record.backlog(NOW).is_empty
    record.inbox.done(event.id)
    assert record.backlog(NOW).is_empty


def test_a_delivery_waits_from_when_it_is_due_until_it_is_posted(record: Record) -> None:
    for team in ("T1", "T2"):
        with record.open_work(record.workspaces.of(Platform.SLACK, team).id) as work:
            work.owing.owe(Owed("C1", DeliveryKind.NOTICE, "one", NOW, {}))
    assert record.backlog(NOW - timedelta(seconds=1)).is_empty
    assert record.backlog(NOW) == Backlog(events=0, deliveries=2)
    for waiting in (1, 0):
        claimed = record.outbox.claim("one", NOW, LEASE)
        assert claimed is not None
        assert record.backlog(NOW).deliveries == waiting + 1
        record.outbox.posted(claimed.id, claimed.attempt, "1790.1")
        assert record.backlog(NOW).deliveries == waiting
