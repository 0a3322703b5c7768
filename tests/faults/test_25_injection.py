"""Fault 25: words that Slack would take for mentions, links or dates if they were posted as they are."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.every_way import as_slack_sends, say_it_every_way

PAYLOADS = (
    "<!channel>",
    "<!here>",
    "<!everyone>",
    "<@UPAYLOAD>",
    "<#CLARKMERE>",
    "<!subteam^S1>",
    "<https://bad.example|https://good.example>",
    "<!date^1790000000^{date}|today>",
    "<<!channel>>",
    "&lt;!channel&gt;",
    "<!chan\u200bnel>",
    "\u202e<!channel>",
)
LIVE = re.compile(r"<(?:[!#h]|@UPAYLOAD)|[\u202a-\u202e\u2066-\u2069]")
"""What Slack acts on, or what turns text round. (The bot's own mentions are of people it knows.)"""


def marked_up(sent: Any, *, is_message: bool = True) -> Iterator[str]:
    """Every text in a payload that Slack reads as its own mark-up: mrkdwn, and the text beside the blocks."""
    if isinstance(sent, dict):
        is_mrkdwn = sent.get("type") == "mrkdwn"
        if isinstance(sent.get("text"), str) and (is_mrkdwn or is_message):
            yield sent["text"]
        assert not is_mrkdwn or sent.get("verbatim") is True, "or Slack looks for names and links itself"
        for held in sent.values():
            yield from marked_up(held, is_message=False)
    elif isinstance(sent, (list, tuple)):
        for held in sent:
            yield from marked_up(held, is_message=False)


def assert_nothing_is_live(chat: Dialogue) -> None:
    slack = chat.slack
    shown = [*chat.posted, *(answer for _, answer in slack.answered), *slack.views, *slack.homes.values()]
    live = [text for sent in shown for text in marked_up(sent) if LIVE.search(text)]
    assert not live
    for sent in chat.posted:
        assert not sent.get("unfurl_links", True), sent["text"][:80]
        assert sent.get("parse") is None
        assert sent.get("link_names") is None


def test_each_is_shown_as_it_was_written_and_nobody_is_called(one_chat: Dialogue) -> None:
    """Typed, which Slack escapes; and as a live mention or link of the author's own, which it does not."""
    for payload in PAYLOADS:
        for sent in (as_slack_sends(payload), payload):
            before = len(one_chat.posted)
            one_chat.says("S Okoro", f"2.7a amber, waiting on {sent} for the letters, now end of January")
            assert len(one_chat.posted) > before
    assert_nothing_is_live(one_chat)


def test_on_no_way_through_the_bot_does_it_come_to_life(one_chat: Dialogue) -> None:
    """Read-backs, digests, Homes, forms, imports with the name of their file, papers, relays, the record."""
    words = "<!channel> <@UPAYLOAD> <https://bad.example|https://good.example> & <w:t>\u202e{{ plan }}"
    say_it_every_way(one_chat, words)
    assert_nothing_is_live(one_chat)
    assert any("blocks" not in sent for sent in one_chat.posted), "how far the reading of a file has come"
    documents = [content for _, name, content in one_chat.slack.uploaded if name.endswith(".docx")]
    assert len(documents) == 2, "the record of an action, and a paper"
    for content in documents:
        with ZipFile(io.BytesIO(content)) as paper:
            document = paper.read("word/document.xml").decode()
        assert "&lt;!channel&gt;" in document
        assert "{{ plan }}" in document
