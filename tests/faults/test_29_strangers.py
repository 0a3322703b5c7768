"""Fault 29: somebody unknown, or who leads nothing here, writes to the bot or presses what is another's."""

from __future__ import annotations

import pytest

from tests.scenarios.dialogue import Dialogue


@pytest.mark.parametrize("who", ["Q Nobody", "Slack Connect Stranger"])
@pytest.mark.parametrize("text", ["2.7a done", "status", "status 2.7a", "history 2.7a", "undo"])
def test_a_stranger_is_told_nothing_of_the_plan_and_changes_nothing(
    one_chat: Dialogue, who: str, text: str
) -> None:
    answers = " ".join(one_chat.says(who, text))
    assert answers
    assert "Discharge" not in answers
    assert "S Okoro" not in answers
    with one_chat.record.open_work(one_chat.workspace.id) as work:
        (plan,) = work.plans.live()
        assert all(action.reported_at is None for action in plan.actions)


def test_a_lead_of_another_action_is_refused(chat: Dialogue) -> None:
    answers = " ".join(chat.says("K Bramley", "2.7a green"))
    assert "S Okoro" in answers, "who can is named"
    with chat.record.open_work(chat.workspace.id) as work:
        (plan,) = work.plans.live()
        assert next(action for action in plan.actions if action.ref == "2.7a").rag is None
