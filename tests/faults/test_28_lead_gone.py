"""Fault 28: the person to be asked has left, or their account is closed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import OFFICER, account


@pytest.mark.parametrize("error", ["user_disabled", "user_not_found", "account_inactive"])
def test_the_officer_is_told_by_name_and_others_are_still_asked(one_chat: Dialogue, error: str) -> None:
    one_chat.slack.refused_channels[account("K Bramley")] = error
    for _ in range(3):
        one_chat.at(timedelta(days=8))
    asked = [one["channel"] for one in one_chat.posted]
    assert f"D{account('S Okoro')}" in asked
    assert f"D{account('K Bramley')}" not in asked
    if error == "account_inactive":
        return  # a refusal of our own token: it is put right without the message being lost
    told = one_chat.everything_for(OFFICER)
    assert any("K Bramley" in text and error in text for text in told)
    assert any(text.startswith("K Bramley's account has closed. 6.2 has nobody to ask.") for text in told)
    with one_chat.record.open_work(one_chat.workspace.id, read_only=True) as work:
        (gone,) = work.people.named("K Bramley")
    assert not gone.is_active, "who has left is asked no more and may do nothing"
