"""How plans are paused, closed and reopened, on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.closing import ActionEnd, ClosingState, End, without_end
from bot.errors import AlreadySettled
from bot.partnership import Workspace
from bot.plan import PlanState
from storage import Record
from tests.databases import StoppedClock
from tests.storage.larkmere import add_plan


def test_a_closing_is_drafted_asked_and_confirmed_once(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        plan = work.plans.go_live(add_plan(work).id, work.now)
        officer, chair = (work.people.add(name, ()).id for name in ("P Lowell", "A Merrin"))
        closing = work.closings.begin(plan.id, officer, work.now)
        assert work.closings.begin(plan.id, officer, work.now) == closing, "there is one under way"
        for action in plan.actions:
            given = work.closings.give(closing.id, ActionEnd(action.id, End.STOPPED, "no funding", officer))
        assert without_end(plan, given) == ()
        asked = work.closings.put_to_chairs(closing.id)
        assert (asked.state, asked.asked_times) == (ClosingState.ASKED, 1)
        changed = ActionEnd(plan.actions[0].id, End.DONE, "signed off", officer)
        again = work.closings.give(closing.id, changed)
        assert again.state is ClosingState.DRAFT, "what was asked before is not what is meant now"
        assert again.end_of(plan.actions[0].id) == changed
        with pytest.raises(AlreadySettled):
            work.closings.settle(closing.id, ClosingState.CONFIRMED, chair, work.now)
        assert work.closings.put_to_chairs(closing.id).asked_times == 2
        done = work.closings.settle(closing.id, ClosingState.CONFIRMED, chair, work.now)
        assert (done.state, done.settled_by) == (ClosingState.CONFIRMED, chair)
        with pytest.raises(AlreadySettled):
            work.closings.give(closing.id, changed)
        assert work.closings.latest(plan.id) == done


def test_a_closed_plan_counts_its_end_and_a_reopened_one_does_not(
    record: Record, workspace: Workspace, clock: StoppedClock
) -> None:
    with record.open_work(workspace.id) as work:
        plan_id = work.plans.go_live(add_plan(work).id, work.now).id
        closed = work.plans.close(plan_id)
        ended = work.now
        assert (closed.state, closed.ended_at, closed.was_closed) == (PlanState.CLOSED, ended, True)
        assert work.plans.live() == ()
        with pytest.raises(AlreadySettled):
            work.plans.close(plan_id)
    clock.instant += timedelta(days=3)
    with record.open_work(workspace.id) as work:
        (closed,) = work.plans.closed()
        again = work.plans.reopen(plan_id)
        assert (again.state, again.ended_at) == (PlanState.LIVE, None)
        assert again.pause is not None
        assert (again.pause.since, again.pause.until) == (ended, work.now)
        assert again.asked_since(work.now) == work.now, "silence counts from now"
        assert again.asked_since(ended - timedelta(days=1)) == closed.went_live_at, "and then, as it did"
        with pytest.raises(AlreadySettled):
            work.plans.reopen(plan_id)


def test_a_draft_that_was_set_aside_is_no_closed_plan(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        plan = add_plan(work)
        assert not work.plans.set_aside(plan.id).was_closed
        assert work.plans.closed() == ()
        with pytest.raises(AlreadySettled):
            work.plans.reopen(plan.id)


def test_a_pause_has_an_end_or_none(record: Record, workspace: Workspace, clock: StoppedClock) -> None:
    with record.open_work(workspace.id) as work:
        plan_id = work.plans.go_live(add_plan(work).id, work.now).id
        until = work.now + timedelta(days=7)
        paused = work.plans.pause(plan_id, until)
        assert paused.is_paused(work.now)
        assert not paused.is_paused(until), "on that day it goes on"
        assert work.plans.pause(plan_id, None).is_paused(until + timedelta(days=999))
    clock.instant += timedelta(days=1)
    with record.open_work(workspace.id) as work:
        assert not work.plans.resume(plan_id).is_paused(work.now)
