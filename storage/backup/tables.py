"""The tables as the database itself tells of them, and their values as JSON can hold them.

The database is asked rather than the program, so that a record can be backed up before it is upgraded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Date,
    DateTime,
    Float,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    Time,
    cast,
)
from sqlalchemy.types import NullType, TypeEngine

from storage.tables.declarative import UtcDateTime

VERSIONS = "alembic_version"
"""Alembic's own table; the revision stands at the head of a backup instead."""

Row = list[Any]


class UnknownType(TypeError):
    """A column of a type that a backup has no way to write down."""


def reflected(connection: Connection) -> list[Table]:
    """Every table of the record, those that others refer to first."""
    found = MetaData()
    found.reflect(connection)
    plain = MetaData()
    return [
        Table(
            table.name,
            plain,
            *(Column(one.name, _plain(one), primary_key=one.primary_key) for one in table.c),
        )
        for table in found.sorted_tables
        if table.name != VERSIONS
    ]


def asked(table: Table) -> list[ColumnElement[Any]]:
    """The columns to select: JSON as the very text it was stored as."""
    return [cast(one, Text) if isinstance(one.type, NullType) else one for one in table.c]


def written(row: Sequence[Any]) -> Row:
    """A row's values as JSON can hold them."""
    return [value.isoformat() if isinstance(value, date | time) else value for value in row]


def read(table: Table, columns: Sequence[str], row: Row) -> dict[str, Any]:
    """The values of a row that was written, by column."""
    return {
        name: None if value is None else _reader(table.c[name])(value)
        for name, value in zip(columns, row, strict=True)
    }


def _plain(column: Column[Any]) -> TypeEngine[Any]:
    """The type by which both databases take and give the same value. JSON has none (`NullType`): it is
    text on its way, so that the database's null and JSON's stay apart."""
    if isinstance(column.type, JSON):
        return NullType()
    for kind, plain in _PLAIN:
        if isinstance(column.type, kind):
            return plain
    raise UnknownType(f"{column.table.name}.{column.name}: {column.type!r}")


_PLAIN: tuple[tuple[type[TypeEngine[Any]], TypeEngine[Any]], ...] = (
    (Boolean, Boolean()),
    (Integer, Integer()),
    (Float, Float()),
    (DateTime, UtcDateTime()),
    (Date, Date()),
    (Time, Time()),
    (String, Text()),
)


def _reader(column: Column[Any]) -> Callable[[Any], Any]:
    for kind, reader in _READERS:
        if isinstance(column.type, kind):
            return reader
    return lambda value: value


_READERS: tuple[tuple[type[TypeEngine[Any]], Callable[[str], Any]], ...] = (
    (UtcDateTime, datetime.fromisoformat),
    (Date, date.fromisoformat),
    (Time, time.fromisoformat),
)
