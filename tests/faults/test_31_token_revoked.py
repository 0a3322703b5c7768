"""Fault 31: Slack refuses our token for a while."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHANNEL


@pytest.mark.parametrize("error", ["token_revoked", "invalid_auth", "token_expired"])
def test_what_is_owed_waits_until_it_is_put_right_and_is_posted_once(one_chat: Dialogue, error: str) -> None:
    one_chat.tick()
    one_chat.slack.errors["chat.postMessage"] = error
    one_chat.at(timedelta(days=7))
    before = len(one_chat.reads(CHANNEL))
    one_chat.at(timedelta(hours=1))
    assert len(one_chat.reads(CHANNEL)) == before
    one_chat.slack.errors.clear()
    for _ in range(3):
        one_chat.at(timedelta(minutes=11))
    headers = [text for text in one_chat.reads(CHANNEL)[before:] if "what is slipping" in text]
    assert len(headers) == 1
