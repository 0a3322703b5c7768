"""Fault 35: requests that Slack has not signed, or that say nothing, at the app and through the server.

Each kind of them is tried at the app in `tests/handlers/slack/test_over_http.py`; here they come in over a
socket, past the server's own parsing of what is odd.
"""

from __future__ import annotations

import http.client
import json
import logging
import time

import pytest

from handlers.slack.connect import slack_app
from handlers.slack.manifest import EVENTS_PATH
from handlers.slack.over_http import LARGEST_BODY, SignedRequests
from leadline.serving.doors import Doors
from leadline.serving.health import Health
from leadline.serving.metrics import Metrics
from tests.handlers.slack import payloads
from tests.handlers.slack.test_over_http import CANARY, EVENT, SECRET, Dispatching, odd, signed
from tests.leadline.serving.test_doors import FIGURES, PATIENCE, serving
from tests.scenarios.dialogue import COMMAND, Dialogue
from tests.scenarios.larkmere import account

FIVE_MEGABYTES = json.dumps({"type": "event_callback", "event": {"text": CANARY * 205_000}}).encode()
SAYING_NOTHING = (b"", b"\xff\xfe", b"{not json", b"[1, 2]", b"[" * 100_000, b"null", b"payload=%7B")


def posted(port: int, body: bytes, headers: dict[str, str]) -> int:
    """The status that is answered; 0 when the server hangs up before it has read the whole."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        line.putrequest("POST", EVENTS_PATH)
        line.putheader("Content-Length", str(len(body)))
        for name, value in headers.items():
            line.putheader(name, value.encode())
        line.endheaders(body)
    except (BrokenPipeError, ConnectionResetError):
        pass  # it has answered already, and does not read what is too large
    try:
        return line.getresponse().status
    except (http.client.HTTPException, ConnectionResetError):
        return 0
    finally:
        line.close()


def test_nothing_that_slack_has_not_signed_makes_a_500_or_is_logged(
    one_chat: Dialogue, caplog: pytest.LogCaptureFixture
) -> None:
    requests = SignedRequests(slack_app(one_chat.client, one_chat.services, (COMMAND,), SECRET), SECRET)
    long = signed(FIVE_MEGABYTES)
    said = payloads.message(account("S Okoro"), "DUSOKORO", one_chat.ts(), "help")
    good = json.dumps(payloads.event("Ev-signed", said)).encode()
    just_in_time, just_too_late = (str(int(time.time()) - age) for age in (240, 301))
    with (
        caplog.at_level(logging.DEBUG),
        serving(Doors(Health({}, {}), Metrics(lambda: FIGURES), requests)) as server,
    ):
        answered = {name: posted(server.port, EVENT, headers) for name, headers in odd().items()}
        nothing = [posted(server.port, body, signed(body)) for body in SAYING_NOTHING]
        too_long = posted(server.port, FIVE_MEGABYTES, long)
        late = posted(server.port, good, signed(good, at=just_too_late))
        replayed = [posted(server.port, good, signed(good, at=just_in_time)) for _ in range(3)]
    assert set(answered.values()) <= {400, 401}, answered
    assert set(nothing) <= {400, 401}
    assert too_long in (413, 0)
    assert late == 401
    assert replayed == [200, 200, 200], "a replay is known by its event, not by its signature"
    assert one_chat.record.backlog(one_chat.clock.now()).events == 1
    assert CANARY not in caplog.text


def test_five_megabytes_make_no_500_at_the_app_either() -> None:
    assert len(FIVE_MEGABYTES) > 5 * LARGEST_BODY
    app = Dispatching()
    for secret in (SECRET, "another"):
        headers = signed(FIVE_MEGABYTES, secret=secret)
        assert SignedRequests(app, SECRET).answer(headers, FIVE_MEGABYTES).status == 413
    assert app.given == []
