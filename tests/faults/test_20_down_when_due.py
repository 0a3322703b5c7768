"""Fault 20: the bot is not running when a digest falls due."""

from __future__ import annotations

from datetime import timedelta

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHANNEL, OFFICER


def digests(chat: Dialogue) -> list[str]:
    return [text for text in chat.reads(CHANNEL) if "what is slipping" in text]


def test_it_is_posted_once_when_the_bot_is_back_in_time(chat: Dialogue) -> None:
    chat.tick()
    before = len(digests(chat))
    chat.clock.instant += timedelta(days=8)
    for _ in range(3):
        chat.tick()
    assert len(digests(chat)) == before + 1


def test_of_several_only_those_still_in_time_are_posted_and_the_officer_is_told_of_the_rest(
    one_chat: Dialogue,
) -> None:
    one_chat.tick()
    before = len(digests(one_chat))
    one_chat.clock.instant += timedelta(days=11)  # on a working day: the officer is told in working hours
    for _ in range(3):
        one_chat.at(timedelta(minutes=1))
    assert len(digests(one_chat)) == before
    assert sum("left out" in text for text in one_chat.everything_for(OFFICER)) == 1
