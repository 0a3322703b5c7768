"""A raw table, row by row: headings, theme bands, action rows, the list of leads, and loose lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bot.draft import Doubt, DoubtKind, DraftMeeting, DraftPerson
from bot.importing.bands import Band, band_in, band_of
from bot.importing.columns import Column
from bot.importing.fields import Fields, read_fields
from bot.importing.flow import starts_midway
from bot.importing.headings import Heading, lead_list_heading, plan_heading, with_second_row, with_strands_as
from bot.importing.lead_list import (
    initials_in,
    initials_in_row,
    is_list_title,
    people_in_line,
    people_in_row,
)
from bot.importing.line import Line
from bot.importing.lines import LineReader
from bot.importing.meeting_tables import MeetingHeading, meeting_heading, meetings_in_row, meetings_in_words
from bot.importing.numbering import split_number, theme_of
from bot.importing.page import survey
from bot.importing.rows import RawRow, RawTable
from bot.importing.times import ReadTime
from bot.phrases import doubts as phrases


class Ending(StrEnum):
    """What became of a row; every filled row has one."""

    TITLE = "title"
    HEADING = "heading"
    THEME = "theme"
    LINE = "line"
    MEETING = "meeting"
    PERSON = "person"
    PROSE = "prose"
    DOUBT = "doubt"


@dataclass(slots=True)
class TableRead:
    """What one table holds. It fills up while the table is read."""

    heading: Heading | None = None
    titles: list[str] = field(default_factory=list)
    bands: list[Band] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    people: list[DraftPerson] = field(default_factory=list)
    people_row: int = 0
    meetings: list[DraftMeeting] = field(default_factory=list)
    initials: dict[str, str] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    endings: dict[int, Ending] = field(default_factory=dict)

    @property
    def heading_row(self) -> int:
        """Where the plan's first heading stands."""
        return self.heading.row if self.heading else 1


def read_table(table: RawTable, read: ReadTime) -> TableRead:
    """The table as a plan's lines, themes and leads; without a plan's heading only its leads."""
    return _TableReader(table, read).run()


