"""What Slack knows of an account."""

from __future__ import annotations

from http.client import HTTPException

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError


class SlackDirectory:
    """The port `bot.ports.Directory` towards one Slack workspace; it needs the scope users:read."""

    def __init__(self, client: WebClient) -> None:
        self._client = client

    def zone_of(self, account: str) -> str | None:
        """The zone of an account's clock; None where Slack will not say."""
        try:
            user = self._client.users_info(user=account)["user"]
        except (SlackClientError, OSError, HTTPException, KeyError):
            return None
        zone = user.get("tz")
        return zone if isinstance(zone, str) else None
