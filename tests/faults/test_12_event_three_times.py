"""Fault 12: Slack sends one event three times."""

from __future__ import annotations

from tests.handlers.slack import payloads
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import account


def test_it_has_one_effect_whether_it_comes_again_before_or_after_it_was_worked_on(chat: Dialogue) -> None:
    said = payloads.message(account("S Okoro"), "DUSOKORO", chat.ts(), "2.7a on track, letters are out")
    chat.send(said, "Ev-same")
    chat.send(said, "Ev-same")
    chat.settle()
    chat.send(said, "Ev-same")
    chat.settle()
    assert len(chat.posted) == 1
    with chat.record.open_work(chat.workspace.id) as work:
        kept = work.messages.find(said["channel"], said["ts"])
        assert kept is not None
        assert len(kept.versions) == 1
        assert len(work.updates.of_message(kept.id)) == 1
