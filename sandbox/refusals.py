"""How the sandbox says no: one exception that carries Slack's own word for the reason."""

from collections.abc import Mapping, Sequence
from typing import Any


class Refused(Exception):  # it reads as what happened; "RefusedError" says nothing more
    """`error` is Slack's word (`channel_not_found`); `messages` are the details Slack adds for blocks."""

    def __init__(self, error: str, messages: Sequence[str] = (), **more: Any) -> None:
        super().__init__(error, *messages)
        self.error = error
        self.messages = tuple(messages)
        self.more: Mapping[str, Any] = more
