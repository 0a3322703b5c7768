"""Each replica's last sign of life is known."""

from __future__ import annotations

from datetime import timedelta

from storage import Record
from tests.storage.larkmere import NOW


def test_the_last_beat_of_each_replica_is_kept(record: Record) -> None:
    assert record.heartbeats.last() == {}
    record.heartbeats.beat("one", NOW)
    record.heartbeats.beat("two", NOW)
    record.heartbeats.beat("one", NOW + timedelta(seconds=30))
    assert record.heartbeats.last() == {"one": NOW + timedelta(seconds=30), "two": NOW}
