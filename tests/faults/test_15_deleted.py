"""Fault 15: a message is deleted after what it said was saved."""

from __future__ import annotations

import pytest

from tests.handlers.slack import payloads
from tests.handlers.slack.payloads import Payload
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import account


def tombstone(before: Payload, ts: str) -> Payload:
    """How Slack tells of the deletion of a message that others have replied to."""
    left = {"type": "message", "subtype": "tombstone", "user": "USLACKBOT", "ts": before["ts"]}
    changed = payloads.edit(before, "This message was deleted.", ts)
    return {**changed, "message": {**left, "text": "This message was deleted.", "hidden": True}}


@pytest.mark.parametrize("delete", [payloads.deletion, tombstone], ids=["deleted", "a tombstone is left"])
def test_what_it_said_stands_and_is_marked_deleted(chat: Dialogue, delete: object) -> None:
    assert callable(delete)
    said = payloads.message(account("S Okoro"), "DUSOKORO", chat.ts(), "2.7a green, letters are out")
    chat.send(said)
    chat.settle()
    answers = len(chat.posted)
    chat.send(delete(said, chat.ts()))
    chat.settle()
    assert len(chat.posted) == answers, "a deletion is not answered"
    with chat.record.open_work(chat.workspace.id) as work:
        kept = work.messages.find(said["channel"], said["ts"])
        assert kept is not None
        assert kept.is_deleted
        assert kept.versions == ("2.7a green, letters are out",)
        assert len(work.updates.of_message(kept.id)) == 1


def test_a_message_deleted_before_it_was_heard_is_not_heard(one_chat: Dialogue) -> None:
    said = payloads.message(account("S Okoro"), "DUSOKORO", one_chat.ts(), "2.7a green")
    one_chat.send(payloads.deletion(said, one_chat.ts()))
    one_chat.settle()
    one_chat.send(said)
    one_chat.settle()
    assert one_chat.posted == []
