"""The two conditional writes everything rests on: insert if new, and update if it still stands so.

Each is one statement, so whoever comes second learns it from the database, however close they were.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, inspect, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from storage.references import check_values
from storage.tables.declarative import Row


def insert_if_new(session: Session, table: type[Row], **values: Any) -> bool:
    """Insert the row unless its like is there already; whether it was inserted."""
    check_values(session, table, values)
    key = inspect(table).primary_key[0]
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    inserted = session.execute(insert(table).values(**values).on_conflict_do_nothing().returning(key))
    return inserted.first() is not None


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
