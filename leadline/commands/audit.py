"""The hash-chained record: whether it is as it was written."""

from __future__ import annotations

from typing import Annotated

import typer

from leadline.office import Office, open_office

app = typer.Typer(no_args_is_help=True, help=__doc__)


@app.callback()
def _group() -> None:
    """Keeps `verify` a word of its own while it is the only command here."""


SHORTEST = 8
"""Fewer digits might be anybody's."""


@app.command("verify")
def verify(
    heads: Annotated[
        list[str] | None,
        typer.Option("--printed", help="A head off a pack or paper (“Record …”): is it still there?"),
    ] = None,
) -> None:
    """Check every hash chain. A changed, removed, inserted or cut row is named, and the exit status is 1.

    A record whose end was cut off, its head with it, shows only against a head that was printed before.
    """
    if any(len(one) < SHORTEST for one in heads or []):
        raise typer.BadParameter(f"give at least {SHORTEST} digits of it.", param_hint="--printed")
    with open_office() as office:
        faults = office.record.verify_audit()
        for fault in faults:
            typer.echo(str(fault))
        if faults:
            raise typer.Exit(1)
        typer.echo("The record is whole: every event follows from the one before it.")
        for end in office.record.audit_heads():
            typer.echo(f"{end.partnership}: {end.seq} events, record {end.hash[:16]}")
        lost = [one for one in heads or [] if not _is_there(office, one)]
    if lost:
        raise typer.Exit(1)


def _is_there(office: Office, digits: str) -> bool:
    found = office.record.audit_printed(digits.casefold())
    for one in found:
        typer.echo(f"{digits}: event {one.seq} of {one.partnership}. It is still there.")
    if not found:
        typer.echo(f"{digits}: no event has this hash. The record was cut or rewritten since it was printed.")
    return bool(found)
