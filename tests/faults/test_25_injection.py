"""Fault 25: words that Slack would take for mentions, links or dates if they were posted as they are."""

from __future__ import annotations

import re

import pytest

from tests.scenarios.dialogue import Dialogue

PAYLOADS = (
    "<!channel>",
    "<!here>",
    "<!everyone>",
    "<@USOKORO>",
    "<#CLARKMERE>",
    "<!subteam^S1>",
    "<https://bad.example|https://good.example>",
    "<!date^1790000000^{date}|today>",
    "<<!channel>>",
    "&lt;!channel&gt;",
    "<!chan\u200bnel>",
    "\u202e<!channel>",
)
LIVE = re.compile(r"<[!@#h]")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_it_is_shown_as_it_was_written_and_nobody_is_called(one_chat: Dialogue, payload: str) -> None:
    one_chat.says("S Okoro", f"2.7a amber, waiting on {payload} for the letters, now end of January")
    assert one_chat.posted
    for posted in one_chat.posted:
        assert not LIVE.search(posted["text"]), "the text that a notification shows"
        for block in posted.get("blocks", ()):
            text = block.get("text") or {}
            if text.get("type") == "mrkdwn":
                assert not LIVE.search(text["text"])
                assert text.get("verbatim") is True
