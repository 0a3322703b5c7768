"""`leadline run`: serve a real Slack workspace until told to stop."""

from __future__ import annotations

import signal
from threading import Event

import typer

from leadline.app import SystemClock, running
from leadline.config import SettingsError, load_settings
from leadline.logs import set_up_logging
from leadline.promptness import answer_promptly
from storage.run_lock import AlreadyRunning


def run() -> None:
    """Serve the Slack workspace of the settings, over Socket Mode or HTTP, until Ctrl-C or a stop signal."""
    settings = load_settings()
    settings.slack_tokens()
    set_up_logging(settings.log_level, settings.log_format)
    told_to_stop = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: told_to_stop.set())
    try:
        with running(settings, SystemClock()):
            answer_promptly()
            typer.echo("Leadline is running. Stop it with Ctrl-C.")
            told_to_stop.wait()
            typer.echo("Stopping: finishing what was begun.")
    except AlreadyRunning as other:
        raise SettingsError(f"{other} Stop that one first.") from None
