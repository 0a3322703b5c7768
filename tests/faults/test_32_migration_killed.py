"""Fault 32: a migration is killed in the middle; a program meets a database of another revision."""

from __future__ import annotations

import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event, inspect, text

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


UPGRADING = """
import sys
from itertools import count
from sqlalchemy import event
from storage import schema
from storage.engine import open_engine

engine, numbers, stop_at = open_engine(sys.argv[1]), count(1), int(sys.argv[2])

def pause(connection, cursor, words, *_):
    if words.lstrip().upper().startswith(("CREATE", "ALTER", "UPDATE")) and next(numbers) == stop_at:
        print("midway", flush=True)
        sys.stdin.read()

event.listen(engine, "after_cursor_execute", pause)
schema.upgrade(engine)
print("upgraded", flush=True)
"""


@pytest.mark.parametrize("statement", [1, 12])
def test_a_process_killed_while_it_upgrades_a_record_leaves_the_old_schema_and_its_rows(
    empty: Engine, statement: int
) -> None:
    """SIGKILL, from the first revision on, with rows in the tables: all of it is undone, and can be run."""
    schema.upgrade(empty, "0001")
    with empty.begin() as connection:
        connection.execute(text("INSERT INTO workspace VALUES (7, 'slack', 'T1', 'Larkmere')"))
    tables = set(inspect(empty).get_table_names())
    url = empty.url.render_as_string(hide_password=False)
    child = subprocess.Popen(
        [sys.executable, "-c", UPGRADING, url, str(statement)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert child.stdout is not None
    assert child.stdin is not None
    assert child.stdout.readline() == "midway\n"
    child.kill()
    child.wait()
    child.stdout.close()
    child.stdin.close()
    assert schema.current_revision(empty) == "0001"
    assert set(inspect(empty).get_table_names()) == tables
    with pytest.raises(SchemaMismatch):
        schema.check(empty)
    schema.upgrade(empty)
    schema.check(empty)
    with empty.connect() as connection:
        assert connection.execute(text("SELECT id, name FROM workspace")).all() == [(7, "Larkmere")]
    empty.dispose()
