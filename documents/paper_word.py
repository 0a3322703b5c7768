"""A board paper as a Word document: headings that are headings, asks on top, stamped on every page."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from docx import Document
from docx.image.image import Image
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from bot.exporting.table import TableColumn, TableRow
from bot.papers.paper import Block, Bullets, Figure, Grid, GridKind, Paper
from documents.formulas import printable
from documents.paper_grids import table_of
from documents.paper_look import HIGH, ROOM, boxed, describe, set_page, set_styles

_ASKED = (TableColumn("Asked to", 11, is_short=True), TableColumn("What", 76))
_FACT = (TableColumn("", 16, is_short=True), TableColumn("", 76))


def write_paper(paper: Paper, at: datetime) -> bytes:
    """The document's bytes; `at` is when its properties say it was made."""
    document = Document()
    set_styles(document)
    set_page(document, paper)
    describe(document, paper, at)
    _top(document, paper)
    if paper.asks:
        document.add_heading("The board is asked to", level=1)
        rows = tuple(TableRow((ask.verb, ask.words)) for ask in paper.asks)
        told = "What the board is asked to decide, agree and note."
        _add(document, Grid(told, _ASKED, rows, GridKind.FORM))
    for section in paper.sections:
        document.add_heading(printable(section.heading), level=section.level)
        for block, below in zip(section.blocks, (*section.blocks[1:], None), strict=True):
            added = _add(document, block)
            if isinstance(block, str) and below is not None:
                added.paragraph_format.keep_with_next = True
    _close_up(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _close_up(document: Any) -> None:
    """Leave out the empty paragraphs below tables, which would be read as blank lines, but where a table
    follows, with which it would become one, and at the end, which cannot be a table."""
    for table in document.tables:
        end = table._tbl.getnext()
        below = end.getnext()
        if below.tag != qn("w:p"):
            continue
        paragraph = Paragraph(below, document)
        style = paragraph.style
        if style is None or not str(style.name).startswith("Heading"):
            paragraph.paragraph_format.space_before = Pt(8)
        end.getparent().remove(end)


def _top(document: Any, paper: Paper) -> None:
    document.add_paragraph(printable(paper.title), style="Title")
    facts = (
        ("Meeting", paper.meeting),
        ("Paper", f"{paper.stamp}. {paper.classification}."),
        ("Distribution", paper.distribution),
        ("Contact", paper.contact.removeprefix("Contact: ")),
        ("Record", paper.audit_head),
    )
    rows = tuple(TableRow((name, said)) for name, said in facts if said)
    _add(document, Grid("Which paper this is.", _FACT, rows, GridKind.FORM))
    for line in paper.standing:
        boxed(_paragraph(document, line, is_bold=True))


def _add(document: Any, block: Block) -> Any:
    """The last paragraph of what was added."""
    if isinstance(block, Bullets):
        return [_paragraph(document, item, style="List Bullet") for item in block.items][-1]
    if isinstance(block, Grid):
        return _grid(document, block)
    if isinstance(block, Figure):
        return _figure(document, block)
    return _paragraph(document, block)


def _grid(document: Any, grid: Grid) -> Any:
    """The table, and a narrow paragraph below it: two tables that touch become one."""
    end = document.add_paragraph()
    end.paragraph_format.space_after = Pt(2)
    end.paragraph_format.line_spacing = Pt(6)
    end._p.addprevious(table_of(grid))
    return end


def _figure(document: Any, figure: Figure) -> Any:
    """The picture, as wide as the text or as high as a page allows, with what it shows for a reader who
    hears it."""
    from documents.pictures import drawn

    content = drawn(figure.picture)
    image = Image.from_blob(content)
    width = min(Cm(ROOM), Cm(HIGH) * image.px_width // image.px_height)
    paragraph = document.add_paragraph()
    held = paragraph.add_run().add_picture(io.BytesIO(content), width=width)
    described = held._inline.docPr
    described.set("descr", printable(figure.picture.alt))
    described.set("title", printable(figure.picture.title))
    return paragraph


def _paragraph(document: Any, text: str, *, style: str | None = None, is_bold: bool = False) -> Any:
    paragraph = document.add_paragraph(style=style)
    for number, line in enumerate(printable(text).split("\n")):
        run = paragraph.add_run(line)
        run.bold = is_bold or None
        if number:
            run.add_break()
    return paragraph
