"""What Slack sends, as its documentation shows it; only the parts that differ are arguments."""

from __future__ import annotations

from typing import Any

TEAM = "T1"
BOT_USER = "U0BOT"

Payload = dict[str, Any]


def event(key: str, what: Payload) -> Payload:
    """An event in its envelope. `key` is Slack's event_id."""
    return {
        "token": "unused",
        "team_id": TEAM,
        "api_app_id": "A1",
        "event": what,
        "type": "event_callback",
        "event_id": key,
        "event_time": 1,
        "authorizations": [{"enterprise_id": None, "team_id": TEAM, "user_id": BOT_USER, "is_bot": True}],
    }


def message(user: str, channel: str, ts: str, text: str, **more: Any) -> Payload:
    """Somebody's message; a channel whose id begins with D is a direct message."""
    return {
        "type": "message",
        "user": user,
        "channel": channel,
        "channel_type": "im" if channel.startswith("D") else "channel",
        "ts": ts,
        "event_ts": ts,
        "text": text,
        "team": TEAM,
        "client_msg_id": f"client-{ts}",
        **more,
    }


def mention(user: str, channel: str, ts: str, text: str, **more: Any) -> Payload:
    """Somebody mentions the bot in a channel."""
    said = message(user, channel, ts, f"<@{BOT_USER}> {text}", **more)
    return {**said, "type": "app_mention"}


def edit(before: Payload, text: str, ts: str) -> Payload:
    """Somebody changes what they wrote."""
    inner = {name: before[name] for name in ("type", "user", "ts", "text")}
    return {
        "type": "message",
        "subtype": "message_changed",
        "channel": before["channel"],
        "channel_type": before["channel_type"],
        "ts": ts,
        "event_ts": ts,
        "message": {**inner, "text": text, "edited": {"user": before["user"], "ts": ts}},
        "previous_message": inner,
    }


def deletion(before: Payload, ts: str) -> Payload:
    """Somebody deletes what they wrote."""
    return {
        "type": "message",
        "subtype": "message_deleted",
        "channel": before["channel"],
        "channel_type": before["channel_type"],
        "ts": ts,
        "event_ts": ts,
        "deleted_ts": before["ts"],
        "previous_message": {name: before[name] for name in ("type", "user", "ts", "text")},
    }


def tap(
    user: str, posted: Payload, element: Payload, response_url: str, option: str | None = None
) -> Payload:
    """Somebody presses a button of a message, or chooses from a menu of it."""
    chosen: Payload = {"selected_option": {"value": option}} if option else {"value": element.get("value")}
    if element["type"] == "users_select":
        chosen = {"selected_user": option}
    rows = [one for one in posted.get("blocks", ()) if element in one.get("elements", ())]
    return {
        "type": "block_actions",
        "team": {"id": TEAM, "domain": "larkmere"},
        "user": {"id": user, "name": user.lower(), "team_id": TEAM},
        "api_app_id": "A1",
        "token": "unused",
        "container": {"type": "message", "message_ts": posted["ts"], "channel_id": posted["channel"]},
        "trigger_id": "1.2.trigger",
        "channel": {"id": posted["channel"], "name": "directmessage"},
        "message": posted,
        "response_url": response_url,
        "actions": [
            {
                "action_id": element["action_id"],
                "block_id": rows[0].get("block_id", "b1") if rows else "b1",
                "type": element["type"],
                "action_ts": posted["ts"],
                **chosen,
            }
        ],
    }


def submission(user: str, view: Payload, answers: dict[str, str]) -> Payload:
    """Somebody sends a form; a question that is not answered keeps what it was opened with."""
    values = {
        block["block_id"]: {"answer": _state(block["element"], answers.get(block["block_id"]))}
        for block in view["blocks"]
        if block["type"] == "input"
    }
    return {
        "type": "view_submission",
        "team": {"id": TEAM, "domain": "larkmere"},
        "user": {"id": user, "name": user.lower(), "team_id": TEAM},
        "api_app_id": "A1",
        "token": "unused",
        "trigger_id": "3.4.trigger",
        "view": {**view, "id": "V1", "team_id": TEAM, "hash": "h", "state": {"values": values}},
        "response_urls": [],
    }


def _state(element: Payload, answer: str | None) -> Payload:
    if element["type"] == "conversations_select":
        value = answer or element.get("initial_conversation")
        return {"type": element["type"], "selected_conversation": value}
    if element["type"] == "static_select":
        value = answer or element.get("initial_option", {}).get("value")
        return {"type": element["type"], "selected_option": {"value": value} if value else None}
    return {"type": element["type"], "value": element.get("initial_value") if answer is None else answer}


def command(user: str, channel: str, name: str, text: str, response_url: str) -> Payload:
    """Somebody types a slash command."""
    return {
        "token": "unused",
        "team_id": TEAM,
        "team_domain": "larkmere",
        "channel_id": channel,
        "channel_name": "directmessage",
        "user_id": user,
        "user_name": user.lower(),
        "command": name,
        "text": text,
        "api_app_id": "A1",
        "is_enterprise_install": "false",
        "response_url": response_url,
        "trigger_id": "5.6.trigger",
    }


def message_shortcut(user: str, channel: str, ts: str, words: str, response_url: str) -> Payload:
    """Somebody chooses the entry "Record for the board" in a message's menu."""
    return {
        "type": "message_action",
        "token": "unused",
        "action_ts": ts,
        "team": {"id": TEAM, "domain": "larkmere"},
        "user": {"id": user, "username": user.lower(), "team_id": TEAM, "name": user.lower()},
        "channel": {"id": channel, "name": "larkmere-plan"},
        "is_enterprise_install": False,
        "enterprise": None,
        "callback_id": "leadline:capture",
        "trigger_id": "7.8.trigger",
        "response_url": response_url,
        "message_ts": ts,
        "message": {"type": "message", "user": "USOMEBODY", "text": words, "ts": ts},
    }


def home_opened(user: str, tab: str = "home") -> Payload:
    """Somebody looks at the app: its Home or its Messages."""
    return {"type": "app_home_opened", "user": user, "channel": f"D{user}", "tab": tab, "event_ts": "1.0"}


def tap_at_home(user: str, view: Payload, element: Payload) -> Payload:
    """Somebody presses a button of their Home: there is no message, and nowhere to respond to."""
    rows = [one for one in view["blocks"] if element in one.get("elements", ())]
    return {
        "type": "block_actions",
        "team": {"id": TEAM, "domain": "larkmere"},
        "user": {"id": user, "name": user.lower(), "team_id": TEAM},
        "api_app_id": "A1",
        "token": "unused",
        "container": {"type": "view", "view_id": "VHOME"},
        "trigger_id": "1.2.trigger",
        "view": {**view, "id": "VHOME", "team_id": TEAM, "state": {"values": {}}},
        "actions": [
            {
                "action_id": element["action_id"],
                "block_id": rows[0].get("block_id", "b1"),
                "type": element["type"],
                "action_ts": "1.0",
                "value": element.get("value"),
            }
        ],
    }
