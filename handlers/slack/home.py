"""App Home: drawn anew whenever somebody opens it, and after everything that is pressed on it.

It is published directly, not owed like a message: nobody is told anything by it, and the next opening draws
it again. What changed elsewhere shows then.
"""

from __future__ import annotations

import logging
from typing import Any

from slack_bolt import App, BoltContext
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.card import Answer, Card, Placement
from bot.partnership import WorkspaceId
from bot.phrases import home as say
from bot.services import Services, home
from handlers.slack.answers import write_to
from handlers.slack.blocks.card import draw
from handlers.slack.blocks.limits import BLOCKS_ON_HOME
from handlers.slack.workspace import workspace_of

log = logging.getLogger("leadline.slack")


def register(app: App) -> None:
    """Listen to people who open the bot's Home."""
    app.event("app_home_opened")(on_opened)


def on_opened(event: dict[str, Any], client: WebClient, context: BoltContext, services: Services) -> None:
    """Draw it for whoever opened it. Slack sends the same event for the Messages tab, which needs nothing."""
    if event.get("tab") != "home":
        return
    try:
        publish(client, services, workspace_of(context, services).id, event["user"])
    except SlackClientError as error:
        log.warning("a Home was not published: %s", type(error).__name__)


def is_at_home(body: dict[str, Any]) -> bool:
    """Whether a tap was made on a Home."""
    return (body.get("view") or {}).get("type") == "home"


def publish(
    client: WebClient,
    services: Services,
    workspace_id: WorkspaceId,
    account: str,
    answer: Card | None = None,
) -> None:
    """Show somebody their Home as things stand, with the answer to what they just pressed on top."""
    with services.open_work(workspace_id, read_only=True) as work:
        card = home.home(work, account)
    if answer is not None and not _fits(whole := _with(answer, card)):
        write_to(account, Answer(answer, Placement.PRIVATE), client)
        whole = _with(say.too_long(), card)
    shown = card if answer is None else whole
    client.views_publish(user_id=account, view={"type": "home", "blocks": draw(shown).payload()})


def _with(answer: Card, card: Card) -> Card:
    return Card(card.summary, (*say.just_now(answer), *card.pieces))


def _fits(card: Card) -> bool:
    return len(draw(card).blocks) <= BLOCKS_ON_HOME
