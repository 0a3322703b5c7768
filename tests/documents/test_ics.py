"""Calendar files of ours: meetings out with their deadlines, and the same meetings back."""

from __future__ import annotations

from datetime import UTC, date, datetime

from documents.calendars import read_calendar
from documents.ics import Entry, write_calendar

AT = datetime(2026, 9, 21, 9, 0, tzinfo=UTC)


def test_what_was_written_is_read_back_as_the_same_meetings_without_their_deadlines() -> None:
    entries = (
        Entry(
            "meeting-1",
            "Larkmere: Board",
            date(2026, 10, 14),
            "papers due 2 Oct 2026",
            "Board",
            date(2026, 10, 4),
            date(2026, 10, 7),
        ),
        Entry("meeting-1-papers", "Larkmere: Board, papers go", date(2026, 10, 2), "Board"),
        Entry("meeting-2", "Larkmere: Cabinet", date(2026, 11, 11), "papers due 2 Nov 2026", "Cabinet"),
    )
    board, cabinet = read_calendar(write_calendar("Larkmere", entries, AT))
    assert (board.body, board.first_day, board.last_day) == ("Board", date(2026, 10, 14), date(2026, 10, 14))
    assert (board.papers_due_on, board.briefing_on) == (date(2026, 10, 4), date(2026, 10, 7))
    assert (cabinet.body, cabinet.papers_due_on, cabinet.notes) == ("Cabinet", None, "")


def test_a_day_is_a_whole_day_under_an_id_that_stays() -> None:
    content = write_calendar("Larkmere", (Entry("meeting-1", "Board", date(2026, 10, 14)),), AT).decode()
    assert "UID:meeting-1@leadline" in content
    assert "DTSTART;VALUE=DATE:20261014" in content
    assert "DTEND;VALUE=DATE:20261015" in content
