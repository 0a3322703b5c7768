"""Which revision the database is of, and how it is brought to this program's."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from bot.errors import SchemaMismatch
from storage.engine import reading

_UPGRADE = "leadline db upgrade"
_LOCK = 5_323_546_873_484_969_317  # "Leadline's schema": the advisory lock of upgrades on PostgreSQL


def upgrade(engine: Engine) -> None:
    """Bring the database to this program's revision, in one transaction; a second upgrader waits."""
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        command.upgrade(_config(connection), "head")


def current_revision(engine: Engine) -> str | None:
    """The database's revision; None when it is empty."""
    with reading(engine).connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def check(engine: Engine) -> None:
    """Raise `SchemaMismatch`, saying what to run, unless the database is of this program's revision."""
    scripts = ScriptDirectory.from_config(_config())
    found = current_revision(engine)
    if found == scripts.get_current_head():
        return
    known = {script.revision for script in scripts.walk_revisions()}
    if found is None or found in known:
        raise SchemaMismatch(found, _UPGRADE)
    raise SchemaMismatch(found, "the newer release of Leadline that this database was last upgraded by")


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
