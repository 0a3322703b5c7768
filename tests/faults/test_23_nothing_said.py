"""Fault 23: a message without words."""

from __future__ import annotations

import pytest

from tests.handlers.slack import payloads
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import account

EMPTY = ["", "   ", "\n\n", ":tada:", "\U0001f600", "...", "<@U0BOT>"]


@pytest.mark.parametrize("text", EMPTY)
def test_it_changes_nothing_and_is_met_kindly(one_chat: Dialogue, text: str) -> None:
    one_chat.says("S Okoro", text)
    with one_chat.record.open_work(one_chat.workspace.id) as work:
        (plan,) = work.plans.live()
        assert all(action.reported_at is None for action in plan.actions)
    assert one_chat.record.backlog(one_chat.clock.now()).is_empty, "it is done with, and not tried again"
    assert one_chat.says("S Okoro", "help"), "the next message is heard"


def test_a_file_without_a_word_is_no_fault(one_chat: Dialogue) -> None:
    shared = {"subtype": "file_share", "files": [{"id": "F1", "name": "photo.jpg", "mode": "hosted"}]}
    one_chat.send(payloads.message(account("S Okoro"), "DUSOKORO", one_chat.ts(), "", **shared))
    one_chat.settle()
    assert one_chat.record.backlog(one_chat.clock.now()).is_empty
