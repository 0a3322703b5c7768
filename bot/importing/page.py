"""A page of text and tables (a Word document): which tables are the plan's, which lines its themes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.importing.headings import Heading, lead_list_heading, plan_heading
from bot.importing.meeting_tables import meeting_heading
from bot.importing.names import is_lead_cell
from bot.importing.numbering import split_number, theme_of
from bot.importing.rows import RawRow, RawTable
from bot.importing.times import is_date_cell

_ROWS_ABOVE_A_HEADING = 5
_LONGEST_THEME = 160
_LONGEST_HEADING = 4
_MOST_LOST = 2
_TEXT = 5
_EVERY_SIGN = 3


@dataclass(frozen=True, slots=True)
class Survey:
    """What a page's rows are for: `themes` are row numbers, `unread` tables that are no part of the plan."""

    themes: frozenset[int] = frozenset()
    unread: frozenset[int] = frozenset()


def survey(table: RawTable) -> Survey:
    """Look over a page before it is read row by row. A file that is one table is all plan."""
    if not table.is_page:
        return Survey()
    rows = [row for row in table.rows if not row.is_blank]
    heading: Heading | None = None
    above: list[RawRow] = []
    themes: list[tuple[RawRow, bool]] = []
    unread: set[int] = set()
    plans = 0
    for block, some in groupby(rows, key=lambda row: row.block):
        group = list(some)
        if block == 0 or _is_bar(group):
            above += [row for row in group if _may_be_theme(row)]
            continue
        found = _heading_of(group)
        if found is None and not _carries_on(group, heading):
            if not any(
                lead_list_heading(row) or meeting_heading(row) for row in group[:_ROWS_ABOVE_A_HEADING]
            ):
                unread.add(block)
            above = []
            continue
        heading, plans = found or heading, plans + 1
        own = [row for row in group if found and row.number < found.row and _may_be_theme(row)]
        named = [*above, *own]
        if named:
            themes.append((named[-1], named[-1] is not rows[0]))
        above = []
    return Survey(_settled(themes, plans), frozenset(unread))


def _settled(themes: Sequence[tuple[RawRow, bool]], plans: int) -> frozenset[int]:
    """The lines that name themes; the only line above the first table is the document's title."""
    later = [row for row, is_below_a_title in themes if is_below_a_title or theme_of(row.text(0))]
    if plans == 1 or len(later) < 1:
        return frozenset(row.number for row in later if theme_of(row.text(row.filled[0])))
    return frozenset(row.number for row in later)


def _is_bar(group: Sequence[RawRow]) -> bool:
    """A table of one cell, as people draw bars between tables."""
    return len(group) == 1 and len(group[0].filled) == 1 and len(group[0].cells) == 1


def _may_be_theme(row: RawRow) -> bool:
    words = row.text(row.filled[0])
    is_line = len(row.filled) == 1 and len(words) <= _LONGEST_THEME and not words.endswith((".", ":", ","))
    return is_line and (row.block > 0 or row.level > 0 or theme_of(words) is not None)


def _heading_of(group: Sequence[RawRow]) -> Heading | None:
    found = (plan_heading(row) for row in group[: _ROWS_ABOVE_A_HEADING + 1])
    return next((heading for heading in found if heading is not None), None)


def _carries_on(group: Sequence[RawRow], heading: Heading | None) -> bool:
    """Whether a table without a heading is the rest of the one before, cut by a page or a theme."""
    if heading is None or _is_headed(group[0]):
        return False
    rows = group[:_ROWS_ABOVE_A_HEADING]
    if any(_signs(row) == _EVERY_SIGN for row in rows):
        return True
    is_text = not group[0].text(0) and any(len(text.split()) >= _TEXT for text in map(str, group[0].cells))
    is_rest = is_text and abs(len(group[0].cells) - _width_of(heading)) <= _MOST_LOST
    return is_rest or (
        abs(_width(group) - _width_of(heading)) <= _MOST_LOST and any(_signs(row) for row in rows)
    )


def _width(group: Sequence[RawRow]) -> int:
    """How many columns a table uses."""
    return max(max(row.filled) for row in group) + 1


def _width_of(heading: Heading) -> int:
    return max(index for index, words in enumerate(heading.words) if words) + 1


def _is_headed(row: RawRow) -> bool:
    """Whether the first row of a table reads as a heading of its own: "Version | Date | Author"."""
    texts = [row.text(index) for index in range(len(row.cells))]
    return all(
        text and len(text.split()) <= _LONGEST_HEADING and not any(map(str.isdigit, text)) for text in texts
    ) and not any(is_lead_cell(text) for text in texts)


def _signs(row: RawRow) -> int:
    """How many of a number, a date and a lead a row has, as a plan's have."""
    return (
        any(split_number(row.text(index))[0] for index in row.filled[:2])
        + any(is_date_cell(row.cells[index]) for index in row.filled)
        + any(is_lead_cell(row.text(index)) for index in row.filled)
    )
