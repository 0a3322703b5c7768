"""Tables and fields in a Word document, as its own XML: headings repeated, rows never divided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from bot.exporting.table import TableColumn, TableRow
from documents.formulas import printable
from documents.look import BAND_FILL, HEADING_FILL, RULE, shading_of

_TWIPS_A_CM = 567
_NARROWEST = 7.0
_WIDEST_WORD = 18.0
"""What the longest word of a short column is given at most; of one that is longer a line is broken."""


def add_field(paragraph: Any, instruction: str) -> None:
    """A number that Word fills in."""
    run = paragraph.add_run()
    for kind in ("begin", "instr", "end"):
        element = OxmlElement("w:instrText" if kind == "instr" else "w:fldChar")
        if kind == "instr":
            element.set(qn("xml:space"), "preserve")
            element.text = instruction
        else:
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


def grid_of(
    columns: Sequence[TableColumn], rows: Sequence[TableRow], width_cm: float, *, about: str = ""
) -> Any:
    """The table's XML, built cell by cell: the library's own way is quadratic in the number of rows.

    `about` is what is read to somebody who hears it. Columns without words have no heading row.
    """
    widths = _widths(columns, rows, width_cm)
    made = OxmlElement("w:tbl")
    made.append(_properties(sum(widths), about))
    grid = OxmlElement("w:tblGrid")
    for width in widths:
        column = OxmlElement("w:gridCol")
        column.set(qn("w:w"), str(width))
        grid.append(column)
    made.append(grid)
    if any(column.words for column in columns):
        made.append(_heading_row([column.words for column in columns], widths))
    for row in rows:
        made.append(_band(row, widths) if row.is_band else _action_row(row, widths))
    return made


def _widths(columns: Sequence[TableColumn], rows: Sequence[TableRow], width_cm: float) -> list[int]:
    """Widths in twentieths of a point that fill the page, none too narrow for a date, or for a number of the
    plan: "12.4a" is never divided."""
    wanted = [
        max(column.width, _NARROWEST, _of_longest(rows, number) if column.is_short else 0)
        for number, column in enumerate(columns)
    ]
    scale = width_cm * _TWIPS_A_CM / sum(wanted)
    return [round(width * scale) for width in wanted]


def _of_longest(rows: Sequence[TableRow], number: int) -> float:
    """What the longest word of a column wants, in characters, with the margins of its cell."""
    words = (word for row in rows if not row.is_band for word in row.cells[number].split())
    return min(1.3 * max(map(len, words), default=0) + 2, _WIDEST_WORD)


def _properties(width: int, about: str) -> Any:
    properties = OxmlElement("w:tblPr")
    total = OxmlElement("w:tblW")
    total.set(qn("w:w"), str(width))
    total.set(qn("w:type"), "dxa")
    layout = OxmlElement("w:tblLayout")
    layout.set(qn("w:type"), "fixed")
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", RULE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "60")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    for element in (total, borders, layout, margins):
        properties.append(element)
    if about:
        for name in ("tblCaption", "tblDescription"):
            told = OxmlElement(f"w:{name}")
            told.set(qn("w:val"), printable(about))
            properties.append(told)
    return properties


def _heading_row(words: Sequence[str], widths: Sequence[int]) -> Any:
    row = _row([(text, width, HEADING_FILL, "FFFFFF") for text, width in zip(words, widths, strict=True)])
    properties = _row_properties(row)
    properties.append(OxmlElement("w:tblHeader"))
    return row


def _band(row: TableRow, widths: Sequence[int]) -> Any:
    """A theme's heading across the whole table, kept with the row below it."""
    made = _row([(row.cells[0], sum(widths), BAND_FILL, "000000")])
    span = OxmlElement("w:gridSpan")
    span.set(qn("w:val"), str(len(widths)))
    made.find(f"{qn('w:tc')}/{qn('w:tcPr')}").insert(1, span)
    for properties in made.iter(qn("w:pPr")):
        properties.append(OxmlElement("w:keepNext"))
    return made


def _action_row(row: TableRow, widths: Sequence[int]) -> Any:
    cells = []
    for text, width in zip(row.cells, widths, strict=True):
        shading = shading_of(text)
        cells.append((text, width, shading, "000000" if shading else None))
    return _row(cells)


def _row(cells: Sequence[tuple[str, int, str | None, str | None]]) -> Any:
    """A row that no page break divides. Each cell: its text, width, shading, and bold colour if bold."""
    row = OxmlElement("w:tr")
    _row_properties(row)
    for text, width, shading, bold in cells:
        row.append(_cell(printable(text), width, shading, bold))
    return row


def _row_properties(row: Any) -> Any:
    found = row.find(qn("w:trPr"))
    if found is None:
        found = OxmlElement("w:trPr")
        found.append(OxmlElement("w:cantSplit"))
        row.append(found)
    return found


def _cell(text: str, width: int, shading: str | None, bold: str | None) -> Any:
    cell = OxmlElement("w:tc")
    properties = OxmlElement("w:tcPr")
    wide = OxmlElement("w:tcW")
    wide.set(qn("w:w"), str(width))
    wide.set(qn("w:type"), "dxa")
    properties.append(wide)
    if shading is not None:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", shading)):
            shade.set(qn(f"w:{name}"), value)
        properties.append(shade)
    cell.append(properties)
    paragraph = OxmlElement("w:p")
    paragraph.append(OxmlElement("w:pPr"))
    for number, line in enumerate(text.split("\n") if text else ()):
        paragraph.append(_run(line, bold, is_new_line=number > 0))
    cell.append(paragraph)
    return cell


def _run(line: str, bold: str | None, *, is_new_line: bool) -> Any:
    run = OxmlElement("w:r")
    if bold is not None:
        run.append(_bold(bold))
    if is_new_line:
        run.append(OxmlElement("w:br"))
    words = OxmlElement("w:t")
    words.set(qn("xml:space"), "preserve")
    words.text = line
    run.append(words)
    return run


def _bold(colour: str) -> Any:
    properties = OxmlElement("w:rPr")
    properties.append(OxmlElement("w:b"))
    tint = OxmlElement("w:color")
    tint.set(qn("w:val"), colour)
    properties.append(tint)
    return properties
