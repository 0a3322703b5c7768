"""Whose account a request comes from: a member's of the workspace, a guest's, or another organisation's.

Slack says it in a user's own record, which is looked up when somebody is first heard and again from time to
time; a request that itself comes from another workspace needs no looking up.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from http.client import HTTPException
from time import monotonic
from typing import Any

from slack_bolt import BoltContext
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.partnership import AccountKind
from bot.services import Services
from bot.services.persons import accounts
from handlers.slack.workspace import workspace_of

KIND = "leadline_account_kind"
"""Where a request's context holds the `AccountKind` of whoever sent it; None where Slack did not say."""

LOOK_AGAIN_AFTER = timedelta(hours=1)
UNKNOWN_LASTS = timedelta(minutes=1)
"""How long it is believed that somebody is nobody here, or that Slack does not say: they may be bound, or it
may answer, a moment later."""


def kind_of(user: dict[str, Any], team: str) -> AccountKind:
    """What Slack's record of a user says, to an app installed in this workspace."""
    in_grid = (user.get("enterprise_user") or {}).get("teams") or ()
    home = user.get("team_id") or team
    if user.get("is_stranger") or (home != team and team not in in_grid):
        return AccountKind.EXTERNAL
    is_guest = user.get("is_restricted") or user.get("is_ultra_restricted")
    return AccountKind.GUEST if is_guest else AccountKind.MEMBER


class Accounts:
    """Middleware: notes what Slack says of whoever sends a request before a listener asks their rights."""

    def __init__(self, client: WebClient, services: Services) -> None:
        self._client = client
        self._services = services
        self._believed: dict[str, tuple[AccountKind | None, float]] = {}

    def note(
        self,
        context: BoltContext,
        body: dict[str, Any],
        next: Callable[[], None],  # noqa: A002 - Bolt's name
    ) -> None:
        """Put the kind into the request's context, and into the record where that has it otherwise."""
        account = context.user_id
        if account:
            context[KIND] = self._known(context, body, account)
        next()

    def _known(self, context: BoltContext, body: dict[str, Any], account: str) -> AccountKind | None:
        if _comes_from_elsewhere(body, context):
            self._record(context, account, AccountKind.EXTERNAL)
            return AccountKind.EXTERNAL
        kind, until = self._believed.get(account, (None, 0.0))
        if monotonic() < until:
            return kind
        kind = self._looked_up(account, context.team_id or "")
        is_ours = kind is not None and self._record(context, account, kind)
        lasts = LOOK_AGAIN_AFTER if is_ours else UNKNOWN_LASTS
        self._believed[account] = (kind, monotonic() + lasts.total_seconds())
        return kind

    def _looked_up(self, account: str, team: str) -> AccountKind | None:
        try:
            return kind_of(self._client.users_info(user=account)["user"], team)
        except (SlackClientError, OSError, HTTPException, ValueError, KeyError):
            return None

    def _record(self, context: BoltContext, account: str, kind: AccountKind) -> bool:
        """Bring the record up to date; whether the account is anybody's there."""
        workspace = workspace_of(context, self._services)
        with self._services.open_work(workspace.id, read_only=True) as work:
            is_ours = work.people.by_identity(account) is not None
            is_news = accounts.is_news(work, account, kind)
        if is_news:
            with self._services.open_work(workspace.id) as work:
                accounts.noted(work, account, kind)
        return is_ours


def _comes_from_elsewhere(body: dict[str, Any], context: BoltContext) -> bool:
    """Whether the request itself says that its sender is of another workspace (an id of a whole enterprise
    says nothing either way)."""
    of_user = body.get("user") if isinstance(body.get("user"), dict) else {}
    said = (body.get("event") or {}).get("user_team") or (of_user or {}).get("team_id") or ""
    return str(said).startswith("T") and said != context.team_id
