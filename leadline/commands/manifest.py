"""`leadline manifest`: the Slack app, ready to be made."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from handlers.slack.manifest import CommandRefused
from handlers.slack.manifest import manifest as slack_manifest
from leadline.config import SettingsError, load_settings


def manifest(
    command: Annotated[
        str | None, typer.Option(help="The slash command's name; LEADLINE_COMMAND if not given.")
    ] = None,
    url: Annotated[
        str | None,
        typer.Option(help="For HTTP mode: the public address Slack posts to, https://leadline.example.org."),
    ] = None,
) -> None:
    """Print a Slack app manifest: paste it at api.slack.com/apps, “From a manifest”."""
    if url is not None and not url.startswith("https://"):
        raise SettingsError(f"--url is “{url}”; Slack posts to https addresses only.")
    settings = load_settings()
    made = _manifest(command or settings.command, reads_files=settings.reads_files, posted_to=url)
    typer.echo(json.dumps(made, indent=2, ensure_ascii=False))


def _manifest(name: str, *, reads_files: bool, posted_to: str | None) -> dict[str, object]:
    try:
        return slack_manifest(name, reads_files=reads_files, posted_to=posted_to)
    except CommandRefused as refusal:
        raise SettingsError(str(refusal)) from None
