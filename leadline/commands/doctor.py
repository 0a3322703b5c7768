"""`leadline doctor`: everything the bot rests on, each as right or with its remedy."""

from __future__ import annotations

from pathlib import Path

import typer

from leadline.app import SystemClock
from leadline.config import SettingsError, load_settings
from leadline.doctor.examine import examine
from leadline.doctor.finding import Finding, Verdict, mend
from leadline.logs import set_up_logging

ENV_FILE = Path(".env")


def doctor() -> None:
    """Look at tokens, scopes, channels, clocks, the database and the files. Nothing is changed or posted.

    The exit status is 1 when something must be mended.
    """
    try:
        settings = load_settings(file=ENV_FILE)
    except SettingsError as unread:
        _tell(mend("settings", f"{unread} Until then nothing else can be looked at."))
        raise typer.Exit(1) from None
    set_up_logging("ERROR")
    to_mend = 0
    for finding in examine(settings, SystemClock(), ENV_FILE):
        _tell(finding)
        to_mend += finding.verdict is Verdict.MEND
    if to_mend:
        typer.echo(f"{to_mend} to mend.")
        raise typer.Exit(1)
    typer.echo("Nothing to mend.")


def _tell(finding: Finding) -> None:
    words = " ".join(finding.words.split())
    typer.echo(f"{finding.verdict.value:<6} {finding.subject}: {words}")
