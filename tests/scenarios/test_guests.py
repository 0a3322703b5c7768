"""Guests, other organisations, and members of the channel who lead nothing: what each is told."""

from __future__ import annotations

from typing import Any

import pytest

from bot.governance import ExtensionState
from tests.handlers.slack import payloads
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, CHANNEL, OFFICER, account

LEAD = "S Okoro"


@pytest.mark.parametrize("said_of_them", [{"is_restricted": True}, {"is_stranger": True}, {"team_id": "T9"}])
def test_a_guest_sees_and_updates_what_they_lead_and_nothing_else(
    chat: Dialogue, said_of_them: dict[str, Any]
) -> None:
    chat.slack.accounts[account("K Bramley")] = said_of_them
    seen = chat.types("K Bramley", "/plan-status all", CHANNEL)
    assert seen.startswith("All actions (1)")
    assert "6.2" in seen
    assert chat.types("K Bramley", "/plan-status 2.7a").startswith('I find nothing called "2.7a"')
    (answer,) = chat.says("K Bramley", "6.2 green")
    assert "6.2" in answer
    (refused,) = chat.says("K Bramley", "withdraw 6.2, merged")
    assert refused.startswith("Your account here is a guest's or another organisation's")
    (no_file,) = chat.says("K Bramley", "export")
    assert no_file.startswith("Your account here is a guest's")
    assert chat.slack.uploaded == []


def test_a_chair_who_is_a_guest_decides_nothing_until_they_are_a_member(chat: Dialogue) -> None:
    chat.slack.accounts[account(CHAIR)] = {"is_restricted": True}
    chat.says(LEAD, "more time for 2.7a until Jan 2027 because the mailbox is not ready")
    chat.presses(CHAIR, "Grant, chair's action")
    assert not _is_granted(chat)
    chat.send({"type": "user_change", "user": {"id": account(CHAIR), "team_id": payloads.TEAM}})
    chat.settle()
    chat.presses(CHAIR, "Grant, chair's action")
    assert _is_granted(chat)


def _is_granted(chat: Dialogue) -> bool:
    with chat.record.open_work(chat.workspace.id, read_only=True) as work:
        (plan,) = work.plans.live()
        (asked,) = work.extensions.of_plans([plan.id])
    return asked.state is ExtensionState.GRANTED


def test_whoever_is_in_the_channel_reads_status_there_and_nowhere_else(chat: Dialogue) -> None:
    assert "5 Not reported" in chat.types("Q Member", "/plan-status", CHANNEL)
    for asked in ("/plan-status 2.7a", "/plan-status history 2.7a"):
        assert "Discharge letters" in chat.types("Q Member", asked, CHANNEL)
    assert chat.types("Q Member", "/plan-status 2.7a").startswith("I don't know you yet.")
    (told,) = chat.mentions("Q Member", CHANNEL, "status 2.7a")
    assert "Discharge letters" in told
    told_nothing = chat.types("Q Member", "/plan-status withdraw 2.7a, merged", CHANNEL)
    assert told_nothing.startswith("I find nothing called")


@pytest.mark.parametrize("said_of_them", [{"is_restricted": True}, {"team_id": "T9"}])
def test_a_guest_who_leads_nothing_reads_nothing_in_the_channel(
    chat: Dialogue, said_of_them: dict[str, Any]
) -> None:
    chat.slack.accounts[account("Q Guest")] = said_of_them
    assert chat.types("Q Guest", "/plan-status 2.7a", CHANNEL).startswith("I don't know you yet.")


def test_where_slack_does_not_say_a_stranger_reads_nothing_and_a_lead_goes_on(chat: Dialogue) -> None:
    chat.slack.errors["users.info"] = "missing_scope"
    assert chat.types("Q Member", "/plan-status 2.7a", CHANNEL).startswith("I don't know you yet.")
    assert "2.7a" in chat.types(OFFICER, "/plan-status 2.7a")
