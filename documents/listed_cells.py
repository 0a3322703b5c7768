"""Tables that a text file gives cell by cell, each on a line of its own behind a tab."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.importing.rows import RawRow

_LONGEST_CELL = 12


@dataclass(slots=True)
class _Chunk:
    """Cells that follow each other without a blank line before any of them but the first."""

    row: int
    cells: list[str] = field(default_factory=list)


def regrouped(rows: Sequence[RawRow]) -> Iterator[RawRow]:
    """The rows, listed cells put together as the rows they were; everything else as it stands."""
    index = 0
    while index < len(rows):
        end, table = _table_at(rows, index) if _is_cell(rows[index]) else (index, [])
        if len(table) > 1 and len(table[0].cells) > 1:
            yield from (_row(chunk, len(table[0].cells)) for chunk in table)
            index = end
        else:
            yield rows[index]
            index += 1


def _row(chunk: _Chunk, width: int) -> RawRow:
    cells = [cell.strip() for cell in chunk.cells]
    return RawRow(chunk.row, (*cells, *("" for _ in range(len(cells), width))))


def _table_at(rows: Sequence[RawRow], start: int) -> tuple[int, list[_Chunk]]:
    """The table that begins at this row, and where it ends; as wide as its first row."""
    chunks = [_Chunk(rows[start].number)]
    index, is_apart = start, False
    while index < len(rows):
        row = rows[index]
        if _is_cell(row):
            if is_apart:
                chunks.append(_Chunk(row.number))
            chunks[-1].cells.append(row.text(1))
            is_apart = False
        elif not row.cells or row.cells == ("",):
            is_apart = True
        elif len(row.cells) > 1 or not _goes_on(rows, index, chunks, is_apart=is_apart):
            break
        else:
            chunks[-1].cells[-1] += f"\n{row.text(0)}"
            is_apart = False
        index += 1
    return index, _as_rows(chunks)


def _goes_on(rows: Sequence[RawRow], index: int, chunks: Sequence[_Chunk], *, is_apart: bool) -> bool:
    """Whether a line without a tab is more of the cell above it, rather than text below the table."""
    is_full = len(chunks[-1].cells) >= len(chunks[0].cells) and (len(chunks) > 1 or is_apart)
    following = rows[index + 1 : index + 1 + _LONGEST_CELL]
    return not (is_apart and is_full) and any(_is_cell(row) for row in following)


def _as_rows(chunks: Sequence[_Chunk]) -> list[_Chunk]:
    """Chunks that a blank line inside a row has parted, joined while they fit the table's width."""
    width = len(chunks[0].cells)
    table: list[_Chunk] = [chunks[0]]
    for chunk in chunks[1:]:
        last = table[-1]
        if len(table) > 1 and len(last.cells) < width and len(last.cells) + len(chunk.cells) <= width:
            last.cells += chunk.cells
        else:
            table.append(chunk)
    return table


def _is_cell(row: RawRow) -> bool:
    return len(row.cells) == 2 and row.cells[0] == ""
