"""Fault 40: a canary goes every way, over both of Slack's ways in and through what fails; no log has it."""

from __future__ import annotations

import json
import logging
import time
from contextlib import suppress
from functools import partial
from typing import Any
from urllib.parse import urlencode

import pytest
from slack_bolt import BoltResponse

from bot.card import Act
from bot.delivery import DeliveryKind
from bot.services import deliver, hear, press
from handlers.slack.connect import slack_app
from handlers.slack.over_http import SignedRequests
from handlers.slack.replaying import replaying
from leadline.logs import set_up_logging
from sandbox.posting import signature
from tests.handlers.slack import payloads
from tests.handlers.slack.payloads import Payload
from tests.scenarios.dialogue import COMMAND, Dialogue
from tests.scenarios.every_way import say_it_every_way, say_it_unsigned
from tests.scenarios.larkmere import CHANNEL, OFFICER, account

CANARY = "canary-7f3a waiting for the mortgage valuation"
SECRET = "a signing secret"


def broken(*_: Any, **__: Any) -> None:
    raise ValueError(CANARY)


def over_http(chat: Dialogue, payload: Payload) -> BoltResponse:
    """What Slack sends, as a signed request: an event as JSON, a command as a form, the rest inside one."""
    kind, body = "application/x-www-form-urlencoded", urlencode({"payload": json.dumps(payload)})
    if "command" in payload:
        body = urlencode(payload)
    elif "event" in payload:
        kind, body = "application/json", json.dumps(payload)
    at = int(time.time())
    headers = {
        "content-type": kind,
        "x-slack-request-timestamp": str(at),
        "x-slack-signature": signature(SECRET, at, body.encode()),
    }
    with replaying():
        answer = SignedRequests(chat.app, SECRET).answer(headers, body.encode())
    return BoltResponse(status=answer.status, body=answer.body, headers=dict(answer.headers))


def while_things_fail(chat: Dialogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Slack, a form, a tap, the composing of an answer, and the hearing of a message."""
    chat.says("S Okoro", f"2.7a red, {CANARY}")
    monkeypatch.setitem(press.SAVES, Act.CAPTURE, broken)
    chat.records(OFFICER, CHANNEL, CANARY)
    chat.fills(OFFICER, words=CANARY)
    monkeypatch.setitem(press.USES, Act.CONFIRM, broken)
    chat.presses("S Okoro", "Confirm")
    monkeypatch.setitem(deliver.COMPOSERS, DeliveryKind.REPLY, broken)
    chat.send(payloads.message(account("S Okoro"), "DUSOKORO", chat.ts(), f"4.1 red, {CANARY}"))
    with suppress(ValueError):
        chat.settle()
    monkeypatch.undo()
    chat.slack.fault = "500"
    chat.says("S Okoro", f"4.1 {CANARY}")
    monkeypatch.setattr(hear, "gather", broken)
    chat.says("S Okoro", f"5.3 {CANARY}")


@pytest.fixture
def loud(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """The program's own logging at its loudest, set before anything is opened, as the program does."""
    caplog.set_level(logging.DEBUG)
    set_up_logging("DEBUG")
    return caplog


@pytest.mark.parametrize("way_in", ["socket", "http"])
def test_nobodys_words_reach_a_log_at_any_level(
    loud: pytest.LogCaptureFixture, one_chat: Dialogue, monkeypatch: pytest.MonkeyPatch, way_in: str
) -> None:
    if way_in == "http":
        one_chat.app = slack_app(one_chat.client, one_chat.services, (COMMAND,), signing_secret=SECRET)
        one_chat.dispatch = partial(over_http, one_chat)  # type: ignore[method-assign]  # the other way in
    say_it_every_way(one_chat, CANARY)
    assert say_it_unsigned(one_chat, CANARY) == 401
    one_chat.send({"type": "message", "subtype": "odd", "text": CANARY, "channel": "C1", "ts": "1.1"})
    one_chat.dispatch({"type": "block_actions", "team": {"id": "T1"}, "user": {"id": "U1"}, "actions": [
        {"action_id": "unknown", "type": "button", "value": CANARY}
    ]})  # fmt: skip
    while_things_fail(one_chat, monkeypatch)
    assert loud.records, "nothing was logged at all, so nothing is proved"
    for record in loud.records:
        whole = f"{record.getMessage()} {record.exc_text} {record.args} {record.exc_info}"
        assert "canary" not in whole, record.name
