"""How a board paper looks in Word: its type, its headings, its page, and what stands on every page."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from bot.papers.paper import Paper
from documents.formulas import printable
from documents.look import HEADING_FILL, RULE
from documents.word_grid import add_field

LANGUAGE = "en-GB"
ROOM = 17.2
"""How wide the text is, in centimetres."""
HIGH = 24.3
"""How high a picture may be below a heading of its section, in centimetres."""

_WIDTH, _HEIGHT = 21.0, 29.7
_MARGIN = (_WIDTH - ROOM) / 2
_INK = RGBColor.from_string(HEADING_FILL)
_GREY = RGBColor(0x45, 0x4F, 0x57)
HEADING_CELL = "Table Heading"
"""The style of a cell that names what stands beside it. LibreOffice knows it by this name, and tags such a
cell as a heading in a PDF."""

_FONT = "Arial"
"""On every office machine, or something of the same widths: the pages fall alike in Word and LibreOffice."""
_HEADINGS = (("Title", 22, 0, 6), ("Heading 1", 14, 18, 5), ("Heading 2", 11, 12, 4))


def set_styles(document: Any) -> None:
    """Body text and headings."""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(10)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.1
    _set_language(normal.element.get_or_add_rPr())
    for properties in document.styles.element.iter(qn("w:rPrDefault")):
        _set_language(properties.find(qn("w:rPr")))
    document.styles.add_style(HEADING_CELL, WD_STYLE_TYPE.PARAGRAPH).base_style = normal
    document.styles["Footer"].font.size = document.styles["Header"].font.size = Pt(8)
    for name, size, before, after in _HEADINGS:
        style = document.styles[name]
        style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), True
        style.font.color.rgb = _INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.keep_with_next = True
        _set_language(style.element.get_or_add_rPr())
    _rule_below(document.styles["Title"].element.get_or_add_pPr())


def _set_language(properties: Any) -> None:
    for held in properties.findall(qn("w:lang")):
        properties.remove(held)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE)
    properties.append(language)


def _rule_below(properties: Any) -> None:
    """The title stands on a rule of its own colour."""
    for held in properties.findall(qn("w:pBdr")):
        properties.remove(held)
    properties.insert_element_before(
        _borders("bottom", "12", "6", HEADING_FILL), "w:shd", "w:spacing", "w:ind", "w:contextualSpacing"
    )


def boxed(paragraph: Any) -> None:
    """A rule at the left, which says the same in print as on a screen."""
    paragraph._p.get_or_add_pPr().append(_borders("left", "24", "8", HEADING_FILL))
    paragraph.paragraph_format.left_indent = Cm(0.3)


def _borders(side: str, size: str, space: str, colour: str) -> Any:
    borders = OxmlElement("w:pBdr")
    line = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", size), ("space", space), ("color", colour)):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    return borders


def set_page(document: Any, paper: Paper) -> None:
    """A4, its classification above, and number, "as at", audit head and page below."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(_WIDTH), Cm(_HEIGHT)
    section.left_margin = section.right_margin = Cm(_MARGIN)
    section.top_margin = section.bottom_margin = Cm(2.0)
    section.header_distance = section.footer_distance = Cm(0.9)
    above = section.header.paragraphs[0]
    above.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _small(above, f"{paper.classification} · {paper.meeting}")
    below = section.footer.paragraphs[0]
    below._p.get_or_add_pPr().append(_borders("top", "4", "6", RULE))
    head = f" · record {paper.audit_head[:16]}" if paper.audit_head else ""
    _small(below, f"{paper.stamp}{head} · page ")
    add_field(below, "PAGE")
    below.add_run(" of ")
    add_field(below, "NUMPAGES")
    for run in below.runs:
        run.font.color.rgb = _GREY


def _small(paragraph: Any, text: str) -> None:
    paragraph.add_run(printable(text)).font.color.rgb = _GREY


def describe(document: Any, paper: Paper, at: datetime) -> None:
    """The document's properties; `at` is when they say it was made."""
    properties = document.core_properties
    properties.title = printable(f"{paper.title}, {paper.meeting}")[:255]
    properties.author = properties.last_modified_by = "Leadline"
    properties.subject = printable(paper.stamp)[:255]
    properties.keywords = printable(paper.classification)[:255]
    properties.comments = printable(paper.audit_head)[:255]
    properties.language = LANGUAGE
    properties.created = properties.modified = at.astimezone(UTC).replace(tzinfo=None)
