"""Forms sent back: saved and answered where the form was opened from, or returned with what is wrong."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from slack_bolt import Ack, App, BoltContext, Respond
from slack_sdk import WebClient

from bot.card import Answer, FormErrors
from bot.services import Services, press
from bot.services.context.put_back import refused_as_lost
from handlers.slack.answers import WayBack, give, write_to
from handlers.slack.blocks.encoding import FORMS, act_named
from handlers.slack.blocks.form import answers, draw_errors, questions
from handlers.slack.home import publish
from handlers.slack.workspace import workspace_of


def register(app: App) -> None:
    """Listen to every form of ours."""
    app.view_submission(FORMS)(on_form)


def on_form(
    ack: Ack, view: dict[str, Any], client: WebClient, context: BoltContext, services: Services
) -> None:
    """One short transaction, then the acknowledgement, which also carries what is wrong; then the answer."""
    act, way_back = act_named(view["callback_id"]), WayBack.unpacked(view["private_metadata"])
    if act is None:
        raise LookupError(view["callback_id"])
    workspace, account = workspace_of(context, services), context.user_id or ""
    with services.open_work(workspace.id) as work:
        person = work.people.by_identity(account)
        outcome = refused_as_lost(work, way_back.opened_at) or press.submit(
            work, person, act, way_back.value, answers(view), account
        )
    if isinstance(outcome, FormErrors):
        ack(response_action="errors", errors=draw_errors(outcome, questions(view)))
        return
    ack()
    services.wake()
    if way_back.is_at_home:
        publish(client, services, workspace.id, account, outcome.card)
    else:
        _answer(outcome, way_back, client, account, services.clock.now())


def _answer(answer: Answer, way_back: WayBack, client: WebClient, person: str, now: datetime) -> None:
    respond = Respond(response_url=way_back.response_url, proxy=client.proxy, ssl=client.ssl)
    if way_back.response_url is None or not give(answer, respond, now):
        write_to(person, answer, client)
