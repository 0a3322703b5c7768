"""Whose account it is, by what Slack's record of a user says."""

from __future__ import annotations

from typing import Any

import pytest

from bot.partnership import AccountKind
from handlers.slack.accounts import kind_of


@pytest.mark.parametrize(
    ("user", "kind"),
    [
        ({"team_id": "T1"}, AccountKind.MEMBER),
        ({}, AccountKind.MEMBER),
        ({"team_id": "T1", "is_restricted": True}, AccountKind.GUEST),
        ({"team_id": "T1", "is_restricted": True, "is_ultra_restricted": True}, AccountKind.GUEST),
        ({"team_id": "T1", "is_ultra_restricted": True}, AccountKind.GUEST),
        ({"team_id": "T1", "is_stranger": True}, AccountKind.EXTERNAL),
        ({"team_id": "T2"}, AccountKind.EXTERNAL),
        ({"team_id": "T2", "is_restricted": True}, AccountKind.EXTERNAL),
        ({"team_id": "T2", "enterprise_user": {"teams": ["T1", "T2"]}}, AccountKind.MEMBER),
        ({"team_id": "T2", "enterprise_user": {"teams": ["T3"]}}, AccountKind.EXTERNAL),
    ],
)
def test_members_guests_and_other_organisations(user: dict[str, Any], kind: AccountKind) -> None:
    assert kind_of(user, "T1") is kind
