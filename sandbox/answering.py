"""Answers to an interaction: what a response URL receives, or a command is acknowledged with."""

from dataclasses import replace

from sandbox.desk import Desk
from sandbox.entities import Json, Message
from sandbox.events import tell_of_message
from sandbox.passes import ResponsePass
from sandbox.refusals import Refused
from sandbox.rules.surfaces import check_attachments, check_message_blocks
from sandbox.rules.texts import normalised

MOST_CHARACTERS = 40_000


def post_answer(desk: Desk, came_from: ResponsePass, body: Json) -> None:
    """Post, replace or delete as the body says. Private unless it says `in_channel`."""
    messages = desk.workspace.messages
    with desk.workspace.lock:
        source = messages.get(came_from.channel, came_from.ts) if came_from.ts else None
        if body.get("delete_original"):
            if source is None:
                raise Refused("message_not_found")
            messages.delete(source)
            return
        draft = _draft(desk, came_from, body)
        if body.get("replace_original") and source is not None:
            is_edit = source.only_for is None and not draft.blocks
            messages.change(
                source, text=draft.text, blocks=draft.blocks, attachments=draft.attachments, is_edit=is_edit
            )
        elif body.get("response_type") == "in_channel":
            posted = messages.post(draft)
            tell_of_message(desk, desk.workspace.channels.need(posted.channel), posted)
        else:
            messages.post(replace(draft, only_for=came_from.person))


def _draft(desk: Desk, came_from: ResponsePass, body: Json) -> Message:
    draft = Message(
        channel=came_from.channel,
        ts="",
        user=desk.workspace.bot.id,
        text=normalised(str(body.get("text") or ""))[:MOST_CHARACTERS],
        blocks=check_message_blocks(body.get("blocks")),
        attachments=check_attachments(body.get("attachments")),
        thread_ts=body.get("thread_ts") or came_from.thread_ts,
        bot_id=desk.workspace.bot_id,
    )
    if not (draft.text or draft.blocks or draft.attachments):
        raise Refused("no_text")
    return draft
