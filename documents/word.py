"""Word documents (.docx), read as one page: paragraphs and tables in printed order."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from zipfile import ZipFile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE

from bot.errors import PlanUnreadable
from bot.importing.rows import RawRow, RawTable
from bot.phrases import files as sentences
from documents.limits import capped
from documents.package import guard
from documents.word_markup import TBL, Element, P, children, words_of
from documents.word_numbering import Numbering
from documents.word_styles import Styles
from documents.word_table import TableCell, TableRow, rows_of

_DEEPEST_NEST = 6


def read_word(content: bytes) -> RawTable:
    """The document as one table of rows. Raises `PlanUnreadable` for a damaged or unsafe file."""
    try:
        with ZipFile(io.BytesIO(content)) as package:
            guard(package, "word/document.xml")
        return _Page(docx.Document(io.BytesIO(content))).read()
    except PlanUnreadable:
        raise
    except Exception as error:  # python-docx lets through whatever a broken file makes of it
        raise PlanUnreadable(*sentences.damaged()) from error


class _Page:
    """Walks the body once, numbering rows, tables and numbered paragraphs as it goes."""

    def __init__(self, document: docx.document.Document) -> None:
        self._body = document.element.body
        self._styles = Styles(_part(document, RELATIONSHIP_TYPE.STYLES))
        self._numbering = Numbering(_part(document, RELATIONSHIP_TYPE.NUMBERING))
        self._number = 0
        self._tables = 0

    def read(self) -> RawTable:
        return RawTable("", capped(self._rows(self._body, 0)), has_pages=True, is_page=True)

    def _rows(self, parent: Element, depth: int) -> Iterator[RawRow]:
        for block in children(parent, P, TBL):
            if block.tag == P:
                yield from self._paragraph(block)
            elif depth < _DEEPEST_NEST and _is_frame(block):
                for row in rows_of(block):
                    for cell in row.cells:
                        yield from self._rows(cell.element, depth + 1)
            else:
                yield from self._table(block)

    def _paragraph(self, paragraph: Element) -> Iterator[RawRow]:
        words = self._words(paragraph)
        if words:
            self._number += 1
            yield RawRow(self._number, (words,), level=self._styles.level(paragraph), place="Text")

    def _table(self, table: Element) -> Iterator[RawRow]:
        self._tables += 1
        yield self._gap()
        rows = list(rows_of(table))
        starts = _columns(rows)
        for count, row in enumerate(rows, start=1):
            self._number += 1
            cells = [""] * len(starts)
            spanned: set[int] = set()
            fills: dict[int, str] = {}
            for cell in row.cells:
                place = _place(cell, starts)
                if cell.is_continued:
                    covered = (i for i, start in enumerate(starts) if cell.start <= start < cell.end)
                    spanned.update((place, *covered))
                    continue
                cells[place] = "\n".join(filter(None, (cells[place], self._cell(cell.element))))
                fills |= {place: cell.fill} if cell.fill else {}
            where = f"Table {self._tables}, row {count}"
            yield RawRow(self._number, tuple(cells), frozenset(spanned), fills, self._tables, place=where)
        yield self._gap()

    def _gap(self) -> RawRow:
        """A blank row, where a table begins or ends."""
        self._number += 1
        return RawRow(self._number, ())

    def _cell(self, element: Element) -> str:
        """A cell's paragraphs, and the cells of tables inside it, one a line."""
        lines = []
        for block in children(element, P, TBL):
            if block.tag == P:
                lines.append(self._words(block))
            else:
                lines += [self._cell(cell.element) for row in rows_of(block) for cell in row.cells]
        return "\n".join(filter(None, lines))

    def _words(self, paragraph: Element) -> str:
        """The paragraph with the number that Word prints before it."""
        words = words_of(paragraph)
        properties = self._styles.numbering(paragraph)
        if properties is None:
            return words
        return f"{self._numbering.label(properties)} {words}".strip()


def _part(document: docx.document.Document, kind: str) -> Element | None:
    """The root of a part that belongs to the document, None where there is no such part."""
    try:
        return getattr(document.part.part_related_by(kind), "element", None)
    except KeyError:
        return None


def _is_frame(table: Element) -> bool:
    """Whether a table of one column only holds the text or tables inside it."""
    rows = list(rows_of(table))
    return all(len(row.cells) == 1 for row in rows) and any(
        next(children(cell.element, TBL), None) is not None for row in rows for cell in row.cells
    )


def _columns(rows: list[TableRow]) -> tuple[int, ...]:
    """Where the columns begin: as most rows have it, of equally many those with more cells."""
    counts = Counter(tuple(cell.start for cell in row.cells) for row in rows if row.cells)
    if not counts:
        return (0,)
    return max(counts, key=lambda starts: (counts[starts] * len(starts), len(starts)))


def _place(cell: TableCell, starts: tuple[int, ...]) -> int:
    """The column a cell stands in: where it begins, or the next where it only just reaches into that."""
    inside = max((i for i, start in enumerate(starts) if start <= cell.start), default=0)
    following = starts[inside + 1] if inside + 1 < len(starts) else None
    if following is None or not cell.start < following < cell.end:
        return inside
    return inside + (2 * (following - cell.start) < following - starts[inside])
