"""What the app wants to say, and where: content, metadata, channel and thread, all checked."""

import re
from dataclasses import dataclass

from sandbox.api.calling import Call
from sandbox.entities import Channel, ChannelKind, Json
from sandbox.refusals import Refused
from sandbox.rules.surfaces import check_attachments, check_message_blocks
from sandbox.rules.texts import normalised

TEXT_MOST = 40_000
UPDATE_TEXT_MOST = 4_000
MARKDOWN_MOST = 12_000
METADATA_MOST = 16_000
TS = re.compile(r"\d{10}\.\d{6}")


@dataclass(frozen=True)
class Content:
    """What a message shows."""

    text: str
    blocks: tuple[Json, ...]
    attachments: tuple[Json, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not (self.text or self.blocks or self.attachments)


def content_of(call: Call, most: int) -> Content:
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
    content = Content(text, check_message_blocks(blocks), check_attachments(call.get("attachments")))
    if content.is_empty:
        raise Refused("no_text")
    return content


def metadata_of(call: Call) -> Json | None:
    """The metadata to store; an empty object takes away what there was."""
    metadata: Json | None = call.get("metadata")
    if not metadata:
        return metadata
    fits = isinstance(metadata, dict) and isinstance(metadata.get("event_type"), str)
    if not fits or not isinstance(metadata.get("event_payload"), dict):
        raise Refused("invalid_metadata_format")
    if len(str(metadata)) > METADATA_MOST:
        raise Refused("metadata_too_large")
    return metadata


def target_of(call: Call) -> Channel:
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


def thread_of(call: Call, channel: Channel) -> str | None:
    """The thread to post into; only a message of the channel itself has one."""
    thread_ts: str | None = call.get("thread_ts")
    if not thread_ts:
        return None
    if TS.fullmatch(thread_ts) is None:
        raise Refused("invalid_thread_ts", [f"[ERROR] {thread_ts} is not a valid thread_ts"])
    parent = call.workspace.messages.get(channel.id, thread_ts)
    if parent is None or parent.is_reply or parent.only_for is not None:
        raise Refused("cannot_reply_to_message")
    return thread_ts
