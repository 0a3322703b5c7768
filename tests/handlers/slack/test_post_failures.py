"""Every documented refusal has one verdict."""

import errno
import json
import ssl
from datetime import timedelta
from email.message import Message
from http.client import IncompleteRead, RemoteDisconnected
from pathlib import Path
from socket import gaierror
from urllib.error import HTTPError, URLError

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.errors import MaybePosted, NotPosted
from handlers.slack.connect import quiet_client
from handlers.slack.post_failures import (
    VERDICTS,
    WAIT_FOR_NETWORK,
    WAIT_FOR_RATE,
    Verdict,
    from_api,
    from_edit,
    from_network,
)
from tests.handlers.slack.web_api import web_api

REFERENCE = Path(__file__).parents[4] / "shared" / "slack_api_ref" / "chat.postMessage.json"


def answer(status: int, body: dict[str, object], headers: dict[str, str] | None = None) -> SlackApiError:
    response = SlackResponse(
        client=WebClient(), http_verb="POST", api_url="", req_args={}, data=body, headers=headers or {},
        status_code=status,
    )  # fmt: skip
    return SlackApiError("refused", response)  # type: ignore[no-untyped-call]  # slack_sdk leaves it bare


def test_every_error_that_slack_documents_has_a_verdict() -> None:
    if not REFERENCE.exists():
        pytest.skip("Slack's method reference is not at hand")
    documented = json.loads(REFERENCE.read_text())["errors"]
    assert set(documented) <= set(VERDICTS)


@pytest.mark.parametrize(("code", "verdict"), sorted(VERDICTS.items()))
def test_each_verdict_is_what_is_raised(code: str, verdict: Verdict) -> None:
    raised = from_api(answer(200, {"ok": False, "error": code}))
    if verdict is Verdict.UNCERTAIN:
        assert isinstance(raised, MaybePosted)
    else:
        assert isinstance(raised, NotPosted)
        assert (raised.retry_after is not None) is (verdict is Verdict.LATER)


def test_an_error_nobody_documented_is_uncertain() -> None:
    assert isinstance(from_api(answer(200, {"ok": False, "error": "gremlins"})), MaybePosted)


@pytest.mark.parametrize(
    ("status", "code", "is_tried_again"),
    [
        (200, "edit_window_closed", False),
        (200, "cant_update_message", False),
        (200, "message_not_found", False),
        (200, "gremlins", False),
        (200, "internal_error", True),
        (200, "token_revoked", True),
        (503, "", True),
        (429, "ratelimited", True),
    ],
)
def test_an_edit_is_never_in_doubt(status: int, code: str, is_tried_again: bool) -> None:
    """Made twice it does no harm, and there is nothing to be looked for in the history."""
    refused = from_edit(answer(status, {"ok": False, "error": code}))
    assert (refused.retry_after is not None) is is_tried_again


def test_a_rate_limit_without_a_number_waits_a_while() -> None:
    raised = from_api(answer(429, {"ok": False, "error": "ratelimited"}, {"Retry-After": "soon"}))
    assert isinstance(raised, NotPosted)
    assert raised.retry_after == WAIT_FOR_RATE


def test_a_rate_limit_with_a_number_waits_that_long() -> None:
    raised = from_api(answer(429, {}, {"retry-after": "42"}))
    assert isinstance(raised, NotPosted)
    assert raised.retry_after == timedelta(seconds=42)
    assert raised.holds_all, "it is the method's limit, not the channel's"


@pytest.mark.parametrize(
    "cause",
    [
        gaierror(),
        ConnectionRefusedError(),
        ssl.SSLCertVerificationError(),
        ssl.SSLError("WRONG_VERSION_NUMBER"),
        TimeoutError(),
        ConnectionResetError(),
        BrokenPipeError(),
        OSError(errno.ENETUNREACH, "Network is unreachable"),
        OSError("Tunnel connection failed: 503 Service Unavailable"),
    ],
    ids=repr,
)
def test_what_fails_before_the_request_is_handed_over_is_certain(cause: OSError) -> None:
    """An outage in which packets are dropped must not end in a hundred doubts for the officer to settle."""
    refused = from_network(URLError(cause))
    assert isinstance(refused, NotPosted)
    assert refused.retry_after == WAIT_FOR_NETWORK


def test_a_proxy_that_refuses_and_a_line_without_tls_are_certain() -> None:
    """By the client itself, so that a release of it that raises otherwise is noticed."""
    with web_api() as plain:
        here = plain.url.removesuffix("/api/")
        for url, proxy in ((plain.url.replace("http:", "https:"), None), ("https://slack.com/api/", here)):
            client = quiet_client("xoxb-test", url)
            client.proxy = proxy
            with pytest.raises(URLError) as failed:
                client.chat_postMessage(channel="C1", text="hello")
            assert isinstance(from_network(failed.value), NotPosted)
        assert plain.requests == []


@pytest.mark.parametrize(
    "failure",
    [
        TimeoutError(),
        ConnectionResetError(),
        IncompleteRead(b""),
        ssl.SSLError("closed within the answer"),
        RemoteDisconnected(""),
        OSError(),
        ValueError("no JSON"),
        HTTPError("", 500, "", Message(), None),
    ],
    ids=repr,
)
def test_what_may_have_been_sent_is_uncertain(failure: Exception) -> None:
    assert isinstance(from_network(failure), MaybePosted)
