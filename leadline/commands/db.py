"""The database's schema."""

from __future__ import annotations

import typer

from leadline.config import load_settings
from leadline.opening import upgrade as upgrade_schema

app = typer.Typer(no_args_is_help=True, help=__doc__)


@app.callback()
def _group() -> None:
    """Keeps `upgrade` a word of its own while it is the only command here."""


@app.command("upgrade")
def upgrade() -> None:
    """Bring the database to this program's revision; safe to run again."""
    typer.echo(f"The database is at revision {upgrade_schema(load_settings())}.")
