"""Bodies, what they follow, and what they are due to receive."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.boards import ForwardKind, Remit
from bot.errors import NotFound
from bot.meetings import MeetingChange, dates_of
from bot.partnership import Workspace
from bot.plan import Classification
from storage import Record
from tests.storage.larkmere import BOARD, NOVEMBER, OCTOBER, add_partnership, add_plan


def test_a_body_is_known_by_its_name(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        partnership = add_partnership(work)
        board = work.boards.named(partnership.id, "Partnership Board")
        assert work.boards.named(partnership.id, "partnership board") == board
        group = work.boards.named(partnership.id, "LIT subgroup")
        assert work.boards.of(partnership.id) == (group, board)


def test_what_is_said_of_a_body_is_kept_and_replaced(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        partnership = add_partnership(work)
        body = work.boards.named(partnership.id, "Joint forum")
        assert (body.least_yearly, body.distribution) == (None, "")
        for least, papers in ((3, "OSC, SHA"), (None, "")):
            work.boards.describe(body.id, least, papers)
            (found,) = work.boards.of(partnership.id)
            assert (found.least_yearly, found.distribution) == (least, papers)


def test_who_followed_a_plan_stays_known_after_it_ended(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        plan = add_plan(work)
        old = work.boards.named(plan.partnership_id, "Old board")
        new = work.boards.named(plan.partnership_id, "New board")
        work.boards.give(plan.id, old.id, Remit.MONITORS, date(2026, 6, 1))
        work.boards.end(plan.id, old.id, Remit.MONITORS, date(2026, 9, 30))
        work.boards.give(plan.id, new.id, Remit.MONITORS, date(2026, 10, 1))
        found = work.boards.following(plan.partnership_id)
    assert [(one.body.name, one.from_on, one.until_on) for one in found] == [
        ("Old board", date(2026, 6, 1), date(2026, 9, 30)),
        ("New board", date(2026, 10, 1), None),
    ]


def test_the_forward_plan_comes_by_when_it_falls_due(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        partnership = add_partnership(work)
        body = work.boards.named(partnership.id, "Board").id
        later = work.boards.promise(partnership.id, ForwardKind.REVIEW, "The agreement", NOVEMBER, body)
        sooner = work.boards.promise(partnership.id, ForwardKind.REPORT, "Risk sharing", OCTOBER, None)
        assert work.boards.forward(partnership.id) == (sooner, later)
        assert (later.body, sooner.body) == ("Board", None)
        work.boards.settle(sooner.id, date(2026, 10, 14))
        assert work.boards.forward(partnership.id)[0].settled_on == date(2026, 10, 14)
        with pytest.raises(NotFound):
            work.boards.settle(sooner.id, date(2026, 10, 15))


def test_a_plan_and_a_channel_are_restricted_by_saying_so(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        plan = add_plan(work)
        assert not plan.is_restricted
        work.plans.classify(plan.id, Classification.RESTRICTED)
        work.partnerships.classify_channel(plan.partnership_id, Classification.RESTRICTED)
    with record.open_work(workspace.id, read_only=True) as work:
        assert work.plans.get(plan.id).is_restricted
        assert work.partnerships.get(plan.partnership_id).channel_is_restricted


def test_that_a_channel_is_shared_is_remembered_until_it_is_not(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        made = add_partnership(work)
        work.partnerships.set_up(made.id, channel="C1", rhythm=made.rhythm, chairs=(), officers=())
        work.partnerships.note_shared("C1", is_shared=True)
        work.partnerships.note_shared("C2", is_shared=True)
        work.partnerships.post_outside(made.id, is_allowed=True)
    with record.open_work(workspace.id) as work:
        assert work.partnerships.get(made.id).posts_outside
        assert (work.partnerships.is_known_shared("C1"), work.partnerships.is_known_shared("C2")) == (
            True,
            False,
        )
        work.partnerships.note_shared("C1", is_shared=False)
        assert not work.partnerships.is_known_shared("C1")


def test_a_meetings_history_is_kept_with_its_days(record: Record, workspace: Workspace) -> None:
    at = datetime(2026, 9, 21, 9, 0, tzinfo=UTC)
    with record.open_work(workspace.id) as work:
        meeting = work.meetings.add(add_partnership(work).id, "Board", BOARD, date(2026, 10, 4), None)
        change = MeetingChange(meeting.id, at, None, None, dates_of(meeting))
        work.meetings.note(change)
    with record.open_work(workspace.id, read_only=True) as work:
        assert work.meetings.changes(meeting.id) == (change,)
