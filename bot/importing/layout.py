"""What a document's own layout was: the headings of its table, and its handling marking."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.importing.columns import Column
from bot.importing.tables import TableRead
from bot.layout import DocumentColumn

_MARKING = re.compile(
    r"(?:(?:handling|protective marking|classification)\s*:\s*)?"
    r"((?:official|not protectively marked|restricted|confidential|unclassified|public)"
    r"(?:\s*[-–:]\s*sensitive|[-\s]sensitive)?(?:\s*\[?[A-Z][A-Z ]+\]?)?)\.?\Z",
    re.IGNORECASE,
)


def columns_of(tables: Sequence[TableRead]) -> tuple[DocumentColumn, ...]:
    """The headings of the first table in printed order, then those that only later tables have.

    A column without a heading is the plan's too where it was read as something (the numbers, mostly).
    """
    found: list[DocumentColumn] = []
    for table in tables:
        known = {column.holds for column in found if column.holds is not Column.OTHER}
        words_known = {column.words.casefold() for column in found}
        found += [
            column
            for column in _columns(table)
            if column.holds not in known and column.words.casefold() not in words_known
        ]
    return tuple(found)


def _columns(table: TableRead) -> list[DocumentColumn]:
    """One table's columns; an empty one without a heading is none."""
    if table.heading is None:
        return []
    pairs = zip(table.heading.words, table.heading.columns, strict=False)
    columns = [DocumentColumn(" ".join(words.split()), holds) for words, holds in pairs]
    return [column for column in columns if column.words or column.holds is not Column.OTHER]


def marking_in(titles: Iterable[str]) -> str:
    """The handling marking among the lines above the tables ("OFFICIAL-SENSITIVE"), or ""."""
    return next((match[1].strip() for title in titles if (match := _MARKING.match(title.strip()))), "")
