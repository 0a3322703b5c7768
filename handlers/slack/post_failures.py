"""What Slack's answers to a post mean: certainly not posted (now, or ever), or perhaps posted."""

from __future__ import annotations

import socket
import ssl
from datetime import timedelta
from enum import StrEnum
from urllib.error import HTTPError, URLError

from slack_sdk.errors import SlackApiError

from bot.errors import MaybePosted, NotPosted


class Verdict(StrEnum):
    """What follows from a refusal."""

    LATER = "later"
    NEVER = "never"
    UNCERTAIN = "uncertain"


WAIT_FOR_RATE = timedelta(seconds=30)
"""When Slack says "too often" and not how long to wait."""

WAIT_FOR_NETWORK = timedelta(seconds=30)
EDIT_AGAIN_AFTER = timedelta(seconds=5)
WAIT_FOR_OPERATOR = timedelta(minutes=10)
"""A token that is wrong today may be put right without the message being lost."""

_LATER_BY_RATE = frozenset({"ratelimited", "rate_limited", "message_limit_exceeded"})
_LATER_BY_OPERATOR = frozenset(
    {
        "access_denied", "account_inactive", "ekm_access_denied", "enterprise_is_restricted", "invalid_auth",
        "missing_scope", "no_permission", "not_allowed_token_type", "not_authed", "org_login_required",
        "team_access_not_granted", "team_added_to_org", "token_expired", "token_revoked",
        "two_factor_setup_required",
    }
)  # fmt: skip
REFUSALS = _LATER_BY_OPERATOR
"""What Slack says of a token or of rights that somebody must put right."""

_UNCERTAIN = frozenset({"fatal_error", "internal_error", "request_timeout", "service_unavailable"})
_NEVER = frozenset(
    {
        "accesslimited", "app_access_restricted", "as_user_not_supported",
        "attachment_payload_limit_exceeded",
        "cannot_reply_to_message", "channel_is_archived", "channel_not_found", "deprecated_endpoint",
        "draft_already_deleted", "draft_already_sent", "draft_has_conflict", "draft_not_found",
        "duplicate_channel_not_found", "duplicate_message_not_found", "invalid_arg_name", "invalid_arguments",
        "invalid_array_arg", "invalid_blocks", "invalid_blocks_format", "invalid_charset",
        "invalid_form_data", "invalid_metadata_format", "invalid_metadata_schema", "invalid_post_type",
        "is_archived", "is_inactive", "markdown_text_conflict", "message_not_found", "messages_tab_disabled",
        "metadata_must_be_sent_from_app", "metadata_too_large", "method_deprecated", "missing_file_data",
        "missing_post_type", "msg_blocks_too_long", "msg_too_long", "no_text", "not_in_channel",
        "restricted_action", "restricted_action_non_threadable_channel",
        "restricted_action_read_only_channel", "restricted_action_thread_locked",
        "restricted_action_thread_only_channel", "send_on_behalf_not_allowed",
        "slack_connect_canvas_sharing_blocked", "slack_connect_file_link_sharing_blocked",
        "slack_connect_lists_sharing_blocked", "team_not_found", "too_many_attachments",
        "too_many_contact_cards", "unknown_method", "user_disabled", "user_is_bot", "user_not_found",
    }
)  # fmt: skip

VERDICTS: dict[str, Verdict] = {
    **dict.fromkeys(_LATER_BY_RATE | _LATER_BY_OPERATOR, Verdict.LATER),
    **dict.fromkeys(_NEVER, Verdict.NEVER),
    **dict.fromkeys(_UNCERTAIN, Verdict.UNCERTAIN),
}
"""Every documented error; one that is not here is uncertain, which is looked into rather than guessed."""

# What can only happen before a request has left us, however it comes to be raised.
_BEFORE_SENDING = (socket.gaierror, ConnectionRefusedError, ssl.SSLCertVerificationError)


def from_api(error: SlackApiError) -> NotPosted | MaybePosted:
    """What an answer of Slack's says of the post it answers."""
    response = error.response
    status, said = response.status_code, response.data
    code = str(said.get("error")) if isinstance(said, dict) else "unreadable"
    if status == 429:
        return NotPosted("ratelimited", _retry_after(dict(response.headers)), holds_all=True)
    if status >= 500:
        return MaybePosted(f"http_{status}")
    verdict = VERDICTS.get(code, Verdict.UNCERTAIN)
    if verdict is Verdict.UNCERTAIN:
        return MaybePosted(code)
    if verdict is Verdict.NEVER:
        return NotPosted(code)
    if code in _LATER_BY_RATE:
        return NotPosted(code, WAIT_FOR_RATE, holds_all=True)
    return NotPosted(code, WAIT_FOR_OPERATOR)


def from_network(error: Exception) -> NotPosted | MaybePosted:
    """What a failure to reach Slack, or to read its answer, says of the post.

    urllib wraps in a `URLError` what goes wrong until the whole request is handed over: the name, the proxy,
    the connection, TLS, the sending. Slack then has no whole request and can have stored nothing. What goes
    wrong while the answer is waited for, also a time-out, comes unwrapped, and is uncertain.
    """
    cause = error.reason if isinstance(error, URLError) else error
    name = type(cause).__name__
    is_handed_over = not isinstance(error, URLError) or isinstance(error, HTTPError)
    if not is_handed_over or isinstance(cause, _BEFORE_SENDING):
        return NotPosted(name, WAIT_FOR_NETWORK)
    return MaybePosted(name)


def from_edit(error: SlackApiError) -> NotPosted:
    """What an answer of Slack's says of an edit, which may safely be made twice: nothing is ever in doubt.
    Slack's own trouble passes; a refusal that is not listed above is for good."""
    failure = from_api(error)
    if isinstance(failure, NotPosted):
        return failure
    is_slacks_own = error.response.status_code >= 500 or str(failure) in _UNCERTAIN
    return NotPosted(str(failure), EDIT_AGAIN_AFTER if is_slacks_own else None)


def _retry_after(headers: dict[str, object]) -> timedelta:
    found = next((value for name, value in headers.items() if name.lower() == "retry-after"), None)
    text = str(found[0] if isinstance(found, (list, tuple)) else found)
    return timedelta(seconds=int(text)) if text.isdigit() else WAIT_FOR_RATE
