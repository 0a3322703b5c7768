"""Fault 40: a canary's words are sent along every path; no logger says them, however loud it is set."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from bot.services import hear
from leadline.logs import set_up_logging
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.every_way import say_it_every_way, say_it_unsigned

CANARY = "canary-7f3a waiting for the mortgage valuation"


def broken(*_: Any, **__: Any) -> None:
    raise ValueError(CANARY)


@pytest.fixture
def loud(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """The program's own logging at its loudest, set before anything is opened, as the program does."""
    caplog.set_level(logging.DEBUG)
    set_up_logging("DEBUG")
    return caplog


def test_nobodys_words_reach_a_log_at_any_level(
    loud: pytest.LogCaptureFixture, one_chat: Dialogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    say_it_every_way(one_chat, CANARY)
    assert say_it_unsigned(one_chat, CANARY) == 401
    one_chat.send({"type": "message", "subtype": "odd", "text": CANARY, "channel": "C1", "ts": "1.1"})
    one_chat.dispatch({"type": "block_actions", "team": {"id": "T1"}, "user": {"id": "U1"}, "actions": [
        {"action_id": "unknown", "type": "button", "value": CANARY}
    ]})  # fmt: skip
    one_chat.slack.fault = "500"
    one_chat.says("S Okoro", f"4.1 {CANARY}")
    monkeypatch.setattr(hear, "gather", broken)
    one_chat.says("S Okoro", f"5.3 {CANARY}")
    assert loud.records, "nothing was logged at all, so nothing is proved"
    for record in loud.records:
        whole = f"{record.getMessage()} {record.exc_text} {record.args} {record.exc_info}"
        assert "canary" not in whole, record.name
