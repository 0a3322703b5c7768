"""A plan's table as an Excel workbook, ready to print: every cell is text, and none is ever run."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from copy import copy
from datetime import UTC, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.styles.named_styles import NamedStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from bot.exporting.table import PlanTable, TableColumn, TableRow
from documents.formulas import is_risky, printable
from documents.look import BAND_FILL, HEADING_FILL, RULE, shading_of

_LONGEST = 32_000
_SHEET_NAME = 31
_LINE = Side(style="thin", color=RULE)
_LINE_HEIGHT = 13.0
_TALLEST = 400.0
_TOP = Alignment(wrap_text=True, vertical="top")


def write_workbook(table: PlanTable, at: datetime) -> bytes:
    """The workbook's bytes, written row by row so that a long plan needs no more memory than its text."""
    book = Workbook(write_only=True)
    # The stubs do not know what a write-only sheet shares with the others.
    sheet: Any = book.create_sheet(_sheet_name(table.title))
    _describe(book, table, at)
    _lay_out(sheet, table)
    styles = _Styles(book)
    sheet.append([_cell(sheet, table.title, styles.title)])
    for note in table.notes:
        sheet.append([_cell(sheet, note, styles.note)])
    sheet.append([])
    sheet.append([_cell(sheet, column.words, styles.heading) for column in table.columns])
    for number, row in enumerate(table.rows, start=len(table.notes) + 4):
        sheet.row_dimensions[number].height = _height(row, table.columns)
        if row.is_band:
            # The library's own `add` compares with every band before it: quadratic in a plan of many.
            band = CellRange(min_row=number, max_row=number, min_col=1, max_col=len(table.columns))
            sheet.merged_cells.ranges.add(band)
        sheet.append(_row(sheet, row, len(table.columns), styles))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


class _Styles:
    """The looks of cells, as named styles: each is stored once, however many cells have it."""

    def __init__(self, book: Workbook) -> None:
        self.title = _named(book, "Plan title", font=Font(name="Calibri", bold=True, size=15))
        self.note = _named(book, "Plan note", font=Font(name="Calibri", size=9, color="555555"))
        self.heading = _named(
            book,
            "Plan heading",
            font=Font(name="Calibri", bold=True, color="FFFFFF", size=10),
            fill=HEADING_FILL,
            alignment=_TOP,
        )
        self.band = _named(
            book, "Plan theme", font=Font(name="Calibri", bold=True, size=11), fill=BAND_FILL, alignment=_TOP
        )
        self.text = _named(book, "Plan text", font=Font(name="Calibri", size=10), alignment=_TOP)
        self._book = book
        self._shaded: dict[str, StyleArray] = {}

    def of(self, text: str) -> StyleArray:
        """The style of an action's cell: a colour's cell is tinted beside its word and mark."""
        shading = shading_of(text)
        if shading is None:
            return self.text
        if shading not in self._shaded:
            name = f"Plan {shading}"
            self._shaded[shading] = _named(
                self._book, name, font=Font(name="Calibri", size=10, bold=True), fill=shading, alignment=_TOP
            )
        return self._shaded[shading]


def _named(
    book: Workbook, name: str, *, font: Font, fill: str | None = None, alignment: Alignment | None = None
) -> StyleArray:
    style = NamedStyle(name=name)
    style.font = font
    if fill is not None:
        style.fill = PatternFill("solid", fgColor=fill)
    if alignment is not None:
        style.alignment = alignment
        style.border = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
    book.add_named_style(style)
    cell: Any = WriteOnlyCell(book.worksheets[0])
    cell.style = name
    made: StyleArray = cell._style
    return made


def _row(sheet: Any, row: TableRow, width: int, styles: _Styles) -> Iterable[object]:
    if row.is_band:
        blank = (_cell(sheet, "", styles.band) for _ in range(width - 1))
        return [_cell(sheet, row.cells[0], styles.band), *blank]
    return [_cell(sheet, text, styles.of(text)) for text in row.cells]


def _height(row: TableRow, columns: Sequence[TableColumn]) -> float:
    """A row's height in points, as its longest cell needs: not every program works that out by itself."""
    if row.is_band:
        room = sum(column.width for column in columns)
        return _LINE_HEIGHT * (1 + len(row.cells[0]) // room) + 3
    lines = max(_lines(text, column.width) for text, column in zip(row.cells, columns, strict=True))
    return min(_LINE_HEIGHT * lines + 3, _TALLEST)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes, words kept whole."""
    if len(text) <= width and "\n" not in text:
        return 1
    count = 0
    for line in text.split("\n"):
        room = width * 1.1
        count += 1
        for word in line.split():
            room -= len(word) + 1
            if room < -1:
                count, room = count + 1, width * 1.1 - len(word) - 1
    return count


def _cell(sheet: Any, text: str, style: StyleArray) -> object:
    """A cell that holds text and nothing else, marked as quoted where it looks like a formula."""
    plain = printable(text)
    if len(plain) > _LONGEST:
        plain = plain[:_LONGEST] + "… (the record holds the rest)"
    cell: Any = WriteOnlyCell(sheet, value=None)
    cell._style = style  # the library's own way looks a style up by its name for every cell
    if plain:
        cell.value = plain
        cell.data_type = "s"
        if is_risky(plain):
            cell._style = copy(style)
            cell.quotePrefix = True
    return cell


def _describe(book: Workbook, table: PlanTable, at: datetime) -> None:
    made = at.astimezone(UTC).replace(tzinfo=None)
    book.properties.title = printable(table.title)
    book.properties.creator = "Leadline"
    book.properties.subject = "Action plan"
    book.properties.description = printable(" ".join((*table.notes, table.footer)).strip())
    book.properties.keywords = printable(table.classification)
    book.properties.created = made


def _lay_out(sheet: Any, table: PlanTable) -> None:
    """Widths, frozen and repeated headings, landscape paper, the page's header and footer."""
    heading = len(table.notes) + 3
    for position, column in enumerate(table.columns, start=1):
        sheet.column_dimensions[get_column_letter(position)].width = column.width
    sheet.freeze_panes = f"A{heading + 1}"
    sheet.print_title_rows = f"{heading}:{heading}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A3 if _width(table) > 190 else Worksheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.7
    if table.classification:
        sheet.oddHeader.right.text = _in_footer(table.classification)
    sheet.oddFooter.left.text = _in_footer(table.title)[:120]
    if table.footer:
        sheet.oddFooter.center.text = _in_footer(table.footer)
    sheet.oddFooter.right.text = "Page &P of &N"


def _width(table: PlanTable) -> int:
    return sum(column.width for column in table.columns)


def _in_footer(text: str) -> str:
    """Text in which an ampersand is no command."""
    return printable(text).replace("&", "&&")


def _sheet_name(title: str) -> str:
    """A sheet's name: at most 31 characters, and none that Excel refuses."""
    plain = "".join(" " if mark in "[]:*?/\\'" else mark for mark in printable(title))
    return " ".join(plain.split())[:_SHEET_NAME].strip() or "Plan"
