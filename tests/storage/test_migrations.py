"""Migrations with a live record in the tables: down step by step, and up again, losing nothing they share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, select

from bot.errors import UnfitDatabase
from bot.partnership import Platform
from storage import Record, schema
from storage.backup.tables import asked, reflected
from storage.engine import open_engine, reading
from storage.tables import metadata
from tests.scenarios.larkmere import ON_SLACK, account, settle_in

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path, clock: Any) -> Iterator[Engine]:
    """A database of its own, since its schema is taken apart, with the Larkmere partnership in it."""
    if request.param == "sqlite":
        opened = open_engine(f"sqlite:///{tmp_path / 'record.db'}")
    else:
        opened = open_engine(request.getfixturevalue("empty_postgresql_url"))
    schema.upgrade(opened)
    record = Record(opened, clock, b"key")
    here = record.workspaces.of(Platform.SLACK, "T1", "Larkmere")
    settle_in(record.open_work, here, {name: account(name) for name in ON_SLACK})
    yield opened
    opened.dispose()


def held(engine: Engine) -> Rows:
    with reading(engine).connect() as connection:
        return {
            table.name: [
                dict(zip(table.c.keys(), row, strict=True))
                for row in connection.execute(select(*asked(table)).order_by(*table.primary_key))
            ]
            for table in reflected(connection)
        }


def in_common(rows: Rows, other: Rows) -> Rows:
    """The rows, of the tables and columns that the other state has as well."""
    return {
        name: [{key: value for key, value in row.items() if key in _columns(other[name])} for row in of_table]
        for name, of_table in rows.items()
        if other.get(name)
    }


def _columns(rows: list[dict[str, Any]]) -> set[str]:
    return set(rows[0])


def revisions() -> list[str]:
    """From the newest to the first."""
    return [f"{number:04}" for number in range(int(schema.newest_revision()), 0, -1)]


def test_down_step_by_step_and_up_again_nothing_shared_is_lost(engine: Engine, clock: Any) -> None:
    whole = held(engine)
    assert len(whole["audit_event"]) > 3
    before = whole
    for revision in revisions()[1:]:
        schema.downgrade(engine, revision)
        assert schema.current_revision(engine) == revision
        now = held(engine)
        assert in_common(now, before) == in_common(before, now)
        before = now
    schema.upgrade(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    assert in_common(held(engine), before) == in_common(before, held(engine))
    again = Record(engine, clock, b"key")
    assert again.verify_audit() == ()
    (here,) = again.workspaces.all()
    with again.open_work(here.id) as work:
        (plan,) = work.plans.live()
        assert [action.ref for action in plan.actions] == ["1.10", "2.7a", "4.1", "5.3", "6.2"]


def test_a_migration_that_would_leave_a_row_without_what_it_refers_to_is_undone(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite looks at no reference while a table is rebuilt, so all are looked at before the end."""
    engine = open_engine(sqlite_url)

    def lose(config: Config, revision: str) -> None:
        connection = config.attributes["connection"]
        connection.exec_driver_sql(
            "INSERT INTO organisation VALUES (1, 99, 'Larkmere Council', 'larkmere council')"
        )

    monkeypatch.setattr("storage.schema.command.upgrade", lose)
    with pytest.raises(UnfitDatabase, match="1 rows of it refer"):
        schema.upgrade(engine)
    assert not held(engine)["organisation"]
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
    engine.dispose()
