"""A board paper as a value: sections of text, lists, tables and pictures that any writer can lay out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.exporting.table import TableColumn, TableRow
from bot.papers.pictures import Picture


class PaperKind(StrEnum):
    """What a board is sent: everything since it met, only what is outside tolerance, the plan itself, how far
    it has come in a year, or what became of it once it is closed."""

    HIGHLIGHT = "highlight"
    EXCEPTION = "exception"
    TRACKER = "tracker"
    YEAR_ON = "year-on"
    FINAL = "final"


FOR_MEETINGS = (PaperKind.HIGHLIGHT, PaperKind.EXCEPTION, PaperKind.TRACKER, PaperKind.YEAR_ON)
"""The papers of a meeting; the final report is made once, when a plan is closed."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, in order."""

    items: tuple[str, ...]


class GridKind(StrEnum):
    """How a table is set: rows below headings; a form, whose first column names what stands beside it; or
    tiles, a few figures that are to be seen at a glance."""

    ROWS = "rows"
    FORM = "form"
    TILES = "tiles"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `about` says what it holds, for a reader who hears it."""

    about: str
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    kind: GridKind = GridKind.ROWS


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture; its own words say what it shows."""

    picture: Picture


Block = str | Bullets | Grid | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading. `level` is 1 for a part of the paper, 2 for an item of a part."""

    heading: str
    blocks: tuple[Block, ...]
    level: int = 1


@dataclass(frozen=True, slots=True)
class AskLine:
    """One thing the board is asked: its verb ("DECIDE"), and what about."""

    verb: str
    words: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper for one meeting. `stamp` is its number and "as at"; `is_draft` while no pack is frozen.

    `standing` says what a reader must know before anything else: that it is a draft, or what was corrected
    since. `contact` is whom to ask about it, `distribution` whom the body's papers go to.
    """

    kind: PaperKind
    title: str
    meeting: str
    number: str
    as_at: str
    classification: str
    audit_head: str
    is_draft: bool
    standing: tuple[str, ...]
    asks: tuple[AskLine, ...]
    summary: str
    sections: tuple[Section, ...]
    contact: str
    distribution: str = ""

    @property
    def stamp(self) -> str:
        """ "Pack 2026-10, as at Fri 2 Oct 2026 17:00"."""
        called = "Draft, not frozen" if self.is_draft else f"Pack {self.number}"
        return f"{called}, as at {self.as_at}"
