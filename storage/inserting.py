"""INSERT … ON CONFLICT DO NOTHING, on either database: the unique constraint decides who was first."""

from __future__ import annotations

from typing import Any

from sqlalchemy import inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from storage.tables.declarative import Row


def insert_if_new(session: Session, table: type[Row], **values: Any) -> bool:
    """Insert the row unless its like is there already; whether it was inserted."""
    key = inspect(table).primary_key[0]
    if session.get_bind().dialect.name == "postgresql":
        inserted = session.execute(
            postgresql.insert(table).values(**values).on_conflict_do_nothing().returning(key)
        )
    else:
        inserted = session.execute(
            sqlite.insert(table).values(**values).on_conflict_do_nothing().returning(key)
        )
    return inserted.first() is not None
