"""The one app installed in the workspace: its name, tokens, scopes, events and commands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

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

# The events the sandbox sends, and the scope each needs, or None where none is needed.
EVENT_SCOPES: Mapping[str, str | None] = {
    "app_home_opened": None,
    "app_mention": "app_mentions:read",
    "file_shared": "files:read",
    "member_joined_channel": "channels:read",
    "member_left_channel": "channels:read",
    "user_change": "users:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "message.mpim": "mpim:history",
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
    escapes_commands: bool = True

    @classmethod
    def from_manifest(
        cls, manifest: Mapping[str, Any], also_commands: Mapping[str, str] | None = None
    ) -> "Application":
        """The app of a Slack manifest, with its rights and no more; commands Slack would refuse may be added.

        Raises `ValueError` for an event the sandbox does not send, since the app would wait for it in vain.
        """
        features = manifest.get("features", {})
        tabs = features.get("app_home", {})
        events = frozenset(manifest.get("settings", {}).get("event_subscriptions", {}).get("bot_events", ()))
        if not events <= set(EVENT_SCOPES):
            raise ValueError(f"The sandbox does not send {', '.join(sorted(events - set(EVENT_SCOPES)))}.")
        commands = features.get("slash_commands", ())
        return cls(
            name=features.get("bot_user", {}).get("display_name", manifest["display_information"]["name"]),
            scopes=frozenset(manifest["oauth_config"]["scopes"]["bot"]),
            events=events,
            commands={
                **{each["command"]: each.get("description", "") for each in commands},
                **(also_commands or {}),
            },
            shortcuts=tuple(
                Shortcut(each["callback_id"], each["name"], on_message=each["type"] == "message")
                for each in features.get("shortcuts", ())
            ),
            has_messages_tab=tabs.get("messages_tab_enabled", False),
            has_home_tab=tabs.get("home_tab_enabled", False),
            escapes_commands=all(each.get("should_escape", False) for each in commands),
        )

    def receives(self, event: str) -> bool:
        """Whether the app has subscribed to an event and may have it."""
        scope = EVENT_SCOPES[event]
        return event in self.events and (scope is None or scope in self.scopes)
