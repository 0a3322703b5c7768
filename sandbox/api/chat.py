"""chat.*: messages posted, changed and deleted by the app."""

from sandbox.api.calling import Call
from sandbox.api.content import (
    TEXT_MOST,
    UPDATE_TEXT_MOST,
    content_of,
    metadata_of,
    target_of,
    thread_of,
)
from sandbox.entities import Channel, Json, Message
from sandbox.events import tell_of_deletion, tell_of_edit, tell_of_message
from sandbox.message_payloads import message_json
from sandbox.refusals import Refused
from sandbox.rules.surfaces import check_message_blocks
from sandbox.rules.texts import normalised


def post_message(call: Call) -> Json:
    """chat.postMessage."""
    workspace = call.workspace
    channel = target_of(call)
    content = content_of(call, TEXT_MOST)
    message = workspace.messages.post(
        Message(
            channel=channel.id,
            ts="",
            user=workspace.bot.id,
            text=content.text,
            blocks=content.blocks,
            attachments=content.attachments,
            thread_ts=thread_of(call, channel),
            is_broadcast=call.get("reply_broadcast", False),
            bot_id=workspace.bot_id,
            metadata=metadata_of(call) or None,
            is_mrkdwn=call.get("mrkdwn", True),
        )
    )
    tell_of_message(call.desk, channel, message)
    shown = message_json(workspace, message, call.desk.url, with_metadata=True)
    return {"channel": channel.id, "ts": message.ts, "message": shown}


def post_ephemeral(call: Call) -> Json:
    """chat.postEphemeral."""
    workspace = call.workspace
    channel = target_of(call)
    person = workspace.people.get(call.arguments["user"])
    if person is None or person.id not in channel.members:
        raise Refused("user_not_in_channel")
    content = content_of(call, TEXT_MOST)
    message = workspace.messages.post(
        Message(
            channel=channel.id,
            ts="",
            user=workspace.bot.id,
            text=content.text,
            blocks=content.blocks,
            attachments=content.attachments,
            thread_ts=thread_of(call, channel),
            bot_id=workspace.bot_id,
            only_for=person.id,
        )
    )
    return {"message_ts": message.ts}


def _own(call: Call, channel: Channel, refusal: str) -> Message:
    message = call.workspace.messages.need(channel.id, call.arguments["ts"])
    if message.bot_id != call.workspace.bot_id:
        raise Refused(refusal)
    return message


def update(call: Call) -> Json:
    """chat.update. Text without blocks removes the blocks; without text they stay. Blocks are no "edit"."""
    workspace = call.workspace
    channel = call.channel(must_be_in=False)
    message = _own(call, channel, "cant_update_message")
    content = content_of(call, UPDATE_TEXT_MOST)
    keeps_blocks = not content.text and call.get("blocks") is None
    before = message_json(workspace, message, call.desk.url)
    changed = workspace.messages.change(
        message,
        text=content.text or message.text,
        blocks=message.blocks if keeps_blocks else content.blocks,
        attachments=None if call.get("attachments") is None else content.attachments,
        metadata=metadata_of(call),
        is_edit=not content.blocks,
    )
    tell_of_edit(call.desk, channel, changed, before)
    return {
        "channel": channel.id,
        "ts": changed.ts,
        "text": changed.text,
        "message": message_json(workspace, changed, call.desk.url, with_metadata=True),
    }


def delete(call: Call) -> Json:
    """chat.delete."""
    channel = call.channel(must_be_in=False)
    message = _own(call, channel, "cant_delete_message")
    before = message_json(call.workspace, message, call.desk.url)
    tell_of_deletion(call.desk, channel, call.workspace.messages.delete(message), before)
    return {"channel": channel.id, "ts": message.ts}


def get_permalink(call: Call) -> Json:
    """chat.getPermalink."""
    channel = call.channel(must_be_in=False)
    message = call.workspace.messages.need(channel.id, call.arguments["message_ts"])
    link = f"{call.desk.url}/archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.is_reply:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


def post_file(call: Call, files: tuple[str, ...], comment: str) -> None:
    """The message that shares files, for files.completeUploadExternal."""
    workspace = call.workspace
    channel = target_of(call)
    message = workspace.messages.post(
        Message(
            channel=channel.id,
            ts="",
            user=workspace.bot.id,
            text=normalised(comment),
            blocks=check_message_blocks(call.get("blocks")),
            thread_ts=thread_of(call, channel),
            bot_id=workspace.bot_id,
            subtype="file_share",
            files=files,
        )
    )
    tell_of_message(call.desk, channel, message)