class _TableReader:
    """Walks the rows once, knowing which heading it stands under."""

    def __init__(self, table: RawTable, read: ReadTime) -> None:
        self._table = table
        self._read = read
        self._survey = survey(table)
        self._rows = [row for row in table.rows if not row.is_blank]
        self._blank_above = {
            row.number for above, row in zip(table.rows, table.rows[1:], strict=False) if above.is_blank
        }
        # Blank rows that stand between all rows are only space; a few are where pages ended.
        self._ends_pages = table.has_pages or len(self._blank_above) * 2 < len(self._rows)
        self._reader = LineReader(read)
        self._above: Fields | None = None
        self._heading: Heading | None = None
        self._list: Heading | None = None
        self._in_list = False
        self._meetings: MeetingHeading | None = None
        self._block = 0
        self._has_bands = False
        self._of_text: set[int | None] = set()
        self._found = TableRead()
        self._loose_rows: list[RawRow] = []

    def run(self) -> TableRead:
        """Read every row, then say what was not understood."""
        for index, row in enumerate(self._rows):
            after = self._rows[index + 1] if index + 1 < len(self._rows) else None
            self._found.endings[row.number] = self._read_row(row, after)
        self._settle_loose_rows()
        if self._found.heading is not None:
            self._found.heading = with_strands_as(self._found.heading, self._strand)
        self._found.lines = self._reader.lines
        self._keep_headings_that_lead_to_actions()
        self._found.doubts += self._reader.doubts
        return self._found

    def _read_row(self, row: RawRow, after: RawRow | None) -> Ending:
        if self._table.is_page:
            self._turn_to(row)
        if row.number in self._survey.themes:
            self._open_band(band_of(" ".join(row.text(index) for index in row.filled)))
            self._of_text |= {self._reader.theme} if not row.block else set()
            return Ending.THEME
        if row.block in self._survey.unread:
            return self._left_unread(row)
        if self._is_heading(row):
            return Ending.HEADING
        if self._is_in_list(row):
            return Ending.PERSON
        if self._table.is_page and not row.block:
            return self._paragraph(row)
        if self._meetings is not None:
            return self._meeting(row, self._meetings)
        if self._heading is None:
            return self._above_the_table(row, after)
        return self._below_a_heading(row, after)

    def _below_a_heading(self, row: RawRow, after: RawRow | None) -> Ending:
        band = band_in(row, after)
        if band is not None:
            self._open_band(band)
            return Ending.THEME
        if self._is_loose(row):
            self._loose_rows.append(row)
            return Ending.PROSE
        self._add(row)
        return Ending.LINE

    def _turn_to(self, row: RawRow) -> None:
        """A list or meetings of a page end with their table."""
        if row.block and row.block != self._block:
            self._block = row.block
            self._meetings = None
            if self._list is not None:
                self._list, self._in_list = None, False

    def _left_unread(self, row: RawRow) -> Ending:
        """A table that is no part of the plan is said once, by its first row."""
        first = next(one for one in self._rows if one.block == row.block)
        if first is row:
            words = " · ".join(row.text(index) for index in row.filled)
            self._found.doubts.append(
                Doubt(row.number, DoubtKind.ROW_NOT_READ, phrases.table_not_read(words))
            )
        return Ending.DOUBT

    def _paragraph(self, row: RawRow) -> Ending:
        """A line of a page: the title above the tables, a key to initials, or prose."""
        text = row.text(0)
        if self._found.heading is None:
            self._found.titles.append(text)
            return Ending.TITLE
        self._found.loose.append(text)
        return Ending.PERSON if initials_in([text]) else Ending.PROSE

    def _meeting(self, row: RawRow, heading: MeetingHeading) -> Ending:
        """A row of a table of meetings; what is not understood of it is said."""
        if len(row.cells) == 1 and self._table.has_pages:
            self._meetings = None
            self._loose_rows.append(row)
            return Ending.PROSE
        found = meetings_in_row(row, heading, self._whose(), self._read)
        announced = () if found.meetings else meetings_in_words(row.raw, row.number, self._read)
        self._found.meetings += (*found.meetings, *announced)
        if found.left:
            self._found.doubts.append(
                Doubt(row.number, DoubtKind.ROW_NOT_READ, phrases.meeting_row_not_read(found.left))
            )
        return Ending.MEETING

    def _whose(self) -> str:
        """The body whose meetings a table without a column for bodies lists."""
        return self._found.titles[-1] if self._found.titles else self._table.name

    def _is_heading(self, row: RawRow) -> bool:
        heading = plan_heading(row)
        if heading is not None:
            self._heading, self._list, self._in_list, self._meetings = heading, None, False, None
            self._found.heading = self._found.heading or heading
            return True
        second = with_second_row(self._heading, row) if self._heading else None
        if second is not None:
            self._heading = second
            return True
        people = lead_list_heading(row)
        if people is not None:
            self._list, self._in_list = people, True
            self._found.people_row = self._found.people_row or row.number
            return True
        self._meetings = meeting_heading(row) or self._meetings
        return meeting_heading(row) is not None

    def _is_in_list(self, row: RawRow) -> bool:
        """A row of the list of leads, or the line that announces it."""
        text = row.text(row.filled[0])
        if len(row.filled) == 1 and is_list_title(text) and not split_number(text)[0]:
            self._in_list, self._list = True, None
            self._found.people_row = self._found.people_row or row.number
            return True
        if not self._in_list:
            return False
        if self._list is not None:
            people = people_in_row(row, self._list)
            self._found.initials |= initials_in_row(row, self._list)
        else:
            people = people_in_line(" ".join(row.text(index) for index in row.filled))
        self._found.people += people
        return bool(people)

    def _above_the_table(self, row: RawRow, after: RawRow | None) -> Ending:
        """A title; or right above the heading, the theme of the first table."""
        text = " ".join(row.text(index) for index in row.filled)
        theme = theme_of(text) if after is not None and plan_heading(after) is not None else None
        if theme is not None:
            self._open_band(Band(*theme))
            return Ending.THEME
        self._found.titles.append(text)
        return Ending.TITLE

    def _open_band(self, band: Band) -> None:
        self._has_bands = True
        if band not in self._found.bands:
            self._found.bands.append(band)
        self._reader.begin_theme(self._found.bands.index(band))
        self._above = None

    def _is_loose(self, row: RawRow) -> bool:
        """A line of prose between or below the tables, rather than a cell of one."""
        if len(row.filled) > 1 or row.filled[0] != 0:
            return False
        text = row.text(0)
        if split_number(text)[0] and len(row.cells) > 1:
            return False
        return len(row.cells) == 1 or not starts_midway(text)

    def _add(self, row: RawRow) -> None:
        assert self._heading is not None  # noqa: S101 - the caller has just asked
        fields = read_fields(row, self._heading, self._above)
        self._above = Fields(row.number, cells={**(self._above.cells if self._above else {}), **fields.cells})
        strand = fields.text(Column.STRAND)
        if strand and self._strand is Column.WORKSTREAM:
            fields = fields.with_text(Column.WORKSTREAM, strand)
        theme = fields.text(Column.THEME) or (strand if self._strand is Column.THEME else "")
        if theme:
            self._open_theme_column(band_of(theme))
        self._reader.add(fields, after_page=self._ends_pages and row.number in self._blank_above)

    @property
    def _strand(self) -> Column:
        """What a column of workstreams holds here: a plan that has themes beside them has both; one that has
        sub-groups in a column of their own as well has its themes here."""
        if self._heading is None or self._heading.has(Column.WORKSTREAM):
            return Column.THEME
        return Column.WORKSTREAM if self._has_bands or self._heading.has(Column.THEME) else Column.THEME

    def _keep_headings_that_lead_to_actions(self) -> None:
        """A page's headings are themes where actions stand below them; others are headings of text."""
        led = {line.theme for line in self._found.lines}
        bands = self._found.bands
        kept = [i for i in range(len(bands)) if i in led or i not in self._of_text]
        for line in self._found.lines:
            line.theme = None if line.theme is None else kept.index(line.theme)
        self._found.bands = [bands[index] for index in kept]

    def _open_theme_column(self, band: Band) -> None:
        if band not in self._found.bands:
            self._found.bands.append(band)
        index = self._found.bands.index(band)
        if self._reader.theme != index:
            self._reader.begin_theme(index)

    def _settle_loose_rows(self) -> None:
        """Prose below a text file's tables is prose; a loose row anywhere else is a doubt."""
        last = max(self._reader.rows, default=0)
        for row in self._loose_rows:
            text = row.text(row.filled[0])
            self._found.loose.append(text)
            if initials_in([text]):
                self._found.endings[row.number] = Ending.PERSON
                continue
            if self._table.has_pages and row.number > last:
                continue
            self._found.endings[row.number] = Ending.DOUBT
            self._found.doubts.append(Doubt(row.number, DoubtKind.ROW_NOT_READ, phrases.row_not_read(text)))
