"""How every table is declared: names of constraints, plain text, UTC at rest, and the tenant's column."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import Enum, StrEnum
from typing import Any, ClassVar, Final

from sqlalchemy import DateTime, Dialect, ForeignKey, MetaData, Text, TypeDecorator
from sqlalchemy import Enum as EnumType
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

WHOLE: Final = "raise"
"""Aggregates are asked for whole; a relationship that was not asked for is a mistake, not one more query."""


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware on both sides, UTC in the database. A naive datetime is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"an instant without a zone cannot be kept: {value!r}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class PlainText(TypeDecorator[str]):
    """Text that every database can hold: NUL is dropped, a lone half of a surrogate pair becomes "?"."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        return None if value is None else plain(value)


def plain(text: str) -> str:
    """The text without what no database can hold."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def enum_values(kind: type[Enum]) -> list[str]:
    """What an enumeration's members are in the database: their values."""
    return [str(member.value) for member in kind]


class Row(DeclarativeBase):
    """A row of any table. Rows never leave `storage`."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: PlainText,
        datetime: UtcDateTime,
        StrEnum: EnumType(StrEnum, native_enum=False, length=32, values_callable=enum_values),
    }


class TenantRow(Row):
    """A row that belongs to one workspace: filtered and stamped by `storage.tenancy`, never by a query."""

    __abstract__ = True

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspace.id"))
