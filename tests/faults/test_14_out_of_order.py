"""Fault 14: versions of a message, or messages of one person, arrive in another order than they were sent."""

from __future__ import annotations

from tests.handlers.slack import payloads
from tests.handlers.slack.payloads import Payload
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import account


def said(chat: Dialogue, text: str) -> Payload:
    return payloads.message(account("S Okoro"), "DUSOKORO", chat.ts(), text)


def test_an_edit_that_comes_before_its_original_is_what_counts_and_both_are_kept(chat: Dialogue) -> None:
    first = said(chat, "2.7a red")
    edit = payloads.edit(first, "2.7a green, letters are out", chat.ts())
    chat.send(edit)
    chat.settle()
    chat.send(first)
    chat.settle()
    assert len(chat.posted) == 1, "there is nothing new to answer in the original"
    with chat.record.open_work(chat.workspace.id) as work:
        kept = work.messages.find(first["channel"], first["ts"])
        assert kept is not None
        assert kept.versions == ("2.7a red", "2.7a green, letters are out")
        (update,) = work.updates.of_message(kept.id)
        assert "green" in str(update.reading.rag).casefold()


def test_two_messages_in_one_breath_are_answered_in_the_order_they_were_written(chat: Dialogue) -> None:
    first, second = said(chat, "help"), said(chat, "privacy")
    for later_first in (second, first):
        chat.send(later_first)
    chat.settle()
    answered = [one["text"] for one in chat.posted]
    assert len(answered) == 2
    assert chat.says("S Okoro", "help")[0] == answered[0]
