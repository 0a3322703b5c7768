"""One row of a plan's table, cell by cell, under its heading, shifted cells put back in their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.importing.colours import shaded
from bot.importing.columns import Column
from bot.importing.headings import Heading
from bot.importing.names import is_lead_cell, read_leads
from bot.importing.numbering import is_continued, is_stray_number, own_column_number, split_number
from bot.importing.rows import Cell, RawRow, as_text, is_blank
from bot.importing.standings import colour_state, is_no_colour, rag_of
from bot.importing.times import is_date_cell, is_date_shaped
from bot.layout import remark_names

_ABOVE = frozenset(
    {"as above", "ditto", "do", "see above", "same as above", "as previous", '"', "''", "″", "〃", "“", "”"}
)
# What a merged cell says of every row it spans; other columns' merged cells belong to the first row alone.
_SPANNING = (
    Column.LEAD,
    Column.ORGANISATION,
    Column.TIMESCALE,
    Column.FORECAST,
    Column.STATUS,
    Column.RAG,
    Column.THEME,
    Column.STRAND,
    Column.WORKSTREAM,
)
_LONG = 80
_MOST_NAMES = 20


@dataclass(frozen=True, slots=True)
class Fields:
    """What a row says, by column.

    `number` is its printed reference; `stray` a number that is none; `letter` one that numbers a line of the
    recommendation above; `columns` what the table has columns for at all; `echo` words of an action's cell
    that only repeat the commentary. `is_realigned`: its cells stood under other headings than their own and
    were read by their shape. `shade` is the colour behind the cell that holds the RAG, in a word.
    """

    row: int
    number: str = ""
    stray: str = ""
    cells: Mapping[Column, tuple[Cell, ...]] = field(default_factory=dict)
    extra: tuple[tuple[str, str], ...] = ()
    is_realigned: bool = False
    echo: str = ""
    letter: str = ""
    shade: str = ""
    is_shade_alone: bool = False
    columns: frozenset[Column] = frozenset()

    def text(self, column: Column) -> str:
        """The column's words on one line."""
        return " ".join(filter(None, (as_text(cell) for cell in self.cells.get(column, ()))))

    def raw(self, column: Column) -> str:
        """The column's words with their line breaks, which may separate names."""
        return "\n".join(
            as_text(c) if not isinstance(c, str) else c.strip() for c in self.cells.get(column, ())
        )

    def cell(self, column: Column) -> Cell:
        """The column's cell, a date where it is one."""
        cells = [cell for cell in self.cells.get(column, ()) if not is_blank(cell)]
        return cells[0] if len(cells) == 1 else self.text(column)

    def has(self, *columns: Column) -> bool:
        """Whether any of these columns says anything."""
        return any(not is_blank(cell) for column in columns for cell in self.cells.get(column, ()))

    def with_text(self, column: Column, text: str) -> Fields:
        """The same row with other words in one column."""
        return replace(self, cells={**self.cells, column: (text,) if text else ()})


def read_fields(row: RawRow, heading: Heading, above: Fields | None) -> Fields:
    """The row under its heading; "As above" and merged cells take what the row above says."""
    cells = _dittoed(_unglued(row, heading), heading, above)
    plain = Fields(row.number, cells=_by_column(cells, heading), extra=_extra(cells, heading))
    fields = _comment_out_of_rag(_numbered(_realigned(plain, cells, heading), heading))
    fields = _coloured(replace(fields, columns=frozenset(heading.columns)), row, heading)
    return fields if above is None else _from_above(fields, above, row, heading)


def _dittoed(cells: tuple[Cell, ...], heading: Heading, above: Fields | None) -> tuple[Cell, ...]:
    """The cells, those that only point upwards in the words of the row above."""
    if above is None:
        return cells
    found = list(cells)
    for index, column in enumerate(heading.columns[: len(cells)]):
        if as_text(cells[index]).casefold().strip(" .") in _ABOVE and above.has(column):
            said = replace(above, cells={column: _without_above(above.cells[column])})
            found[index] = said.cell(column) if column in _DATED else said.raw(column)
    return tuple(found)


