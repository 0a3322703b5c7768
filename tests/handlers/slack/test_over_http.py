"""Signed requests: what Slack has not signed is turned away, and nothing makes the server fail."""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
import time
from urllib.parse import urlencode

import pytest
from slack_bolt import App, BoltRequest, BoltResponse

from handlers.slack.over_http import SignedRequests

SECRET = "a signing secret"
CANARY = "waiting on the orchid unit"
EVENT = json.dumps({"type": "event_callback", "event": {"text": CANARY}}).encode()


class Dispatching(App):
    """Stands where the app would: keeps what it is given."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.given: list[BoltRequest] = []
        self._failure = failure

    def dispatch(self, req: BoltRequest) -> BoltResponse:
        self.given.append(req)
        if self._failure is not None:
            raise self._failure
        return BoltResponse(status=200, body="heard", headers={"content-type": ["text/plain"]})


def signed(body: bytes, *, secret: str = SECRET, at: str | None = None) -> dict[str, str]:
    timestamp = at or str(int(time.time()))
    mac = hmac.new(secret.encode(), b"v0:" + timestamp.encode() + b":" + body, hashlib.sha256).hexdigest()
    return {
        "content-type": "application/json",
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": f"v0={mac}",
    }


def test_a_signed_request_reaches_the_app_and_its_answer_comes_back() -> None:
    app = Dispatching()
    answer = SignedRequests(app, SECRET).answer(signed(EVENT), EVENT)
    assert (answer.status, answer.body) == (200, "heard")
    assert app.given[0].body["event"]["text"] == CANARY


def test_a_form_reaches_the_app_as_a_form() -> None:
    body = urlencode({"command": "/plan-status", "text": "late & later"}).encode()
    app = Dispatching()
    headers = signed(body) | {"content-type": "application/x-www-form-urlencoded"}
    assert SignedRequests(app, SECRET).answer(headers, body).status == 200
    assert app.given[0].body["text"] == "late & later"


def odd() -> dict[str, dict[str, str]]:
    good = signed(EVENT)
    long_ago, to_come = (str(int(time.time()) + seconds) for seconds in (-86_400, 86_400))
    return {
        "nothing at all": {},
        "no signature": {k: v for k, v in good.items() if k != "x-slack-signature"},
        "no timestamp": {k: v for k, v in good.items() if k != "x-slack-request-timestamp"},
        "another secret": signed(EVENT, secret="another"),
        "another body": signed(b"{}"),
        "an empty signature": good | {"x-slack-signature": ""},
        "a signature that is not ASCII": good | {"x-slack-signature": "v0=é☂"},
        "another version": good | {"x-slack-signature": "v1=00"},
        "a timestamp that is no number": signed(EVENT, at="soon"),
        "a timestamp that is not ASCII": good | {"x-slack-request-timestamp": "１２３"},
        "an endless timestamp": good | {"x-slack-request-timestamp": "9" * 5000},
        "a timestamp in parts": signed(EVENT, at="1.5e9"),
        "long ago": signed(EVENT, at=long_ago),
        "to come": signed(EVENT, at=to_come),
    }


@pytest.mark.parametrize("headers", odd().values(), ids=odd().keys())
def test_what_slack_has_not_signed_is_turned_away(
    headers: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    app = Dispatching()
    with caplog.at_level(logging.DEBUG):
        assert SignedRequests(app, SECRET).answer(headers, EVENT).status == 401
    assert app.given == []
    assert CANARY not in caplog.text


@pytest.mark.parametrize(
    "body",
    [b"", b"\xff\xfe", b"{not json", b"[1, 2]", b"[" * 100_000, b"{" * 3, b"null", b"payload=%7B"],
    ids=["empty", "not UTF-8", "cut short", "a list", "a deep list", "braces", "null", "half a payload"],
)
def test_what_is_signed_but_says_nothing_is_a_bad_request(body: bytes) -> None:
    app = Dispatching()
    assert SignedRequests(app, SECRET).answer(signed(body), body).status in (400, 401)
    assert app.given == []


def test_a_failure_is_answered_so_that_slack_sends_it_again_and_the_log_quotes_nobody(
    caplog: pytest.LogCaptureFixture,
) -> None:
    app = Dispatching(RuntimeError(CANARY))
    with caplog.at_level(logging.DEBUG):
        assert SignedRequests(app, SECRET).answer(signed(EVENT), EVENT).status == 500
    assert "RuntimeError" in caplog.text
    assert CANARY not in caplog.text
