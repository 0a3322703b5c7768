"""How long an export takes and how much memory, against its library alone: `python -m benchmarks.exporting`.

Every measurement has a process of its own, so that nothing is warm that a person's would not be.
"""

from __future__ import annotations

import csv
import io
import resource
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from time import perf_counter

import docx
from openpyxl import Workbook

from bot.exporting.table import Format, PlanTable, TableColumn, TableRow
from documents.written import written

ROWS = (100, 1_000, 10_000)
AT = datetime(2026, 11, 22, tzinfo=UTC)
COLUMNS = ("Ref", "Action", "Lead", "Timescale", "Outcome", "Original date", "Agreed date", "RAG", "Status")


def table(rows: int) -> PlanTable:
    """A plan of so many actions, a theme's heading above every twenty."""
    made: list[TableRow] = []
    for number in range(rows):
        if number % 20 == 0:
            made.append(TableRow((f"{number // 20 + 1}.0 Theme {number // 20 + 1}",), is_band=True))
        made.append(
            TableRow(
                (
                    f"{number // 20 + 1}.{number % 20 + 1}",
                    f"Agree how partners will share what they know about case {number}",
                    "S Okoro (Dunvale NHS Trust)",
                    "Sept 2027",
                    "Every team has it in writing and a quarter's audit shows that it is used",
                    "Sept 2027",
                    "Sept 2027",
                    "◆ Amber",
                    "In progress",
                )
            )
        )
    columns = tuple(TableColumn(words, 20) for words in COLUMNS)
    return PlanTable("A plan", ("As at today.",), columns, tuple(made), "record 0123")


def _xlsx(plan: PlanTable) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in plan.rows:
        sheet.append(row.cells)
    book.save(io.BytesIO())


def _csv(plan: PlanTable) -> None:
    csv.writer(io.StringIO()).writerows(row.cells for row in plan.rows)


def _docx(plan: PlanTable) -> None:
    """The library's own way of filling a table, which looks every cell up in the whole of it."""
    document = docx.Document()
    made = document.add_table(rows=len(plan.rows), cols=len(COLUMNS))
    for row, told in zip(made.rows, plan.rows, strict=True):
        for cell, text in zip(row.cells, told.cells, strict=False):
            cell.text = text
    document.save(io.BytesIO())


ALONE: dict[Format, Callable[[PlanTable], None]] = {
    Format.XLSX: _xlsx,
    Format.CSV: _csv,
    Format.DOCX: _docx,
}


def measured(kind: Format, rows: int, *, is_alone: bool) -> tuple[float, float]:
    """Seconds and megabytes of one export."""
    plan = table(rows)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = perf_counter()
    if is_alone:
        ALONE[kind](plan)
    else:
        written(plan, kind, AT)
    taken = perf_counter() - start
    return taken, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def main() -> None:
    """Measure everything, or, with a format, a number of rows and who, one thing."""
    if len(sys.argv) == 4:
        asked, number, who = sys.argv[1:]
        taken, grown = measured(Format(asked), int(number), is_alone=who == "alone")
        print(f"{taken:.3f} {grown:.1f}")
        return
    print("format   rows   leadline s   MB   library alone s   MB")
    for kind in Format:
        for rows in ROWS:
            if kind is Format.DOCX and rows > 1_000:
                told = [_in_a_process(kind, rows, "leadline"), ("", "")]
            else:
                told = [_in_a_process(kind, rows, who) for who in ("leadline", "alone")]
            (own, own_mb), (alone, alone_mb) = told
            print(f"{kind:<6} {rows:>6} {own:>12} {own_mb:>6} {alone:>15} {alone_mb:>6}")


def _in_a_process(kind: Format, rows: int, who: str) -> tuple[str, str]:
    command = [sys.executable, "-m", "benchmarks.exporting", kind.value, str(rows), who]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, megabytes = answer.stdout.split()
    return seconds, megabytes


if __name__ == "__main__":
    main()
