"""The entry in a message's menu: what was said is recorded as a decision or a new action."""

from __future__ import annotations

from functools import partial
from typing import Any

from slack_bolt import Ack, App, BoltContext, Respond
from slack_sdk import WebClient

from bot.card import Answer
from bot.services import Services
from bot.services.governance import capture
from handlers.slack.answers import WayBack, give
from handlers.slack.blocks.form import draw_form
from handlers.slack.manifest import CAPTURE
from handlers.slack.messages import name_of
from handlers.slack.wording import typed
from handlers.slack.workspace import workspace_of


def register(app: App) -> None:
    """Listen to the message shortcut the manifest declares."""
    app.message_shortcut(CAPTURE)(on_capture)


def on_capture(
    ack: Ack,
    shortcut: dict[str, Any],
    client: WebClient,
    context: BoltContext,
    respond: Respond,
    services: Services,
) -> None:
    """Acknowledge, and open the form with the message's words; nothing is kept before the form is sent."""
    ack()
    said = str((shortcut.get("message") or {}).get("text") or "")
    with services.open_work(workspace_of(context, services).id) as work:
        person = work.people.by_identity(context.user_id or "")
        words = typed(said, context.bot_user_id, partial(name_of, work))
        form = capture.offered(work, person, words, channel=context.channel_id)
    if isinstance(form, Answer):
        give(form, respond)
        return
    way_back = WayBack(form.value, context.response_url, services.clock.now())
    client.views_open(trigger_id=shortcut["trigger_id"], view=draw_form(form, way_back.packed()))
