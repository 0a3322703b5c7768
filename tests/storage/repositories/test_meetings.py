"""The calendar of a partnership's bodies, each meeting with its own deadline."""

from __future__ import annotations

from datetime import date, datetime

from bot.partnership import Workspace
from storage import Record
from tests.storage.larkmere import BOARD, NOVEMBER, OCTOBER, add_partnership


def test_meetings_come_earliest_first(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        partnership = add_partnership(work)
        later = work.meetings.add(partnership.id, "Board", NOVEMBER, None, None)
        day = work.meetings.add(partnership.id, "Board", BOARD, date(2026, 10, 4), None)
        month = work.meetings.add(partnership.id, "Executive", OCTOBER, None, None)
        assert work.meetings.of(partnership.id) == (month, day, later)
        assert work.meetings.of(add_partnership(work, "Dunvale").id) == ()


def test_updates_are_due_by_wall_time(record: Record, workspace: Workspace) -> None:
    noon = datetime(2026, 9, 29, 12, 0)  # noqa: DTZ001  # wall time of the partnership's own zone
    with record.open_work(workspace.id) as work:
        added = work.meetings.add(add_partnership(work).id, "Board", BOARD, None, noon)
    assert added.updates_by == noon


def test_a_meeting_told_twice_takes_the_newer_deadline(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        partnership = add_partnership(work)
        first = work.meetings.add(partnership.id, "Board", BOARD, None, None)
        again = work.meetings.add(
            partnership.id, "Board", BOARD.in_words("14 October"), date(2026, 10, 4), None
        )
        assert again.id == first.id
        assert work.meetings.of(partnership.id) == (again,)
        assert again.papers_due_on == date(2026, 10, 4)
