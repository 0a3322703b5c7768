"""Who is who: the names of the plan and the accounts they belong to."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from bot.services.persons import people as service
from leadline.office import open_office

MEMBER_ID = re.compile(r"[UW][A-Z0-9]{2,}")

app = typer.Typer(no_args_is_help=True, help=__doc__)


@app.command("list")
def list_people() -> None:
    """Everybody named in a plan, their employers, and whether an account is linked."""
    with open_office() as office, office.work(read_only=True) as work:
        everybody = work.people.all()
        if not everybody:
            typer.echo("Nobody yet. Bring a plan in with: leadline import FILE")
        for person in everybody:
            account = "a post" if person.is_post else person.external_id or "not linked"
            employers = ", ".join(one.name for one in person.organisations)
            typer.echo(f"{person.name:<24} {account:<14} {employers}")


@app.command("link")
def link(
    name: Annotated[str, typer.Argument(help="The name as it stands in the plan.")],
    account: Annotated[str, typer.Argument(help="The Slack member id (U…), from the person's profile.")],
) -> None:
    """Say which account a person of the plan has."""
    account = account.lstrip("@")
    if MEMBER_ID.fullmatch(account) is None:
        raise typer.BadParameter(
            f"“{account}” is not a member id. In Slack: the person's profile, “⋮”, “Copy member ID”; "
            "it starts with U.",
            param_hint="account",
        )
    with open_office() as office, office.work() as work:
        named = work.people.named(name)
        if len(named) != 1:
            reason = "Nobody has that name." if not named else "More than one person has that name."
            typer.echo(f"{reason} `leadline people list` shows the names. Nothing was changed.")
            raise typer.Exit(1)
        service.link(work, named[0].id, account)
        typer.echo(f"{named[0].name} is {account}.")
