"""A row never refers to another workspace's: checked wherever rows are written, in one place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from bot.errors import NotFound
from storage.tables.declarative import Row, TenantRow

SEEN: Final = "seen_rows"
"""Where a session's `info` holds the ids of rows it has seen to be its workspace's, by table."""


def seen(session: Session, table: type[Any], ids: Iterable[Any]) -> None:
    """Note rows that this unit of work has read or written as its workspace's own."""
    session.info.setdefault(SEEN, defaultdict(set))[table].update(ids)


def check_values(session: Session, table: type[Row], values: Mapping[str, Any]) -> None:
    """Check what a statement is about to write. Raises `NotFound` if it refers beyond the workspace."""
    _check(session, ((target, values.get(name)) for name, target in _references(table)))


def check_rows(session: Session, rows: Iterable[object]) -> None:
    """Check rows that are about to be flushed, all with one question a table they refer to."""
    _check(
        session,
        (
            (target, getattr(row, name))
            for row in rows
            if isinstance(row, Row)
            for name, target in _references(type(row))
            if inspect(row).attrs[name].history.has_changes()
        ),
    )


def _check(session: Session, references: Iterable[tuple[type[Any], Any]]) -> None:
    wanted: dict[type[Any], set[int]] = defaultdict(set)
    for target, referred in references:
        if referred is not None:
            wanted[target].add(referred)
    known: Mapping[type[Any], set[int]] = session.info.get(SEEN) or {}
    for target, ids in wanted.items():
        unseen = ids - known.get(target, set())
        if not unseen:
            continue
        found = set(session.scalars(select(target.id).where(target.id.in_(unseen))))
        if unseen - found:
            raise NotFound(target.__tablename__)
        seen(session, target, found)


@cache
def _references(table: type[Row]) -> tuple[tuple[str, type[Row]], ...]:
    """The attributes of a table that hold the id of a tenant's row, and whose."""
    tenants = {
        mapper.local_table: mapper.class_
        for mapper in Row.registry.mappers
        if issubclass(mapper.class_, TenantRow)
    }
    mapper = inspect(table)
    return tuple(
        (mapper.get_property_by_column(column).key, tenants[key.column.table])
        for column in mapper.local_table.columns
        for key in column.foreign_keys
        if key.column.table in tenants
    )
