"""Accounts of the workspace that close or open again, or become a guest's or a member's."""

from __future__ import annotations

from typing import Any

from slack_bolt import App, BoltContext

from bot.services import Services
from bot.services.persons import accounts, leavers, zones
from handlers.slack.accounts import kind_of
from handlers.slack.replaying import REPLAY
from handlers.slack.workspace import workspace_of


def register(app: App) -> None:
    """Listen to what happens to people's accounts."""
    app.event("user_change")(on_user_change)


def on_user_change(event: dict[str, Any], context: BoltContext, services: Services) -> None:
    """An account was deactivated or activated again, made a guest's or a member's, or its clock runs in
    another zone; any other change of a profile is not our business."""
    workspace, replay = workspace_of(context, services), context[REPLAY]
    user = event["user"]
    with services.open_work(workspace.id) as work:
        leavers.account_changed(work, user["id"], is_open=not user.get("deleted", False))
        zones.keep_zone(work, user["id"], user.get("tz"))
        accounts.noted(work, user["id"], kind_of(user, context.team_id or ""))
        work.inbox.done(replay.inbox_id)
    replay.is_recorded = True
    services.wake()
