"""The two conditional writes everything rests on: insert if new, and update if it still stands so.

Each is one statement, so whoever comes second learns it from the database, however close they were.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from sqlalchemy import ColumnElement, bindparam, inspect, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningInsert

from storage.references import check_values, seen
from storage.tables.declarative import Row

_GIVEN: Final = "given_"


def insert_if_new(session: Session, table: type[Row], **values: Any) -> bool:
    """Insert the row unless its like is there already; whether it was inserted."""
    return inserted_if_new(session, table, **values) is not None


def inserted_if_new(session: Session, table: type[Row], **values: Any) -> Any:
    """Insert the row unless its like is there already; its key, or None."""
    check_values(session, table, values)
    statement = _insertion(table, tuple(values), session.get_bind().dialect.name)
    given = {_GIVEN + name: value for name, value in values.items()}
    made = session.execute(statement, given).scalars().first()
    if made is not None:
        seen(session, table, (made,))
    return made


@cache
def _insertion(table: type[Row], names: tuple[str, ...], dialect: str) -> ReturningInsert[Any]:
    """Put together once for each table and its columns: that takes longer than to carry it out."""
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    values: dict[str, Any] = {name: bindparam(_GIVEN + name) for name in names}
    key = inspect(table).primary_key[0]
    return insert(table).values(values).on_conflict_do_nothing().returning(key)


def update_if(session: Session, table: type[Row], *conditions: ColumnElement[bool], **values: Any) -> bool:
    """Update the one row that meets the conditions; whether there was one."""
    check_values(session, table, values)
    key = inspect(table).primary_key[0]
    updated = session.execute(
        update(table)
        .where(*conditions)
        .values(**values)
        .returning(key)
        .execution_options(synchronize_session=False)
    )
    return updated.first() is not None