def _by_column(cells: tuple[Cell, ...], heading: Heading) -> dict[Column, tuple[Cell, ...]]:
    found: dict[Column, tuple[Cell, ...]] = {}
    for column, cell in zip(heading.columns, cells, strict=False):
        if column is not Column.OTHER and not is_blank(cell):
            found[column] = (*found.get(column, ()), cell)
    return found


def _extra(cells: tuple[Cell, ...], heading: Heading) -> tuple[tuple[str, str], ...]:
    """Cells whose column has a heading we do not know, or none: kept with its words."""
    kept = []
    names: tuple[str, ...] | None = None
    for index, cell in enumerate(cells):
        known = index < len(heading.columns) and heading.columns[index] is not Column.OTHER
        if not known and not is_blank(cell):
            names = names or remark_names(list(zip(heading.words, heading.columns, strict=False)))
            kept.append((names[index] if index < len(names) else "", as_text(cell)))
    return tuple(kept)


def _unglued(row: RawRow, heading: Heading) -> tuple[Cell, ...]:
    """A number glued to its title ("8. The trust…"), though it has a column, shifts the row by one."""
    position = heading.position(Column.REF)
    if position is None or position >= len(row.cells):
        return row.cells
    number, title = split_number(row.text(position))
    if not number or len(title.split()) < 4 or len(row.cells) >= len(heading.columns) + 2:
        return row.cells
    return (*row.cells[:position], number, title, *row.cells[position + 1 :])


def _numbered(fields: Fields, heading: Heading) -> Fields:
    """The row's printed number, from its own column or from the front of its title."""
    if heading.has(Column.REF):
        words = fields.text(Column.REF)
        number, rest = split_number(words)
        if number:
            return _untitled(replace(fields, number=number), rest)
        if own_column_number(words):
            return replace(fields, number=own_column_number(words))
        if words:
            return replace(fields, stray=words)
    for column in (Column.ACTION, Column.RECOMMENDATION):
        words = fields.text(column)
        if is_stray_number(words):
            return replace(fields.with_text(column, ""), stray=words)
        number, rest = split_number(words)
        if number and not (column is Column.ACTION and not rest):
            if not rest and (heading.has(Column.REF) or "." not in number):
                return replace(fields.with_text(column, ""), stray=words)
            return replace(fields.with_text(column, rest), number=number)
    return fields


def _untitled(fields: Fields, rest: str) -> Fields:
    """Words that stood beside the number in its own column belong to the title."""
    title = fields.text(Column.RECOMMENDATION)
    fields = (
        fields.with_text(Column.RECOMMENDATION, " ".join(filter(None, (rest, title)))) if rest else fields
    )
    for column in (Column.RECOMMENDATION, Column.ACTION):
        number, title = split_number(fields.text(column))
        if number == fields.number and title:
            return fields.with_text(column, title)
    return fields


def _comment_out_of_rag(fields: Fields) -> Fields:
    """A remark that slid into the colour's column, where the remarks' own cell is empty."""
    words = fields.text(Column.RAG)
    if is_no_colour(words) or rag_of(words) or colour_state(words) or fields.has(Column.COMMENTS):
        return fields
    return fields.with_text(Column.RAG, "").with_text(Column.COMMENTS, words)


def _coloured(fields: Fields, row: RawRow, heading: Heading) -> Fields:
    """A RAG that is given by the cell's colour alone, in the word for it; a word that is there stands."""
    for column in (Column.RAG, Column.STATUS):
        position = heading.position(column)
        if position is not None:
            shade = shaded(row.fills, position, len(heading.columns))
            found = replace(fields, shade=shade)
            is_blank_cell = not fields.has(column) and not fields.is_realigned
            if shade and is_blank_cell:
                return replace(found, is_shade_alone=True).with_text(Column.RAG, shade)
            return found
    return fields


def _realigned(fields: Fields, cells: tuple[Cell, ...], heading: Heading) -> Fields:
    """A row whose date or lead stands under another heading is read by the shape of its cells."""
    anchor = _anchor(fields, cells, heading)
    if anchor is None:
        return fields
    index, column = anchor
    found: dict[Column, tuple[Cell, ...]] = {column: (cells[index],)}
    before = [cell for cell in cells[:index] if not is_blank(cell)]
    found |= _before_anchor(before, heading)
    later = heading.columns[heading.columns.index(column) + 1 :]
    rest = [cell for cell in cells[index + 1 :] if not is_blank(cell)]
    for place, cell in zip(later, rest, strict=False):
        found[place] = (*found.get(place, ()), cell)
    unknown = [*found.pop(Column.OTHER, ()), *rest[len(later) :]]
    over = tuple(("", as_text(cell)) for cell in unknown)
    return Fields(fields.row, cells=found, extra=over, is_realigned=True)


