"""The one app installed in the workspace: its name, tokens, scopes, events and commands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

DEFAULT_SCOPES = frozenset(
    {
        "app_mentions:read",
        "channels:history",
        "channels:join",
        "channels:read",
        "chat:write",
        "commands",
        "files:read",
        "files:write",
        "groups:history",
        "groups:read",
        "groups:write",
        "im:history",
        "im:read",
        "im:write",
        "mpim:history",
        "mpim:read",
        "mpim:write",
        "reactions:write",
        "team:read",
        "users:read",
        "users:read.email",
    }
)

# What an event needs before Slack sends it: the scope, or None where none is needed.
EVENT_SCOPES: Mapping[str, str | None] = {
    "app_home_opened": None,
    "app_mention": "app_mentions:read",
    "channel_archive": "channels:read",
    "file_shared": "files:read",
    "member_joined_channel": "channels:read",
    "member_left_channel": "channels:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "message.mpim": "mpim:history",
    "team_join": "users:read",
    "user_change": "users:read",
}

# Slack keeps `/status` for itself; the sandbox accepts it, so that a newcomer can type what the guide says.
DEFAULT_COMMANDS: Mapping[str, str] = {
    "/status": "How the plan stands: red, overdue, 2.7, a name",
    "/plan-status": "How the plan stands: red, overdue, 2.7, a name",
}


@dataclass(frozen=True)
class Shortcut:
    """A shortcut of the app; `on_message` puts it in a message's menu."""

    callback_id: str
    name: str
    on_message: bool


@dataclass(frozen=True)
class Application:
    """What an app's settings pages hold. The tokens open nothing but this sandbox."""

    name: str = "Leadline"
    app_id: str = "A0SANDBOX01"
    bot_token: str = "xoxb-sandbox-leadline"  # noqa: S105  # opens nothing but the sandbox
    app_token: str = "xapp-sandbox-leadline"  # noqa: S105  # opens nothing but the sandbox
    signing_secret: str = "sandbox-signing-secret"  # noqa: S105  # signs nothing but the sandbox's requests
    verification_token: str = "sandbox-verification"  # noqa: S105  # the field Slack deprecated; bolt ignores it
    scopes: frozenset[str] = DEFAULT_SCOPES
    events: frozenset[str] = field(default_factory=lambda: frozenset(EVENT_SCOPES))
    commands: Mapping[str, str] = field(default_factory=lambda: dict(DEFAULT_COMMANDS))
    shortcuts: tuple[Shortcut, ...] = ()
    has_messages_tab: bool = True
    has_home_tab: bool = True

    def receives(self, event: str) -> bool:
        """Whether the app has subscribed to an event and may have it."""
        scope = EVENT_SCOPES[event]
        return event in self.events and (scope is None or scope in self.scopes)
