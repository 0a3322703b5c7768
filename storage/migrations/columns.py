"""The words in which migrations describe tables. Applied migrations rest on them: add, never change one."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

Columns = tuple[sa.Column[Any], ...]


def own_id() -> sa.Column[Any]:
    """The number a row has of its own."""
    return sa.Column("id", sa.Integer, primary_key=True)


def tenant() -> Columns:
    """A number of its own, and the workspace it belongs to."""
    return own_id(), reference("workspace_id", "workspace")


def reference(name: str, table: str, *, nullable: bool = False, key: bool = False) -> sa.Column[Any]:
    """The number of a row of another table."""
    return sa.Column(name, sa.Integer, sa.ForeignKey(f"{table}.id"), nullable=nullable, primary_key=key)


def texts(*names: str, nullable: bool = False) -> Columns:
    """Free text."""
    return _all(sa.Text(), names, nullable=nullable)


def words(*names: str, nullable: bool = False) -> Columns:
    """Words of an enumeration."""
    return _all(sa.String(32), names, nullable=nullable)


def numbers(*names: str, nullable: bool = False) -> Columns:
    """Whole numbers."""
    return _all(sa.Integer(), names, nullable=nullable)


def flags(*names: str) -> Columns:
    """Yes or no."""
    return _all(sa.Boolean(), names, nullable=False)


def jsons(*names: str, nullable: bool = False) -> Columns:
    """Values as `storage.encoding` writes them."""
    return _all(sa.JSON(), names, nullable=nullable)


def days(*names: str, nullable: bool = False) -> Columns:
    """Calendar days."""
    return _all(sa.Date(), names, nullable=nullable)


def times(*names: str) -> Columns:
    """Times of day, in the partnership's zone."""
    return _all(sa.Time(), names, nullable=False)


def instants(*names: str, nullable: bool = False) -> Columns:
    """Instants, in UTC."""
    return _all(sa.DateTime(timezone=True), names, nullable=nullable)


def wall_times(*names: str, nullable: bool = False) -> Columns:
    """Days with a time of day, in the partnership's zone."""
    return _all(sa.DateTime(timezone=False), names, nullable=nullable)


def timescale(name: str, *, nullable: bool = False) -> Columns:
    """A timescale's four parts."""
    return (
        *days(f"{name}_start", f"{name}_end", nullable=nullable),
        *words(f"{name}_precision", nullable=nullable),
        *texts(f"{name}_words", nullable=nullable),
    )


def unique(*columns: str) -> sa.UniqueConstraint:
    """No two rows alike in these columns."""
    return sa.UniqueConstraint(*columns)


def index(table: str, *columns: str) -> None:
    """Find rows of a table by these columns."""
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def _all(kind: TypeEngine[Any], names: tuple[str, ...], *, nullable: bool) -> Columns:
    return tuple(sa.Column(name, kind, nullable=nullable) for name in names)
