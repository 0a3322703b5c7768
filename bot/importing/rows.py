"""Raw tables: what a document holds before anybody has asked what it means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

_FURNITURE = " \t\n\r\f\v\xa0\u200b-–—_=*•·|~"

Cell = str | date
"""A cell's text as printed, or a real date where the file's own format says it is one."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as it stands in the file; `number` counts from 1, blank rows included.

    `spanned` are the positions covered by a merged cell that begins in a row above. `fills` are the colours
    behind cells, as six hexadecimal figures. Of a page of text and tables (`RawTable.is_page`), `block` says
    which table the row stands in, from 1, and 0 for a paragraph, whose `level` is that of a heading, 0 for
    none; `place` is where a person finds it.
    """

    number: int
    cells: tuple[Cell, ...]
    spanned: frozenset[int] = frozenset()
    fills: Mapping[int, str] = field(default_factory=dict)
    block: int = 0
    level: int = 0
    place: str = ""

    @property
    def filled(self) -> tuple[int, ...]:
        """The positions of the cells that hold anything."""
        return tuple(index for index, cell in enumerate(self.cells) if not is_blank(cell))

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.filled

    @property
    def raw(self) -> str:
        """All cells with their line breaks, one below the other."""
        return "\n".join(cell if isinstance(cell, str) else as_text(cell) for cell in self.cells)

    def text(self, index: int) -> str:
        """The cell at this position in words, "" where the row is shorter."""
        return as_text(self.cells[index]) if index < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class RawTable:
    """Rows in printed order. `has_pages`: blank rows stand where a page ended (plain text files).

    `is_page`: paragraphs and tables of one text, told apart by their rows' `block`. `hidden` are the numbers
    of rows that the file does not show. `uncomputed` are cells whose formula was never computed: the row's
    number, the cell as its sheet calls it ("C5") and the formula, "" where the file leaves that out too.
    """

    name: str
    rows: tuple[RawRow, ...]
    has_pages: bool = False
    is_page: bool = False
    hidden: tuple[int, ...] = ()
    uncomputed: tuple[tuple[int, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RawMeeting:
    """A meeting of a calendar file, on its own local days. `series` is set where it comes round again.
    `papers_due_on` is its printed deadline and `briefing_on` the day that prepares it, in a file of ours."""

    body: str
    first_day: date
    last_day: date
    notes: str = ""
    series: str = ""
    papers_due_on: date | None = None
    briefing_on: date | None = None


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A file's tables; titles and loose lines are rows with one filled cell.

    `meetings` are a calendar's; `hidden_sheets` the names of those that a workbook does not show.
    """

    name: str
    tables: tuple[RawTable, ...]
    meetings: tuple[RawMeeting, ...] = ()
    hidden_sheets: tuple[str, ...] = ()


def table_of(lines: Iterable[Iterable[Cell]], *, name: str = "", has_pages: bool = False) -> RawTable:
    """A table whose rows are numbered as they come."""
    rows = tuple(RawRow(number, tuple(cells)) for number, cells in enumerate(lines, start=1))
    return RawTable(name, rows, has_pages)


def is_blank(cell: Cell) -> bool:
    """Whether the cell says nothing: it is empty, or holds only a rule or a bullet."""
    return isinstance(cell, str) and not cell.strip(_FURNITURE)


def as_text(cell: Cell) -> str:
    """The cell on one line, dates as people write them ("30 Sep 2027")."""
    if isinstance(cell, date):
        return f"{cell.day} {cell:%b %Y}"
    return " ".join(cell.split())
