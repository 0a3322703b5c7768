"""Fault 13: one message arrives as a mention and as a message, each an event of its own."""

from __future__ import annotations

import pytest

from tests.handlers.slack import payloads
from tests.handlers.slack.payloads import BOT_USER
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHANNEL, account


@pytest.mark.parametrize("mention_first", [True, False])
def test_it_has_one_effect_in_whichever_order_they_come(one_chat: Dialogue, mention_first: bool) -> None:
    ts, words = one_chat.ts(), "2.7a on track, letters are out"
    both = [
        payloads.mention(account("S Okoro"), CHANNEL, ts, words),
        payloads.message(account("S Okoro"), CHANNEL, ts, f"<@{BOT_USER}> {words}"),
    ]
    for one in both if mention_first else reversed(both):
        one_chat.send(one)
    one_chat.settle()
    assert len(one_chat.posted) == 1
    with one_chat.record.open_work(one_chat.workspace.id) as work:
        kept = work.messages.find(CHANNEL, ts)
        assert kept is not None
        assert len(work.updates.of_message(kept.id)) == 1
