"""Fault 30: what could not be posted is told to the board officer, once and without a storm."""

from __future__ import annotations

from datetime import timedelta

from bot.delivery import DeliveryKind, Owed
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHANNEL, OFFICER, account


def owe(chat: Dialogue, channel: str, key: str) -> None:
    with chat.record.open_work(chat.workspace.id) as work:
        work.owing.owe(Owed(channel, DeliveryKind.REPLY, key, chat.clock.now(), {"say": "help", "person": 1}))


def test_a_channel_that_was_archived_is_told_once_and_not_tried_again(chat: Dialogue) -> None:
    chat.slack.refused_channels[CHANNEL] = "is_archived"
    chat.tick()
    chat.at(timedelta(days=7, minutes=5))
    chat.tick()
    chat.tick()
    told = [text for text in chat.everything_for(OFFICER) if "I could not post" in text]
    (sentence,) = told
    assert "the weekly digest for the channel (is_archived), and I will not try again" in sentence


def test_somebody_whose_account_is_closed_is_named_to_the_officer(chat: Dialogue) -> None:
    chat.slack.refused_channels[account("K Bramley")] = "user_disabled"
    owe(chat, account("K Bramley"), "for a leaver")
    chat.settle()
    assert "an answer for K Bramley (user_disabled)" in chat.sees(OFFICER)


def test_a_loss_that_cannot_be_told_is_not_told_of_in_its_turn(chat: Dialogue) -> None:
    for channel in (account("K Bramley"), account(OFFICER)):
        chat.slack.refused_channels[channel] = "user_disabled"
    owe(chat, account("K Bramley"), "for a leaver")
    chat.settle()
    chat.settle()
    assert chat.record.backlog(chat.clock.now()).is_empty
