"""Plans laid out as cards: one small table an action, its headings down the side; or actions across the page.

Such a table is turned, so that it reads like any other. That is done only for a document that has no table of
actions in rows, and only for labels that name an action by its number or stand on two cards at least: a
paper's cover sheet ("Lead director … Action required: to note") is no action.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from bot.importing.columns import Column, column_of
from bot.importing.headings import TRACKED, plan_heading
from bot.importing.numbering import split_number
from bot.importing.rows import Cell, RawDocument, RawRow, RawTable, is_blank

_TITLE = re.compile(
    r"\b(?:action|recommendation|rec)s?\s*(?:no\.?|number)?\s*(\d{1,3}(?:\.\d{1,3})*[a-z]?)\b[\s.:–—-]*(.*)",
    re.IGNORECASE,
)
_FEWEST_ROWS = 3
_MOST_WORDS = 10
_Group = list[RawRow]


def with_cards_turned(document: RawDocument) -> RawDocument:
    """The document with every card a heading and a row; as it is, where it has none."""
    found = [_turned_groups(table) for table in document.tables]
    cards = [rows for groups in found for is_card, rows in groups if is_card]
    if sum(len(rows) - 1 for rows in cards) < 2:
        return document
    tables = (
        replace(table, rows=tuple(row for _, rows in groups for row in rows))
        for table, groups in zip(document.tables, found, strict=True)
    )
    return replace(document, tables=tuple(tables))


def _turned_groups(table: RawTable) -> list[tuple[bool, _Group]]:
    groups = []
    for group in _groups(table):
        turned = _turned(group)
        groups.append((True, turned) if turned else (False, group))
    return groups


def _groups(table: RawTable) -> Iterable[_Group]:
    """The tables of a page; on a sheet, the rows between blank ones, and from one label to the same again."""
    if table.is_page:
        for _, rows in groupby(table.rows, key=lambda row: row.block):
            yield list(rows)
        return
    group: _Group = []
    labels: set[str] = set()
    for row in table.rows:
        label = row.text(0).casefold()
        if (row.is_blank or label in labels) and group:
            yield group
            group, labels = [], set()
        group.append(row)
        labels |= {label} if label else set()
    yield group


def _turned(group: Sequence[RawRow]) -> _Group:
    """A heading and a row for each action of the card; nothing where it is none."""
    rows = [row for row in group if not row.is_blank]
    number, title, first = "", "", rows[0].number if rows else 0
    while rows and len(rows[0].filled) == 1:
        number, title = _titled(rows[0])
        first = rows[0].number if number else rows[0].number + 1
        rows = rows[1:]  # the card's title
    numbers = _numbers_across(rows[0]) if rows else ()
    labelled = rows[1:] if numbers else rows
    columns = [_label(row) for row in labelled]
    width = max((max(row.filled, default=0) for row in labelled), default=0)
    known = [column for column in columns if column is not Column.OTHER]
    if (
        len(known) < _FEWEST_ROWS
        or len(known) * 3 < len(columns) * 2
        or len(set(known)) < len(known) - 1
        or Column.ACTION not in known
        or not TRACKED.intersection(known)
        or (width > 1 and len(numbers) != width)
    ):
        return []
    own = numbers or (_number_in_label(labelled[columns.index(Column.ACTION)].text(0)) or number,)
    card = _as_rows(rows, labelled, columns, own, title)
    return [*(row for row in group if row.number < first), *card] if card else []


def _as_rows(
    rows: Sequence[RawRow],
    labelled: Sequence[RawRow],
    columns: Sequence[Column],
    numbers: Sequence[str],
    title: str,
) -> _Group:
    """One row for each of the numbers; a card's title is the recommendation it serves, if nothing else is."""
    has_number = Column.REF not in columns and any(numbers)
    pairs = zip(columns, labelled, strict=True)
    words = ["Action" if column is Column.ACTION else row.text(0) for column, row in pairs]
    has_title = bool(title) and Column.RECOMMENDATION not in columns
    words = [*(["Ref"] if has_number else []), *(["Recommendation"] if has_title else []), *words]
    before = has_number + has_title
    heading = replace(rows[0], cells=tuple(words), spanned=frozenset(), fills={})
    made = [heading]
    for place, number in enumerate(numbers, start=1):
        own: list[Cell] = [*([number] if has_number else []), *([title] if has_title else [])]
        cells = (*own, *(row.cells[place] if place < len(row.cells) else "" for row in labelled))
        fills = {index + before: row.fills[place] for index, row in enumerate(labelled) if place in row.fills}
        at = rows[min(place, len(rows) - 1)]
        if not all(is_blank(cell) for cell in cells[before:]):
            made.append(replace(at, cells=cells, spanned=frozenset(), fills=fills))
    return made if plan_heading(heading) is not None else []


def _label(row: RawRow) -> Column:
    """What the words at the side of a row are the heading of."""
    words = row.text(0)
    return column_of(words) if words and len(words.split()) <= _MOST_WORDS else Column.OTHER


def _number_in_label(words: str) -> str:
    """ "Action 1", "Action 2.3:"."""
    number, rest = split_number(words.rstrip(": "))
    return "" if rest else number


def _titled(row: RawRow) -> tuple[str, str]:
    """The number in a card's title and the words after it: "Priority action 1.1: Damp homes"."""
    named = _TITLE.search(row.text(row.filled[0]))
    return (named[1], named[2]) if named else ("", "")


def _numbers_across(row: RawRow) -> tuple[str, ...]:
    """The numbers of a first row that names an action in every column but the first, or nothing."""
    numbers = tuple(_number_in_label(row.text(index)) for index in row.filled if index)
    is_row_of_them = len(numbers) > 1 and all(numbers) and list(row.filled)[-len(numbers) :][0] == 1
    return numbers if is_row_of_them else ()
