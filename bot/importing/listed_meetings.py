"""The meetings a document lists, from its tables or from a calendar file, within the time that matters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache

from bot.draft import Doubt, DoubtKind, DraftMeeting
from bot.importing.meeting_tables import meeting_heading, meetings_in_row, times_in
from bot.importing.patients import without_patient_data
from bot.importing.rows import RawDocument, RawMeeting
from bot.importing.tables import TableRead
from bot.importing.times import ReadTime
from bot.language.dates import read_timescale
from bot.language.reading import Conventions
from bot.phrases import doubts as phrases
from bot.timescale import Precision, Timescale

_BACK, _AHEAD = timedelta(days=31), timedelta(days=550)
_PAPERS = re.compile(
    r"\b(?:papers?|agenda)\b[^.\n]{0,40}?\b(?:due|by|deadline|circulated|on)\b[\s:]*", re.IGNORECASE
)


def meetings_of(
    document: RawDocument, found: Sequence[TableRead], read: ReadTime, today: date
) -> tuple[tuple[DraftMeeting, ...], tuple[Doubt, ...]]:
    """Every meeting of the tables; of a calendar's series those of the last month and the next eighteen."""
    near, left_out = [], Counter[str]()
    for meeting in document.meetings:
        if meeting.series and not today - _BACK <= meeting.first_day <= today + _AHEAD:
            left_out[meeting.series] += 1
        else:
            near.append(meeting)
    meetings = [meeting for one in found for meeting in one.meetings]
    meetings += [_draft(number, meeting, read) for number, meeting in enumerate(near, start=1)]
    doubts = (
        Doubt(1, DoubtKind.HIDDEN, phrases.meetings_left_out(name, count)) for name, count in left_out.items()
    )
    return tuple(_once(meetings)), tuple(doubts)


def timetable_of(
    document: RawDocument, today: date, conventions: Conventions, body: str
) -> tuple[tuple[DraftMeeting, ...], tuple[int, ...]]:
    """The meetings of every timetable in the document, and the rows that could not be read as one.

    `body` is whose they are where the table does not say.
    """
    document, _ = without_patient_data(document)
    read: ReadTime = cache(lambda words: read_timescale(words, today, conventions))
    found: list[DraftMeeting] = []
    unread: list[int] = []
    for table in document.tables:
        heading = None
        for row in table.rows:
            if row.is_blank or (table.is_page and not row.block):
                continue
            begins = meeting_heading(row)
            if heading is None or begins is not None:
                heading = begins or heading
                continue
            done = meetings_in_row(row, heading, body, read)
            found += done.meetings
            unread += [] if done.meetings else [row.number]
    return tuple(_once(found)), tuple(unread)


def _draft(number: int, meeting: RawMeeting, read: ReadTime) -> DraftMeeting:
    due = _day(meeting.papers_due_on) if meeting.papers_due_on else _papers_due(meeting.notes, read)
    briefing = _day(meeting.briefing_on) if meeting.briefing_on else None
    return DraftMeeting(meeting.body, _days(meeting), due, number, briefing=briefing)


def _days(meeting: RawMeeting) -> Timescale:
    if meeting.last_day <= meeting.first_day:
        return _day(meeting.first_day)
    words = f"{_day(meeting.first_day).words} to {meeting.last_day.day} {meeting.last_day:%B %Y}"
    return Timescale(meeting.first_day, meeting.last_day, Precision.RANGE, words)


def _day(day: date) -> Timescale:
    return Timescale.of_day(day, f"{day.day} {day:%B %Y}")


def _papers_due(notes: str, read: ReadTime) -> Timescale | None:
    """The day that an entry's notes give for its papers: "Papers due: 13 February 2027"."""
    match = _PAPERS.search(notes)
    times = times_in(notes[match.end() : match.end() + 40], read) if match else ()
    return times[0][1] if times and times[0][0] == 0 else None


def _once(meetings: Iterable[DraftMeeting]) -> list[DraftMeeting]:
    """A body meets once on the same days, however often a calendar says so."""
    found: dict[tuple[str, date, date], DraftMeeting] = {}
    for meeting in meetings:
        found.setdefault((meeting.name, meeting.on.start, meeting.on.end), meeting)
    return list(found.values())
