"""The tables of a board paper in Word: rows below headings, forms, and figures to be seen at a glance."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from bot.papers.paper import Grid, GridKind
from documents.look import BAND_FILL, shading_of
from documents.paper_look import HEADING_CELL, ROOM
from documents.word_grid import grid_of

_SMALL, _LARGE = "18", "40"
"""Sizes of type, in half points."""
_MOST_WHOLE = 12
"""As many rows of a form as are kept on one page."""


def table_of(grid: Grid) -> Any:
    """The table's XML, ready to stand in a paper."""
    made = grid_of(grid.columns, grid.rows, ROOM, about=grid.about)
    made.find(qn("w:tblPr")).insert(1, _indented())
    for run in made.iter(qn("w:r")):
        _properties(run, _size(_SMALL))
    rows = made.findall(qn("w:tr"))
    is_whole = grid.kind is not GridKind.ROWS and len(rows) <= _MOST_WHOLE
    for row in rows:
        for properties in row.iter(qn("w:pPr")):
            _tight(properties, keeps_next=row is not rows[-1] and (is_whole or row is rows[0]))
    _SET[grid.kind](made, grid)
    return made


def _rows(made: Any, grid: Grid) -> None:
    """Rows below headings are set as they are."""


def _form(made: Any, grid: Grid) -> None:
    """The first column names what stands beside it, for whoever hears it too."""
    del grid
    made.find(qn("w:tblPr")).append(_first_column_names())
    for row in made.iter(qn("w:tr")):
        name = row.find(qn("w:tc"))
        if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None:
            for properties in name.iter(qn("w:pPr")):
                properties.insert(0, _styled(HEADING_CELL))
        if name.find(f"{qn('w:tcPr')}/{qn('w:shd')}") is None:
            _shade(name, BAND_FILL)
            _embolden(name)


def _first_column_names() -> Any:
    look = OxmlElement("w:tblLook")
    for name, value in (("firstRow", "0"), ("lastRow", "0"), ("firstColumn", "1"), ("lastColumn", "0")):
        look.set(qn(f"w:{name}"), value)
    return look


def _styled(name: str) -> Any:
    style = OxmlElement("w:pStyle")
    style.set(qn("w:val"), name.replace(" ", ""))
    return style


def _tiles(made: Any, grid: Grid) -> None:
    """A large figure below its word, both in the word's tint."""
    words, figures = made.findall(qn("w:tr"))[:2]
    for row, is_large in ((words, False), (figures, True)):
        for cell, column in zip(row.findall(qn("w:tc")), grid.columns, strict=True):
            _shade(cell, shading_of(column.words) or BAND_FILL)
            for colour in cell.iter(qn("w:color")):
                colour.set(qn("w:val"), "000000")
            for properties in cell.iter(qn("w:pPr")):
                centred = OxmlElement("w:jc")
                centred.set(qn("w:val"), "center")
                properties.append(centred)
            if is_large:
                _embolden(cell)
                for size in cell.iter(qn("w:sz")):
                    size.set(qn("w:val"), _LARGE)


def _indented() -> Any:
    """The table's edge stands where the text's does, not left of it by a cell's margin."""
    indented = OxmlElement("w:tblInd")
    for name, value in (("w", "60"), ("type", "dxa")):
        indented.set(qn(f"w:{name}"), value)
    return indented


_SET: dict[GridKind, Callable[[Any, Grid], None]] = {
    GridKind.ROWS: _rows,
    GridKind.FORM: _form,
    GridKind.TILES: _tiles,
}


def _shade(cell: Any, fill: str) -> None:
    properties = cell.find(qn("w:tcPr"))
    for held in properties.findall(qn("w:shd")):
        properties.remove(held)
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shade.set(qn(f"w:{name}"), value)
    properties.append(shade)


def _embolden(cell: Any) -> None:
    for run in cell.iter(qn("w:r")):
        properties = run.find(qn("w:rPr"))
        if properties.find(qn("w:b")) is None:
            properties.insert(0, OxmlElement("w:b"))


def _tight(properties: Any, *, keeps_next: bool) -> None:
    """Little room around a cell's text; the rows of a form stay on one page."""
    if keeps_next and properties.find(qn("w:keepNext")) is None:
        properties.insert(0, OxmlElement("w:keepNext"))
    spacing = OxmlElement("w:spacing")
    for name, value in (("before", "40"), ("after", "40"), ("line", "240"), ("lineRule", "auto")):
        spacing.set(qn(f"w:{name}"), value)
    properties.append(spacing)


def _properties(run: Any, made: Any) -> None:
    properties = run.find(qn("w:rPr"))
    if properties is None:
        properties = OxmlElement("w:rPr")
        run.insert(0, properties)
    properties.append(made)


def _size(half_points: str) -> Any:
    size = OxmlElement("w:sz")
    size.set(qn("w:val"), half_points)
    return size
