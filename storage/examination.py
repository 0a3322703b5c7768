"""What there is to see of a database from outside: its kind, its settings, its revision, its clock.

Nothing is made or changed: a SQLite file that is not there is not made by looking for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, func, select

from bot.ports import Clock
from storage import schema
from storage.database_clock import database_now
from storage.engine import open_engine, reading
from storage.record import Record
from storage.sessions import of_no_workspace
from storage.tables.audit import AuditEventRow

SQLITE_SETTINGS: Mapping[str, str] = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1"}
"""What SQLite must be set to for a saved update to survive a loss of power, and references to hold."""

POSTGRESQL_SETTINGS: Mapping[str, str] = {
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
    "server_encoding": "UTF8",
}
"""The same of PostgreSQL, and that it can hold every character."""


@dataclass(frozen=True, slots=True)
class DatabaseSeen:
    """One database, as it answered. `wrong` are the settings that are not as they must be."""

    kind: str
    version: tuple[int, ...]
    wrong: Mapping[str, str]
    revision: str | None
    newest: str
    now: datetime
    audit_events: int

    @property
    def is_current(self) -> bool:
        """Whether the schema is this program's."""
        return self.revision == self.newest


@contextmanager
def examined(url: str, clock: Clock) -> Iterator[tuple[DatabaseSeen, Record]]:
    """The database of this address and the record in it, which is only to be read, and only where the
    schema is current. Raises `UnfitDatabase`."""
    engine = open_engine(url)
    record = Record(engine, clock, b"")
    try:
        yield _seen(engine), record
    finally:
        record.close()


def _seen(engine: Engine) -> DatabaseSeen:
    is_sqlite = engine.dialect.name == "sqlite"
    revision, newest = schema.current_revision(engine), schema.newest_revision()
    with of_no_workspace(reading(engine)) as session:
        connection = session.connection()
        wanted = SQLITE_SETTINGS if is_sqlite else POSTGRESQL_SETTINGS
        ask = "PRAGMA {}" if is_sqlite else "SHOW {}"
        found = {name: str(connection.exec_driver_sql(ask.format(name)).scalar_one()) for name in wanted}
        return DatabaseSeen(
            kind="SQLite" if is_sqlite else "PostgreSQL",
            version=tuple(int(part) for part in engine.dialect.server_version_info or ()),
            wrong={name: value for name, value in found.items() if value.lower() != wanted[name].lower()},
            revision=revision,
            newest=newest,
            now=database_now(session),
            audit_events=session.scalar(select(func.count()).select_from(AuditEventRow)) or 0
            if revision == newest
            else 0,
        )
