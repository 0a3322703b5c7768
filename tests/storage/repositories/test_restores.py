"""What a restore took out of the record is known by when it was."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import insert

from bot.partnership import Platform, Workspace
from bot.restores import Restore
from storage import Record
from storage.engine import open_engine
from storage.tables.restores import RestoreRow
from tests.storage.larkmere import NOW

HOUR = timedelta(hours=1)


def test_an_instant_is_lost_between_a_backup_and_its_restore(record: Record, database_url: str) -> None:
    """Where it was lost twice, the later restore is told."""
    engine = open_engine(database_url)
    with engine.begin() as connection:
        for taken_at, restored_at in (
            (NOW, NOW + HOUR),
            (NOW, NOW + 4 * HOUR),
            (NOW + 9 * HOUR, NOW + 10 * HOUR),
        ):
            connection.execute(insert(RestoreRow).values(taken_at=taken_at, restored_at=restored_at))
    engine.dispose()
    here: Workspace = record.workspaces.of(Platform.SLACK, "T1")
    with record.open_work(here.id, read_only=True) as work:
        last = Restore(NOW, NOW + 4 * HOUR)
        told = [work.restores.losing(NOW + hours * HOUR) for hours in (-1, 0, 1, 4, 5, 9, 11)]
        assert told == [None, last, last, last, None, Restore(NOW + 9 * HOUR, NOW + 10 * HOUR), None]
