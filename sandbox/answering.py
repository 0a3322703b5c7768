"""Answers to an interaction: what a response URL receives, or a command is acknowledged with."""

from sandbox.desk import Desk
from sandbox.entities import Json, Message
from sandbox.passes import ResponsePass
from sandbox.refusals import Refused
from sandbox.rules.surfaces import check_message_blocks

MOST_CHARACTERS = 40_000


def post_answer(desk: Desk, came_from: ResponsePass, body: Json) -> None:
    """Post, replace or delete as the body says. Private unless it says `in_channel`."""
    workspace = desk.workspace
    with workspace.lock:
        source = workspace.messages.get(came_from.channel, came_from.ts) if came_from.ts else None
        if body.get("delete_original"):
            if source is None:
                raise Refused("message_not_found")
            workspace.messages.delete(source)
            return
        text = str(body.get("text") or "")[:MOST_CHARACTERS]
        blocks = check_message_blocks(body.get("blocks"))
        attachments = tuple(body.get("attachments") or ())
        if not (text or blocks or attachments):
            raise Refused("no_text")
        if body.get("replace_original") and source is not None:
            workspace.messages.change(
                source, text=text, blocks=blocks, attachments=attachments, is_edit=source.only_for is None
            )
            return
        is_private = body.get("response_type", "ephemeral") != "in_channel"
        workspace.messages.post(
            Message(
                channel=came_from.channel,
                ts="",
                user=workspace.bot.id,
                text=text,
                blocks=blocks,
                attachments=attachments,
                thread_ts=body.get("thread_ts") or came_from.thread_ts,
                bot_id=workspace.bot_id,
                only_for=came_from.person if is_private else None,
            )
        )
