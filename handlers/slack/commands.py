"""The slash command, under whatever names this workspace lets it have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from slack_bolt import Ack, App, BoltContext, Respond

from bot.services import Services, command
from handlers.slack.accounts import KIND
from handlers.slack.blocks.message import messages
from handlers.slack.wording import typed
from handlers.slack.workspace import workspace_of


def register(app: App, names: Sequence[str]) -> None:
    """Listen to the command under each of these names."""
    for name in names:
        app.command(name)(on_command)


def on_command(
    ack: Ack, payload: dict[str, Any], context: BoltContext, respond: Respond, services: Services
) -> None:
    """Answer privately, in the acknowledgement itself; what does not fit in one message follows it."""
    words = typed(payload.get("text") or "", context.bot_user_id, lambda _: None)
    with services.open_work(workspace_of(context, services).id) as work:
        person = work.people.by_identity(payload["user_id"])
        card = command.command(
            work, person, words, channel=payload["channel_id"], account_kind=context.get(KIND)
        )
    first, *rest = messages(card)
    ack(text=first.text, blocks=first.payload(), response_type="ephemeral")
    services.wake()
    for drawn in rest:
        respond(text=drawn.text, blocks=drawn.payload(), response_type="ephemeral")
