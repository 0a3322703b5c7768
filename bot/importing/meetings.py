"""A body's timetable read from a table: each meeting with its own paper deadline, as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from bot.draft import DraftMeeting
from bot.importing.patients import without_patient_data
from bot.importing.rows import Cell, RawDocument, RawRow, RawTable, as_text
from bot.language.dates import read_timescale
from bot.language.dates.find import find_dates
from bot.language.dates.reckoning import Direction
from bot.language.reading import Conventions
from bot.timescale import Timescale

_ON = re.compile(r"\b(?:dates?|meetings?|day|when)\b", re.IGNORECASE)
_PAPERS = re.compile(r"\b(?:papers?|agenda|deadline|dispatch|despatch|publication)\b", re.IGNORECASE)
_BODY = re.compile(r"\b(?:body|board|committee|group|forum)\b", re.IGNORECASE)
_BRIEFING = re.compile(r"\b(?:briefing|pre-?meet(?:ing)?)\b", re.IGNORECASE)
_HEADING_WIDTH = 40


def read_meetings(
    document: RawDocument, today: date, conventions: Conventions, body: str
) -> tuple[tuple[DraftMeeting, ...], tuple[int, ...]]:
    """The meetings of every timetable in the document, and the rows that could not be read as one.

    `body` is whose they are where the table does not say.
    """
    document, _ = without_patient_data(document)
    found: list[DraftMeeting] = []
    unread: list[int] = []
    for table in document.tables:
        columns = _columns_of(table)
        if columns is None:
            continue
        start, on_at, papers_at, body_at = columns
        for row in table.rows[start:]:
            if row.is_blank:
                continue
            whose = row.text(body_at) if body_at is not None else ""
            draft = _draft(row, on_at, papers_at, whose or body, today, conventions)
            if draft is None:
                unread.append(row.number)
            else:
                found.append(draft)
    return tuple(found), tuple(unread)


def _columns_of(table: RawTable) -> tuple[int, int, int | None, int | None] | None:
    """Where the rows begin, and which columns hold the day, the papers and the body."""
    for index, row in enumerate(table.rows):
        heads = [row.text(at) for at in range(len(row.cells))]
        if any(len(head) > _HEADING_WIDTH or re.search(r"\d", head) for head in heads):
            continue
        papers = next((at for at, head in enumerate(heads) if _PAPERS.search(head)), None)
        on = next((at for at, head in enumerate(heads) if _ON.search(head) and at != papers), None)
        if on is None:
            continue
        body = next(
            (at for at, head in enumerate(heads) if _BODY.search(head) and at not in (on, papers)), None
        )
        return index + 1, on, papers, body
    return None


def _draft(
    row: RawRow, on_at: int, papers_at: int | None, body: str, today: date, conventions: Conventions
) -> DraftMeeting | None:
    days, briefing = _days(_cell(row, on_at), today, conventions)
    if not days:
        return None
    papers = _cell(row, papers_at) if papers_at is not None else ""
    due, _ = _days(papers, today, conventions)
    return DraftMeeting(body, days[-1], due[0] if due else None, row.number, briefing=briefing)


def _cell(row: RawRow, at: int) -> Cell:
    return row.cells[at] if at < len(row.cells) else ""


def _days(cell: Cell, today: date, conventions: Conventions) -> tuple[Sequence[Timescale], Timescale | None]:
    """The times a cell states, in order, and which of them is only the briefing for the others."""
    if isinstance(cell, date):
        day = cell.date() if isinstance(cell, datetime) else cell
        return [Timescale.of_day(day, as_text(cell))], None
    words = as_text(cell)
    spans = find_dates(words, today, conventions)
    if len(spans) < 2:
        one = spans[0].resolve(Direction.FUTURE) if spans else read_timescale(words, today, conventions)
        return ([one], None) if one is not None else ([], None)
    ends = [*(span.start for span in spans[1:]), len(words)]
    times = [span.resolve(Direction.FUTURE) for span in spans]
    said = [words[span.end : end] for span, end in zip(spans, ends, strict=True)]
    briefings = [time for time, after in zip(times, said, strict=True) if _BRIEFING.search(after)]
    meetings = [time for time in times if time not in briefings]
    return (meetings, briefings[0]) if briefings and meetings else (times[-1:], None)
