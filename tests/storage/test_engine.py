"""Every connection is equally careful, whatever the database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DatabaseError

from bot.errors import UnfitDatabase
from storage.engine import INTERACTIVE_WAIT, WORKER_WAIT, open_engine, reading, waiting

pytestmark = pytest.mark.usefixtures("careful_engines")


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    opened = open_engine(database_url)
    yield opened
    opened.dispose()


@pytest.fixture
def sqlite_engine(sqlite_url: str) -> Iterator[Engine]:
    opened = open_engine(sqlite_url)
    yield opened
    opened.dispose()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("trusted_schema", 0),
        ("busy_timeout", 5000),
    ],
)
def test_sqlite_is_set_up_on_every_connection(sqlite_engine: Engine, pragma: str, value: object) -> None:
    with (
        sqlite_engine.connect() as one,
        sqlite_engine.execution_options(sqlite_begin="DEFERRED").connect() as two,
    ):
        assert two.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value
        assert one.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value


@pytest.mark.parametrize(("wait", "milliseconds"), [(INTERACTIVE_WAIT, 2000), (WORKER_WAIT, 5000)])
def test_a_transaction_waits_as_long_as_it_was_told(
    engine: Engine, wait: timedelta, milliseconds: int
) -> None:
    question = {
        "sqlite": "PRAGMA busy_timeout",
        "postgresql": "SELECT setting::int FROM pg_settings WHERE name = 'lock_timeout'",
    }[engine.dialect.name]
    with waiting(engine, wait).connect() as connection:
        assert connection.exec_driver_sql(question).scalar_one() == milliseconds


def test_a_reader_sees_one_instant_and_waits_for_nobody(engine: Engine) -> None:
    with engine.begin() as writer, reading(engine).connect() as reader:
        writer.execute(text("INSERT INTO heartbeat (replica, at) VALUES ('one', '2026-09-21 08:30:00')"))
        assert reader.execute(text("SELECT count(*) FROM heartbeat")).scalar_one() == 0
        writer.commit()
        assert reader.execute(text("SELECT count(*) FROM heartbeat")).scalar_one() == 0


def test_a_half_done_migration_leaves_nothing_on_either_database(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.execute(text("CREATE TABLE half_done (id INTEGER)"))
        connection.rollback()
    with engine.connect() as connection, pytest.raises(DatabaseError):
        connection.execute(text("SELECT * FROM half_done"))


def test_a_database_in_memory_is_refused() -> None:
    with pytest.raises(UnfitDatabase, match="not WAL"):
        open_engine("sqlite://")


def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(UnfitDatabase, match="mysql"):
        open_engine("mysql://localhost/leadline")


@pytest.mark.parametrize("scheme", ["postgresql", "postgresql+psycopg"])
def test_a_postgresql_url_is_taken_as_it_is_usually_written(postgresql_url: str, scheme: str) -> None:
    opened = open_engine(postgresql_url.replace("postgresql", scheme, 1))
    with opened.connect() as connection:
        assert connection.dialect.driver == "psycopg"
        assert connection.execute(text("SHOW timezone")).scalar_one() == "UTC"
    opened.dispose()


def test_an_old_sqlite_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sqlite3.sqlite_version_info", (3, 34, 1))
    with pytest.raises(UnfitDatabase, match="too old"):
        open_engine(f"sqlite:///{tmp_path / 'record.db'}")


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("nonsense", "no database address"),
        ("postgresql://nobody@127.0.0.1:1/nothing", "could not be opened"),
        ("sqlite:////proc/no-such-folder/leadline.sqlite3", "could not be opened"),
    ],
)
def test_a_database_that_cannot_be_opened_is_a_sentence(url: str, told: str) -> None:
    with pytest.raises(UnfitDatabase, match=told):
        open_engine(url)


def test_a_file_that_is_no_database_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("these are notes, and more than a page of them\n" * 50)
    with pytest.raises(UnfitDatabase, match="file is not a database"):
        open_engine(f"sqlite:///{tmp_path / 'notes.txt'}")
