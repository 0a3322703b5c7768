"""`leadline backup`: the whole record as one file, while the bot works."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from leadline.app import SystemClock
from leadline.backups import back_up
from leadline.config import load_settings


def backup(
    file: Annotated[Path, typer.Argument(help="A new file, such as leadline-2026-11-22.backup.")],
) -> None:
    """Write the record to FILE as it stands at one instant, and check it. The bot need not stop.

    It holds what people wrote: keep it as safe as the database. The audit key is not in it.
    """
    settings = load_settings()
    kept = back_up(settings, file, SystemClock())
    typer.echo(
        f"{file}: {sum(kept.rows.values())} rows of {len(kept.rows)} tables at revision "
        f"{kept.heading.revision}, read again and whole."
    )
    if kept.has_key:
        typer.echo(
            f"The audit key is not in it. Keep a copy of {settings.audit_key_file} too, somewhere else."
        )
    else:
        typer.echo(f"There is no audit key at {settings.audit_key_file}. Find it: the record needs it.")
    for fault in kept.faults:
        typer.echo(str(fault))
    if kept.faults:
        typer.echo("The backup holds the record as it is, with these breaks of its audit chain.")
        raise typer.Exit(1)
