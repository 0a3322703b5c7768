"""Calendar files: meetings in from anybody's, out with their deadlines, and back again."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.errors import PlanUnreadable
from documents.ics import Entry, is_calendar, read_calendar, write_calendar

AT = datetime(2026, 9, 21, 9, 0, tzinfo=UTC)

ANYBODYS = b"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Elsewhere//EN
BEGIN:VEVENT
UID:2@elsewhere
DTSTAMP:20260901T090000Z
DTSTART:20261111T140000Z
SUMMARY:Partnership Board
END:VEVENT
BEGIN:VEVENT
UID:1@elsewhere
DTSTAMP:20260901T090000Z
DTSTART;VALUE=DATE:20261014
END:VEVENT
BEGIN:VEVENT
UID:3@elsewhere
DTSTAMP:20260901T090000Z
DTSTART;VALUE=DATE:20261209
STATUS:CANCELLED
SUMMARY:Partnership Board
END:VEVENT
END:VCALENDAR
"""


def written(to: Path, content: bytes) -> Path:
    path = to / "board.ics"
    path.write_bytes(content)
    return path


def test_anybodys_calendar_gives_its_meetings_by_day_without_the_cancelled(tmp_path: Path) -> None:
    found = read_calendar(written(tmp_path, ANYBODYS), "Board")
    assert [(one.body, one.on.end) for one in found] == [
        ("Board", date(2026, 10, 14)),
        ("Partnership Board", date(2026, 11, 11)),
    ]


def test_what_was_written_is_read_back_with_its_paper_date_and_each_meeting_once(tmp_path: Path) -> None:
    entries = (
        Entry("meeting-1", "Larkmere: Board", date(2026, 10, 14), "a note", "Board", date(2026, 10, 4)),
        Entry("meeting-1-papers", "Larkmere: Board, papers go", date(2026, 10, 2)),
    )
    (found,) = read_calendar(written(tmp_path, write_calendar("Larkmere", entries, AT)), "Other")
    assert found.papers_due is not None
    assert (found.body, found.on.end, found.papers_due.end) == (
        "Board",
        date(2026, 10, 14),
        date(2026, 10, 4),
    )


def test_a_day_is_a_whole_day_under_an_id_that_stays(tmp_path: Path) -> None:
    content = write_calendar("Larkmere", (Entry("meeting-1", "Board", date(2026, 10, 14)),), AT).decode()
    assert "UID:meeting-1@leadline" in content
    assert "DTSTART;VALUE=DATE:20261014" in content
    assert "DTEND;VALUE=DATE:20261015" in content


def test_what_is_no_calendar_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(PlanUnreadable) as refused:
        read_calendar(written(tmp_path, b"Date,Papers\n"), "Board")
    assert "board.ics" in refused.value.why
    assert is_calendar(Path("Board.ICS"))
    assert not is_calendar(Path("board.csv"))
