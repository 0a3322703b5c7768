"""A plan on its way out, as a table that no file format has touched yet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Format(StrEnum):
    """The kinds of file a plan leaves as."""

    XLSX = "xlsx"
    CSV = "csv"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A heading, and how wide its text wants to be, in characters. `is_short`: a date, a colour, a number."""

    words: str
    width: int
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """One action's cells, in the order of the columns; or, `is_band`, a theme's heading in one cell."""

    cells: tuple[str, ...]
    is_band: bool = False


@dataclass(frozen=True, slots=True)
class PlanTable:
    """A plan as it stands at an instant, ready to be written to a file.

    `notes` stand below the title (as at when, the handling marking, what the marks mean); `footer` holds
    what a reader may compare the file by.
    """

    title: str
    notes: tuple[str, ...]
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    footer: str
    classification: str = ""
