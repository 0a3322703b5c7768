"""`leadline restore`: a backup put back into an empty database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from leadline.app import SystemClock
from leadline.backups import look_at
from leadline.backups import restore as put_back
from leadline.config import load_settings
from leadline.erasures import erase_again


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `leadline backup` wrote.", exists=True)],
    check: Annotated[bool, typer.Option("--check", help="Read it to its end; change nothing.")] = False,  # noqa: FBT002 - Typer's way of declaring a switch
) -> None:
    """Put FILE into the database of DATABASE_URL, which must hold nothing, and check it.

    A backup of SQLite may be restored into PostgreSQL, and the other way round.
    """
    settings = load_settings()
    kept = look_at(settings, file) if check else put_back(settings, file, SystemClock())
    total = f"{sum(kept.rows.values())} rows of {len(kept.rows)} tables, made {kept.heading.made_at}"
    typer.echo(f"{file} is whole: {total}." if check else f"Restored {total}.")
    if not kept.has_key:
        typer.echo(
            f"The audit key of this record is not at {settings.audit_key_file}. Put it there, from where you "
            "keep it, before the bot runs."
        )
    again = 0 if check else erase_again(settings)
    if again:
        typer.echo(f"Erased again, as before the backup was restored: {again}.")
    for fault in kept.faults:
        typer.echo(str(fault))
    if kept.faults:
        typer.echo("The record came in as it was, with these breaks of its audit chain.")
        raise typer.Exit(1)
