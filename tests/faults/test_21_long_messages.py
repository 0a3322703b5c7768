"""Fault 21: a message as long as Slack lets anybody write, and longer."""

from __future__ import annotations

import pytest

from tests.handlers.slack import payloads
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import account

SENTENCE = "2.7a is on track and the letters are out. "


@pytest.mark.parametrize("length", [4_000, 40_001])
def test_it_is_kept_whole_once_and_answered(chat: Dialogue, length: int) -> None:
    text = (SENTENCE * (length // len(SENTENCE) + 1))[: length - 1] + "."
    said = payloads.message(account("S Okoro"), "DUSOKORO", chat.ts(), text)
    chat.send(said)
    chat.settle()
    assert chat.posted, "it is answered"
    with chat.record.open_work(chat.workspace.id) as work:
        kept = work.messages.find(said["channel"], said["ts"])
    assert kept is not None
    assert kept.versions == (text,)
