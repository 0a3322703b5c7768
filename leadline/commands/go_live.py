"""`leadline go-live`: a draft becomes the plan people are asked about."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import typer

from bot.partnership import Partnership
from bot.phrases import dates
from bot.plan import PlanState
from bot.ports import UnitOfWork
from bot.services.asks.prompts import next_ask
from bot.services.plans import go_live as service
from leadline.office import open_office, the_partnership

A_MONTH = timedelta(days=28)
"""Until the example of a meeting: an example that is past would be of no use."""


def go_live(
    partnership: Annotated[str, typer.Argument(help="The partnership's name, as given at import.")],
) -> None:
    """Make a partnership's draft plan live: its leads get one introduction, and are asked each round."""
    with open_office() as office, office.work() as work:
        found = the_partnership(work, partnership)
        drafts = [
            plan
            for plan in work.plans.all()
            if plan.partnership_id == found.id and plan.state is PlanState.DRAFT
        ]
        if not drafts:
            typer.echo(f"{found.name} has no draft plan. Bring one in with: leadline import FILE")
            raise typer.Exit(1)
        for draft in drafts:
            plan = service.go_live(work, draft.id, None)
            leads = {lead.person_id for action in plan.actions for lead in action.reporting_leads}
            bound = sum(work.people.get(lead).external_id is not None for lead in leads)
            typer.echo(
                f"{plan.title} is live: {len(plan.actions)} actions, {len(leads)} reporting leads, "
                f"{bound} of them with an account linked."
            )
            if bound < len(leads):
                typer.echo(
                    "Link the others with `leadline people link`, or let them say “I am …” to the bot."
                )
        for line in _what_comes(work, found):
            typer.echo(line)


def _what_comes(work: UnitOfWork, partnership: Partnership) -> list[str]:
    """When leads are asked first, and what still keeps the partnership from hearing anything."""
    ask = next_ask(work, partnership)
    setup = f'leadline setup "{partnership.name}"'
    example = work.now.date() + A_MONTH
    lines = [
        f"Leads are asked first on {dates.weekday_with_year(ask.date())} at {dates.clock(ask)}."
        if ask
        else f"No meeting is coming, so nobody will be asked. Type: {setup} --meeting {example}"
    ]
    if partnership.channel is None:
        lines.append(f"No channel is set, so digests wait. Type: {setup} --channel C012ABCDEF")
    if not any(work.people.get(one).external_id for one in partnership.officers):
        lines.append(
            "No board officer has an account linked, so nobody can approve who is who in chat. "
            f"Type: {setup} --officer NAME, then leadline people link NAME U012ABCDEF"
        )
    return lines
