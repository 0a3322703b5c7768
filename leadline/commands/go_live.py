"""`leadline go-live`: a draft becomes the plan people are asked about."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.plan import PlanState
from bot.services import go_live as service
from leadline.office import open_office, the_partnership


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