def _before_anchor(cells: list[Cell], heading: Heading) -> dict[Column, tuple[Cell, ...]]:
    """The numbered cell is the title, a long one the commentary, and the others say what is to be done."""
    found: dict[Column, tuple[Cell, ...]] = {}
    texts = [as_text(cell) for cell in cells]
    numbered = next((text for text in texts if split_number(text)[0]), None)
    if numbered is not None and heading.has(Column.RECOMMENDATION):
        found[Column.RECOMMENDATION] = (numbered,)
        texts.remove(numbered)
    long = next((text for text in texts if len(text) > _LONG), None)
    if long is not None and len(texts) > 1 and heading.has(Column.COMMENTARY):
        found[Column.COMMENTARY] = (long,)
        texts.remove(long)
    if texts:
        found[Column.ACTION] = (" ".join(texts),)
    return found


def _anchor(fields: Fields, cells: tuple[Cell, ...], heading: Heading) -> tuple[int, Column] | None:
    """Where a shifted row's date stands, or without any date its lead; None when the row is in order."""
    timescale, lead = heading.position(Column.TIMESCALE), heading.position(Column.LEAD)
    dated = {i for i, c in enumerate(heading.columns) if c in _DATED}
    if _names_people(fields.raw(Column.LEAD)):
        return None
    if timescale is not None and not is_date_shaped(fields.cell(Column.TIMESCALE)):
        for index, cell in enumerate(cells):
            if index not in dated and index > 0 and is_date_cell(cell) and not _is_number(cell):
                return index, Column.TIMESCALE
    if lead is None or fields.has(Column.LEAD):
        return None
    elsewhere = any(is_date_cell(cell) for cell in cells)
    open_places = {heading.position(column) for column in (Column.ACTION, Column.OUTCOME, Column.TIMESCALE)}
    for index in sorted(place for place in open_places if place is not None and place < len(cells)):
        cell = cells[index]
        if (
            not elsewhere
            and isinstance(cell, str)
            and is_lead_cell(cell)
            and index > 0
            and len(cell.split()) > 1
        ):
            return index, Column.LEAD
    return None


def _names_people(words: str) -> bool:
    """Whether a lead's cell holds what belongs there: names, rather than a piece of some text."""
    return len(words.split()) <= _MOST_NAMES and any(not lead.is_post for lead in read_leads(words))


_DATED = frozenset({Column.TIMESCALE, Column.FORECAST, Column.START, Column.COMPLETED})


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, str) and bool(split_number(cell)[0]) and not split_number(cell)[1]


def _from_above(fields: Fields, above: Fields, row: RawRow, heading: Heading) -> Fields:
    """ "As above", and merged cells, in the words of the row above."""
    for column in tuple(fields.cells):
        if fields.text(column).casefold().strip(" .") in _ABOVE:
            said = _without_above(above.cells.get(column, ())) or fields.cells[column]
            fields = replace(fields, cells={**fields.cells, column: said})
    for column in _SPANNING:
        position = heading.position(column)
        if position in row.spanned and not fields.has(column) and above.has(column):
            fields = replace(fields, cells={**fields.cells, column: above.cells[column]})
    if not fields.number and is_continued(fields.text(Column.RECOMMENDATION)):
        fields = fields.with_text(Column.RECOMMENDATION, "")
    elif fields.number and is_continued(fields.text(Column.RECOMMENDATION)):
        fields = replace(fields.with_text(Column.RECOMMENDATION, ""), number="", stray="")
    return fields


def _without_above(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The words above, without an "As above" that was glued to them."""
    kept = []
    for cell in cells:
        text = cell.rstrip() if isinstance(cell, str) else cell
        glued = isinstance(text, str) and text.casefold().endswith(" as above")
        kept.append(text[: -len(" as above")] if glued and isinstance(text, str) else text)
    return tuple(kept)
