"""The migrations make exactly the tables the program maps, once, whoever runs them."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, text

from bot.errors import SchemaMismatch
from storage import schema
from storage.engine import open_engine
from storage.tables import metadata


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database with nothing in it, of each kind."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'empty.db'}"
    else:
        url = request.getfixturevalue("empty_postgresql_url")
    engine = open_engine(url)
    yield engine
    engine.dispose()


def test_the_migrated_schema_is_the_mapped_one(empty: Engine) -> None:
    schema.upgrade(empty)
    with empty.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_an_empty_database_is_refused_with_what_to_run(empty: Engine) -> None:
    assert schema.current_revision(empty) is None
    with pytest.raises(SchemaMismatch) as refused:
        schema.check(empty)
    assert (refused.value.found, refused.value.what_to_run) == (None, "leadline db upgrade")


def test_an_upgraded_database_is_accepted_and_upgrading_again_does_nothing(empty: Engine) -> None:
    schema.upgrade(empty)
    revision = schema.current_revision(empty)
    schema.check(empty)
    schema.upgrade(empty)
    assert schema.current_revision(empty) == revision


def test_a_database_of_a_newer_release_is_refused(empty: Engine) -> None:
    schema.upgrade(empty)
    with empty.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for use in (schema.check, schema.upgrade):
        with pytest.raises(SchemaMismatch) as refused:
            use(empty)
        assert refused.value.found == "9999"
        assert "newer release" in refused.value.what_to_run


def test_two_upgraders_at_once_make_one_schema(empty: Engine) -> None:
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(schema.upgrade, [empty, empty]))
    schema.check(empty)


def test_every_tenant_table_says_whose_its_rows_are() -> None:
    shared = {"workspace", "inbox", "heartbeat", "outage", "restore"}
    tenants = {table.name for table in metadata.sorted_tables if "workspace_id" in table.c}
    assert {table.name for table in metadata.sorted_tables} == tenants | shared
