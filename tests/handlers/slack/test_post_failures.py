"""Every documented refusal has one verdict."""

import json
import ssl
from datetime import timedelta
from http.client import RemoteDisconnected
from pathlib import Path
from socket import gaierror
from urllib.error import URLError

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.errors import MaybePosted, NotPosted
from handlers.slack.post_failures import VERDICTS, WAIT_FOR_RATE, Verdict, from_api, from_network

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


def test_a_rate_limit_without_a_number_waits_a_while() -> None:
    raised = from_api(answer(429, {"ok": False, "error": "ratelimited"}, {"Retry-After": "soon"}))
    assert isinstance(raised, NotPosted)
    assert raised.retry_after == WAIT_FOR_RATE


def test_a_rate_limit_with_a_number_waits_that_long() -> None:
    raised = from_api(answer(429, {}, {"retry-after": "42"}))
    assert isinstance(raised, NotPosted)
    assert raised.retry_after == timedelta(seconds=42)


@pytest.mark.parametrize("cause", [gaierror(), ConnectionRefusedError(), ssl.SSLCertVerificationError()])
def test_what_fails_before_sending_is_certain(cause: OSError) -> None:
    assert isinstance(from_network(URLError(cause)), NotPosted)


@pytest.mark.parametrize(
    "failure",
    [
        URLError(TimeoutError()),
        URLError(ConnectionResetError()),
        TimeoutError(),
        RemoteDisconnected(""),
        OSError(),
    ],
)
def test_what_may_have_been_sent_is_uncertain(failure: Exception) -> None:
    assert isinstance(from_network(failure), MaybePosted)
