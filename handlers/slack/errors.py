"""Errors of the listeners: a person gets a sentence, the log gets the error's class, nobody's words leak.

Bolt's own handlers log whole requests; this one is in their place.
"""

from __future__ import annotations

import logging
from typing import Any

from slack_bolt import App, BoltContext, BoltResponse, Respond
from slack_bolt.error import BoltUnhandledRequestError
from slack_sdk import WebClient

from bot.card import Answer, Card, Placement
from bot.errors import LeadlineError
from bot.faults import described
from bot.phrases import faults, refusals
from handlers.slack.answers import give, write_to
from handlers.slack.blocks.card import draw
from handlers.slack.blocks.form import questions
from handlers.slack.replaying import REPLAY

log = logging.getLogger("leadline.slack")


IS_DONE = "leadline_is_done"
"""Set in a request's context once what it asked for is committed, so that no later error denies it."""


def register(app: App) -> None:
    """Take Bolt's errors, those of middleware and those of listeners."""
    app.error(on_error)


def on_error(
    error: Exception,
    body: dict[str, Any],
    context: BoltContext,
    respond: Respond,
    client: WebClient,
    response: BoltResponse | None,
) -> BoltResponse | None:
    """Hand a replayed event's error to the worker; answer a person's tap, form or command with a sentence."""
    if isinstance(error, BoltUnhandledRequestError):
        return BoltResponse(status=200, body="")
    if REPLAY in context:
        context[REPLAY].failure = error
        return None
    if not isinstance(error, LeadlineError):
        log.error("%s %s", described(error), _where(body, context))
    if body.get("type") == "event_callback":
        return None  # not kept, so not acknowledged: Slack sends it again
    card = _told(error, is_done=IS_DONE in context)
    if body.get("type") == "view_submission" and response is not None:
        return _beside_the_first_question(card, body)
    if context.response_url:
        give(Answer(card, Placement.PRIVATE), respond)
    elif body.get("type") == "block_actions":  # on a Home, where only a message can say so
        write_to(context.user_id or "", Answer(card, Placement.PRIVATE), client)
    return None if response is None else BoltResponse(status=200, body="")


def _told(error: Exception, *, is_done: bool) -> Card:
    if is_done:
        return faults.answer_lost()
    return refusals.refused(error) if isinstance(error, LeadlineError) else faults.not_done()


def _beside_the_first_question(card: Card, body: dict[str, Any]) -> BoltResponse:
    place = next(iter(questions(body["view"])), None)
    if place is None:
        return BoltResponse(status=200, body={"response_action": "clear"})
    return BoltResponse(status=200, body={"response_action": "errors", "errors": {place: draw(card).text}})


def _where(body: dict[str, Any], context: BoltContext) -> str:
    """Ids only: enough to find the request, nothing of what it says."""
    return f"(event {body.get('event_id')}, team {context.team_id}, channel {context.channel_id})"
