"""Putting a backup back: into a database that holds nothing, in one transaction, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Integer, Table, func, insert, select, text

from storage import schema
from storage.backup.file import Heading, TableStart, UnfitBackup, contents, heading, rows
from storage.backup.making import BATCH
from storage.backup.tables import read, reflected
from storage.engine import reading
from storage.tables.restores import RestoreRow


def check(path: Path) -> tuple[Heading, Mapping[str, int]]:
    """What a file is a backup of, and its rows by table. Raises `UnfitBackup` unless it is whole and this
    program knows its revision."""
    told, held = heading(path), contents(path)
    if not schema.knows(told.revision):
        raise UnfitBackup(
            f"{path} is of revision {told.revision}, which only a newer release of Leadline knows. Install "
            "that release. Nothing was changed."
        )
    return told, held


def restore(engine: Engine, path: Path, now: datetime) -> None:
    """Put a backup into this database and bring it to this program's revision. Raises `UnfitBackup`.

    The schema is made first, at the backup's own revision; then every row comes in one transaction,
    and that it was put back `now` with them; where the backup's revision has no place for that, once it is
    upgraded. A restore that was killed is begun again with the same command.
    """
    told, held = check(path)
    _make_room(engine, told)
    with engine.begin() as connection:
        tables = {table.name: table for table in reflected(connection)}
        _refuse_rows(connection, tables)
        _load(connection, tables, path)
        found = {name: _count(connection, table) for name, table in tables.items()}
        if found != dict(held):
            raise UnfitBackup(f"{path} did not come in whole. Nothing was changed.")
        if engine.dialect.name == "postgresql":
            continue_numbers(connection, tables.values())
        is_noted = RestoreRow.__tablename__ in tables
        if is_noted:
            _note(connection, told, now)
    schema.upgrade(engine)
    if not is_noted:
        with engine.begin() as connection:
            _note(connection, told, now)


def _note(connection: Connection, told: Heading, now: datetime) -> None:
    """What was shown to people from when the backup was made until now is not to be acted on."""
    taken_at = datetime.fromisoformat(told.made_at)
    connection.execute(insert(RestoreRow).values(taken_at=taken_at, restored_at=now))


def _make_room(engine: Engine, told: Heading) -> None:
    found = schema.current_revision(engine)
    if found is None:
        schema.upgrade(engine, told.revision)
    elif found != told.revision:
        with reading(engine).connect() as connection:
            _refuse_rows(connection, {table.name: table for table in reflected(connection)})
        raise UnfitBackup(
            f"the database is at revision {found} and the backup at {told.revision}. Restore into a database "
            "that has never been used. Nothing was changed."
        )


def _refuse_rows(connection: Connection, tables: Mapping[str, Table]) -> None:
    taken = sorted(name for name, table in tables.items() if _count(connection, table))
    if taken:
        raise UnfitBackup(
            f"the database holds a record already ({', '.join(taken[:3])} …). Restore into an empty one: "
            "set DATABASE_URL to it, or move the old one away. Nothing was changed."
        )


def _load(connection: Connection, tables: Mapping[str, Table], path: Path) -> None:
    table, columns = None, tuple[str, ...]()
    for is_start, group in groupby(rows(path), lambda one: isinstance(one, TableStart)):
        if is_start:
            for start in group:
                assert isinstance(start, TableStart)  # noqa: S101 - what `groupby` has just asked
                table, columns = _table(tables, start, path), start.columns
            continue
        assert table is not None  # noqa: S101 - `contents` has seen every row under its table
        batch: list[dict[str, Any]] = []
        for row in group:
            assert isinstance(row, list)  # noqa: S101 - the other half of the same question
            batch.append(read(table, columns, row))
            if len(batch) == BATCH:
                connection.execute(insert(table), batch)
                batch = []
        if batch:
            connection.execute(insert(table), batch)


def _table(tables: Mapping[str, Table], start: TableStart, path: Path) -> Table:
    table = tables.get(start.name)
    if table is None or set(start.columns) != {column.name for column in table.c}:
        raise UnfitBackup(f"{path} has another “{start.name}” than this program. Nothing was changed.")
    return table


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def continue_numbers(connection: Connection, tables: Iterable[Table]) -> None:
    """PostgreSQL's sequences do not see numbers that were given: the next one follows the largest."""
    for table in tables:
        key = table.primary_key.columns.values()
        if len(key) == 1 and isinstance(key[0].type, Integer):
            largest = connection.scalar(select(func.max(key[0])))
            sequence = connection.scalar(
                text("SELECT pg_get_serial_sequence(:table, :column)"),
                {"table": f'"{table.name}"', "column": key[0].name},
            )
            if sequence is not None and largest is not None:
                connection.execute(
                    text("SELECT setval(:sequence, :last)"), {"sequence": sequence, "last": largest}
                )
