"""A plan's table as a Word document: landscape, its headings repeated on every page, its pages numbered."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from bot.exporting.table import PlanTable
from documents.formulas import printable
from documents.word_grid import add_field, grid_of

_A4 = (Cm(29.7), Cm(21.0))
_A3 = (Cm(42.0), Cm(29.7))
_MARGIN = Cm(1.4)
_MOST_ON_A4 = 200


def write_word(table: PlanTable, at: datetime) -> bytes:
    """The document's bytes."""
    document = Document()
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(8.5)
    normal.paragraph_format.space_after = Pt(0)
    width = _page(document, table)
    _describe(document, table, at)
    title: Any = document.add_heading(printable(table.title), level=1)
    title.paragraph_format.space_before = Pt(0)
    for note in table.notes:
        line = document.add_paragraph(printable(note))
        line.paragraph_format.space_after = Pt(4)
    document.element.body.insert(len(document.element.body) - 1, grid_of(table.columns, table.rows, width))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _page(document: Any, table: PlanTable) -> float:
    """Turn the page, write what stands above and below it; how wide the table may be, in centimetres."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    is_wide = sum(column.width for column in table.columns) > _MOST_ON_A4
    section.page_width, section.page_height = _A3 if is_wide else _A4
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    section.header_distance = section.footer_distance = Cm(0.7)
    if table.classification:
        above = section.header.paragraphs[0]
        above.text = printable(table.classification)
        above.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    below = section.footer.paragraphs[0]
    below.add_run(" · ".join(filter(None, (printable(table.title), table.footer))) + " · Page ")
    add_field(below, "PAGE")
    below.add_run(" of ")
    add_field(below, "NUMPAGES")
    return float(section.page_width.cm - 2 * _MARGIN.cm)


def _describe(document: Any, table: PlanTable, at: datetime) -> None:
    properties = document.core_properties
    properties.title = printable(table.title)[:255]
    properties.author = properties.last_modified_by = "Leadline"
    properties.subject = "Action plan"
    properties.comments = printable(" ".join((*table.notes, table.footer)).strip())[:255]
    properties.keywords = printable(table.classification)[:255]
    properties.created = properties.modified = at.astimezone(UTC).replace(tzinfo=None)
