"""Fault 24: characters that turn text round, hide in it, or that a database cannot hold."""

from __future__ import annotations

import pytest

from tests.handlers.slack import payloads
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import account

ODD = {
    "right to left": "2.7a green, \u0627\u0644\u0631\u0633\u0627\u0626\u0644",
    "override": "2.7a green \u202etuo era srettel\u202c",
    "joiners": "2.7a green \U0001f469\u200d\U0001f4bb",
    "combining": "2.7a green, cafe\u0301",
    "Chinese": "2.7a green, \u4fe1\u4ef6",
    "lone surrogate": "2.7a green \ud83d",
    "NUL": "2.7a green \x00 letters",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_it_is_heard_and_kept(chat: Dialogue, text: str) -> None:
    said = payloads.message(account("S Okoro"), "DUSOKORO", chat.ts(), text)
    chat.send(said)
    chat.settle()
    assert len(chat.posted) == 1
    with chat.record.open_work(chat.workspace.id) as work:
        kept = work.messages.find(said["channel"], said["ts"])
        assert kept is not None
        assert kept.versions[0].startswith("2.7a green")
        assert len(work.updates.of_message(kept.id)) == 1


def test_nothing_that_turns_text_round_is_posted(one_chat: Dialogue) -> None:
    one_chat.says("S Okoro", "2.7a green \u202etuo era srettel")
    assert one_chat.posted
    assert "\u202e" not in str(one_chat.posted)
