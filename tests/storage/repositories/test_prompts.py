"""Who was asked what, once a round."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.conversation import PromptId, PromptKind
from bot.errors import NotFound
from bot.partnership import Workspace
from storage import Record
from tests.storage.larkmere import add_plan


def test_a_person_is_asked_once_a_round_and_kind(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        plan = add_plan(work)
        person_id = plan.actions[0].leads[0].person_id
        items = [action.id for action in reversed(plan.actions)]
        asked = work.prompts.add(person_id, plan.id, "board-14", PromptKind.ASK, items, work.now)
        assert asked.items == tuple(items)
        later = work.now + timedelta(days=1)
        assert work.prompts.add(person_id, plan.id, "board-14", PromptKind.ASK, items[:1], later) == asked
        reminded = work.prompts.add(person_id, plan.id, "board-14", PromptKind.REMINDER, items[:1], later)
        next_round = work.prompts.add(person_id, plan.id, "board-15", PromptKind.ASK, items, later)
        assert len({asked.id, reminded.id, next_round.id}) == 3
        assert work.prompts.of_round(plan.id, "board-14") == (asked, reminded)
        assert work.prompts.get(asked.id) == asked


def test_a_posted_prompt_is_found_by_its_thread_and_its_person(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        plan = add_plan(work)
        person_id = plan.actions[0].leads[0].person_id
        assert work.prompts.latest_for(person_id) is None
        later = work.now + timedelta(days=1)
        work.prompts.add(person_id, plan.id, "board-14", PromptKind.REMINDER, [], later)
        asked = work.prompts.add(person_id, plan.id, "board-14", PromptKind.ASK, [], work.now)
        work.prompts.posted(asked.id, "D1", "1790.1")
        found = work.prompts.in_thread("D1", "1790.1")
        assert found is not None
        assert (found.id, found.channel, found.ts) == (asked.id, "D1", "1790.1")
        assert work.prompts.in_thread("D1", "1790.2") is None
        latest = work.prompts.latest_for(person_id)
        assert latest is not None
        assert latest.kind is PromptKind.REMINDER


def test_an_unknown_prompt_is_not_found(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work, pytest.raises(NotFound):
        work.prompts.get(PromptId(99))
