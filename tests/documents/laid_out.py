"""A layout as a file: Word, Excel or delimited text, built in memory."""

from __future__ import annotations

import csv
import io
from datetime import date

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.documents.blind_layouts import CSV, DOCX, Layout, Part

BREAK = "¶"


def file_of(layout: Layout, kind: str) -> bytes:
    """The bytes of the layout in this format."""
    return {DOCX: _word, CSV: _delimited}.get(kind, _workbook)(layout)


def _cells(line: str, width: int) -> tuple[list[str], bool]:
    """A line's cells, and whether it is a band over them all."""
    if line.startswith(">"):
        return [line[1:], *[""] * (width - 1)], True
    return line.replace(BREAK, "\n").split("|"), False


def _width(part: Part) -> int:
    return max(line.count("|") + 1 for line in part.lines)


def _day(text: str) -> date | None:
    return date.fromisoformat(text[1:]) if text.startswith("@") else None


def _printed(text: str) -> str:
    day = _day(text)
    return f"{day:%d/%m/%Y}" if day else text


def _delimited(layout: Layout) -> bytes:
    made = io.StringIO()
    writer = csv.writer(made, delimiter=layout.delimiter, lineterminator="\r\n")
    for part in layout.parts:
        if not part.lines:
            writer.writerow([part.text])
        for line in part.lines:
            writer.writerow([_printed(cell) for cell in _cells(line, _width(part))[0]])
        if part.lines:
            writer.writerow([])
    return made.getvalue().encode(layout.encoding)


def _workbook(layout: Layout) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    at = 1
    for part in layout.parts:
        if part.sheet:
            sheet, at = book.create_sheet(part.sheet), 1
        if not part.lines:
            sheet.cell(at, 1, part.text or None)
            at += 1
            continue
        _fill(sheet, part, at)
        _dress(sheet, part, at)
        at += len(part.lines) + 1
    if any(part.sheet for part in layout.parts):
        del book["Sheet"]
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _fill(sheet: Worksheet, part: Part, top: int) -> None:
    width = _width(part)
    for at, line in enumerate(part.lines, start=top):
        cells, is_band = _cells(line, width)
        for column, text in enumerate(cells, start=1):
            cell = sheet.cell(at, column, _day(text) or text or None)
            if text.startswith("@"):
                cell.number_format = "dd/mm/yyyy"
        if is_band:
            sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=width)


def _dress(sheet: Worksheet, part: Part, top: int) -> None:
    for first, left, last, right in part.merged:
        sheet.merge_cells(
            start_row=top + first, start_column=left + 1, end_row=top + last, end_column=right + 1
        )
    for row, column, colour in part.fills:
        sheet.cell(top + row, column + 1).fill = PatternFill("solid", fgColor=colour)
    for row in part.hidden:
        sheet.row_dimensions[top + row].hidden = True
    for column in part.hidden_columns:
        sheet.column_dimensions[get_column_letter(column + 1)].hidden = True


def _word(layout: Layout) -> bytes:
    document = docx.Document()
    for part in layout.parts:
        if not part.lines:
            document.add_paragraph(part.text, style=part.style or None)
            continue
        width = _width(part)
        made = document.add_table(rows=len(part.lines), cols=width)
        grid = [list(row.cells) for row in made.rows]
        for row, line in zip(grid, part.lines, strict=True):
            cells, is_band = _cells(line, width)
            for cell, text in zip(row, cells, strict=False):
                cell.text = _printed(text)
            if is_band:
                row[0].merge(row[-1]).text = cells[0]
        for top, left, bottom, right in part.merged:
            words = grid[top][left].text
            grid[top][left].merge(grid[bottom][right]).text = words
        for row_at, column, colour in part.fills:
            shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{colour}"/>')
            grid[row_at][column]._tc.get_or_add_tcPr().append(shade)
        document.add_paragraph("")
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()
