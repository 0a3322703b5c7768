"""A plan's table as CSV that Excel opens rightly: marked as UTF-8, and with no cell that it would run."""

from __future__ import annotations

import csv
import io
from datetime import datetime

from bot.exporting.table import PlanTable
from documents.formulas import guarded, printable


def write_delimited(table: PlanTable, _at: datetime) -> bytes:
    """The headings, then the rows; a theme's heading is a row with one filled cell.

    The title and the notes stay with the other formats: programs read this one.
    """
    width = len(table.columns)
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(guarded(printable(column.words)) for column in table.columns)
    for row in table.rows:
        cells = [guarded(printable(cell)) for cell in row.cells]
        writer.writerow(cells + [""] * (width - len(cells)))
    return file.getvalue().encode("utf-8-sig")
