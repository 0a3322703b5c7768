"""An export as its own readers would give it back: what an untouched file says, without a file."""

from __future__ import annotations

from bot.exporting.table import PlanTable
from bot.importing.rows import RawDocument, table_of


def as_document(table: PlanTable) -> RawDocument:
    """The table as a raw document."""
    lines = [(table.title,), *((note,) for note in table.notes), ()]
    lines += [tuple(column.words for column in table.columns)]
    lines += [row.cells for row in table.rows]
    return RawDocument(table.title, (table_of(lines),))


def rows_of_actions(table: PlanTable) -> tuple[int, ...]:
    """The row of that document each action stands in, counted from 1."""
    first = len(table.notes) + 4
    return tuple(first + number for number, row in enumerate(table.rows) if not row.is_band)
