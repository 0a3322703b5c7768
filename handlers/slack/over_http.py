"""Slack over HTTP: signed requests in, Bolt's answers out. Nothing a stranger sends raises, or is logged.

The signature is checked here before anything is parsed, since Bolt's own check raises on a missing or odd
header, and its log quotes the whole request. Replays within Slack's five minutes are the inbox's to notice,
by the event's id.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from slack_bolt import App, BoltRequest
from slack_sdk.signature import SignatureVerifier

from bot.faults import described

log = logging.getLogger("leadline.slack")

LARGEST_BODY = 1024 * 1024
"""Bytes of a request that are read; what Slack sends is far smaller."""


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """A status, headers and a body."""

    status: int
    body: str | bytes = ""
    headers: Mapping[str, Sequence[str]] = field(default_factory=dict)


class SignedRequests:
    """What Slack posts to the app, let in by its signature alone."""

    def __init__(self, app: App, signing_secret: str) -> None:
        self._app = app
        self._verifier = SignatureVerifier(signing_secret)

    def answer(self, headers: Mapping[str, str], body: bytes) -> HttpAnswer:
        """413 for what is too large, 401 for what Slack has not signed, 400 for what cannot be parsed; else
        the app's own answer."""
        if len(body) > LARGEST_BODY:
            return HttpAnswer(413)
        if not self._is_signed(headers, body):
            return HttpAnswer(401)
        request = _parsed(headers, body)
        if request is None:
            return HttpAnswer(400)
        try:
            response = self._app.dispatch(request)
        except Exception as error:  # noqa: BLE001 - whatever it is, Slack is to send this again
            log.error("request: %s", described(error))
            return HttpAnswer(500)
        return HttpAnswer(response.status, response.body, response.headers)

    def _is_signed(self, headers: Mapping[str, str], body: bytes) -> bool:
        timestamp = headers.get("x-slack-request-timestamp", "")
        signature = headers.get("x-slack-signature", "")
        try:
            return self._verifier.is_valid(body, timestamp, signature)
        except (TypeError, ValueError, OverflowError):
            return False  # no number, no ASCII, no UTF-8: not Slack's


def _parsed(headers: Mapping[str, str], body: bytes) -> BoltRequest | None:
    """The request; None when it was signed but is neither a JSON object nor a form."""
    try:
        request = BoltRequest(body=body.decode("utf-8"), headers=dict(headers))
    except (
        ValueError,
        AttributeError,
        TypeError,
        RecursionError,
    ):  # all that Bolt's parsing of odd JSON raises
        return None
    return request if request.body else None
