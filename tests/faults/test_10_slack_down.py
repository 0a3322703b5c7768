"""Fault 10: Slack cannot be reached when the digest is due."""

from __future__ import annotations

from datetime import timedelta

from tests.handlers.slack.payloads import Payload
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHANNEL, OFFICER

TO_THE_DIGEST = timedelta(minutes=30)
"""The clock stands at 09:30 on Monday; the next digest is a week later at 09:00."""

WEEK = timedelta(days=7)
NOBODY_THERE = "http://127.0.0.1:9/api/"
"""A port that refuses every connection: certainly not posted."""


def digests(chat: Dialogue) -> list[str]:
    return [text for text in chat.reads(CHANNEL) if "what is slipping" in text or "no change since" in text]


def go_down_over_the_digest(chat: Dialogue, *hours: int) -> int:
    """Slack is away when the next digest falls due, and for so long; how many there were before."""
    before, there = len(digests(chat)), chat.client.base_url
    chat.client.base_url = NOBODY_THERE
    chat.at(WEEK - TO_THE_DIGEST)
    for number in hours:
        chat.at(timedelta(hours=number))
    assert len(digests(chat)) == before
    chat.client.base_url = there
    return before


def test_hours_later_it_is_posted_once_and_says_when_it_was_due(one_chat: Dialogue) -> None:
    before = go_down_over_the_digest(one_chat, 1, 2)
    for _ in range(3):
        one_chat.at(timedelta(minutes=1))
    header, *_ = digests(one_chat)[before:]
    assert len(digests(one_chat)) == before + 1
    assert "This was due on Mon 28 Sept at 09:00" in str(newest_in(one_chat, header))


def newest_in(chat: Dialogue, header: str) -> list[Payload]:
    (posted,) = [one for one in chat.posted if one["channel"] == CHANNEL and one["text"] == header]
    blocks: list[Payload] = posted["blocks"]
    return blocks


def test_past_its_cut_off_it_is_left_out_and_the_officer_is_told_once(one_chat: Dialogue) -> None:
    before = go_down_over_the_digest(one_chat, 1, 72)
    for _ in range(3):
        one_chat.at(timedelta(minutes=1))
    assert len(digests(one_chat)) == before
    told = [text for text in one_chat.everything_for(OFFICER) if "left out" in text]
    assert len(told) == 1
