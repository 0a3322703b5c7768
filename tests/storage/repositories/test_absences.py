"""Absences, and the deputies they put beside the actions of a plan."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.errors import NotFound
from bot.partnership import Workspace
from bot.plan import Deputy
from storage import Record
from tests.storage.larkmere import NOW, add_plan

TODAY = NOW.date()
TOMORROW = TODAY + timedelta(days=1)


def test_a_deputy_stands_beside_the_leads_actions_for_the_days_of_the_absence(
    record: Record, workspace: Workspace
) -> None:
    with record.open_work(workspace.id) as work:
        plan = add_plan(work)
        lead = plan.actions[0].leads[0]
        deputy = work.people.add("Q Deputy", [])
        away = work.absences.add(lead.person_id, TODAY, TOMORROW, lead.person_id, NOW)
        assert work.plans.get(plan.id).actions[0].deputies == ()
        away = work.absences.stand_in(away.id, deputy.id)
        assert work.absences.get(away.id) == away
        assert work.absences.of(lead.person_id) == (away,) == work.absences.since(TOMORROW)
        assert work.absences.since(TOMORROW + timedelta(days=1)) == ()
        beside = Deputy(deputy.id, "Q Deputy", lead.person_id, TOMORROW)
        assert work.plans.get(plan.id).actions[0].deputies == (beside,)
        work.absences.end(away.id, NOW)
        assert work.plans.get(plan.id).actions[0].deputies == ()


def test_what_has_ended_is_not_changed_any_more(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        person = work.people.add("Q Lead", []).id
        away = work.absences.add(person, TODAY, TOMORROW, person, NOW)
        ended = work.absences.end(away.id, NOW)
        assert ended.ended_at == NOW
        with pytest.raises(NotFound):
            work.absences.stand_in(away.id, person)
        with pytest.raises(NotFound):
            work.absences.end(away.id, NOW)


def test_a_live_plan_that_is_kept_in_memory_has_the_deputies_of_the_day(
    record: Record, workspace: Workspace
) -> None:
    with record.open_work(workspace.id) as work:
        plan = add_plan(work)
        work.plans.go_live(plan.id, work.now)
        lead = plan.actions[0].leads[0].person_id
    with record.open_work(workspace.id, read_only=True) as work:
        assert work.plans.live()[0].actions[0].deputies == ()
    with record.open_work(workspace.id) as work:
        deputy = work.people.add("Q Deputy", []).id
        away = work.absences.add(lead, TODAY, TOMORROW, lead, NOW)
        work.absences.stand_in(away.id, deputy)
    with record.open_work(workspace.id, read_only=True) as work:
        assert [one.person_id for one in work.plans.live()[0].actions[0].deputies] == [deputy]
