"""Fault 32: a migration is killed in the middle; a program meets a database of another revision."""

from __future__ import annotations

from itertools import count

import pytest
from sqlalchemy import Connection, Engine, event, inspect

from bot.errors import SchemaMismatch
from storage import schema
from storage.engine import open_engine
from tests.faults.delivering import Killed


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: object) -> Engine:
    """A database with nothing in it, of each kind."""
    if request.param == "sqlite":
        return open_engine(f"sqlite:///{tmp_path}/empty.db")
    return open_engine(request.getfixturevalue("empty_postgresql_url"))


@pytest.mark.parametrize("statement", [1, 7, 40])
def test_it_is_the_old_schema_or_the_new_one_never_half(empty: Engine, statement: int) -> None:
    """Killed at so many of its statements that make or change tables, it leaves nothing, and can be run."""
    numbers = count(1)

    def die(connection: Connection, cursor: object, words: str, *_: object) -> None:
        if words.lstrip().upper().startswith(("CREATE", "ALTER")) and next(numbers) == statement:
            raise Killed

    event.listen(empty, "before_cursor_execute", die)
    with pytest.raises(Killed):
        schema.upgrade(empty)
    event.remove(empty, "before_cursor_execute", die)
    assert set(inspect(empty).get_table_names()) <= {"alembic_version"}
    with pytest.raises(SchemaMismatch):
        schema.check(empty)
    schema.upgrade(empty)
    schema.check(empty)
    empty.dispose()
