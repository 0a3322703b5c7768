"""The manifest asks for little, and refuses a command name that Slack would refuse."""

import json

import pytest

from handlers.slack.manifest import (
    EVENTS,
    OPTIONAL_EVENTS,
    OPTIONAL_SCOPES,
    RESERVED,
    SCOPES,
    CommandRefused,
    check_command,
    manifest,
)


def test_the_manifest_is_json_with_socket_mode_on() -> None:
    made = json.loads(json.dumps(manifest("/plan-status")))
    assert made["settings"]["socket_mode_enabled"] is True
    assert made["settings"]["interactivity"] == {"is_enabled": True}
    assert made["features"]["slash_commands"][0]["command"] == "/plan-status"
    assert made["features"]["app_home"]["messages_tab_read_only_enabled"] is False
    assert made["oauth_config"]["scopes"] == {"bot": sorted({*SCOPES, *OPTIONAL_SCOPES})}
    assert made["settings"]["event_subscriptions"] == {"bot_events": sorted({*EVENTS, *OPTIONAL_EVENTS})}


def test_a_workspace_may_leave_out_the_right_to_read_files() -> None:
    made = json.loads(json.dumps(manifest("/plan-status", reads_files=False)))
    assert made["oauth_config"]["scopes"] == {"bot": sorted(SCOPES)}


def test_in_http_mode_slack_is_told_where_to_post() -> None:
    made = json.loads(json.dumps(manifest("/plan-status", posted_to="https://leadline.example.org/")))
    address = "https://leadline.example.org/slack/events"
    assert made["settings"]["socket_mode_enabled"] is False
    assert made["settings"]["event_subscriptions"]["request_url"] == address
    assert made["settings"]["interactivity"]["request_url"] == address
    assert made["features"]["slash_commands"][0]["url"] == address


def test_no_scope_is_asked_for_that_is_never_to_be_had() -> None:
    never = {
        "chat:write.public",
        "chat:write.customize",
        "channels:join",
        "users:read.email",
        "channels:history",
    }
    assert not never & set(SCOPES)


def test_every_scope_and_event_has_its_reason() -> None:
    assert all((SCOPES | OPTIONAL_SCOPES | EVENTS).values())


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_slacks_own_commands_are_refused(name: str) -> None:
    with pytest.raises(CommandRefused, match="keeps"):
        manifest(name)


def test_underscores_are_refused_with_a_name_that_would_do() -> None:
    with pytest.raises(CommandRefused, match="/plan-status"):
        check_command("/plan_status")


@pytest.mark.parametrize("name", ["status", "/", "/Plan", "/plan status", "/" + "x" * 40])
def test_a_name_that_is_no_command_is_refused(name: str) -> None:
    with pytest.raises(CommandRefused, match="no name"):
        check_command(name)
