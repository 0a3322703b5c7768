"""The hash-chained record: whether it is as it was written."""

from __future__ import annotations

import typer

from leadline.office import open_office

app = typer.Typer(no_args_is_help=True, help=__doc__)


@app.callback()
def _group() -> None:
    """Keeps `verify` a word of its own while it is the only command here."""


@app.command("verify")
def verify() -> None:
    """Check every hash chain. A changed, removed, inserted or cut row is named, and the exit status is 1."""
    with open_office() as office:
        faults = office.record.verify_audit()
        for fault in faults:
            typer.echo(str(fault))
        if faults:
            raise typer.Exit(1)
        typer.echo("The record is whole: every event follows from the one before it.")
