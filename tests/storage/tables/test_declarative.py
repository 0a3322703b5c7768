"""What a column takes in and gives back, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.exc import StatementError

from storage.engine import open_engine
from storage.sessions import of_no_workspace
from storage.tables.deliveries import HeartbeatRow


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    opened = open_engine(database_url)
    yield opened
    opened.dispose()


def test_an_instant_comes_back_aware_and_in_utc(engine: Engine) -> None:
    in_summer_time = datetime(2026, 9, 21, 9, 30, 0, 250, tzinfo=timezone(timedelta(hours=1)))
    with of_no_workspace(engine) as session:
        session.add(HeartbeatRow(replica="one", at=in_summer_time))
    with of_no_workspace(engine) as session:
        kept = session.scalars(select(HeartbeatRow.at)).one()
    assert kept == in_summer_time
    assert kept.tzinfo is UTC


def test_instants_compare_in_the_database_as_they_do_here(engine: Engine) -> None:
    early = datetime(2026, 9, 21, 8, 30, tzinfo=UTC)
    late = datetime(2026, 9, 21, 9, 0, tzinfo=timezone(timedelta(hours=-1)))
    with of_no_workspace(engine) as session:
        session.add_all([HeartbeatRow(replica="late", at=late), HeartbeatRow(replica="early", at=early)])
    with of_no_workspace(engine) as session:
        later_than_early = session.scalars(select(HeartbeatRow.replica).where(HeartbeatRow.at > early))
        assert later_than_early.all() == ["late"]


def test_a_naive_instant_is_refused(engine: Engine) -> None:
    naive = datetime(2026, 9, 21, 9, 30)  # noqa: DTZ001  # the mistake under test
    with of_no_workspace(engine) as session, pytest.raises(StatementError, match="without a zone"):
        session.execute(select(HeartbeatRow).where(HeartbeatRow.at == naive))
