"""What people write to the bot: direct messages, mentions, and what they edit or delete afterwards.

A channel is heard only where the bot is mentioned. The same message arriving as a mention and as a message,
or twice, is one version to the core, so it is answered once.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from slack_bolt import App, BoltContext
from slack_sdk import WebClient

from bot.conversation import Route, Said
from bot.ports import UnitOfWork
from bot.services import Services, hear
from handlers.slack import dropped
from handlers.slack.accounts import KIND
from handlers.slack.drawn import instant_of
from handlers.slack.replaying import REPLAY
from handlers.slack.wording import channels_in, typed
from handlers.slack.workspace import workspace_of

Event = dict[str, Any]
"""An event, or a message within one, as Slack sends it."""

TOMBSTONE = "tombstone"
"""What stands in place of a deleted message that others have replied to: Slack calls it a change."""


def register(app: App) -> None:
    """Listen to messages; a message of a subtype not named here is nobody's words to us."""
    app.event({"type": "message", "subtype": (None, "file_share")})(on_message)
    app.event({"type": "message", "subtype": "message_changed"})(on_edit)
    app.event({"type": "message", "subtype": "message_deleted"})(on_delete)
    app.event("app_mention")(on_mention)


def on_message(event: Event, client: WebClient, context: BoltContext, services: Services) -> None:
    """Hear a direct message, or the plan dropped with it. One in a channel is heard as a mention, or not
    at all."""
    if not (_is_direct(event) and _is_by_a_person(event, context)):
        return
    said = _said(event, event["channel"], Route.DIRECT_MESSAGE)
    file = dropped.plan_file(event)
    if file is None or not dropped.bring_in(event, file, said, client, context, services):
        _hear(said, context, services)


def on_mention(event: Event, body: dict[str, Any], context: BoltContext, services: Services) -> None:
    """Hear a mention in a channel or in one of its threads, and what Slack says of that channel."""
    if not _is_direct(event) and _is_by_a_person(event, context):
        said = _said(event, event["channel"], Route.MENTION)
        _hear(said, context, services, is_shared=body.get("is_ext_shared_channel"))


def on_edit(event: Event, context: BoltContext, services: Services) -> None:
    """Hear the new version of a message; an unfolded link changes a message too, but not its words."""
    message, before = event["message"], event.get("previous_message") or {}
    if message.get("subtype") == TOMBSTONE:
        on_delete({**event, "deleted_ts": message["ts"]}, context, services)
        return
    is_for_us = _is_direct(event) or _mentions(message, context)
    if is_for_us and _is_by_a_person(message, context) and message.get("text") != before.get("text"):
        route = Route.DIRECT_MESSAGE if _is_direct(event) else Route.MENTION
        _hear(_said(message, event["channel"], route), context, services)


def on_delete(event: Event, context: BoltContext, services: Services) -> None:
    """Note that a message was deleted; what it said and did stays on record."""
    before = event.get("previous_message") or {}
    is_for_us = _is_direct(event) or _mentions(before, context)
    if is_for_us and _is_by_a_person(before, context):
        route = Route.DIRECT_MESSAGE if _is_direct(event) else Route.MENTION
        deleted = {**before, "ts": event["deleted_ts"], "edited": {"ts": event["event_ts"]}}
        _hear(_said(deleted, event["channel"], route, is_deleted=True), context, services)


def _hear(said: Said, context: BoltContext, services: Services, *, is_shared: bool | None = None) -> None:
    """Gather, read outside any transaction, and apply together with closing the kept event. `is_shared` is
    whether the event says that other organisations share its channel."""
    workspace, replay = workspace_of(context, services), context[REPLAY]
    with services.open_work(workspace.id, read_only=True) as work:
        words = typed(said.text, context.bot_user_id, partial(name_of, work))
        channels = channels_in(said.text)
        said = replace(said, text=words, author_kind=context.get(KIND), channels=channels)
        hearing = hear.gather(work, said)
    reading = hear.read(hearing, said)
    with services.open_work(workspace.id) as work:
        if is_shared is not None:
            work.partnerships.note_shared(said.channel, is_shared=is_shared)
            work.workstreams.note_shared(said.channel, is_shared=is_shared)
        hear.apply(work, said, hearing, reading)
        work.inbox.done(replay.inbox_id)
    replay.is_recorded = True
    services.count_reading(reading)
    services.wake()


def name_of(work: UnitOfWork, account: str) -> str | None:
    """The name of an account we know."""
    person = work.people.by_identity(account)
    return person.name if person else None


def _said(message: Event, channel: str, route: Route, *, is_deleted: bool = False) -> Said:
    edited = (message.get("edited") or {}).get("ts")
    return Said(
        author=None,
        author_external_id=message["user"],
        channel=channel,
        ts=message["ts"],
        text=message.get("text") or "",
        at=datetime.fromtimestamp(float(edited or message["ts"]), UTC),
        route=route,
        thread_ts=message.get("thread_ts"),
        thread_at=instant_of(message.get("thread_ts")),
        edited_ts=edited,
        is_deleted=is_deleted,
    )


def _is_direct(event: Event) -> bool:
    return event.get("channel_type") == "im" or str(event.get("channel", "")).startswith("D")


def _is_by_a_person(message: Event, context: BoltContext) -> bool:
    author = message.get("user")
    return bool(author) and not message.get("bot_id") and author not in (context.bot_user_id, "USLACKBOT")


def _mentions(message: Event, context: BoltContext) -> bool:
    return f"<@{context.bot_user_id}" in (message.get("text") or "")
