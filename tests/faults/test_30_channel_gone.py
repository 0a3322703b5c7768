"""Fault 30: the channel was archived, or the bot is not in it any more."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHANNEL, OFFICER


@pytest.mark.parametrize("error", ["is_archived", "not_in_channel", "channel_not_found"])
def test_it_fails_once_with_its_reason_and_the_officer_is_told_once(one_chat: Dialogue, error: str) -> None:
    one_chat.slack.refused_channels[CHANNEL] = error
    one_chat.tick()
    one_chat.at(timedelta(days=7))
    before = one_chat.slack.requests.count("chat.postMessage")
    for _ in range(5):
        one_chat.at(timedelta(minutes=1))
    assert one_chat.slack.requests.count("chat.postMessage") == before, "there is no storm of retries"
    told = [text for text in one_chat.everything_for(OFFICER) if error in text]
    assert len(told) == 1
