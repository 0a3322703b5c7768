"""How Slack reaches the bot: over a socket that the bot opens, or by posting to an address of ours."""

from __future__ import annotations

from typing import Protocol

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler

PING_EVERY = 2
"""Seconds between pings of the socket: a dead connection is noticed in about five times as many."""


class Line(Protocol):
    """A way to be reached."""

    def open(self) -> None: ...
    def is_open(self) -> bool: ...
    def close(self) -> None: ...


class SocketLine:
    """Socket Mode: the bot calls Slack and holds the line, so nothing need reach this machine."""

    def __init__(self, app: App, app_token: str) -> None:
        self._handler = SocketModeHandler(app, app_token, ping_interval=PING_EVERY)

    def open(self) -> None:
        """Connect; the client comes back by itself after a break."""
        self._handler.connect()  # type: ignore[no-untyped-call]  # Bolt leaves it bare

    def is_open(self) -> bool:
        """Whether Slack can reach the bot at this moment."""
        return self._handler.client.is_connected()

    def close(self) -> None:
        """Hang up for good."""
        self._handler.close()  # type: ignore[no-untyped-call]  # Bolt leaves it bare


class NoLine:
    """HTTP mode: Slack posts to an address, which the bot's own server answers."""

    def open(self) -> None:
        """Nothing to open."""

    def is_open(self) -> bool:
        """The server's own answering is the proof."""
        return True

    def close(self) -> None:
        """Nothing to close."""
