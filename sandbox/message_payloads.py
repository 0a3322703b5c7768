"""The JSON an app receives and reads: messages and files as Slack spells them."""

from urllib.parse import quote

from sandbox.entities import TOMBSTONE, ChannelKind, File, Json, Message
from sandbox.payloads import bot_json
from sandbox.workspace import Workspace


def file_json(workspace: Workspace, file: File, url: str) -> Json:
    """A file object; `url` is the server's address."""
    extension = file.name.rpartition(".")[2].lower() if "." in file.name else ""
    return {
        "id": file.id,
        "created": file.created,
        "timestamp": file.created,
        "name": file.name,
        "title": file.title,
        "mimetype": file.mimetype,
        "filetype": extension,
        "user": file.user,
        "user_team": workspace.team_id,
        "size": file.size,
        "mode": "hosted",
        "is_public": any(_is_public(workspace, channel) for channel in file.channels),
        "channels": [c for c in file.channels if c.startswith("C")],
        "groups": [c for c in file.channels if c.startswith("G")],
        "ims": [c for c in file.channels if c.startswith("D")],
        "url_private": f"{url}/files/{file.id}/{quote(file.name)}",
        "url_private_download": f"{url}/files/{file.id}/download/{quote(file.name)}",
        "permalink": f"{url}/files/{file.id}",
    }


def _is_public(workspace: Workspace, channel_id: str) -> bool:
    channel = workspace.channels.get(channel_id)
    return channel is not None and channel.kind is ChannelKind.PUBLIC


def message_json(workspace: Workspace, message: Message, url: str, *, with_metadata: bool = False) -> Json:
    """A message as the Web API answers it and events carry it (without channel and channel_type)."""
    files = [workspace.files.get(each) for each in message.files]
    body: Json = {
        "type": "message",
        "subtype": message.subtype,
        "user": message.user,
        "text": message.text,
        "ts": message.ts,
        "team": workspace.team_id,
        "client_msg_id": message.client_msg_id,
        "blocks": list(message.blocks),
        "attachments": list(message.attachments),
        "thread_ts": message.thread_ts,
        "edited": {"user": message.user, "ts": message.edited_at} if message.edited_at else None,
        "files": [file_json(workspace, each, url) for each in files if each is not None],
        "reactions": [
            {"name": each.name, "users": list(each.users), "count": len(each.users)}
            for each in message.reactions
        ],
        "hidden": message.subtype == TOMBSTONE,
        "is_ephemeral": message.only_for is not None,
        "metadata": message.metadata if with_metadata else None,
    }
    if message.bot_id:
        body |= {
            "bot_id": message.bot_id,
            "app_id": workspace.application.app_id,
            "bot_profile": bot_json(workspace),
        }
    said = {name: value for name, value in body.items() if value or name == "text"}
    return said | _thread_summary(workspace, message)


def _thread_summary(workspace: Workspace, message: Message) -> Json:
    if message.is_reply or message.only_for:
        return {"parent_user_id": _parent_user(workspace, message)} if message.is_reply else {}
    replies = workspace.messages.replies(message)
    if not replies:
        return {}
    users = list(dict.fromkeys(reply.user for reply in replies))
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users_count": len(users),
        "reply_users": users[:5],
        "latest_reply": replies[-1].ts,
        "is_locked": False,
        "subscribed": True,
    }


def _parent_user(workspace: Workspace, message: Message) -> str | None:
    parent = workspace.messages.get(message.channel, message.thread_ts or "")
    return None if parent is None else parent.user
