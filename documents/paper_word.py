"""A board paper as a Word document: headings that are headings, asks on top, stamped on every page."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from bot.exporting.table import TableColumn, TableRow
from bot.papers.paper import Block, Bullets, Figure, Grid, Paper
from documents.formulas import printable
from documents.look import HEADING_FILL
from documents.word_grid import add_field, grid_of

LANGUAGE = "en-GB"
_WIDTH = 21.0
_MARGIN = 1.9
_ROOM = _WIDTH - 2 * _MARGIN
_INK = RGBColor.from_string(HEADING_FILL)
_GREY = RGBColor(0x45, 0x4F, 0x57)
_FONT = "Calibri"
_ASKED = (TableColumn("Asked to", 12, is_short=True), TableColumn("What", 76))


def write_paper(paper: Paper, at: datetime) -> bytes:
    """The document's bytes; `at` is when its properties say it was made."""
    document = Document()
    _styles(document)
    _page(document, paper)
    _describe(document, paper, at)
    _top(document, paper)
    if paper.asks:
        document.add_heading("The board is asked to", level=1)
        rows = tuple(TableRow((ask.verb, ask.words)) for ask in paper.asks)
        _add(document, Grid("What the board is asked to decide, agree and note.", _ASKED, rows))
    for section in paper.sections:
        document.add_heading(printable(section.heading), level=section.level)
        for block, below in zip(section.blocks, (*section.blocks[1:], None), strict=True):
            _add(document, block)
            if isinstance(block, str) and below is not None:
                document.paragraphs[-1].paragraph_format.keep_with_next = True
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _styles(document: Any) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(10.5)
    normal.paragraph_format.space_after = Pt(6)
    _set_language(normal)
    document.styles["Footer"].font.size = document.styles["Header"].font.size = Pt(8.5)
    for name, size, before in (("Title", 22, 0), ("Heading 1", 15, 16), ("Heading 2", 12, 12)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), True
        style.font.color.rgb = _INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(4)
        style.paragraph_format.keep_with_next = True
        _set_language(style)
    borders = document.styles["Title"].element.find(f".//{qn('w:pBdr')}")
    if borders is not None:
        borders.getparent().remove(borders)


def _set_language(style: Any) -> None:
    properties = style.element.get_or_add_rPr()
    for held in properties.findall(qn("w:lang")):
        properties.remove(held)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE)
    properties.append(language)


def _page(document: Any, paper: Paper) -> None:
    """A4, its classification above, and number, "as at", audit head and page below."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(_WIDTH), Cm(29.7)
    section.left_margin = section.right_margin = Cm(_MARGIN)
    section.top_margin = section.bottom_margin = Cm(2.0)
    section.header_distance = section.footer_distance = Cm(0.9)
    above = section.header.paragraphs[0]
    above.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _small(above, f"{paper.classification} · {paper.meeting}")
    below = section.footer.paragraphs[0]
    head = f" · record {paper.audit_head[:16]}" if paper.audit_head else ""
    _small(below, f"{paper.stamp}{head} · page ")
    add_field(below, "PAGE")
    below.add_run(" of ")
    add_field(below, "NUMPAGES")
    for run in below.runs:
        run.font.color.rgb = _GREY


def _small(paragraph: Any, text: str) -> None:
    paragraph.add_run(printable(text)).font.color.rgb = _GREY


def _describe(document: Any, paper: Paper, at: datetime) -> None:
    properties = document.core_properties
    properties.title = printable(f"{paper.title}, {paper.meeting}")[:255]
    properties.author = properties.last_modified_by = "Leadline"
    properties.subject = printable(paper.stamp)[:255]
    properties.keywords = printable(paper.classification)[:255]
    properties.comments = printable(paper.audit_head)[:255]
    properties.language = LANGUAGE
    properties.created = properties.modified = at.astimezone(UTC).replace(tzinfo=None)


def _top(document: Any, paper: Paper) -> None:
    document.add_paragraph(printable(paper.title), style="Title")
    _paragraph(document, f"{paper.meeting}. {paper.stamp}. {paper.classification}.")
    if paper.contact:
        _paragraph(document, paper.contact)
    for line in paper.standing:
        _boxed(_paragraph(document, line, is_bold=True))


def _boxed(paragraph: Any) -> None:
    """A rule at the left, which says the same in print as on a screen."""
    borders = OxmlElement("w:pBdr")
    line = OxmlElement("w:left")
    for name, value in (("val", "single"), ("sz", "24"), ("space", "8"), ("color", HEADING_FILL)):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    properties = paragraph._p.get_or_add_pPr()
    properties.append(borders)
    paragraph.paragraph_format.left_indent = Cm(0.3)


def _add(document: Any, block: Block) -> None:
    if isinstance(block, Bullets):
        for item in block.items:
            _paragraph(document, item, style="List Bullet")
    elif isinstance(block, Grid):
        _grid(document, block)
    elif isinstance(block, Figure):
        _figure(document, block)
    else:
        _paragraph(document, block)


def _grid(document: Any, grid: Grid) -> None:
    """The table, and a narrow paragraph below it: two tables that touch become one."""
    made = grid_of(grid.columns, grid.rows, _ROOM, about=grid.about)
    for run in made.iter(qn("w:r")):
        _size_of(run, "18")
    is_form = not any(column.words for column in grid.columns)
    rows = made.findall(qn("w:tr"))
    for row in rows:
        for properties in row.iter(qn("w:pPr")):
            _tight(properties, keeps_next=row is not rows[-1] and (is_form or row is rows[0]))
    end = document.add_paragraph()
    end.paragraph_format.space_after = Pt(2)
    end.paragraph_format.line_spacing = Pt(6)
    end._p.addprevious(made)


def _figure(document: Any, figure: Figure) -> None:
    """The picture, as wide as the text, with what it shows for a reader who hears it."""
    from documents.pictures import drawn

    held = document.add_paragraph().add_run().add_picture(io.BytesIO(drawn(figure.picture)), width=Cm(_ROOM))
    described = held._inline.docPr
    described.set("descr", printable(figure.picture.alt))
    described.set("title", printable(figure.picture.title))


def _tight(properties: Any, *, keeps_next: bool) -> None:
    """Little room around a cell's text; the rows of a form stay on one page."""
    if keeps_next and properties.find(qn("w:keepNext")) is None:
        properties.insert(0, OxmlElement("w:keepNext"))
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:before"), "30")
    spacing.set(qn("w:after"), "30")
    properties.append(spacing)


def _size_of(run: Any, half_points: str) -> None:
    properties = run.find(qn("w:rPr"))
    if properties is None:
        properties = OxmlElement("w:rPr")
        run.insert(0, properties)
    size = OxmlElement("w:sz")
    size.set(qn("w:val"), half_points)
    properties.append(size)


def _paragraph(document: Any, text: str, *, style: str | None = None, is_bold: bool = False) -> Any:
    paragraph = document.add_paragraph(style=style)
    for number, line in enumerate(printable(text).split("\n")):
        run = paragraph.add_run(line)
        run.bold = is_bold or None
        if number:
            run.add_break()
    return paragraph
