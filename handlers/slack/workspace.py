"""Which of our workspaces a request of Slack's belongs to."""

from __future__ import annotations

from slack_bolt import BoltContext

from bot.partnership import Platform, Workspace
from bot.services import Services


def workspace_of(context: BoltContext, services: Services) -> Workspace:
    """The workspace the app is installed in; made on first sight."""
    return services.workspaces.of(Platform.SLACK, context.team_id or "")
