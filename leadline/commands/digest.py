"""`leadline digest --preview`: what a partnership's weekly digest would say."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot.services import digest as service
from handlers.terminal import show
from leadline.office import check_live, open_office, the_partnership


def digest(
    partnership: Annotated[
        str | None, typer.Argument(help="The partnership's name; not needed when there is one.")
    ] = None,
    preview: Annotated[  # noqa: FBT002 - a flag of the command line
        bool,
        typer.Option("--preview", help="Show it; nothing is posted."),
    ] = False,
    on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="As if it were this day.")] = None,
) -> None:
    """Show the weekly digest as it would be posted; posting is the clock's work alone."""
    if not preview:
        raise typer.BadParameter("digests are posted by the clock; add --preview to see one.")
    with open_office() as office, office.work(read_only=True) as work:
        check_live(work)
        found = the_partnership(work, partnership)
        day = on.date() if on else work.now.astimezone(ZoneInfo(found.zone)).date()
        show(*service.preview(work, found, day))
