"""`leadline retention`: how long everything is kept, and what its time is over for."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

import typer

from bot.phrases import retaining as say
from bot.services.keeping.retaining import forget_due, outdated, set_years
from leadline.office import open_office, the_partnership


def retention(
    partnership: Annotated[
        str | None, typer.Argument(help="Whose years; needed where there are several.")
    ] = None,
    years: Annotated[
        int | None, typer.Option(min=0, max=25, help="Keep words so many years after a plan's end.")
    ] = None,
    do_it: Annotated[bool, typer.Option("--now", help="Forget what is due; the clock does daily.")] = False,  # noqa: FBT002 - Typer's way of writing a flag
) -> None:
    """Show each kind of data, how long it is kept, and how much is due to be forgotten. Nothing is changed
    without --now or --years."""
    with open_office() as office, office.work() as work:
        found = the_partnership(work, partnership)
        if years is not None:
            set_years(work, found.id, years)
        due = Counter(one.kind for one in outdated(work))
        typer.echo(say.table(found.name, work.retention.years(found.id), due))
        typer.echo(say.done(forget_due(work)) if do_it else say.DRY_RUN)
