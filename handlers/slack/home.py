"""App Home: drawn anew whenever somebody opens it, and after everything that is pressed on it.

It is published directly, not owed like a message: nobody is told anything by it, and the next opening draws
it again. What changed elsewhere shows then.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime
from typing import Any

from slack_bolt import App, BoltContext
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.card import Answer, Card, Placement, Shown
from bot.partnership import WorkspaceId
from bot.phrases import home as say
from bot.picture_pass import PictureDoor
from bot.services import Services, home
from handlers.slack.answers import write_to
from handlers.slack.blocks.card import draw
from handlers.slack.blocks.limits import BLOCKS_ON_HOME
from handlers.slack.drawn import stamp
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
    """Show somebody their Home as things stand, with the answer to what they just pressed on top; the
    pictures wait until that is closed, for they take Slack a moment."""
    address_of = services.picture_address if answer is None else None
    door = PictureDoor(workspace_id, address_of) if address_of is not None else None
    with services.open_work(workspace_id, read_only=True) as work:
        card = home.home(work, account, door)
    if answer is not None and not _fits(whole := _with(answer, card)):
        write_to(account, Answer(answer, Placement.PRIVATE), client)
        whole = _with(say.too_long(), card)
    _show(client, account, card if answer is None else whole, services.clock.now())


def _show(client: WebClient, account: str, card: Card, now: datetime) -> None:
    """First without pictures, at once; then with them, for Slack fetches each before it shows anything.
    What was published meanwhile stands, and so does the first where a picture cannot be had."""
    plain = replace(card, pieces=tuple(one for one in card.pieces if not isinstance(one, Shown)))
    shown = client.views_publish(user_id=account, view=_view(plain, now))
    if plain.pieces == card.pieces:
        return
    try:
        client.views_publish(
            user_id=account, view=_view(card, now), hash=(shown.get("view") or {}).get("hash")
        )
    except SlackApiError as refusal:
        if (error := refusal.response.get("error")) != "hash_conflict":
            log.warning("a Home is shown without its pictures: %s", error)


def _view(card: Card, now: datetime) -> dict[str, Any]:
    return {"type": "home", "blocks": draw(card).payload(), "private_metadata": stamp(now)}


def _with(answer: Card, card: Card) -> Card:
    return Card(card.summary, (*say.just_now(answer), *card.pieces))


def _fits(card: Card) -> bool:
    return len(draw(card).blocks) <= BLOCKS_ON_HOME
