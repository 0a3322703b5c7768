"""Each replica's last sign of life is known."""

from __future__ import annotations

from datetime import timedelta

from bot.outages import UNHEARD, Outage
from bot.partnership import Platform
from storage import Record
from tests.storage.larkmere import NOW


def test_the_last_beat_of_each_replica_is_kept(record: Record) -> None:
    assert record.heartbeats.last() == {}
    record.heartbeats.beat("one", NOW)
    record.heartbeats.beat("two", NOW)
    record.heartbeats.beat("one", NOW + timedelta(seconds=30))
    assert record.heartbeats.last() == {"one": NOW + timedelta(seconds=30), "two": NOW}


def test_a_silence_is_told_once_to_the_first_who_is_back(record: Record) -> None:
    assert record.heartbeats.beat("one", NOW) is None, "nobody was missed before the first"
    later = NOW + UNHEARD
    assert record.heartbeats.beat("two", later) is None, "it is sent again for as long as that"
    back = later + timedelta(hours=30)
    assert record.heartbeats.beat("two", back, was_here=True) is None
    missed = back + UNHEARD + timedelta(seconds=1)
    assert record.heartbeats.beat("three", missed) == Outage(back, missed)
    assert record.heartbeats.beat("one", missed) is None
    here = record.workspaces.of(Platform.SLACK, "T1")
    with record.open_work(here.id, read_only=True) as work:
        assert work.outages.ended_after(back) == (Outage(back, missed),)
        assert work.outages.ended_after(missed) == ()
