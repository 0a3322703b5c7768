"""A strand of the plan: the officer says it and picks the channel, its sub-group reads it there."""

from __future__ import annotations

from datetime import timedelta

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHANNEL, OFFICER

FINANCE = "CFINANCE00"
PICKED = f"Finance's channel is <#{FINANCE}|finance>"


def arranged(chat: Dialogue) -> Dialogue:
    chat.tick()
    (put,) = chat.says(OFFICER, "workstream Finance: 1.10, 4.1")
    assert put.startswith("1.10 and 4.1 now belong to the workstream Finance, which has 2 actions.")
    (said,) = chat.says(OFFICER, PICKED)
    assert said.startswith("The weekly digest of Finance (2 actions) also goes to #CFINANCE00 from now on.")
    shown = [one for one in chat.posted if f"<#{FINANCE}>" in str(one.get("blocks"))]
    assert shown, "the channel stands there as a mention"
    return chat


def test_a_sub_group_reads_its_own_digest_in_its_own_channel_each_week(chat: Dialogue) -> None:
    arranged(chat).at(timedelta(days=7, minutes=5))
    own = chat.reads(FINANCE)
    assert own[0].startswith("Larkmere plan, Finance: what is slipping")
    assert "This is the first digest of this workstream" in own[0]
    assert "2 actions:" in own[0]
    whole = next(one for one in chat.reads(CHANNEL) if one.startswith("Larkmere plan: what is slipping"))
    assert "2 actions:" not in whole
    chat.tick()
    chat.tick()
    assert chat.reads(FINANCE) == own
    chat.at(timedelta(days=7))
    assert sum(one.startswith("Larkmere plan, Finance") for one in chat.reads(FINANCE)) == 2


def test_a_channel_the_bot_is_not_in_is_told_to_the_officer_by_the_workstreams_name(chat: Dialogue) -> None:
    chat.slack.refused_channels[FINANCE] = "not_in_channel"
    arranged(chat).at(timedelta(days=7, minutes=5))
    (told,) = [one for one in chat.everything_for(OFFICER) if "I could not post" in one]
    assert "the weekly digest of Finance for the channel (not_in_channel)" in told
    assert chat.reads(CHANNEL)


def test_a_workstreams_channel_that_others_share_hears_nothing_unless_that_is_allowed(chat: Dialogue) -> None:
    chat.slack.shared = {FINANCE}
    arranged(chat).at(timedelta(days=7, minutes=5))
    assert chat.reads(FINANCE) == []
    assert chat.reads(CHANNEL)
    chat.says(OFFICER, "set shared channel to yes")
    chat.at(timedelta(minutes=15))
    assert chat.reads(FINANCE)
