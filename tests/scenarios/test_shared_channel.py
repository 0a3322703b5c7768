"""A channel that other organisations share hears nothing unless its board officer has allowed that."""

from __future__ import annotations

from datetime import timedelta

from tests.handlers.slack import payloads
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHANNEL, OFFICER, account


def told(chat: Dialogue) -> list[str]:
    return [one for one in chat.everything_for(OFFICER) if "is shared with another organisation" in one]


def test_a_digest_waits_until_the_officer_allows_it_and_is_looked_at_anew_each_week(chat: Dialogue) -> None:
    chat.slack.shared = set()
    chat.tick()
    chat.at(timedelta(days=7, minutes=5))
    first = len(chat.reads(CHANNEL))
    assert first, "nobody shared it then"
    chat.slack.shared = {CHANNEL}
    chat.at(timedelta(days=7))
    chat.at(timedelta(hours=1))
    assert len(chat.reads(CHANNEL)) == first
    (notice,) = told(chat)
    assert "so the pack's digest has not been posted there" in notice, "it was owed first; it is told once"
    assert 'To allow it write: "set shared channel to yes".' in notice
    (answer,) = chat.says(OFFICER, "set shared channel to yes")
    assert answer.startswith("Digests in a shared channel: yes (was no).")
    chat.at(timedelta(minutes=15))
    assert len(chat.reads(CHANNEL)) > first
    chat.says(OFFICER, "set shared channel to no")
    posted = len(chat.reads(CHANNEL))
    chat.at(timedelta(days=7))
    chat.at(timedelta(hours=73))
    assert len(chat.reads(CHANNEL)) == posted
    assert len(told(chat)) == 2


def test_without_the_right_to_see_channels_what_an_event_says_is_remembered(chat: Dialogue) -> None:
    chat.tick()
    mention = payloads.mention(account("S Okoro"), CHANNEL, chat.ts(), "status")
    chat.dispatch({**payloads.event("EvShared", mention), "is_ext_shared_channel": True})
    chat.settle()
    chat.at(timedelta(days=7, minutes=5))
    assert chat.reads(CHANNEL) == []
    assert len(told(chat)) == 1
    mention = payloads.mention(account("S Okoro"), CHANNEL, chat.ts(), "status")
    chat.dispatch({**payloads.event("EvOwn", mention), "is_ext_shared_channel": False})
    chat.at(timedelta(minutes=15))
    assert chat.reads(CHANNEL)
