"""What a file does not show: hidden rows were read all the same; hidden sheets and lost results were not."""

from __future__ import annotations

from bot.draft import Doubt, DoubtKind
from bot.importing.rows import RawDocument, RawTable
from bot.phrases import doubts as phrases

_MOST = 25
"""How many cells of a sheet are told one by one."""


def unseen(document: RawDocument) -> list[Doubt]:
    """One doubt for each hidden sheet, for the hidden rows of a table, and for each cell without a result."""
    doubts = [Doubt(1, DoubtKind.HIDDEN, phrases.hidden_sheet(name)) for name in document.hidden_sheets]
    for table in document.tables:
        several = len(document.tables) > 1 and table.name
        for row, kind, said in (*_hidden_rows(table), *_uncomputed(table)):
            doubts.append(Doubt(row, kind, phrases.on_sheet(table.name, said) if several else said))
    return doubts


def _hidden_rows(table: RawTable) -> list[tuple[int, DoubtKind, str]]:
    if not table.hidden:
        return []
    return [(table.hidden[0], DoubtKind.HIDDEN, phrases.hidden_rows(table.hidden))]


def _uncomputed(table: RawTable) -> list[tuple[int, DoubtKind, str]]:
    found = [
        (row, DoubtKind.UNCOMPUTED, phrases.uncomputed(cell, formula))
        for row, cell, formula in table.uncomputed[:_MOST]
    ]
    if len(table.uncomputed) > _MOST:
        row, cell, _ = table.uncomputed[_MOST]
        said = phrases.more_uncomputed(cell, len(table.uncomputed) - _MOST)
        found.append((row, DoubtKind.UNCOMPUTED, said))
    return found
