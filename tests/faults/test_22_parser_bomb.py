"""Fault 22: numbers without end, in which a reader could look for dates for ever."""

from __future__ import annotations

import pytest

from tests.scenarios.dialogue import Dialogue


@pytest.mark.parametrize("text", ["1 " * 2000, "1/1/1 " * 600, "monday " * 500, "2.7a " * 700, "((((" * 900])
def test_it_changes_nothing_and_asks_what_was_meant(one_chat: Dialogue, text: str) -> None:
    answers = one_chat.says("S Okoro", text)
    assert answers
    with one_chat.record.open_work(one_chat.workspace.id) as work:
        (plan,) = work.plans.live()
        assert all(action.reported_at is None for action in plan.actions)
