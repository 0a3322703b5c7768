"""Buttons and menus: what the press says, done at once and answered where it was pressed."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack, App, BoltContext, Respond
from slack_sdk import WebClient

from bot.card import Act, Answer, Form, Placement
from bot.phrases import faults
from bot.services import Services, press
from bot.services.context.put_back import refused_as_lost
from handlers.slack.answers import WayBack, give
from handlers.slack.blocks.encoding import TAPS, act_named, chosen
from handlers.slack.blocks.form import draw_form
from handlers.slack.drawn import drawn_at
from handlers.slack.errors import IS_DONE
from handlers.slack.home import is_at_home, publish
from handlers.slack.workspace import workspace_of


def register(app: App) -> None:
    """Listen to every tap on a message of ours, or on somebody's Home."""
    app.block_action(TAPS)(on_tap)


def on_tap(
    ack: Ack,
    action: dict[str, Any],
    body: dict[str, Any],
    client: WebClient,
    context: BoltContext,
    respond: Respond,
    services: Services,
) -> None:
    """One short transaction, then the acknowledgement, then the answer or the form it asks for."""
    act, workspace = act_named(action["action_id"]), workspace_of(context, services)
    account = context.user_id or ""
    if act is None:
        outcome: Answer | Form = Answer(faults.old_button(), Placement.PRIVATE)
    else:
        with services.open_work(workspace.id) as work:
            person = work.people.by_identity(account)
            outcome = refused_as_lost(work, drawn_at(body, action)) or press.press(
                work, person, act, chosen(action), account
            )
    ack()
    services.wake()
    if isinstance(outcome, Form):
        way_back = WayBack(outcome.value, context.response_url, services.clock.now(), is_at_home(body))
        client.views_open(trigger_id=body["trigger_id"], view=draw_form(outcome, way_back.packed()))
        return
    context[IS_DONE] = True
    if is_at_home(body):
        publish(client, services, workspace.id, account, None if act is Act.SHOW_HOME else outcome.card)
    else:
        give(outcome, respond, services.clock.now())
