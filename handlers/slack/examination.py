"""What Slack says of the app's tokens, rights and channels when it is asked; nothing is posted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import Enum
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.ports import Clock
from handlers.slack.connect import quiet_client
from handlers.slack.manifest import OPTIONAL_SCOPES, SCOPES


class SlackRefused(Exception):
    """Slack said no, or was not reached; `error` is its word, or the name of what went wrong."""

    def __init__(self, error: str) -> None:
        super().__init__(error)
        self.error = error


class Membership(Enum):
    """Whether the bot is in a channel, and others share it, as far as its rights let it see."""

    IN = "in"
    SHARED = "shared"
    OUT = "out"
    ARCHIVED = "archived"
    UNKNOWN = "unknown"
    UNSEEN = "unseen"


@dataclass(frozen=True, slots=True)
class TokenSeen:
    """What the bot's token opens. `scopes` and `ahead` (how far Slack's clock is ahead of ours) are None
    where Slack did not say."""

    team_id: str
    team: str
    scopes: frozenset[str] | None
    ahead: timedelta | None


class Examiner:
    """Asks Slack with the bot's token. Every question raises `SlackRefused` where it is not answered."""

    def __init__(self, bot_token: str, api_url: str, clock: Clock) -> None:
        self._client = quiet_client(bot_token, api_url)
        self._api_url = api_url
        self._clock = clock

    def token(self) -> TokenSeen:
        """auth.test: whose token this is, what it may do, and what time it is there."""
        before = self._clock.now()
        answer = _asked(self._client, "auth.test")
        middle = before + (self._clock.now() - before) / 2
        headers = {str(name).lower(): str(value) for name, value in answer.headers.items()}
        return TokenSeen(
            answer["team_id"], answer.get("team") or "", _scopes(headers), _ahead(headers, middle)
        )

    def line(self, app_token: str) -> None:
        """apps.connections.open: whether the app-level token opens a socket. None is opened."""
        _asked(quiet_client(app_token, self._api_url), "apps.connections.open")

    def membership(self, channel: str) -> Membership:
        """Whether the bot is in this channel."""
        try:
            seen = _asked(self._client, "conversations.info", params={"channel": channel})["channel"]
        except SlackRefused as refusal:
            told = {"missing_scope": Membership.UNSEEN, "channel_not_found": Membership.UNKNOWN}
            if refusal.error not in told:
                raise
            return told[refusal.error]
        if seen.get("is_archived"):
            return Membership.ARCHIVED
        if not seen.get("is_member"):
            return Membership.OUT
        is_shared = seen.get("is_ext_shared") or seen.get("is_pending_ext_shared")
        return Membership.SHARED if is_shared else Membership.IN


def wanted_scopes(*, reads_files: bool) -> frozenset[str]:
    """What the manifest asks for."""
    return frozenset({*SCOPES, *(OPTIONAL_SCOPES if reads_files else ())})


def _asked(client: WebClient, method: str, **given: Any) -> Any:
    try:
        return client.api_call(method, **given)
    except SlackApiError as refusal:
        raise SlackRefused(str(refusal.response.get("error") or type(refusal).__name__)) from None
    except (SlackClientError, OSError, ValueError) as failure:
        raise SlackRefused(type(failure).__name__) from None


def _scopes(headers: Mapping[str, str]) -> frozenset[str] | None:
    told = headers.get("x-oauth-scopes")
    return None if told is None else frozenset(one.strip() for one in told.split(",") if one.strip())


def _ahead(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    try:
        return parsedate_to_datetime(headers["date"]) - now
    except (KeyError, ValueError, TypeError):
        return None
