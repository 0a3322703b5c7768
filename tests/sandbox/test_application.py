"""The installed app: what it may do, taken from its own manifest where there is one."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.application import EVENT_SCOPES, Application

MANIFEST: dict[str, Any] = {
    "display_information": {"name": "Leadline"},
    "features": {
        "app_home": {"home_tab_enabled": False, "messages_tab_enabled": True},
        "bot_user": {"display_name": "Leadline bot"},
        "shortcuts": [{"name": "Keep", "type": "message", "callback_id": "keep", "description": "Keep it"}],
        "slash_commands": [
            {"command": "/plan-status", "description": "How it stands", "should_escape": False}
        ],
    },
    "oauth_config": {"scopes": {"bot": ["chat:write", "commands", "im:history"]}},
    "settings": {"event_subscriptions": {"bot_events": ["message.im", "app_mention"]}},
}


def test_an_app_has_the_rights_of_its_manifest_and_no_more() -> None:
    app = Application.from_manifest(MANIFEST, {"/status": "The same"})
    assert app.name == "Leadline bot"
    assert app.scopes == {"chat:write", "commands", "im:history"}
    assert dict(app.commands) == {"/plan-status": "How it stands", "/status": "The same"}
    assert (app.has_messages_tab, app.has_home_tab, app.escapes_commands) == (True, False, False)
    assert [(shortcut.callback_id, shortcut.on_message) for shortcut in app.shortcuts] == [("keep", True)]


def test_an_event_needs_its_subscription_and_its_scope() -> None:
    app = Application.from_manifest(MANIFEST)
    assert app.receives("message.im")
    assert not app.receives("app_mention")  # subscribed to, but without app_mentions:read
    assert not app.receives("message.channels")


def test_the_sandboxs_own_app_receives_everything_it_sends() -> None:
    assert all(Application().receives(event) for event in EVENT_SCOPES)
    assert set(Application().commands) == {"/status", "/plan-status"}


def test_an_event_the_sandbox_does_not_send_is_refused() -> None:
    events = {"event_subscriptions": {"bot_events": ["tea_made"]}}
    with pytest.raises(ValueError, match="does not send tea_made"):
        Application.from_manifest({**MANIFEST, "settings": events})
