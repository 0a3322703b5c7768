"""Writing a backup: everything as it stood at one instant, while others go on writing."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, select

from storage import schema
from storage.audit_chain import keyed_hash
from storage.backup.file import Heading, UnfitBackup, new_file
from storage.backup.tables import asked, reflected, written
from storage.engine import reading

BATCH = 1000
"""Rows held in memory at once."""


def key_check(audit_key: bytes) -> str:
    """A mark of an audit key that tells nothing of it but whether another is the same."""
    return keyed_hash(audit_key, "a backup of Leadline")[:16]


def back_up(engine: Engine, path: Path, now: datetime, audit_key: bytes) -> None:
    """Write the whole record to a new file, as one snapshot. Raises `UnfitBackup`."""
    revision = schema.current_revision(engine)
    if revision is None:
        raise UnfitBackup("the database holds no record. Nothing was written.")
    if not schema.knows(revision):
        raise UnfitBackup(
            f"the database is at revision {revision}, which only a newer release of Leadline knows. Back "
            "it up with that release. Nothing was written."
        )
    heading = Heading(revision, now.isoformat(), engine.dialect.name, key_check(audit_key))
    with reading(engine).connect() as connection, connection.begin():
        tables = reflected(connection)
        with new_file(path, heading) as file:
            for table in tables:
                file.table(table.name, [column.name for column in table.c])
                order = table.primary_key.columns.values()
                found = connection.execution_options(yield_per=BATCH).execute(
                    select(*asked(table)).order_by(*order)
                )
                for row in found:
                    file.row(written(row))
