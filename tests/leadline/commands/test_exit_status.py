"""How a command ends: 2 asks for somebody's hand, 1 may go well another time."""

from __future__ import annotations

from typing import Any

import pytest

from bot.errors import SchemaMismatch, UnfitDatabase
from leadline import commands
from leadline.app import _no_slack
from leadline.commands import FAILED, TO_MEND
from leadline.config import NotReady, SettingsError


class Refused(Exception):
    """As Slack's client raises it."""

    def __init__(self, error: str) -> None:
        super().__init__(error)
        self.response = {"error": error}


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (SettingsError("LEADLINE_HTTP is odd."), TO_MEND),
        (SchemaMismatch("0001", "leadline db upgrade"), TO_MEND),
        (_no_slack(Refused("invalid_auth"), "https://slack.com/api/"), TO_MEND),
        (_no_slack(Refused("token_revoked"), "https://slack.com/api/"), TO_MEND),
        (_no_slack(Refused("internal_error"), "https://slack.com/api/"), FAILED),
        (_no_slack(ConnectionRefusedError(), "https://slack.com/api/"), FAILED),
        (NotReady("Slack does not answer."), FAILED),
        (UnfitDatabase("the database could not be opened."), FAILED),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_command_ends_with_what_is_to_be_done(
    error: Exception, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def program(**_: Any) -> None:
        raise error

    monkeypatch.setattr(commands, "build", lambda _: program)
    with pytest.raises(SystemExit) as ended:
        commands.run_commands()
    assert ended.value.code == status
    assert "Traceback" not in capsys.readouterr().err
