"""The Slack app manifest: the fewest rights that do the work, each with its reason, as tables.

Slack refuses a whole manifest for one reserved command name, so such a name is refused here first.
"""

from __future__ import annotations

import re

EVENTS_PATH = "/slack/events"
"""Where Slack posts events, taps, forms and commands in HTTP mode, on the bot's own address."""

SCOPES: dict[str, str] = {
    "app_mentions:read": "hear updates and questions where the bot is mentioned in a channel",
    "chat:write": "post prompts, read-backs and digests, and correct its own messages",
    "commands": "answer its slash command",
    "im:history": "hear updates in direct messages to the bot",
}
"""Bot scopes, and why each is asked for."""

FILES = "files:read"
OPTIONAL_SCOPES: dict[str, str] = {
    FILES: "read a plan that is dropped in a direct message to the bot",
    "users:read": "see when an account has closed, so that nobody who has left is asked; which are guests'; "
    "and whose clock runs in which zone",
    "files:write": "send a chair, a board officer or a lead the plan, paper or charts they ask for as files",
}
"""Rights a workspace may leave out; without them the bot says what it cannot do, and who can mend it."""

SEEING_CHANNELS: dict[str, str] = {
    "channels:read": "see before each post whether other organisations share a public channel",
    "groups:read": "the same of a private channel it is in",
}
"""Rights nobody is asked for. Where they are given, the bot is certain; without them it goes by events."""

EVENTS: dict[str, str] = {
    "app_home_opened": "somebody opens the bot's Home, which is then drawn for them",
    "app_mention": "an update or a question in a channel",
    "message.im": "an update or a question in a direct message, its edits and its deletion",
}
"""Events the bot is sent, and what each may bring."""

OPTIONAL_EVENTS: dict[str, str] = {
    "user_change": "somebody's account closes, so that nobody who has left is asked",
}
"""Events that need a right which a workspace may leave out."""

CAPTURE = "leadline:capture"
"""The entry in a message's menu that records what was said; Slack gives it with the scope `commands`."""

RESERVED = frozenset(
    [
        "/active",
        "/archive",
        "/away",
        "/call",
        "/collapse",
        "/dnd",
        "/expand",
        "/feed",
        "/help",
        "/invite",
        "/join",
        "/leave",
        "/me",
        "/msg",
        "/mute",
        "/open",
        "/pro",
        "/remind",
        "/rename",
        "/search",
        "/shortcuts",
        "/shrug",
        "/status",
        "/topic",
        "/who",
    ]
)
"""Slack's own commands. A manifest that registers one of them is rejected whole."""

LONGEST_COMMAND = 32
_NAME = re.compile(r"/[a-z0-9-]+")


class CommandRefused(ValueError):
    """Slack would refuse this command name; the message says why and what to take instead."""


def manifest(
    command_name: str, *, reads_files: bool = True, posted_to: str | None = None
) -> dict[str, object]:
    """The manifest of an app with this slash command; `reads_files` asks for files:read and
    files:write as well. Raises
    `CommandRefused`.

    Without an address it is for Socket Mode; with one, such as "https://leadline.example.org", Slack posts
    to it.
    """
    check_command(command_name)
    scopes = {*SCOPES, *(OPTIONAL_SCOPES if reads_files else ())}
    events = {*EVENTS, *(OPTIONAL_EVENTS if reads_files else ())}
    url = {} if posted_to is None else {"request_url": f"{posted_to.rstrip('/')}{EVENTS_PATH}"}
    command_url = {} if posted_to is None else {"url": url["request_url"]}
    return {
        "display_information": {
            "name": "Leadline",
            "description": "Asks an action plan's leads for updates and tells its board what is slipping.",
            "background_color": "#1d3557",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "Leadline", "always_online": True},
            "shortcuts": [
                {
                    "name": "Record for the board",
                    "type": "message",
                    "callback_id": CAPTURE,
                    "description": "A decision or a new action, read back before it is saved",
                }
            ],
            "slash_commands": [
                {
                    **command_url,
                    "command": command_name,
                    "description": "How the action plan stands: nobody else sees the answer",
                    "usage_hint": "[red | late | 2.7a | a name | help]",
                    "should_escape": False,
                }
            ],
        },
        "oauth_config": {"scopes": {"bot": sorted(scopes)}},
        "settings": {
            "event_subscriptions": {**url, "bot_events": sorted(events)},
            "interactivity": {**url, "is_enabled": True},
            "org_deploy_enabled": False,
            "socket_mode_enabled": posted_to is None,
            "token_rotation_enabled": False,
        },
    }


def check_command(name: str) -> None:
    """Raises `CommandRefused` for a name that Slack would not register."""
    if name in RESERVED:
        raise CommandRefused(
            f"Slack keeps {name} for itself and would refuse the whole manifest. Take another name, such as "
            "/plan-status; the words work without a slash too, in a direct message to the bot."
        )
    if "_" in name:
        raise CommandRefused(f"Slack refuses underscores in a command's name. Try {name.replace('_', '-')}.")
    if len(name) > LONGEST_COMMAND or not _NAME.fullmatch(name):
        raise CommandRefused(
            f"{name} is no name for a slash command: a slash, then small letters, figures and hyphens, "
            f"{LONGEST_COMMAND} characters at most, such as /plan-status."
        )
