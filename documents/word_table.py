"""The rows and cells of a table in a Word document, merged cells where they begin and continue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents.limits import MAX_COLUMNS
from documents.word_markup import TC, TR, Element, W, children, value_of, whole

_COLOUR = re.compile(r"[0-9A-Fa-f]{6}\Z")


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell from column `start` of the grid to before `end`. `is_continued`: merged with the one above."""

    element: Element
    start: int
    end: int
    is_continued: bool
    fill: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of one row, in printed order."""

    cells: tuple[TableCell, ...]


def rows_of(table: Element) -> Iterator[TableRow]:
    """The rows that are still there; those a tracked change deleted are not."""
    for row in children(table, TR):
        properties = row.find(W + "trPr")
        if properties is None or properties.find(W + "del") is None:
            yield TableRow(tuple(_cells(row, whole(value_of(properties, "gridBefore"), 0))))


def _cells(row: Element, start: int) -> Iterator[TableCell]:
    for element in children(row, TC):
        properties = element.find(W + "tcPr")
        if properties is not None and properties.find(W + "cellDel") is not None:
            continue
        span = max(1, min(whole(value_of(properties, "gridSpan"), 1), MAX_COLUMNS))
        merge = None if properties is None else properties.find(W + "vMerge")
        is_continued = merge is not None and merge.get(W + "val") in (None, "continue")
        yield TableCell(element, start, start + span, is_continued, _fill(properties))
        start += span


def _fill(properties: Element | None) -> str:
    """The colour behind a cell, "" for none."""
    shading = None if properties is None else properties.find(W + "shd")
    colour = "" if shading is None else shading.get(W + "fill") or ""
    return colour.upper() if _COLOUR.match(colour) else ""
