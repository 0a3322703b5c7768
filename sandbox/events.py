"""Events API payloads: what the app hears about what people do."""

from concurrent.futures import Future

from sandbox.desk import Desk
from sandbox.dispatching import Answer, EnvelopeType
from sandbox.entities import CHANNEL_TYPES, SCOPE_NOUNS, TOMBSTONE, Channel, ChannelKind, Json, Message
from sandbox.identifiers import stamp
from sandbox.message_payloads import message_json

_MESSAGE_EVENTS = {kind: f"message.{noun}" for kind, noun in SCOPE_NOUNS.items()}


def send_event(desk: Desk, event: Json) -> "Future[Answer]":
    """Wrap an event and send it to the app."""
    workspace = desk.workspace
    number = workspace.mint("Ev")
    channel = workspace.channels.get(str(event.get("channel")))
    return desk.dispatcher.send(
        EnvelopeType.EVENT,
        {
            "token": workspace.application.verification_token,
            "team_id": workspace.team_id,
            "context_team_id": workspace.team_id,
            "context_enterprise_id": None,
            "api_app_id": workspace.application.app_id,
            "event": event,
            "type": "event_callback",
            "event_id": number,
            "event_time": int(workspace.clock.now().timestamp()),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": workspace.team_id,
                    "user_id": workspace.bot.id,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": channel is not None and channel.is_ext_shared,
            "event_context": f"4-{number}",
        },
    )


def tell_of_message(desk: Desk, channel: Channel, message: Message) -> None:
    """A new message: to the app if it is there, and as a mention too if it is named."""
    if not _hears(desk, channel):
        return
    workspace = desk.workspace
    body = message_json(workspace, message, desk.url) | {"channel": channel.id, "event_ts": message.ts}
    is_mention = message.bot_id is None and f"<@{workspace.bot.id}" in message.text
    if (
        is_mention
        and channel.kind is not ChannelKind.DIRECT
        and workspace.application.receives("app_mention")
    ):
        send_event(desk, body | {"type": "app_mention"})
    if workspace.application.receives(_MESSAGE_EVENTS[channel.kind]):
        send_event(desk, body | {"channel_type": CHANNEL_TYPES[channel.kind]})


def tell_of_edit(desk: Desk, channel: Channel, message: Message, before: Json) -> None:
    """A message that now says something else."""
    body = {"message": message_json(desk.workspace, message, desk.url), "previous_message": before}
    _tell_of_change(desk, channel, body | {"subtype": "message_changed"})


def tell_of_deletion(desk: Desk, channel: Channel, after: Message, before: Json) -> None:
    """A message that is gone; one that left a tombstone has changed, says Slack."""
    if after.subtype == TOMBSTONE:
        tell_of_edit(desk, channel, after, before)
        return
    _tell_of_change(
        desk, channel, {"subtype": "message_deleted", "previous_message": before, "deleted_ts": after.ts}
    )


def _tell_of_change(desk: Desk, channel: Channel, body: Json) -> None:
    application = desk.workspace.application
    if not (_hears(desk, channel) and application.receives(_MESSAGE_EVENTS[channel.kind])):
        return
    now = desk.workspace.mint_stamp()
    send_event(
        desk,
        {
            "type": "message",
            "hidden": True,
            "channel": channel.id,
            "channel_type": CHANNEL_TYPES[channel.kind],
            "ts": now,
            "event_ts": now,
            **body,
        },
    )


def tell_of_membership(desk: Desk, channel: Channel, person_id: str, *, joined: bool) -> None:
    """Somebody, perhaps the app, came into a channel or left it."""
    event = "member_joined_channel" if joined else "member_left_channel"
    if channel.kind in (ChannelKind.DIRECT, ChannelKind.GROUP) or not desk.workspace.application.receives(
        event
    ):
        return
    if person_id != desk.workspace.bot.id and not _hears(desk, channel):
        return
    send_event(
        desk,
        {
            "type": event,
            "user": person_id,
            "channel": channel.id,
            "channel_type": channel.id[0],
            "team": desk.workspace.team_id,
            "event_ts": stamp(desk.workspace.clock.now()),
        },
    )


def _hears(desk: Desk, channel: Channel) -> bool:
    return desk.workspace.bot.id in channel.members
