"""How much of a file is read. A partnership's plan is far below every one of these."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bot.errors import PlanUnreadable
from bot.importing.rows import RawRow
from bot.phrases import files as sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_MEGABYTES = 20
MAX_BYTES = MAX_MEGABYTES * 1_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 100
MAX_CHARACTERS = 33_000


def capped(rows: Iterable[RawRow]) -> tuple[RawRow, ...]:
    """The rows, blank ones too where others follow. Raises `PlanUnreadable` beyond the most that is read."""
    kept: list[RawRow] = []
    blank: list[RawRow] = []
    for row in islice(rows, MAX_ROWS * 60):
        if row.is_blank:
            blank = [*blank[-1:], row]
            continue
        if any(isinstance(cell, str) and len(cell) > MAX_CHARACTERS for cell in row.cells):
            raise PlanUnreadable(*sentences.long_cell(row.number, MAX_CHARACTERS))
        if max(row.filled) >= MAX_COLUMNS:
            raise PlanUnreadable(*sentences.too_many_columns(MAX_COLUMNS))
        if len(kept) >= MAX_ROWS:
            raise PlanUnreadable(*sentences.too_many_rows(MAX_ROWS))
        kept += blank
        kept.append(row)
        blank = []
    return tuple(kept)
