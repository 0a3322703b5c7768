"""Fault 31: Slack refuses our token for a while."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from handlers.slack.connect import quiet_client, slack_app
from handlers.slack.over_http import SignedRequests
from tests.handlers.slack import payloads
from tests.handlers.slack.test_over_http import SECRET, signed
from tests.scenarios.dialogue import COMMAND, Dialogue
from tests.scenarios.larkmere import CHANNEL, account


@pytest.mark.parametrize("error", ["token_revoked", "invalid_auth", "token_expired"])
def test_what_is_owed_waits_until_it_is_put_right_and_is_posted_once(one_chat: Dialogue, error: str) -> None:
    one_chat.tick()
    one_chat.slack.errors["chat.postMessage"] = error
    one_chat.at(timedelta(days=7))
    before = len(one_chat.reads(CHANNEL))
    one_chat.at(timedelta(hours=1))
    assert len(one_chat.reads(CHANNEL)) == before
    one_chat.slack.errors.clear()
    for _ in range(3):
        one_chat.at(timedelta(minutes=11))
    headers = [text for text in one_chat.reads(CHANNEL)[before:] if "what is slipping" in text]
    assert len(headers) == 1


def test_over_http_what_people_write_is_kept_meanwhile_and_worked_on_once(one_chat: Dialogue) -> None:
    """Slack may go on sending for a while after it has revoked the token; what it sends is not lost."""
    client = quiet_client("xoxb-test", one_chat.slack.url)
    over_http = SignedRequests(slack_app(client, one_chat.services, (COMMAND,), SECRET), SECRET)
    said = payloads.message(account("S Okoro"), "DUSOKORO", one_chat.ts(), "help")
    body = json.dumps(payloads.event("Ev-revoked", said)).encode()
    one_chat.slack.errors["auth.test"] = "token_revoked"
    assert [over_http.answer(signed(body), body).status for _ in range(2)] == [200, 200]
    assert not one_chat.try_inbox()
    assert one_chat.record.backlog(one_chat.clock.now()).events == 1
    one_chat.slack.errors.clear()
    one_chat.settle()
    assert len(one_chat.posted) == 1
