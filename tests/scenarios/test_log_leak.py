"""A canary's words are sent along every path; no logger says them, however loud the program is set."""

import json
import logging
from typing import Any

import pytest

from bot.services import hear
from handlers.slack.over_http import SignedRequests
from leadline.logs import set_up_logging
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHANNEL, OFFICER

CANARY = "canary-7f3a waiting for the mortgage valuation"


PLAN = f"Ref,Action,Lead,Timescale\n8.1,Write to {CANARY},S Okoro,Dec 2026\n"


def _along_the_other_ways(chat: Dialogue) -> None:
    """As a document and its name, relayed, as an e-mail, in a form, in the record and in papers."""
    chat.drops(OFFICER, f"{CANARY}.csv", PLAN.encode(), CANARY)
    chat.drops(OFFICER, f"{CANARY}.xlsx", CANARY.encode())
    chat.drops("S Okoro", f"{CANARY}.docx", CANARY.encode(), f"2.7a red, {CANARY}")
    chat.says(OFFICER, f"for S Okoro by phone: 2.7a red, {CANARY}")
    chat.says(OFFICER, f"From: S Okoro <o@example.org>\nSubject: {CANARY}\n\n4.1 amber, {CANARY}")
    chat.records(OFFICER, CHANNEL, CANARY)
    chat.fills(OFFICER, words=CANARY, minute=CANARY)
    for words in ("record 2.7a", "export", "paper highlight", f"withdraw 6.2, {CANARY}"):
        chat.says(OFFICER, words)
    chat.says("K Bramley", f"withdraw 2.7a, {CANARY}")
    requests = SignedRequests(chat.app, "a signing secret")
    body = json.dumps({"type": "event_callback", "event": {"text": CANARY}}).encode()
    assert requests.answer({"x-slack-signature": CANARY}, body).status == 401


def broken(*_: Any, **__: Any) -> None:
    raise ValueError(CANARY)


@pytest.fixture
def loud(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """The program's own logging at its loudest, set before anything is opened, as the program does."""
    caplog.set_level(logging.DEBUG)
    set_up_logging("DEBUG")
    return caplog


def test_nobodys_words_reach_a_log_at_any_level(
    loud: pytest.LogCaptureFixture, chat: Dialogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat.says("S Okoro", f"2.7a amber, {CANARY}, end of Jan")
    chat.edits("S Okoro", f"2.7a red, {CANARY}, end of Feb")
    chat.deletes("S Okoro")
    chat.types("S Okoro", f"/plan-status {CANARY}")
    chat.send({"type": "message", "subtype": "odd", "text": CANARY, "channel": "C1", "ts": "1.1"})
    chat.dispatch({"type": "block_actions", "team": {"id": "T1"}, "user": {"id": "U1"}, "actions": [
        {"action_id": "unknown", "type": "button", "value": CANARY}
    ]})  # fmt: skip
    _along_the_other_ways(chat)
    chat.slack.fault = "500"
    chat.says("S Okoro", f"4.1 {CANARY}")
    monkeypatch.setattr(hear, "gather", broken)
    chat.says("S Okoro", f"5.3 {CANARY}")
    assert loud.records, "nothing was logged at all, so nothing is proved"
    for record in loud.records:
        whole = f"{record.getMessage()} {record.exc_text} {record.args} {record.exc_info}"
        assert "canary" not in whole, record.name
