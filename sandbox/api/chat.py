"""chat.*: messages posted, changed and deleted by the app."""

import re
from dataclasses import dataclass

from sandbox.api.calling import Call
from sandbox.entities import Channel, ChannelKind, Json, Message
from sandbox.events import tell_of_deletion, tell_of_edit, tell_of_message
from sandbox.payloads import message_json
from sandbox.refusals import Refused
from sandbox.rules.surfaces import check_attachments, check_message_blocks
from sandbox.rules.texts import normalised

TEXT_MOST = 40_000
UPDATE_TEXT_MOST = 4_000
MARKDOWN_MOST = 12_000
METADATA_MOST = 16_000
TS = re.compile(r"\d{10}\.\d{6}")


@dataclass(frozen=True)
class _Content:
    text: str
    blocks: tuple[Json, ...]
    attachments: tuple[Json, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.text or self.blocks or self.attachments)


def _content(call: Call, most: int) -> _Content:
    """What is to be shown, checked. Over-long text is cut with a warning, but refused in an update."""
    text = normalised(call.get("text", ""))
    blocks = call.get("blocks")
    markdown = call.get("markdown_text")
    if markdown is not None:
        if text or blocks:
            raise Refused("markdown_text_conflict")
        if len(markdown) > MARKDOWN_MOST:
            raise Refused("msg_too_long")
        text, blocks = markdown, [{"type": "markdown", "text": markdown}]
    elif len(text) > most:
        if most != TEXT_MOST:
            raise Refused("msg_too_long")
        text = text[:most]
        call.warnings.append("message_truncated")
    content = _Content(text, check_message_blocks(blocks), check_attachments(call.get("attachments")))
    if content.is_empty:
        raise Refused("no_text")
    return content


def _metadata(call: Call) -> Json | None:
    metadata: Json | None = call.get("metadata")
    if not metadata:
        return metadata
    fits = isinstance(metadata, dict) and isinstance(metadata.get("event_type"), str)
    if not fits or not isinstance(metadata.get("event_payload"), dict):
        raise Refused("invalid_metadata_format")
    if len(str(metadata)) > METADATA_MOST:
        raise Refused("metadata_too_large")
    return metadata


def _target(call: Call) -> Channel:
    """Where to post: a channel by id or name, or a person, which means the direct message with them."""
    workspace = call.workspace
    given: str = call.arguments["channel"]
    named = workspace.channels.named(given)
    if workspace.people.get(given) is not None and given != workspace.bot.id:
        channel = workspace.direct_with_bot(given)
    elif named is not None:
        call.arguments["channel"] = named.id
        channel = call.channel(must_be_in=False)
    else:
        channel = call.channel(must_be_in=False)
    if channel.is_archived:
        raise Refused("is_archived")
    may_be_outside = "chat:write.public" in workspace.application.scopes
    if workspace.bot.id not in channel.members and not may_be_outside:
        raise Refused("not_in_channel")
    if channel.kind is ChannelKind.DIRECT and not workspace.application.has_messages_tab:
        raise Refused("messages_tab_disabled")
    return channel


def _thread(call: Call, channel: Channel) -> str | None:
    thread_ts: str | None = call.get("thread_ts")
    if not thread_ts:
        return None
    if TS.fullmatch(thread_ts) is None:
        raise Refused("invalid_thread_ts", [f"[ERROR] {thread_ts} is not a valid thread_ts"])
    parent = call.workspace.messages.get(channel.id, thread_ts)
    if parent is None or parent.is_reply or parent.only_for is not None:
        raise Refused("cannot_reply_to_message")
    return thread_ts


def post_message(call: Call) -> Json:
    """chat.postMessage."""
    workspace = call.workspace
    channel = _target(call)
    content = _content(call, TEXT_MOST)
    message = workspace.messages.post(
        Message(
            channel=channel.id,
            ts="",
            user=workspace.bot.id,
            text=content.text,
            blocks=content.blocks,
            attachments=content.attachments,
            thread_ts=_thread(call, channel),
            is_broadcast=call.get("reply_broadcast", False),
            bot_id=workspace.bot_id,
            metadata=_metadata(call) or None,
            is_mrkdwn=call.get("mrkdwn", True),
        )
    )
    tell_of_message(call.desk, channel, message)
    shown = message_json(workspace, message, call.desk.url, with_metadata=True)
    return {"channel": channel.id, "ts": message.ts, "message": shown}


def post_ephemeral(call: Call) -> Json:
    """chat.postEphemeral."""
    workspace = call.workspace
    channel = _target(call)
    person = workspace.people.get(call.arguments["user"])
    if person is None or person.id not in channel.members:
        raise Refused("user_not_in_channel")
    content = _content(call, TEXT_MOST)
    message = workspace.messages.post(
        Message(
            channel=channel.id,
            ts="",
            user=workspace.bot.id,
            text=content.text,
            blocks=content.blocks,
            attachments=content.attachments,
            thread_ts=_thread(call, channel),
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
    content = _content(call, UPDATE_TEXT_MOST)
    keeps_blocks = not content.text and call.get("blocks") is None
    before = message_json(workspace, message, call.desk.url)
    changed = workspace.messages.change(
        message,
        text=content.text or message.text,
        blocks=message.blocks if keeps_blocks else content.blocks,
        attachments=None if call.get("attachments") is None else content.attachments,
        metadata=_metadata(call),
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
    call.workspace.messages.delete(message)
    tell_of_deletion(call.desk, channel, message, before)
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
    channel = _target(call)
    message = workspace.messages.post(
        Message(
            channel=channel.id,
            ts="",
            user=workspace.bot.id,
            text=normalised(comment),
            blocks=check_message_blocks(call.get("blocks")),
            thread_ts=_thread(call, channel),
            bot_id=workspace.bot_id,
            subtype="file_share",
            files=files,
        )
    )
    tell_of_message(call.desk, channel, message)
