"""Which revision the database is of, and how it is brought to this program's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.exc import DatabaseError

from bot.errors import SchemaMismatch, UnfitDatabase
from storage.engine import reading
from storage.tables import metadata

_UPGRADE = "leadline db upgrade"
_NEWER = "the newer release of Leadline that this database was last upgraded by"
_LOCK = 5_323_546_873_484_969_317  # "Leadline's schema": the advisory lock of upgrades on PostgreSQL


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the database to this program's revision, or to an earlier one on the way there, in one
    transaction; a second upgrader waits.

    Raises `SchemaMismatch` for a revision that only a newer program knows.
    """
    _known(current_revision(engine))
    with _migrating(engine) as connection:
        command.upgrade(_config(connection), revision)


def bring_up(engine: Engine) -> bool:
    """Bring the database to this program's revision; whether it now has every table and column the program
    maps. One that somebody made while a migration was still being written may lack some, or refuse it."""
    try:
        upgrade(engine)
        with reading(engine).connect() as connection:
            there = inspect(connection)
            return all(
                there.has_table(table.name)
                and {column.name for column in table.columns}
                <= {column["name"] for column in there.get_columns(table.name)}
                for table in metadata.sorted_tables
            )
    except (SchemaMismatch, DatabaseError):
        return False


def current_revision(engine: Engine) -> str | None:
    """The database's revision; None when it is empty."""
    with reading(engine).connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def downgrade(engine: Engine, revision: str) -> None:
    """Take the database back to an earlier revision, in one transaction. What only the later ones could
    hold is lost: for tests, and for whoever has a backup."""
    _known(current_revision(engine))
    with _migrating(engine) as connection:
        command.downgrade(_config(connection), revision)


def knows(revision: str) -> bool:
    """Whether this revision is one of this program's."""
    return revision in {script.revision for script in _migrations().walk_revisions()}


def newest_revision() -> str:
    """The revision this program works with."""
    return _migrations().get_current_head() or ""


def check(engine: Engine) -> None:
    """Raise `SchemaMismatch`, saying what to run, unless the database is of this program's revision."""
    found = current_revision(engine)
    if found != _known(found).get_current_head():
        raise SchemaMismatch(found, _UPGRADE)


@contextmanager
def _migrating(engine: Engine) -> Iterator[Connection]:
    """One transaction that may change tables, alone. On PostgreSQL a second one waits. SQLite rebuilds a
    table by dropping the old one, which references to its rows would forbid: so they are not looked at
    meanwhile, and all of them before it is committed."""
    if engine.dialect.name == "postgresql":
        with engine.begin() as connection:
            connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
            yield connection
        return
    with engine.connect() as connection:
        plainly: Any = connection.connection.driver_connection
        connection.detach()  # nobody else is to have it without its references
        plainly.execute("PRAGMA foreign_keys=OFF")  # which no transaction may hold
        try:
            with connection.begin():
                yield connection
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                if broken:
                    raise UnfitDatabase(f"{len(broken)} rows of it refer to rows that are not there.")
        finally:
            connection.close()
            plainly.close()  # which SQLAlchemy leaves open when it was interrupted


def _known(revision: str | None) -> ScriptDirectory:
    """This program's migrations. Raises `SchemaMismatch` when the revision is none of them."""
    if revision is not None and not knows(revision):
        raise SchemaMismatch(revision, _NEWER)
    return _migrations()


@cache
def _migrations() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
