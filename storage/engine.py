"""The one way to open the database, on SQLite or PostgreSQL, so that every connection is equally careful.

SQLite: WAL, every transaction announces itself (BEGIN IMMEDIATE, or DEFERRED when it only reads), full
synchronisation, foreign keys. PostgreSQL: psycopg 3, and the same limit on waiting for a lock.
"""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DatabaseError

from bot.errors import UnfitDatabase
from storage.turns import Turns

ARRIVAL_WAIT = timedelta(seconds=2.5)
"""How long an event waits to be kept: Slack gives it up after 3 s, and sends it again."""

INTERACTIVE_WAIT = timedelta(seconds=2)
WORKER_WAIT = timedelta(seconds=5)

_POOL_SIZE = 20  # one connection for each of the listeners' threads
_OLDEST_SQLITE = (3, 35)  # the first with RETURNING

_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "trusted_schema=OFF",
    "wal_autocheckpoint=10000",  # pages; long before that somebody tidies up, while nobody waits
)


def open_engine(url: str) -> Engine:
    """Open the database of this URL. Raises `UnfitDatabase` when it cannot be reached or trusted."""
    try:
        address = make_url(url)
    except ArgumentError:
        raise UnfitDatabase("this is no database address. Use sqlite:///… or postgresql://….") from None
    try:
        return _open(address)
    except DatabaseError as refusal:
        raise UnfitDatabase(
            f"the database could not be opened ({str(refusal.orig).strip().splitlines()[0]}). "
            "Is it running, and are its address, name and password right?"
        ) from None


def sqlite_file(url: str) -> Path | None:
    """The file of a SQLite address; None for another database, or for none."""
    try:
        address = make_url(url)
    except ArgumentError:
        return None
    return Path(address.database) if address.get_backend_name() == "sqlite" and address.database else None


def _open(address: URL) -> Engine:
    if address.get_backend_name() == "sqlite":
        return _open_sqlite(address)
    if address.get_backend_name() in ("postgresql", "postgres"):
        return _open_postgresql(address)
    raise UnfitDatabase(f"{address.get_backend_name()} is not supported. Use sqlite:///… or postgresql://….")


def waiting(engine: Engine, wait: timedelta) -> Engine:
    """The same database, whose transactions wait this long for another writer."""
    return engine.execution_options(**waits(wait))


def waits(wait: timedelta) -> dict[str, Any]:
    """The options of a connection, or of an engine, whose transactions wait this long for another writer."""
    return {"leadline_wait": wait}


def arriving(engine: Engine) -> Engine:
    """The same database, for events on their way in. On SQLite they are written before all others that wait.
    PostgreSQL has a connection for them alone, on which each statement is a transaction: one way to the
    server and back, where a transaction of one statement makes five. Whoever opens it disposes of it."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(leadline_first=True)
    alone = create_engine(
        engine.url,
        pool_size=1,
        max_overflow=0,
        isolation_level="AUTOCOMMIT",
        connect_args=_postgresql_options(ARRIVAL_WAIT),
    )
    event.listen(alone, "begin", _begin_arriving)
    return alone


def goes_first(engine: Engine) -> bool:
    """Whether its transactions write before all others that wait."""
    return bool(engine.get_execution_options().get("leadline_first"))


def patience(engine: Engine) -> timedelta:
    """How long its transactions wait for another writer."""
    wait: timedelta = engine.get_execution_options().get("leadline_wait", WORKER_WAIT)
    return wait


def turns_of(engine: Engine) -> Turns | None:
    """The turns that this process's writers take; None for who only reads, and where the database itself
    lets many write."""
    options = engine.get_execution_options()
    return None if "sqlite_begin" in options else options.get("leadline_turns")


def reading(engine: Engine) -> Engine:
    """The same database, seen as it stood at one instant, without ever waiting for a writer."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(sqlite_begin="DEFERRED")
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def move_log_into_file(engine: Engine) -> None:
    """On SQLite, bring what was committed from the log into the database file, beside who reads or writes.
    Left to itself SQLite does so within somebody's commit, while everybody else waits for their turn."""
    if engine.dialect.name != "sqlite":
        return
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)").close()
    finally:
        raw.close()


def _open_sqlite(url: URL) -> Engine:
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise UnfitDatabase(f"SQLite {sqlite3.sqlite_version} is too old: 3.35 or newer is needed.")
    engine = create_engine(url, pool_size=_POOL_SIZE, connect_args={"check_same_thread": False})
    engine.update_execution_options(leadline_turns=Turns())
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    with engine.connect() as connection:
        journal = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
    if journal != "wal":
        engine.dispose()
        raise UnfitDatabase(
            f"SQLite keeps this database in {journal} mode, not WAL. "
            "Keep it in a file on a local disk: not in memory, not on a network share."
        )
    return engine


def _open_postgresql(url: URL) -> Engine:
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_size=_POOL_SIZE,
        pool_pre_ping=True,
        connect_args=_postgresql_options(WORKER_WAIT),
    )
    event.listen(engine, "begin", _begin_postgresql)
    with engine.connect():
        return engine


def _set_up_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves: see _begin_sqlite
    connection.execute(f"PRAGMA busy_timeout={_milliseconds(WORKER_WAIT)}")
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    wait = _in_tenths(options.get("leadline_wait", WORKER_WAIT))
    if connection.info.get("leadline_wait") != wait:  # it stays with the connection
        plainly: Any = connection.connection.dbapi_connection  # which one that was detached still has
        plainly.execute(f"PRAGMA busy_timeout={wait}")
        connection.info["leadline_wait"] = wait
    connection.exec_driver_sql(f"BEGIN {options.get('sqlite_begin', 'IMMEDIATE')}")


def _begin_postgresql(connection: Connection) -> None:
    wait = connection.get_execution_options().get("leadline_wait", WORKER_WAIT)
    if wait != WORKER_WAIT:  # which every connection begins with
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {_milliseconds(wait)}")


def _begin_arriving(connection: Connection) -> None:
    """There is no transaction that the wait could be local to: it stays with the connection."""
    wait = _in_tenths(connection.get_execution_options().get("leadline_wait", ARRIVAL_WAIT))
    if connection.info.get("leadline_wait", _in_tenths(ARRIVAL_WAIT)) != wait:
        connection.exec_driver_sql(f"SET lock_timeout = {wait}")
        connection.info["leadline_wait"] = wait


def _postgresql_options(wait: timedelta) -> dict[str, str]:
    return {"options": f"-c timezone=UTC -c lock_timeout={_milliseconds(wait)}"}


def _milliseconds(wait: timedelta) -> int:
    return int(wait.total_seconds() * 1000)


def _in_tenths(wait: timedelta) -> int:
    """Milliseconds, rounded up to a tenth of a second: what is left of somebody's patience is seldom even."""
    return -(-_milliseconds(wait) // 100) * 100
