"""A timescale kept as four columns of its row."""

from __future__ import annotations

from sqlalchemy import Column, Date
from sqlalchemy import Enum as EnumType
from sqlalchemy.orm import Composite, composite

from bot.timescale import Precision, Timescale
from storage.tables.declarative import PlainText, enum_values


def timescale(name: str) -> Composite[Timescale]:
    """Columns `<name>_start`, `_end`, `_precision` and `_words`, for a date that is always known.

    What a change replaced may not be: a session that asks whether a row has changed finds nothing there.
    """
    return composite(Timescale, *_columns(name, nullable=False), return_none_on=_nothing)


def optional_timescale(name: str) -> Composite[Timescale | None]:
    """The same four columns, all null when there is no date."""
    return composite(Timescale, *_columns(name, nullable=True), return_none_on=_nothing)


def _columns(name: str, *, nullable: bool) -> list[Column[object]]:
    precision = EnumType(Precision, native_enum=False, length=32, values_callable=enum_values)
    return [
        Column(f"{name}_start", Date, nullable=nullable),
        Column(f"{name}_end", Date, nullable=nullable),
        Column(f"{name}_precision", precision, nullable=nullable),
        Column(f"{name}_words", PlainText, nullable=nullable),
    ]


def _nothing(*parts: object) -> bool:
    """Also where only some parts are known: of what a change replaced, those that it left as they were are
    not told."""
    return any(part is None for part in parts)
