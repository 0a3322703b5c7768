"""Requests, help, decisions and corrections come back as they were kept, and are settled once."""

from __future__ import annotations

import pytest

from bot.errors import AlreadySettled, NotFound
from bot.governance import (
    DecisionId,
    DecisionKind,
    DecisionState,
    ExtensionId,
    ExtensionState,
    Group,
    HelpId,
    HelpKind,
)
from bot.partnership import Workspace
from bot.plan import ActionId
from storage import Record
from tests.storage.larkmere import NOVEMBER, OCTOBER, SEPTEMBER, add_plan, draft


def test_a_request_for_more_time_is_put_down_and_decided_once(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        plan = add_plan(work)
        action, lead = plan.actions[0], plan.actions[0].leads[0].person_id
        asked = work.extensions.add(action.id, lead, SEPTEMBER, OCTOBER, "no mailbox", work.now)
        (meeting,) = work.meetings.of(plan.partnership_id)
        assert work.extensions.put_down(asked.id, meeting.id).meeting_id == meeting.id
        granted = work.extensions.settle(
            asked.id, ExtensionState.GRANTED, work.now, lead, meeting_id=meeting.id, minute_ref="6.2"
        )
    assert (granted.state, granted.was, granted.wanted) == (ExtensionState.GRANTED, SEPTEMBER, OCTOBER)
    with record.open_work(workspace.id) as work:
        assert work.extensions.of_action(action.id) == (granted,)
        assert work.extensions.of_plans([plan.id]) == (granted,)
        with pytest.raises(AlreadySettled):
            work.extensions.settle(asked.id, ExtensionState.REFUSED, work.now, lead)
        with pytest.raises(NotFound):
            work.extensions.get(ExtensionId(99))


def test_help_is_asked_answered_and_ended_once(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        plan = add_plan(work)
        action, lead = plan.actions[0], plan.actions[0].leads[0].person_id
        asked = work.helping.add(action.id, HelpKind.ASKED, "Dunvale IT", lead, "a mailbox", "C9", work.now)
        assert asked.is_open
        assert work.helping.answered(asked.id, "opens on Friday", work.now, lead).answer == "opens on Friday"
        ended = work.helping.ended(asked.id, work.now, lead)
        assert not ended.is_open
        assert work.helping.of_plans([plan.id]) == (ended,)
        with pytest.raises(AlreadySettled):
            work.helping.ended(asked.id, work.now, lead)
        for call in (
            lambda: work.helping.get(HelpId(99)),
            lambda: work.helping.answered(HelpId(99), "", work.now, lead),
        ):
            with pytest.raises(NotFound):
                call()


def test_a_group_is_known_by_its_name_however_it_is_typed(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        plan = add_plan(work)
        work.helping.set_group(plan.partnership_id, "Dunvale  IT", None)
        work.helping.set_group(plan.partnership_id, "dunvale it", "C9")
        assert work.helping.groups(plan.partnership_id) == (Group("Dunvale IT", "C9"),)


def test_only_recorded_decisions_are_listed(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        plan = add_plan(work)
        lead = plan.actions[0].leads[0].person_id
        one, two = (
            work.decisions.add(plan.partnership_id, DecisionKind.DECISION, said, lead, work.now)
            for said in ("agreed", "noted")
        )
        kept = work.decisions.settle(one.id, DecisionState.RECORDED)
        work.decisions.settle(two.id, DecisionState.DROPPED)
        assert work.decisions.of(plan.partnership_id) == (kept,)
        with pytest.raises(AlreadySettled):
            work.decisions.settle(two.id, DecisionState.RECORDED)
        with pytest.raises(NotFound):
            work.decisions.get(DecisionId(99))


def test_a_corrected_first_date_takes_the_agreed_one_with_it(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        plan = add_plan(work)
        action, lead = plan.actions[0], plan.actions[0].leads[0].person_id
        work.plans.correct_first_date(action.id, NOVEMBER)
        kept = work.corrections.add(action.id, SEPTEMBER, NOVEMBER, "mistyped", lead, work.now)
        found = work.plans.get(plan.id).actions[0]
        assert (found.baseline_due, found.approved_due, found.moves) == (NOVEMBER, NOVEMBER, ())
        assert work.corrections.of_plans([plan.id]) == (kept,)
        with pytest.raises(NotFound):
            work.plans.correct_first_date(ActionId(99), NOVEMBER)


def test_an_action_joins_a_plan_at_its_end(record: Record, workspace: Workspace) -> None:
    one = draft(4).actions[3]
    with record.open_work(workspace.id) as work:
        plan = add_plan(work)
        made = work.plans.add_action(plan.id, one)
        found = work.plans.get(plan.id)
    assert found.actions[-1].id == made
    assert [lead.name for lead in found.actions[-1].leads] == ["R. Vale", "Lead 4"]
    assert found.actions[-1].baseline_due == SEPTEMBER


def test_a_plans_tolerance_is_set(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        plan = add_plan(work)
        assert work.plans.set_tolerance(plan.id, 28).tolerance_days == 28
