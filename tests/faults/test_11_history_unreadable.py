"""Fault 11: nobody knows whether a message was posted, and the channel's history may not be read."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.card import Card, Line
from bot.delivery import DeliveryKind, DeliveryState, Owed
from schedules.reconciler import Reconciler
from tests.faults.delivering import AT_ONCE, composing
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHANNEL, OFFICER


def leave_a_digest_in_doubt(chat: Dialogue, error: str) -> None:
    """The digest is stored, the answer lost, and history refused."""
    chat.slack.fault = "reply dropped"
    chat.slack.errors |= {"conversations.history": error, "conversations.replies": error}
    with chat.record.open_work(chat.workspace.id) as work:
        (partnership,) = work.partnerships.all()
        owed = Owed(
            CHANNEL,
            DeliveryKind.WEEKLY_DIGEST,
            "weekly:test",
            chat.clock.now(),
            {},
            partnership_id=partnership.id,
            body=Card("what is slipping", (Line("what is slipping"),)),
        )
        work.owing.owe(owed)
    chat.settle()
    Reconciler(
        "test", chat.record.outbox, chat.record.open_work, composing(), chat.notifier, chat.clock, AT_ONCE
    ).reconcile()
    chat.settle()


def digests(chat: Dialogue) -> int:
    return sum(one["channel"] == CHANNEL for one in chat.slack.stored)


def state(chat: Dialogue) -> DeliveryState:
    with chat.record.open_work(chat.workspace.id, read_only=True) as work:
        (*_, newest) = work.owing.recent("weekly_digest", chat.clock.now() - timedelta(days=1))
    return newest.state


@pytest.mark.parametrize("error", ["missing_scope", "ratelimited"])
def test_it_is_unknown_at_once_and_the_officer_is_asked(chat: Dialogue, error: str) -> None:
    leave_a_digest_in_doubt(chat, error)
    assert state(chat) is DeliveryState.UNKNOWN
    assert digests(chat) == 1, "nothing is posted again blindly"
    assert "I cannot tell whether the weekly digest for the channel arrived" in chat.sees(OFFICER)


def test_the_officer_says_it_is_there(one_chat: Dialogue) -> None:
    leave_a_digest_in_doubt(one_chat, "missing_scope")
    one_chat.presses(OFFICER, "It is there")
    assert state(one_chat) is DeliveryState.POSTED
    assert digests(one_chat) == 1


def test_the_officer_has_it_posted(one_chat: Dialogue) -> None:
    leave_a_digest_in_doubt(one_chat, "missing_scope")
    one_chat.presses(OFFICER, "Post it now")
    one_chat.settle()
    assert state(one_chat) is DeliveryState.POSTED
    assert digests(one_chat) == 2


def test_nobody_else_may_say(one_chat: Dialogue) -> None:
    leave_a_digest_in_doubt(one_chat, "missing_scope")
    answer = one_chat.presses("S Okoro", "Post it now", of=OFFICER)
    assert "Only the board officer can do that" in answer[-1]
    assert state(one_chat) is DeliveryState.UNKNOWN
    assert digests(one_chat) == 1
