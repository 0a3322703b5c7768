"""Which row of a table is its heading, and what each of its columns holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.importing.columns import Column, column_of
from bot.importing.meeting_tables import meeting_heading
from bot.importing.rows import Cell, RawRow

_WORK = frozenset({Column.ACTION, Column.RECOMMENDATION, Column.OUTCOME})
TRACKED = frozenset(
    {
        Column.LEAD,
        Column.ORGANISATION,
        Column.TIMESCALE,
        Column.MILESTONE,
        Column.FORECAST,
        Column.STATUS,
        Column.STATUS_COMMENT,
        Column.RAG,
    }
)
_PERIOD = re.compile(
    r"(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?|q(?:tr|uarter)?\s?[1-4]|w(?:ee)?k\s?\d{1,2})"
    r"(?:[\s'’/-]*(?:\d\d){1,2}(?:[/-]\d\d)?)?|(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?",
    re.IGNORECASE,
)
_LONGEST = 90
_MOST_WORDS = 10


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading row: where it stands, its printed words, and what each column holds."""

    row: int
    words: tuple[str, ...]
    columns: tuple[Column, ...]

    def has(self, column: Column) -> bool:
        """Whether the table has such a column."""
        return column in self.columns

    def position(self, column: Column) -> int | None:
        """Where the first such column stands."""
        return self.columns.index(column) if column in self.columns else None


def plan_heading(row: RawRow) -> Heading | None:
    """The row read as the heading of a plan's table: it names the work, and a lead, a date or a status."""
    found = _columns(row)
    if found is None or meeting_heading(row) is not None:
        return None
    found = _one_of_comments(found, [row.text(index) for index in range(len(row.cells))])
    columns = _settled(found, unnamed=not row.text(0))
    kinds = set(columns)
    if not (kinds & _WORK and kinds & TRACKED):
        return None
    return Heading(row.number, tuple(row.text(i) for i in range(len(row.cells))), columns)


def _one_of_comments(found: tuple[Column, ...], words: Sequence[str]) -> tuple[Column, ...]:
    """Of several columns of remarks the one so called is the comments'; the others are the plan's own."""
    places = [index for index, column in enumerate(found) if column is Column.COMMENTS]
    if len(places) < 2:
        return found
    called = [index for index in places if words[index].casefold().strip() in ("comment", "comments")]
    kept = (called or places)[0]
    return tuple(
        Column.OTHER if column is Column.COMMENTS and index != kept else column
        for index, column in enumerate(found)
    )


def lead_list_heading(row: RawRow) -> Heading | None:
    """The row read as the heading of a list of leads: names, and their employers, posts or initials."""
    found = _columns(row)
    if found is None or Column.LEAD not in found or set(found) & (_WORK | {Column.TIMESCALE, Column.STATUS}):
        return None
    if not set(found) & {Column.ORGANISATION, Column.POST, Column.INITIALS}:
        return None
    return Heading(row.number, tuple(row.text(i) for i in range(len(row.cells))), found)


def with_strands_as(heading: Heading, column: Column) -> Heading:
    """The heading once it is known what its column of workstreams holds."""
    columns = tuple(column if one is Column.STRAND else one for one in heading.columns)
    return replace(heading, columns=columns)


def with_second_row(heading: Heading, row: RawRow) -> Heading | None:
    """The heading with a second row of words below it: "Timescale" over "Original" and "Revised".

    None when the row is none: one of its words must stand under an empty cell of the heading.
    """
    filled = row.filled
    blank = {index for index, words in enumerate(heading.words) if not words.strip()}
    if row.number != heading.row + 1 or not blank.intersection(filled) or 0 in filled:
        return None
    if not all(_may_be_heading(row.cells[i]) and not any(map(str.isdigit, row.text(i))) for i in filled):
        return None
    words, above = [], ""
    for index in range(max(len(row.cells), len(heading.words))):
        own = heading.words[index] if index < len(heading.words) else ""
        above = own or above
        below = row.text(index)
        words.append(f"{above} {below}".strip() if below else own)
    columns = tuple(column_of(word) if word else Column.OTHER for word in words)
    if any(columns[index] is Column.OTHER for index in filled):
        return None
    return Heading(row.number, tuple(words), _settled(columns, unnamed=not words[0]))


def _columns(row: RawRow) -> tuple[Column, ...] | None:
    """Each cell as a column, or None when too few of them are the words of a heading."""
    periods = {index for index in row.filled if index and is_period(row.cells[index])}
    filled = [index for index in row.filled if len(periods) < 2 or index not in periods]
    if len(filled) < 2 or not all(_may_be_heading(row.cells[index]) for index in filled):
        return None
    found = tuple(column_of(row.text(i)) if i in filled else Column.OTHER for i in range(len(row.cells)))
    known = sum(column is not Column.OTHER for column in found)
    return found if known >= 2 and known * 2 >= len(filled) else None


def is_period(cell: Cell) -> bool:
    """Whether a heading's cell names a month, a quarter or a week, as the columns of a Gantt chart do."""
    return isinstance(cell, date) or bool(_PERIOD.fullmatch(cell.strip()))


def _may_be_heading(cell: Cell) -> bool:
    """Whether a cell is as short as a heading's is, and no date."""
    return isinstance(cell, str) and len(cell) <= _LONGEST and len(cell.split()) <= _MOST_WORDS


def _settled(found: tuple[Column, ...], *, unnamed: bool) -> tuple[Column, ...]:
    """One meaning a column: there is an ACTION column, repeats find their place, no name means number."""
    columns = list(found)
    _date_named(columns)
    for index, column in enumerate(columns):
        if column is Column.MILESTONE:
            columns[index] = Column.OTHER if Column.TIMESCALE in columns else Column.TIMESCALE
    if {Column.THEME, Column.STRAND, Column.WORKSTREAM} <= set(columns):
        columns[columns.index(Column.STRAND)] = Column.OTHER
    if Column.ACTION not in columns:
        _promote(columns)
    seen: set[Column] = set()
    for index, column in enumerate(columns):
        if column in seen and column in _NEXT:
            columns[index] = _NEXT[column] if _NEXT[column] not in columns else Column.OTHER
        seen.add(column)
    if Column.ACTION not in columns:
        _promote(columns)
    if unnamed and Column.REF not in columns:
        columns[0] = Column.REF
    return tuple(columns)


# Where a second column of the same kind goes; kinds not listed may stand twice (two leads, two comments).
_NEXT = {
    Column.ACTION: Column.COMMENTS,
    Column.TIMESCALE: Column.FORECAST,
    Column.FORECAST: Column.OTHER,
    Column.STATUS: Column.COMMENTS,
    Column.RAG: Column.OTHER,
    Column.ORIGINAL: Column.OTHER,
    Column.AGREED: Column.OTHER,
    Column.REF: Column.OTHER,
    Column.RECOMMENDATION: Column.COMMENTARY,
    Column.THEME: Column.RECOMMENDATION,
    Column.STRAND: Column.OTHER,
    Column.WORKSTREAM: Column.OTHER,
}


def _date_named(columns: list[Column]) -> None:
    """An original or an agreed date that is the table's only date is simply its date."""
    for column in (Column.ORIGINAL, Column.AGREED):
        if column in columns and Column.TIMESCALE not in columns:
            columns[columns.index(column)] = Column.TIMESCALE


def _promote(columns: list[Column]) -> None:
    """Without an action column, the last of these says what is to be done."""
    for column in (Column.RECOMMENDATION, Column.OUTCOME):
        if column in columns:
            last = len(columns) - 1 - columns[::-1].index(column)
            columns[last] = Column.ACTION
            return
